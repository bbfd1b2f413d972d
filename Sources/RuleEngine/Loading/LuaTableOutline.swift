/// Where the entries of the table stand that a Lua file returns.
///
/// Lua forgets positions once a table is built; messages that point at the
/// misspelt word need them. A small tokenizer reads the text again. Where the
/// file does not end in `return { … }` there is no outline, and the file is blamed.
struct LuaTableOutline {
  struct Entry {
    /// Name, or position among the unnamed entries from 1.
    enum Key: Equatable {
      case name(String)
      case position(Int)
    }
    var key: Key
    var keyRange: Range<Int>
    /// The first token of the value.
    var valueRange: Range<Int>
    var children: [Entry]
  }
  var range: Range<Int>
  var entries: [Entry]

  init?(of source: [UInt8]) {
    var parser = Parser(tokens: Self.tokenize(source))
    guard let outline = parser.outlineOfReturnedTable() else { return nil }
    self = outline
  }

  private init(range: Range<Int>, entries: [Entry]) {
    self.range = range
    self.entries = entries
  }

  func entry(_ path: [Entry.Key]) -> Entry? {
    var level = entries
    var found: Entry?
    for key in path {
      found = level.first { $0.key == key }
      guard let found else { return nil }
      level = found.children
    }
    return found
  }

  /// Where a text is nested deepest: the bracket or block that opens there, of the first place that deep.
  static func deepestPlace(in source: [UInt8]) -> Range<Int>? {
    var depth = 0
    var deepest = 0
    var place: Range<Int>?
    for token in tokenize(source) where token.kind == .symbol || token.kind == .name {
      switch token.text {
      case "(", "{", "[", "function", "do", "if", "repeat":
        depth += 1
        // Lua gives up here.
        if depth > deepest, deepest < 200 {
          deepest = depth
          place = token.range
        }
      case ")", "}", "]", "end", "until": depth -= 1
      default: break
      }
    }
    return place
  }

  /// The strings given to `pattern`, without their quotes, at or after a 1-based line.
  static func patterns(in source: [UInt8], fromLine line: Int) -> [(text: String, content: Int)] {
    let tokens = tokenize(source)
    return tokens.indices.dropFirst().compactMap { index in
      let token = tokens[index]
      var before = index - 1
      if tokens[before].kind == .symbol, tokens[before].text == "(", before > 0 { before -= 1 }
      guard token.kind == .string, tokens[before].kind == .name, tokens[before].text == "pattern",
        RuleLoadError.Place(range: token.range, in: source).line >= line
      else { return nil }
      let whole = token.range.count - token.text.utf8.count
      return (token.text, token.range.lowerBound + max(0, whole / 2))
    }
  }

  /// The first string of a content at or after a 1-based line.
  static func string(_ text: String, in source: [UInt8], fromLine line: Int) -> Range<Int>? {
    tokenize(source).first {
      $0.kind == .string && $0.text == text && RuleLoadError.Place(range: $0.range, in: source).line >= line
    }?.range
  }

  private struct Token {
    enum Kind { case name, string, number, symbol }
    var kind: Kind
    var text: String
    var range: Range<Int>
  }

  private struct Parser {
    let tokens: [Token]
    var position = 0

    init(tokens: [Token]) { self.tokens = tokens }

    mutating func outlineOfReturnedTable() -> LuaTableOutline? {
      var depth = 0
      while position < tokens.count {
        let token = tokens[position]
        if token.kind == .name {
          switch token.text {
          case "function", "do", "if", "repeat": depth += 1
          case "end", "until": depth -= 1
          case "return" where depth == 0:
            guard position + 1 < tokens.count, isSymbol(position + 1, "{") else { return nil }
            position += 1
            let range = tokens[position].range
            return LuaTableOutline(range: range, entries: table(depth: 0))
          default: break
          }
        }
        position += 1
      }
      return nil
    }

    private func isSymbol(_ i: Int, _ text: String) -> Bool {
      i < tokens.count && tokens[i].kind == .symbol && tokens[i].text == text
    }

    /// Reads a table constructor from its `{` to behind its `}`.
    private mutating func table(depth: Int) -> [Entry] {
      position += 1
      var entries: [Entry] = []
      var count = 0
      while position < tokens.count, !isSymbol(position, "}") {
        let first = tokens[position]
        var key: Entry.Key?
        if first.kind == .name, isSymbol(position + 1, "=") {
          key = .name(first.text)
          position += 2
        } else if isSymbol(position, "["), position + 3 < tokens.count, tokens[position + 1].kind == .string,
          isSymbol(position + 2, "]"), isSymbol(position + 3, "=") {
          key = .name(tokens[position + 1].text)
          position += 4
        }
        if key == nil { count += 1 }
        guard position < tokens.count else { break }
        let value = tokens[position].range
        var children: [Entry] = []
        if isSymbol(position, "{"), depth < 16 { children = table(depth: depth + 1) }
        skipValue()
        entries.append(
          Entry(key: key ?? .position(count), keyRange: key == nil ? value : first.range, valueRange: value, children: children))
        if isSymbol(position, ",") || isSymbol(position, ";") { position += 1 }
      }
      if position < tokens.count { position += 1 }
      return entries
    }

    /// Skips what is left of a value up to the `,`, `;` or `}` that ends it.
    private mutating func skipValue() {
      var brackets = 0
      var blocks = 0
      while position < tokens.count {
        let token = tokens[position]
        if token.kind == .symbol {
          switch token.text {
          case "(", "{", "[": brackets += 1
          case ")", "]": brackets -= 1
          case "}":
            if brackets == 0 && blocks == 0 { return }
            brackets -= 1
          case ",", ";": if brackets == 0 && blocks == 0 { return }
          default: break
          }
        } else if token.kind == .name {
          switch token.text {
          case "function", "do", "if", "repeat": blocks += 1
          case "end", "until": blocks -= 1
          default: break
          }
        }
        position += 1
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  /// Splits Lua source into names, strings, numbers and single symbols; comments are left out. Never fails: an unfinished string ends with the file.
  private static func tokenize(_ source: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var i = 0
    /// The end of a long bracket that opens at `i`, and where its content starts; nil where none opens.
    func longBracket(at i: Int) -> (content: Int, close: Int, end: Int)? {
      var j = i + 1
      while j < source.count, source[j] == UInt8(ascii: "=") { j += 1 }
      guard j < source.count, source[j] == UInt8(ascii: "[") else { return nil }
      let level = j - i - 1
      var k = j + 1
      while k < source.count {
        if source[k] == UInt8(ascii: "]") {
          var m = k + 1
          while m < source.count, m - k - 1 < level, source[m] == UInt8(ascii: "=") { m += 1 }
          if m - k - 1 == level, m < source.count, source[m] == UInt8(ascii: "]") { return (j + 1, k, m + 1) }
        }
        k += 1
      }
      return (j + 1, source.count, source.count)
    }
    while i < source.count {
      let byte = source[i]
      if byte <= 0x20 {
        i += 1
      } else if byte == UInt8(ascii: "-"), i + 1 < source.count, source[i + 1] == byte {
        if i + 2 < source.count, source[i + 2] == UInt8(ascii: "["), let bracket = longBracket(at: i + 2) {
          i = bracket.end
        } else {
          while i < source.count, source[i] != 0x0A { i += 1 }
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        var j = i + 1
        while j < source.count, source[j] != byte, source[j] != 0x0A {
          j += source[j] == UInt8(ascii: "\\") ? 2 : 1
        }
        let close = min(j, source.count)
        let end = min(j + 1, source.count)
        tokens.append(
          Token(kind: .string, text: String(decoding: source[(i + 1)..<max(i + 1, close)], as: UTF8.self), range: i..<end))
        i = max(end, i + 1)
      } else if byte == UInt8(ascii: "["), let bracket = longBracket(at: i) {
        tokens.append(
          Token(kind: .string, text: String(decoding: source[bracket.content..<bracket.close], as: UTF8.self), range: i..<bracket.end))
        i = bracket.end
      } else if isNameByte(byte) || byte >= 0x80 {
        var j = i
        while j < source.count, isNameByte(source[j]) || source[j] >= 0x80 { j += 1 }
        let isNumber = byte &- 0x30 < 10
        tokens.append(
          Token(kind: isNumber ? .number : .name, text: String(decoding: source[i..<j], as: UTF8.self), range: i..<j))
        i = j
      } else if byte == UInt8(ascii: "="), i + 1 < source.count, source[i + 1] == byte {
        tokens.append(Token(kind: .symbol, text: "==", range: i..<(i + 2)))
        i += 2
      } else {
        tokens.append(Token(kind: .symbol, text: String(UnicodeScalar(byte)), range: i..<(i + 1)))
        i += 1
      }
    }
    return tokens
  }
}
