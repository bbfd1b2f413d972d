/// Writes values as bytes for the other end of a worker's pipe.
///
/// Numbers are LEB128 varints, texts and lists carry their length in front. Both
/// ends are the same program, so there are no versions.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  /// A number from 0.
  mutating func number(_ value: Int) {
    var rest = UInt64(max(0, value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func data(_ value: [UInt8]) {
    number(value.count)
    bytes += value
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes += value.utf8
  }

  mutating func optional<T>(_ value: T?, _ write: (inout WireWriter, T) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<T>(_ values: [T], _ write: (inout WireWriter, T) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  /// A case by its place among all cases.
  mutating func choice<T: CaseIterable & Equatable>(_ value: T) {
    number(T.allCases.enumerated().first { $0.element == value }?.offset ?? 0)
  }
}
