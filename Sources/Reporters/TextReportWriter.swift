package import ContentModel

/// The text format as a report: each document's findings, and the counts of all at the end.
///
/// What could not be checked is said on standard error, not here.
package struct TextReportWriter: ReportWriter {
  private let reporter: TextReporter
  private var counts = ReportCounts()
  private var table = SummaryTable()

  package init(_ reporter: TextReporter) { self.reporter = reporter }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    counts.add(document)
    table.add(document)
    return reporter.document(document)
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    counts.add(error)
    return []
  }

  package mutating func tail() -> [UInt8] { table.text + reporter.summary(counts) }
}
