import ContentModel

/// The source lines of one place as a terminal shows them: gutter, line, and the exact words underlined.
///
/// Long lines are clipped around the words, between other words where there is
/// a space. The cost depends on the width and on the number of ranges, never on
/// the length of the line: a page on one line costs no more than a paragraph.
struct SourceSnippet {
  /// One line of the source with the parts to underline, as ranges of decoded source bytes in order.
  struct Line: Equatable {
    var number: Int
    var bytes: Range<Int>
    var underlined: [Range<Int>]
  }

  /// At most this many lines are shown; of further ones only the last, behind `…`.
  static let lineLimit = 8

  let lines: [Line]

  /// The lines that `ranges` touch. Of a range over several lines only the first and the last are shown.
  init(source: SourceText, ranges: [Range<Int>], lineLimit: Int = Self.lineLimit) {
    var lines: [Line] = []
    let ordered = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for range in ordered {
      let range = range.clamped(to: 0..<source.utf8.count)
      guard !range.isEmpty else { continue }
      let first = Self.lineNumber(of: range.lowerBound, in: source)
      let last = Self.lineNumber(of: range.upperBound - 1, in: source)
      for number in first == last ? [first] : [first, last] {
        let bytes = source.lineRange(number)
        var part = range.clamped(to: bytes)
        if number > first { part = Self.droppingIndentation(part, source.utf8) }
        if part.isEmpty { continue }
        if let previous = lines.last, previous.number == number {
          lines[lines.count - 1].underlined.append(part)
        } else if lines.count < lineLimit {
          lines.append(Line(number: number, bytes: bytes, underlined: [part]))
        } else if lineLimit > 1 {
          lines[lines.count - 1] = Line(number: number, bytes: bytes, underlined: [part])
        }
      }
    }
    self.lines = lines
  }

  /// Digits of the largest line number.
  var gutterWidth: Int { lines.map { String($0.number).utf8.count }.max() ?? 0 }

  private static func lineNumber(of offset: Int, in source: SourceText) -> Int {
    var low = 0
    var high = source.lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(source.lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// A hostile line could be blank for megabytes, so the search for its first word is bounded.
  private static func droppingIndentation(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound, low - range.lowerBound < 1000, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
    return low..<range.upperBound
  }

  /// Appends the lines. `width` is the whole width; `gutter` the digits of the gutter's numbers.
  func append(
    source: SourceText, gutter: Int, width: Int, rule: String, role: TerminalStyle.Role, style: TerminalStyle,
    to output: inout [UInt8]
  ) {
    for (i, line) in lines.enumerated() {
      if i > 0, lines[i - 1].number + 1 < line.number {
        style.append(String(repeating: " ", count: gutter) + " ┆", .dim, &output)
        output.append(contentsOf: " …\n".utf8)
      }
      let number = String(line.number)
      style.append(
        String(repeating: " ", count: max(0, gutter - number.utf8.count)) + number + " │", .dim, &output)
      var row = SnippetRow(role: role, rule: rule, style: style)
      row.fill(line, source.utf8, width: max(16, width - gutter - 3))
      if !row.text.isEmpty { output.append(0x20) }
      output.append(contentsOf: row.text)
      output.append(0x0A)
      style.append(String(repeating: " ", count: gutter) + " │", .dim, &output)
      output.append(0x20)
      style.begin(role, &output)
      output.append(contentsOf: row.underline)
      style.end(&output)
      output.append(0x0A)
    }
  }
}
