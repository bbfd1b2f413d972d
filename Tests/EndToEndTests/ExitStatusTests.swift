import Foundation
import Testing

@Suite("What the exit status and standard error say")
struct ExitStatusTests {
  static let guilty = Array("Our treatment is gentle. We guarantee that you will walk again within a week.\n".utf8)
  static let innocent = Array("The garden is open from nine to five, and dogs are welcome on a lead.\n".utf8)

  @Test("0 where nothing stands in the way, 1 where something does")
  func clearAndBlocked() throws {
    let folder = try Scratch(["good.txt": Self.innocent, "bad.txt": Self.guilty])
    #expect(try Program.run(["scan", "good.txt"], in: folder.url).status == 0)
    #expect(try Program.run(["scan", "bad.txt"], in: folder.url).status == 1)
    #expect(try Program.run(["scan", "."], in: folder.url).status == 1)
    #expect(try Program.run(["scan", "bad.txt", "--exit-zero"], in: folder.url).status == 0)
    #expect(try Program.run(["scan", "bad.txt", "--fail-on", "blocked"], in: folder.url).status == 1)
  }

  @Test("2 where nothing could be scanned")
  func impossible() throws {
    let folder = try Scratch(["pictures/a.png": [1, 2, 3]])
    let nothing = "error: no document found\n  help: give text, Markdown or HTML files, or folders that hold some\n"
    var result = try Program.run(["scan", "pictures"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors == nothing)
    result = try Program.run(["scan", "nowhere.txt"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors == "nowhere.txt: not checked (missing) — does not exist\n" + nothing)
    #expect(try Program.run(["scan"], in: folder.url).status == 2)
    #expect(try Program.run(["scan", ".", "--format", "yaml"], in: folder.url).status == 2)
    #expect(try Program.run(["frobnicate"], in: folder.url).status == 2)
  }

  @Test("3 where some document could not be checked, and the others were")
  func incomplete() throws {
    let folder = try Scratch([
      "a.txt": Self.guilty, "binary.txt": [0x50, 0x00, 0x00, 0x01, 0x02, 0x00], "empty.md": [0x20, 0x0A],
      "leaflet.pdf": Array("%PDF-1.4".utf8), "z.txt": Self.innocent,
    ])
    let result = try Program.run(["scan", ".", "gone.txt", "--format", "json"], in: folder.url)
    #expect(result.status == 3)
    let report = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { $0["path"] as? String } == ["./a.txt", "./z.txt"])
    let errors = try #require(report["errors"] as? [[String: Any]])
    #expect(
      errors.map { "\($0["path"] ?? "") \($0["code"] ?? "")" }.sorted() == [
        "./binary.txt binary", "./empty.md empty", "./leaflet.pdf unsupported-format", "gone.txt missing",
      ])
  }

  @Test("mistakes in rules are shown as compilers show them, and nothing is scanned")
  func ruleMistakes() throws {
    let folder = try Scratch([
      "a.txt": Self.guilty,
      "rules/p/pack.lua": Array("return { title = 'P' }".utf8),
      "rules/p/thing.lua": Array(
        """
        return {
          id = "p/thing", category = "c", title = "T",
          severity = "blocker",
          message = "m",
          find = { "a" },
          examples = { flagged = { "a" }, clean = { "b", "c" } },
        }
        """.utf8),
    ])
    let result = try Program.run(["scan", "a.txt", "--rules", "rules", "--format", "json"], in: folder.url)
    #expect(result.status == 2)
    #expect(
      result.errors == """
        rules/p/thing.lua:3:14: error: severity 'blocker' is not one of note, warning, error
          3 |   severity = "blocker",
            |              ^^^^^^^^^
          help: the severity is your opinion; the gate policy decides what stops publication
          guide: Documentation/Guide/Rules.md#a-rules-keys
        1 mistake in the rules; nothing was scanned

        """)
    let report = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((report["documents"] as? [Any])?.isEmpty == true)
    #expect(try Program.run(["scan", "a.txt", "--rules", "nowhere"], in: folder.url).errors.hasPrefix("nowhere: error: is not a folder of rule packs\n"))
  }

  @Test("rules never come from the working directory")
  func workingDirectory() throws {
    let folder = try Scratch(["a.txt": Self.guilty, "Rules/_lexicons/x.txt": [], "Rules/p/pack.lua": Array("return {".utf8)])
    #expect(try Program.run(["scan", "a.txt"], in: folder.url).status == 1)
  }
}
