import ContentModel
import LuaRuntime
import RuleEngine
import RuleReview
import Testing

@Suite("Coverage of rules")
struct CoverageTests {
  private func coverage(_ rules: RuleSet) throws -> RuleCoverage {
    try LuaThread.run { () throws -> RuleCoverage in try RuleCoverageRun(rules).coverage(cases: [(.text, "It holds a tincture.")]) }
  }

  @Test("finds nothing to mend in the shipped packs")
  func shipped() throws {
    let coverage = try coverage(try Packs.shipped())
    #expect(coverage.unexercised == [])
    #expect(coverage.uncited.map { "\($0.pack): \($0.key)" } == [])
    #expect(coverage.orphaned == [])
    #expect(coverage.remarks.map { "\($0.rule): \($0.message)" } == [])
    #expect(coverage.isClean)
    // Rules of pure hygiene rest on no law; every other does.
    #expect(coverage.withoutBasis.filter { !$0.hasPrefix("hygiene/") } == [])
  }

  @Test("names what is never put to use, and what is not written as it should be")
  func everything() throws {
    let rules = try Packs.made(of: [
      "p/pack.lua": "return { title = 'P', instruments = { used = { citation = 'a', says = 'b' }, idle = { citation = 'c', says = 'd' } } }",
      "p/lexicons/remedies.txt": "tonic\ntincture\nelixir\n", "p/lexicons/lost.txt": "word\n",
      "p/thing.lua": #"""
        ---Remedies.
        return {
          id = "p/thing", category = "c", title = "Thing", severity = "note", basis = "used", message = "“{text}”",
          help = "Stop.", rationale = "Because.",
          find = { lexicon "remedies", "miracle", "never" },
          examples = { flagged = { "A ⟦tonic⟧ and a ⟦miracle⟧." }, clean = { "a", "b" } },
        }
        """#,
      "p/no-Such.lua": #"""
        return {
          id = "p/no-Such", category = "C d", title = "a title.", severity = "note", message = "It is wrong.",
          help = "stop", find = { "wonder" }, check = function() end,
          examples = { flagged = { "A wonder." }, clean = { "a", "a" } },
        }
        """#,
    ])
    let coverage = try coverage(rules)
    #expect(!coverage.isClean)
    #expect(
      coverage.text(showsWords: true) == """
        6 examples and 1 labelled cases

        rules that none of their examples exercises
          p/no-Such

        instruments that no rule rests on
          p: idle

        word lists that nothing names
          p/lost

        rules about rules
          p/no-Such: the id should be lower-case words joined by -, not 'no-Such'
          p/no-Such: the id should name what is flagged, not its absence: 'no-Such'
          p/no-Such: the category should be lower-case words joined by -, not 'C d'
          p/no-Such: the title ends in a full stop
          p/no-Such: the title begins with a small letter
          p/no-Such: the message ends in a full stop; it is one phrase
          p/no-Such: the message begins with a capital; it is a phrase, not a sentence
          p/no-Such: the help is advice in sentences, and ends in none
          p/no-Such: there is no rationale: say why the rule exists
          p/no-Such: no line that begins with --- says in plain words what it flags
          p/no-Such: a clean example stands twice
          p/no-Such: a flagged example marks no words with ⟦ and ⟧

        rules without a basis
          p/no-Such

        phrases and patterns that nothing hits
          p/thing: never

        words of lists that nothing holds
          p/lost: word
          p/remedies: elixir

        """)
    #expect(coverage.text(showsWords: false).hasSuffix("\n2 words in 2 lists that nothing holds; --words lists them\n"))
  }
}
