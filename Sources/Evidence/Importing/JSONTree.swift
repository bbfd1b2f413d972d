/// A JSON value (RFC 8259).
package enum JSONTree: Equatable, Sendable {
  case null, bool(Bool), number(Double), text(String), list([JSONTree]), object([String: JSONTree])

  package struct Problem: Error, Equatable {
    package var line: Int
    package var message: String
  }

  /// Reads a whole text; nesting deeper than 64 is refused.
  package static func parse(_ bytes: [UInt8]) throws(Problem) -> JSONTree {
    var parser = Parser(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.i = 3 }
    let value = try parser.value(depth: 0)
    parser.space()
    guard parser.i == bytes.count else { throw parser.problem("more follows the value") }
    return value
  }

  package subscript(key: String) -> JSONTree? { if case .object(let fields) = self { fields[key] } else { nil } }
  package subscript(index: Int) -> JSONTree? { if case .list(let items) = self, items.indices.contains(index) { items[index] } else { nil } }
  package var string: String? { if case .text(let text) = self { text.isEmpty ? nil : text } else { nil } }
  package var items: [JSONTree] { if case .list(let items) = self { items } else { [] } }
  package var integer: Int? {
    switch self {
    case .number(let number) where abs(number) < 1e15 && number == number.rounded(): Int(number)
    case .text(let text): Int(text)
    default: nil
    }
  }

  private struct Parser {
    let bytes: [UInt8]
    var i = 0

    func problem(_ message: String) -> Problem {
      Problem(line: bytes[..<min(i, bytes.count)].count { $0 == 0x0A } + 1, message: message)
    }

    mutating func space() { while i < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[i]) { i += 1 } }

    mutating func value(depth: Int) throws(Problem) -> JSONTree {
      guard depth < 64 else { throw problem("values nested more than 64 deep") }
      space()
      guard i < bytes.count else { throw problem("the text ends where a value should stand") }
      switch bytes[i] {
      case 0x7B:
        i += 1
        var fields: [String: JSONTree] = [:]
        space()
        if take(0x7D) { return .object(fields) }
        while true {
          space()
          guard i < bytes.count, bytes[i] == 0x22 else { throw problem("a key in quotation marks should stand here") }
          let key = try text()
          space()
          guard take(0x3A) else { throw problem("a colon should stand here") }
          fields[key] = try value(depth: depth + 1)
          space()
          if take(0x2C) { continue }
          guard take(0x7D) else { throw problem("a comma or '}' should stand here") }
          return .object(fields)
        }
      case 0x5B:
        i += 1
        var items: [JSONTree] = []
        space()
        if take(0x5D) { return .list(items) }
        while true {
          items.append(try value(depth: depth + 1))
          space()
          if take(0x2C) { continue }
          guard take(0x5D) else { throw problem("a comma or ']' should stand here") }
          return .list(items)
        }
      case 0x22: return .text(try text())
      default:
        for (word, value) in [("true", JSONTree.bool(true)), ("false", .bool(false)), ("null", .null)]
        where bytes[i...].starts(with: word.utf8) {
          i += word.utf8.count
          return value
        }
        let start = i
        while i < bytes.count, i - start < 64, bytes[i] >= 0x30 && bytes[i] <= 0x39 || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains(bytes[i]) { i += 1 }
        guard i > start, let number = Double(String(decoding: bytes[start..<i], as: UTF8.self)) else { throw problem("a value should stand here") }
        return .number(number)
      }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard i < bytes.count, bytes[i] == byte else { return false }
      i += 1
      return true
    }

    private mutating func text() throws(Problem) -> String {
      i += 1
      var out: [UInt8] = []
      while i < bytes.count {
        let byte = bytes[i]
        i += 1
        if byte == 0x22 { return String(decoding: out, as: UTF8.self) }
        if byte < 0x20 { throw problem("a control character stands in a text") }
        guard byte == 0x5C else {
          out.append(byte)
          continue
        }
        guard i < bytes.count else { break }
        let escape = bytes[i]
        i += 1
        switch escape {
        case 0x22, 0x5C, 0x2F: out.append(escape)
        case 0x62: out.append(0x08)
        case 0x66: out.append(0x0C)
        case 0x6E: out.append(0x0A)
        case 0x72: out.append(0x0D)
        case 0x74: out.append(0x09)
        case 0x75:
          var unit = try hex()
          if (0xD800...0xDBFF).contains(unit), bytes[min(i, bytes.count)...].starts(with: [0x5C, 0x75]) {
            let back = i
            i += 2
            let low = try hex()
            if (0xDC00...0xDFFF).contains(low) { unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) } else { i = back }
          }
          out += Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
        default: throw problem("an escape that JSON does not have")
        }
      }
      throw problem("a text does not end")
    }

    private mutating func hex() throws(Problem) -> UInt32 {
      guard i + 4 <= bytes.count, bytes[i] != 0x2B, bytes[i] != 0x2D, let unit = UInt32(String(decoding: bytes[i..<i + 4], as: UTF8.self), radix: 16)
      else { throw problem("four hexadecimal digits should stand here") }
      i += 4
      return unit
    }
  }
}

/// Reads files of JSON records; the text is parsed when the first is asked for.
struct JSONRecordReader: RecordReader {
  private let bytes: [UInt8]
  private let records: (JSONTree) -> [ImportItem]
  private var items: [ImportItem]?
  private var index = 0

  init(_ bytes: [UInt8], _ records: @escaping (JSONTree) -> [ImportItem]) {
    self.bytes = bytes
    self.records = records
  }

  var position: Int { items.map { $0.isEmpty ? bytes.count : bytes.count / $0.count * index } ?? 0 }

  mutating func next() -> ImportItem? {
    if items == nil {
      do throws(JSONTree.Problem) { items = records(try JSONTree.parse(bytes)) } catch {
        items = [.malformed(place: "line \(error.line)", reason: error.message)]
      }
    }
    guard let items, index < items.count else { return nil }
    index += 1
    return items[index - 1]
  }
}
