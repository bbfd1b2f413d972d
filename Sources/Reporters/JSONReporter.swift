package import ContentModel

/// A scan as one JSON object: the output contract.
///
/// Each finding stands on a line of its own, so that two reports compare line by
/// line. The same report gives the same bytes.
package struct JSONReporter {
  package static func report(_ report: ScanReport) -> [UInt8] {
    var json = JSONWriter(layout: .readable)
    json.beginObject()
    json.identity(toolVersion: report.toolVersion, rulesDigest: report.rulesDigest, first: true)
    json.separator(first: false)
    json.lineBreak(1)
    json.memberName("documents")
    json.beginArray()
    for (i, document) in report.documents.enumerated() {
      json.separator(first: i == 0)
      json.lineBreak(2)
      json.beginObject()
      json.members(of: document)
      json.endObject()
    }
    json.endArray()
    json.separator(first: false)
    json.lineBreak(1)
    json.memberName("errors")
    json.beginArray()
    for (i, error) in report.errors.enumerated() {
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
