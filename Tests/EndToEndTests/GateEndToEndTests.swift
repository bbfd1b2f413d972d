import Foundation
import Testing

@Suite("The gate and its files")
struct GateEndToEndTests {
  /// A repository with two rules of its own, so that whole texts can be compared.
  private func repository(_ files: [String: String]) throws -> Scratch {
    var all: [String: String] = [
      ".git/HEAD": "ref: refs/heads/main\n",
      "rules/p/pack.lua": #"return { title = "P" }"#,
      "rules/p/cure.lua": """
        return {
          id = "p/cure", category = "cures", title = "Cure", severity = "error", message = "“{text}” promises a cure",
          help = "Leave it out.", find = { "cure~" }, formerly = { "p/healing" },
          examples = { flagged = { "A cure." }, clean = { "A ham.", "A walk." } },
        }
        """,
      "rules/p/best.lua": """
        return {
          id = "p/best", category = "superlative", title = "Superlative", severity = "warning", message = "“{text}” compares",
          find = { "best", "very very" },
          check = function(hit)
            if hit.text == "best" then hit:report() else hit:report { fix = "very", safe = true } end
          end,
          examples = { flagged = { "The best.", "A very very long walk." }, clean = { "A ham.", "A walk." } },
        }
        """,
      "obstat.yaml": "rule-folders: [rules]\n",
    ]
    for (name, text) in files { all[name] = text }
    return try Scratch(all.mapValues { Array($0.utf8) })
  }

  private func run(_ arguments: String..., in folder: Scratch) throws -> Program.Result {
    try Program.run(arguments.flatMap { $0.split(separator: " ").map(String.init) }, in: folder.url)
  }

  private func read(_ name: String, _ folder: Scratch) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("gate prints places and titles, no word of the document, and the reason")
  func gate() throws {
    let folder = try repository(["a.md": "A cure.\n\nThe best. <!-- obstat allow p/best: secret -->\n"])
    let result = try run("gate a.md", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        error[p/cure]: Cure
          ╭─▸ a.md:1:3
          = help: Leave it out.

        suppressed[p/best] a.md:3:5 — (line 3)

        a.md: blocked — 1 error, 1 suppressed: p/cure at line 1 blocks publication, as every error does.

        1 document: 1 blocked · 1 error, 1 set aside

        """)
    let shown = try run("gate a.md --show-text", in: folder)
    #expect(
      shown.output == """
        error[p/cure]: “cure” promises a cure
          ╭─▸ a.md:1:3
        1 │ A cure.
          │   ━━━━
          = help: Leave it out.

        suppressed[p/best] a.md:3:5 — secret (line 3)

        a.md: blocked — 1 error, 1 suppressed: p/cure at line 1 blocks publication, as every error does.

        1 document: 1 blocked · 1 error, 1 set aside

        """)
    for format in ["json", "ndjson"] {
      let output = try run("gate a.md --format \(format)", in: folder).output
      #expect(output.contains(#""text""#) && !output.contains("“cure”") && !output.contains("secret"))
    }
    let refused = try run("gate a.md --format html", in: folder)
    #expect(refused.status == 2)
    #expect(
      refused.errors == """
        Error: html shows the documents' words: write it to a file with --output, or print it with --show-text
        Usage: obstat gate [<options>] [<paths> ...]
          See 'obstat gate --help' for more information.

        """)
    #expect(try run("gate a.md --format json --output report.json", in: folder).status == 1)
    #expect(try read("report.json", folder).contains(#""text": "cure""#))
  }

  @Test("gate leaves as scan does, by the policy at the repository's root")
  func exits() throws {
    let folder = try repository(["a.md": "The best.\n", "b.md": "A garden.\n", "c.pdf": "%PDF-1.4", "sub/a.md": "The best.\n"])
    #expect(try run("gate b.md", in: folder).status == 0)
    #expect(try run("gate a.md", in: folder).status == 1)
    #expect(try run("gate a.md --fail-on blocked", in: folder).status == 0)
    #expect(try run("gate a.md --exit-zero", in: folder).status == 0)
    #expect(try run("gate b.md c.pdf", in: folder).status == 3)
    #expect(try run("gate a.md c.pdf", in: folder).status == 3)
    #expect(try run("gate nowhere.md", in: folder).status == 2)
    try Data("rule-folders: [rules]\ngate: {severities: {warning: clear}}\n".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try run("gate a.md", in: folder).status == 0)
    // A folder's policy may be stricter, and milder only by leave.
    let nested = folder.url.appendingPathComponent("sub/obstat.yaml")
    try Data("gate: {severities: {warning: blocked, error: clear}}\n".utf8).write(to: nested)
    #expect(
      try run("gate sub/a.md", in: folder).output.hasSuffix(
        "sub/a.md: blocked — 1 warning: p/best at line 1 blocks publication, as every warning does (sub/obstat.yaml:1).\n\n1 document: 1 blocked · 1 warning\n"))
    try Data("gate: {may-weaken: [folders]}\n".utf8).write(to: nested)
    let forbidden = try run("gate . --format json", in: folder)
    #expect(forbidden.status == 2)
    #expect(
      forbidden.errors
        == "sub/obstat.yaml:1:1: error: 'gate.may-weaken' may not stand in a folder's configuration\n  help: it belongs into the configuration at the repository's root\n")
    try Data("rule-folders: [rules]\ngate: {sevrities: {}}\n".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    let mistake = try run("gate b.md", in: folder)
    #expect(mistake.status == 2)
    #expect(mistake.errors.hasPrefix("obstat.yaml:2:8: error: unknown key 'sevrities' in 'gate' (did you mean 'severities'?)\n"))
  }

  @Test("a document cannot choose milder rules by what it says of itself, unless the policy lets it", arguments: [[], ["--isolate"]])
  func ownWord(options: [String]) throws {
    let overrides = "overrides:\n- market: US\n  rules: {p/best: off}\n- audience: professional\n  rules: {p/best: off}\n"
    let folder = try repository([
      "us.md": "---\nmarket: US\n---\n\nThe best tea.\n", "experts.md": "---\naudience: professional\n---\n\nThe best tea.\n",
      "obstat.yaml": "rule-folders: [rules]\n" + overrides,
    ])
    func verdicts(_ command: String) throws -> [String] {
      let result = try run("\(command) us.md experts.md --format ndjson \(options.joined(separator: " "))", in: folder)
      return result.output.split(whereSeparator: \.isNewline).compactMap { line in
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["verdict"] as? String
      }
    }
    #expect(try verdicts("scan") == ["clear", "clear"])
    #expect(try verdicts("gate") == ["review", "review"])
    try Data("rule-folders: [rules]\ngate: {may-weaken: [documents]}\n\(overrides)".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try verdicts("gate") == ["clear", "clear"])
    // Somebody whose word counts says it.
    try Data("rule-folders: [rules]\ndocument: {market: US}\n\(overrides)".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try verdicts("gate") == ["clear", "clear"])
  }

  @Test("what cannot be checked is never clear, whatever the policy")
  func failsClosed() throws {
    let folder = try repository([
      "fr.md": "Le jardin est ouvert tous les jours de la semaine, et les chiens sont les bienvenus avec leurs maîtres dans notre maison.\n",
      "rules/p/broken.lua": """
        return {
          id = "p/broken", category = "c", title = "B", severity = "note", message = "m", find = { "garden" },
          check = function(hit) if hit.text == "Garden" then error("no") end hit:report() end,
          examples = { flagged = { "A garden." }, clean = { "A ham.", "A walk." } },
        }
        """,
      "bad.md": "Garden walks are held at noon.\n", "obstat.yaml": "rule-folders: [rules]\ngate: {categories: {engine: clear}, severities: {warning: clear}}\n",
    ])
    for name in ["fr.md", "bad.md"] {
      let result = try run("gate \(name)", in: folder)
      #expect(result.status == 1)
      #expect(result.output.contains("as what could not be checked always does."))
    }
  }

  @Test("waivers are added, hold, lapse, expire and are pruned")
  func waivers() throws {
    let folder = try repository(["pages/a.md": "A cure.\n\nThe best.\n", "pages/b.md": "We cured him. It cures.\n"])
    func add(_ arguments: [String]) throws -> Program.Result {
      try Program.run(
        ["waivers", "add"] + arguments + ["--reason", "Licensed: for it", "--approver", "Dr A. Roe", "--today", "2026-11-25"], in: folder.url)
    }
    var result = try add(["pages/a.md", "--rule", "p/healing", "--expires", "2027-05-01", "--ticket", "LEGAL-7"])
    #expect(result.output == "waivers.yaml: p/cure waived in pages/a.md until 2027-05-01\n  “cure”\n")
    #expect(result.status == 0)
    let written = """
      # Findings that a responsible person lets stand: each for the words named, and until the day named.
      # Entries are made by `obstat waivers add`; see `obstat waivers list` and `obstat waivers check`.
      waivers:
        - rule: p/cure
          document: pages/a.md
          fingerprint: "FINGERPRINT"
          words: cure
          reason: "Licensed: for it"
          approver: "Dr A. Roe"
          granted: 2026-11-25
          expires: 2027-05-01
          ticket: "LEGAL-7"

      """
    let text = try read("waivers.yaml", folder)
    let fingerprint = try #require(text.split(separator: "\"").first { $0.count == 32 })
    #expect(text == written.replacing("FINGERPRINT", with: fingerprint))
    // Refusals.
    result = try add(["pages/a.md", "--rule", "p/cure", "--expires", "2027-05-01"])
    #expect(result.errors == "error: these words are waived already\n  help: obstat waivers list\n")
    #expect(result.status == 2)
    result = try add(["pages/b.md", "--rule", "p/cure", "--expires", "2027-05-01"])
    #expect(
      result.errors
        == "error: p/cure flags several places in pages/b.md\n  line 1: “cured”\n  line 1: “cures”\n  help: give the words of one with --words\n")
    #expect(result.status == 1)
    result = try add(["pages/b.md", "--rule", "p/best", "--expires", "2027-05-01"])
    #expect(result.errors == "error: pages/b.md has no finding of p/best\n")
    #expect(result.status == 1)
    result = try add(["pages/b.md", "--rule", "p/bset", "--expires", "2027-05-01"])
    #expect(result.errors == "error: no rule 'p/bset'\n  help: did you mean 'p/best'?\n")
    #expect(result.status == 2)
    result = try add(["pages/b.md", "--rule", "p/cure", "--expires", "2026-11-24"])
    #expect(result.errors == "error: the waiver would have expired on 2026-11-24\n  help: give a day to come with --expires\n")
    result = try add(["pages/b.md", "--rule", "p/cure", "--words", "cured", "--whole-category", "--documents", "pages/*.md", "--expires", "2026-12-01"])
    #expect(result.output == "waivers.yaml: cures waived in pages/*.md until 2026-12-01\n  “cured”\n")
    #expect(try add(["gone.md", "--rule", "p/cure", "--expires", "2027-05-01"]).status == 2)
    // In force.
    #expect(
      try run("waivers list --today 2026-11-25", in: folder).output == """
        waivers.yaml:4: p/cure in pages/a.md, in force until 2027-05-01
          “cure”
          Licensed: for it
          granted on 2026-11-25 by Dr A. Roe, LEGAL-7
        waivers.yaml:13: category cures in pages/*.md, in force until 2026-12-01
          “cured”
          Licensed: for it
          granted on 2026-11-25 by Dr A. Roe
        2 waivers: 2 in force

        """)
    let gate = try run("gate pages --today 2026-11-25", in: folder)
    #expect(
      gate.output == """
        warning[p/best]: Superlative
          ╭─▸ pages/a.md:3:5

        waived[p/cure] pages/a.md:1:3 — Licensed: for it (Dr A. Roe until 2027-05-01, LEGAL-7)

        pages/a.md: review — 1 warning, 1 waived: p/best at line 3 asks for review, as every warning does.

        error[p/cure]: Cure
          ╭─▸ pages/b.md:1:18
          = help: Leave it out.

        waived[p/cure] pages/b.md:1:4 — Licensed: for it (Dr A. Roe until 2026-12-01)

        pages/b.md: blocked — 1 error, 1 waived: p/cure at line 1 blocks publication, as every error does.

        findings  documents  severity  rule
               1          1  error     p/cure
               1          1  warning   p/best

        2 documents: 1 blocked, 1 to review · 1 error, 1 warning, 2 set aside

        """)
    // Lapsed and expired.
    try Data("A cure, now.\n\nNo cured ham.\n".utf8).write(to: folder.url.appendingPathComponent("pages/a.md"))
    try Data("It helps.\n".utf8).write(to: folder.url.appendingPathComponent("pages/b.md"))
    #expect(
      try run("waivers check pages --today 2026-11-25", in: folder).output
        == "waivers.yaml:13: note: the waiver of cures for “cured” expires on 2026-12-01, in 6 days\n2 waivers: 2 in force\n")
    try Data("It helps.\n".utf8).write(to: folder.url.appendingPathComponent("pages/a.md"))
    let check = try run("waivers check pages --today 2026-12-02", in: folder)
    #expect(
      check.output == """
        waivers.yaml:4: warning: the waiver of p/cure for “cure” has lapsed: the words are not found in pages/a.md
        waivers.yaml:13: warning: the waiver of cures for “cured” expired on 2026-12-01
        2 waivers: 1 in force, 1 expired

        """)
    #expect(check.status == 1)
    try Data("No cured ham.\n".utf8).write(to: folder.url.appendingPathComponent("pages/b.md"))
    #expect(try run("gate pages/b.md --today 2026-12-02", in: folder).output.contains("error[p/cure]: Cure\n  ╭─▸ pages/b.md:1:4\n"))
    #expect(try run("gate pages/b.md --today 2026-12-02", in: folder).output.contains("warning[engine/expired-waiver]: Waiver past its date\n  ╭─▸ pages/b.md:1:4\n"))
    // Pruned, comments kept.
    try Data((try read("waivers.yaml", folder) + "# Ours.\n").utf8).write(to: folder.url.appendingPathComponent("waivers.yaml"))
    #expect(
      try run("waivers prune --today 2026-12-02", in: folder).output
        == "waivers.yaml:13: taken out, expired on 2026-12-01: cures for “cured” in pages/*.md\n1 taken out, 1 left\n")
    #expect(try read("waivers.yaml", folder) == text + "# Ours.\n")
    #expect(
      try run("waivers prune pages --today 2026-12-02", in: folder).output
        == "waivers.yaml:4: taken out, lapsed: p/cure for “cure” in pages/a.md\n1 taken out, 0 left\n")
  }

  @Test("no waiver holds longer than the policy lets it, whatever its own day says")
  func longestWaiver() throws {
    let entry = """
      waivers:
        - rule: p/cure
          document: a.md
          fingerprint: "b96547a565e5fa84ad80984df7b65a5e"
          words: cure
          reason: because
          approver: Dr A. Roe
          granted: 2026-11-25
          expires: 9999-12-31

      """
    let folder = try repository([
      "a.md": "A cure.\n", "waivers.yaml": entry, "obstat.yaml": "rule-folders: [rules]\ngate:\n  longest-waiver-days: 40\n", "sub/b.md": "A cure.\n",
    ])
    #expect(try run("gate a.md --today 2027-01-04", in: folder).status == 0)
    let expired = try run("gate a.md --today 2027-01-05 --show-text", in: folder)
    #expect(expired.status == 1)
    #expect(expired.output.contains("the waiver of p/cure for these words expired on 2027-01-04"))
    #expect(
      try run("waivers list --today 2027-01-04", in: folder).output.hasPrefix("waivers.yaml:2: p/cure in a.md, in force until 2027-01-04\n"))
    #expect(
      try run("waivers check --today 2027-01-01", in: folder).output
        == "waivers.yaml:2: note: the waiver of p/cure for “cure” expires on 2027-01-04, in 3 days\n1 waiver: 1 in force\n")
    func add(_ day: String) throws -> Program.Result {
      try Program.run(
        ["waivers", "add", "sub/b.md", "--rule", "p/cure", "--reason", "so", "--approver", "A. Roe", "--today", "2026-11-25", "--expires", day], in: folder.url)
    }
    let refused = try add("2027-01-05")
    #expect(refused.status == 2)
    #expect(
      refused.errors
        == "error: a waiver may last 40 days (obstat.yaml:3), until 2027-01-04\n  help: give that day or an earlier one with --expires\n")
    #expect(try read("waivers.yaml", folder) == entry)
    #expect(try add("2027-01-04").status == 0)
    #expect(
      try run("waivers prune --today 2027-01-05", in: folder).output.hasSuffix("taken out, expired on 2027-01-04: p/cure for “cure” in sub/b.md\n2 taken out, 0 left\n"))
    // A folder has no say in it, and none is less than a day.
    try Data("gate: {longest-waiver-days: 900}\n".utf8).write(to: folder.url.appendingPathComponent("sub/obstat.yaml"))
    #expect(
      try run("gate sub", in: folder).errors.hasPrefix("sub/obstat.yaml:1:1: error: 'gate.longest-waiver-days' may not stand in a folder's configuration\n"))
    try Data("gate: {longest-waiver-days: 0}\n".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try run("gate a.md", in: folder).status == 2)
  }

  /// Everything that an author writes, marked, in places that messages are made of.
  @Test("no format tells a word of a document on standard output or standard error", arguments: [[], ["--isolate", "--progress"]])
  func noWords(options: [String]) throws {
    let folder = try repository([
      "in/a.md": """
        ---
        title: GEHEIM
        market: GEHEIM
        product: GEHEIM
        lang: GEHEIM
        obstat-allow:
          GEHEIM: because
          p/best: GEHEIM
        ---
        # GEHEIM cure {#GEHEIM}

        GEHEIM cure [x](GEHEIM) <!-- obstat GEHEIM: GEHEIM --> ![cure](GEHEIM) <!-- obstat allow GEHEIM/x: GEHEIM -->

        <!-- obstat allow p/cur: GEHEIM --> <!-- obstat GEHEIM --> Never fails: a walk.

        | GEHEIM | b |
        |---|---|
        | cure best | GEHEIM |

        """,
      "in/b.html": "<meta charset=GEHEIM><html lang=GEHEIM><title>GEHEIM</title><p id=GEHEIM>A cure GEHEIM.", "in/c.txt": "GEHEIM \u{0} binary",
      "in/d.txt": "GEHEIM walk.\n",
      "rules/p/tells.lua": """
        return {
          id = "p/tells", category = "c", title = "Tells", severity = "note", message = "m {text}", find = { "walk" },
          check = function(hit)
            if hit.sentence.text:find("fails", 1, true) then error("failed at " .. hit.sentence.text .. " of GEHEIM") end
            hit:report { message = hit.sentence.text, help = hit.sentence.text, fix = "GEHEIM" }
          end,
          examples = { flagged = { "A walk." }, clean = { "A ham.", "A hut." } },
        }
        """,
    ])
    let formats = ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "rdjson", "rdjsonl", "checkstyle", "csv", "markdown"]
    for format in formats {
      let result = try Program.run(["gate", "in", "--format", format] + options, in: folder.url)
      #expect(result.status == 3)
      let told = result.output + result.errors
      #expect(told.contains("p/cure") && told.contains("c.txt"), "\(format) tells nothing")
      #expect(!told.contains("GEHEIM"), "\(format): \(told)")
    }
    // There was something to tell.
    #expect(try run("gate in --show-text --format json", in: folder).output.components(separatedBy: "GEHEIM").count > 10)
  }

  @Test("the page of the gate shows a policy of names that are in force, and a waiver that holds")
  func page() throws {
    let text = try String(contentsOf: Program.repository.appendingPathComponent("Documentation/Gate.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let policy = try #require(blocks.first { $0.hasPrefix("gate:\n") })
    let waivers = try #require(blocks.first { $0.hasPrefix("waivers:\n") })
    let folder = try Scratch([
      ".git/HEAD": [], "obstat.yaml": Array(policy.utf8), "waivers.yaml": Array(waivers.utf8),
      "pages/spine.md": Array("# Spine\n\nWe guarantee that you will walk again.\n".utf8),
    ])
    let result = try run("gate pages --today 2026-11-25 --format json", in: folder)
    #expect(result.errors.isEmpty)
    let documents = try #require((JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])?["documents"] as? [[String: Any]])
    let findings = try #require(documents.first?["findings"] as? [[String: Any]])
    let waived = findings.filter { ($0["disposition"] as? [String: Any])?["kind"] as? String == "waived" }
    #expect(waived.compactMap { $0["rule"] as? String } == ["health/guaranteed-outcome"])
    // Every key of the section is shown or spoken of.
    let schema = try String(contentsOf: Program.repository.appendingPathComponent("Documentation/obstat.schema.json"), encoding: .utf8)
    let gate = try #require((JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any])?["properties"] as? [String: Any])["gate"]
    let keys = try #require((gate as? [String: Any])?["properties"] as? [String: Any]).keys
    #expect(keys.count >= 10)
    for key in keys { #expect(text.contains("\n  \(key):") || text.contains("`\(key)`"), "\(key)") }
  }

  @Test("a file of waivers with a mistake stops the gate")
  func waiverMistakes() throws {
    let folder = try repository(["a.md": "A garden.\n", "waivers.yaml": "waivers:\n  - rule: p/cure\n"])
    let result = try run("gate a.md", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("waivers.yaml:2:5: error: the entry lacks 'document'\n  2 |   - rule: p/cure\n    |     ^\n"))
    #expect(try run("gate a.md --waivers gone.yaml", in: folder).errors == "gone.yaml: error: cannot be read: no such file or directory\n")
  }

  @Test("the baseline is made, counts, shrinks and is shown")
  func baseline() throws {
    let folder = try repository(["a.md": "A cure.\n\nThe best.\n", "b.md": "The best.\n"])
    var result = try run("baseline create .", in: folder)
    #expect(result.output == "obstat-baseline.tsv: 3 findings in 2 documents\n")
    #expect(result.status == 0)
    result = try run("baseline create .", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix("obstat-baseline.tsv exists\n  help: keep it up with obstat baseline update, or write over it with --force\n"))
    #expect(try run("baseline show", in: folder).output == "a.md\n  p/best “best”\n  p/cure “cure”\nb.md\n  p/best “best”\n3 findings in 2 documents\n")
    #expect(try run("gate .", in: folder).status == 0)
    try Data("A new cure.\n\nThe best of the best.\n".utf8).write(to: folder.url.appendingPathComponent("a.md"))
    #expect(
      try run("gate a.md", in: folder).output == """
        warning[p/best]: Superlative
          ╭─▸ a.md:3:17

        a.md: review — 1 warning, 2 in the baseline: p/best at line 3 asks for review, as every warning does.

        1 document: 1 to review · 1 warning, 2 set aside

        """)
    try Data("A walk. The best of the best.\n".utf8).write(to: folder.url.appendingPathComponent("a.md"))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("b.md"))
    #expect(try run("baseline update a.md", in: folder).output == "obstat-baseline.tsv: 2 findings fixed and forgotten, 1 finding left\n")
    #expect(try run("baseline show", in: folder).output == "a.md\n  p/best “best”\n1 finding in 1 document\n")
    try Data("nonsense\n".utf8).write(to: folder.url.appendingPathComponent("obstat-baseline.tsv"))
    result = try run("gate a.md", in: folder)
    #expect(result.status == 2)
    #expect(result.errors == "obstat-baseline.tsv:1: error: has 1 columns, not 5\n  help: make the file anew with obstat baseline create\n")
  }

  @Test("compare says what is new, fixed and open")
  func compare() throws {
    let folder = try repository(["old.md": "A cure.\n\nThe best.\n\nIt cures.\n", "new.md": "The best.\n\nIs it cured?\n\nA\ncure.\n"])
    let result = try run("compare old.md new.md", in: folder)
    #expect(
      result.output == """
        new error[p/cure] new.md:3:7: “cured” promises a cure
        fixed error[p/cure] old.md:5:4: “cures” promises a cure
        open warning[p/best] new.md:1:5 (moved from line 3): “best” compares
        open error[p/cure] new.md:6:1: “cure” promises a cure

        old.md → new.md: 1 new, 1 fixed, 2 still open, 1 of them moved

        """)
    #expect(result.status == 1)
    #expect(try run("compare old.md old.md", in: folder).status == 0)
    #expect(try run("compare old.md new.md --exit-zero", in: folder).status == 0)
    #expect(try run("compare old.md gone.md", in: folder).status == 2)
    let json = try run("compare old.md new.md --format json", in: folder).output
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["added"] as? [[String: Any]])?.compactMap { $0["text"] as? String } == ["cured"])
    #expect((object["fixed"] as? [[String: Any]])?.compactMap { $0["text"] as? String } == ["cures"])
    #expect((object["open"] as? [[String: Any]])?.compactMap { $0["moved"] as? Bool } == [true, false])
  }

  @Test("fix shows and makes safe replacements")
  func fix() throws {
    let folder = try repository([
      "a.md": "A very very very long walk.\n\nThe best.\n", "b.html": "<p>A very <b>very</b> long walk.</p>", "c.txt": "A very very long walk.\n",
    ])
    let diff = try run("fix . --diff", in: folder)
    #expect(diff.status == 1)
    #expect(
      diff.output == """
        --- a/a.md
        +++ b/a.md
        @@ -1,3 +1,3 @@
        -A very very very long walk.
        +A very long walk.
         
         The best.
        --- a/c.txt
        +++ b/c.txt
        @@ -1 +1 @@
        -A very very long walk.
        +A very long walk.

        """)
    #expect(diff.errors == "./b.html:1: left as it is (p/best): markup stands between the words\n3 fixes to make in 2 documents\n")
    #expect(try read("a.md", folder).hasPrefix("A very very very"))
    let applied = try run("fix . --apply", in: folder)
    #expect(applied.status == 0)
    #expect(applied.output == "./a.md: 2 fixes\n./c.txt: 1 fix\n")
    #expect(try read("a.md", folder) == "A very long walk.\n\nThe best.\n")
    #expect(try run("fix . --diff", in: folder).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == [".git", "a.md", "b.html", "c.txt", "obstat.yaml", "rules"])
    #expect(try run("fix .", in: folder).errors.hasPrefix("Error: say either --diff, to see what would change, or --apply, to change it\n"))
  }

  @Test("a rule must say fixes as they can be made")
  func ruleMistakes() throws {
    for (option, message) in [
      ("safe = true", "hit:report: 'safe' says that 'fix' is right in any text, and there is no 'fix'"),
      ("fix = 3", "hit:report: 'fix' must be a string or a list of strings, got a number"),
      ("fix = { 'a', true }", "hit:report: 'fix' must be a string or a list of strings, got a boolean"),
      ("fix = 'a\\n'", "hit:report: a fix holds a line break or another control character"), ("fix = 'a', safe = 1", "hit:report: 'safe' must be a boolean, got a number"),
    ] {
      let folder = try repository([
        "a.md": "A garden.\n",
        "rules/p/r.lua": """
          return { id = "p/r", category = "c", title = "R", severity = "note", message = "m", find = { "garden" },
            check = function(hit) hit:report { \(option) } end,
            examples = { flagged = { "A garden." }, clean = { "A ham.", "A walk." } } }
          """,
      ])
      let output = try run("scan a.md", in: folder).output
      #expect(output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(message), "\(output)")
    }
  }

  @Test("everything is the same with isolated workers")
  func isolated() throws {
    let folder = try repository(["a.md": "A cure. <!-- obstat allow p/best: no -->\n\nThe best. <!-- obstat allow p/best: so -->\n\nA very very long walk.\n"])
    let plain = try run("gate a.md --format json --show-text", in: folder)
    #expect(plain.output.contains(#""fix": {"safe": true, "replacements": ["very"]}"#))
    #expect(plain.output == (try run("gate a.md --format json --show-text --isolate", in: folder).output))
  }
}
