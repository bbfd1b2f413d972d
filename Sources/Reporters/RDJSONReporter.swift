package import ContentModel
import Writers

/// A scan in reviewdog's diagnostic format, as one JSON object.
package struct RDJSONReporter: ReportWriter {
  private var isFirst = true

  package init() {}

  package mutating func head() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.object("source") { $0.member("name", "obstat") }
    json.name("diagnostics")
    json.beginArray()
    return json.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var json = JSONWriter(isFirst: isFirst)
    for reported in document.findings where reported.counts {
      json.element(line: 1) { $0.diagnostic(reported, of: document) }
    }
    isFirst = json.isFirst
    return json.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    var json = JSONWriter(isFirst: isFirst)
    json.element(line: 1) { $0.diagnostic(error) }
    isFirst = json.isFirst
    return json.bytes
  }

  package mutating func tail() -> [UInt8] { Array("]}\n".utf8) }
}

/// A scan in reviewdog's diagnostic format, one finding a line.
package struct RDJSONLReporter: ReportWriter {
  package init() {}

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var json = JSONWriter(layout: .compact)
    for reported in document.findings where reported.counts { line(&json) { $0.diagnostic(reported, of: document) } }
    return json.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    var json = JSONWriter(layout: .compact)
    line(&json) { $0.diagnostic(error) }
    return json.bytes
  }

  private func line(_ json: inout JSONWriter, _ diagnostic: (inout JSONWriter) -> Void) {
    json.object {
      diagnostic(&$0)
      $0.object("source") { $0.member("name", "obstat") }
    }
    json.newLine()
  }
}

extension JSONWriter {
  /// The members of a `Diagnostic`. Its columns count bytes of UTF-8, unlike every other format's.
  fileprivate mutating func diagnostic(_ reported: ReportedFinding, of document: DocumentReport) {
    let finding = reported.finding
    member("message", finding.explanation)
    let source = document.document.sourceMap.source
    let ranges = reported.comment.map { [$0] } ?? document.document.sourceMap.decodedRanges(of: finding.span)
    let range: Range<Int>? =
      if let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() { low..<high } else { nil }
    func position(_ name: StaticString, line: Int, offset: Int?, column: Int, _ json: inout JSONWriter) {
      json.object(name) {
        $0.member("line", line)
        let start = line >= 1 && line <= source.lineStarts.count ? Int(source.lineStarts[line - 1]) : 0
        $0.member("column", offset.map { max(0, $0 - start) + 1 } ?? column)
      }
    }
    func write(_ json: inout JSONWriter) {
      let place = reported.location
      position("start", line: place.startLine, offset: range?.lowerBound, column: place.startColumn, &json)
      position("end", line: place.endLine, offset: range?.upperBound, column: place.endColumn, &json)
    }
    object("location") {
      $0.member("path", PlainWords.path(document.path))
      $0.object("range") { write(&$0) }
    }
    member("severity", finding.severity == .note ? "INFO" : finding.severity.rawValue.uppercased())
    object("code") {
      $0.member("value", finding.rule)
      if let url = finding.basis.lazy.compactMap(\.url).first(where: HTMLWriter.isLinkable) { $0.member("url", url) }
    }
    // Other words can be put in place only where the finding's own are one stretch of the source.
    if let fix = finding.fix, ranges.count == 1 {
      objects("suggestions", fix.replacements) { json, replacement in
        json.object("range") { write(&$0) }
        json.member("text", replacement)
      }
    }
  }

  fileprivate mutating func diagnostic(_ error: DocumentError) {
    member("message", error.finding)
    object("location") { $0.member("path", PlainWords.path(error.path)) }
    member("severity", "ERROR")
    object("code") { $0.member("value", DocumentError.rule) }
  }
}
