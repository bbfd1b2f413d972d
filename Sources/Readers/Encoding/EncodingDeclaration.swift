/// What an HTML document says about its own encoding.
enum EncodingDeclaration {
  enum Encoding { case utf8, windows1252 }

  /// How far a declaration is looked for (HTML standard §13.2.3.2).
  private static let prescanLength = 1024

  /// The declared label in lower case: XML prolog first, then `meta charset` or `meta http-equiv`.
  static func label(in bytes: [UInt8]) -> String? {
    let head = lowerCased(bytes.prefix(prescanLength))
    if head.starts(with: Array("<?xml".utf8)), let end = find("?>", in: head, from: 0),
      let at = find("encoding", in: head, from: 0), at < end
    {
      return value(in: head, after: at + 8)
    }
    var i = 0
    while let meta = find("<meta", in: head, from: i) {
      let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      if let at = find("charset", in: head, from: meta), at < end { return value(in: head, after: at + 7) }
      i = max(end, meta + 5)
    }
    return nil
  }

  /// The supported encoding that a label names (Encoding Standard, names and labels); UTF-16 in ASCII-readable text means UTF-8.
  static func encoding(_ label: String) -> Encoding? {
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8", "utf-16", "utf-16le",
      "utf-16be", "unicode":
      .utf8
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987",
      "latin1", "l1", "ascii", "us-ascii", "ansi_x3.4-1968", "cp819", "ibm819", "iso-ir-100", "csisolatin1":
      .windows1252
    default: nil
    }
  }

  private static func value(in head: [UInt8], after start: Int) -> String? {
    var i = start
    while i < head.count, isSpace(head[i]) { i += 1 }
    guard i < head.count, head[i] == UInt8(ascii: "=") else { return nil }
    i += 1
    while i < head.count, isSpace(head[i]) || head[i] == UInt8(ascii: "\"") || head[i] == UInt8(ascii: "'") { i += 1 }
    let from = i
    while i < head.count, isLabelByte(head[i]) { i += 1 }
    return i > from ? String(decoding: head[from..<i], as: UTF8.self) : nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"';>/?,".utf8.contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func lowerCased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from: Int) -> Int? {
    let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var i = from
    while i + needle.count <= bytes.count {
      if bytes[i..<(i + needle.count)].elementsEqual(needle) { return i }
      i += 1
    }
    return nil
  }
}
