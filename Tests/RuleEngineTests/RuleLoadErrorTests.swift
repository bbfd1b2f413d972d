import RuleEngine
import Testing

@Suite("Mistakes in rule files")
struct RuleLoadErrorTests {
  @Test(
    "are named with their place",
    arguments: [
      ("return {", "pack/thing.lua:1:1: syntax error: unexpected symbol near the end of the file"),
      (
        #"return { id = "pack/thing" "#,
        "pack/thing.lua:1:1: syntax error: '}' expected near the end of the file"
      ),
      ("local x = 1", "pack/thing.lua: a rule file must return a table, got nil"),
      ("return 3", "pack/thing.lua: a rule file must return a table, got a number"),
      (ruleText(#"find = { "a" }, titel = "x","#), "pack/thing.lua:4:19: unknown key 'titel' in this rule (did you mean 'title'?)"),
      (ruleText(#"find = { "a" }, help = 7,"#), "pack/thing.lua:4:26: 'help' must be a string, got a number"),
      (ruleText(#"find = { "a" }, help = "","#), "pack/thing.lua:4:26: 'help' must be a text that is not empty, got an empty one"),
      (ruleText(#"find = { "a" }, check = "yes","#), "pack/thing.lua:4:27: 'check' must be a function, got a string"),
      (ruleText(#"find = { 3 },"#), "pack/thing.lua:4:12: 'find' must be a list of phrases, patterns and lexicons, got one with a number"),
      (ruleText(#"find = { "(a", pattern [[(b]] },"#), "pack/thing.lua:4:30: '(b': missing closing parenthesis at character 3"),
      (ruleText(#"find = { "a" }, on = "sentence","#), "pack/thing.lua:4:19: a rule has either 'find' or 'on', not both"),
      (ruleText(""), "pack/thing.lua: the rule says neither what to 'find' nor what to look 'on'"),
      (ruleText(#"on = "sentense", check = function() end,"#), "pack/thing.lua:4:8: on 'sentense' is not one of document, section, heading, paragraph, list, item, table, cell, sentence, quantity, citation, reference, link, image (did you mean 'sentence'?)"),
      (ruleText(#"on = "sentence","#), "pack/thing.lua:4:8: a rule on 'sentence' needs a 'check' function"),
      (ruleText(#"find = { "a" }, skip = { "negatd" },"#), "pack/thing.lua:4:28: skip 'negatd' is not one of negated, hypothetical, quoted, distanced, questioned, historical, in_reference, of_others (did you mean 'negated'?)"),
      (ruleText(#"find = { "a" }, basis = { "law/2" },"#), "pack/thing.lua:4:29: basis 'law/2' is not an instrument of this pack (did you mean 'law/1'?)"),
      (ruleText(#"find = { lexicon "ilnesses" },"#), "pack/thing.lua:4:20: no word list 'ilnesses' (did you mean 'illnesses'?)"),
      (ruleText(#"find = { "a" },"#, examples: #"{ flagged = { "a" }, clean = { "b" } }"#), "pack/thing.lua:5:3: a rule needs at least one flagged and two clean examples, this one has 1 and 1"),
      (ruleText(#"find = { "a" },"#, examples: #"{ flagged = { "⟦a" }, clean = { "b", "c" } }"#), "pack/thing.lua:5:28: the marks ⟦ and ⟧ of this example do not pair up"),
      (ruleText(#"find = { "a" },"#, examples: #"{ flagged = { { md = "a" } }, clean = { "b", "c" } }"#), "pack/thing.lua:5:28: an example is a text, { markdown = \"…\" } or { html = \"…\" }, not a table"),
      (ruleText(#"find = { "a" },"#, examples: #"{ flagged = { "a" }, clean = { "b", "⟦c⟧" } }"#), "pack/thing.lua:5:50: a clean example has no marked words"),
      (ruleText(#"find = { "a" },"#, id: "pack/other"), "pack/thing.lua:2:8: id 'pack/other' does not fit its file"),
      ("return { find = nothing }", "pack/thing.lua:1:17: unknown name 'nothing'"),
      (ruleText(#"find = { "g*tee" },"#), "pack/thing.lua:4:12: 'g*tee': has '*' before other letters of a word; it may stand at the end of a word or alone"),
    ])
  func namedWithPlace(text: String, expected: String) throws {
    let rules = try TemporaryRules(["pack/thing.lua": text, "pack/lexicons/illnesses.txt": "flu\n"])
    #expect(rules.mistakes() == [expected])
  }

  @Test("are all told at once, file by file")
  func allAtOnce() throws {
    let rules = try TemporaryRules([
      "pack/a.lua": ruleText(#"find = { "a" }, colour = 1, hlep = "x","#, id: "pack/a"),
      "pack/b.lua": "return {",
    ])
    #expect(
      rules.mistakes() == [
        "pack/a.lua:4:19: unknown key 'colour' in this rule",
        "pack/a.lua:4:31: unknown key 'hlep' in this rule (did you mean 'help'?)",
        "pack/b.lua:1:1: syntax error: unexpected symbol near the end of the file",
      ])
  }

  @Test("in packs and word lists are named as well")
  func packs() throws {
    #expect(
      try TemporaryRules(["pack/pack.lua": "return { titel = 'x', instruments = { a = { says = 'b' } } }"]).mistakes() == [
        "pack/pack.lua:1:10: unknown key 'titel' in this pack (did you mean 'title'?)",
        "pack/pack.lua: this pack lacks 'title'",
        "pack/pack.lua:1:43: this instrument lacks 'citation'",
      ])
    #expect(
      try TemporaryRules(["pack/lexicons/bad.txt": "fine\n*\n"]).mistakes().map { String($0.prefix(27)) } == [
        "pack/lexicons/bad.txt: '*':"
      ])
    #expect(try TemporaryRules(["orphans/a.lua": ruleText("")]).mistakes() == ["orphans: holds rules but no pack.lua"])
  }

  @Test("that never end are stopped, and the files after them are read")
  func endless() throws {
    let rules = try TemporaryRules([
      "pack/a.lua": "while true do end",
      "pack/b.lua": ruleText(#"find = { "a" }, hlep = "x","#, id: "pack/b"),
    ])
    let mistakes = rules.mistakes()
    #expect(mistakes.count == 2)
    #expect(mistakes.first?.hasPrefix("pack/a.lua:1:1: failed while loading: stopped after ") == true)
    #expect(mistakes.last == "pack/b.lua:4:19: unknown key 'hlep' in this rule (did you mean 'help'?)")
  }

  @Test("have a next step")
  func help() throws {
    let rules = try TemporaryRules(["pack/thing.lua": ruleText(#"find = { "a" }, titel = "x","#)])
    let error = #expect(throws: RuleSetError.self) { try rules.load() }
    #expect(
      error?.errors.first?.help
        == "known keys: id, category, title, severity, scope, basis, message, help, rationale, find, on, skip, check, examples, folds_into, formerly")
    #expect(error?.errors.first?.place?.sourceLine == #"  find = { "a" }, titel = "x","#)
    #expect(error?.errors.first?.place?.length == 5)
  }
}
