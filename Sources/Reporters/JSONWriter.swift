/// Writes JSON (RFC 8259) in the order of its calls, without building a tree.
///
/// The caller keeps objects and arrays well formed; strings are escaped here.
/// Output is valid UTF-8, since every Swift string is.
struct JSONWriter {
  enum Layout {
    /// A space after `:` and `,`, and a new line where the caller asks for one.
    case readable
    /// One line without optional white space.
    case compact
  }

  var bytes: [UInt8]
  let layout: Layout

  init(appendingTo bytes: consuming [UInt8] = [], layout: Layout) {
    self.bytes = bytes
    self.layout = layout
  }

  mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }
  mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
  mutating func beginArray() { bytes.append(UInt8(ascii: "[")) }
  mutating func endArray() { bytes.append(UInt8(ascii: "]")) }
  mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }
  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  /// A comma before every element or member but the first.
  mutating func separator(first: Bool) {
    if first { return }
    bytes.append(UInt8(ascii: ","))
    if layout == .readable { bytes.append(UInt8(ascii: " ")) }
  }

  /// In the readable layout a new line with this indentation, which replaces a space before it.
  mutating func lineBreak(_ indentation: Int) {
    guard layout == .readable else { return }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
  }

  /// A member's name and colon; `name` must need no escaping.
  mutating func name(_ name: StaticString, first: Bool = false) {
    separator(first: first)
    memberName(name)
  }

  mutating func memberName(_ name: StaticString) {
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: layout == .readable ? "\": ".utf8 : "\":".utf8)
  }

  mutating func integer(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A string, or null.
  mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// A string. Only what RFC 8259 §7 demands is escaped: quotation mark, backslash and the controls below U+0020.
  mutating func string(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { text in
      var from = 0
      for i in text.indices {
        let byte = text[i]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
        bytes.append(contentsOf: text[from..<i])
        from = i + 1
        escape(byte)
      }
      bytes.append(contentsOf: text[from...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + (byte >> 4))
      bytes.append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
    }
  }
}
