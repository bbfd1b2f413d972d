import ContentModel

/// Decodes UTF-16 and UTF-32 in either byte order.
struct WideDecoder {
  let bytes: [UInt8]
  private let start: Int
  /// Bytes a code unit: 2 or 4.
  private let unit: Int
  private let bigEndian: Bool
  private var out = Transcoder()
  /// Original offset of the first U+0000.
  private(set) var firstZero: Int?

  init(_ bytes: [UInt8], start: Int, unit: Int, bigEndian: Bool) {
    self.bytes = bytes
    self.start = start
    self.unit = unit
    self.bigEndian = bigEndian
  }

  var errors: Int { out.errors }
  var encoding: String { "utf-\(unit * 8)\(bigEndian ? "be" : "le")" }
  var sourceText: SourceText { out.sourceText(encoding: encoding, originalStart: start) }
  var notes: [ReadingNote] { out.notes(encoding: encoding.uppercased()) }

  /// Whether bytes without mark are big-endian UTF-16; nil where they are no UTF-16.
  ///
  /// Zero bytes then stand on one side, in at least one unit of twenty; few
  /// characters, as U+1F600, have one on the other.
  static func utf16ByteOrder(of bytes: [UInt8]) -> Bool? {
    guard bytes.count % 2 == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (i, byte) in bytes.enumerated() where byte == 0 {
      if i % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let enough = max(1, bytes.count / 40)
    if zeros.even * 8 <= zeros.odd, zeros.odd >= enough { return false }
    if zeros.odd * 8 <= zeros.even, zeros.even >= enough { return true }
    return nil
  }

  private func codeUnit(_ i: Int) -> UInt32 {
    var value: UInt32 = 0
    for k in 0..<unit { value = value << 8 | UInt32(bytes[bigEndian ? i + k : i + unit - 1 - k]) }
    return value
  }

  mutating func run() {
    var i = start
    var ascii: [UInt8] = []
    while i + unit <= bytes.count {
      let runStart = i
      ascii.removeAll(keepingCapacity: true)
      while i + unit <= bytes.count {
        let value = codeUnit(i)
        guard value < 0x80 else { break }
        if value == 0, firstZero == nil { firstZero = i }
        ascii.append(UInt8(value))
        i += unit
      }
      out.scale(ascii[...], from: runStart..<i)
      if i + unit <= bytes.count { i = character(at: i) }
    }
    if i < bytes.count { out.replace(i..<bytes.count) }
  }

  /// Decodes one character beyond ASCII and returns the offset behind it.
  private mutating func character(at i: Int) -> Int {
    let value = codeUnit(i)
    let end = i + unit
    if unit == 2, 0xD800..<0xDC00 ~= value, end + 2 <= bytes.count, case let low = codeUnit(end), 0xDC00..<0xE000 ~= low,
      let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    {
      out.convert(scalar, from: i..<(end + 2))
      return end + 2
    }
    if let scalar = Unicode.Scalar(value) { out.convert(scalar, from: i..<end) } else { out.replace(i..<end) }
    return end
  }
}
