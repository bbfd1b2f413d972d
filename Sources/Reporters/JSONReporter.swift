package import ContentModel
import Writers

/// A scan as one JSON object: the output contract.
///
/// Each finding stands on a line of its own, so that two reports compare line by
/// line. The same report gives the same bytes.
package struct JSONReporter {
  package static func report(_ report: ScanReport) -> [UInt8] {
    ReportContext.render(
      report, with: JSONReportWriter(ReportContext(toolVersion: report.toolVersion, rulesDigest: report.rulesDigest)))
  }
}

/// Writes the JSON object as its documents come; errors stand at the end.
package struct JSONReportWriter: ReportWriter {
  private let context: ReportContext
  private var errors: [DocumentError] = []
  private var isFirst = true

  package init(_ context: ReportContext) { self.context = context }

  package mutating func head() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.identity(toolVersion: context.toolVersion, rulesDigest: context.rulesDigest)
    json.name("documents", line: 1)
    json.beginArray()
    return json.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var json = JSONWriter(isFirst: isFirst)
    json.element(line: 2) { $0.members(of: document) }
    isFirst = json.isFirst
    return json.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    errors.append(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    var json = JSONWriter()
    json.endArray()
    json.objects("errors", line: 1, errors, elements: 2) { $0.members(of: $1) }
    json.endObject()
    json.newLine()
    return json.bytes
  }
}
