package import ContentModel
import Writers

/// A scan in JUnit's XML: a test suite for each document, a failed case for each error and warning.
///
/// A document in which nothing counts is one passed case, one that could not be
/// checked a case with an error, a finding that somebody answers for a skipped
/// case with the reason, a note a passed case that tells it.
package struct JUnitReporter: ReportWriter {
  private let context: ReportContext
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0

  package init(_ context: ReportContext) { self.context = context }

  package var headNeedsWhole: Bool { true }

  package mutating func head() -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.open("testsuites", Self.attributes("obstat", tests: tests, failures: failures, errors: errors, skipped: skipped))
    return xml.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    let path = PlainWords.path(document.path)
    let failed = document.findings.count { $0.counts && $0.finding.severity != .note }
    let passed = document.findings.count { $0.counts && $0.finding.severity == .note }
    let left = document.findings.count - failed - passed
    let count = max(1, document.findings.count)
    tests += count
    failures += failed
    skipped += left
    var xml = XMLWriter()
    xml.element("testsuite", Self.attributes(path, tests: count, failures: failed, errors: 0, skipped: left)) { xml in
      xml.element("properties") { xml in
        for (name, value) in [("verdict", document.verdict.rawValue), ("reason", document.reason), ("sha256", document.sha256)] {
          xml.element("property", ["name": name, "value": PlainWords.line(value)])
        }
      }
      if document.findings.isEmpty {
        xml.element("testcase", ["name": "no findings", "classname": path, "file": path, "time": "0"])
      }
      for reported in document.findings { testCase(reported, path, &xml) }
    }
    return xml.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    tests += 1
    errors += 1
    let path = PlainWords.path(error.path)
    var xml = XMLWriter()
    xml.element("testsuite", Self.attributes(path, tests: 1, failures: 0, errors: 1, skipped: 0)) {
      $0.element("testcase", ["name": "is checked", "classname": path, "file": path, "time": "0"]) {
        $0.element("error", ["message": error.finding, "type": error.code.rawValue])
      }
    }
    return xml.bytes
  }

  package mutating func tail() -> [UInt8] {
    var xml = XMLWriter()
    xml.close("testsuites")
    return xml.bytes
  }

  private static func attributes(_ name: String, tests: Int, failures: Int, errors: Int, skipped: Int) -> XMLWriter.Attributes {
    [
      "name": name, "tests": String(tests), "failures": String(failures), "errors": String(errors), "skipped": String(skipped),
      "time": "0",
    ]
  }

  private func testCase(_ reported: ReportedFinding, _ path: String, _ xml: inout XMLWriter) {
    let finding = reported.finding
    let place = "\(reported.location.startLine):\(reported.location.startColumn)"
    let attributes: XMLWriter.Attributes = [
      "name": "\(finding.rule) at \(place)", "classname": path, "file": path, "line": String(reported.location.startLine), "time": "0",
    ]
    xml.element("testcase", attributes) { xml in
      if let disposition = reported.disposition {
        xml.element("skipped", ["message": disposition.sentence])
      } else if finding.severity == .note {
        xml.element("system-out", text: "note: \(path):\(place): \(finding.explanation)")
      } else {
        xml.element(
          "failure", ["message": PlainWords.line(finding.message), "type": finding.severity.rawValue],
          text: "\(path):\(place): \(finding.severity.rawValue): \(finding.explanation)\nWords: \(PlainWords.line(reported.text, limit: 500))")
      }
    }
  }
}
