import ContentModel
import Reporters
import Testing

@Suite("JSON")
struct JSONReporterTests {
  @Test("a report has the contract's members in the contract's order, one finding a line")
  func wholeReport() {
    let page = ReportFixture("We guarantee results.\nSee the study.")
    let document = page.report([
      page.finding(
        "guarantee", message: "“guarantee” promises an outcome", help: "Say what was observed.",
        basis: [
          .init(key: "eu/90", citation: "Dir. 2001/83/EC, art. 90(b)"),
          .init(key: "uk/287", citation: "HMR 2012, reg. 287", says: "no guarantees", url: "https://example.org/287"),
        ],
        related: [("the study", "the study")]),
      page.finding("See", rule: "style/see", severity: .note, scope: .document, message: "m"),
    ])
    let errors = [
      DocumentError(path: "a.pdf", code: .unsupportedFormat, message: "cannot be read yet"),
      DocumentError(path: "b", code: .missing, message: "there is no such file"),
    ]
    #expect(
      string(JSONReporter.report(scan([document, ReportFixture("Hello.", path: "b.md").report()], errors: errors))) == """
        {"version": 1, "tool": {"name": "obstat", "version": "0.1.0"}, "rulesDigest": "sha256:00ff",
         "documents": [
          {"path": "page.txt", "sha256": "ab12", "verdict": "blocked", "reason": "a finding stands against publication",
           "findings": [
            {"rule": "health/guaranteed-outcome", "category": "guarantee", "severity": "error", "scope": "span", "message": "“guarantee” promises an outcome", "help": "Say what was observed.", "basis": [{"key": "eu/90", "citation": "Dir. 2001/83/EC, art. 90(b)"}, {"key": "uk/287", "citation": "HMR 2012, reg. 287", "says": "no guarantees", "url": "https://example.org/287"}], "text": "guarantee", "location": {"startByte": 3, "endByte": 12, "startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 13}, "related": [{"message": "the study", "location": {"startByte": 26, "endByte": 35, "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 14}}], "fingerprint": "f0f0", "disposition": null},
            {"rule": "style/see", "category": "guarantee", "severity": "note", "scope": "document", "message": "m", "help": null, "basis": [], "text": "See", "location": {"startByte": 22, "endByte": 25, "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4}, "related": [], "fingerprint": "f0f0", "disposition": null}]},
          {"path": "b.md", "sha256": "ab12", "verdict": "clear", "reason": "nothing was found",
           "findings": []}],
         "errors": [
          {"path": "a.pdf", "code": "unsupported-format", "message": "cannot be read yet"},
          {"path": "b", "code": "missing", "message": "there is no such file"}]}

        """)
  }

  @Test("an empty report is whole")
  func emptyReport() {
    #expect(
      string(JSONReporter.report(scan([]))) == """
        {"version": 1, "tool": {"name": "obstat", "version": "0.1.0"}, "rulesDigest": "sha256:00ff",
         "documents": [],
         "errors": []}

        """)
  }

  @Test("ranges stand after the location, only where the words come from several places")
  func ranges() {
    var page = ReportFixture("ab cd")
    let source = SourceText(utf8: Array("a<b>b</b> cd".utf8), encoding: "utf-8")
    page.document.sourceMap = SourceMap(
      source: source,
      segments: [
        .init(text: 0, textLength: 1, source: 0, sourceLength: 1, kind: .verbatim),
        .init(text: 1, textLength: 1, source: 4, sourceLength: 1, kind: .verbatim),
        .init(text: 2, textLength: 3, source: 9, sourceLength: 3, kind: .verbatim),
      ])
    let line = string(NDJSONReporter.line(page.report([page.finding("ab"), page.finding("cd")])))
    let expected =
      #""text":"ab","location":{"startByte":0,"endByte":5,"startLine":1,"startColumn":1,"endLine":1,"endColumn":6},"#
      + #""ranges":[{"startByte":0,"endByte":1,"startLine":1,"startColumn":1,"endLine":1,"endColumn":2},"#
      + #"{"startByte":4,"endByte":5,"startLine":1,"startColumn":5,"endLine":1,"endColumn":6}],"related":[]"#
    #expect(line.contains(expected))
    #expect(line.split(separator: #""ranges""#).count == 2)
  }

  @Test(
    "strings are escaped as RFC 8259 asks, and no further",
    arguments: [
      ("plain – ünï 😀", #""plain – ünï 😀""#),
      ("quote \" slash / back \\", #""quote \" slash / back \\""#),
      ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
      ("\u{0}\u{1}\u{1B}\u{1F}\u{7F}\u{85}", "\"\\u0000\\u0001\\u001b\\u001f\u{7F}\u{85}\""),
      ("\u{2028}\u{2029}\u{202E}\u{FFFF}", "\"\u{2028}\u{2029}\u{202E}\u{FFFF}\""),
      ("\r\n", #""\r\n""#),
      ("", "\"\""),
    ])
  func escaping(text: String, json: String) {
    let error = DocumentError(path: text, code: .binary, message: text)
    #expect(
      Array(string(NDJSONReporter.line(error)).utf8) == Array("{\"path\":\(json),\"code\":\"binary\",\"message\":\(json)}\n".utf8))
  }

  @Test("hostile text gives JSON that a strict reader accepts")
  func strictness() {
    let every = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar(UInt32($0)) }))
    let page = ReportFixture(every + " words", path: "\"},{\"\u{0}\\")
    let document = page.report([page.finding("words", message: every, help: "\\\"", related: [("]}", "words")])])
    let report = scan([document, document], errors: [.init(path: "\n", code: .empty, message: "\u{1F}")])
    #expect(StrictJSON.accepts(JSONReporter.report(report)))
    #expect(StrictJSON.accepts(NDJSONReporter.line(document)))
    #expect(NDJSONReporter.line(document).filter { $0 == 0x0A }.count == 1)
  }

  @Test("the strict reader itself refuses what is no JSON", arguments: ["{\"a\":1,}", "[1 2]", "\"\u{1}\"", "{}x", "[01]", "\"\\x\""])
  func strictReaderRefuses(text: String) {
    #expect(!StrictJSON.accepts(Array(text.utf8)))
  }

  @Test("the same report gives the same bytes")
  func determinism() {
    let page = ReportFixture("We guarantee results.")
    let report = scan([page.report([page.finding("guarantee")])])
    #expect(JSONReporter.report(report) == JSONReporter.report(report))
  }
}

@Suite("NDJSON")
struct NDJSONReporterTests {
  @Test("a document is one compact line")
  func documentLine() {
    let page = ReportFixture("We guarantee results.")
    #expect(
      string(NDJSONReporter.line(page.report([page.finding("guarantee", message: "m")]))) == """
        {"path":"page.txt","sha256":"ab12","verdict":"blocked","reason":"a finding stands against publication","findings":[{"rule":"health/guaranteed-outcome","category":"guarantee","severity":"error","scope":"span","message":"m","help":null,"basis":[],"text":"guarantee","location":{"startByte":3,"endByte":12,"startLine":1,"startColumn":4,"endLine":1,"endColumn":13},"related":[],"fingerprint":"f0f0","disposition":null}]}

        """)
  }

  @Test("lines are appended to the caller's buffer and can name tool and rules")
  func identity() {
    var bytes = Array("before\n".utf8)
    let identity = NDJSONReporter.Identity(toolVersion: "0.1.0", rulesDigest: "sha256:00ff")
    NDJSONReporter.append(ReportFixture("Hi.").report(), identity: identity, to: &bytes)
    NDJSONReporter.append(.init(path: "x", code: .tooLarge, message: "m"), identity: identity, to: &bytes)
    #expect(
      string(bytes) == """
        before
        {"path":"page.txt","sha256":"ab12","verdict":"clear","reason":"nothing was found","findings":[],"version":1,"tool":{"name":"obstat","version":"0.1.0"},"rulesDigest":"sha256:00ff"}
        {"path":"x","code":"too-large","message":"m","version":1,"tool":{"name":"obstat","version":"0.1.0"},"rulesDigest":"sha256:00ff"}

        """)
  }
}
