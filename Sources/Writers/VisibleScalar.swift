/// What of a document's or rule's text must not be shown as it is.
package enum VisibleScalar {
  /// The replacement for a scalar that could move the cursor, reorder the line or stay invisible; nil for ordinary scalars.
  ///
  /// Controls become their pictures (U+2400–2421), as in `␛`; others read `<U+202E>`.
  /// Joiners and variation selectors pass: scripts and emoji need them.
  package static func replacement(for scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: return nil
    case 0...0x1F: return picture(0x2400 + value)
    case 0x7F: return picture(0x2421)
    case 0x80...0x9F, 0x2028, 0x2029: return named(value)
    case 0xA0..<0xAD, 0xAE..<0x034F: return nil
    case 0x034F, 0x200C, 0x200D, 0xFE00...0xFE0F: return nil
    default: return scalar.properties.isDefaultIgnorableCodePoint ? named(value) : nil
    }
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
  }

  private static func named(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
