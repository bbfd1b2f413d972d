import Foundation
import Testing

@Suite("A change of rules over documents")
struct RuleDiffTests {
  private static func rule(_ name: String, _ parts: String, severity: String = "warning") -> [UInt8] {
    Array(
      """
      return {
        id = "house/\(name)", category = "c", title = "T", severity = "\(severity)", message = "“{text}” found",
        \(parts)
        examples = { flagged = { "x" }, clean = { "b", "c" } },
      }
      """.utf8)
  }

  private func scratch() throws -> Scratch {
    let pack = Array("return { title = 'House' }".utf8)
    return try Scratch([
      "old/house/pack.lua": pack, "new/house/pack.lua": pack,
      "old/house/kept.lua": Self.rule("kept", "find = { 'kept' },"), "new/house/kept.lua": Self.rule("kept", "find = { 'kept' },"),
      "old/house/gone.lua": Self.rule("gone", "find = { 'gone' },"),
      "new/house/come.lua": Self.rule("come", "find = { 'come' },", severity: "error"),
      "old/house/wide.lua": Self.rule("wide", "find = { 'wide' },"), "new/house/wide.lua": Self.rule("wide", "find = { 'far and wide' },"),
      "old/house/called.lua": Self.rule("called", "find = { 'called' },"),
      "new/house/named.lua": Self.rule("named", "formerly = 'house/called', find = { 'called' },"),
      "old/house/grave.lua": Self.rule("grave", "find = { 'grave' },"),
      "new/house/grave.lua": Self.rule("grave", "find = { 'grave' },", severity: "note"),
      "docs/a.txt": Array("It was kept, gone and called.\n".utf8), "docs/b.txt": Array("They come far and wide to the grave.\n".utf8),
      "docs/c.txt": Array("Only kept.\n".utf8),
    ])
  }

  @Test("shows what is added, removed, moved and changed, and takes a renamed rule for itself")
  func text() throws {
    let folder = try scratch()
    let result = try Program.run(["rules", "diff", "old", "new", "--over", "docs"], in: folder.url)
    #expect(result.errors == "")
    #expect(
      result.output == """
        docs/a.txt: review as before
          - 1:14 warning house/gone “gone”
              “gone” found

        docs/b.txt: review → blocked
          + 1:6 error house/come “come”
              “come” found
          ~ 1:11 warning house/wide “far and wide”
              was 1:19 “wide”
          = 1:31 note house/grave “grave”
              was warning

        by rule
          house/come: 1 added
          house/gone: 1 removed
          house/grave: 1 changed
          house/wide: 1 moved

        3 documents: 1 added, 1 removed, 1 moved, 1 changed, 3 the same; 1 verdict changed

        """)
    #expect(result.status == 1)
    let same = try Program.run(["rules", "diff", "old", "old", "--over", "docs"], in: folder.url)
    #expect(same.output == "3 documents: 0 added, 0 removed, 0 moved, 0 changed, 6 the same; 0 verdicts changed\n")
    #expect(same.status == 0)
  }

  @Test("as JSON and as a page to sign")
  func formats() throws {
    let folder = try scratch()
    let json = try Program.run(["rules", "diff", "old", "new", "--over", "docs", "--format", "json"], in: folder.url)
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["added"] as? Int == 1)
    let documents = try #require(report["documents"] as? [[String: Any]])
    let changes = try #require(documents[1]["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["added", "moved", "changed"])
    #expect((changes[1]["old"] as? [String: Any])?["text"] as? String == "wide")
    let page = try Program.run(["rules", "diff", "old", "new", "--over", "docs", "--format", "html", "--output", "diff.html"], in: folder.url)
    #expect(page.status == 1)
    let html = try String(contentsOf: folder.url.appendingPathComponent("diff.html"), encoding: .utf8)
    #expect(html.contains("<td>moved</td><td>1</td><td><code>house/wide</code><br>warning</td><td><del>wide</del><br><mark>far and wide</mark>"))
    #expect(html.contains("<th>Decision</th>"))
  }

  @Test("says what cannot be compared")
  func impossible() throws {
    let folder = try scratch()
    let missing = try Program.run(["rules", "diff", "old", "nowhere", "--over", "docs"], in: folder.url)
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("nowhere: error: is not a folder of rule packs\n"))
    let incomplete = try Program.run(["rules", "diff", "old", "old", "--over", "docs", "gone.txt"], in: folder.url)
    #expect(incomplete.status == 3)
    #expect(incomplete.errors == "gone.txt: does not exist\n")
  }
}
