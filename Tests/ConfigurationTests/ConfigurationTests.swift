import Configuration
import Foundation
import Testing

@Suite("The configuration file")
struct ConfigurationTests {
  private func read(_ text: String) throws -> Settings {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("obstat.yaml")
    try Data(text.utf8).write(to: file)
    return try ConfigurationFile.settings(path: file.path, workingDirectory: folder.path)
  }

  private func mistakes(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let errors as ConfigurationErrors {
      return errors.errors.map { "\($0.path):\($0.place?.line ?? 0):\($0.place?.column ?? 0): \($0.message)" }
    }
  }

  @Test("every limit is read, with the line that it comes from", arguments: Limits.keys.indices)
  func limits(index: Int) throws {
    let key = Limits.keys[index]
    let settings = try read("limits:\n  \(key.name): \(key.range.upperBound)\n")
    #expect(settings.limits[keyPath: key.path] == Setting(key.range.upperBound, origin: .file("obstat.yaml", line: 2)))
    #expect(key.range.contains(Limits()[keyPath: key.path].value))
    #expect(Limits()[keyPath: key.path].origin == .standard)
  }

  @Test(
    "mistakes name place, problem and choice",
    arguments: [
      ("limit:\n", ["obstat.yaml:1:1: unknown key 'limit' (did you mean 'limits'?)"]),
      ("limits:\n  documentBytes: 5\n", ["obstat.yaml:2:3: unknown key 'documentBytes' in 'limits' (did you mean 'document-bytes'?)"]),
      ("limits:\r\n  nesting: \"5\"\r\n", ["obstat.yaml:2:12: 'limits.nesting' must be a whole number, got '5'"]),
      ("limits: 3\n", ["obstat.yaml:1:9: 'limits' must be keys with values, got '3'"]),
      ("limits: {nesting: 0, blocks: -1}\n", [
        "obstat.yaml:1:19: 'limits.nesting' must lie between 1 and 1000, got 0",
        "obstat.yaml:1:30: 'limits.blocks' must lie between 1 and 50000000, got -1",
      ]),
      ("limits: {rule-fuel: 99999999999999999999}\n", [
        "obstat.yaml:1:21: 'limits.rule-fuel' must lie between 10000 and 1000000000000, got 99999999999999999999"
      ]),
      ("exclude: drafts\n", ["obstat.yaml:1:10: 'exclude' must be a list of at most 1000 texts, got 'drafts'"]),
      ("exclude: ['!a']\n", ["obstat.yaml:1:11: pattern '!a' begins with !, and nothing can be taken back"]),
      ("rule-folders: [nowhere]\n", ["obstat.yaml:1:16: 'nowhere' is not a folder"]),
      ("rules: [nowhere]\n", ["obstat.yaml:1:8: 'rules' must be keys with values, got a list"]),
      ("claims: nowhere.yaml\n", ["obstat.yaml:1:9: 'nowhere.yaml' is not a file"]),
      ("packs: {finance: offf}\n", ["obstat.yaml:1:18: 'packs.finance' must be on or off, got 'offf'"]),
      ("rules:\n  a/b: eror\n", ["obstat.yaml:2:8: 'rules.a/b' must be one of on, off, error, warning, note, got 'eror' (did you mean 'error'?)"]),
      ("output: {format: pdf}\n", ["obstat.yaml:1:18: 'output.format' must be one of \(OutputSettings.formats.joined(separator: ", ")), got 'pdf'"]),
      ("document: {marked: US}\n", ["obstat.yaml:1:12: unknown key 'marked' in 'document' (did you mean 'market'?)"]),
      ("names: ['{markt}.md', plain.md]\n", [
        "obstat.yaml:1:9: pattern '{markt}.md' names {markt}; known are {market}, {audience}, {product}, {language}",
        "obstat.yaml:1:23: pattern 'plain.md' names none of {market}, {audience}, {product}, {language}",
      ]),
      ("overrides:\n  - rules: {a/b: off}\n", ["obstat.yaml:2:5: an override lacks 'files' or 'market'"]),
      ("overrides:\n  - market: US\n", ["obstat.yaml:2:5: an override lacks 'packs', 'rules' or 'document'"]),
      ("overrides:\n  - market: US\n    document: {audience: public}\n", [
        "obstat.yaml:3:15: 'document' depends on what the document is for, and would change it"
      ]),
      ("extends: [gone.yaml]\n", ["obstat.yaml:1:11: 'gone.yaml' is not a file"]),
      ("extends: obstat.yaml\n", ["obstat.yaml:1:10: extends itself: obstat.yaml → obstat.yaml"]),
      ("- a\n", ["obstat.yaml:1:1: 'the configuration' must be keys with values, got a list"]),
    ])
  func mistakes(text: String, expected: [String]) throws { #expect(try mistakes(text) == expected) }

  @Test("keys given twice, broken and bottomless YAML are refused")
  func broken() throws {
    #expect(try mistakes("limits:\n  nesting: 3\n  nesting: 4\n").first?.contains("key 'nesting' stands here more than once") == true)
    #expect(try mistakes("limits: [\n").first?.contains("syntax error") == true)
    #expect(try mistakes(String(repeating: "[", count: 100_000)).first?.contains("nested too deep") == true)
  }

  @Test("an empty file changes nothing", arguments: ["", "# nothing\n", "---\n"])
  func empty(text: String) throws { #expect(try read(text).limits == Limits()) }

  @Test("is looked for at the root of the repository around the working directory, and nowhere else")
  func place() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let deep = root.appendingPathComponent("a/b")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    for place in [root, deep] { try Data("limits: {nesting: 7}\n".utf8).write(to: place.appendingPathComponent("obstat.yaml")) }
    #expect(ConfigurationFile.found(from: deep.path) == nil)
    try Data().write(to: root.appendingPathComponent(".git"))
    #expect(ConfigurationFile.found(from: deep.path) == root.path + "/obstat.yaml")
  }

  @Test(
    "patterns fit names at any depth, or paths from the file's folder",
    arguments: [
      ("*.bak.md", "a/b/x.bak.md", true), ("*.bak.md", "x.md", false), ("drafts", "a/drafts/x.md", true),
      ("drafts/", "a/drafts", false), ("drafts/", "drafts/x.md", true), ("/drafts", "a/drafts/x.md", false),
      ("a/*/x.md", "a/b/x.md", true), ("a/*/x.md", "a/b/c/x.md", false), ("a/**/x.md", "a/b/c/x.md", true),
      ("a/**/x.md", "a/x.md", true), ("**/x.md", "x.md", true), ("?.md", "é.md", true), ("?.md", "ab.md", false),
      ("a/b", "./a/../a/b/c.txt", true), ("a/b", "/repo/a/b", true), ("a/b", "/other/a/b", false), ("*", "/other/a", true),
    ])
  func patterns(pattern: String, path: String, fits: Bool) throws {
    #expect(try ExclusionPattern(pattern, folder: "/repo").matches(path, in: "/repo") == fits)
  }

  @Test("a hostile pattern takes no time")
  func hostilePattern() throws {
    let pattern = try ExclusionPattern(String(repeating: "**/*a*b/", count: 100) + "z", folder: "/")
    #expect(!pattern.matches(String(repeating: "aaaaaaaaaaaaab/", count: 2000), in: "/"))
  }
}
