package import ContentModel
import Fingerprints

/// Turns what the rules found into what a report says: places, words, order, fingerprints, verdict.
package enum Disposition {
  /// - Parameter sha256: of the document's bytes, as hexadecimal digits.
  package static func report(_ findings: [Finding], on document: Document, sha256: String) -> DocumentReport {
    let placed = findings.map { place($0, in: document) }.sorted(by: precedes)
    let verdict = placed.map(\.finding.severity.verdict).max() ?? .clear
    return DocumentReport(
      path: document.path, sha256: sha256, verdict: verdict, reason: reason(verdict, placed), findings: placed,
      document: document)
  }

  private static func place(_ finding: Finding, in document: Document) -> ReportedFinding {
    let map = document.sourceMap
    let ranges = map.locations(of: finding.span)
    let text = document.text(finding.span)
    return ReportedFinding(
      finding: finding, text: text, location: map.location(of: finding.span), ranges: ranges.count > 1 ? ranges : [],
      related: finding.related.map { map.location(of: $0.span) },
      fingerprint: fingerprint(finding, words: text))
  }

  /// By place, the longer first, then by rule and message: a total order, whatever the order of work.
  private static func precedes(_ a: ReportedFinding, _ b: ReportedFinding) -> Bool {
    if a.location.startByte != b.location.startByte { return a.location.startByte < b.location.startByte }
    if a.location.endByte != b.location.endByte { return a.location.endByte > b.location.endByte }
    if a.finding.rule != b.finding.rule { return a.finding.rule < b.finding.rule }
    return a.finding.message < b.finding.message
  }

  /// A finding about the whole document is told by its rule alone, one that the engine makes by what it says.
  private static func fingerprint(_ finding: Finding, words: String) -> String {
    switch finding.scope {
    case .span: Fingerprint.of(finding.rule, words: words)
    case .document: Fingerprint.of(finding.rule, words: finding.isOfEngine ? finding.message : "")
    }
  }

  private static func reason(_ verdict: Verdict, _ findings: [ReportedFinding]) -> String {
    func count(_ severity: Severity) -> String? {
      let number = findings.count { $0.finding.severity == severity }
      return number == 0 ? nil : "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
    }
    let deciding: Severity = verdict == .blocked ? .error : .warning
    switch verdict {
    case .clear: return count(.note).map { "Nothing stands in the way; \($0) for attention." } ?? "Nothing stands in the way."
    case .review, .blocked:
      let first = findings.first { $0.finding.severity == deciding }
      let counts = [Severity.error, .warning, .note].compactMap(count).joined(separator: ", ")
      guard let first else { return counts + "." }
      return "\(counts); the first \(deciding.rawValue) is \(first.finding.rule) at line \(first.location.startLine)."
    }
  }
}
