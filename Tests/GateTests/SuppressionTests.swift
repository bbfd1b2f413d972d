import ContentModel
import Gate
import Testing

@Suite("Suppressions")
struct SuppressionTests {
  @Test(
    "reach the block they stand in or before, the line, or the file",
    arguments: [
      // The block behind a comment on a line of its own, and no further one.
      (DocumentFormat.markdown, "<!-- obstat allow p/cure: quoted -->\n\nA cure.\n\nA cure.\n", ["p/cure 3 suppressed", "p/cure 5 open"]),
      (.html, "<!-- obstat allow p/cure: quoted -->\n<p>A cure.</p>\n<p>A cure.</p>", ["p/cure 2 suppressed", "p/cure 3 open"]),
      (.text, "<!-- obstat allow p/cure: quoted -->\nA cure.\n\nA cure.\n", ["p/cure 2 suppressed", "p/cure 4 open"]),
      // The block around it.
      (.markdown, "A cure. <!-- obstat allow p/cure: quoted --> A cure.\n\nA cure.\n", ["p/cure 1 suppressed", "p/cure 1 suppressed", "p/cure 3 open"]),
      (.html, "<p>A cure. <!--obstat allow cures: quoted--> A cure.</p><p>\nA cure.</p>", ["p/cure 1 suppressed", "p/cure 1 suppressed", "p/cure 2 open"]),
      // A whole list before which it stands; only the item in which it stands.
      (.markdown, "<!-- obstat allow p/cure: quoted -->\n\n- A cure.\n- A cure.\n\nA cure.\n", ["p/cure 3 suppressed", "p/cure 4 suppressed", "p/cure 6 open"]),
      (.html, "<!-- obstat allow p/cure: quoted -->\n<ul><li>A cure.\n<li>A cure.</ul>\nA cure.", ["p/cure 2 suppressed", "p/cure 3 suppressed", "p/cure 4 open"]),
      (.html, "<ul>\n<!-- obstat allow p/cure: quoted -->\n<li>A cure.\n<li>A cure.</ul>", ["p/cure 3 suppressed", "p/cure 4 open"]),
      (.html, "<ul>\n<li><!-- obstat allow p/cure: quoted -->A cure.\n<li>A cure.</ul>", ["p/cure 2 suppressed", "p/cure 3 open"]),
      (.text, "<!-- obstat allow p/cure: quoted -->\n- A cure.\n- A cure.\n\nA cure.\n", ["p/cure 2 suppressed", "p/cure 3 suppressed", "p/cure 5 open"]),
      // What follows a list is not in it.
      (.html, "<ul><li>One<!-- --></li>\n<!-- obstat allow p/cure: quoted --></ul>\n<p>A cure.</p>", ["engine/unused-suppression 2 open", "p/cure 3 open"]),
      // One line.
      (.markdown, "A cure. <!-- obstat allow-line p/cure: quoted -->\nA cure.\n", ["p/cure 1 suppressed", "p/cure 2 open"]),
      (.html, "<p>\n<!-- obstat allow-line p/cure: quoted -->\nA cure.\nA cure.", ["p/cure 3 suppressed", "p/cure 4 open"]),
      (.text, "A cure.\n<!-- obstat allow-line p/cure: quoted -->\nA cure.\nA cure.\n", ["p/cure 1 open", "p/cure 3 suppressed", "p/cure 4 open"]),
      // The file.
      (.markdown, "A cure.\n\nA cure.\n\n<!-- obstat allow-file cures: quoted -->\n", ["p/cure 1 suppressed", "p/cure 3 suppressed"]),
      (.text, "A cure.\n\nA cure.\n<!-- obstat allow-file old/cure: quoted -->", ["p/cure 1 suppressed", "p/cure 3 suppressed"]),
      (.markdown, "---\nobstat-allow:\n  p/cure: quoted\n---\nA cure.\n\nA cure.\n", ["p/cure 5 suppressed", "p/cure 7 suppressed"]),
      // Only the rule named.
      (.markdown, "<!-- obstat allow p/cure: quoted -->\n\nThe best cure.\n", ["p/best 3 open", "p/cure 3 suppressed"]),
      // No comment at all.
      (.markdown, "    <!-- obstat allow p/cure: quoted -->\n\nA cure.\n", ["p/cure 1 open", "p/cure 3 open"]),
      (.markdown, "`<!-- obstat allow p/best: quoted -->` is best.\n", ["p/best 1 open", "p/best 1 open"]),
      (.html, "<p>&lt;!-- obstat allow p/best: q --> best</p>", ["p/best 1 open", "p/best 1 open"]),
      (.text, "See <!-- obstat allow p/best: quoted --> best.\n", ["p/best 1 open", "p/best 1 open"]),
    ])
  func reach(format: DocumentFormat, text: String, expected: [String]) throws {
    #expect(gate(lenient).judge(report(try read(text, format))).lines == expected)
  }

  @Test("keep the reason and the place of the comment")
  func reason() throws {
    let judged = gate().judge(report(try read("Said twice. <!-- obstat allow p/twice:  a  slogan -->\n")))
    let disposition = try #require(judged.findings.first?.disposition)
    #expect(
      disposition
        == FindingDisposition(
          kind: .suppressed, justification: "a slogan",
          location: Location(startByte: 12, endByte: 53, startLine: 1, startColumn: 13, endLine: 1, endColumn: 54)))
    #expect(judged.reason == "Nothing stands in the way; 1 suppressed.")
  }

  @Test("of severities that the policy keeps are refused, and the finding stays")
  func refused() throws {
    let judged = gate().judge(report(try read("<!-- obstat allow p/cure: quoted -->\n\nA cure.\n")))
    #expect(
      judged.complaints == [
        "engine/refused-suppression 1 the policy does not let a document suppress findings of severity error, as 'p/cure' has here"
      ])
    #expect(judged.lines.last == "p/cure 3 open")
    #expect(judged.verdict == .blocked)
    #expect(judged.reason == "1 error, 1 warning: p/cure at line 3 blocks publication, as every error does.")
  }

  @Test(
    "that say too little are findings",
    arguments: [
      ("obstat", "a comment to obstat gives no reason"),
      ("obstat: p/cure", "a comment to obstat does not say what to allow"),
      ("obstat allow p/cure", "a comment to obstat gives no reason"),
      ("obstat allow p/cure:", "'allow p/cure' gives no reason"),
      ("obstat allow p/cure: --", "'allow p/cure' gives no reason"),
      ("obstat allow: quoted", "the comment does not name what to allow"),
      ("obstat allow p/cure p/best: quoted", "the comment names more than one thing to allow"),
      ("obstat disable p/cure: quoted", "'disable' is not one of allow, allow-line, allow-file"),
      ("obstat allow p/cur: quoted", "no rule or category 'p/cur' (did you mean 'p/cure'?)"),
      ("obstat allow cure: quoted", "no rule or category 'cure' (did you mean 'p/cure'?)"),
      ("obstat allow *: quoted", "no rule or category '*'"),
      ("obstat allow engine: quoted", "what the engine says of a document cannot be suppressed in it"),
      ("obstat allow-file engine/rule-failed: quoted", "what the engine says of a document cannot be suppressed in it"),
    ])
  func malformed(comment: String, message: String) throws {
    let judged = gate(lenient).judge(report(try read("<!-- \(comment) -->\n\nA cure.\n")))
    #expect(judged.complaints == ["engine/malformed-suppression 1 \(message)"])
    #expect(judged.lines.last == "p/cure 3 open")
  }

  @Test("in front matter that are no keys with reasons are findings", arguments: ["obstat-allow: p/cure", "obstat-allow: [p/cure]", "obstat-allow:\n  p/cure:"])
  func malformedFrontMatter(text: String) throws {
    let judged = gate(lenient).judge(report(try read("---\n\(text)\n---\nA cure.\n")))
    #expect(judged.findings.map(\.finding.rule) == ["engine/malformed-suppression", "p/cure"])
    #expect(judged.findings[1].disposition == nil)
  }

  @Test("that reach nothing are notes, which change no verdict")
  func unused() throws {
    let judged = gate().judge(report(try read("A garden.\n\n<!-- obstat allow p/best: quoted -->\n\nA garden.\n")))
    #expect(judged.complaints == ["engine/unused-suppression 3 nothing of 'p/best' is found where this comment reaches"])
    #expect(judged.verdict == .clear)
  }

  @Test("about the whole document take a comment for the whole file")
  func documentScope() throws {
    var whole = twice
    whole.scope = .document
    let block = try read("<!-- obstat allow p/twice: meant -->\n\nSaid twice.\n")
    #expect(gate().judge(report(block, [whole])).lines == ["engine/unused-suppression 1 open", "p/twice 3 open"])
    let file = try read("<!-- obstat allow-file p/twice: meant -->\n\nSaid twice.\n")
    #expect(gate().judge(report(file, [whole])).lines == ["p/twice 3 suppressed"])
  }

  @Test("of a hostile author do no harm")
  func hostile() throws {
    let bombs = [
      "<!-- obstat allow \(String(repeating: "p/cure ", count: 50_000)): x -->\n\nA cure.\n",
      "<!-- obstat allow p/cure: \(String(repeating: "yes ", count: 100_000)) -->\n\nA cure.\n",
      "<!-- obstat allow p/\u{1B}[31mcure: red -->\n\nA cure.\n",
      String(repeating: "<!-- obstat allow p/cure: many -->\n", count: 20_000) + "\nA cure.\n",
      String(repeating: "> ", count: 300) + "<!-- obstat allow p/cure: deep -->\n\nA cure.\n",
    ]
    // What is never closed takes the rest with it, as browsers do: nothing is left to publish.
    #expect(throws: DocumentError.self) { try read("<!-- obstat allow p/cure: never closed\n\nA cure.\n") }
    // Cut off, too many names, no such rule, too many: the finding stays, or is suppressed by whom it may.
    let ends = ["open", "suppressed", "open", "suppressed", "open"]
    try #require(ends.count == bombs.count)
    for (number, text) in bombs.enumerated() {
      let document = try read(text)
      let judged = gate(lenient).judge(report(document, [cure]))
      #expect(judged.findings.last { $0.finding.rule == "p/cure" }.map { $0.disposition?.kind.rawValue ?? "open" } == ends[number], "\(number)")
      #expect(judged.findings.count <= Comment.maximumCount + 2, "\(number)")
      #expect(document.comments.allSatisfy { $0.text.utf8.count <= Comment.maximumLength + 3 }, "\(number)")
      if number == 3 { #expect(document.notes.contains { $0.isLimit }) }
    }
  }
}
