import ContentModel
import Reporters
import Testing

@Suite("Text")
struct TextReporterTests {
  private func text(_ report: DocumentReport, width: Int? = nil, color: Bool = false) -> String {
    string(TextReporter(color: color, width: width).document(report))
  }

  @Test("a finding shows message, place, line, exact words, help, related place and basis")
  func wholeFinding() {
    let page = ReportFixture("Our cure works.\nWe guarantee that you will walk again.\n\n[1] Ito 2020, a pilot study.")
    let report = page.report([
      page.finding(
        "guarantee", message: "“guarantee” promises an outcome", help: "Say what was observed.",
        basis: [.init(key: "k", citation: "HMR 2012, reg. 287", says: "no guarantees"), .init(key: "l", citation: "HWG § 3")],
        related: [("cites this entry", "[1] Ito 2020, a pilot study.")])
    ])
    #expect(
      text(report) == """
        error[health/guaranteed-outcome]: “guarantee” promises an outcome
          ╭─▸ page.txt:2:4
        2 │ We guarantee that you will walk again.
          │    ━━━━━━━━━
          = help: Say what was observed.
          ├─▸ page.txt:4:1 note: cites this entry
        4 │ [1] Ito 2020, a pilot study.
          │ ────────────────────────────
          = basis: HMR 2012, reg. 287; HWG § 3

        page.txt: blocked — a finding stands against publication


        """)
  }

  @Test("a clean document is one line")
  func clear() {
    #expect(text(ReportFixture("Hello.").report()) == "page.txt: clear — nothing was found\n")
  }

  @Test("a finding about the whole document says so and shows its anchor")
  func documentScope() {
    let page = ReportFixture("Our cure works.")
    let report = page.report([
      page.finding("cure", rule: "health/missing-risk", severity: .warning, scope: .document, message: "says nothing of risks")
    ])
    #expect(
      text(report) == """
        warning[health/missing-risk]: says nothing of risks
          ╭─▸ page.txt:1:5 (about the whole document)
        1 │ Our cure works.
          │     ━━━━

        page.txt: review — a finding stands against publication


        """)
  }

  /// The source lines of the first snippet with their underlines.
  private func snippet(_ source: String, _ words: String, width: Int? = nil) -> String {
    let page = ReportFixture(source)
    let lines = text(page.report([page.finding(words)]), width: width).split(separator: "\n")
    return lines.dropFirst(2).dropLast().joined(separator: "\n")
  }

  private static let paragraph =
    "Over the past several years, research has delivered a clear message: the therapy holds the potential to drive meaningful recovery, and many patients are now achieving progress once thought unattainable, as we read."

  @Test("a long line is clipped between words, around the words")
  func clipping() {
    #expect(
      snippet(Self.paragraph, "clear message", width: 60) == """
        1 │ … has delivered a clear message: the therapy holds …
          │                   ━━━━━━━━━━━━━
        """)
    #expect(
      snippet(Self.paragraph, "Over the past", width: 60) == """
        1 │ Over the past several years, research has delivered a …
          │ ━━━━━━━━━━━━━
        """)
    #expect(
      snippet(Self.paragraph, "as we read.", width: 60) == """
        1 │ … progress once thought unattainable, as we read.
          │                                       ━━━━━━━━━━━
        """)
  }

  @Test("words longer than the line are clipped in the middle")
  func clippingTheWords() {
    #expect(
      snippet(
        Self.paragraph, "research has delivered a clear message: the therapy holds the potential to drive meaningful recovery",
        width: 60) == """
        1 │ … research has delivered a … meaningful recovery …
          │   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        """)
  }

  @Test("a line without spaces is cut anywhere")
  func clippingWithoutSpaces() {
    let long = String(repeating: "x", count: 300)
    #expect(
      snippet(long + "WORDS" + long, "WORDS", width: 44) == """
        1 │ … xxxxxxxxxxxxxxxWORDSxxxxxxxxxxxxxxxx …
          │                  ━━━━━
        """)
  }

  @Test("no line is wider than the terminal", arguments: [40, 61, 100, 200])
  func widths(width: Int) {
    let page = ReportFixture(Self.paragraph + " " + Self.paragraph.uppercased())
    for words in ["Over", "clear message", "many patients are now", "READ.", Self.paragraph] {
      for line in text(page.report([page.finding(words)]), width: width).split(separator: "\n").dropFirst(2).prefix(2) {
        #expect(line.unicodeScalars.count <= width)
      }
    }
  }

  @Test(
    "underlines follow the columns of the terminal",
    arguments: [
      ("Our fund 😀 is risk-free.", "risk-free", "Our fund 😀 is risk-free.", "               ━━━━━━━━━"),
      ("全額保証 guaranteed", "guaranteed", "全額保証 guaranteed", "         ━━━━━━━━━━"),
      ("これは保証です", "保証", "これは保証です", "      ━━━━"),
      ("Cafe\u{301} cures", "cures", "Cafe\u{301} cures", "     ━━━━━"),
      ("A\u{200D}B\u{FE0F}C cures", "cures", "A\u{200D}B\u{FE0F}C cures", "    ━━━━━"),
      ("a\tb\tcures", "cures", "a   b   cures", "        ━━━━━"),
      ("ＦＵＬＬ cure", "cure", "ＦＵＬＬ cure", "         ━━━━"),
    ])
  func columns(source: String, words: String, line: String, underline: String) {
    #expect(snippet(source, words) == "1 │ \(line)\n  │ \(underline)")
  }

  @Test("of words over several lines the first and the last line are shown")
  func severalLines() {
    #expect(
      snippet("one two\n  three four", "two\n  three") == """
        1 │ one two
          │     ━━━
        2 │   three four
          │   ━━━━━
        """)
    #expect(
      snippet(String(repeating: "a\n", count: 8) + "one two\nx\ny\nthree four", "two\nx\ny\nthree") == """
         9 │ one two
           │     ━━━
           ┆ …
        12 │ three four
           │ ━━━━━
        """)
  }

  @Test("each source range of the words is underlined")
  func severalRanges() {
    var page = ReportFixture("We guarantee it")
    let source = SourceText(utf8: Array("We <b>guar</b>antee<br>\nit".utf8), encoding: "utf-8")
    page.document.sourceMap = SourceMap(
      source: source,
      segments: [
        .init(text: 0, textLength: 3, source: 0, sourceLength: 3, kind: .verbatim),
        .init(text: 3, textLength: 4, source: 6, sourceLength: 4, kind: .verbatim),
        .init(text: 7, textLength: 5, source: 14, sourceLength: 5, kind: .verbatim),
        .init(text: 12, textLength: 1, source: 19, sourceLength: 0, kind: .synthetic),
        .init(text: 13, textLength: 2, source: 24, sourceLength: 2, kind: .verbatim),
      ])
    let shown = text(page.report([page.finding("guarantee it")])).split(separator: "\n")
    #expect(
      shown[1..<6].joined(separator: "\n") == """
          ╭─▸ page.txt:1:7
        1 │ We <b>guar</b>antee<br>
          │       ━━━━    ━━━━━
        2 │ it
          │ ━━
        """)
  }

  @Test("nothing from a document or rule reaches the terminal raw")
  func controls() {
    let evil = "\u{1B}]0;owned\u{7}\u{9B}2J \u{202E}evil\u{2066} \u{200B}zero\u{AD}\u{E0041}\u{7F}"
    let page = ReportFixture("A \(evil) end", path: "p\u{1B}[31m.txt")
    let report = page.report(
      [page.finding("end", rule: "a\u{1B}b", message: "m\n\u{1B}[2J", help: "h\u{202E}\r\nx", related: [("r\u{8}", "end")])],
      reason: "reason\u{1B}")
    #expect(
      text(report) == """
        error[a␛b]: m ␛[2J
          ╭─▸ p␛[31m.txt:1:33
        1 │ A ␛]0;owned␇<U+009B>2J <U+202E>evil<U+2066> <U+200B>zero<U+00AD><U+E0041>␡ end
          │                                                                            ━━━
          = help: h<U+202E> x
          ├─▸ p␛[31m.txt:1:33 note: r␈
        1 │ A ␛]0;owned␇<U+009B>2J <U+202E>evil<U+2066> <U+200B>zero<U+00AD><U+E0041>␡ end
          │                                                                            ───

        p␛[31m.txt: blocked — reason␛


        """)
    let error = TextReporter(color: false, width: nil).error(.init(path: "a\u{1B}", code: .binary, message: "b\u{1B}"))
    #expect(string(error) == "a␛: not checked (binary) — b␛\n")
  }

  @Test("colour adds sequences and changes nothing else")
  func colour() {
    let page = ReportFixture("We guarantee that you will walk again.")
    let report = page.report([page.finding("guarantee", message: "m", help: "h")])
    let coloured = text(report, color: true)
    #expect(
      coloured == """
        \u{1B}[1;31merror[health/guaranteed-outcome]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m
        \u{1B}[2m  ╭─▸ \u{1B}[0mpage.txt:1:4
        \u{1B}[2m1 │\u{1B}[0m We \u{1B}[1;31mguarantee\u{1B}[0m that you will walk again.
        \u{1B}[2m  │\u{1B}[0m \u{1B}[1;31m   ━━━━━━━━━\u{1B}[0m
        \u{1B}[2m  = \u{1B}[0m\u{1B}[1mhelp\u{1B}[0m: h

        \u{1B}[1mpage.txt\u{1B}[0m: \u{1B}[1;31mblocked\u{1B}[0m — a finding stands against publication


        """)
    var plain = coloured
    for code in ["0", "1", "2", "1;31"] { plain = plain.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined() }
    #expect(plain == text(report))
  }

  @Test("long help is wrapped between words and aligned")
  func wrapping() {
    let page = ReportFixture("cure")
    let report = page.report([page.finding("cure", help: "Say what was observed, in whom, and that results differ from one to another.")])
    #expect(
      text(report, width: 40).split(separator: "\n")[4...6].joined(separator: "\n") == """
          = help: Say what was observed, in
                  whom, and that results differ
                  from one to another.
        """)
  }

  @Test("a place that stands nowhere in the source has no line")
  func syntheticWords() {
    var page = ReportFixture("ab")
    page.document.sourceMap = SourceMap(
      source: page.document.sourceMap.source,
      segments: [.init(text: 0, textLength: 2, source: 0, sourceLength: 0, kind: .synthetic)])
    #expect(
      text(page.report([page.finding("ab", message: "m")])) == """
        error[health/guaranteed-outcome]: m
          ╭─▸ page.txt:1:1

        page.txt: blocked — a finding stands against publication


        """)
  }

  @Test("the summary counts documents, verdicts, findings and what was not checked")
  func summary() {
    let page = ReportFixture("cure and care")
    let report = scan(
      [
        page.report([page.finding("cure"), page.finding("care", severity: .warning), page.finding("and", severity: .warning)]),
        page.report([page.finding("care", severity: .note)]), page.report([page.finding("care", severity: .warning)]),
      ],
      errors: [.init(path: "a", code: .missing, message: "m")])
    let reporter = TextReporter(color: false, width: nil)
    #expect(
      string(reporter.summary(report))
        == "3 documents: 1 blocked, 1 to review, 1 clear · 1 error, 3 warnings, 1 note · 1 not checked\n")
    #expect(string(reporter.summary(scan([page.report()]))) == "1 document: 1 clear · no findings\n")
    #expect(string(reporter.summary(scan([]))) == "0 documents\n")
  }

  @Test("a megabyte on one line costs each finding no more than a paragraph", .timeLimit(.minutes(1)))
  func oneLongLine() {
    let page = ReportFixture(String(repeating: "word \u{301}\u{301}\u{301}", count: 100_000) + "cure")
    let report = page.report([page.finding("cure")])
    let many = DocumentReport(
      path: "p", sha256: "", verdict: .blocked, reason: "",
      findings: Array(repeating: report.findings[0], count: 5_000), document: page.document)
    let clock = ContinuousClock()
    let duration = clock.measure { #expect(TextReporter(color: true, width: nil).document(many).count > 1_000_000) }
    // Reading the line once for each finding would take 5 GB of steps.
    #expect(duration < .seconds(20))
  }
}
