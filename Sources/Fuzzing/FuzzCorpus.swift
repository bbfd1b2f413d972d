import FileSystem
package import RuleEngine
import LuaRuntime

/// The samples that inputs are made from: the project's own rules and documents.
package struct FuzzCorpus: Sendable {
  package let rules: RuleSet
  private let sources: [[UInt8]]
  private let documents: [[UInt8]]

  /// - Parameter repository: the folder that holds `Rules` and `Samples`.
  package init(repository: String) throws {
    rules = try RuleLoader().load(folders: [repository + "/Rules"])
    sources = rules.files.filter { $0.name.hasSuffix(".lua") }.map(\.bytes)
    var documents: [[UInt8]] = []
    for name in try FileSystem.names(inFolder: repository + "/Samples") where !name.hasSuffix(".json") {
      let path = repository + "/Samples/" + name
      if try FileSystem.kind(of: path) == .file { documents.append(try FileSystem.read(path, limit: 1 << 20)) }
    }
    self.documents = documents
  }

  package func mutator(for target: FuzzTarget) -> Mutator {
    switch target {
    case .lua, .rules: Mutator(corpus: sources, pieces: target.pieces, limit: 16 << 10)
    case .phrase, .pattern: Mutator(corpus: [], pieces: target.pieces, limit: 2000)
    default: Mutator(corpus: documents, pieces: target.pieces, limit: 16 << 10)
    }
  }
}
