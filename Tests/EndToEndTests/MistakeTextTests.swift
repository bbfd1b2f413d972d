import Foundation
import Testing

/// The whole text of each mistake that authors make, as a terminal shows it. `RECORD=1` rewrites the expected texts.
@Suite("Mistakes are told so that their author can mend them")
struct MistakeTextTests {
  private static let pack = #"return { title = "House", instruments = { ["law/1"] = { citation = "Law 1", says = "No." } } }"#

  /// A rule's file with the parts that a mistake does not care about filled in.
  private static func rule(_ name: String, _ parts: String, head: String = "", examples: String = #"{ flagged = { "a sea" }, clean = { "b", "c" } }"#) -> String {
    """
    \(head)return {
      id = "house/\(name)", category = "c", title = "T", severity = "warning", message = "m",
      \(parts)
      examples = \(examples),
    }
    """
  }

  private static func checking(_ body: String, on: String = #"find = { "sea" }"#) -> String {
    "\(on),\n  check = function(hit)\n    \(body)\n  end,"
  }

  /// Mistakes by which rules do not load, by the file's name.
  private static let loading: [(name: String, text: String)] = [
    ("a01-typo", rule("a01-typo", #"find = { "a" }, titel = "x","#)),
    ("a02-severity", "return {\n  id = \"house/a02-severity\", category = \"c\", title = \"T\", message = \"m\",\n  severity = \"blocker\",\n  find = { \"a\" },\n  examples = { flagged = { \"a\" }, clean = { \"b\", \"c\" } },\n}"),
    ("a03-missing", "return { id = \"house/a03-missing\", find = { \"a\" }, examples = { flagged = { \"a\" }, clean = { \"b\", \"c\" } } }"),
    ("a04-id", "return {\n  id = \"house/other\", category = \"c\", title = \"T\", severity = \"note\", message = \"m\", find = { \"a\" },\n  examples = { flagged = { \"a\" }, clean = { \"b\", \"c\" } },\n}"),
    ("a05-empty-help", rule("a05-empty-help", #"find = { "a" }, help = "","#)),
    ("a06-title-table", "return {\n  id = \"house/a06-title-table\", category = \"c\", title = { \"T\" }, severity = \"note\", message = \"m\", find = { \"a\" },\n  examples = { flagged = { \"a\" }, clean = { \"b\", \"c\" } },\n}"),
    ("a07-check", rule("a07-check", #"find = { "a" }, check = "yes","#)),
    ("a08-find-number", rule("a08-find-number", "find = { 3 },")),
    ("a09-both", rule("a09-both", #"find = { "a" }, on = "sentence","#)),
    ("a10-neither", rule("a10-neither", "")),
    ("a11-on", rule("a11-on", #"on = "sentense", check = function() end,"#)),
    ("a12-no-check", rule("a12-no-check", #"on = "citation","#)),
    ("a13-skip", rule("a13-skip", #"find = { "a" }, skip = { "negatd" },"#)),
    ("a14-basis", rule("a14-basis", #"find = { "a" }, basis = { "law/2" },"#)),
    ("a15-few-examples", rule("a15-few-examples", #"find = { "a" },"#, examples: #"{ flagged = { "a" }, clean = { "b" } }"#)),
    ("a16-marks", rule("a16-marks", #"find = { "a" },"#, examples: #"{ flagged = { "⟦a" }, clean = { "b", "c" } }"#)),
    ("a17-clean-marks", rule("a17-clean-marks", #"find = { "a" },"#, examples: #"{ flagged = { "a" }, clean = { "b", "⟦c⟧" } }"#)),
    ("a18-example", rule("a18-example", #"find = { "a" },"#, examples: #"{ flagged = { { md = "a" } }, clean = { "b", "c" } }"#)),
    ("a19-star", rule("a19-star", #"find = { "g*tee" },"#)),
    ("a20-braces", rule("a20-braces", #"find = { "{a|b" },"#)),
    ("a21-tilde", rule("a21-tilde", #"find = { "cure~s" },"#)),
    ("a22-regex", rule("a22-regex", "find = { \"a\", pattern [[100 ?% (effective|success]] },")),
    ("a23-regex-place", rule("a23-regex-place", "find = { pattern [[gu[arantee]] },")),
    ("a24-lexicon", rule("a24-lexicon", #"find = { lexicon "remedys" },"#)),
    ("a25-unknown-name", rule("a25-unknown-name", #"find = { patern [[a]] },"#)),
    ("a26-null", rule("a26-null", #"find = { "a" }, help = null,"#)),
    ("a27-comma", "return {\n  id = \"house/a27-comma\"\n  title = \"T\",\n}"),
    ("a28-curly", "return {\n  id = “house/a28-curly”,\n}"),
    ("a29-unfinished", "return {\n  id = \"house/a29-unfinished,\n}"),
    ("a30-not-equal", rule("a30-not-equal", checking("if hit.text != \"a\" then hit:report() end"))),
    ("a31-assign", rule("a31-assign", checking("if hit.text = \"a\" then hit:report() end"))),
    ("a32-then", rule("a32-then", checking("if hit.negated return end"))),
    ("a33-end", "return {\n  find = { \"a\" },\n  check = function(hit)\n    if hit.negated then return\n  end,\n}"),
    ("a34-deep", "return {\n  find = " + String(repeating: "{", count: 220) + String(repeating: "}", count: 220) + ",\n}"),
    ("a35-require-other", rule("a35-require-other", #"find = { "a" },"#, head: "local claims = require \"claims\"\n")),
    ("a36-require-typo", rule("a36-require-typo", #"find = { "a" },"#, head: "local dates = require \"datse\"\n")),
    ("a37-nothing", "local x = 1"),
    ("a38-number", "return 3"),
    ("a39-global", "count = 0\nreturn {}"),
    ("a40-own-error", "error(\"not finished\")"),
    ("a41-nil-index", "local words\nreturn { find = words.all }"),
  ]

  /// Mistakes that show when a rule runs.
  private static let running: [(name: String, body: String)] = [
    ("b01-field", "if hit.negatd then return end"),
    ("b02-dot", "hit.report()"),
    ("b03-too-many", #"if hit:has("a", "b") then hit:report() end"#),
    ("b04-too-few", "if hit:has() then hit:report() end"),
    ("b05-report-key", #"hit:report { mesage = "x" }"#),
    ("b06-report-severity", #"hit:report { severity = "blocker" }"#),
    ("b07-choice", #"if hit.sentence:asserts "eficacy" then hit:report() end"#),
    ("b08-nil-field", "local heading = hit.section.heading.text\n    hit:report()"),
    ("b09-nil-local", "local before = hit.sentence.previous\n    if before.text == \"\" then hit:report() end"),
    ("b10-field-called", "if hit.negated() then return end"),
    ("b11-join", "hit:report { message = \"after \" .. hit.sentence.previous }"),
    ("b12-ipairs", "for _, item in ipairs(hit.sentence.previous) do trace(item) end"),
    ("b13-endless-calls", "local function again() return 1 + again() end\n    again()"),
    ("b14-endless-loop", "while true do end"),
    ("b15-compare", "if hit.sentence.previous < 3 then hit:report() end"),
    ("b16-lexicon", "if hit:has(lexicon \"remedys\") then hit:report() end"),
    ("b17-regex", "if hit:has(pattern [[(a]]) then hit:report() end"),
    ("b18-read-only", "hit.text = \"b\""),
    ("b19-own", "error(\"not finished\")"),
  ]

  private static func scratch(_ rules: [(name: String, text: String)]) throws -> Scratch {
    var files: [String: [UInt8]] = [
      "rules/house/pack.lua": Array(pack.utf8), "rules/house/lexicons/remedies.txt": Array("pill\n".utf8),
      "rules/house/lib/dates.lua": Array("return {}".utf8), "rules/other/pack.lua": Array(#"return { title = "Other" }"#.utf8),
      "rules/other/lib/claims.lua": Array("return {}".utf8),
    ]
    for rule in rules { files["rules/house/\(rule.name).lua"] = Array(rule.text.utf8) }
    return try Scratch(files)
  }

  private func expect(_ text: String, _ name: String) throws {
    let file = Program.repository.appendingPathComponent("Tests/EndToEndTests/Expected/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("while loading: 41 mistakes, each with place, line and next step")
  func whileLoading() throws {
    let folder = try Self.scratch(Self.loading)
    let result = try Program.run(["rules", "test", "rules", "--no-cache"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.output == "")
    for mistake in Self.loading { #expect(result.errors.contains("rules/house/\(mistake.name).lua"), "\(mistake.name) is not told") }
    try expect(result.errors, "mistakes-loading.txt")
  }

  @Test("while running: 19 mistakes, each with the way to it and the words at which it happened")
  func whileRunning() throws {
    let rules = Self.running.map { ($0.name, Self.rule($0.name, Self.checking($0.body))) }
    let folder = try Self.scratch(rules)
    let result = try Program.run(["rules", "test", "rules", "--no-cache"], in: folder.url)
    #expect(result.status == 1)
    for mistake in Self.running { #expect(result.output.contains("rules/house/\(mistake.name).lua"), "\(mistake.name) is not told") }
    try expect(result.output, "mistakes-running.txt")
  }

  @Test("twice the same id, from two folders")
  func duplicate() throws {
    let one = Self.rule("thing", #"find = { "a" },"#)
    let folder = try Scratch([
      "a/house/pack.lua": Array(Self.pack.utf8), "a/house/thing.lua": Array(one.utf8), "b/house/pack.lua": Array(Self.pack.utf8),
      "b/house/thing.lua": Array(one.utf8),
    ])
    let result = try Program.run(["rules", "list", "--rules", "a", "--rules", "b", "--no-cache"], in: folder.url)
    try expect(result.errors, "mistakes-duplicate.txt")
  }

  @Test("point to sections that the guide has")
  func guide() throws {
    let texts = try ["mistakes-loading.txt", "mistakes-running.txt", "mistakes-duplicate.txt"].map {
      try String(contentsOf: Program.repository.appendingPathComponent("Tests/EndToEndTests/Expected/\($0)"), encoding: .utf8)
    }.joined()
    let pointers = Set(texts.components(separatedBy: "  guide: ").dropFirst().map { $0.components(separatedBy: "\n")[0] })
    try #require(pointers.count >= 4)
    for pointer in pointers {
      let parts = pointer.components(separatedBy: "#")
      let page = try String(contentsOf: Program.repository.appendingPathComponent(parts[0]), encoding: .utf8)
      let anchors = page.components(separatedBy: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" || $0 == " " }.lowercased().replacingOccurrences(of: " ", with: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" }
      }
      #expect(anchors.contains(parts[1]), "\(pointer) leads nowhere")
    }
  }
}
