import Analysis
import ContentModel
import LuaRuntime
import Readers
import RuleEngine
import Screening
import Testing

@Suite("Running rules")
struct RuleRunnerTests {
  @Test("a phrase without a check is reported wherever it stands")
  func phrases() throws {
    let rules = try TemporaryRules(["pack/thing.lua": ruleText(#"find = { "sea view*" },"#)])
    #expect(
      try rules.findings(in: "A SEA\u{A0}VIEW for you.\nTwo sea-views.") == [
        "pack/thing “SEA\u{A0}VIEW”: “SEA VIEW” found", "pack/thing “sea-views”: “sea-views” found",
      ])
  }

  @Test("a document in which nothing stands that a rule looks for costs no Lua")
  func laziness() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": ruleText(#"find = { "guarantee*" }, check = function(hit) if not hit:followed_by { "refund" } then hit:report() end end,"#),
      "pack/other.lua": ruleText(#"on = "citation", check = function(c) c:report() end,"#, id: "pack/other"),
    ])
    let loaded = try rules.load()
    func counts(_ texts: [String]) throws -> RunStatistics {
      try LuaThread.run { () throws -> RunStatistics in
        let runner = try RuleRunner(loaded, counts: true)
        for text in texts {
          let document = try DocumentReader().read(Array(text.utf8), path: "test", format: .text)
          _ = runner.run(DocumentAnalysis(document, lexicons: loaded.analysisLexicons))
        }
        return try #require(runner.statistics)
      }
    }
    let nothing = try counts(["We promise nothing.", "Nor do they."])
    #expect(nothing.documents == 2)
    #expect([nothing.rulesLoaded, nothing.calls, nothing.screening.searches, nothing.screening.questions] == [0, 0, 0, 0])
    let one = try counts(["We promise nothing.", "We guarantee it. We guarantee a refund."])
    #expect([one.rulesLoaded, one.screening.searches, one.screening.questions] == [1, 1, 2])
    #expect(one.rules.map(\.subjects) == [0, 2])
  }

  @Test("a pattern that has to be tried everywhere is warned of")
  func weakTriggers() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": ruleText(#"find = { pattern [[\b\w+ing\b]], pattern [[\b\w{9,}]], pattern [[guarantee\w+]], pattern [[\d ?%]] },"#)
    ])
    #expect(
      try rules.load().warnings.map(\.message) == [
        #"the pattern '\b\w{9,}' holds no run of three letters and no sign in every alternative, so it is tried on nearly every paragraph"#
      ])
  }

  @Test("skip leaves a hit alone before the check is asked")
  func skip() throws {
    let rules = try TemporaryRules(["pack/thing.lua": ruleText(#"find = { "guaranteed" }, skip = { "negated", "questioned" },"#)])
    #expect(
      try rules.findings(in: "Nothing is guaranteed. Is it guaranteed? It is guaranteed.") == [
        "pack/thing “guaranteed”: “guaranteed” found"
      ])
  }

  @Test("a check decides, and says what it wants")
  func check() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": ruleText(
        """
        find = { "guarantee*" },
        check = function(hit)
          if hit:followed_by { "refund" } then return end
          hit:report { message = ("%s after “%s”"):format(hit.trigger, hit.before), see = hit.sentence, severity = "error" }
        end,
        """)
    ])
    #expect(
      try rules.findings(in: "We guarantee health. We guarantee a refund.") == [
        "pack/thing “guarantee”: guarantee* after “We ”"
      ])
  }

  @Test(
    "a rule that fails is a finding about itself, and the others go on",
    arguments: [
      ("hit.negatd = 1", "hit is read-only"),
      ("local x = hit.negatd", "hit has no field or method 'negatd' (did you mean 'negated'?)"),
      ("hit.report()", "call it with a colon: hit:report(...)"),
      (#"hit:report { mesage = "x" }"#, "hit:report: unknown key 'mesage' (did you mean 'message'?); known keys: message, help, severity, see, see_note, at, fix, safe"),
      (#"hit:report { severity = "bad" }"#, "hit:report: severity 'bad' is not one of error, warning, note"),
      ("hit:followed_by(3)", "hit:followed_by: argument 1 must be a phrase, a pattern, a lexicon or a list of them, got a number"),
      (#"hit.sentence:asserts "eficacy""#, "sentence:asserts: 'eficacy' is not one of efficacy, safety, establishment, cure, mechanism, comparison, testimonial, status, price, returns, environmental (did you mean 'efficacy'?)"),
      ("error('own words')", "own words"),
      ("error({})", "error object is a table value"),
      ("local t = nil; t.x = 1", "'t' is nil here, so nothing can be read from it"),
      (#"hit:has("a", "b")"#, #"hit:has takes 1 argument, got 2; several words go into a list: { "…", "…" }"#),
    ])
  func failing(body: String, message: String) throws {
    let rules = try TemporaryRules([
      "pack/a.lua": ruleText("find = { \"sea\" },\n  check = function(hit)\n    \(body)\n  end,", id: "pack/a"),
      "pack/b.lua": ruleText(#"find = { "view" },"#, id: "pack/b"),
    ])
    #expect(
      try rules.findings(in: "A sea view. The sea.") == [
        "engine/rule-failed “sea”: rule pack/a failed and did not check the whole document: \(message) (pack/a.lua:6)",
        "pack/b “view”: “view” found",
      ])
  }

  @Test("a rule that never ends is stopped, and the others go on")
  func endless() throws {
    let rules = try TemporaryRules([
      "pack/a.lua": ruleText("find = { \"sea\" },\n  check = function(hit) while true do end end,", id: "pack/a"),
      "pack/b.lua": ruleText(#"find = { "view" },"#, id: "pack/b"),
    ])
    let findings = try rules.findings(in: "A sea view.")
    #expect(findings.count == 2)
    #expect(findings[0].hasPrefix("engine/rule-failed “sea”: rule pack/a failed and did not check the whole document: stopped after"))
    #expect(findings[1] == "pack/b “view”: “view” found")
  }

  @Test("nothing that a rule does for one document reaches the next, or another rule")
  func isolation() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": """
      local count = 0
      return {
        id = "pack/thing", category = "c", title = "T", severity = "note", message = "m", find = { "sea" },
        check = function(hit)
          count = count + 1
          hit:report { message = "hit " .. count }
        end,
        examples = { flagged = { "a" }, clean = { "b", "c" } },
      }
      """
    ])
    for _ in 1...2 {
      #expect(try rules.findings(in: "The sea.\nThe sea again.") == ["pack/thing “sea”: hit 1", "pack/thing “sea”: hit 2"])
    }
  }

  @Test("a finding folds into the one that explains it, and never into nothing")
  func folding() throws {
    let rules = try TemporaryRules([
      "pack/a.lua": ruleText(#"find = { "sea view" }, folds_into = { "c" },"#, id: "pack/a"),
      "pack/b.lua": ruleText(#"find = { "view of all" }, folds_into = { "c" },"#, id: "pack/b"),
      "pack/c.lua": ruleText(#"find = { "land" }, folds_into = { "other" },"#, id: "pack/c"),
    ])
    #expect(
      try rules.findings(in: "The sea view of all.\nThe land.") == [
        "pack/b “view of all”: “view of all” found + “sea view” found", "pack/c “land”: “land” found",
      ])
  }

  @Test("a document-scope rule makes one finding, at the place it names")
  func documentScope() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": ruleText(
        """
        on = "document",
        check = function(document)
          for _, sentence in ipairs(document.sentences) do
            if sentence:has { "sea" } then document:report { at = sentence } end
          end
        end,
        """)
    ])
    #expect(
      try rules.findings(in: "The land.\nThe sea.\nAnother sea.") == ["pack/thing “The sea.”: “The sea.” found"])
  }

  @Test("modules of the pack's lib folder are shared by its rules")
  func modules() throws {
    let rules = try TemporaryRules([
      "pack/lib/words.lua": #"return { sea = { "sea" } }"#,
      "pack/thing.lua": "local words = require \"words\"\n" + ruleText("find = words.sea,"),
    ])
    #expect(try rules.findings(in: "The sea.") == ["pack/thing “sea”: “sea” found"])
  }

  @Test("copy in a language that no pack speaks is not clear")
  func language() throws {
    let rules = try TemporaryRules(["pack/thing.lua": ruleText(#"find = { "sea" },"#)])
    let german =
      "Wir helfen Ihnen, wenn Sie nicht mehr weiter wissen. Die Behandlung ist sanft und wird von unseren Ärzten seit vielen Jahren mit großem Erfolg angewandt, auch bei Kindern und älteren Menschen, die sonst keine Hilfe finden."
    let findings = try rules.findings(in: german)
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("engine/unsupported-language “Wir helfen Ihnen") == true)
    #expect(findings.first?.hasSuffix("the text reads as de, and no rule pack speaks it (they speak en)") == true)
  }
}
