import Configuration
import Foundation

/// A repository made for one test and removed with it.
final class Repository {
  let url: URL

  /// - Parameter files: contents by path.
  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent("obstat-\(UUID().uuidString)")
    for (name, text) in files.merging([".git": ""], uniquingKeysWith: { given, _ in given }) {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func settings() throws -> Settings { try ConfigurationFile.settings(path: nil, workingDirectory: url.path) }

  func tree(_ documents: [String]) throws -> ConfigurationTree {
    try ConfigurationTree(try settings(), hasFolders: true, documents: documents, workingDirectory: url.path)
  }

  /// The mistakes in the files that apply to some documents, as `path:line:column: message`.
  func mistakes(_ documents: [String] = []) throws -> [String] {
    do {
      _ = try tree(documents)
      return []
    } catch let errors as ConfigurationErrors {
      return errors.errors.map { "\($0.path):\($0.place?.line ?? 0):\($0.place?.column ?? 0): \($0.message)" }
    }
  }
}
