import Configuration
import ContentModel
import Foundation
import Testing

@Suite("What a configuration says about documents")
struct TreatmentTests {
  @Test("what is extended comes first, and the file itself has the last word")
  func extends() throws {
    let repository = try Repository([
      "obstat.yaml": "extends: house/policy.yaml\nrules: {a/one: off}\nlimits: {nesting: 7}\n",
      "house/policy.yaml": "extends: [law.yaml]\nrules: {a/one: error, a/two: note}\nlimits: {nesting: 9, blocks: 5}\nexclude: [drafts]\n",
      "house/law.yaml": "packs: {finance: off}\n",
    ])
    let settings = try repository.settings()
    #expect(
      settings.changes.map(\.effect) == [
        .pack("finance", isOn: false), .rule("a/one", .severity(.error)), .rule("a/two", .severity(.note)), .rule("a/one", .off),
      ])
    #expect(settings.changes.map(\.origin.description) == ["house/law.yaml:1", "house/policy.yaml:2", "house/policy.yaml:2", "obstat.yaml:2"])
    #expect(settings.limits.nesting == Setting(7, origin: .file("obstat.yaml", line: 3)))
    #expect(settings.limits.blocks == Setting(5, origin: .file("house/policy.yaml", line: 3)))
    #expect(settings.extended == ["house/law.yaml", "house/policy.yaml"])
    // Paths count from the file that holds them.
    #expect(settings.exclusion(of: "house/drafts/a.md", in: repository.url.path) != nil)
  }

  @Test("files that extend one another in a circle, or are broken, are named with the way there")
  func circle() throws {
    let repository = try Repository(["obstat.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "\nextends: a.yaml\n"])
    #expect(try repository.mistakes() == ["b.yaml:2:10: extends itself: a.yaml → b.yaml → a.yaml"])
    let broken = try Repository(["obstat.yaml": "extends: a.yaml\n", "a.yaml": "limits: {nestin: 3}\n"])
    #expect(try broken.mistakes() == ["a.yaml:1:10: unknown key 'nestin' in 'limits' (did you mean 'nesting'?)"])
  }

  @Test("files in folders below add to it for their documents, the nearest last, and may not touch the run")
  func folders() throws {
    let repository = try Repository([
      "obstat.yaml": "document: {market: UK}\nrules: {a/one: note}\n",
      "us/obstat.yaml": "document: {market: US}\n",
      "us/hcp/obstat.yaml": "document: {audience: [health professionals]}\nrules: {a/one: error}\n",
      "us/hcp/page.md": "", "us/page.md": "", "page.md": "",
    ])
    let paths = ["us/hcp/page.md", "us/page.md", "page.md"]
    let tree = try repository.tree(paths)
    func facts(_ path: String) -> [String] { tree.treatment(of: path).facts.map { "\($0.key) \($0.value)" } }
    #expect(facts("page.md") == ["market UK"])
    #expect(facts("us/page.md") == ["market US"])
    #expect(facts("us/hcp/page.md") == ["market US", "audience health professionals"])
    #expect(tree.treatment(of: "us/hcp/page.md").changes == [
      Treatment.Change(.rule("a/one"), .severity(.note)), Treatment.Change(.rule("a/one"), .severity(.error)),
    ])
    #expect(tree.treatment(of: "us/page.md").changes == [Treatment.Change(.rule("a/one"), .severity(.note))])
    let greedy = try Repository(["obstat.yaml": "", "in/obstat.yaml": "limits: {nesting: 1000}\nrule-folders: [x]\n", "in/a.md": ""])
    #expect(try greedy.mistakes(["in/a.md"]) == [
      "in/obstat.yaml:1:1: 'limits' is a setting of the whole run, and this file speaks of the documents in its folder only",
      "in/obstat.yaml:2:1: 'rule-folders' is a setting of the whole run, and this file speaks of the documents in its folder only",
    ])
  }

  @Test("documents outside the repository, and a file that the user names, have no files in folders")
  func outside() throws {
    let repository = try Repository(["obstat.yaml": "document: {market: UK}\n"])
    let other = try Repository(["obstat.yaml": "document: {market: US}\n", "page.md": ""])
    let path = other.url.path + "/page.md"
    #expect(try repository.tree([path]).treatment(of: path).facts == [MetadataEntry(key: "market", value: "UK")])
    let named = try ConfigurationTree(
      try other.settings(), hasFolders: false, documents: ["in/page.md"], workingDirectory: other.url.path)
    #expect(named.treatment(of: "in/page.md").facts == [MetadataEntry(key: "market", value: "US")])
  }

  @Test("what a folder's file extends has its say about documents, and none about the run")
  func extendedBelow() throws {
    let repository = try Repository([
      "obstat.yaml": "limits: {nesting: 5}\n", "in/obstat.yaml": "extends: ../house.yaml\n", "in/a.md": "",
      "house.yaml": "limits: {nesting: 500}\nrules: {a/one: off}\n",
    ])
    let own = try repository.tree(["in/a.md"]).settings(for: "in/a.md")
    #expect(own.limits.nesting.value == 5)
    #expect(own.changes.map(\.effect) == [.rule("a/one", .off)])
  }

  @Test("overrides go by path, and leave what depends on the document to the rules")
  func overrides() throws {
    let repository = try Repository([
      "obstat.yaml": """
        rules:
          a/one: {US: error, default: note}
        overrides:
          - files: [us/**, "*.us.md"]
            document: {market: US}
            rules: {a/two: off}
          - market: [US, EU]
            audience: [hcp]
            packs: {finance: off}
        """
    ])
    let tree = try repository.tree([])
    let us = Treatment.Condition(.market, ["US"])
    let everywhere = [
      Treatment.Change(.rule("a/one"), .severity(.note)), Treatment.Change(.rule("a/one"), .severity(.error), conditions: [us]),
    ]
    let last = Treatment.Change(
      .pack("finance"), .off, conditions: [Treatment.Condition(.market, ["US", "EU"]), Treatment.Condition(.audience, ["hcp"])])
    #expect(tree.treatment(of: "page.md") == Treatment(changes: everywhere + [last]))
    for path in ["us/page.md", "deep/page.us.md", "./us/deep/page.md"] {
      #expect(
        tree.treatment(of: path)
          == Treatment(
            facts: [MetadataEntry(key: "market", value: "US")], changes: everywhere + [Treatment.Change(.rule("a/two"), .off), last]))
    }
  }

  @Test(
    "conventions of names tell what a document is for",
    arguments: [
      ("{product}.{market}.md", "deep/marlow-drops.us.md", "product marlow-drops, market us"),
      ("{product}.{market}.md", "marlow.drops.us.md", "nothing"),
      ("*.{language}.*", "page.en-GB.html", "language en-GB"),
      ("{market}/**", "de/a/b.md", "market de"), ("{market}/**", "b.md", "nothing"),
      ("**/{audience}/*.md", "x/y/hcp/b.md", "audience hcp"), ("**/{audience}/*.md", "hcp/b.md", "audience hcp"),
      ("copy/{market}/{language}/?.md", "copy/at/de/é.md", "market at, language de"), ("{product}_*", "a_b_c", "product a"),
    ])
  func names(pattern: String, path: String, expected: String) throws {
    let found = try NamePattern(pattern, folder: "/repo").facts(of: "/repo/" + path)
    let facts = DocumentFact.allCases.compactMap { fact in found?[fact].map { "\(fact.rawValue) \($0)" } }
    #expect((facts.isEmpty ? "nothing" : facts.sorted { a, b in pattern.utf8Offset(of: a) < pattern.utf8Offset(of: b) }.joined(separator: ", ")) == expected)
  }

  @Test("a hostile name takes no time", .timeLimit(.minutes(1)))
  func hostileName() throws {
    let pattern = try NamePattern("*a*{market}*a*{product}*a*z", folder: "/")
    #expect(pattern.facts(of: "/" + String(repeating: "a-", count: 5000)) == nil)
  }

  @Test("names outrank the configuration, and a document's own word outranks both")
  func precedence() throws {
    let repository = try Repository(["obstat.yaml": "document: {market: UK, language: en}\nnames: ['*.{market}.md']\n"])
    let treatment = try repository.tree([]).treatment(of: "page.us.md")
    var document = Document(
      path: "page.us.md", format: .markdown, utf8: [], blocks: [],
      sourceMap: SourceMap(source: SourceText(utf8: [], encoding: "utf-8"), segments: []))
    var silent = document
    silent.learn(treatment.facts)
    #expect(silent.fact(.market) == "us")
    #expect(silent.fact(.language) == "en")
    document.metadata = [MetadataEntry(key: "market", value: "DE, AT")]
    document.learn(treatment.facts)
    #expect(Market.list(document.fact(.market) ?? "") == [Market("DE"), Market("AT")])
  }

  @Test("a market is met by a part of it, and by its English name")
  func markets() {
    #expect(Market.list("United States, gb / Germany") == [Market("US"), Market("UK"), Market("DE")])
    #expect(Market.list("US UK") == [Market("US"), Market("UK")])
    #expect(Market("at").lies(in: Market("EU")))
    #expect(!Market("EU").lies(in: Market("AT")))
    #expect(!Market("UK").meets(Market("EU")))
  }

  @Test("the example in the documentation has no mistakes")
  func example() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Configuration.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let example = text.components(separatedBy: "## Example\n\n```yaml\n")[1].components(separatedBy: "```")[0]
    let repository = try Repository([
      "obstat.yaml": example, "house/policy.yaml": "", "our-rules/house/pack.lua": "", "approved-claims.yaml": "", "evidence.sqlite": "",
    ])
    let settings = try repository.settings()
    #expect(settings.changes.count == 9)
    #expect(settings.output["fail-on"] == "blocked")
    // Every key is shown.
    for key in ConfigurationKey.all { #expect(example.contains("\n\(key.name):") || example.hasPrefix(key.name), "\(key.name)") }
  }

  @Test("every key of the file is in the schema, and the schema is the stored one")
  func schema() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/obstat.schema.json")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(ConfigurationSchema.text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == ConfigurationSchema.text, "run: obstat config schema > Documentation/obstat.schema.json")
    let page = file.deletingLastPathComponent().appendingPathComponent("Configuration.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "--table` -->\n\n")).upperBound
    let end = try #require(text.range(of: "\n<!-- end -->")).lowerBound
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data((text[..<start] + ConfigurationSchema.table + text[end...]).utf8).write(to: page)
    }
    #expect(text[start..<end] == ConfigurationSchema.table, "run: obstat config schema --table")
    _ = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8))
    for key in ConfigurationKey.all { #expect(ConfigurationSchema.text.contains("    \"\(key.name)\": {\n      \"description\": \"")) }
  }
}

extension String {
  fileprivate func utf8Offset(of fact: String) -> Int {
    let name = "{" + fact.prefix { $0 != " " } + "}"
    return range(of: name).map { self.utf8.distance(from: self.startIndex, to: $0.lowerBound) } ?? 0
  }
}
