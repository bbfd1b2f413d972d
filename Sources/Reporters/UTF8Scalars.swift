/// Steps through UTF-8 bytes by Unicode scalars. Ill-formed bytes count as U+FFFD, one byte each, so that no input can fail.
enum UTF8Scalars {
  /// The scalar that starts at an offset, and its length in bytes (at least 1).
  static func scalar(in bytes: [UInt8], at i: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = bytes[i]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, i + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for k in 1..<length {
      guard bytes[i + k] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[i + k] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The offset of the scalar that ends at `i`, which must be above 0.
  static func start(before i: Int, in bytes: [UInt8]) -> Int {
    var k = i - 1
    while k > 0, i - k < 4, bytes[k] & 0xC0 == 0x80 { k -= 1 }
    return k
  }
}
