import ContentModel

/// Character classes and the folding under which names and words are compared.
enum Folding {
  /// The scalar at an offset and its width in bytes. Bytes that are no UTF-8 come out as U+FFFD, one at a time.
  @inline(__always)
  static func decode(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> (UInt32, Int) {
    let byte = b[i]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
    guard width > 1, i + width <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(byte) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for k in 1..<width {
      guard b[i + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(b[i + k] & 0x3F)
    }
    return (scalar, width)
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || (0x2000...0x200B).contains(scalar) || scalar == 0x202F || scalar == 0x2028
      || scalar == 0x2029 || scalar == 0x3000 || scalar == 0xFEFF
  }

  static func isCombining(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    if isCombining(scalar) { return true }
    guard let value = Unicode.Scalar(scalar) else { return false }
    return value.properties.isAlphabetic
  }

  @inline(__always)
  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    guard let value = Unicode.Scalar(scalar) else { return false }
    return value.properties.isUppercase
  }

  static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC }
  static func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 }

  /// The digit that a superscript digit stands for.
  static func superscriptDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Int(scalar) - 0x2070
    default: nil
    }
  }

  /// Base letters of U+00C0 to U+017F; `?` stands for the letters that `fold` spells out or leaves.
  private static let bases = Array(
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      .utf8)

  /// Lower case, no accents, no soft hyphens; apostrophes straight, hyphens ASCII.
  static func fold(_ bytes: [UInt8], _ span: Span) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    bytes.withUnsafeBufferPointer { b in
      var i = max(0, span.start)
      let end = min(span.end, b.count)
      while i < end {
        let (scalar, width) = decode(b, i, end)
        i += width
        if scalar < 0x80 {
          let byte = UInt8(scalar)
          out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        } else if isCombining(scalar) || scalar == 0xAD {
          continue
        } else if isApostrophe(scalar) {
          out.append(0x27)
        } else if isHyphen(scalar) {
          out.append(0x2D)
        } else {
          switch scalar {
          case 0xC6, 0xE6: out.append(contentsOf: [0x61, 0x65])
          case 0x152, 0x153: out.append(contentsOf: [0x6F, 0x65])
          case 0xDF: out.append(contentsOf: [0x73, 0x73])
          case 0xDE, 0xFE: out.append(contentsOf: [0x74, 0x68])
          case 0x132, 0x133: out.append(contentsOf: [0x69, 0x6A])
          case 0xC0...0x17F where bases[Int(scalar) - 0xC0] != 0x3F: out.append(bases[Int(scalar) - 0xC0])
          case 0x218, 0x219: out.append(0x73)
          case 0x21A, 0x21B: out.append(0x74)
          default:
            if let value = Unicode.Scalar(scalar) { out.append(contentsOf: value.properties.lowercaseMapping.utf8) }
          }
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return fold(bytes, Span(0, bytes.count))
  }

  /// Words between a given and a family name, or before it. They do not decide whether two names are one.
  static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "des", "la", "le", "du", "da", "di", "do", "dos", "das", "del", "della", "dello",
    "degli", "ter", "ten", "te", "zu", "zum", "zur", "vom", "af", "av", "bin", "ibn", "ben", "al", "el", "y", "e", "st",
  ]

  /// The key under which a surname is looked up: folded, without particles, apostrophes, hyphens and spaces, and with `ue`, `oe`, `ae` as `u`, `o`, `a`, so that `Müller` is `Mueller`.
  static func nameKey(_ name: String) -> String {
    let folded = fold(name)
    var words: [[UInt8]] = [[]]
    for byte in folded.utf8 {
      if byte == 0x20 || byte == 0x2D { words.append([]) } else if byte != 0x27 { words[words.count - 1].append(byte) }
    }
    let significant = words.filter { !$0.isEmpty && !particles.contains(String(decoding: $0, as: UTF8.self)) }
    var key: [UInt8] = []
    for byte in (significant.isEmpty ? words : significant).joined() {
      if byte == 0x65, let last = key.last, last == 0x61 || last == 0x6F || last == 0x75, key.count > 1 { continue }
      key.append(byte)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
