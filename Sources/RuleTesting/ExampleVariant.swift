import ContentModel
import RuleEngine
import Writers

/// One way in which an example is put before its rule.
package enum ExampleVariant: String, Sendable, CaseIterable {
  case asWritten = "as written"
  /// Behind a line of characters of two, three and four bytes: positions must not be counted in characters.
  case prefixed = "behind a multi-byte line"
  case markdown = "as Markdown"
  case html = "as HTML"

  static let prefix = "Zoë’s naïve café – 咖啡 🍏 –"

  /// The variants that an example is tested in: one with markup of its own keeps it.
  static func variants(of example: Rule.Example) -> [ExampleVariant] {
    example.isPlain ? allCases : [.asWritten, .prefixed]
  }

  /// The document's source for an example, and where its marked words stand in it.
  func source(_ example: Rule.Example) -> (format: DocumentFormat, bytes: [UInt8], marks: [Span]) {
    switch self {
    case .asWritten: return (example.format, Array(example.text.utf8), example.marks)
    case .prefixed:
      let text = Array(example.text.utf8)
      let at = Self.bodyStart(of: text, example.format)
      let prefix: [UInt8] =
        switch example.format {
        case .text: Array("\(Self.prefix)\n".utf8)
        case .markdown: Array("\(Self.prefix)\n\n".utf8)
        case .html: Array("<p>\(Self.prefix)</p>\n".utf8)
        }
      return (
        example.format, text[..<at] + prefix + text[at...],
        example.marks.map { $0.start >= at ? Span($0.start + prefix.count, $0.end + prefix.count) : $0 }
      )
    case .markdown: return Self.translated(example, to: .markdown, lineStart: "", lineEnd: "\n\n", escape: Self.markdownEscape)
    case .html: return Self.translated(example, to: .html, lineStart: "<p>", lineEnd: "</p>\n", escape: Self.htmlEscape)
    }
  }

  /// Where text can be put in front of the body: behind front matter, behind `<body>`.
  private static func bodyStart(of text: [UInt8], _ format: DocumentFormat) -> Int {
    func end(of words: String, from start: Int) -> Int? {
      let wanted = Array(words.utf8)
      guard text.count >= wanted.count else { return nil }
      return (start...(text.count - wanted.count)).first { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        .map { $0 + wanted.count }
    }
    switch format {
    case .text: return 0
    case .markdown: return text.starts(with: "---\n".utf8) ? end(of: "\n---\n", from: 3) ?? 0 : 0
    case .html:
      if let body = end(of: "<body", from: 0) { return end(of: ">", from: body) ?? 0 }
      return end(of: "</head>", from: 0) ?? 0
    }
  }

  private static func translated(
    _ example: Rule.Example, to format: DocumentFormat, lineStart: String, lineEnd: String,
    escape: (UInt8) -> (before: String, replacement: String?)
  ) -> (DocumentFormat, [UInt8], [Span]) {
    var bytes = Array(lineStart.utf8)
    // Offsets before and after each byte of the example; a mark begins behind an escaping backslash.
    var starts: [Int] = []
    var ends: [Int] = []
    for byte in example.text.utf8 {
      if byte == 0x0A {
        starts.append(bytes.count)
        bytes += Array(lineEnd.utf8) + Array(lineStart.utf8)
      } else {
        let (before, replacement) = escape(byte)
        bytes += Array(before.utf8)
        starts.append(bytes.count)
        if let replacement { bytes += Array(replacement.utf8) } else { bytes.append(byte) }
      }
      ends.append(bytes.count)
    }
    bytes += Array(lineEnd.utf8)
    let marks = example.marks.filter { !$0.isEmpty }.map { Span(starts[$0.start], ends[$0.end - 1]) }
    return (format, bytes, marks)
  }

  private static func markdownEscape(_ byte: UInt8) -> (before: String, replacement: String?) {
    // Every ASCII punctuation character may be escaped (CommonMark 0.31, 2.4).
    #"\`*_{}[]<>()#+-.!|~&:"@"#.utf8.contains(byte) ? ("\\", nil) : ("", nil)
  }

  private static func htmlEscape(_ byte: UInt8) -> (before: String, replacement: String?) {
    ("", MarkupEntity.of(Unicode.Scalar(byte))?.description)
  }
}
