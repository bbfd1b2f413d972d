import Analysis
import Gate
import Testing

@Suite("The file of waivers")
struct WaiverFileTests {
  private static let entry = """
    # What legal let stand.
    waivers:
      # The spine page.
      - rule: p/cure
        document: pages/a.md
        fingerprint: \(Waiver.fingerprint(.rule("p/cure"), words: "a cure"))
        words: a cure
        reason: Licensed for it.   # see the dossier
        approver: Dr A. Roe
        granted: 2026-01-01
        expires: 2026-12-31

      # The heart page.
      - category: cures
        document: "pages/*.md"
        fingerprint: \(Waiver.fingerprint(.category("cures"), words: "to cure"))
        words: "to
          cure"
        reason: Quoted.
        approver: Dr A. Roe
        granted: 2026-01-01
        expires: 2026-06-30
        ticket: LEGAL-7
    # The end.

    """

  private func file(_ text: String) throws -> WaiverFile { try WaiverFile(Array(text.utf8), path: "waivers.yaml", folder: "/repo") }

  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try WaiverFile(Array(text.utf8), path: "waivers.yaml", folder: "/repo")
      return []
    } catch { return error.errors.map { "\($0.line ?? 0):\($0.column ?? 0): \($0.message)" } }
  }

  private var new: Waiver {
    get throws {
      try Waiver(
        subject: .rule("p/best"), document: "pages/b c.md", folder: "/repo", fingerprint: Waiver.fingerprint(.rule("p/best"), words: "“best”: 1\\2"),
        words: "“best”: 1\\2", reason: "So say \"they\": # yes", approver: "on", granted: Day("2026-11-25")!, expires: Day("2027-11-25")!, ticket: nil)
    }
  }

  @Test("is read whole")
  func read() throws {
    let waivers = try file(Self.entry).waivers
    #expect(waivers.map(\.subject) == [.rule("p/cure"), .category("cures")])
    #expect(waivers.map(\.words) == ["a cure", "to cure"])
    #expect(waivers.map(\.document) == ["pages/a.md", "pages/*.md"])
    #expect(waivers.map(\.ticket) == [nil, "LEGAL-7"])
    #expect(waivers.map(\.line) == [4, 14])
    #expect(waivers.map { $0.state(on: today) } == [.inForce, .expired])
  }

  @Test("takes a new entry behind the last, and keeps every other line")
  func add() throws {
    let entry = """
        - rule: p/best
          document: "pages/b c.md"
          fingerprint: "\(Waiver.fingerprint(.rule("p/best"), words: "“best”: 1\\2"))"
          words: "“best”: 1\\\\2"
          reason: "So say \\"they\\": # yes"
          approver: "on"
          granted: 2026-11-25
          expires: 2027-11-25

      """
    let text = String(decoding: try file(Self.entry).adding(try new), as: UTF8.self)
    #expect(text == Self.entry.replacing("    ticket: LEGAL-7\n", with: "    ticket: LEGAL-7\n" + entry))
    for start in ["", "# Ours.\n", "waivers:\n", "waivers: [] # none yet\n", "# Ours.\nwaivers: ~"] {
      let text = String(decoding: try file(start).adding(try new), as: UTF8.self)
      #expect(try file(text).waivers.map(\.words) == ["“best”: 1\\2"], "\(start)")
      #expect(text.hasSuffix("\n" + entry), "\(start)")
      for comment in ["# Ours.", "# none yet"] where start.contains(comment) { #expect(text.contains(comment)) }
    }
  }

  @Test("loses an entry, and no comment")
  func remove() throws {
    let lines = Self.entry.split(separator: "\n", omittingEmptySubsequences: false)
    let first = String(decoding: try file(Self.entry).removing([0]), as: UTF8.self)
    #expect(first == (lines[..<3] + lines[11...]).joined(separator: "\n"))
    let both = String(decoding: try file(Self.entry).removing([0, 1]), as: UTF8.self)
    #expect(both == "# What legal let stand.\nwaivers:\n  # The spine page.\n\n  # The heart page.\n# The end.\n")
    #expect(try file(Self.entry).removing([]) == Array(Self.entry.utf8))
  }

  @Test("that cannot be changed line by line is left alone")
  func flow() throws {
    let fingerprint = Waiver.fingerprint(.rule("r"), words: "w")
    let text = "waivers: [{rule: r, document: d, fingerprint: \"\(fingerprint)\", words: w, reason: x, approver: a, granted: 2026-01-01, expires: 2026-01-02}]\n"
    let file = try file(text)
    #expect(file.waivers.count == 1)
    #expect(throws: WaiverFileErrors.self) { try file.removing([0]) }
    #expect(throws: WaiverFileErrors.self) { try file.adding(try new) }
  }

  @Test(
    "is refused with place and reason",
    arguments: [
      ("- a\n", ["1:1: should hold a list under 'waivers'"]),
      ("waiver: []\n", ["1:1: unknown key 'waiver'"]),
      ("waivers: none\n", ["1:10: 'waivers' should be a list of entries"]),
      ("waivers:\n  - rul: x\n", [
        "2:5: the entry lacks 'document'", "2:5: the entry lacks 'fingerprint'", "2:5: the entry lacks 'words'", "2:5: the entry lacks 'reason'",
        "2:5: the entry lacks 'approver'", "2:5: the entry lacks 'granted'", "2:5: the entry lacks 'expires'",
        "2:5: unknown key 'rul' (did you mean 'rule'?)", "2:5: the entry should name either 'rule' or 'category'",
      ]),
      ("waivers: [\n", ["2:1: syntax error: did not find expected node content"]),
      ("waivers: &a\n  - *a\n", ["1:0: is nested more deeply than such a file can be, or uses anchors"]),
    ])
  func refused(text: String, expected: [String]) {
    #expect(mistakes(text).sorted() == expected.sorted())
  }

  @Test("whose words or fingerprint were changed by hand is refused")
  func tampered() {
    #expect(mistakes(Self.entry.replacing("words: a cure", with: "words: any cure")) == ["6:18: the fingerprint is not that of the words: one of them was changed"])
    #expect(mistakes(Self.entry.replacing("expires: 2026-12-31", with: "expires: 2025-12-31")) == ["11:14: 'expires' lies before 'granted'"])
    #expect(mistakes(Self.entry.replacing("expires: 2026-12-31", with: "expires: soon")) == ["11:14: 'expires' should be a day as YYYY-MM-DD, not 'soon'"])
  }
}
