import ContentModel
import Testing
import Writers

@testable import Reporters

@Suite("HTML")
struct HTMLReporterTests {
  private func page(_ reports: DocumentReport..., errors: [DocumentError] = []) -> String {
    string(HTMLReporter.report(scan(reports, errors: errors)))
  }

  /// The markup of the document's text alone, with tags of passages and cards left out by the caller's choice of words.
  private func copy(_ report: DocumentReport) -> String {
    var copy = HTMLCopy(report, anchors: HTMLAnchors(document: 1), appendingTo: HTMLWriter())
    copy.render()
    return string(copy.html.bytes)
  }

  @Test("a finding's words are marked, anchored and linked to the finding beside them")
  func oneFinding() {
    let fixture = ReportFixture("We guarantee it.", language: "en")
    let report = fixture.report([
      fixture.finding(
        "guarantee", message: "promises an outcome", help: "Say what was observed.",
        basis: [.init(key: "k", citation: "HMR 2012, reg. 287", says: "no guarantees", url: "https://example.org/")],
        related: [("the other word", "We")])
    ])
    #expect(
      copy(report) == """
        <div class="passage"><div class="copy plain-text" dir="auto" lang="en">
        <p><span class="at" id="d1-r1-1"></span><mark class="see">We</mark> <span class="at" id="d1-w1"></span><mark class="error">guarantee</mark><sup class="ref"><a class="marker error" href="#d1-f1" aria-label="Finding E1">E1</a></sup> it.</p>
        </div>
        <div class="notes">
        <article class="card error" id="d1-f1">
        <p class="top"><a class="marker" href="#d1-w1" title="To the words">E1</a> <span class="severity">error</span> <code>health/guaranteed-outcome</code></p>
        <p class="message">Promises an outcome</p>
        <blockquote class="words" lang="en"><bdi>guarantee</bdi></blockquote>
        <p class="help"><b>What to do</b> Say what was observed.</p>
        <p class="see"><b>See</b> <a href="#d1-r1-1">the other word</a>, line\u{A0}1, column\u{A0}1</p>
        <p class="basis"><b>Basis</b> <cite><a class="link" rel="noreferrer noopener" href="https://example.org/">HMR 2012, reg. 287</a></cite> — no guarantees</p>
        <p class="place"><a href="#d1-w1">line\u{A0}1, column\u{A0}4</a></p>
        </article>
        </div>
        </div>

        """)
  }

  /// The text's markup without anchors, markers, cards and passages.
  private func marks(_ fixture: ReportFixture, _ findings: [Finding]) -> String {
    var text = copy(fixture.report(findings))
    for (from, to) in [("<article", "</article>"), ("<sup class=\"ref\">", "</sup>"), ("<span class=\"at\"", "</span>")] {
      while let start = text.firstRange(of: from), let end = text[start.lowerBound...].firstRange(of: to) {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("<div") && !$0.hasPrefix("</div") }.joined(separator: "\n")
  }

  @Test("overlapping and nested highlights are split into segments, the gravest colour on top")
  func overlaps() {
    let fixture = ReportFixture("one two three four five")
    #expect(
      marks(
        fixture,
        [
          fixture.finding("one two three", severity: .warning), fixture.finding("two three four"),
          fixture.finding("three", severity: .note),
        ])
        == #"<p><mark class="warning">one </mark><mark class="error over">two </mark><mark class="error over">three</mark><mark class="error"> four</mark> five</p>"#
    )
  }

  @Test("a highlight over several blocks continues in each")
  func acrossBlocks() {
    let fixture = ReportFixture("one two\nthree\nfour five")
    #expect(
      marks(fixture, [fixture.finding("two\nthree\nfour")]) == """
        <p>one <mark class="error">two</mark></p>
        <p><mark class="error">three</mark></p>
        <p><mark class="error">four</mark> five</p>
        """)
  }

  @Test("inline marks and highlights cross without breaking the markup, and no marker stands inside a link")
  func inlineMarks() {
    var fixture = ReportFixture("one two three four")
    fixture.document.marks = [
      Mark(kind: .link, span: fixture.span("two three four"), target: "https://example.org/?a=1&b=\"2\""),
      Mark(kind: .strong, span: fixture.span("three")),
    ]
    let report = fixture.report([fixture.finding("one two three")])
    let link = #"<a class="link" rel="noreferrer noopener" href="https://example.org/?a=1&amp;b=&quot;2&quot;">"#
    #expect(
      copy(report).contains(
        "<mark class=\"error\">one </mark>\(link)<mark class=\"error\">two </mark><strong><mark class=\"error\">three</mark></strong></a><sup class=\"ref\"><a class=\"marker error\" href=\"#d1-f1\" aria-label=\"Finding E1\">E1</a></sup>\(link)<strong></strong> four</a>"
      ))
  }

  @Test("only web and mail addresses become links", arguments: [
    ("https://example.org", true), ("HTTP://example.org", true), ("mailto:a@example.org", true),
    ("javascript:alert(1)", false), (" https://example.org", false), ("data:text/html,x", false), ("/path", false),
    ("https://", false), ("", false), ("\u{1}javascript:x", false), ("vbscript:x", false),
  ])
  func links(address: String, isLink: Bool) {
    var fixture = ReportFixture("one two")
    fixture.document.marks = [Mark(kind: .link, span: fixture.span("two"), target: address)]
    let report = fixture.report([fixture.finding("one", basis: [.init(key: "k", citation: "c", url: address)])])
    let checker = MarkupChecker(page(report))
    #expect(checker.problems == [])
    let outward = (checker.attributes["href"] ?? []).filter { !$0.hasPrefix("#") }
    #expect(outward == (isLink ? [address, address] : []))
  }

  @Test("every kind of block and every flag gives well-formed markup, in its place and out of it")
  func everyBlock() {
    for container in Block.Kind.allCases {
      for kind in Block.Kind.allCases {
        for flags: Block.Flags in [[], [.hidden, .furniture, .header, .inferred]] {
          var fixture = ReportFixture("alpha\nbeta\ngamma")
          fixture.document.blocks = [
            Block(kind: container, span: fixture.span("alpha\nbeta\ngamma"), flags: flags, label: "<l>"),
            Block(kind: kind, span: fixture.span("alpha"), parent: 0, level: 9, flags: flags, label: "\"l"),
            Block(kind: kind, span: fixture.span("beta\ngamma"), parent: 0),
            Block(kind: container, span: fixture.span("beta"), parent: 2),
            Block(kind: kind, span: fixture.span("gamma"), parent: 2, level: 3),
          ]
          let report = fixture.report([fixture.finding("ha\nbet"), fixture.finding("gamma", severity: .note)])
          let checker = MarkupChecker(page(report))
          #expect(checker.problems == [], "\(container) \(kind)")
          #expect(checker.ids.isSuperset(of: ["d1-f1", "d1-w1", "d1-f2", "d1-w2"]))
        }
      }
    }
  }

  @Test("structure is shown: headings, lists, tables, side texts, hidden text")
  func structure() {
    var fixture = ReportFixture("Head\nItem\nName\nValue\nAlt\nHidden\nEntry\nKey")
    func block(_ kind: Block.Kind, _ words: String, _ parent: Int? = nil, _ flags: Block.Flags = [], _ label: String? = nil) -> Block {
      Block(kind: kind, span: fixture.span(words), parent: parent, level: kind == .heading ? 2 : 0, flags: flags, label: label)
    }
    fixture.document.blocks = [
      block(.heading, "Head"),
      block(.list, "Item"), block(.item, "Item", 1),
      block(.table, "Name\nValue"), block(.row, "Name\nValue", 3), block(.cell, "Name", 4, .header), block(.cell, "Value", 4),
      block(.imageText, "Alt"), block(.paragraph, "Hidden", nil, .hidden),
      block(.referenceList, "Entry"), block(.referenceEntry, "Entry", 9, [], "3"),
      block(.metadata, "Key", nil, [], "description"),
    ]
    fixture.document.format = .html
    #expect(
      copy(fixture.report()) == """
        <div class="passage"><div class="copy" dir="auto">
        <h4 class="heading level-2">Head</h4>
        <ul><li>Item</li>
        </ul>
        <table><tr><th>Name</th>
        <td>Value</td>
        </tr>
        </table>
        <p class="beside"><span class="what">Image text</span> Alt</p>
        <p class="hidden"><span class="what">Hidden text</span> Hidden</p>
        <ul class="references"><li class="reference"><span class="what">[3]</span> Entry</li>
        </ul>
        <p class="beside"><span class="what">Metadata: description</span> Key</p>
        </div>
        </div>

        """)
  }

  @Test("a list is cut so that findings stand level with their items, and a heading stays with its text")
  func passages() {
    var fixture = ReportFixture("Intro\nFirst\nSecond\nThird\nHead\nText")
    fixture.document.blocks = [
      Block(kind: .paragraph, span: fixture.span("Intro")),
      Block(kind: .list, span: fixture.span("First\nSecond\nThird")),
      Block(kind: .item, span: fixture.span("First"), parent: 1),
      Block(kind: .item, span: fixture.span("Second"), parent: 1),
      Block(kind: .item, span: fixture.span("Third"), parent: 1),
      Block(kind: .heading, span: fixture.span("Head"), level: 1),
      Block(kind: .paragraph, span: fixture.span("Text")),
    ]
    let shape = copy(fixture.report([fixture.finding("Second"), fixture.finding("Text")]))
      .split(separator: "\n").filter { line in !["<article", "<p class", "<blockquote", "</article"].contains { line.hasPrefix($0) } }
      .map { line in String(line.prefix { $0 != " " }) + (line.contains("Third") ? "Third" : "") }
    #expect(
      shape == [
        "<div", "<p>Intro</p>", "<ul><li>First</li>", "</ul>", "</div>", "</div>",
        "<div", "<ul><li><span", "</ul>", "</div>", "<div", "</div>",
        "<div", "<ul><li>Third</li>Third", "</ul>", "</div>", "</div>",
        "<div", "<h3", "<p><span", "</div>", "<div", "</div>", "</div>",
      ])
  }

  @Test("hostile text stays text")
  func hostile() {
    let evil = "</script></style></mark><img src=x onerror='alert(1)'><!-- \" ' & \u{0}\u{1B}\u{202E}\u{2066}\u{9C}"
    var fixture = ReportFixture(evil + " end", path: "\"><script>x</script>.html", language: "en\" onload=\"x")
    fixture.document.marks = [Mark(kind: .link, span: fixture.span("end"), target: "https://x\"><script>")]
    fixture.document.notes = [ReadingNote(message: evil, sourceByte: 3)]
    fixture.document.blocks[0].kind = .metadata
    fixture.document.blocks[0].label = evil
    let finding = fixture.finding(
      "end", rule: evil, message: evil, help: evil, basis: [.init(key: evil, citation: evil, says: evil, url: "https://" + evil)],
      related: [(evil, "end")])
    let report = fixture.report([finding], reason: evil)
    let html = page(report, report, errors: [.init(path: evil, code: .binary, message: evil)])
    let checker = MarkupChecker(html)
    #expect(checker.problems == [])
    #expect(checker.elements["script"] == nil)
    #expect(checker.elements["img"] == nil)
    #expect(checker.attributes["onerror"] == nil && checker.attributes["onload"] == nil)
    #expect(checker.attributes["lang"] == ["en"])
    #expect(checker.text.contains("</script></style></mark><img src=x onerror='alert(1)'><!-- \" ' & ␀␛⟨U+202E⟩⟨U+2066⟩⟨U+009C⟩ "))
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E) })
  }

  @Test("findings about the whole document stand in a box above the text, their words anchored in it")
  func documentScope() {
    let fixture = ReportFixture("one two")
    let html = page(fixture.report([fixture.finding("one", scope: .document), fixture.finding("two", severity: .warning)]))
    #expect(MarkupChecker(html).problems == [])
    let box = html.firstRange(of: "About the whole document")
    let card = html.firstRange(of: "id=\"d1-f1\"")
    let text = html.firstRange(of: "<div class=\"passage\">")
    #expect(box != nil && card != nil && text != nil)
    if let box, let card, let text { #expect(box.lowerBound < card.lowerBound && card.lowerBound < text.lowerBound) }
    #expect(html.contains("<span class=\"at\" id=\"d1-w1\"></span><mark class=\"error\">one</mark>"))
  }

  @Test("findings on separators, empty spans, or no block at all still have their anchors and cards")
  func oddSpans() {
    var fixture = ReportFixture("one\n\n\ntwo")
    let spans = [Span(3, 3), Span(3, 5), Span(4, 4), Span(4, 5), Span(0, 9), Span(9, 9), Span(40, 50), Span(6, 60), Span(0, 0)]
    let findings = spans.map { span in
      Finding(rule: "a/b", category: "c", severity: .note, message: "m", span: span)
    }
    func reported() -> DocumentReport {
      var report = fixture.report()
      let place = Location(startByte: 0, endByte: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1)
      report.findings = findings.map {
        ReportedFinding(finding: $0, text: "", location: place, ranges: [], related: [], fingerprint: "")
      }
      return report
    }
    let whole = MarkupChecker(page(reported()))
    fixture.document.blocks = []
    let shapeless = MarkupChecker(page(reported()))
    fixture.document.utf8 = []
    let empty = MarkupChecker(page(reported()))
    for checker in [whole, shapeless, empty] {
      #expect(checker.problems == [])
      for number in 1...spans.count {
        #expect(checker.ids.contains("d1-w\(number)") && checker.ids.contains("d1-f\(number)"))
      }
    }
    #expect(shapeless.text.contains("one"))
  }

  @Test("several documents have an index; errors are listed")
  func index() {
    let fixture = ReportFixture("one two")
    let html = page(
      fixture.report([fixture.finding("one")]), ReportFixture("x", path: "b.md").report(),
      errors: [.init(path: "c.pdf", code: .unsupportedFormat, message: "cannot be read yet")])
    #expect(MarkupChecker(html).problems == [])
    #expect(
      html.contains(
        "<tr><th scope=\"row\"><a href=\"#d1\">page.txt</a></th><td><span class=\"badge blocked\"><span aria-hidden=\"true\">✕</span> Blocked</span></td><td class=\"number\">1</td><td class=\"number\">–</td><td class=\"number\">–</td></tr>"
      ))
    #expect(html.contains("2 documents checked: 1 blocked, 1 clear; 1 error. <strong>1 could not be checked.</strong>"))
    #expect(html.contains("<li><b>c.pdf</b> <code>unsupported-format</code> cannot be read yet</li>"))
    #expect(!page(fixture.report()).contains("<table class=\"index\">"))
  }

  @Test("the page may load and run nothing")
  func policy() {
    let html = page(ReportFixture("x").report())
    #expect(
      html.contains(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
      ))
    #expect(!html.contains("@import") && !html.contains("url("))
  }

  @Test("many findings over one another, and deep nesting, cost no more than their output", .timeLimit(.minutes(1)))
  func scale() {
    var fixture = ReportFixture(String(repeating: "word ", count: 20_000))
    let size = fixture.document.utf8.count
    let finding = Finding(rule: "a/b", category: "c", severity: .note, message: "m", span: Span(0, 1))
    let place = Location(startByte: 0, endByte: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1)
    var report = fixture.report()
    report.findings = (0..<20_000).map { i in
      var finding = finding
      finding.span = Span(i, size - i)
      return ReportedFinding(finding: finding, text: "", location: place, ranges: [], related: [], fingerprint: "")
    }
    // Overlapping marks, and quotations within quotations.
    fixture.document.marks = (0..<20_000).map { Mark(kind: .emphasis, span: Span($0, min(size, $0 + 20_000))) }
    fixture.document.blocks = (0..<5_000).map { Block(kind: .quotation, span: Span($0, size), parent: $0 == 0 ? nil : $0 - 1) }
    report.document = fixture.document
    let clock = ContinuousClock()
    let duration = clock.measure { #expect(HTMLReporter.report(scan([report])).count < 40_000_000) }
    #expect(duration < .seconds(30))
  }
}

@Suite("Style sheet")
struct StyleSheetTests {
  /// The colours that a block of custom properties defines.
  private func colours(_ block: Substring) -> [String: Double] {
    var colours: [String: Double] = [:]
    for part in block.split(separator: ";") {
      let pair = part.split(separator: ":")
      guard pair.count >= 2, let name = pair[pair.count - 2].split(separator: " ").last, name.hasPrefix("--"),
        let hex = pair.last?.split(separator: "#").last, hex.count == 6, let value = Int(hex, radix: 16)
      else { continue }
      // Relative luminance, WCAG 2.2.
      let channels = [16, 8, 0].map { shift -> Double in
        let c = Double(value >> shift & 0xFF) / 255
        return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055)
      }
      colours[String(name)] = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    return colours
  }

  /// x to the power of 2.4, for x in 0…1: x² times the fifth root of x², by Newton's method.
  private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }

  @Test("text has a contrast of at least 4.5 to its ground, in the light and in the dark")
  func contrast() {
    let sheet = HTMLReporter.styleSheet
    let blocks = sheet.split(separator: ":root {").prefix(2).map { colours($0.prefix { $0 != "}" }) }
    #expect(blocks.count == 2)
    let pairs = [
      ("--ink", "--page"), ("--ink", "--sheet"), ("--soft", "--page"), ("--soft", "--sheet"), ("--link", "--page"),
      ("--link", "--sheet"), ("--ink", "--error-wash"), ("--ink", "--warning-wash"), ("--ink", "--note-wash"),
      ("--soft", "--error-wash"), ("--soft", "--warning-wash"), ("--soft", "--note-wash"), ("--error", "--sheet"),
      ("--error", "--page"), ("--error", "--error-wash"), ("--warning", "--sheet"), ("--warning", "--page"),
      ("--warning", "--warning-wash"), ("--note", "--sheet"), ("--note", "--page"), ("--note", "--note-wash"),
      ("--on-badge", "--error"), ("--on-badge", "--warning"), ("--on-badge", "--clear"),
    ]
    for colours in blocks {
      for (text, ground) in pairs {
        guard let a = colours[text], let b = colours[ground] else {
          Issue.record("\(text) or \(ground) is not defined")
          continue
        }
        #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(text) on \(ground)")
      }
    }
  }
}
