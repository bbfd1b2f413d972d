package import ContentModel

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
    var json = JSONWriter(layout: .readable)
    json.beginObject()
    json.identity(toolVersion: toolVersion, rulesDigest: rulesDigest, first: true)
    func document(_ name: StaticString, _ report: DocumentReport) {
      json.separator(first: false)
      json.lineBreak(1)
      json.memberName(name)
      json.beginObject()
      json.name("path", first: true)
      json.string(report.path)
      json.name("sha256")
      json.string(report.sha256)
      json.name("verdict")
      json.string(report.verdict.rawValue)
      json.name("reason")
      json.string(report.reason)
      json.endObject()
    }
    document("old", comparison.old)
    document("new", comparison.new)
    func list(_ name: StaticString, _ count: Int, _ write: (Int) -> Void) {
      json.separator(first: false)
      json.lineBreak(1)
      json.memberName(name)
      json.beginArray()
      for i in 0..<count {
        json.separator(first: i == 0)
        json.lineBreak(2)
        write(i)
      }
      json.endArray()
    }
    list("added", comparison.added.count) { json.finding(comparison.added[$0], hidesWords: false) }
    list("fixed", comparison.fixed.count) { json.finding(comparison.fixed[$0], hidesWords: false) }
    list("open", comparison.open.count) { i in
      json.beginObject()
      json.name("moved", first: true)
      json.boolean(comparison.open[i].isMoved)
      json.name("was")
      json.location(comparison.open[i].old.location)
      json.name("finding")
      json.finding(comparison.open[i].new, hidesWords: false)
      json.endObject()
    }
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }
}
