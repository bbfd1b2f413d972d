import Testing

@testable import Scanning

@Suite("Lines of .gitignore")
struct IgnorePatternTests {
  /// Checked against git 2.39 with `git check-ignore`.
  @Test(
    "fit what git says they fit",
    arguments: [
      ("*.md", "a.md", true), ("*.md", "deep/a.md", true), ("/a.md", "a.md", true), ("/a.md", "deep/a.md", false), ("docs/*.md", "docs/a.md", true),
      ("docs/*.md", "docs/deep/a.md", false), ("docs/*.md", "x/docs/a.md", false), ("**/a.md", "a.md", true), ("**/a.md", "x/y/a.md", true),
      ("docs/**/a.md", "docs/a.md", true), ("docs/**/a.md", "docs/x/y/a.md", true), ("docs/**", "docs/x/a.md", true), ("docs/**", "docs", false),
      ("a?c.md", "abc.md", true), ("a?c.md", "a/c.md", false), ("[ab].md", "a.md", true), ("[!ab].md", "a.md", false), ("[a-c].md", "b.md", true),
      ("[]].md", "].md", true), ("\\*.md", "*.md", true), ("\\*.md", "a.md", false), ("\\#a", "#a", true), ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false),
      ("a**b", "aXb", true), ("a**b", "a/b", false), ("*", "anything/at/all", true), ("[a", "[a", false), ("trailing ", "trailing", true),
      ("trailing\\ ", "trailing ", true), ("é*.md", "éa.md", true), ("foo/", "foo", false), ("**/foo/**/bar", "x/foo/bar", true),
    ])
  func fits(line: String, path: String, expected: Bool) throws {
    let pattern = try #require(IgnorePattern(line: line.utf8))
    #expect(pattern.matches(Array(path.utf8)[...], isFolder: false) == expected)
  }

  @Test("comments and blank lines are no patterns", arguments: ["", "# note", "   ", "/", "!"])
  func none(line: String) { #expect(IgnorePattern(line: line.utf8) == nil) }

  @Test("with / at their end fit folders, and with ! in front take back")
  func kinds() throws {
    let folder = try #require(IgnorePattern(line: "build/\r".utf8))
    #expect(folder.matches(Array("x/build".utf8)[...], isFolder: true))
    #expect(!folder.matches(Array("x/build".utf8)[...], isFolder: false))
    #expect(try #require(IgnorePattern(line: "!keep.md".utf8)).isNegated)
    #expect(!(try #require(IgnorePattern(line: "\\!keep.md".utf8)).isNegated))
  }

  @Test("cost no more than the product of both lengths", .timeLimit(.minutes(1)))
  func cost() throws {
    let pattern = try #require(IgnorePattern(line: String(repeating: "*a", count: 500).utf8))
    #expect(!pattern.matches(Array(String(repeating: "a", count: 2_000).utf8 + [0x62])[...], isFolder: false))
  }
}
