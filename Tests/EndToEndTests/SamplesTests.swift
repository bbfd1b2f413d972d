import Foundation
import Testing

@Suite("The samples")
struct SamplesTests {
  static let samples = Program.repository.appendingPathComponent("Samples")
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: samples.path))?.sorted().filter { !$0.hasPrefix(".") && $0 != "expected" } ?? []

  /// Run with RECORD=1 to write the expectations anew, and read the difference.
  @Test("are found what was found before", arguments: names)
  func regression(name: String) throws {
    let report = try Program.json(["Samples/" + name])
    let documents = try #require(report["documents"] as? [[String: Any]])
    var lines: [String] = []
    for document in documents {
      lines.append("\(document["verdict"] ?? ""): \(document["reason"] ?? "")")
      for finding in document["findings"] as? [[String: Any]] ?? [] {
        let place = finding["location"] as? [String: Int] ?? [:]
        let words = (finding["text"] as? String ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        lines.append(
          "\(place["startLine"] ?? 0):\(place["startColumn"] ?? 0)-\(place["endLine"] ?? 0):\(place["endColumn"] ?? 0) \(finding["severity"] ?? "") \(finding["rule"] ?? "")\(finding["scope"] as? String == "document" ? " (document)" : "") | \(words)")
      }
    }
    let found = lines.joined(separator: "\n") + "\n"
    let file = Self.samples.appendingPathComponent("expected/\(name).findings")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(found.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == found)
  }

  @Test("come out byte for byte the same, twice, in any order of paths and with any number of workers")
  func deterministic() throws {
    let paths = Self.names.map { "Samples/" + $0 }
    for format in ["json", "ndjson", "text", "html"] {
      let first = try Program.run(["scan", "--format", format, "--jobs", "1"] + paths)
      let second = try Program.run(["scan", "--format", format, "--jobs", "3"] + paths.reversed())
      #expect(first.output == second.output)
      #expect(!first.output.isEmpty)
    }
  }

  @Test("have findings whose bytes, lines and columns name the same words")
  func positions() throws {
    for document in try #require(try Program.json(["Samples"])["documents"] as? [[String: Any]]) {
      let path = try #require(document["path"] as? String)
      let bytes = Array(try Data(contentsOf: Program.repository.appendingPathComponent(path)))
      guard let source = String(validating: bytes, as: UTF8.self) else { continue }
      for finding in try #require(document["findings"] as? [[String: Any]]) {
        let place = try #require(finding["location"] as? [String: Int])
        let (start, end) = (try #require(place["startByte"]), try #require(place["endByte"]))
        #expect(start < end && end <= bytes.count)
        let before = String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars
        let skipsMark = source.unicodeScalars.first == "\u{FEFF}"
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let column = (lines.last?.count ?? 0) + 1 - (lines.count == 1 && skipsMark ? 1 : 0)
        #expect(place["startLine"] == lines.count, "\(path) \(finding)")
        #expect(place["startColumn"] == column, "\(path) \(finding)")
      }
    }
  }
}
