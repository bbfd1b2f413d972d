import Configuration
import ContentModel
import Foundation
import Gate
import Testing

@Suite("The policy")
struct PolicyTests {
  /// The section `gate` of an obstat.yaml in /repo.
  private func policy(_ text: String) throws -> GatePolicy {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("obstat.yaml")
    try Data(text.utf8).write(to: file)
    return try ConfigurationFile.settings(path: file.path, workingDirectory: folder.path).gate
  }

  private func judged(_ text: String, _ policy: GatePolicy, market: String? = nil) throws -> DocumentReport {
    var gate = gate(policy)
    gate.market = market
    return gate.judge(report(try read(text)))
  }

  private static let sample = "Said twice.\n\nThe best.\n\nThe best.\n"

  @Test(
    "tells what findings do, the rule's entry before the category's before the severity's",
    arguments: [
      ("{}", Verdict.review, "2 warnings, 1 note: p/best at line 3 asks for review, as every warning does."),
      ("{severities: {warning: clear}}", .clear, "Nothing stands in the way; 2 warnings, 1 note."),
      ("{severities: {warning: blocked}}", .blocked, "2 warnings, 1 note: p/best at line 3 blocks publication, as every warning does (obstat.yaml:1)."),
      ("{severities: {warning: blocked}, categories: {superlative: clear}}", .clear, "Nothing stands in the way; 2 warnings, 1 note."),
      (
        "{categories: {superlative: clear},\n  rules: {p/best: blocked}}", .blocked,
        "2 warnings, 1 note: p/best at line 3 blocks publication, as this rule does (obstat.yaml:2)."
      ),
      (
        "{categories: {repetition: blocked}}", .blocked, "2 warnings, 1 note: p/twice at line 1 blocks publication, as category repetition does (obstat.yaml:1)."
      ),
      ("{thresholds: [{at-least: 2, of: warning, verdict: blocked}]}", .blocked, "2 warnings, 1 note: 2 warnings or more block publication (obstat.yaml:1)."),
      ("{thresholds: [{at-least: 3, of: warning, verdict: blocked}]}", .review, "2 warnings, 1 note: p/best at line 3 asks for review, as every warning does."),
      (
        "{thresholds: [{at-least: 1, of: repetition, verdict: blocked}]}", .blocked,
        "2 warnings, 1 note: 1 finding of category repetition or more block publication (obstat.yaml:1)."
      ),
    ])
  func verdicts(text: String, verdict: Verdict, reason: String) throws {
    let report = try judged(Self.sample, policy("gate: \(text)\n"))
    #expect(report.verdict == verdict)
    #expect(report.reason == reason)
  }

  private static let markets = """
    gate:
      markets:
        DE:
          documents: [de/, pages/a.md]
          categories: {superlative: blocked}
        FR: {categories: {superlative: clear}}

    """

  @Test("differs by market, and is the strictest where nobody whom it trusts tells the market")
  func market() throws {
    let policy = try policy(Self.markets)
    #expect(try judged("The best.\n", policy).reason == "1 warning: p/best at line 1 blocks publication, as category superlative does in the market DE (obstat.yaml:5).")
    #expect(try judged("The best.\n", policy, market: "fr").verdict == .clear)
    #expect(try judged("The best.\n", policy, market: "UK").verdict == .review)
    // A document may name a stricter market, and no milder one.
    #expect(try judged("---\nmarket: DE\n---\nThe best.\n", policy, market: "FR").verdict == .blocked)
    #expect(try judged("---\nmarkets: [FR, UK]\n---\nThe best.\n", policy).verdict == .blocked)
    var elsewhere = policy
    elsewhere.markets[0].documents = []
    #expect(try judged("---\nmarket: FR\n---\nThe best.\n", elsewhere).verdict == .blocked)
    elsewhere.mayWeaken = Setting([.documents])
    #expect(try judged("---\nmarket: FR\n---\nThe best.\n", elsewhere).verdict == .clear)
    #expect(try judged("The best.\n", elsewhere).verdict == .blocked)
  }

  @Test("of a folder may be stricter; milder only by leave")
  func nested() throws {
    func verdict(_ folder: String, _ nested: String, mayWeaken: Bool = false) throws -> DocumentReport {
      var policy = try policy("gate: {suppressible: [note]}\n")
      if mayWeaken { policy.mayWeaken = Setting([.folders]) }
      var gate = gate(policy)
      gate.nested = [Gate.NestedPolicy(folder: folder, policy: try self.policy("gate: \(nested)\n"))]
      return gate.judge(report(try read("The best. <!-- obstat allow p/best: quoted -->\n")))
    }
    let strict = "{categories: {superlative: blocked}}"
    #expect(try verdict("/repo/pages", strict).verdict == .blocked)
    #expect(try verdict("/repo/pag", strict).verdict == .review)
    #expect(try verdict("/repo/pages", "{categories: {superlative: clear, engine: clear}}").verdict == .review)
    #expect(try verdict("/repo/pages", "{suppressible: [note, warning]}").lines == ["p/best 1 open", "engine/refused-suppression 1 open"])
    #expect(try verdict("/repo/pages", "{suppressible: [note, warning]}", mayWeaken: true).lines == ["p/best 1 suppressed"])
    #expect(try verdict("/repo/pages", "{suppressible: [note, warning]}", mayWeaken: true).verdict == .clear)
  }

  @Test("never calls clear what could not be checked", arguments: ["{severities: {warning: clear}}", "{categories: {engine: clear}}", "{rules: {engine/rule-failed: clear}}"])
  func floor(text: String) throws {
    var failed = best
    (failed.rule, failed.category) = ("engine/rule-failed", "engine")
    let report = gate(try policy("gate: \(text)\n")).judge(report(try read("The best.\n"), [failed]))
    #expect(report.verdict == .review)
    #expect(report.reason == "1 warning: engine/rule-failed at line 1 asks for review, as what could not be checked always does.")
  }

  @Test("names that no rule has are told with their place")
  func unknownNames() throws {
    let gate = gate(try policy("gate:\n  rules: {old/cure: clear, p/cur: clear}\n  categories: {engine: blocked, cure: clear}\n"))
    #expect(gate.unknownNames.map { "\($0.origin) \($0.name)" } == ["obstat.yaml:2 p/cur", "obstat.yaml:3 cure"])
  }

  @Test("a masked report keeps places and no word")
  func masked() throws {
    var policy = lenient
    policy.verdicts.categories["cures"] = Setting(.review)
    let document = try read("# Härte 😀\n\nÜber **cure** “best” <!-- obstat allow p/best: geheim -->\n\n| a |\n|---|\n| twice |\n")
    let open = gate(policy).judge(report(document))
    let masked = open.hidingWords(catalogue)
    #expect(masked.findings.map(\.location) == open.findings.map(\.location))
    #expect(masked.findings.map(\.finding.message) == ["Cure", "Superlative", "Said twice"])
    #expect(masked.findings.map(\.finding.help) == ["Leave it out.", nil, nil])
    #expect(masked.findings.allSatisfy { $0.text.isEmpty && $0.disposition?.justification == nil })
    #expect(String(decoding: masked.document.sourceMap.source.utf8, as: UTF8.self).hasPrefix("x x×xxx 🞎\n\n×xxx xxxxxxxx □xxxx□ xxxx"))
    for span in open.document.blocks.map(\.span) {
      #expect(masked.document.sourceMap.location(of: span) == open.document.sourceMap.location(of: span))
    }
    let alphabet = Set("x×□🞎\n ")
    #expect(String(decoding: masked.document.utf8 + masked.document.sourceMap.source.utf8, as: UTF8.self).allSatisfy(alphabet.contains))
  }
}
