package import ContentModel

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
    var json = JSONWriter(layout: .readable)
    json.beginObject()
    json.identity(toolVersion: context.toolVersion, rulesDigest: context.rulesDigest, first: true)
    json.separator(first: false)
    json.lineBreak(1)
    json.memberName("documents")
    json.beginArray()
    return json.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var json = JSONWriter(layout: .readable)
    json.separator(first: isFirst)
    isFirst = false
    json.lineBreak(2)
    json.beginObject()
    json.members(of: document)
    json.endObject()
    return json.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    errors.append(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    var json = JSONWriter(layout: .readable)
    json.endArray()
    json.separator(first: false)
    json.lineBreak(1)
    json.memberName("errors")
    json.beginArray()
    for (i, error) in errors.enumerated() {
      json.separator(first: i == 0)
      json.lineBreak(2)
      json.beginObject()
      json.members(of: error)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }
}
