/// Cuts HTML into tokens, each with its source range; follows the states of the HTML standard's tokenizer (§13.2.5).
///
/// Tree construction is not done here; its user sets ``foreignContent``. Linear
/// in the length of the input, without recursion.
struct HTMLTokenizer {
  enum Mode { case data, rcdata, rawText, script, plainText, cdata }

  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  enum Token {
    /// Characters; references in them count in `data` and `rcdata` only.
    case text(Range<Int>, Mode)
    case start(name: Range<Int>, tag: Range<Int>, isSelfClosing: Bool)
    case end(name: Range<Int>, tag: Range<Int>)
    case comment(Range<Int>)
    case doctype(Range<Int>)
  }

  let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  private var mode = Mode.data
  /// Attributes of the last start tag, in source order.
  private(set) var attributes: [Attribute] = []
  /// Name of the last start tag in lower case: the one that ends raw text.
  private var lastStart: [UInt8] = []
  /// Whether the tokenizer stands inside SVG or MathML, where no element holds raw text and CDATA sections count.
  var foreignContent = false
  /// Whether CDATA sections count everywhere.
  var isXML = false

  init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  mutating func next() -> Token? {
    while position < end {
      let token =
        switch mode {
        case .data: dataToken()
        case .rcdata, .rawText, .script: rawToken()
        case .cdata: cdataToken()
        case .plainText: takeText(to: end)
        }
      if let token { return token }
    }
    return nil
  }

  /// Leaves raw text, as when the element that holds it was closed by its own tag (`<script/>` in XML).
  mutating func leaveRawText() { mode = .data }

  // MARK: Looking

  private func find(_ byte: UInt8, from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < end, bytes[i] != byte { i += 1 }
      return i
    }
  }

  /// Whether a lower-case ASCII text stands at an offset, in any case.
  private func stands(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    for k in 0..<text.utf8CodeUnitCount where asciiLowerCased(bytes[offset + k]) != text.utf8Start[k] { return false }
    return true
  }

  private func endsName(at offset: Int) -> Bool {
    offset < end && (isWhiteSpace(bytes[offset]) || bytes[offset] == 0x2F || bytes[offset] == 0x3E)
  }

  private mutating func takeText(to limit: Int) -> Token {
    let start = position
    position = limit
    return .text(start..<limit, mode)
  }

  // MARK: Text states

  private mutating func cdataToken() -> Token? {
    var i = position
    while true {
      i = find(0x5D, from: i)
      if i >= end || stands("]]>", at: i) { break }
      i += 1
    }
    let start = position
    position = min(end, i + 3)
    mode = .data
    return i > start ? .text(start..<i, .cdata) : nil
  }

  private mutating func rawToken() -> Token? {
    var i = position
    /// 0, 1 inside `<!--`, 2 inside a script inside it (§13.2.5.15–31).
    var escape = 0
    while true {
      if mode == .script, escape > 0 {
        while i < end, bytes[i] != 0x3C, bytes[i] != 0x2D { i += 1 }
      } else {
        i = find(0x3C, from: i)
      }
      if i >= end {
        let token = takeText(to: end)
        mode = .data
        return token
      }
      if bytes[i] == 0x2D {
        if stands("-->", at: i) {
          escape = 0
          i += 3
        } else {
          i += 1
        }
        continue
      }
      if escape < 2, isAppropriateEndTag(at: i) {
        let token = i > position ? takeText(to: i) : nil
        mode = .data
        return token
      }
      if mode == .script {
        if escape == 0, stands("<!--", at: i) {
          escape = 1
          i += 2  // the dashes of the opening may close it at once: <!-->
          continue
        }
        if escape > 0 {
          let nameEnd = i + (escape == 1 ? 7 : 8)
          if escape == 1 ? stands("<script", at: i) : stands("</script", at: i), endsName(at: nameEnd) {
            escape = 3 - escape
            i = nameEnd
            continue
          }
        }
      }
      i += 1
    }
  }

  private func isAppropriateEndTag(at i: Int) -> Bool {
    guard !lastStart.isEmpty, i + 2 + lastStart.count < end, bytes[i + 1] == 0x2F else { return false }
    for (k, byte) in lastStart.enumerated() where asciiLowerCased(bytes[i + 2 + k]) != byte { return false }
    return endsName(at: i + 2 + lastStart.count)
  }

  private mutating func dataToken() -> Token? {
    var i = position
    while true {
      i = find(0x3C, from: i)
      if i + 1 >= end { return takeText(to: end) }
      let next = bytes[i + 1]
      if isASCIILetter(next) || next == 0x21 || next == 0x3F || (next == 0x2F && i + 2 < end) { break }
      i += 1
    }
    if i > position { return takeText(to: i) }
    switch bytes[i + 1] {
    case 0x21: return markupDeclaration()
    case 0x3F: return bogusComment(from: i + 1)
    case 0x2F:
      if bytes[i + 2] == 0x3E {
        position = i + 3
        return nil
      }
      return isASCIILetter(bytes[i + 2]) ? tag(isEnd: true) : bogusComment(from: i + 2)
    default: return tag(isEnd: false)
    }
  }

  // MARK: Comments

  private mutating func bogusComment(from start: Int) -> Token {
    let close = find(0x3E, from: start)
    position = min(end, close + 1)
    return .comment(start..<close)
  }

  private mutating func markupDeclaration() -> Token? {
    let i = position
    if stands("<!--", at: i) { return comment(from: i + 4) }
    if stands("<!doctype", at: i) {
      var quote: UInt8 = 0
      var j = i + 9
      while j < end, bytes[j] != 0x3E {
        if quote == 0, bytes[j] == 0x22 || bytes[j] == 0x27 { quote = bytes[j] } else if bytes[j] == quote { quote = 0 }
        j += 1
      }
      position = min(end, j + 1)
      return .doctype((i + 9)..<j)
    }
    if foreignContent || isXML, i + 9 <= end, bytes[i..<(i + 9)].elementsEqual("<![CDATA[".utf8) {
      position = i + 9
      mode = .cdata
      return nil
    }
    return bogusComment(from: i + 2)
  }

  private mutating func comment(from start: Int) -> Token {
    if start < end, bytes[start] == 0x3E {
      position = start + 1
      return .comment(start..<start)
    }
    if stands("->", at: start) {
      position = start + 2
      return .comment(start..<start)
    }
    var i = start
    while true {
      i = find(0x2D, from: i)
      if i >= end {
        position = end
        return .comment(start..<end)
      }
      if stands("-->", at: i) {
        position = i + 3
        return .comment(start..<i)
      }
      if stands("--!>", at: i) {
        position = i + 4
        return .comment(start..<i)
      }
      i += 1
    }
  }

  // MARK: Tags

  /// A tag cut short by the end of the input is dropped, with what it holds.
  private mutating func tag(isEnd: Bool) -> Token? {
    let start = position
    var i = start + (isEnd ? 2 : 1)
    let nameStart = i
    while i < end, !isWhiteSpace(bytes[i]), bytes[i] != 0x2F, bytes[i] != 0x3E { i += 1 }
    let name = nameStart..<i
    attributes.removeAll(keepingCapacity: true)
    var isSelfClosing = false
    while true {
      while i < end, isWhiteSpace(bytes[i]) { i += 1 }
      guard i < end else {
        position = end
        return nil
      }
      if bytes[i] == 0x3E {
        i += 1
        break
      }
      if bytes[i] == 0x2F {
        i += 1
        if i < end, bytes[i] == 0x3E {
          isSelfClosing = true
          i += 1
          break
        }
        continue
      }
      guard let next = attribute(at: i) else {
        position = end
        return nil
      }
      i = next
    }
    position = i
    if isEnd { return .end(name: name, tag: start..<i) }
    lastStart.removeAll(keepingCapacity: true)
    for byte in bytes[name] { lastStart.append(asciiLowerCased(byte)) }
    if !foreignContent { mode = Self.contentMode(of: lastStart) }
    return .start(name: name, tag: start..<i, isSelfClosing: isSelfClosing)
  }

  /// Reads one attribute and returns the offset behind it; nil at the end of the input.
  private mutating func attribute(at start: Int) -> Int? {
    var i = start + 1
    while i < end, !isWhiteSpace(bytes[i]), bytes[i] != 0x3D, bytes[i] != 0x2F, bytes[i] != 0x3E { i += 1 }
    let name = start..<i
    var k = i
    while k < end, isWhiteSpace(bytes[k]) { k += 1 }
    guard k < end, bytes[k] == 0x3D else {
      attributes.append(Attribute(name: name, value: i..<i))
      return i
    }
    k += 1
    while k < end, isWhiteSpace(bytes[k]) { k += 1 }
    guard k < end else { return nil }
    if bytes[k] == 0x22 || bytes[k] == 0x27 {
      let close = find(bytes[k], from: k + 1)
      guard close < end else { return nil }
      attributes.append(Attribute(name: name, value: (k + 1)..<close))
      return close + 1
    }
    let valueStart = k
    while k < end, !isWhiteSpace(bytes[k]), bytes[k] != 0x3E { k += 1 }
    attributes.append(Attribute(name: name, value: valueStart..<k))
    return k
  }

  private static func contentMode(of name: [UInt8]) -> Mode {
    func named(_ text: StaticString) -> Bool {
      name.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    guard 3...9 ~= name.count else { return .data }
    if named("title") || named("textarea") { return .rcdata }
    if named("script") { return .script }
    if named("style") || named("iframe") || named("noembed") || named("noframes") || named("xmp") { return .rawText }
    return named("plaintext") ? .plainText : .data
  }
}

@inline(__always)
func asciiLowerCased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
