import ContentModel
import Foundation
import LuaRuntime
import Readers
import Analysis
import RuleEngine
import Testing

@Suite("Rules by market")
struct MarketTests {
  static let rule = """
    return {
      id = "pack/thing", category = "c", title = "T",
      severity = { default = "warning", US = "error", EU = "note", DE = "error" },
      message = "“{text}” found",
      find = { "miracle" },
      examples = { flagged = { "a ⟦miracle⟧" }, clean = { "b", "c" } },
    }
    """

  private func findings(_ text: String, _ rules: RuleSet, _ treatment: Treatment = Treatment()) throws -> [String] {
    try LuaThread.run { () throws -> [String] in
      let runner = try RuleRunner(rules)
      var document = try DocumentReader().read(Array(text.utf8), path: "test", format: .markdown)
      document.learn(treatment.facts)
      return runner.run(DocumentAnalysis(document, lexicons: rules.analysisLexicons), under: treatment)
        .map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }.sorted()
    }
  }

  @Test(
    "severity is that of the document's market, and the message names it",
    arguments: [
      ("US", "error pack/thing: “miracle” found (error in US)"), ("usa", "error pack/thing: “miracle” found (error in US)"),
      ("UK", "warning pack/thing: “miracle” found"), ("FR", "note pack/thing: “miracle” found (note in EU)"),
      ("DE", "error pack/thing: “miracle” found (error in DE)"), ("FR, US", "error pack/thing: “miracle” found (error in US)"),
      ("FR, UK", "warning pack/thing: “miracle” found"),
      ("\"\"", "error pack/thing: “miracle” found (error in DE; the document names no market)"),
    ])
  func severity(market: String, expected: String) throws {
    let rules = try TemporaryRules(["pack/thing.lua": Self.rule]).load()
    #expect(try findings("---\nmarket: \(market)\n---\n\nA miracle.\n", rules) == [expected])
  }

  @Test(
    "mistakes in a table of severities are named",
    arguments: [
      (#"{ US = "error" }"#, #"pack/thing.lua:3:14: 'severity' lacks 'default'"#),
      (#"{ default = "warning", US = "eror" }"#, #"pack/thing.lua:3:42: US 'eror' is not one of note, warning, error (did you mean 'error'?)"#),
      (#"{ "error" }"#, #"pack/thing.lua:3:14: 'severity' lacks 'default'"#),
    ])
  func mistakes(severity: String, expected: String) throws {
    let text = Self.rule.replacing(#"{ default = "warning", US = "error", EU = "note", DE = "error" }"#, with: severity)
    #expect(try TemporaryRules(["pack/thing.lua": text]).mistakes().first == expected)
  }

  @Test("packs whose law holds elsewhere are left out where the market is one that packs speak of")
  func packs() throws {
    func pack(_ name: String, _ markets: String) -> [String: String] {
      [
        "\(name)/pack.lua": "return { title = '\(name)', jurisdictions = { \(markets) } }",
        "\(name)/thing.lua": ruleText("find = { 'miracle' },", id: "\(name)/thing", examples: "{ flagged = { 'miracle' }, clean = { 'b', 'c' } }"),
      ]
    }
    let files = pack("us", "'US'").merging(pack("eu", "'EU'")) { $1 }.merging(pack("any", "")) { $1 }
    let rules = try TemporaryRules(files).load()
    func ids(_ market: String) throws -> [String] {
      try findings("---\nmarket: \(market)\n---\n\nA miracle.\n", rules).map { String($0.split(separator: " ")[1].dropLast()) }
    }
    #expect(try ids("US") == ["any/thing", "us/thing"])
    #expect(try ids("AT") == ["any/thing", "eu/thing"])
    #expect(try ids("US, AT") == ["any/thing", "eu/thing", "us/thing"])
    // Nobody knows Atlantis: better one finding too many.
    #expect(try ids("Atlantis") == ["any/thing", "eu/thing", "us/thing"])
    #expect(try ids("US, Atlantis") == ["any/thing", "eu/thing", "us/thing"])
  }

  @Test("the configuration switches packs and rules, and weighs findings; the last that fits decides")
  func treatment() throws {
    let rules = try TemporaryRules([
      "pack/thing.lua": Self.rule,
      "pack/other.lua": ruleText(
        "formerly = { 'pack/old' }, find = { 'wonder' },", id: "pack/other", examples: "{ flagged = { 'wonder' }, clean = { 'b', 'c' } }"),
    ]).load()
    let text = "---\nmarket: US\naudience: health professionals\n---\n\nA miracle and a wonder.\n"
    let professionals = Treatment.Condition(.audience, ["Health-professionals"])
    #expect(try findings(text, rules, Treatment(changes: [.init(.pack("pack"), .off), .init(.rule("pack/old"), .on)])) == [
      "warning pack/other: “wonder” found"
    ])
    #expect(
      try findings(text, rules, Treatment(changes: [
        .init(.rule("pack/thing"), .severity(.note), conditions: [professionals]), .init(.rule("pack/old"), .off, conditions: [.init(.market, ["EU"])]),
      ])) == ["note pack/thing: “miracle” found (error in US)", "warning pack/other: “wonder” found"])
    #expect(try findings("A wonder.\n", rules, Treatment(facts: [MetadataEntry(key: "market", value: "DE")], changes: [
      .init(.rule("pack/other"), .severity(.error), conditions: [.init(.market, ["EU"])])
    ])) == ["error pack/other: “wonder” found"])
  }

  @Test("rules see what the document is for")
  func fields() throws {
    let rule = ruleText(
      """
      on = "document",
      check = function(d)
        d:report { message = ("%s %s %s %s %s %s"):format(d.market, d.audience, d.product, d.language, d:is_for "EU", d:is_for "US") }
      end,
      """)
    let rules = try TemporaryRules(["pack/thing.lua": rule]).load()
    #expect(try findings("---\nproduct: Marlow Drops\nlang: en-GB\n---\n\nThese drops are made from the best of herbs.\n", rules, Treatment(facts: [
      MetadataEntry(key: "market", value: "AT"), MetadataEntry(key: "audience", value: "public"), MetadataEntry(key: "product", value: "Other"),
    ])) == ["warning pack/thing: AT public Marlow Drops en-GB true false"])
    #expect(try findings("Drops.\n", rules) == ["warning pack/thing: nil nil nil nil nil nil"])
  }
}
