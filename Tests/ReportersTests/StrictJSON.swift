/// Accepts exactly the JSON of RFC 8259: enough to prove that a reporter's output is one.
struct StrictJSON {
  private let bytes: [UInt8]
  private var i = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func accepts(_ bytes: [UInt8]) -> Bool {
    var reader = StrictJSON(bytes)
    return reader.readsWholeText()
  }

  private mutating func readsWholeText() -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil, value() else { return false }
    space()
    return i == bytes.count
  }

  private var next: UInt8? { i < bytes.count ? bytes[i] : nil }

  private mutating func space() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { i += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[i...].starts(with: text.utf8) else { return false }
    i += text.utf8.count
    return true
  }

  private mutating func value() -> Bool {
    space()
    switch next {
    case UInt8(ascii: "{"): return sequence(close: "}") { $0.string() && $0.colon() && $0.value() }
    case UInt8(ascii: "["): return sequence(close: "]") { $0.value() }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "n"): return take("null")
    default: return integer()
    }
  }

  private mutating func colon() -> Bool {
    space()
    return take(":")
  }

  private mutating func sequence(close: String, _ element: (inout StrictJSON) -> Bool) -> Bool {
    i += 1
    space()
    if take(close) { return true }
    while true {
      space()
      guard element(&self) else { return false }
      space()
      if take(close) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func integer() -> Bool {
    let start = i
    while let byte = next, (0x30...0x39).contains(byte) { i += 1 }
    return i > start && (bytes[start] != 0x30 || i == start + 1)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = next {
      i += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case ..<0x20: return false
      case UInt8(ascii: "\\"):
        guard let escaped = next else { return false }
        i += 1
        if escaped == UInt8(ascii: "u") {
          for _ in 0..<4 {
            guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else { return false }
            i += 1
          }
        } else if !Array("\"\\/bfnrt".utf8).contains(escaped) {
          return false
        }
      default: break
      }
    }
    return false
  }
}
