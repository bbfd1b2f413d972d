import Analysis
import Configuration
import ContentModel
import Fingerprints
import Gate
import Readers

/// A rule for tests: flags every occurrence of some words.
struct Flag {
  var rule: String
  var category: String
  var severity: Severity
  var words: String
  var scope = Finding.Scope.span
}

let cure = Flag(rule: "p/cure", category: "cures", severity: .error, words: "cure")
let best = Flag(rule: "p/best", category: "superlative", severity: .warning, words: "best")
let twice = Flag(rule: "p/twice", category: "repetition", severity: .note, words: "twice")

let catalogue = RuleCatalogue([
  RuleCatalogue.Entry(id: "p/cure", category: "cures", title: "Cure", help: "Leave it out.", formerly: ["old/cure"]),
  RuleCatalogue.Entry(id: "p/best", category: "superlative", title: "Superlative"),
  RuleCatalogue.Entry(id: "p/twice", category: "repetition", title: "Said twice"),
])

let today = Day("2026-11-25")!

func read(_ text: String, _ format: DocumentFormat = .markdown, path: String = "pages/a.md") throws -> Document {
  try DocumentReader().read(Array(text.utf8), path: path, format: format)
}

func read(_ bytes: [UInt8]) throws -> Document {
  try DocumentReader().read(bytes, path: "pages/a.txt", format: .text)
}

/// A document with a finding on each occurrence of the flags' words.
func report(_ document: Document, _ flags: [Flag] = [cure, best, twice]) -> DocumentReport {
  var findings: [ReportedFinding] = []
  for flag in flags {
    let words = Array(flag.words.utf8)
    var i = 0
    while i + words.count <= document.utf8.count {
      if document.utf8[i..<(i + words.count)].elementsEqual(words) {
        let span = Span(i, i + words.count)
        findings.append(
          ReportedFinding(
            finding: Finding(
              rule: flag.rule, category: flag.category, severity: flag.severity, scope: flag.scope, message: "says “\(flag.words)”",
              help: "Leave it out.", span: span),
            text: document.text(span), location: document.sourceMap.location(of: span), ranges: [], related: [],
            fingerprint: Fingerprint.of(flag.rule, words: flag.scope == .document ? "" : document.text(span))))
      }
      i += 1
    }
  }
  return DocumentReport(
    path: document.path, sha256: "", verdict: .blocked, reason: "", findings: findings.sorted { $0.location.startByte < $1.location.startByte },
    document: document)
}

/// A gate in the folder /repo.
func gate(_ policy: GatePolicy = GatePolicy()) -> Gate {
  Gate(policy: policy, rules: catalogue, today: today, workingDirectory: "/repo")
}

/// A policy under which documents may suppress everything.
var lenient: GatePolicy {
  var policy = GatePolicy()
  policy.suppressible = Setting(Set(Severity.allCases))
  return policy
}

extension DocumentReport {
  /// Each finding as `rule line disposition`.
  var lines: [String] {
    findings.map { "\($0.finding.rule) \($0.location.startLine) \($0.disposition?.kind.rawValue ?? "open")" }
  }

  /// What the gate itself found, as `rule line message`.
  var complaints: [String] {
    findings.filter(\.finding.isOfEngine).map { "\($0.finding.rule) \($0.location.startLine) \($0.finding.message)" }
  }
}
