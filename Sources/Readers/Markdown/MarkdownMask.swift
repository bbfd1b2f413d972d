/// Hides from the Markdown grammar what it does not know, in a copy of the same length.
///
/// Front matter and footnotes become blank, template tags (`{{ … }}`, `{% … %}`)
/// become letters. Linear in the length of the text.
struct MarkdownMask {
  struct Footnote {
    var label: String
    /// Source ranges of its lines with their ends, without label and indentation.
    var lines: [Range<Int>]
  }

  private let source: [UInt8]
  private let start: Int
  private(set) var masked: [UInt8]
  /// The text with template tags hidden and footnotes still there.
  private(set) var unmaskedFootnotes: [UInt8] = []
  private(set) var objects: [Range<Int>] = []
  private(set) var footnotes: [Footnote] = []

  /// Longest template tag.
  private static let maximumTag = 4096
  private static let maximumLabel = 200

  init(_ source: [UInt8], from start: Int) {
    self.source = source
    self.start = start
    masked = source
  }

  mutating func run() {
    blank(0..<start)
    maskTemplateTags()
    disarmWideTables()
    unmaskedFootnotes = masked
    maskFootnotes()
  }

  private mutating func blank(_ range: Range<Int>) {
    for i in range where masked[i] != 0x0A && masked[i] != 0x0D { masked[i] = 0x20 }
  }

  // MARK: Template tags

  private mutating func maskTemplateTags() {
    var i = start
    // Offsets up to which no closing bracket of a kind was found, so that unclosed tags cost no second search.
    var fruitless: [UInt8: Int] = [:]
    while i + 1 < source.count {
      guard source[i] == 0x7B, source[i + 1] == 0x7B || source[i + 1] == 0x25 else {
        i += 1
        continue
      }
      let close: UInt8 = source[i + 1] == 0x7B ? 0x7D : 0x25
      if i < fruitless[close] ?? 0 {
        i += 1
        continue
      }
      if let end = endOfTag(from: i, close: close, &fruitless) {
        objects.append(i..<end)
        for k in i..<end { masked[k] = 0x78 }
        i = end
      } else {
        i += 1
      }
    }
  }

  private func endOfTag(from i: Int, close: UInt8, _ fruitless: inout [UInt8: Int]) -> Int? {
    let limit = min(source.count, i + Self.maximumTag)
    var j = i + 2
    while j + 1 < limit {
      if source[j] == close, source[j + 1] == 0x7D {
        // `{{{raw}}}` closes with three.
        return j + 2 < source.count && source[i + 2] == 0x7B && source[j + 2] == 0x7D ? j + 3 : j + 2
      }
      if source[j] == 0x0A, source[j + 1] == 0x0A || (source[j + 1] == 0x0D) { break }
      j += 1
    }
    fruitless[close] = j
    return nil
  }

  // MARK: Tables

  /// Columns beyond which lines are no table.
  private static let maximumColumns = 128

  /// Keeps lines of very many columns from counting as the rule of a table.
  ///
  /// md4c 0.4.8 fills each row to the width of the first, so that a small file
  /// could have millions of cells.
  private mutating func disarmWideTables() {
    var line = start
    while line < source.count {
      let end = lineEnd(from: line)
      var bars = 0
      for i in line..<end where source[i] == 0x7C { bars += 1 }
      if bars > Self.maximumColumns {
        for i in line..<end where source[i] == 0x2D { masked[i] = 0x78 }
      }
      line = end
    }
  }

  // MARK: Footnotes

  private mutating func maskFootnotes() {
    var line = start
    var fence: (byte: UInt8, count: Int)?
    var note: (footnote: Footnote, afterBlank: Bool)?
    while line < source.count {
      let end = lineEnd(from: line)
      let content = contentStart(line, end)
      let indent = columns(line, content)
      let isBlank = content == end || source[content] == 0x0A || source[content] == 0x0D
      if let run = fenceRun(at: content, end), indent < 4, note == nil {
        if fence == nil { fence = run } else if let open = fence, open.byte == run.byte, run.count >= open.count { fence = nil }
      } else if fence == nil {
        if indent < 4, let label = footnoteLabel(at: content, end) {
          if let done = note { footnotes.append(done.footnote) }
          note = (Footnote(label: label.text, lines: [label.end..<end]), false)
          blank(line..<end)
        } else if var open = note {
          if isBlank {
            open.footnote.lines.append(content..<end)
            open.afterBlank = true
            note = open
          } else if indent >= 4 || !open.afterBlank && !startsBlock(at: content, end) {
            open.footnote.lines.append(dedented(line, content)..<end)
            open.afterBlank = open.afterBlank && indent < 4
            note = open
            blank(line..<end)
          } else {
            footnotes.append(open.footnote)
            note = nil
            if let run = fenceRun(at: content, end), indent < 4 { fence = run }
          }
        }
      }
      line = end
    }
    if let note { footnotes.append(note.footnote) }
  }

  /// Behind the line's terminator.
  private func lineEnd(from start: Int) -> Int {
    var i = start
    while i < source.count, source[i] != 0x0A, source[i] != 0x0D { i += 1 }
    if i + 1 < source.count, source[i] == 0x0D, source[i + 1] == 0x0A { return i + 2 }
    return min(source.count, i + 1)
  }

  private func contentStart(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, source[i] == 0x20 || source[i] == 0x09 { i += 1 }
    return i
  }

  private func columns(_ start: Int, _ end: Int) -> Int {
    var columns = 0
    for i in start..<end { columns += source[i] == 0x09 ? 4 - columns % 4 : 1 }
    return columns
  }

  /// Behind up to four columns of indentation.
  private func dedented(_ start: Int, _ content: Int) -> Int {
    var i = start
    var columns = 0
    while i < content, columns < 4 {
      columns += source[i] == 0x09 ? 4 : 1
      i += 1
    }
    return i
  }

  private func fenceRun(at start: Int, _ end: Int) -> (byte: UInt8, count: Int)? {
    guard start < end, source[start] == 0x60 || source[start] == 0x7E else { return nil }
    var i = start
    while i < end, source[i] == source[start] { i += 1 }
    return i - start >= 3 ? (source[start], i - start) : nil
  }

  /// The label of `[^label]:` and the offset behind it.
  private func footnoteLabel(at start: Int, _ end: Int) -> (text: String, end: Int)? {
    guard start + 4 < end, source[start] == 0x5B, source[start + 1] == 0x5E else { return nil }
    var i = start + 2
    while i < end, source[i] > 0x20, source[i] != 0x5D, i - start < Self.maximumLabel { i += 1 }
    guard i > start + 2, i + 1 < end, source[i] == 0x5D, source[i + 1] == 0x3A else { return nil }
    return (String(decoding: source[(start + 2)..<i], as: UTF8.self), i + 2)
  }

  /// Whether a line opens a block of its own, so that it does not continue a footnote's paragraph.
  private func startsBlock(at start: Int, _ end: Int) -> Bool {
    guard start < end else { return true }
    switch source[start] {
    case 0x23, 0x3E, 0x3C, 0x7C: return true
    case 0x60, 0x7E: return fenceRun(at: start, end) != nil
    case 0x2D, 0x2A, 0x2B: return start + 1 >= end || isWhiteSpace(source[start + 1])
    default:
      var i = start
      while i < end, isASCIIDigit(source[i]) { i += 1 }
      return i > start && i + 1 < end && (source[i] == 0x2E || source[i] == 0x29) && source[i + 1] == 0x20
    }
  }
}
