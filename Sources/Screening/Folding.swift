/// How single characters are classed and folded so that words can be compared.
///
/// The folding is that of a reader, not of Unicode's NFKC_Casefold: case, quote
/// shape, ligature, width and composition do not matter; accents do.
enum Folding {
  enum CharacterClass: UInt8 {
    case space, letter, digit
    /// Soft hyphens, zero-width characters, variation selectors: as if not there.
    case ignorable
    /// A combining mark; belongs to the letter before it.
    case combining
    case apostrophe, hyphen
    /// Superscript and subscript digits and signs: a token of their own, never part of a word.
    case superscript
    case other
  }

  /// The scalar that starts at `i` and its length in bytes; a byte that starts none gives U+FFFD and 1.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
    let b = UInt32(bytes[i])
    if b < 0x80 { return (b, 1) }
    @inline(__always) func tail(_ k: Int) -> UInt32? {
      guard i + k < end, bytes[i + k] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[i + k] & 0x3F)
    }
    if b >= 0xC2, b < 0xE0, let c = tail(1) { return ((b & 0x1F) << 6 | c, 2) }
    if b >= 0xE0, b < 0xF0, let c = tail(1), let d = tail(2) {
      let s = (b & 0x0F) << 12 | c << 6 | d
      return s < 0x800 || (s >= 0xD800 && s < 0xE000) ? (0xFFFD, 1) : (s, 3)
    }
    if b >= 0xF0, b < 0xF5, let c = tail(1), let d = tail(2), let e = tail(3) {
      let s = (b & 0x07) << 18 | c << 12 | d << 6 | e
      return s < 0x10000 || s > 0x10FFFF ? (0xFFFD, 1) : (s, 4)
    }
    return (0xFFFD, 1)
  }

  /// The class of each ASCII character.
  static let asciiClasses: [CharacterClass] = (0..<128).map { (b: UInt8) in
    switch b {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    case 0x00...0x20, 0x7F: .space
    default: .other
    }
  }

  /// The class of a character outside ASCII.
  static func classOf(_ s: UInt32) -> CharacterClass {
    switch s {
    case ..<0x80: return asciiClasses[Int(s)]
    case 0x80...0x9F, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE0FFF:
      return .ignorable
    case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0xFF07: return .apostrophe
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: return .hyphen
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x208E: return .superscript
    case 0xD7, 0xF7, 0x37E, 0x387: return .other
    case 0xAA, 0xB5, 0xBA, 0xC0...0x24F: return .letter
    case 0xA1...0xBF: return .other
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      return .combining
    case 0x370...0x52F: return .letter
    case 0x2014...0x206F, 0x20A0...0x20CF, 0x2190...0x23FF, 0x2500...0x2BFF, 0x3001...0x3003, 0x3008...0x3011:
      return .other
    case 0xFF10...0xFF19: return .digit
    default:
      guard let scalar = Unicode.Scalar(s) else { return .other }
      let properties = scalar.properties
      if properties.numericType == .decimal { return .digit }
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
        .spacingMark, .nonspacingMark:
        return .letter
      default: return .other
      }
    }
  }

  /// Appends the folded form of a character.
  static func append(_ s: UInt32, to folded: inout [UInt8]) {
    switch s {
    case ..<0x80: folded.append(s >= 0x41 && s <= 0x5A ? UInt8(s) | 0x20 : s == 0x60 ? 0x27 : UInt8(s))
    case 0xDF, 0x1E9E, 0xFB05, 0xFB06: folded.append(0x73); folded.append(s >= 0xFB05 ? 0x74 : 0x73)
    case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201A, 0x201B: folded.append(0x27)
    case 0x201C...0x201F: folded.append(0x22)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: folded.append(0x2D)
    case 0xFB00: folded.append(contentsOf: [0x66, 0x66])
    case 0xFB01: folded.append(contentsOf: [0x66, 0x69])
    case 0xFB02: folded.append(contentsOf: [0x66, 0x6C])
    case 0xFB03: folded.append(contentsOf: [0x66, 0x66, 0x69])
    case 0xFB04: folded.append(contentsOf: [0x66, 0x66, 0x6C])
    case 0xFF01...0xFF5E: append(s - 0xFEE0, to: &folded)
    default: appendUTF8(lowercase(s), to: &folded)
    }
  }

  /// Simple lower case, by rule for the scripts that copy is written in and by Unicode's table for the rest.
  static func lowercase(_ s: UInt32) -> UInt32 {
    switch s {
    case 0xB5: return 0x3BC
    case 0xD7: return s
    case 0xC0...0xDE: return s + 0x20
    case 0xDF...0xFF: return s
    case 0x130: return 0x69
    case 0x17F: return 0x73
    case 0x391...0x3A9: return s + 0x20
    case 0x3AC...0x3C1, 0x3C3...0x3CE: return s
    case 0x3C2: return 0x3C3
    case 0x400...0x40F: return s + 0x50
    case 0x410...0x42F: return s + 0x20
    case 0x430...0x45F: return s
    case 0x2000...0x20FF, 0x2190...0x2BFF, 0x3000...0xA63F, 0xAC00...0xD7FF: return s
    case 0x2126: return 0x3C9
    case 0x212A: return 0x6B
    case 0x212B: return 0xE5
    default:
      guard let scalar = Unicode.Scalar(s), scalar.properties.changesWhenLowercased else { return s }
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first?.value ?? s : s
    }
  }

  static func appendUTF8(_ s: UInt32, to bytes: inout [UInt8]) {
    switch s {
    case ..<0x80: bytes.append(UInt8(s))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | s >> 6))
      bytes.append(UInt8(0x80 | s & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | s >> 12))
      bytes.append(UInt8(0x80 | s >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | s & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | s >> 18 & 0x07))
      bytes.append(UInt8(0x80 | s >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | s >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | s & 0x3F))
    }
  }

  /// Precomposed lower-case letters by their canonical form; Swift's strings compare by canonical equivalence.
  private static let compositions: [String: UInt32] = {
    var table: [String: UInt32] = [:]
    for range in [0xE0...0x24F, 0x3AC...0x3CE, 0x450...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
      for s in range {
        if let scalar = Unicode.Scalar(s) { table[String(Character(scalar))] = s }
      }
    }
    table[String(Character("\u{439}"))] = 0x439
    return table
  }()

  /// Joins a combining mark with the folded letter before it, so that `e` + U+0301 equals `é`.
  static func combine(_ mark: UInt32, into folded: inout [UInt8], wordStart: Int) {
    var last = folded.count - 1
    while last > wordStart, folded[last] & 0xC0 == 0x80 { last -= 1 }
    guard last >= wordStart, let combining = Unicode.Scalar(mark) else { return }
    let base = folded.withUnsafeBufferPointer { decode($0, last, $0.count).scalar }
    guard let letter = Unicode.Scalar(base) else { return }
    var text = String(letter)
    text.unicodeScalars.append(combining)
    if let composed = compositions[text] {
      folded.removeSubrange(last...)
      appendUTF8(composed, to: &folded)
    } else {
      appendUTF8(mark, to: &folded)
    }
  }
}
