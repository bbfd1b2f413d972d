/// Writes JSON (RFC 8259) in the order of its calls, without building a tree.
///
/// Commas are set here and strings escaped here; the caller closes what it opens.
/// A text may be written in pieces, each by a writer of its own. Output is valid
/// UTF-8, since every Swift string is.
package struct JSONWriter {
  package enum Layout {
    /// A space after `:` and `,`, and a new line where the caller asks for one.
    case readable
    /// One line without optional white space.
    case compact
  }

  package private(set) var bytes: [UInt8]
  /// Whether nothing stands yet in the object or array that is open.
  package private(set) var isFirst: Bool
  private let layout: Layout

  /// - Parameter isFirst: false where the text goes on in an object or array that already holds something.
  package init(appendingTo bytes: consuming [UInt8] = [], layout: Layout = .readable, isFirst: Bool = true) {
    self.bytes = bytes
    self.layout = layout
    self.isFirst = isFirst
  }

  // MARK: Structure

  package mutating func beginObject() { begin("{") }
  package mutating func endObject() { end("}") }
  package mutating func beginArray() { begin("[") }
  package mutating func endArray() { end("]") }

  /// A line feed behind the whole.
  package mutating func newLine() { bytes.append(0x0A) }

  /// What stands before every member or element: a comma for all but the first.
  ///
  /// - Parameter line: the indentation of the new line on which it stands in the readable layout; nil where it goes on.
  package mutating func next(line: Int? = nil) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if layout == .readable {
      if let line {
        newLine()
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: line))
      } else if !isFirst {
        bytes.append(UInt8(ascii: " "))
      }
    }
    isFirst = false
  }

  /// A member's name and colon; `name` must need no escaping.
  package mutating func name(_ name: StaticString, line: Int? = nil) {
    next(line: line)
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: layout == .readable ? "\": ".utf8 : "\":".utf8)
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  // MARK: Values

  package mutating func null() { bytes.append(contentsOf: "null".utf8) }
  package mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }
  package mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// As short as it can be written; JSON has no infinities and the like: they become null.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    let isWhole = value.rounded() == value && abs(value) < 1e15
    bytes.append(contentsOf: (isWhole ? String(Int(value)) : String(value)).utf8)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// A string. Only what RFC 8259 §7 demands is escaped: quotation mark, backslash and the controls below U+0020.
  package mutating func string(_ value: String) {
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
