import ContentModel

/// The lines of an example with the words that should have been found, and below them those that were.
struct ExampleDrawing {
  let source: SourceText
  /// Ranges of decoded source bytes.
  var expected: [Span]
  var found: [Span]

  static let mostLines = 6

  var lines: [String] {
    let touched = (expected + found).filter { !$0.isEmpty }
    var result: [String] = []
    var shown = 0
    for number in 1...max(1, source.lineStarts.count) where shown < Self.mostLines {
      let range = source.lineRange(number)
      let line = Span(range.lowerBound, range.upperBound)
      guard touched.isEmpty || touched.contains(where: { $0.overlaps(line) }) else { continue }
      shown += 1
      result.append("| " + text(range))
      if let row = row(expected, range, sign: "~") { result.append("  \(row)  expected") }
      if let row = row(found, range, sign: "^") { result.append("  \(row)  found") }
    }
    return result
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source.utf8[range], as: UTF8.self).replacing("\t", with: " ")
  }

  private func row(_ spans: [Span], _ line: Range<Int>, sign: Character) -> String? {
    func column(_ offset: Int) -> Int { source.utf8[line.lowerBound..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
    var row: [Character] = []
    for span in spans where span.start < line.upperBound && span.end > line.lowerBound {
      let start = column(max(span.start, line.lowerBound))
      let end = column(min(span.end, line.upperBound))
      while row.count < end { row.append(row.count >= start ? sign : " ") }
      for index in start..<end { row[index] = sign }
    }
    return row.isEmpty ? nil : String(row)
  }
}
