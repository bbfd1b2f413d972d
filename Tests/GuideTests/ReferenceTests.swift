import Analysis
import Evidence
import Foundation
import Guide
import LuaRuntime
import Testing

@Suite("The reference of the rule API")
struct ReferenceTests {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func file() throws -> EntryExampleFile {
    try EntryExampleFile(String(contentsOf: Self.repository.appendingPathComponent("Documentation/Guide/examples.txt"), encoding: .utf8))
  }

  @Test("has an example for each entry, and no other")
  func complete() throws {
    let keys = try file().examples.map { $0.type + "." + $0.entry }
    let entries = ReferencePage.entries
    #expect(entries.filter { !keys.contains($0) } == [])
    #expect(keys.filter { !entries.contains($0) } == [])
    #expect(Set(keys).count == keys.count)
  }

  @Test("shows what each example gives")
  func results() throws {
    let examples = try file().examples
    let rules = Self.repository.appendingPathComponent("Rules").path
    let found = try LuaThread.run { () throws -> [[String]] in
      try EntryExampleRunner(
        examples, lexicons: AnalysisLexicons(folder: rules + "/_lexicons"), knowledge: EvidenceFolder(rules + "/_evidence").exampleKnowledge()
      ).results(examples)
    }
    for (example, results) in zip(examples, found) {
      #expect(results == example.results, "\(example.type).\(example.entry), run: obstat-docs reference")
      #expect(!results.isEmpty, "\(example.type).\(example.entry) visits nothing")
      #expect(!results.contains { $0.contains("failed and did not check") })
    }
  }

  @Test("is the stored page")
  func fresh() throws {
    let page = try String(contentsOf: Self.repository.appendingPathComponent("Documentation/Guide/API.md"), encoding: .utf8)
    #expect(try page == ReferencePage(file().examples).markdown, "run: obstat-docs reference")
  }
}
