import Writers

/// How text from documents and rules looks in a terminal: how wide each scalar is, and what must not get there raw.
enum TerminalText {
  /// Columns that a scalar takes: 0 for combining marks, joiners and variation selectors, 2 for wide scalars and emoji, else 1.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isWide(value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return value == 0x200C || value == 0x200D ? 0 : 1
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// East_Asian_Width W and F (UAX #11), blocks taken whole; emoji outside them are known to the standard library.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x1100: false
    case 0x302A...0x302D, 0x303F, 0x3099...0x309A: false
    case 0x1100...0x115F, 0x2E80...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      value < 0x4DC0 || value > 0x4DFF
    default: false
    }
  }

  /// Appends one scalar, made safe, and gives the columns that it took.
  @discardableResult
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Int {
    if let replacement = VisibleScalar.replacement(for: scalar) {
      bytes.append(contentsOf: replacement.utf8)
      return replacement.unicodeScalars.count
    }
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      return 1
    }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return width(scalar)
  }

  /// Text made safe and put on one line: each run of white space becomes one space.
  static func line(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if pendingSpace { bytes.append(0x20) }
      pendingSpace = false
      append(scalar, to: &bytes)
    }
    return bytes
  }

  /// Appends text made safe, on one line, wrapped between words so that no line passes `width` columns; further lines are
  /// indented by `indentation`, where the first already stands.
  static func appendWrapped(_ text: String, indentation: Int, width: Int, to bytes: inout [UInt8]) {
    var column = indentation
    var isFirst = true
    for word in line(text).split(separator: 0x20) {
      let columns = String(decoding: word, as: UTF8.self).unicodeScalars.reduce(0) { $0 + Self.width($1) }
      if !isFirst {
        if column + 1 + columns > width {
          bytes.append(0x0A)
          bytes.append(contentsOf: repeatElement(0x20, count: indentation))
          column = indentation
        } else {
          bytes.append(0x20)
          column += 1
        }
      }
      bytes.append(contentsOf: word)
      column += columns
      isFirst = false
    }
  }
}
