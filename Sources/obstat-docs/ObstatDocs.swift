import Analysis
import Evidence
import FileSystem
import Foundation
import Guide
import LuaRuntime
import RuleEngine

/// Builds the documentation: `reference` writes Documentation/Guide/API.md, `site FOLDER` the HTML pages. Run in the repository.
@main
struct ObstatDocs {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "reference": try reference()
    case "site": try site(arguments.dropFirst().first ?? ".build/site")
    default:
      FileHandle.standardError.write(Data("usage: obstat-docs reference | site FOLDER\n".utf8))
      exit(2)
    }
  }

  /// Runs the examples, writes their results and the page made of them.
  private static func reference() throws {
    let path = "Documentation/Guide/examples.txt"
    let file = try EntryExampleFile(String(decoding: FileSystem.read(path), as: UTF8.self))
    let results = try LuaThread.run { () throws -> [[String]] in
      try EntryExampleRunner(
        file.examples, lexicons: AnalysisLexicons(folder: "Rules/_lexicons"), knowledge: EvidenceFolder("Rules/_evidence").exampleKnowledge()
      ).results(file.examples)
    }
    let recorded = file.recorded(results)
    try Data(recorded.utf8).write(to: URL(fileURLWithPath: path))
    try Data(ReferencePage(EntryExampleFile(recorded).examples).markdown.utf8).write(to: URL(fileURLWithPath: "Documentation/Guide/API.md"))
  }

  private static func site(_ folder: String) throws {
    let (files, mistakes) = try Site(repository: ".").files()
    for mistake in mistakes { FileHandle.standardError.write(Data("\(mistake.page): error: \(mistake.message)\n".utf8)) }
    for file in files {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    print("\(files.count) files in \(folder); start at \(folder)/index.html")
    if !mistakes.isEmpty { exit(1) }
  }
}
