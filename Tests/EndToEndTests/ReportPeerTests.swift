import Foundation
import Testing

@Suite("Reports as their consumers read them", .enabled(if: Peers.isThere, Comment(rawValue: Peers.missing)))
struct ReportPeerTests {
  static let formats = ["sarif", "junit", "checkstyle", "rdjson", "rdjsonl", "gitlab", "github", "csv", "markdown", "index"]
  static let golden = Program.repository.appendingPathComponent("Tests/Golden/reports")

  @Test("of a hostile batch are accepted", arguments: formats)
  func hostile(format: String) throws {
    #expect(try Peers.complaints(format, Self.golden.appendingPathComponent("batch.\(format)")) == "")
    #expect(try Peers.complaints(format, Self.golden.appendingPathComponent("empty.\(format)")) == "")
  }

  @Test("of the samples are accepted, and tell of every finding at its place")
  func samples() throws {
    let folder = try Scratch(["empty.md": [0x20], "leaflet.pdf": Array("%PDF-1.4".utf8)])
    var arguments = ["scan", "Samples", folder.url.path, "--format", "json", "--output", folder.url.appendingPathComponent("o.json").path]
    for format in Self.formats { arguments += ["--report", "\(format)=\(folder.url.appendingPathComponent("o." + format).path)"] }
    let result = try Program.run(arguments)
    #expect(result.status == 3)
    #expect(result.output == "")
    for format in Self.formats {
      let said = try Peers.complaints(format, folder.url.appendingPathComponent("o." + format), scan: folder.url.appendingPathComponent("o.json"))
      #expect(said == "", "\(format)")
    }
  }

  @Test(
    "that are broken are refused: the check itself works",
    arguments: [
      ("sarif", "\"startLine\": 2", "\"startLine\": 0"), ("sarif", "\"ruleId\"", "\"rule\""), ("junit", "failures=\"3\"", "failures=\"2\""),
      ("checkstyle", "severity=\"info\"", "severity=\"hint\""), ("rdjson", "\"line\": 2", "\"line\": 0"), ("rdjsonl", "\"message\"", "\"text\""),
      ("gitlab", "\"critical\"", "\"fatal\""), ("github", "::error file=", "::fatal file="), ("csv", "\"'=", "\"="),
      ("markdown", "<details>", "<script>"), ("index", "'use strict';", "'use strict'; "), ("index", "data-findings=\"7\"", "data-findings=\"8\""),
    ])
  func broken(format: String, good: String, bad: String) throws {
    let text = try String(contentsOf: Self.golden.appendingPathComponent("batch.\(format)"), encoding: .utf8)
    try #require(text.contains(good))
    let folder = try Scratch(["o.\(format)": Array(text.replacingOccurrences(of: good, with: bad).utf8)])
    #expect(try Peers.complaints(format, folder.url.appendingPathComponent("o.\(format)")) != "")
  }
}
