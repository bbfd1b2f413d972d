import Analysis
import Evidence
import Foundation
import LuaRuntime
import RuleEngine
import RuleReview

/// Rule sets for tests.
enum Packs {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let folder = repository.appendingPathComponent("Rules").path

  static func shipped() throws -> RuleSet {
    var rules = try LuaThread.run { () throws(RuleSetError) -> RuleSet in try RuleLoader().load(folders: [folder]) }
    rules.knowledge = try EvidenceFolder(folder + "/_evidence").exampleKnowledge()
    return rules
  }

  /// - Parameter files: contents by path below the rule folder.
  static func made(of files: [String: String]) throws -> RuleSet {
    let lexicons = try AnalysisLexicons(folder: folder + "/_lexicons")
    let list = files.sorted { $0.key < $1.key }.map { RuleFile(path: $0.key, name: $0.key, bytes: Array($0.value.utf8)) }
    return try LuaThread.run { () throws(RuleSetError) -> RuleSet in try RuleLoader().load(files: list, lexicons: lexicons) }
  }
}
