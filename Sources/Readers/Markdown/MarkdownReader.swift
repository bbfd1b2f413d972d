import ContentModel

/// Reads Markdown: CommonMark with GitHub's tables, strikethrough, task lists and autolinks, footnotes, front matter, template tags.
///
/// The grammar is md4c's. It hands out pointers into the text that it was given;
/// what it does not know (front matter, template tags, footnotes) is masked in a
/// copy of the same length, so that every pointer is a source offset.
enum MarkdownReader {
  static func read(into builder: DocumentBuilder) {
    let source = builder.text.source
    let frontMatter = FrontMatter.find(in: source)
    if let frontMatter { frontMatter.publish(into: builder) }
    var mask = MarkdownMask(source, from: frontMatter?.end ?? 0)
    mask.run()
    builder.text.objects = mask.objects
    if let first = mask.objects.first {
      let what = mask.objects.count == 1 ? "a template tag" : "\(mask.objects.count) template tags"
      builder.notes.append(
        ReadingNote(message: "\(what): the words that will stand there are not checked", sourceByte: first.lowerBound))
    }

    let html = HTMLContent(builder: builder, bytes: source)
    MarkdownParser(builder: builder, html: html, input: MarkdownInput(mask.masked)).parse()
    html.pop(to: 0)
    for note in mask.footnotes {
      builder.openContainer(.footnote, flags: [], label: note.label)
      let inner = HTMLContent(builder: builder, bytes: source)
      MarkdownParser(builder: builder, html: inner, input: MarkdownInput(note, in: mask.unmaskedFootnotes)).parse()
      builder.closeContainer()
    }
    html.finish()
  }
}

/// Text for md4c and the way from its offsets to those of the source.
struct MarkdownInput {
  /// With 64 zero bytes behind the end: md4c 0.4.8 looks a few bytes too far.
  let bytes: [UInt8]
  let count: Int
  /// Where runs of the text start, here and in the source.
  private var starts: [(text: Int, source: Int)]

  static let padding = 64

  init(_ masked: [UInt8]) {
    bytes = masked + [UInt8](repeating: 0, count: Self.padding)
    count = masked.count
    starts = [(0, 0)]
  }

  /// The body of a footnote, without its label and the indentation of its lines.
  init(_ note: MarkdownMask.Footnote, in source: [UInt8]) {
    var text: [UInt8] = []
    starts = []
    for line in note.lines {
      starts.append((text.count, line.lowerBound))
      text += source[line]
    }
    if starts.isEmpty { starts = [(0, 0)] }
    count = text.count
    bytes = text + [UInt8](repeating: 0, count: Self.padding)
  }

  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle].text <= offset { low = middle } else { high = middle }
    }
    return offset - starts[low].text + starts[low].source
  }
}
