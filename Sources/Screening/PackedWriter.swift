/// Writes values in the host's byte order, for ``PackedReader`` on the same machine.
package struct PackedWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: Int) { withUnsafeBytes(of: Int64(number)) { bytes.append(contentsOf: $0) } }

  package mutating func write(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Elements without references or padding that matters.
  package mutating func write<Element: BitwiseCopyable>(_ elements: [Element]) {
    write(elements.count)
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func writeList<Element>(_ elements: [Element], _ body: (inout PackedWriter, Element) -> Void) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// Reads what a ``PackedWriter`` has written; anything else is an error or gives other values, never more than there is.
package struct PackedReader {
  package struct Nonsense: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var position: Int

  package init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  package var isAtEnd: Bool { position == bytes.count }

  private mutating func take(_ count: Int) throws(Nonsense) -> Range<Int> {
    guard count >= 0, count <= bytes.count - position else { throw Nonsense() }
    position += count
    return position - count..<position
  }

  package mutating func int() throws(Nonsense) -> Int {
    let range = try take(8)
    return bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int64.self)) }
  }

  package mutating func bool() throws(Nonsense) -> Bool { bytes[try take(1).lowerBound] != 0 }

  package mutating func string() throws(Nonsense) -> String { String(decoding: bytes[try take(try int())], as: UTF8.self) }

  package mutating func optionalString() throws(Nonsense) -> String? { try bool() ? try string() : nil }

  package mutating func array<Element: BitwiseCopyable>(of type: Element.Type) throws(Nonsense) -> [Element] {
    let count = try int()
    guard count >= 0, count <= bytes.count else { throw Nonsense() }
    let range = try take(count * MemoryLayout<Element>.stride)
    return [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes[range])
      filled = count
    }
  }

  package mutating func list<Element>(_ body: (inout PackedReader) throws(Nonsense) -> Element) throws(Nonsense) -> [Element] {
    let count = try int()
    guard count >= 0, count <= bytes.count else { throw Nonsense() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
