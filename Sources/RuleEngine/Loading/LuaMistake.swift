package import LuaRuntime

/// What Lua says about a mistake, in the words of those who write rules.
///
/// Lua knows the line, the kind of value and often a name; the object model knows
/// which fields may be nil and which names are fields. Together they say what is
/// missing and what to write instead.
package struct LuaMistake: Sendable, Equatable {
  /// One phrase, without place.
  package var message: String
  /// The next step.
  package var help: String?
  /// The words to underline, as they stand in the source line.
  var word: String?
  /// Whether the message says more than Lua did.
  var isExplained = false

  /// - Parameter source: the chunk's text, to look at the line and at what stands above it.
  package init(_ error: LuaError, source: [UInt8]) {
    message = error.message
    let line = error.line.map { Self.line($0, of: source) } ?? ""
    if error.kind == .syntax {
      explainSyntax(line)
    } else {
      explainFailure(line, above: error.line.map { Self.lines(before: $0, of: source) } ?? [])
    }
    if word == nil { word = Self.quotedNames(in: error.message).first { Self.holds(line, $0) } }
  }

  private mutating func explain(_ message: String, _ help: String?, word: String? = nil) {
    self.message = message
    self.help = help
    self.word = word ?? self.word
    isExplained = true
  }

  // MARK: While running

  /// What Lua could not do with a value, by the words of its message.
  private static let deeds: [(lua: String, cannot: String)] = [
    ("attempt to index a ", "so nothing can be read from it"),
    ("attempt to call a ", "so it cannot be called"),
    ("attempt to perform arithmetic on a ", "so it cannot be reckoned with"),
    ("attempt to concatenate a ", "so it cannot be joined with '..'"),
    ("attempt to get length of a ", "so it has no length"),
  ]

  private mutating func explainFailure(_ line: String, above: [String]) {
    let said = message
    for deed in Self.deeds where said.hasPrefix(deed.lua) {
      let type = String(said.dropFirst(deed.lua.count).prefix { $0 != " " })
      let name = Self.quotedNames(in: said).first
      let isCall = deed.lua.contains("call")
      if let name, isCall, type != "nil", let field = Self.field(named: name) {
        explain(
          "'\(name)' is a field (\(field.type)), not a method, and is read without parentheses",
          "write .\(name) in place of :\(name)() or .\(name)()", word: name)
        return
      }
      guard let name else {
        explain("a value is \(Self.article(type)) here, \(deed.cannot)", type == "nil" ? "test it first: if value then … end" : nil)
        return
      }
      guard type == "nil" else {
        explain("'\(name)' is \(Self.article(type)) here, \(deed.cannot)", nil, word: name)
        return
      }
      explain("'\(name)' is nil here, \(deed.cannot)", Self.nilHelp(name, line: line, above: above), word: name)
      return
    }
    if said.hasPrefix("attempt to compare ") {
      explain(
        "cannot compare " + said.dropFirst("attempt to compare ".count),
        said.contains("nil") ? "one side is nil: test it first, or see both with trace(…) under obstat try" : "compare numbers with numbers and texts with texts")
    } else if said.hasPrefix("bad argument #1 to 'ipairs'") || said.hasPrefix("bad argument #1 to 'pairs'"), said.contains("got nil") || said.contains("got no value") {
      explain("ipairs and pairs walk a list, and this is nil", "fields whose type ends in [] are always lists; fields whose type ends in ? may be nil", word: said.contains("'ipairs'") ? "ipairs" : "pairs")
    } else if said.hasPrefix("call it with a colon: ") {
      let call = said.dropFirst("call it with a colon: ".count)
      let wrong = call.prefix { $0 != "(" }.replacing(":", with: ".")
      help = "methods take a colon, fields a dot"
      word = Self.holds(line, String(wrong)) ? String(wrong) : call.split(separator: ":").last.map { String($0.prefix { $0 != "(" }) }
      isExplained = true
    } else if said == "stack overflow: functions call each other without end" || said.hasPrefix("stack overflow") || said.hasPrefix("C stack overflow") {
      explain("functions call each other without end", "a function that calls itself needs a case in which it does not")
    } else if said.hasPrefix("unknown name '") || said.contains(" has no field") {
      isExplained = true
      if said.hasPrefix("unknown name 'require'") {
        explain("this pack has no helper modules to require", "put one into the pack's lib folder: lib/dates.lua is taken with require \"dates\"", word: "require")
      } else if let other = Self.otherLanguages.first(where: { said.hasPrefix("unknown name '\($0.word)'") }) {
        explain("unknown name '\(other.word)'", other.help, word: other.word)
      }
    } else if said.hasPrefix("cannot create global '") || said.hasPrefix("cannot change") {
      isExplained = true
      help = "what a rule keeps is local, and starts anew with each document"
    }
  }

  /// Words of other languages that authors write by habit.
  private static let otherLanguages: [(word: String, help: String)] = [
    ("null", "nothing is written nil in Lua"), ("None", "nothing is written nil in Lua"), ("undefined", "nothing is written nil in Lua"),
    ("True", "write true, in lower case"), ("False", "write false, in lower case"), ("TRUE", "write true, in lower case"), ("FALSE", "write false, in lower case"),
    ("print", "use trace(…): it prints under obstat try, rules test and repl"),
    ("len", "the length of a text or list is #value"),
    ("regex", "a regular expression is written pattern [[…]]"), ("wordlist", "a word list is taken with lexicon \"name\""),
  ]

  /// Why a name may be nil, from the object model.
  private static func nilHelp(_ name: String, line: String, above: [String]) -> String {
    if let owner = optionalMember(name, line: line) {
      let way = "\(owner.type).\(owner.member)"
      return "\(way) may be nil (\(decapitalised(owner.summary))): test it first, if \(way) then … end"
    }
    // A local that was given such a field.
    for text in above.reversed() {
      guard let equals = text.range(of: "\(name) ="), !text[equals.upperBound...].hasPrefix("=") else { continue }
      let given = text[equals.upperBound...]
      let member = String(given.reversed().drop { !isWordCharacter($0) && $0 != ")" }.reversed())
      let bare = member.contains("(") ? String(member.prefix { $0 != "(" }) : member
      guard let last = bare.split(whereSeparator: { $0 == "." || $0 == ":" }).last.map(String.init),
        let owner = optionalMember(last, line: String(given))
      else { break }
      return "\(owner.type)\(owner.isMethod ? ":" : ".")\(owner.member) may give nil (\(decapitalised(owner.summary))): test it first, if \(name) then … end"
    }
    return "test it first: if \(name) then … end"
  }

  private struct Member {
    var type: String
    var member: String
    var summary: String
    var isMethod: Bool
  }

  /// The field or method of a name that may be nil; of several owners the one that the line names.
  private static func optionalMember(_ name: String, line: String) -> Member? {
    var found: [Member] = []
    for type in ObjectModel.shared.types {
      for field in type.fields where field.name == name && field.type.hasSuffix("?") {
        found.append(Member(type: type.name.name, member: name, summary: field.summary, isMethod: false))
      }
      for method in type.methods where method.name == name && method.returns?.hasSuffix("?") == true {
        found.append(Member(type: type.name.name, member: name, summary: method.summary, isMethod: true))
      }
    }
    return found.first { line.contains("\($0.type).\(name)") || line.contains("\($0.type):\(name)") } ?? found.first
  }

  private static func field(named name: String) -> ObjectModel.Field? {
    for type in ObjectModel.shared.types {
      if let field = type.fields.first(where: { $0.name == name }) { return field }
    }
    return nil
  }

  // MARK: While compiling

  private mutating func explainSyntax(_ line: String) {
    let said = message.replacing("<eof>", with: "the end of the file")
    message = said
    if said.contains("C stack overflow") || said.contains("too many C levels") {
      explain("is nested too deep: more than 200 brackets, blocks or calls inside each other", "write the inner parts as locals or functions of their own")
      return
    }
    if said.contains("near '<\\"), let mark = line.unicodeScalars.first(where: { $0.value > 0x7F }) {
      let name = "\(mark)"
      if "“”„‟‘’‚«»".unicodeScalars.contains(mark) {
        explain("'\(name)' is a typographic quotation mark, and Lua wants a straight one", "write \" around texts; inside a text “ and ” are fine", word: name)
      } else {
        explain("'\(name)' may stand in texts and comments only", "put texts into \"quotes\"", word: name)
      }
      return
    }
    let near = Self.quotedNames(in: said).last ?? ""
    let signs: [(near: String, help: String)] = [
      ("!", "“is not” is written ~=, and “not” is written not"), ("!=", "“is not” is written ~="), ("&", "“and” is written and"), ("&&", "“and” is written and"),
      ("|", "“or” is written or"), ("||", "“or” is written or"), ("++", "write count = count + 1"),
    ]
    if let sign = signs.first(where: { $0.near == near }) {
      help = sign.help
    } else if said.contains("'then' expected near '='") {
      help = "to compare, write =="
    } else if said.contains("'then' expected") {
      help = "a condition ends with then: if … then … end"
    } else if said.contains("'}' expected") {
      help = "is there a comma missing at the end of the line before?"
    } else if said.contains("'end' expected") {
      help = "each function, if, for and while needs an end of its own"
    } else if said.contains("'do' expected") {
      help = "a loop begins: for _, item in ipairs(list) do … end"
    } else if said.contains("unfinished string") {
      help = "a text ends on its line with the quote it began with; a text over several lines is written [[…]]"
    } else if said.contains("unfinished long string") {
      help = "a text that begins with [[ ends with ]]"
    } else if said.contains("near the end of the file") {
      help = "something that was opened is not closed: a bracket, a text, or a block that lacks its end"
    }
  }

  // MARK: Text

  private static func article(_ type: String) -> String {
    type == "nil" ? "nil" : type == "userdata" ? "an object" : "a \(type)"
  }

  /// Within a sentence, without full stop.
  private static func decapitalised(_ text: String) -> String {
    let bare = text.hasSuffix(".") ? String(text.dropLast()) : text
    return bare.prefix(1).lowercased() + bare.dropFirst()
  }

  /// Names between straight single quotes, in order.
  static func quotedNames(in text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
  }

  static func line(_ number: Int, of source: [UInt8]) -> String { RuleLoadError.Place(line: number, in: source)?.sourceLine ?? "" }

  private static func lines(before number: Int, of source: [UInt8]) -> [String] {
    String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).prefix(number).map(String.init)
  }

  private static func isWordCharacter(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

  /// Whether a line has a word, not as a part of another.
  private static func holds(_ line: String, _ word: String) -> Bool { wordRange(word, in: line) != nil }

  /// Where a word stands in a line first, not as a part of another; behind a dot or colon before elsewhere.
  static func wordRange(_ word: String, in line: String) -> Range<String.Index>? {
    guard !word.isEmpty else { return nil }
    var first: Range<String.Index>?
    var from = line.startIndex
    while let range = line[from...].range(of: word) {
      let before = range.lowerBound == line.startIndex ? nil : line[line.index(before: range.lowerBound)]
      let after = range.upperBound == line.endIndex ? nil : line[range.upperBound]
      let startsInside = before.map(isWordCharacter) ?? false
      let endsInside = after.map(isWordCharacter) ?? false
      let isName = word.first.map(isWordCharacter) ?? false
      if !isName || !(startsInside || endsInside) {
        if before == "." || before == ":" { return range }
        if first == nil { first = range }
      }
      from = range.upperBound
    }
    return first
  }
}

extension StringProtocol {
  /// The first place where some words stand.
  fileprivate func range(of words: String) -> Range<Index>? {
    guard !words.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension RuleLoadError.Place {
  /// A word of a 1-based line; the line without its indentation where the word does not stand there.
  init?(line: Int, word: String?, in source: [UInt8]) {
    guard let whole = RuleLoadError.Place(line: line, in: source) else { return nil }
    self = whole
    guard let word, let range = LuaMistake.wordRange(word, in: whole.sourceLine) else { return }
    column = whole.sourceLine[..<range.lowerBound].unicodeScalars.count + 1
    length = max(1, whole.sourceLine[range].unicodeScalars.count)
  }
}
