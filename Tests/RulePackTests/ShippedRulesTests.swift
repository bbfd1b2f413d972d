import Evidence
import FileSystem
import Foundation
import LuaRuntime
import RuleEngine
import RuleTesting
import Testing

@Suite("The shipped rules")
struct ShippedRulesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Rules").path

  static let rules = Result { () throws(RuleSetError) -> RuleSet in
    var rules = try LuaThread.run { () throws(RuleSetError) -> RuleSet in try RuleLoader().load(folders: [folder]) }
    if let knowledge = try? EvidenceFolder(folder + "/_evidence").exampleKnowledge() { rules.knowledge = knowledge }
    return rules
  }

  static var ids: [String] { (try? rules.get().rules.map(\.id)) ?? [] }

  @Test("load")
  func load() throws { #expect(try Self.rules.get().rules.count >= 8) }

  @Test("are the same out of the cache")
  func cached() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = RuleSetCache(PrivateCache(folder: folder.path))
    let loads = try (0..<2).map { _ in
      try LuaThread.run { () throws(RuleSetError) -> RuleSet in try RuleLoader(cache: cache).load(folders: [Self.folder]) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    for loaded in loads {
      #expect("\(loaded.rules)" == "\(try Self.rules.get().rules)")
      #expect("\(loaded.packs)" == "\(try Self.rules.get().packs)")
      #expect(loaded.notes == [])
    }
  }

  @Test("hold on each of their examples, in every variant", arguments: ids)
  func examples(id: String) throws {
    let rules = try Self.rules.get()
    let index = try #require(rules.index(ofRule: id))
    let results = try LuaThread.run { () throws(LuaError) -> [ExampleResult] in
      try RuleTester(rules).test(CollectionOfOne(index))
    }
    #expect(!results.isEmpty)
    for result in results where result.failure != nil {
      Issue.record("\(result.isFlagged ? "flagged" : "clean") example \(result.number), \(result.variant.rawValue): \(result.failure!.message)\n\(result.text)")
    }
  }

  @Test("stand in files of at most 80 lines", arguments: ids)
  func short(id: String) throws {
    let rules = try Self.rules.get()
    let rule = rules.rules[try #require(rules.index(ofRule: id))]
    let lines = try String(contentsOfFile: rule.path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 81)
  }
}
