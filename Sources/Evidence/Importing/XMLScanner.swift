/// Reads XML token by token: elements, attributes, text. Knows no external entity and expands none but the five of XML itself and numbers.
struct XMLScanner {
  enum Token: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  struct Problem: Error, Equatable { var message: String }

  let bytes: [UInt8]
  var position: Int
  /// The end of what `<x/>` opened.
  private var pendingEnd: String?

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  private func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    var i = start
    // A comment that is never closed must not be looked for through a large file, once for each record.
    let limit = min(bytes.count, start + (1 << 20))
    while i + count <= limit {
      if bytes[i] == text.utf8Start[0], has(text, at: i) { return i }
      i += 1
    }
    return nil
  }

  /// The next token; nil at the end of the file.
  mutating func next() throws(Problem) -> Token? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while position < bytes.count {
      guard bytes[position] == 0x3C else { return .text(try text()) }
      if has("<!--", at: position) {
        guard let end = find("-->", from: position + 4) else { throw Problem(message: "a comment that does not end") }
        position = end + 3
      } else if has("<![CDATA[", at: position) {
        guard let end = find("]]>", from: position + 9) else { throw Problem(message: "a CDATA section that does not end") }
        let text = String(decoding: bytes[position + 9..<end], as: UTF8.self)
        position = end + 3
        return .text(text)
      } else if has("<!", at: position) {
        try declaration()
      } else if has("<?", at: position) {
        guard let end = find("?>", from: position + 2) else { throw Problem(message: "an instruction that does not end") }
        position = end + 2
      } else {
        return try tag()
      }
    }
    return nil
  }

  /// A document type may name a DTD, which is not fetched; one that defines anything is refused.
  private mutating func declaration() throws(Problem) {
    var i = position
    while i < bytes.count, bytes[i] != 0x3E, i - position < 4096 {
      if bytes[i] == 0x5B { throw Problem(message: "a document type that defines entities is not read") }
      i += 1
    }
    guard i < bytes.count, bytes[i] == 0x3E else { throw Problem(message: "a declaration that does not end") }
    position = i + 1
  }

  private func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte == 0x3A || byte == 0x2D || byte == 0x2E || byte >= 0x80
  }

  private mutating func name() throws(Problem) -> String {
    let start = position
    while position < bytes.count, isName(bytes[position]), position - start < 200 { position += 1 }
    guard position > start else { throw Problem(message: "a '<' that begins no element") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() { while position < bytes.count, bytes[position] <= 0x20 { position += 1 } }

  private mutating func tag() throws(Problem) -> Token {
    position += 1
    if position < bytes.count, bytes[position] == 0x2F {
      position += 1
      let name = try name()
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x3E else { throw Problem(message: "the end tag of '\(name)' does not end") }
      position += 1
      return .end(name)
    }
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard position < bytes.count else { throw Problem(message: "the tag '\(name)' does not end") }
      if bytes[position] == 0x3E {
        position += 1
        return .start(name, attributes)
      }
      if has("/>", at: position) {
        position += 2
        pendingEnd = name
        return .start(name, attributes)
      }
      let key = try self.name()
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x3D else { throw Problem(message: "the attribute '\(key)' has no value") }
      position += 1
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else { throw Problem(message: "the attribute '\(key)' has no quoted value") }
      let quote = bytes[position]
      let start = position + 1
      var end = start
      while end < bytes.count, bytes[end] != quote, bytes[end] != 0x3C { end += 1 }
      guard end < bytes.count, bytes[end] == quote else { throw Problem(message: "the attribute '\(key)' does not end") }
      if attributes.count < 64 { attributes[key] = try expanded(start..<end) }
      position = end + 1
    }
  }

  private mutating func text() throws(Problem) -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x3C { position += 1 }
    return try expanded(start..<position)
  }

  private func expanded(_ range: Range<Int>) throws(Problem) -> String {
    guard bytes[range].contains(0x26) else { return String(decoding: bytes[range], as: UTF8.self) }
    var out: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == 0x26 else {
        out.append(bytes[i])
        i += 1
        continue
      }
      let end = bytes[i..<min(range.upperBound, i + 12)].firstIndex(of: 0x3B)
      guard let end else { throw Problem(message: "an '&' that begins no entity") }
      let entity = String(decoding: bytes[i + 1..<end], as: UTF8.self)
      switch entity {
      case "amp": out.append(0x26)
      case "lt": out.append(0x3C)
      case "gt": out.append(0x3E)
      case "quot": out.append(0x22)
      case "apos": out.append(0x27)
      default:
        let number = entity.hasPrefix("#x") || entity.hasPrefix("#X") ? UInt32(entity.dropFirst(2), radix: 16) : entity.hasPrefix("#") ? UInt32(entity.dropFirst()) : nil
        guard let number, let scalar = Unicode.Scalar(number), number >= 0x20 || number == 9 || number == 10 else {
          throw Problem(message: "the entity '&\(entity);' is not known")
        }
        out += Array(String(Character(scalar)).utf8)
      }
      i = end + 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
