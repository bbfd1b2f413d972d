import ContentModel

/// How often each rule found something that counts in a batch: a table for the end of a text report.
///
/// Only where findings lie in more than one document; else the findings
/// themselves say as much.
struct SummaryTable {
  private struct Row {
    var findings = 0
    var documents = 0
    var severity: Severity
  }
  private var rows: [String: Row] = [:]
  private var documents = 0

  mutating func add(_ document: DocumentReport) {
    let counting = document.findings.filter(\.counts)
    guard !counting.isEmpty else { return }
    documents += 1
    for (rule, findings) in Dictionary(grouping: counting, by: \.finding.rule) {
      var row = rows[rule] ?? Row(severity: .note)
      row.findings += findings.count
      row.documents += 1
      row.severity = max(row.severity, findings.map(\.finding.severity).max() ?? .note)
      rows[rule] = row
    }
  }

  /// Rules with the most findings first; empty where there is nothing to sum up.
  var text: [UInt8] {
    guard documents > 1 else { return [] }
    let ordered = rows.sorted { ($1.value.severity, $1.value.findings, $0.key) < ($0.value.severity, $0.value.findings, $1.key) }
    let cells = [["findings", "documents", "severity", "rule"]]
      + ordered.map { [String($0.value.findings), String($0.value.documents), $0.value.severity.rawValue, String(decoding: TerminalText.line($0.key), as: UTF8.self)] }
    let widths = (0..<3).map { column in cells.map { $0[column].utf8.count }.max() ?? 0 }
    var text = ""
    for row in cells {
      let padding = (0..<3).map { String(repeating: " ", count: widths[$0] - row[$0].utf8.count) }
      text += "\(padding[0])\(row[0])  \(padding[1])\(row[1])  \(row[2])\(padding[2])  \(row[3])\n"
    }
    return Array((text + "\n").utf8)
  }
}
