import Analysis
import Configuration
import ContentModel
import Gate
import Testing

@Suite("Waivers")
struct WaiverTests {
  private func waiver(
    _ subject: Waiver.Subject = .rule("p/cure"), document: String = "pages/a.md", words: String = "cure", granted: String = "2026-01-01",
    expires: String = "2026-12-31"
  ) throws -> Waiver {
    try Waiver(
      subject: subject, document: document, folder: "/repo", fingerprint: Waiver.fingerprint(subject, words: words), words: words,
      reason: "Licensed for it.", approver: "Dr A. Roe", granted: Day(granted)!, expires: Day(expires)!, ticket: "LEGAL-7")
  }

  private func judged(_ text: String, _ waivers: [Waiver], path: String = "pages/a.md", flags: [Flag] = [cure, best]) throws -> DocumentReport {
    var gate = gate()
    gate.waivers = waivers
    return gate.judge(report(try read(text, path: path), flags))
  }

  @Test("set a finding aside, and say on whose word")
  func waived() throws {
    let report = try judged("A cure.\n", [waiver()])
    #expect(report.verdict == .clear)
    #expect(report.reason == "Nothing stands in the way; 1 waived.")
    #expect(
      report.findings[0].disposition
        == FindingDisposition(
          kind: .waived, justification: "Licensed for it.", approver: "Dr A. Roe", granted: "2026-01-01", expires: "2026-12-31", ticket: "LEGAL-7"))
  }

  @Test(
    "hold for the words, rule and documents that they name, and nothing else",
    arguments: [
      ("pages/a.md", "p/cure", "cure", true), ("/repo/pages/a.md", "p/cure", "cure", true), ("./pages/../pages/a.md", "p/cure", "cure", true),
      ("pages/a.md", "old/cure", "cure", true), ("pages/a.md", "p/cure", "Cure", false), ("pages/a.md", "p/cure", "cured", false),
      ("pages/a.md", "p/best", "cure", false), ("pages/b.md", "p/cure", "cure", false), ("a.md", "p/cure", "cure", false),
      ("pages/a.md/b", "p/cure", "cure", false), ("x/pages/a.md", "p/cure", "cure", false),
    ])
  func breadth(path: String, rule: String, words: String, isWaived: Bool) throws {
    let report = try judged("A cure.\n", [waiver(.rule(rule), words: words)], path: path)
    #expect(report.lines == ["p/cure 1 \(isWaived ? "waived" : "open")"])
  }

  @Test(
    "name documents by glob where they say so",
    arguments: [
      ("pages/*.md", "pages/a.md", true), ("pages/*.md", "pages/x/a.md", false), ("pages/**/a.md", "pages/x/y/a.md", true), ("pages", "pages/a.md", false),
      ("pages/", "pages/a.md", false), ("a.md", "pages/a.md", false), ("a.md", "a.md", true), ("**", "pages/a.md", true),
    ])
  func globs(pattern: String, path: String, isWaived: Bool) throws {
    let report = try judged("A cure.\n", [waiver(document: pattern)], path: path)
    #expect(report.lines == ["p/cure 1 \(isWaived ? "waived" : "open")"])
  }

  @Test("of a category hold for every rule of it, with the same words")
  func category() throws {
    let waiver = try waiver(.category("superlative"), words: "best")
    #expect(try judged("The best cure.\n", [waiver]).lines == ["p/best 1 waived", "p/cure 1 open"])
    #expect(try judged("The best cure.\n", [self.waiver(.category("superlative"), words: "cure")]).lines == ["p/best 1 open", "p/cure 1 open"])
  }

  @Test("past their date are findings, and before it nothing", arguments: [
    ("2026-01-01", "2026-11-25", ["p/cure 1 waived"]), ("2026-11-25", "2027-01-01", ["p/cure 1 waived"]),
    ("2026-01-01", "2026-11-24", ["engine/expired-waiver 1 open", "p/cure 1 open"]), ("2026-11-26", "2027-01-01", ["p/cure 1 open"]),
  ])
  func dates(granted: String, expires: String, lines: [String]) throws {
    let report = try judged("A cure.\n", [waiver(granted: granted, expires: expires)])
    #expect(report.lines == lines)
    if lines.count == 2 {
      #expect(report.complaints == ["engine/expired-waiver 1 the waiver of p/cure for these words expired on 2026-11-24"])
    }
  }

  @Test("of what the engine says hold for the document as it was read, to the letter")
  func engine() throws {
    func foreign(_ text: String) throws -> DocumentReport {
      let document = try read(text)
      return DocumentReport(
        path: document.path, sha256: "", verdict: .review, reason: "",
        findings: [
          ReportedFinding(
            finding: Finding(
              rule: "engine/unsupported-language", category: "engine", severity: .warning, scope: .document, message: "reads as fr", span: Span(0, 2)),
            text: document.text(Span(0, 2)), location: document.sourceMap.location(of: Span(0, 2)), ranges: [], related: [], fingerprint: "f")
        ], document: document)
    }
    let report = try foreign("Un jardin.\n")
    let words = Waiver.words(of: report.findings[0], in: report.document)
    var gate = gate()
    gate.waivers = [try waiver(.rule("engine/unsupported-language"), words: words)]
    #expect(gate.judge(report).lines == ["engine/unsupported-language 1 waived"])
    #expect(gate.judge(try foreign("Un jardin guéri.\n")).lines == ["engine/unsupported-language 1 open"])
  }

  @Test("lapse with every edit of the words, and with none elsewhere")
  func property() throws {
    let waiver = try waiver(words: "a cure for all ills")
    let flag = Flag(rule: "p/cure", category: "cures", severity: .error, words: "cure")
    func isWaived(_ text: String) throws -> Bool {
      let document = try read(text)
      var report = report(document, [flag])
      guard !report.findings.isEmpty else { return false }
      // The finding's words are the sentence from “a cure” on.
      let start = report.findings[0].finding.span.start - 2
      let block = document.blocks.first { $0.span.contains(start) }!.span
      report.findings[0].finding.span = Span(start, block.end - 1)
      report.findings[0].text = document.text(report.findings[0].finding.span)
      return waiver.covers(report.findings[0], of: document, rules: catalogue)
    }
    for text in ["It is a cure for all ills.", "# More\n\nWords.\n\nTruly a cure\nfor all\n    ills.\n\nAnd more.", "> It is a cure for\n> all ills.", "*It* is a cure for *all* ills."] {
      #expect(try isWaived(text), "\(text)")
    }
    for text in ["It is a cure for most ills.", "It is a cure for all ills!!", "It is a cure for all ill.", "It is a  cure for allills."] {
      #expect(try !isWaived(text), "\(text)")
    }
  }
}
