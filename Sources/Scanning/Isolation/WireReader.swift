/// Reads what a ``WireWriter`` wrote, and believes nothing: a worker may have been taken over by a document.
struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Bytes that make no sense.
  struct Nonsense: Error {}

  /// A number from 0 to `most`.
  mutating func number(most: Int = .max) throws(Nonsense) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 63 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard let number = Int(exactly: value), number <= most else { throw Nonsense() }
        return number
      }
      shift += 7
    }
    throw Nonsense()
  }

  mutating func flag() throws(Nonsense) -> Bool { try number(most: 1) == 1 }

  mutating func data() throws(Nonsense) -> [UInt8] {
    let count = try number()
    guard count <= bytes.count - position else { throw Nonsense() }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  mutating func text() throws(Nonsense) -> String {
    guard let text = String(validating: try data(), as: UTF8.self) else { throw Nonsense() }
    return text
  }

  mutating func optional<T>(_ read: (inout WireReader) throws(Nonsense) -> T) throws(Nonsense) -> T? {
    try flag() ? try read(&self) : nil
  }

  /// The length of a list, of which every element takes at least a byte.
  mutating func count() throws(Nonsense) -> Int { try number(most: bytes.count - position) }

  mutating func list<T>(_ read: (inout WireReader) throws(Nonsense) -> T) throws(Nonsense) -> [T] {
    var values: [T] = []
    for _ in 0..<(try count()) { values.append(try read(&self)) }
    return values
  }

  mutating func choice<T: CaseIterable>(_: T.Type) throws(Nonsense) -> T {
    let cases = Array(T.allCases)
    return cases[try number(most: cases.count - 1)]
  }

  func finish() throws(Nonsense) {
    guard position == bytes.count else { throw Nonsense() }
  }
}
