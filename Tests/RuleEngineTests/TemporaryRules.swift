import Analysis
import ContentModel
import Foundation
import LuaRuntime
import Readers
import RuleEngine

/// A rule folder made for one test and removed with it.
final class TemporaryRules {
  let folder: URL

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let pack = """
    return { title = "Test", instruments = { ["law/1"] = { citation = "Law 1", says = "No." } } }
    """

  /// - Parameter files: contents by path below the folder; `pack/pack.lua` is added.
  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-\(UUID().uuidString)")
    for (name, text) in files.merging(["pack/pack.lua": Self.pack], uniquingKeysWith: { given, _ in given }) {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func load() throws(RuleSetError) -> RuleSet {
    let loader = RuleLoader(defaultLexicons: Self.repository.appendingPathComponent("Rules/_lexicons").path)
    let path = folder.path
    return try LuaThread.run { () throws(RuleSetError) -> RuleSet in try loader.load(folders: [path]) }
  }

  /// The mistakes in the rules, each as `name:line:column: message`, without the temporary folder.
  func mistakes() -> [String] {
    do throws(RuleSetError) {
      _ = try load()
      return []
    } catch {
      return error.errors.map { problem in
        let name = problem.path.hasPrefix(folder.path) ? String(problem.path.dropFirst(folder.path.count + 1)) : problem.path
        let place = problem.place.map { "\($0.line):\($0.column):" } ?? ""
        return "\(name):\(place) \(problem.message)".replacingOccurrences(of: folder.path + "/", with: "")
      }
    }
  }

  /// What the rules find in a text, as `rule “words”: message`.
  func findings(in text: String, format: DocumentFormat = .text) throws -> [String] {
    try findings(in: text, format: format, try load())
  }

  func findings(in text: String, format: DocumentFormat = .text, _ rules: RuleSet) throws -> [String] {
    let path = folder.path
    return try LuaThread.run { () throws -> [String] in
      let runner = try RuleRunner(rules)
      let document = try DocumentReader().read(Array(text.utf8), path: "test", format: format)
      let findings = runner.run(DocumentAnalysis(document, lexicons: rules.analysisLexicons))
      return findings.sorted { $0.span < $1.span }.map {
        "\($0.rule) “\(document.text($0.span))”: \(([$0.message] + $0.folded.map(\.message)).joined(separator: " + "))".replacingOccurrences(of: path + "/", with: "")
      }
    }
  }
}

/// A rule's file with the parts that a test does not care about filled in.
func ruleText(_ parts: String, id: String = "pack/thing", examples: String? = nil) -> String {
  """
  return {
    id = "\(id)", category = "c", title = "T", severity = "warning",
    message = "“{text}” found",
    \(parts)
    examples = \(examples ?? #"{ flagged = { "a" }, clean = { "b", "c" } }"#),
  }
  """
}
