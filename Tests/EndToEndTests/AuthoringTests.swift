import Foundation
import Testing

@Suite("Writing a rule at a terminal")
struct AuthoringTests {
  @Test("goes from nothing to a passing, useful rule by answering questions")
  func newRule() throws {
    let folder = try Scratch()
    let terminal = try Terminal(["rules", "new", "house/miracle"], in: folder.url)
    for (question, answer) in [
      ("Title, a few words for lists [Miracle]", ""), ("Category", "cure"), ("Severity", "bad"), ("'bad' is not one of note, warning, error", "error"),
      ("Basis", ""), ("A sentence to flag", "Our serum works miracles."), ("A sentence to leave", "Results differ from person to person."),
      ("Another one to leave", ""), ("Look for [", ""), ("What the finding says", "“{text}” promises the impossible"),
    ] {
      try terminal.wait(for: question)
      try terminal.wait(for: "> ")
      terminal.type(answer + "\r")
    }
    try terminal.wait(for: "1 rule: 12 passed, 0 failed")
    #expect(terminal.status() == 0)
    let page = folder.url.appendingPathComponent("page.txt")
    try Data("A serum of ours works wonders.\nMy serums sell well.".utf8).write(to: page)
    let scan = try Program.run(["scan", "page.txt", "--rules", ".", "--no-cache"], in: folder.url)
    #expect(scan.status == 1)
    #expect(scan.output.contains("promises the impossible"))
    // A second time, nothing is overwritten.
    let again = try Program.run(["rules", "new", "house/miracle"], in: folder.url)
    #expect(again.status == 2)
    #expect(again.errors == "error: ./house/miracle.lua exists already, and nothing is overwritten\n  help: open it in an editor, or choose another name\n")
  }

  @Test("asks a document at the prompt, with completion, and survives mistakes")
  func prompt() throws {
    let folder = try Scratch(["page.txt": Array("We guarantee that you will walk again.\nNo result is guaranteed.".utf8)])
    let terminal = try Terminal(["repl", "page.txt"], in: folder.url)
    try terminal.wait(for: "page.txt (2 sentences) is doc")
    terminal.type("doc.sent\t[2]\r")
    try terminal.wait(for: "sentence “No result is guaranteed.”, line 2")
    terminal.type("hit = doc:fi\t")
    try terminal.wait(for: "find  first")
    terminal.type("rst { \"guaranteed\" }\r")
    try terminal.wait(for: "hit is hit “guaranteed”, line 2")
    terminal.type("hit.negatd\r")
    try terminal.wait(for: "did you mean 'negated'?")
    terminal.type("while true do end\r")
    try terminal.wait(for: "stopped after")
    terminal.type("hit.negated\r")
    try terminal.wait(for: "true")
    terminal.type("trace(\"seen\", hit)\r")
    try terminal.wait(for: "trace seen hit “guaranteed”")
    terminal.type(":why health/guaranteed-outcome 2\r")
    try terminal.wait(for: "health/guaranteed-outcome: ")
    terminal.type(":nonsense\r")
    try terminal.wait(for: "no command ':nonsense'")
    terminal.type(":quit\r")
    #expect(terminal.status() == 0)
  }
}

@Suite("Testing rules")
struct RulesTestCommandTests {
  private static let rule = #"""
    return {
      id = "house/thing", category = "c", title = "T", severity = "warning", message = "m",
      find  = { "guarantee~", "promise~" },
      check = function(hit)
        if hit:followed_by { "refund~" } then
          return
        end
        if hit.negated then return end
        trace("seen", hit.text)
        hit:report()
      end,
      examples = {
        flagged = { { markdown = "We guarantee ⟦a result⟧." }, { markdown = "We guarantee a refund." } },
        clean = { "All is well.", "Nothing is guaranteed." },
      },
    }
    """#

  private func folder() throws -> Scratch {
    try Scratch(["my-rules/house/pack.lua": Array(#"return { title = "House" }"#.utf8), "my-rules/house/thing.lua": Array(Self.rule.utf8)])
  }

  @Test("draws a failure on its sentence and says why, with coverage")
  func failure() throws {
    let result = try Program.run(["rules", "test", "my-rules", "--coverage", "--no-cache"], in: folder().url)
    #expect(result.status == 1)
    #expect(
      result.output == #"""
        trace house/thing:9: seen guarantee
        my-rules/house/thing.lua:13: flagged example 1 of house/thing, as written: expected “a result”, found “guarantee”
          | We guarantee a result.
                         ~~~~~~~~  expected
               ^^^^^^^^^  found
          why: hit “guarantee” (trigger “guarantee~”), line 1
                    5  hit:followed_by { "refund~" } → false
                    8  hit.negated → false
                    9  hit.text → “guarantee”
                    9  trace: seen guarantee
                   10  hit:report
                 reported
          also behind a multi-byte line

        my-rules/house/thing.lua:13: flagged example 2 of house/thing, as written: nothing was flagged
          | We guarantee a refund.
          why: hit “guarantee” (trigger “guarantee~”), line 1
                    5  hit:followed_by { "refund~" } → true
                 returned without a report on line 6: return
          also behind a multi-byte line

        house/thing (my-rules/house/thing.lua)
          1 of 2 triggers were hit; no example has “promise~”
        1 rule: 8 passed, 4 failed

        """#)
  }

  @Test("gives JSON and JUnit with time and fuel")
  func formats() throws {
    let folder = try folder()
    let json = try Program.run(["rules", "test", "my-rules", "--format", "json", "--no-cache"], in: folder.url)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["passed"] as? Int == 8)
    let rule = (object?["rules"] as? [[String: Any]])?.first
    #expect((rule?["fuel"] as? Int ?? 0) > 0)
    #expect((rule?["cases"] as? [[String: Any]])?.count == 12)
    let junit = try Program.run(["rules", "test", "my-rules", "--format", "junit", "--no-cache"], in: folder.url)
    let parser = XMLParserCount(Data(junit.output.utf8))
    #expect(parser.counts == ["testsuites": 1, "testsuite": 1, "properties": 1, "property": 1, "testcase": 12, "failure": 4])
  }

  @Test("tries one rule on a document, and traces only there")
  func trying() throws {
    let folder = try folder()
    try Data("We guarantee it.\nNothing is guaranteed.\n".utf8).write(to: folder.url.appendingPathComponent("page.txt"))
    let result = try Program.run(["try", "my-rules/house/thing.lua", "page.txt", "--line", "2", "--no-cache"], in: folder.url)
    #expect(
      result.output.hasPrefix(
        """
        hit “guaranteed” (trigger “guarantee~”), line 2
             5  hit:followed_by { "refund~" } → false
             8  hit.negated → true
          returned without a report on line 8: if hit.negated then return end
        house/thing: 1 place looked at, 0 findings,
        """))
    let scan = try Program.run(["scan", "page.txt", "--rules", "my-rules", "--no-cache"], in: folder.url)
    #expect(!scan.output.contains("seen") && !scan.errors.contains("seen"))
  }

  @Test("watches, and tests again what was saved")
  func watching() throws {
    let folder = try folder()
    let terminal = try Terminal(["rules", "test", "my-rules", "--watch", "--no-cache"], in: folder.url)
    try terminal.wait(for: "8 passed, 4 failed")
    terminal.type("")
    let mended = Self.rule.replacingOccurrences(of: #"{ { markdown = "We guarantee ⟦a result⟧." }, { markdown = "We guarantee a refund." } }"#, with: #"{ "We ⟦guarantee⟧ it." }"#)
    try Data(mended.utf8).write(to: folder.url.appendingPathComponent("my-rules/house/thing.lua"))
    try terminal.wait(for: "12 passed, 0 failed")
  }
}

/// How often each element of an XML document stands in it.
private final class XMLParserCount {
  var counts: [String: Int] = [:]

  init(_ data: Data) {
    let text = String(decoding: data, as: UTF8.self)
    for part in text.components(separatedBy: "<").dropFirst() where !part.hasPrefix("/") && !part.hasPrefix("?") {
      counts[String(part.prefix { $0.isLetter }), default: 0] += 1
    }
  }
}
