import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  @Test("shows what the program prints")
  func output() throws {
    let text = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```text\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    try #require(blocks.count >= 2)
    let folder = try Scratch(["page.txt": Array(blocks[0].utf8)])
    let result = try Program.run(["scan", "page.txt"], in: folder.url)
    #expect(result.output.trimmingCharacters(in: .newlines) == blocks[1].trimmingCharacters(in: .newlines))
  }

  @Test("shows a rule that works as it says")
  func rule() throws {
    let text = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let rule = text.components(separatedBy: "```lua\n")[1].components(separatedBy: "```")[0]
    let folder = try Scratch([
      "my-rules/house/pack.lua": Array(#"return { title = "House style" }"#.utf8), "my-rules/house/miracle.lua": Array(rule.utf8),
    ])
    let result = try Program.run(["rules", "test", "my-rules"], in: folder.url)
    #expect(result.output == "1 rule: 12 passed, 0 failed\n")
    #expect(result.status == 0)
  }
}
