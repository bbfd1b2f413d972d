package import ContentModel
import Writers

/// A scan as newline-delimited JSON: one document, or one error, a line, each as in the output contract.
///
/// There is no header and no trailer: every line is a row. A line with `verdict`
/// is a document, one with `code` an error. Given an ``Identity``, each line ends
/// with `version`, `tool` and `rulesDigest`, so that a row says which rules made
/// it wherever it is stored.
package struct NDJSONReporter {
  /// The tool and rules that a line names.
  package struct Identity: Sendable, Equatable {
    package var toolVersion: String
    package var rulesDigest: String

    package init(toolVersion: String, rulesDigest: String) {
      self.toolVersion = toolVersion
      self.rulesDigest = rulesDigest
    }
  }

  package static func line(_ document: DocumentReport, identity: Identity? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    append(document, identity: identity, to: &bytes)
    return bytes
  }

  package static func line(_ error: DocumentError, identity: Identity? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    append(error, identity: identity, to: &bytes)
    return bytes
  }

  /// Appends a line to a buffer that the caller reuses.
  package static func append(_ document: DocumentReport, identity: Identity? = nil, to bytes: inout [UInt8]) {
    append(identity: identity, to: &bytes) { $0.members(of: document) }
  }

  /// Appends a line to a buffer that the caller reuses.
  package static func append(_ error: DocumentError, identity: Identity? = nil, to bytes: inout [UInt8]) {
    append(identity: identity, to: &bytes) { $0.members(of: error) }
  }

  private static func append(
    identity: Identity?, to bytes: inout [UInt8], members: (inout JSONWriter) -> Void
  ) {
    // The writer takes the buffer over and gives it back, so that nothing is copied.
    let buffer = bytes
    bytes = []
    var json = JSONWriter(appendingTo: consume buffer, layout: .compact)
    json.object { json in
      members(&json)
      if let identity { json.identity(toolVersion: identity.toolVersion, rulesDigest: identity.rulesDigest) }
    }
    json.newLine()
    bytes = json.bytes
  }
}

/// Writes a row for each document and error.
package struct NDJSONReportWriter: ReportWriter {
  private let identity: NDJSONReporter.Identity

  package init(_ context: ReportContext) {
    identity = NDJSONReporter.Identity(toolVersion: context.toolVersion, rulesDigest: context.rulesDigest)
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] { NDJSONReporter.line(document, identity: identity) }
  package mutating func error(_ error: DocumentError) -> [UInt8] { NDJSONReporter.line(error, identity: identity) }
}
