/// A character reference in HTML: `&eacute;`, `&#233;`, `&#xE9;`.
struct CharacterReference {
  /// The characters it stands for, in UTF-8.
  let text: [UInt8]
  /// Behind its last byte.
  let end: Int

  /// The reference whose ampersand stands at an offset; nil where the ampersand is a mere character.
  ///
  /// By the rules of the HTML standard (§13.2.5.72–80).
  init?(_ bytes: [UInt8], at start: Int, limit: Int, inAttribute: Bool) {
    let i = start + 1
    guard i < limit else { return nil }
    if bytes[i] == 0x23 {
      self.init(numeric: bytes, at: i + 1, limit: limit)
    } else {
      self.init(named: bytes, at: i, limit: limit, inAttribute: inAttribute)
    }
  }

  private init(text: [UInt8], end: Int) {
    self.text = text
    self.end = end
  }

  private init?(numeric bytes: [UInt8], at start: Int, limit: Int) {
    var i = start
    let isHexadecimal = i < limit && bytes[i] | 0x20 == 0x78
    if isHexadecimal { i += 1 }
    let digits = i
    var value: UInt32 = 0
    while i < limit, let digit = Self.digit(bytes[i], isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x200000)
      i += 1
    }
    guard i > digits else { return nil }
    if i < limit, bytes[i] == 0x3B { i += 1 }
    if 0x80..<0xA0 ~= value { value = Windows1252.upperControls[Int(value - 0x80)] }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    self.init(text: Array(String(Character(scalar ?? "\u{FFFD}")).utf8), end: i)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    if isASCIIDigit(byte) { return UInt32(byte - 0x30) }
    return isHexadecimal && (byte | 0x20) &- 0x61 < 6 ? UInt32((byte | 0x20) - 0x61 + 10) : nil
  }

  private init?(named bytes: [UInt8], at start: Int, limit: Int, inAttribute: Bool) {
    let table = CharacterReferenceTable.shared
    var i = start
    while i < limit, i - start <= table.longestName, isASCIILetter(bytes[i]) || isASCIIDigit(bytes[i]) { i += 1 }
    if i < limit, bytes[i] == 0x3B, let entry = table.entry(bytes[start..<i]) {
      self.init(text: entry.text, end: i + 1)
      return
    }
    // Without semicolon: the longest name of those that old pages may write so.
    var k = min(i, start + table.longestBareName)
    while k > start {
      if let entry = table.entry(bytes[start..<k]), entry.needsNoSemicolon {
        if inAttribute, k < limit, bytes[k] == 0x3D || isASCIILetter(bytes[k]) || isASCIIDigit(bytes[k]) { return nil }
        self.init(text: entry.text, end: k)
        return
      }
      k -= 1
    }
    return nil
  }
}

/// The names of character references, ready for look-up.
struct CharacterReferenceTable: Sendable {
  struct Entry {
    var text: [UInt8]
    var needsNoSemicolon: Bool
  }

  static let shared = CharacterReferenceTable()

  let longestName: Int
  let longestBareName: Int
  private let table: [UInt8]
  /// Start of each entry in `table`, in the order of the names.
  private let starts: [Int32]

  private init() {
    let names = characterReferenceNames
    table = Array(UnsafeBufferPointer(start: names.utf8Start, count: names.utf8CodeUnitCount)) + [0x20]
    var starts: [Int32] = []
    var longest = 0
    var longestBare = 0
    var i = 0
    while i < table.count {
      if isWhiteSpace(table[i]) {
        i += 1
        continue
      }
      starts.append(Int32(i))
      let start = i
      while table[i] != 0x3D, table[i] != 0x21, !isWhiteSpace(table[i]) { i += 1 }
      longest = max(longest, i - start)
      if table[i] == 0x21 { longestBare = max(longestBare, i - start) }
      while !isWhiteSpace(table[i]) { i += 1 }
    }
    self.starts = starts
    longestName = longest
    longestBareName = longestBare
  }

  /// The entry of a name without its semicolon.
  func entry(_ name: ArraySlice<UInt8>) -> Entry? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      switch compare(name, Int(starts[middle])) {
      case 0: return decoded(Int(starts[middle]) + name.count)
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  private func compare(_ name: ArraySlice<UInt8>, _ start: Int) -> Int {
    var k = start
    for byte in name {
      let other = table[k]
      if other == 0x3D || other == 0x21 { return 1 }
      if byte != other { return byte < other ? -1 : 1 }
      k += 1
    }
    return table[k] == 0x3D || table[k] == 0x21 ? 0 : -1
  }

  private func decoded(_ separator: Int) -> Entry {
    var text: [UInt8] = []
    var value: UInt32 = 0
    var i = separator + 1
    while true {
      let byte = table[i]
      if byte == 0x2B || isWhiteSpace(byte) {
        text += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        if byte != 0x2B { break }
        value = 0
      } else {
        value = value << 4 | UInt32(isASCIIDigit(byte) ? byte - 0x30 : byte - 0x41 + 10)
      }
      i += 1
    }
    return Entry(text: text, needsNoSemicolon: table[separator] == 0x21)
  }
}
