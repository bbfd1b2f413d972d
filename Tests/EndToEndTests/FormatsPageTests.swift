import Foundation
import Testing

@Suite("The page of formats")
struct FormatsPageTests {
  private static let page = (try? String(contentsOf: Program.repository.appendingPathComponent("Documentation/Formats.md"), encoding: .utf8)) ?? ""

  /// What stands in the code blocks of the page, in their order.
  private static var blocks: [String] {
    var blocks: [String] = []
    var fence: String?
    var lines: [String] = []
    for line in page.components(separatedBy: "\n") {
      if let end = fence {
        if line == end {
          blocks.append(lines.map { $0 + "\n" }.joined())
          fence = nil
        } else {
          lines.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
        lines = []
      }
    }
    return blocks
  }

  @Test("shows what the program prints, in every format")
  func samples() throws {
    let blocks = Self.blocks
    try #require(blocks.count > 4)
    let folder = try Scratch([
      "leaflet.md": Array(blocks[1].utf8), "rules/house/pack.lua": Array(blocks[2].utf8), "rules/house/promise.lua": Array(blocks[3].utf8),
    ])
    var shown: [String] = []
    for (command, sample) in zip(blocks[4...], blocks[5...]) where command.hasPrefix("obstat scan leaflet.md --rules rules --format ") {
      let arguments = command.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
      let result = try Program.run(arguments, in: folder.url)
      #expect(result.status == 1)
      #expect(result.output.replacingOccurrences(of: "\r\n", with: "\n") == sample)
      shown.append(arguments.last ?? "")
    }
    // The two pages are too long to show.
    #expect(shown.sorted() == ["checkstyle", "csv", "github", "gitlab", "json", "junit", "markdown", "ndjson", "rdjson", "rdjsonl", "sarif", "text"])
  }

  @Test("names every format and option")
  func complete() throws {
    let help = try Program.run(["scan", "--help"]).output
    for word in ["html", "index", "--report", "--only", "--exclude", "--no-ignore", "--changed-since", "--as", "--path", "--allow-empty", "--jobs", "--fail-fast", "--resume", "--progress"] {
      #expect(Self.page.contains(word))
      #expect(help.contains(word), "\(word)")
    }
    // Each format that the program knows has its row.
    let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let listed = try #require(words.firstMatch(of: /\(values: (text, [^)]*)\)/)).output.1.split(separator: ", ")
    #expect(listed.count >= 14)
    let rows = Self.page.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }.joined()
    for format in listed { #expect(rows.contains("`\(format)`"), "\(format)") }
  }
}
