/// Writes JSON (RFC 8259) as its values are told, with new lines for arrays of objects.
///
/// Members keep the order of the calls; a nil value leaves its member out.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func object(_ members: (inout JSONText) -> Void) {
    bytes.append(0x7B)
    isFirst = true
    members(&self)
    bytes.append(0x7D)
    isFirst = false
  }

  mutating func member(_ name: String, _ value: (inout JSONText) -> Void) {
    separate()
    string(name)
    bytes.append(contentsOf: [0x3A, 0x20])
    value(&self)
    isFirst = false
  }

  mutating func member(_ name: String, _ value: String?) {
    if let value { member(name) { $0.string(value) } }
  }

  mutating func member(_ name: String, _ value: Int?) {
    if let value { member(name) { $0.raw(String(value)) } }
  }

  /// A number as short as it can be written; infinities and the like leave the member out.
  mutating func member(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    let whole = value.rounded() == value && abs(value) < 1e15
    member(name) { $0.raw(whole ? String(Int(value)) : String(value)) }
  }

  mutating func member(_ name: String, _ value: Bool?) {
    if let value { member(name) { $0.raw(value ? "true" : "false") } }
  }

  mutating func member(_ name: String, _ values: [String]) {
    member(name) { $0.array(values) { text, value in text.string(value) } }
  }

  mutating func member(_ name: String, _ values: [Int]) {
    member(name) { $0.array(values) { text, value in text.raw(String(value)) } }
  }

  /// An array on one line.
  mutating func array<Element>(_ values: [Element], _ write: (inout JSONText, Element) -> Void) {
    bytes.append(0x5B)
    isFirst = true
    for value in values {
      separate()
      write(&self, value)
      isFirst = false
    }
    bytes.append(0x5D)
    isFirst = false
  }

  /// An array with a line for each element.
  mutating func lines<Element>(_ name: String, _ values: [Element], _ write: (inout JSONText, Element) -> Void) {
    member(name) { text in
      text.bytes.append(0x5B)
      text.isFirst = true
      for (n, value) in values.enumerated() {
        if n > 0 { text.bytes.append(0x2C) }
        text.bytes.append(contentsOf: [0x0A, 0x20, 0x20])
        text.isFirst = true
        write(&text, value)
      }
      text.bytes.append(0x5D)
    }
  }

  mutating func newLine() { bytes.append(0x0A) }

  private mutating func separate() {
    if !isFirst { bytes.append(contentsOf: [0x2C, 0x20]) }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func string(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
