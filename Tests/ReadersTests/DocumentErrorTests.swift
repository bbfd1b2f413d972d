import ContentModel
import Readers
import Testing

@Suite("Documents that cannot be read")
struct DocumentErrorTests {
  static let cases: [(bytes: [UInt8], format: DocumentFormat, code: DocumentError.Code, message: String)] = [
    ([], .text, .empty, "is empty"),
    (Array(" \r\n\t\u{A0}\u{FEFF}".utf8), .text, .empty, "holds only white space"),
    ([0xEF, 0xBB, 0xBF], .text, .empty, "holds only white space"),
    (
      Array("<script>x()</script>".utf8), .html, .empty,
      "holds no words to check, only markup: give the document that readers see"
    ),
    (
      Array("some words, then \0 this".utf8), .markdown, .binary,
      "holds binary data (a NUL byte at offset 17): not a text document"
    ),
    (
      [1, 2, 3, 4, 5, 6, 7], .text, .binary,
      "holds binary data (7 control characters, the first at offset 0): not a text document"
    ),
    (
      Array("%PDF-1.7\n".utf8), .text, .unsupportedFormat,
      "is a PDF document whatever its file name says, and cannot be read: convert it to text, Markdown or HTML"
    ),
    (
      [0x50, 0x4B, 3, 4, 0], .markdown, .unsupportedFormat,
      "is a ZIP archive (Word, PowerPoint, OpenDocument, EPUB, …) whatever its file name says, and cannot be read: convert it to text, Markdown or HTML"
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1], .html, .unsupportedFormat,
      "is an old or password-protected Office document whatever its file name says, and cannot be read: convert it to text, Markdown or HTML"
    ),
    (
      Array("{\\rtf1 x}".utf8), .text, .unsupportedFormat,
      "is an RTF document whatever its file name says, and cannot be read: convert it to text, Markdown or HTML"
    ),
    (
      Array("ab ".utf8) + [0x81, 0x8D, 0x8F, 0x90], .text, .undecodable,
      "is neither UTF-8 nor Windows-1252 (byte 0x81 at offset 3): save it as UTF-8"
    ),
    (
      Array("<meta charset=shift_jis>".utf8) + [0x83, 0x65], .html, .undecodable,
      "is declared as shift_jis, an encoding that is not supported: save it as UTF-8"
    ),
  ]

  @Test("each refusal names the problem and the remedy", arguments: cases)
  func refusal(bytes: [UInt8], format: DocumentFormat, code: DocumentError.Code, message: String) {
    #expect(throws: DocumentError(path: "sample", code: code, message: message)) { try read(bytes, format) }
  }

  @Test("a file above the limit is refused")
  func tooLarge() {
    var reader = DocumentReader()
    #expect(reader.maximumBytes == 67_108_864)
    reader.maximumBytes = 4
    let error = DocumentError(
      path: "p", code: .tooLarge, message: "is 5 bytes long; the limit is 4 bytes: split it or raise limits.document-bytes")
    #expect(throws: error) { try reader.read(Array("abcde".utf8), path: "p", format: .text) }
  }

  @Test(
    "the extension tells the format",
    arguments: [
      ("a.txt", .text), ("a.TEXT", .text), ("b/c.md", .markdown), ("x.y.markdown", .markdown), ("m.mdx", .markdown), ("i.HTM", .html),
      ("i.xhtml", .html), ("a.pdf", nil), ("txt", nil), (".md", nil), ("a.", nil), ("a.md/b", nil),
    ] as [(String, DocumentFormat?)])
  func format(name: String, format: DocumentFormat?) {
    #expect(DocumentReader.format(ofFileName: name) == format)
  }

  @Test("documents of other formats are known as such")
  func unsupported() {
    for name in ["a.pdf", "A.DOCX", "x/y.odt", "mail.eml"] { #expect(DocumentReader.isUnsupportedDocument(fileName: name)) }
    for name in ["a.md", "a.png", "Makefile", "a.swift", "pdf"] { #expect(!DocumentReader.isUnsupportedDocument(fileName: name)) }
  }
}
