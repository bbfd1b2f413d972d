import ContentModel

/// Windows-1252, which the Encoding Standard also reads under the names of ISO 8859-1 and ASCII.
enum Windows1252 {
  /// Code points of the bytes 0x80–0x9F (Encoding Standard, index windows-1252); undefined bytes stand for themselves.
  static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
  /// Undefined bytes up to which a file still counts as Windows-1252.
  static let maximumUndefined = 3

  static func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedSource {
    var out = Transcoder()
    var undefined: [Int] = []
    var i = 0
    while i < bytes.count {
      let runStart = i
      while i < bytes.count, bytes[i] < 0x80 { i += 1 }
      out.copy(bytes, runStart..<i)
      guard i < bytes.count else { break }
      let byte = bytes[i]
      let value = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt32(byte)
      if value < 0xA0 {
        undefined.append(i)
        if undefined.count > maximumUndefined {
          throw .undecodable(reason: "is neither UTF-8 nor Windows-1252 (byte 0x\(hex(bytes[undefined[0]])) at offset \(undefined[0]))")
        }
        out.replace(i..<(i + 1))
      } else {
        out.convert(Unicode.Scalar(value) ?? "\u{FFFD}", from: i..<(i + 1))
      }
      i += 1
    }
    return DecodedSource(
      text: out.sourceText(encoding: "windows-1252", originalStart: 0), notes: out.notes(encoding: "Windows-1252"))
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}
