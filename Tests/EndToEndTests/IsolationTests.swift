import Foundation
import Testing

@Suite("Documents checked in worker processes", .serialized)
struct IsolationTests {
  static let innocent = Array("The garden is open from nine to five, and dogs are welcome on a lead.\n".utf8)
  static let guilty = Array("Our treatment is gentle. We guarantee that you will walk again within a week.\n".utf8)
  static let quick = Array("limits:\n  worker-seconds: 1\n  worker-megabytes: 512\n".utf8)

  @Test("print what a scan in one process prints", arguments: ["json", "ndjson", "text", "html"])
  func sameOutput(format: String) throws {
    let plain = try Program.run(["scan", "Samples", "--format", format])
    let isolated = try Program.run(["scan", "Samples", "--format", format, "--isolate", "--jobs", "2"])
    #expect(isolated.output == plain.output)
    #expect(isolated.status == plain.status)
    #expect(!plain.output.isEmpty)
  }

  @Test(
    "a document that takes its worker along is one error row",
    arguments: [
      ("crash", "crashed", "twice the worker ended with signal 11 (segmentation fault) while checking it"),
      ("abort", "crashed", "twice the worker ended with signal 6 (aborted) while checking it"),
      ("exit", "crashed", "twice the worker ended with status 3 while checking it"),
      ("garbage", "crashed", "twice the worker gave an answer that makes no sense while checking it"),
      ("spin", "timeout", "twice the worker took longer than 1 s (limits.worker-seconds) while checking it"),
      ("sleep", "timeout", "twice the worker took longer than 1 s (limits.worker-seconds) while checking it"),
      ("memory-bomb", "crashed", "near its limit of 512 MB of memory (limits.worker-megabytes) while checking it"),
    ])
  func faults(fault: String, code: String, how: String) throws {
    let folder = try Scratch([
      "a.txt": Self.guilty, "b.txt": Array("A text. [[fault: \(fault)]]\n".utf8), "c.txt": Self.innocent, "c.yaml": Self.quick,
    ])
    let result = try Program.run(
      ["scan", "--format", "json", "--isolate", "--worker-faults", "--jobs", "1", "--config", "c.yaml", "."], in: folder.url)
    #expect(result.status == 3)
    let report = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { "\($0["path"] ?? "") \($0["verdict"] ?? "")" } == ["./a.txt blocked", "./c.txt clear"])
    let errors = try #require(report["errors"] as? [[String: String]])
    #expect(errors.map { $0["path"] } == ["./b.txt"])
    #expect(errors.first?["code"] == code)
    let message = try #require(errors.first?["message"])
    #expect(message.hasPrefix("is quarantined and was not checked: twice the worker "))
    #expect(message.hasSuffix(how))
  }

  @Test("a document that crashed one worker is checked by the next")
  func secondTry() throws {
    let folder = try Scratch(["a.txt": Array("We guarantee that you will walk again. [[fault: crash-once]]\n".utf8)])
    let result = try Program.run(["scan", "a.txt", "--isolate", "--worker-faults"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.errors == "")
  }

  @Test("marks of faults are words like any other where nobody asks for faults")
  func noFaults() throws {
    let folder = try Scratch(["a.txt": Array("The garden is open. [[fault: crash]]\n".utf8)])
    #expect(try Program.run(["scan", "a.txt", "--isolate"], in: folder.url).status == 0)
  }

  @Test("a hostile rule and a hostile document among 200 cost nothing else, with any number of workers")
  func crowd() throws {
    var files: [String: [UInt8]] = [
      "c.yaml": Array("limits: {worker-seconds: 2, rule-fuel: 20000, rule-milliseconds: 60000}\n".utf8),
      "rules/p/pack.lua": Array("return { title = 'P', owner = 'o', jurisdictions = {}, instruments = {} }".utf8),
      "rules/p/promise.lua": Array(
        """
        return { id = "p/promise", category = "c", title = "T", severity = "error", message = "m", find = { "guarantee" },
          examples = { flagged = { "we guarantee" }, clean = { "b", "c" } } }
        """.utf8),
      "rules/p/endless.lua": Array(
        """
        return { id = "p/endless", category = "c", title = "T", severity = "error", message = "m", find = { "loop" },
          check = function(hit) while true do end end,
          examples = { flagged = { "loop" }, clean = { "b", "c" } } }
        """.utf8),
    ]
    for number in 0..<200 {
      let words = number == 77 ? "[[fault: crash]]" : number % 10 == 0 ? "a loop" : ""
      files["documents/\(1000 + number).txt"] = Array("Visit \(number): we guarantee that you will walk. \(words)\n".utf8)
    }
    let folder = try Scratch(files)
    func scan(_ jobs: Int, _ more: [String]) throws -> Program.Result {
      try Program.run(
        ["scan", "documents", "--rules", "rules", "--config", "c.yaml", "--format", "json", "--jobs", "\(jobs)"] + more, in: folder.url)
    }
    let isolated = try [1, 2, 4].map { try scan($0, ["--isolate", "--worker-faults"]) }
    #expect(Set(isolated.map(\.output)).count == 1)
    #expect(Set(isolated.map(\.errors)).count == 1)
    #expect(isolated.map(\.status) == [3, 3, 3])
    let report = try #require(JSONSerialization.jsonObject(with: Data(isolated[0].output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.count == 199)
    let rules = documents.map { ($0["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }.sorted() }
    #expect(rules.allSatisfy { $0.contains("p/promise") })
    #expect(rules.count { $0.contains("engine/rule-failed") } == 20)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("documents/1077.txt"))
    #expect(try scan(2, []).output == scan(2, ["--isolate"]).output)
  }

  @Test("a worker can open no file and no socket, and start nothing")
  func shutIn() throws {
    let lines = try Program.run(["worker", "--self-test"]).output.split(separator: "\n")
    #expect(lines.count == 13)
    #expect(!lines.contains { $0.hasSuffix(": possible") })
    // Without the filter the other walls still keep files and sockets away.
    let rest = try Program.run(["worker", "--self-test", "--without-filter"]).output
    for attempt in ["read a file", "write a file", "list a folder", "open a network socket", "take a terabyte of memory"] {
      #expect(!rest.contains("\(attempt): possible"))
      #expect(rest.contains(attempt))
    }
  }

  @Test("limits on nesting and findings are findings that name their key, in both kinds of scan")
  func softLimits() throws {
    let folder = try Scratch([
      "deep.html": Array((String(repeating: "<ul><li>", count: 9) + "The garden is open.").utf8),
      "many.txt": Array(String(repeating: "We guarantee that you will walk again.\n\n", count: 9).utf8),
      "c.yaml": Array("limits: {nesting: 4, findings-per-rule: 3}\n".utf8),
    ])
    let plain = try Program.run(["scan", ".", "--config", "c.yaml", "--format", "json"], in: folder.url)
    #expect(plain.output.contains("nested more than 4 deep (limits.nesting)"))
    #expect(plain.output.contains("rule health/guaranteed-outcome found more than 3 things (limits.findings-per-rule)"))
    #expect(plain.output == (try Program.run(["scan", ".", "--config", "c.yaml", "--format", "json", "--isolate"], in: folder.url).output))
  }

  @Test("mistakes in the configuration stop the scan with status 2, and exclusions are passed over")
  func configuration() throws {
    let folder = try Scratch([
      "a.txt": Self.innocent, "old/b.txt": Self.guilty, "old/c.pdf": [1], "bad.yaml": Array("limits:\n  blokcs: 3\n".utf8),
      "good.yaml": Array("exclude: [old/]\n".utf8),
    ])
    let bad = try Program.run(["scan", ".", "--config", "bad.yaml"], in: folder.url)
    #expect(bad.status == 2)
    #expect(
      bad.errors.hasPrefix(
        "bad.yaml:2:3: error: unknown key 'blokcs' in 'limits' (did you mean 'blocks'?)\n  2 |   blokcs: 3\n    |   ^^^^^^\n  help: known keys: document-bytes, "))
    #expect(try Program.run(["scan", ".", "--config", "good.yaml"], in: folder.url).status == 0)
    let none = try Program.run(["scan", "old", "--config", "good.yaml"], in: folder.url)
    #expect(none.status == 2)
    #expect(none.errors.hasSuffix("  note: 1 excluded by good.yaml:1\n"))
    #expect(try Program.run(["scan", ".", "--config", "gone.yaml"], in: folder.url).errors == "gone.yaml: error: cannot be read: no such file or directory\n")
  }
}
