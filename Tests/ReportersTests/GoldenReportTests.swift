import ContentModel
import Foundation
import Reporters
import Testing

/// A batch with everything that reports tell, in words that try to break out of every format.
enum GoldenBatch {
  static let hostile = "=1+1 \u{1B}[31m\u{0} ]]> <b>&amp; \"q\" 'a' | `c` %0A::error:: @team #7 www.example.com\r\n,\u{202E};"

  static let rules = [
    RuleDescription(
      id: "health/guaranteed-outcome", category: "guarantee", title: "Guaranteed outcome", severity: .error, help: "Say what was observed.",
      rationale: "Readers take a guarantee\nas a fact about themselves.",
      basis: [
        .init(key: "eu-2001-83/art-90-b", citation: "Directive 2001/83/EC, art. 90(b)", says: "no guarantees", url: "https://example.org/90"),
        .init(key: "hwg-3", citation: "HWG § 3"),
      ], markets: ["EU", "DE"]),
    RuleDescription(id: "style/loud", category: "style", title: "Loud words", severity: .note),
  ]

  static var report: ScanReport {
    var first = ReportFixture("Unser Fonds 😀 ist sicher.\nWe guarantee that you will walk again.\r\nBuy now! See the study.", path: "./docs/p%20a:ge,1.md")
    first.document.metadata = [.init(key: "market", value: "EU"), .init(key: "product", value: "=cmd|'/c calc'!A0")]
    var guarantee = first.finding(
      "guarantee", message: "“guarantee” promises an outcome", help: "Say what was observed.", basis: rules[0].basis,
      related: [("the study", "See the study.")])
    guarantee.folded = [.init(rule: "style/loud", category: "style", message: "loud")]
    guarantee.fix = .init(replacements: ["may help", ""], isSafe: false)
    var one = first.report([
      first.finding("sicher", rule: "claims/safe", severity: .warning, message: "“sicher” says that nothing can happen"), guarantee,
      first.finding("Buy now!", rule: "style/loud", severity: .note, message: hostile, help: hostile),
      first.finding("guarantee", rule: "health/promise", message: "a waived one"),
      first.finding("walk", rule: "style/loud", severity: .warning, message: "a suppressed one"),
      first.finding("again", rule: "style/loud", severity: .warning, message: "an old one"),
      first.finding("See", rule: "health/missing-risk", scope: .document, message: "says nothing of risks"),
    ])
    one.findings[3].disposition = .init(
      kind: .waived, justification: "approved wording", approver: "R. Falk", granted: "2026-10-01", expires: "2027-01-01", ticket: "LEG-7")
    one.findings[4].disposition = .init(
      kind: .suppressed, justification: "a quotation", location: .init(startByte: 0, endByte: 4, startLine: 1, startColumn: 1, endLine: 1, endColumn: 5))
    one.findings[5].disposition = .init(kind: .baselined)
    var second = ReportFixture("We guarantee it", path: "b c/\u{1B}é.html", language: "en")
    second.document.sourceMap = SourceMap(
      source: SourceText(utf8: Array("We <b>guar</b>antee<br>\nit".utf8), encoding: "utf-8"),
      segments: [
        .init(text: 0, textLength: 3, source: 0, sourceLength: 3, kind: .verbatim),
        .init(text: 3, textLength: 4, source: 6, sourceLength: 4, kind: .verbatim),
        .init(text: 7, textLength: 5, source: 14, sourceLength: 5, kind: .verbatim),
        .init(text: 12, textLength: 1, source: 19, sourceLength: 0, kind: .synthetic),
        .init(text: 13, textLength: 2, source: 24, sourceLength: 2, kind: .verbatim),
      ])
    let clear = ReportFixture("The garden is open.", path: "/srv/clear.txt").report()
    return scan(
      [one, second.report([second.finding("guarantee it", severity: .warning, message: "in pieces")]), clear],
      errors: [
        DocumentError(path: "a.pdf", code: .unsupportedFormat, message: "is in a format that cannot be read yet"),
        DocumentError(path: "x\n\"y\".txt", code: .missing, message: hostile),
      ])
  }
}

@Suite("Reports of a hostile batch")
struct GoldenReportTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/reports")

  /// Run with RECORD=1 to write the expectations anew, and read the difference.
  @Test("are what they were", arguments: ReportFormat.allCases)
  func golden(format: ReportFormat) throws {
    let bytes = format.render(GoldenBatch.report, rules: GoldenBatch.rules)
    let file = Self.folder.appendingPathComponent("batch.\(format.rawValue)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == string(bytes))
    #expect(format.render(GoldenBatch.report, rules: GoldenBatch.rules) == bytes)
  }

  @Test("are whole where there is nothing to report", arguments: ReportFormat.allCases)
  func empty(format: ReportFormat) throws {
    let bytes = format.render(scan([]))
    let file = Self.folder.appendingPathComponent("empty.\(format.rawValue)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(bytes).write(to: file) }
    #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == string(bytes))
  }

  @Test("let no control or bidirectional override through", arguments: [ReportFormat.text, .junit, .github, .checkstyle, .csv, .markdown, .index, .html])
  func controls(format: ReportFormat) {
    let text = string(format.render(GoldenBatch.report, rules: GoldenBatch.rules))
    let bad = text.unicodeScalars.filter { ($0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t") || $0.value == 0x7F || $0.value == 0x202E }
    #expect(bad.isEmpty)
  }
}

@Suite("The hash by which GitHub knows a line")
struct LineHashTests {
  /// Published with github/codeql-action (`fingerprints.test.ts`).
  @Test(
    "is the one that GitHub's own action computes",
    arguments: [
      (" a\nb\n  \t\tc\n d", ["a", "b", "c", "d"], ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
      (
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", ["hello", "world", "Greetings", "End"],
        ["8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"]
      ),
      (
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", ["hello", "world", "Greetings", "End"],
        ["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1"]
      ),
    ])
  func published(text: String, words: [String], hashes: [String]) {
    let fixture = ReportFixture(text)
    let sarif = string(ReportFormat.sarif.render(scan([fixture.report(words.map { fixture.finding($0) })])))
    let found = sarif.components(separatedBy: "\"primaryLocationLineHash\": \"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(found == hashes.map { Substring($0) })
  }
}

@Suite("The line of progress")
struct ProgressLineTests {
  @Test(
    "tells files, megabytes, findings and the time left, as far as there is room",
    arguments: [
      (100, "██████░░░░░░░░░░░░░░  312/1000 files  12.4 MB  57 findings  ETA 0:42"),
      (60, "312/1000 files  12.4 MB  57 findings  ETA 0:42"), (30, "312/1000 files  ETA 0:42"), (16, "312/1000 files"), (10, ""),
    ])
  func widths(width: Int, line: String) {
    let progress = ProgressLine(done: 312, total: 1000, bytes: 12_432_000, findings: 57, fraction: 0.312, secondsLeft: 42)
    #expect(progress.text(width: width) == line)
  }

  @Test("knows the time left only after a while, and long times")
  func times() {
    #expect(ProgressLine.secondsLeft(after: 0.1, fraction: 0.5) == nil)
    #expect(ProgressLine.secondsLeft(after: 10, fraction: 0.25) == 30)
    #expect(ProgressLine.fraction(done: 0, of: 0, bytes: 0, of: 0) == 1)
    #expect(ProgressLine.fraction(done: 1, of: 2, bytes: 0, of: 0) == 0.5)
    let line = ProgressLine(done: 1, total: 9, bytes: 0, findings: 1, fraction: 0.1, secondsLeft: 3_725)
    #expect(line.text(width: 100) == "██░░░░░░░░░░░░░░░░░░  1/9 files  0.0 MB  1 finding  ETA 1:02:05")
  }
}
