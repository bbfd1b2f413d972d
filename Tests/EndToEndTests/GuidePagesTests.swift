import Foundation
import Testing

/// The guide's pages are scripts: a fence with a file's name writes that file, a `console` fence runs its commands and
/// holds what they print.
@Suite("The guide")
struct GuidePagesTests {
  static let folder = Program.repository.appendingPathComponent("Documentation/Guide")

  static var pages: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".md") && $0 != "API.md" }.sorted()
  }

  private struct Fence {
    var language: Substring
    var name: String
    var text: String
    var line: Int
  }

  private func fences(_ page: String) -> [Fence] {
    var fences: [Fence] = []
    var current: Fence?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let fence = current {
          fences.append(fence)
          current = nil
        } else {
          let words = line.dropFirst(3).split(separator: " ", maxSplits: 1)
          current = Fence(language: words.first ?? "", name: words.count > 1 ? String(words[1]) : "", text: "", line: index + 1)
        }
      } else {
        current?.text += line + "\n"
      }
    }
    return fences
  }

  @Test("shows what happens when its commands are typed", arguments: pages)
  func page(name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    var recorded = ""
    var rest = text[...]
    let folder = try Scratch()
    for fence in fences(text) {
      if fence.language == "console" {
        var shown = ""
        for line in fence.text.split(separator: "\n", omittingEmptySubsequences: false) where line.hasPrefix("$ ") {
          let words = line.dropFirst(2).split(separator: " ").map(String.init)
          try #require(words.first == "obstat", "\(name):\(fence.line)")
          let result = try Program.run(Array(words.dropFirst()), in: folder.url)
          shown += line + "\n" + result.output + result.errors
        }
        let trimmed = shown.trimmingCharacters(in: .newlines) + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
          let place = try #require(rest.range(of: "```console\n\(fence.text)```"))
          recorded += rest[..<place.lowerBound] + "```console\n\(trimmed)```"
          rest = rest[place.upperBound...]
        } else {
          #expect(trimmed == fence.text, "\(name):\(fence.line)")
        }
      } else if !fence.name.isEmpty {
        let place = folder.url.appendingPathComponent(fence.name)
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(fence.text.utf8).write(to: place)
      }
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data((recorded + rest).utf8).write(to: file) }
  }

  @Test("has pages that type commands, and more than a few")
  func commands() throws {
    let commands = try Self.pages.map { name in
      let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      return fences(text).filter { $0.language == "console" }.reduce(0) { $0 + $1.text.components(separatedBy: "\n").count { $0.hasPrefix("$ ") } }
    }
    #expect(commands.count >= 4, "\(Self.pages)")
    #expect(commands.reduce(0, +) >= 12, "\(Self.pages) \(commands)")
  }

  @Test("has 25 patterns in its cookbook, each a rule that holds")
  func cookbook() throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("Cookbook.md"), encoding: .utf8)
    let rules = fences(text).filter { $0.language == "lua" && $0.name.hasPrefix("rules/cookbook/") && !$0.name.hasSuffix("pack.lua") && !$0.name.contains("/lib/") }
    #expect(rules.count >= 25)
    #expect(Set(rules.map(\.name)).count == rules.count)
  }
}
