package import ContentModel

extension DocumentReader {
  /// Whether a file name's extension belongs to a supported format: text, Markdown or HTML. Case does not matter.
  package static func format(ofFileName name: String) -> DocumentFormat? {
    switch fileExtension(name) {
    case "txt", "text": .text
    case "md", "markdown", "mdown", "mkd", "mdx": .markdown
    case "html", "htm", "xhtml": .html
    default: nil
    }
  }

  /// Whether a file name's extension belongs to documents that a gate must not overlook although they cannot be read yet.
  package static func isUnsupportedDocument(fileName name: String) -> Bool {
    fileExtension(name).map(unsupportedExtensions.contains) ?? false
  }

  private static let unsupportedExtensions: Set<String> = [
    "pdf", "djvu", "xps",
    "doc", "docx", "docm", "dotx", "ppt", "pptx", "pptm", "pps", "ppsx",
    "xls", "xlsx", "xlsm", "xlsb",
    "odt", "ott", "odp", "ods", "fodt", "fodp", "pages", "wpd", "hwp",
    "rtf", "epub", "mobi", "azw3", "fb2",
    "eml", "msg", "mht", "mhtml",
    "rst", "adoc", "asciidoc", "textile",
    "indd", "idml",
  ]

  /// The extension in lower case; nil for none and for a name that is only an extension (`.md`).
  private static func fileExtension(_ name: String) -> String? {
    let file = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).last ?? name.utf8[...]
    guard let dot = file.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return nil }
    let bytes = file[file.index(after: dot)...].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
