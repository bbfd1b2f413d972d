import ContentModel

/// How many findings count, and how many do not, as a phrase: “1 error, 2 warnings, 1 waived”.
struct FindingCounts {
  let phrase: String
  var isEmpty: Bool { phrase.isEmpty }

  init(_ findings: [ReportedFinding]) {
    var parts: [String] = []
    for severity in [Severity.error, .warning, .note] {
      let count = findings.count { $0.disposition == nil && $0.finding.severity == severity }
      if count > 0 { parts.append("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")") }
    }
    for kind in FindingDisposition.Kind.allCases {
      let count = findings.count { $0.disposition?.kind == kind }
      if count > 0 { parts.append("\(count) \(kind == .baselined ? "in the baseline" : kind.rawValue)") }
    }
    phrase = parts.joined(separator: ", ")
  }
}
