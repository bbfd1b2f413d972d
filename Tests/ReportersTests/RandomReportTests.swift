import ContentModel
import Reporters
import Testing

/// A linear congruential generator (Knuth's MMIX constants), so that a failure can be repeated from its seed.
private struct Generator {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bound <= 0 ? 0 : Int((state >> 33) % UInt64(bound))
  }
}

@Suite("Random reports")
struct RandomReportTests {
  private static let pieces = [
    "word ", "a", "\n", "\n\n", "\r\n", "\t", " ", "<b>", "&amp;", "\"", "'", "\u{1B}[31m", "\u{0}", "\u{202E}", "\u{85}", "é",
    "e\u{301}", "保証", "😀", "👩\u{200D}🔬", "\u{2028}", "\u{FEFF}", String(repeating: "long", count: 40), "</p>", "\u{7F}", "–",
  ]

  private func report(_ random: inout Generator) -> DocumentReport {
    var text = ""
    for _ in 0..<random.next(below: 60) { text += Self.pieces[random.next(below: Self.pieces.count)] }
    var fixture = ReportFixture(text)
    let size = fixture.document.utf8.count
    // Spans may cut scalars, be empty, and reach beyond the text.
    func span(_ random: inout Generator) -> Span {
      let start = random.next(below: size + 3)
      return Span(start, start + random.next(below: size + 3))
    }
    for i in fixture.document.blocks.indices {
      fixture.document.blocks[i].kind = Block.Kind.allCases[random.next(below: Block.Kind.allCases.count)]
      if i > 0, random.next(below: 2) == 0 { fixture.document.blocks[i].parent = random.next(below: i) }
      if random.next(below: 9) == 0 { fixture.document.blocks[i].span = span(&random) }
    }
    let kinds: [Mark.Kind] = [.link, .emphasis, .strong, .code, .superscript, .anchor, .deleted]
    for _ in 0..<random.next(below: 8) {
      fixture.document.marks.append(Mark(kind: kinds[random.next(below: kinds.count)], span: span(&random), target: text))
    }
    var report = fixture.report()
    for _ in 0..<random.next(below: 8) {
      let place = Location(startByte: 0, endByte: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1)
      let finding = Finding(
        rule: text, category: "c", severity: Severity.allCases[random.next(below: 3)],
        scope: random.next(below: 4) == 0 ? .document : .span, message: text, help: text, span: span(&random),
        related: [.init(message: text, span: span(&random))])
      report.findings.append(
        ReportedFinding(finding: finding, text: text, location: place, ranges: [], related: [place], fingerprint: ""))
    }
    return report
  }

  @Test("whatever the text, tree, marks and spans, every report is well formed", arguments: 0..<40)
  func wellFormed(seed: UInt64) {
    var random = Generator(state: seed)
    for _ in 0..<8 {
      let report = report(&random)
      let checker = MarkupChecker(string(HTMLReporter.report(scan([report]))))
      #expect(checker.problems == [])
      for number in report.findings.indices {
        #expect(checker.ids.contains("d1-f\(number + 1)") && checker.ids.contains("d1-w\(number + 1)"))
      }
      #expect(StrictJSON.accepts(JSONReporter.report(scan([report]))))
      let text = TextReporter(color: false, width: 40 + random.next(below: 80)).document(report)
      #expect(string(text).unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) })
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }
}
