package import ContentModel
import Writers

/// A scan in Checkstyle's XML, which most servers for continuous integration read. Columns count Unicode scalars.
///
/// A finding that does not count is left out: the format has no word for it.
package struct CheckstyleReporter: ReportWriter {
  private let context: ReportContext

  package init(_ context: ReportContext) { self.context = context }

  package mutating func head() -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.open("checkstyle", ["version": "4.3"])
    return xml.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("file", ["name": PlainWords.path(document.path)]) { xml in
      for reported in document.findings where reported.counts {
        let finding = reported.finding
        xml.element(
          "error",
          [
            "line": String(reported.location.startLine), "column": String(reported.location.startColumn),
            "severity": finding.severity == .note ? "info" : finding.severity.rawValue, "message": finding.explanation,
            "source": "obstat." + finding.rule,
          ])
      }
    }
    return xml.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("file", ["name": PlainWords.path(error.path)]) {
      $0.element("error", ["line": "1", "severity": "error", "message": error.finding, "source": "obstat." + DocumentError.rule])
    }
    return xml.bytes
  }

  package mutating func tail() -> [UInt8] {
    var xml = XMLWriter()
    xml.close("checkstyle")
    return xml.bytes
  }
}
