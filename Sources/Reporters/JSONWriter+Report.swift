import ContentModel
import Writers

/// The values of a report in the order of the output contract, which may grow and never change.
extension JSONWriter {
  mutating func identity(toolVersion: String, rulesDigest: String) {
    member("version", 1)
    object("tool") {
      $0.member("name", "obstat")
      $0.member("version", toolVersion)
    }
    member("rulesDigest", rulesDigest)
  }

  /// A document's members without its findings.
  mutating func summary(of document: DocumentReport) {
    member("path", document.path)
    member("sha256", document.sha256)
    member("verdict", document.verdict.rawValue)
    member("reason", document.reason)
  }

  /// A document's members without the braces, so that a stream can add its own.
  mutating func members(of document: DocumentReport) {
    summary(of: document)
    objects("findings", line: 3, document.findings, elements: 4) { $0.members(of: $1, hidesWords: document.hidesWords) }
  }

  mutating func members(of reported: ReportedFinding, hidesWords: Bool) {
    let finding = reported.finding
    member("rule", finding.rule)
    member("category", finding.category)
    member("severity", finding.severity.rawValue)
    member("scope", finding.scope.rawValue)
    member("message", finding.message)
    member("help", orNull: finding.help)
    objects("basis", finding.basis) { $0.members(of: $1) }
    member("text", orNull: hidesWords ? nil : reported.text)
    location("location", reported.location)
    if reported.ranges.count > 1 { objects("ranges", reported.ranges) { $0.members(of: $1) } }
    objects("related", zip(finding.related, reported.related)) {
      $0.member("message", $1.0.message)
      $0.location("location", $1.1)
    }
    if !finding.folded.isEmpty {
      objects("folded", finding.folded) {
        $0.member("rule", $1.rule)
        $0.member("category", $1.category)
        $0.member("message", $1.message)
      }
    }
    member("fingerprint", reported.fingerprint)
    if let fix = finding.fix {
      object("fix") {
        $0.member("safe", fix.isSafe)
        $0.member("replacements", fix.replacements)
      }
    }
    name("disposition")
    if let disposition = reported.disposition { object { $0.members(of: disposition) } } else { null() }
  }

  private mutating func members(of disposition: FindingDisposition) {
    member("kind", disposition.kind.rawValue)
    member("justification", orNull: disposition.justification)
    if disposition.kind == .waived {
      member("approver", orNull: disposition.approver)
      member("granted", orNull: disposition.granted)
      member("expires", orNull: disposition.expires)
      member("ticket", orNull: disposition.ticket)
    }
    if let place = disposition.location { location("location", place) }
  }

  /// What a finding rests on.
  mutating func members(of basis: Finding.Basis) {
    member("key", basis.key)
    member("citation", basis.citation)
    if !basis.says.isEmpty { member("says", basis.says) }
    member("url", basis.url)
  }

  mutating func members(of error: DocumentError) {
    member("path", error.path)
    member("code", error.code.rawValue)
    member("message", error.message)
  }
}
