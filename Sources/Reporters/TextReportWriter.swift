package import ContentModel

/// The text format as a report: each document's findings, and the counts of all at the end.
///
/// What could not be checked is said on standard error, not here.
package struct TextReportWriter: ReportWriter {
  private let reporter: TextReporter
  private var counts = ReportCounts()
  private var table = SummaryTable()
  private var endsWithBlankLine = true

  package init(_ reporter: TextReporter) { self.reporter = reporter }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    counts.add(document)
    table.add(document)
    let text = reporter.document(document)
    endsWithBlankLine = text.suffix(2) == [0x0A, 0x0A]
    return text
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    counts.add(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    let table = table.text
    return (table.isEmpty || endsWithBlankLine ? [] : [0x0A]) + table + reporter.summary(counts)
  }
}
