package import ContentModel

/// The formats of a report: who reads each, and what writes it.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, ndjson, html
  case index, sarif, junit, github, gitlab, rdjson, rdjsonl, checkstyle, csv, markdown

  /// What writes a report in this format.
  ///
  /// - Parameters:
  ///   - color, width: of the terminal, for the text format.
  package func writer(_ context: ReportContext, color: Bool = false, width: Int? = nil) -> any ReportWriter {
    switch self {
    case .text: TextReportWriter(TextReporter(color: color, width: width))
    case .json: JSONReportWriter(context)
    case .ndjson: NDJSONReportWriter(context)
    case .html: HTMLReportWriter(context)
    case .index: HTMLIndexWriter(context)
    case .sarif: SARIFReporter(context)
    case .junit: JUnitReporter(context)
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .rdjson: RDJSONReporter()
    case .rdjsonl: RDJSONLReporter()
    case .checkstyle: CheckstyleReporter(context)
    case .csv: CSVReporter()
    case .markdown: MarkdownReporter(context)
    }
  }

  /// The whole report at once.
  package func render(_ report: ScanReport, rules: [RuleDescription] = []) -> [UInt8] {
    let context = ReportContext(toolVersion: report.toolVersion, rulesDigest: report.rulesDigest, rules: rules)
    return ReportContext.render(report, with: writer(context))
  }
}
