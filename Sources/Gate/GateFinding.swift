import ContentModel

/// Findings that the gate itself makes: about suppressions and waivers.
enum GateFinding {
  static let unused = "engine/unused-suppression"
  static let malformed = "engine/malformed-suppression"
  static let refused = "engine/refused-suppression"
  static let expired = "engine/expired-waiver"

  /// Titles for reports that keep a document's words to themselves.
  static let titles = [
    unused: "Suppression that suppresses nothing",
    malformed: "Suppression that says too little",
    refused: "Suppression that the policy does not allow",
    expired: "Waiver past its date",
    "engine/rule-failed": "Rule failed",
    "engine/limit-reached": "Limit reached",
    "engine/unsupported-language": "Language that no pack speaks",
  ]

  /// A finding on a comment.
  static func on(
    _ comment: Range<Int>, rule: String, severity: Severity, message: String, help: String, fingerprint: String, in document: Document
  ) -> ReportedFinding {
    let bytes = document.sourceMap.source.utf8[comment.clamped(to: 0..<document.sourceMap.source.utf8.count)]
    var reported = ReportedFinding(
      finding: Finding(
        rule: rule, category: Finding.engineCategory, severity: severity, message: message, help: help, span: Span(0, 0)),
      text: String(decoding: bytes, as: UTF8.self), location: document.sourceMap.location(decoded: comment), ranges: [], related: [],
      fingerprint: fingerprint)
    reported.comment = comment
    return reported
  }
}
