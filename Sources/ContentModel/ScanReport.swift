/// The outcome of one scan: what the reporters render.
package struct ScanReport: Sendable {
  package var toolVersion: String
  /// `sha256:` and the hash of every rule, pack and word list in force.
  package var rulesDigest: String
  /// In the order of output.
  package var documents: [DocumentReport]
  /// Documents and paths that could not be checked.
  package var errors: [DocumentError]

  package init(toolVersion: String, rulesDigest: String, documents: [DocumentReport], errors: [DocumentError]) {
    self.toolVersion = toolVersion
    self.rulesDigest = rulesDigest
    self.documents = documents
    self.errors = errors
  }
}

/// One document's findings and verdict.
package struct DocumentReport: Sendable {
  package var path: String
  /// Lower-case hexadecimal SHA-256 of the file's bytes.
  package var sha256: String
  package var verdict: Verdict
  /// The reason for the verdict in one sentence.
  package var reason: String
  /// Ordered by place, then rule.
  package var findings: [ReportedFinding]
  /// The document itself, for reporters that show its words.
  package var document: Document
  /// Whether the document's words were masked; see the gate. Positions are right all the same.
  package var hidesWords = false

  package init(
    path: String, sha256: String, verdict: Verdict, reason: String, findings: [ReportedFinding], document: Document
  ) {
    self.path = path
    self.sha256 = sha256
    self.verdict = verdict
    self.reason = reason
    self.findings = findings
    self.document = document
  }
}

/// A finding with its words and its place in the source.
package struct ReportedFinding: Sendable {
  package var finding: Finding
  /// The exact words, as extracted.
  package var text: String
  package var location: Location
  /// Each source range, where the words come from more than one; else empty.
  package var ranges: [Location]
  /// One for each of the finding's related places.
  package var related: [Location]
  /// Identifies the finding across edits elsewhere: a hash of rule id and words, white space aside.
  package var fingerprint: String
  /// Why the finding does not count; nil for one that does.
  package var disposition: FindingDisposition?
  /// Where in the *decoded* source the finding stands, if not in words: on a comment.
  package var comment: Range<Int>?

  package init(
    finding: Finding, text: String, location: Location, ranges: [Location], related: [Location], fingerprint: String
  ) {
    self.finding = finding
    self.text = text
    self.location = location
    self.ranges = ranges
    self.related = related
    self.fingerprint = fingerprint
  }
}

/// A document, or a path, that could not be checked.
package struct DocumentError: Error, Sendable, Equatable {
  package enum Code: String, Sendable {
    case missing, unreadable, undecodable, binary, empty
    case unsupportedFormat = "unsupported-format"
    case tooLarge = "too-large"
    /// The document may be sound, but the checking itself failed.
    case notChecked = "not-checked"
    /// The process that checked the document ended, or took too long.
    case crashed, timeout
    /// A rule file is wrong; nothing was scanned.
    case rule
    /// The configuration is wrong; nothing was scanned.
    case configuration
  }
  package var path: String
  package var code: Code
  /// One phrase that names the problem and the remedy.
  package var message: String

  package init(path: String, code: Code, message: String) {
    self.path = path
    self.code = code
    self.message = message
  }
}
