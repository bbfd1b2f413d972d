package import ContentModel
import Writers

/// A scan as a GitLab Code Quality report: one JSON array.
///
/// GitLab tells findings apart by `fingerprint` alone, so the path and a number
/// among equal ones are part of it. A finding that does not count is left out.
package struct GitLabReporter: ReportWriter {
  private var isFirst = true

  package init() {}

  package mutating func head() -> [UInt8] { Array("[".utf8) }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var json = JSONWriter(isFirst: isFirst)
    let path = PlainWords.path(document.path)
    var seen: [String: Int] = [:]
    for reported in document.findings where reported.counts {
      let number = seen[reported.fingerprint, default: 0]
      seen[reported.fingerprint] = number + 1
      let finding = reported.finding
      let severity =
        switch finding.severity {
        case .error: "critical"
        case .warning: "minor"
        case .note: "info"
        }
      issue(
        PlainWords.line(finding.message), finding.rule, Self.fingerprint([path, reported.fingerprint, String(number)]), severity,
        path, reported.location.startLine, reported.location.endLine, body: finding.help, &json)
    }
    isFirst = json.isFirst
    return json.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    var json = JSONWriter(isFirst: isFirst)
    let path = PlainWords.path(error.path)
    issue(
      error.finding, DocumentError.rule, Self.fingerprint([path, error.code.rawValue]), "blocker", path, 1, 1,
      body: nil, &json)
    isFirst = json.isFirst
    return json.bytes
  }

  package mutating func tail() -> [UInt8] { Array("]\n".utf8) }

  private func issue(
    _ description: String, _ check: String, _ fingerprint: String, _ severity: String, _ path: String, _ begin: Int, _ end: Int,
    body: String?, _ json: inout JSONWriter
  ) {
    json.element(line: 1) { json in
      json.member("type", "issue")
      json.member("description", description)
      json.member("check_name", check)
      json.member("fingerprint", fingerprint)
      json.member("severity", severity)
      json.member("categories", ["Style"])
      if let body { json.object("content") { $0.member("body", PlainWords.line(body)) } }
      json.object("location") {
        $0.member("path", path)
        $0.object("lines") {
          $0.member("begin", begin)
          $0.member("end", end)
        }
      }
    }
  }

  /// Two FNV-1a hashes of 64 bits (Fowler, Noll, Vo): enough to tell findings apart, not to withstand an adversary.
  private static func fingerprint(_ parts: [String]) -> String {
    var hashes: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
    for part in parts {
      for byte in Array(part.utf8) + [0] {
        hashes.0 = (hashes.0 ^ UInt64(byte)) &* 0x100_0000_01b3
        hashes.1 = (hashes.1 ^ UInt64(~byte)) &* 0x100_0000_01b3
      }
    }
    return [hashes.0, hashes.1].map {
      let digits = String($0, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
