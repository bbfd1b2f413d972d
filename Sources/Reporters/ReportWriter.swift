package import ContentModel

/// Writes a report piece by piece, so that a batch needs no more memory than its largest document.
///
/// Pieces come in the report's order: documents and errors as they are known,
/// then the tail. The head stands before them. Writers never sort, filter or do
/// I/O: the same pieces give the same bytes.
package protocol ReportWriter {
  /// Whether the head says something about everything behind it. It is asked for last then, and the body has to wait for it.
  var headNeedsWhole: Bool { get }
  mutating func head() -> [UInt8]
  mutating func document(_ document: DocumentReport) -> [UInt8]
  mutating func error(_ error: DocumentError) -> [UInt8]
  /// Asked for after all documents and errors, and before a head that needs the whole.
  mutating func tail() -> [UInt8]
}

extension ReportWriter {
  package var headNeedsWhole: Bool { false }
  package mutating func head() -> [UInt8] { [] }
  package mutating func tail() -> [UInt8] { [] }
}

/// What a report says of itself: which program and which rules made it.
package struct ReportContext: Sendable {
  package var toolVersion: String
  /// `sha256:` and the hash of every rule, pack and word list in force.
  package var rulesDigest: String
  /// The rules in force, ordered by id.
  package var rules: [RuleDescription]

  package init(toolVersion: String, rulesDigest: String, rules: [RuleDescription] = []) {
    self.toolVersion = toolVersion
    self.rulesDigest = rulesDigest
    self.rules = rules
  }

  /// A whole report: documents first, then errors.
  package static func render(_ report: ScanReport, with writer: any ReportWriter) -> [UInt8] {
    var writer = writer
    var head = writer.headNeedsWhole ? [] : writer.head()
    var body: [UInt8] = []
    for document in report.documents { body += writer.document(document) }
    for error in report.errors { body += writer.error(error) }
    let tail = writer.tail()
    if writer.headNeedsWhole { head = writer.head() }
    return head + body + tail
  }
}
