package import ContentModel
import Writers

/// Two versions of a document, compared: as text, one finding a line, or as JSON.
package struct ComparisonReporter {
  package static func text(_ comparison: DocumentComparison) -> [UInt8] {
    var lines: [String] = []
    func line(_ word: String, _ report: DocumentReport, _ reported: ReportedFinding, _ more: String = "") {
      let finding = reported.finding
      lines.append(
        "\(word) \(finding.severity.rawValue)[\(finding.rule)] \(report.path):\(reported.location.startLine):\(reported.location.startColumn)\(more): \(finding.message)")
    }
    for reported in comparison.added { line("new", comparison.new, reported) }
    for reported in comparison.fixed { line("fixed", comparison.old, reported) }
    for pair in comparison.open {
      let was = pair.isMoved ? " (moved from line \(pair.old.location.startLine))" : ""
      line("open", comparison.new, pair.new, was)
    }
    let moved = comparison.open.count { $0.isMoved }
    let summary =
      "\(comparison.old.path) → \(comparison.new.path): \(comparison.added.count) new, \(comparison.fixed.count) fixed, \(comparison.open.count) still open"
      + (moved == 0 ? "" : ", \(moved) of them moved")
    var output: [UInt8] = []
    for line in lines {
      output.append(contentsOf: TerminalText.line(line))
      output.append(0x0A)
    }
    if !lines.isEmpty { output.append(0x0A) }
    output.append(contentsOf: TerminalText.line(summary))
    output.append(0x0A)
    return output
  }

  /// Findings are written as in a report of a scan.
  package static func json(_ comparison: DocumentComparison, toolVersion: String, rulesDigest: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.identity(toolVersion: toolVersion, rulesDigest: rulesDigest)
      json.object("old", line: 1) { $0.summary(of: comparison.old) }
      json.object("new", line: 1) { $0.summary(of: comparison.new) }
      json.objects("added", line: 1, comparison.added, elements: 2) { $0.members(of: $1, hidesWords: false) }
      json.objects("fixed", line: 1, comparison.fixed, elements: 2) { $0.members(of: $1, hidesWords: false) }
      json.objects("open", line: 1, comparison.open, elements: 2) { json, pair in
        json.member("moved", pair.isMoved)
        json.location("was", pair.old.location)
        json.object("finding") { $0.members(of: pair.new, hidesWords: false) }
      }
    }
    json.newLine()
    return json.bytes
  }
}
