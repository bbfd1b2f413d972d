import ContentModel
import Readers
import Testing

@Suite("Encodings")
struct EncodingTests {
  private static let copy = "It’s 100% “safe” – 😀 ok."

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let cases: [(bytes: [UInt8], encoding: String, start: Int, end: Int)] = [
    (Array(copy.utf8), "utf-8", 15, 19),
    ([0xEF, 0xBB, 0xBF] + Array(copy.utf8), "utf-8", 18, 22),
    (utf16(copy, bigEndian: false), "utf-16le", 22, 30),
    (utf16(copy, bigEndian: true), "utf-16be", 22, 30),
    ([0xFF, 0xFE] + utf16(copy, bigEndian: false), "utf-16le", 24, 32),
    ([0xFE, 0xFF] + utf16(copy, bigEndian: true), "utf-16be", 24, 32),
  ]

  @Test("words lead to their original bytes in every Unicode encoding", arguments: cases)
  func unicode(bytes: [UInt8], encoding: String, start: Int, end: Int) throws {
    let document = try read(bytes, .text)
    #expect(document.text(document.blocks[0].span) == Self.copy)
    #expect(document.sourceMap.source.encoding == encoding)
    let place = document.sourceMap.location(of: try document.span(of: "safe"))
    #expect(place.startByte..<place.endByte == start..<end)
    #expect((place.startLine, place.startColumn, place.endColumn) == (1, 12, 16))
    let all = document.sourceMap.location(of: document.blocks[0].span)
    #expect(all.endByte == bytes.count)
    #expect(document.notes == [])
  }

  @Test("UTF-32 is known by its mark")
  func utf32() throws {
    let bytes: [UInt8] = [0, 0, 0xFE, 0xFF] + Self.copy.unicodeScalars.flatMap { [0, UInt8($0.value >> 16), UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)] }
    let document = try read(bytes, .text)
    let place = document.sourceMap.location(of: try document.span(of: "😀 ok"))
    #expect(place.startByte..<place.endByte == 80..<96)
  }

  @Test("a UTF-16 file of a megabyte needs few segments")
  func segments() throws {
    let document = try read(Self.utf16(String(repeating: "plain words\n", count: 40_000), bigEndian: false), .text)
    #expect(document.sourceMap.source.segments.count == 1)
  }

  @Test("Windows-1252 with curly quotes keeps one byte a character")
  func windows1252() throws {
    let bytes: [UInt8] = [0x93] + Array("Gr".utf8) + [0xFC, 0xDF] + Array("e".utf8) + [0x94, 0x20, 0x96] + Array(" ok".utf8)
    let document = try read(bytes, .text)
    #expect(document.text(document.blocks[0].span) == "“Grüße” – ok")
    #expect(document.sourceMap.source.encoding == "windows-1252")
    let place = document.sourceMap.location(of: try document.span(of: "üße”"))
    #expect(place.startByte..<place.endByte == 3..<7)
    #expect(place.startColumn == 4)
  }

  @Test("ISO 8859-1 means Windows-1252, unless the bytes are UTF-8")
  func declared() throws {
    let head = "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'><p>"
    let latin = try read(Array(head.utf8) + [0x93, 0xE9, 0x94], .html)
    #expect(latin.outline == ["paragraph: “é”"])
    #expect(latin.notes == [])
    let utf8 = try read(Array((head + "“é”").utf8), .html)
    #expect(utf8.outline == ["paragraph: “é”"])
    #expect(utf8.notes == [ReadingNote(message: "declared as iso-8859-1, but valid UTF-8: read as UTF-8", sourceByte: 0)])
  }

  @Test("invalid bytes in UTF-8 become U+FFFD, one for each maximal subpart")
  func invalid() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a".utf8) + [0xE2, 0x80] + Array("b".utf8) + [0xFF, 0xFF] + Array("c – d".utf8)
    let document = try read(bytes, .text)
    #expect(document.text(document.blocks[0].span) == "a\u{FFFD}b\u{FFFD}\u{FFFD}c – d")
    #expect(document.notes == [ReadingNote(message: "3 byte sequences that are not valid UTF-8, read as U+FFFD", sourceByte: 4)])
    let place = document.sourceMap.location(of: try document.span(of: "a\u{FFFD}b"))
    #expect(place.startByte..<place.endByte == 3..<7)
    let tail = document.sourceMap.location(of: try document.span(of: "– d"))
    #expect(tail.startByte..<tail.endByte == 11..<16)
  }

  @Test("a file that ends in the middle of a character is still UTF-8")
  func cutShort() throws {
    let document = try read(Array("It’s".utf8) + [0xE2, 0x80], .text)
    #expect(document.text(document.blocks[0].span) == "It’s\u{FFFD}")
    #expect(document.notes == [ReadingNote(message: "a byte sequence that is not valid UTF-8, read as U+FFFD", sourceByte: 6)])
  }
}
