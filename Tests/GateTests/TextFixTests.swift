import ContentModel
import Gate
import Testing

@Suite("Fixes")
struct TextFixTests {
  /// A report in which each occurrence of some words has a fix.
  private func fixed(_ text: String, _ format: DocumentFormat, _ words: String, _ fix: Finding.Fix) throws -> TextFix {
    let document = try read(text, format)
    var report = report(document, [Flag(rule: "p/r", category: "c", severity: .note, words: words)])
    for index in report.findings.indices { report.findings[index].finding.fix = fix }
    return TextFix(report)
  }

  @Test(
    "replace the words in the source, and leave what stands between markup",
    arguments: [
      (DocumentFormat.text, "The the end. The the end.\n", "The the", "The", "The end. The end.\n", 0),
      (.markdown, "\u{FEFF}# The the end\n\n*The the* end.\n", "The the", "The", "\u{FEFF}# The end\n\n*The* end.\n", 0),
      (.markdown, "The *the* end.\n", "The the", "The", "The *the* end.\n", 1),
      (.markdown, "> The the\n> end.\n", "the end", "end", "> The the\n> end.\n", 1),
      (.markdown, "One two.\n", "One", "*One*", "One two.\n", 1),
      (.html, "<p>The the <b>end</b></p>", "The the", "T < U", "<p>T &lt; U <b>end</b></p>", 0),
      (.html, "<p>The&#32;the end</p>", "The the", "The", "<p>The&#32;the end</p>", 1),
      (.html, "<p>The\n  the end</p>", "The the", "", "<p> end</p>", 0),
      (.text, "aaaa\n", "aa", "a", "aa\n", 0),
    ])
  func replace(format: DocumentFormat, text: String, words: String, replacement: String, expected: String, skipped: Int) throws {
    let fix = try fixed(text, format, words, Finding.Fix(replacements: [replacement], isSafe: true))
    #expect(String(decoding: fix.applied(to: Array(text.utf8)), as: UTF8.self) == expected)
    #expect(fix.skipped.count == skipped)
  }

  @Test("that are not safe, or have no replacement, are a person's to make")
  func unsafe() throws {
    #expect(try fixed("The the end.\n", .text, "The the", Finding.Fix(replacements: ["The"], isSafe: false)).edits.isEmpty)
    #expect(try fixed("The the end.\n", .text, "The the", Finding.Fix(replacements: [], isSafe: true)).edits.isEmpty)
  }

  @Test("leave alone what somebody answers for")
  func answered() throws {
    let document = try read("Said twice. <!-- obstat allow p/twice: meant -->\n")
    var judged = gate().judge(report(document))
    judged.findings[0].finding.fix = Finding.Fix(replacements: ["once"], isSafe: true)
    #expect(TextFix(judged).edits.isEmpty)
    judged.findings[0].disposition = nil
    #expect(TextFix(judged).edits.map(\.range) == [5..<10])
  }

  @Test("are not made in other encodings than UTF-8")
  func encodings() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "The the end.\n".utf8.flatMap { [$0, 0] }
    let document = try read(bytes)
    var report = report(document, [Flag(rule: "p/r", category: "c", severity: .note, words: "The the")])
    report.findings[0].finding.fix = Finding.Fix(replacements: ["The"], isSafe: true)
    let fix = TextFix(report)
    #expect(fix.edits.isEmpty)
    #expect(fix.skipped.map(\.why) == ["the file is utf-16le, and only UTF-8 is fixed"])
  }

  @Test("that raise a finding are noticed")
  func gained() throws {
    let before = report(try read("A cure.\n"))
    #expect(TextFix.gained(before, report(try read("Garden.\n"))) == nil)
    #expect(TextFix.gained(before, report(try read("The best.\n"))) == "p/best")
  }

  @Test(
    "are shown as patch takes them",
    arguments: [
      ("a\n", "a\n", ""),
      ("a\nb\nc\n", "a\nB\nc\n", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
      ("a", "b", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
      ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n6\n7\n8\n9\n10\n", "--- a/x\n+++ b/x\n@@ -2,8 +2,8 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n 9\n+10\n"),
      ("", "a\n", "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n"),
    ])
  func difference(old: String, new: String, expected: String) {
    #expect(String(decoding: LineDifference.unified(Array(old.utf8), Array(new.utf8), path: "x"), as: UTF8.self) == expected)
  }

  @Test("far apart are hunks of their own")
  func hunks() {
    let lines = (1...30).map(String.init)
    var changed = lines
    changed[1] = "two"
    changed[24] = "late"
    let text = String(
      decoding: LineDifference.unified(Array(lines.joined(separator: "\n").utf8), Array(changed.joined(separator: "\n").utf8), path: "x"), as: UTF8.self)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,5 +1,5 @@", "@@ -22,7 +22,7 @@"])
  }
}
