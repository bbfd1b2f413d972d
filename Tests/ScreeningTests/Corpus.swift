import ContentModel
import Foundation
import Screening

/// The project's own texts, rules and word lists, to compare ways of matching on.
enum Corpus {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Documents as they lie in the repository, markup and all; one leaf a line.
  static let texts: [String] = files(below: ["Samples", "Benchmarks/quality/documents"], endings: ["txt", "md", "html"])

  static let lexiconPhrases: [String] = {
    let lines = files(below: ["Rules"], endings: ["txt"]).flatMap { $0.split(separator: "\n") }
    let phrases = lines.map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0.first != "[" }
    return Array(Set(phrases)).sorted()
  }()

  static let patterns: [String] = {
    var found: Set<String> = []
    for text in files(below: ["Rules"], endings: ["lua"]) {
      for match in text.matches(of: /pattern \[(=*)\[((?:(?!\]\1\]).)*)\]\1\]/) { found.insert(String(match.output.2)) }
    }
    return found.sorted()
  }()

  private static func files(below folders: [String], endings: Set<String>) -> [String] {
    folders.flatMap { folder -> [String] in
      let root = repository.appendingPathComponent(folder)
      let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).sorted()
      return names.filter { endings.contains(($0 as NSString).pathExtension) }.compactMap {
        try? String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)
      }
    }
  }
}
