import ContentModel
import Fingerprints
import Gate
import Testing

@Suite("The baseline")
struct BaselineTests {
  private func judged(_ text: String, _ baseline: Baseline, path: String = "pages/a.md") throws -> DocumentReport {
    var gate = gate()
    gate.baseline = baseline
    return gate.judge(report(try read(text, path: path)))
  }

  @Test("sets aside what it holds, as often as it holds it, wherever the words move")
  func counts() throws {
    var baseline = Baseline(folder: "/repo")
    baseline.record(report(try read("A cure.\n\nA cure.\n\nThe best.\n")), in: "/repo")
    #expect(baseline.count == 3)
    let same = try judged("# New\n\nThe\nbest.\n\nA cure. A cure.\n", baseline)
    #expect(same.lines == ["p/best 4 baselined", "p/cure 6 baselined", "p/cure 6 baselined"])
    #expect(same.reason == "Nothing stands in the way; 3 in the baseline.")
    #expect(try judged("A cure. A cure. A cure.\n", baseline).lines == ["p/cure 1 baselined", "p/cure 1 baselined", "p/cure 1 open"])
    #expect(try judged("A cure.\n", baseline, path: "pages/b.md").lines == ["p/cure 1 open"])
    #expect(try judged("A cure.\n", baseline, path: "/repo/./pages/a.md").lines == ["p/cure 1 baselined"])
  }

  @Test("knows rules by their former names, and renames them when it is kept up")
  func formerly() throws {
    let text = "pages/a.md\told/cure\t\(Fingerprint.of("old/cure", words: "cure"))\t1\tcure\n"
    var baseline = try Baseline(Array(text.utf8), folder: "/repo")
    #expect(try judged("A cure.\n", baseline).lines == ["p/cure 1 baselined"])
    #expect(baseline.keepOpen(report(try read("A cure. The best.\n")), rules: catalogue, in: "/repo") == 0)
    #expect(baseline.text.split(separator: "\n").dropFirst(2).joined() == "pages/a.md\tp/cure\t\(Fingerprint.of("p/cure", words: "cure"))\t1\tcure")
    #expect(baseline.keepOpen(report(try read("A garden.\n")), rules: catalogue, in: "/repo") == 1)
    #expect(baseline.count == 0)
  }

  @Test("is a sorted text, which reads back as it was written")
  func text() throws {
    var baseline = Baseline(folder: "/repo")
    for path in ["b.md", "a\tb\\n.md", "/other/c.md"] { baseline.record(report(try read("The best cure, twice.\n", path: path)), in: "/repo") }
    let lines = baseline.text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(lines.count == 11)
    #expect(lines[2..<11].map { "\($0[0]) \($0[1])" } == [
      "../other/c.md p/best", "../other/c.md p/cure", "../other/c.md p/twice", "a\\tb\\\\n.md p/best", "a\\tb\\\\n.md p/cure", "a\\tb\\\\n.md p/twice",
      "b.md p/best", "b.md p/cure", "b.md p/twice",
    ])
    let again = try Baseline(Array(baseline.text.utf8), folder: "/repo")
    #expect(again == baseline)
  }

  @Test("that is no baseline is refused", arguments: [
    ("a\tb\n", 1, "has 2 columns, not 5"), ("# x\na\tb\tc\tmany\td\n", 2, "'many' is no number of findings"),
    ("a\tb\tc\t1\td\na\tb\tc\t1\td\n", 2, "stands in the file twice"),
  ])
  func refused(text: String, line: Int, message: String) {
    #expect(throws: Baseline.Mistake(line: line, message: message)) { try Baseline(Array(text.utf8), folder: "/") }
  }

  @Test("holds no findings about suppressions, nor findings that somebody answers for")
  func leftOut() throws {
    let judged = gate().judge(report(try read("Said twice. <!-- obstat allow p/twice: meant -->\n\n<!-- obstat allow p/best: unused -->\n")))
    var baseline = Baseline(folder: "/repo")
    baseline.record(judged, in: "/repo")
    #expect(baseline.count == 0)
  }
}
