import Foundation
import Testing

@Suite("A scan under a configuration")
struct ConfigurationTests {
  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let guilty = bytes("Our treatment is gentle. We guarantee that you will walk again within a week.\n")

  private func rules(_ arguments: [String], _ folder: Scratch) throws -> [String: [String]] {
    let report = try Program.json(arguments, in: folder.url)
    var found: [String: [String]] = [:]
    for document in report["documents"] as? [[String: Any]] ?? [] {
      found[document["path"] as? String ?? ""] = (document["findings"] as? [[String: Any]] ?? []).map {
        "\($0["severity"] ?? "") \($0["rule"] ?? "")"
      }
    }
    return found
  }

  @Test("switches and weighs rules by place, in workers too")
  func places() throws {
    let folder = try Scratch([
      ".git": [], "page.txt": Self.guilty, "off/page.txt": Self.guilty, "mild/page.txt": Self.guilty,
      "obstat.yaml": Self.bytes(
        "rules: {health/guaranteed-outcome: error}\noverrides:\n- files: off/\n  packs: {health: off, selling: off}\n"),
      "mild/obstat.yaml": Self.bytes("rules: {health/guaranteed-outcome: note}\n"),
    ])
    let plain = try rules(["page.txt", "off", "mild"], folder)
    #expect(plain["page.txt"]?.contains("error health/guaranteed-outcome") == true)
    #expect(plain["off/page.txt"]?.contains { $0.contains("health/") } == false)
    #expect(plain["mild/page.txt"]?.contains("note health/guaranteed-outcome") == true)
    #expect(try rules(["page.txt", "off", "mild", "--isolate"], folder) == plain)
    // Under a file that the user names, folders have none.
    let named = try rules(["mild", "--config", "obstat.yaml"], folder)
    #expect(named["mild/page.txt"]?.contains("error health/guaranteed-outcome") == true)
  }

  @Test("shows results as the configuration says, unless the command line says otherwise")
  func output() throws {
    let folder = try Scratch([
      ".git": [], "page.txt": Self.bytes("This brand is recyclable and green, and it is the best.\n"),
      "obstat.yaml": Self.bytes("output: {format: csv, fail-on: blocked}\nrules: {green/vague-green-claim: warning}\n"),
    ])
    let configured = try Program.run(["scan", "page.txt"], in: folder.url)
    #expect(configured.status == 0)
    #expect(try Program.run(["scan", "page.txt", "--format", "csv"], in: folder.url).output == configured.output)
    let chosen = try Program.run(["scan", "page.txt", "--format", "ndjson", "--fail-on", "review"], in: folder.url)
    #expect(chosen.status == 1)
    #expect(chosen.output.hasPrefix("{"))
    // A page goes to a file.
    try Data("output: {format: html}\n".utf8).write(to: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try !Program.run(["scan", "page.txt"], in: folder.url).output.contains("<html"))
    _ = try Program.run(["scan", "page.txt", "--output", "page.html"], in: folder.url)
    #expect(try String(contentsOf: folder.url.appendingPathComponent("page.html"), encoding: .utf8).contains("<html"))
  }

  @Test("adds words to lists, in workers too")
  func lexicons() throws {
    let folder = try Scratch([
      ".git": [], "page.txt": Self.bytes("Our drops cure zorblax fever for good.\n"),
      "obstat.yaml": Self.bytes("lexicons: {health/diseases: [zorblax fever]}\n"),
    ])
    let found = try rules(["page.txt"], folder)
    #expect(found["page.txt"]?.isEmpty == false)
    #expect(try rules(["page.txt", "--isolate"], folder) == found)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("obstat.yaml"))
    #expect(try rules(["page.txt"], folder)["page.txt"] != found["page.txt"])
  }

  @Test("stops where it names what the rules do not have")
  func unknown() throws {
    let folder = try Scratch([
      ".git": [], "page.txt": Self.guilty,
      "obstat.yaml": Self.bytes("packs: {heath: off}\nrules:\n  guaranteed-outcome: off\nlexicons: {health/disease: [a]}\n"),
    ])
    let expected = """
      obstat.yaml:1:9: error: no pack 'heath' (did you mean 'health'?)
        1 | packs: {heath: off}
          |         ^^^^^
      obstat.yaml:3:3: error: no rule 'guaranteed-outcome' (did you mean 'health/guaranteed-outcome'?)
        3 |   guaranteed-outcome: off
          |   ^^^^^^^^^^^^^^^^^^
        help: obstat rules list
      obstat.yaml:4:12: error: no word list 'health/disease' (did you mean 'health/diseases'?)
        4 | lexicons: {health/disease: [a]}
          |            ^^^^^^^^^^^^^^

      """
    for arguments in [["scan", "page.txt"], ["config", "check"], ["config", "show", "page.txt"]] {
      let result = try Program.run(arguments, in: folder.url)
      #expect(result.status == 2)
      #expect(result.errors == expected)
    }
  }

  @Test("is shown with the place of every value")
  func show() throws {
    let policy = "gate:\n  severities: {warning: blocked}\n  thresholds: [{at-least: 3, of: cure, verdict: blocked}]\n  markets: {US: {documents: [us/], categories: {cure: review}}}\n  longest-waiver-days: 90\n"
    let folder = try Scratch([
      ".git": [], "us/page.md": Self.bytes("---\naudience: patients\n---\n\nWe guarantee that you will walk again.\n"),
      "house.yaml": Self.bytes("limits: {nesting: 12}\npacks: {finance: off}\n"),
      "obstat.yaml": Self.bytes("extends: house.yaml\nnames: ['{market}/**']\nrules: {health/guaranteed-outcome: {default: note, US: warning}}\n" + policy),
    ])
    let result = try Program.run(["config", "show", "us/page.md"], in: folder.url)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    for line in [
      "configuration house.yaml, obstat.yaml", "market us (obstat.yaml:2)", "audience patients (the document itself)",
      "product not known (standard)", "finance off (house.yaml:2)", "health on (standard)",
      "health/guaranteed-outcome warning (obstat.yaml:3)", "nesting 12 (house.yaml:1)", "worker-seconds 60 (standard)",
      "format as the command line says (standard)", "every error blocked (standard)", "every warning blocked (obstat.yaml:5)",
      "3 of cure blocked (obstat.yaml:6)", "documents of US us/ (obstat.yaml:7)", "cure in US review (obstat.yaml:7)",
      "suppressible note, warning (standard)", "may-weaken nothing (standard)", "waivers waivers.yaml at the root (standard)",
      "longest-waiver-days 90 (obstat.yaml:8)", "baseline obstat-baseline.tsv at the root (standard)",
    ] {
      #expect(lines.contains(line), "\(line)\n\(result.output)")
    }
    #expect(try Program.run(["config", "check"], in: folder.url).output == "house.yaml, obstat.yaml: no mistakes\n")
    #expect(try Program.run(["config", "check", "house.yaml"], in: folder.url).output == "house.yaml: no mistakes\n")
  }
}
