import Foundation
import Testing

@Suite("Batches", .serialized)
struct BatchTests {
  /// Many small documents under one quick rule, so that the batch and not the checking is what is tested.
  static func batch(_ count: Int, wordsEach: Int = 5) throws -> Scratch {
    var files: [String: [UInt8]] = [
      "rules/p/pack.lua": Array("return { title = 'P', owner = 'o', jurisdictions = {}, instruments = {} }".utf8),
      "rules/p/promise.lua": Array(
        """
        return { id = "p/promise", category = "c", title = "T", severity = "error", message = "“{text}” is a promise", find = { "guarantee" },
          examples = { flagged = { "we guarantee" }, clean = { "b", "c" } } }
        """.utf8),
    ]
    for number in 0..<count {
      let promise = number % 7 == 0 ? "We guarantee it." : ""
      files["documents/\(10_000 + number).txt"] = Array("Visit \(number). \(promise)\n\(String(repeating: "The garden is open to the public. ", count: wordsEach))\n".utf8)
    }
    return try Scratch(files)
  }

  static let scan = ["scan", "documents", "--rules", "rules", "--jobs", "2"]

  /// A running program that can be killed.
  private static func begin(_ arguments: [String], in folder: Scratch) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test("a run that is killed again and again ends with the very report of one that is not, and never leaves half a one", .timeLimit(.minutes(3)))
  func killed() throws {
    let folder = try Self.batch(1_000)
    let formats = ["json", "html", "sarif", "csv"]
    func reports(_ name: String) -> [String] { formats.flatMap { ["--report", "\($0)=\(name).\($0)"] } }
    let whole = try Program.run(Self.scan + reports("whole"), in: folder.url)
    #expect(whole.status == 1)
    func content(_ name: String) -> Data? { try? Data(contentsOf: folder.url.appendingPathComponent(name)) }

    var kills = 0
    var resumed: Program.Result?
    var milliseconds = 20
    while resumed == nil, kills < 200 {
      let process = try Self.begin(Self.scan + ["--resume", "state"] + reports("resumed"), in: folder)
      let deadline = Date().addingTimeInterval(Double(milliseconds) / 1000)
      while process.isRunning, Date() < deadline { usleep(500) }
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        kills += 1
        milliseconds = 20 + kills * 7 % 90 + (kills > 40 ? 200 : 0)
        for format in formats { #expect(content("resumed.\(format)") == nil || content("resumed.\(format)") == content("whole.\(format)")) }
        if kills >= 12 { resumed = try Program.run(Self.scan + ["--resume", "state"] + reports("resumed"), in: folder.url) }
      } else {
        process.waitUntilExit()
        resumed = try Program.run(Self.scan + reports("resumed"), in: folder.url)
      }
    }
    #expect(kills > 2)
    let last = try #require(resumed)
    #expect(last.output == whole.output)
    #expect(last.status == 1)
    for format in formats {
      #expect(content("resumed.\(format)") != nil)
      #expect(content("resumed.\(format)") == content("whole.\(format)"))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == (["documents", "rules"] + formats.flatMap { ["resumed.\($0)", "whole.\($0)"] }).sorted())
  }

  @Test("a resumed run checks nothing twice, and checks anew what changed")
  func resumes() throws {
    let folder = try Self.batch(40)
    let state = folder.url.appendingPathComponent("state")
    // The state is kept where a scan ends before its end.
    let stopped = try Program.run(Self.scan + ["--resume", "state", "--fail-fast", "--fail-on", "blocked", "--jobs", "1"], in: folder.url)
    #expect(stopped.status == 1)
    #expect(!FileManager.default.fileExists(atPath: state.path))
    let process = try Self.begin(Self.scan + ["--resume", "state", "--format", "json", "--output", "/dev/full"], in: folder)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(FileManager.default.fileExists(atPath: state.path))
    try Data("Another text. We guarantee more.\n".utf8).write(to: folder.url.appendingPathComponent("documents/10001.txt"))
    // What was kept is not done again; how much that is depends on when writing failed.
    try FileManager.default.copyItem(at: state, to: folder.url.appendingPathComponent("again"))
    let counted = try Program.run(Self.scan + ["--resume", "again", "--statistics"], in: folder.url)
    let done = try #require(Int(counted.errors.prefix { $0.isNumber }))
    #expect((1..<40).contains(done), "\(counted.errors)")
    #expect(counted.output.hasSuffix("40 documents: 7 blocked, 33 clear · 7 errors\n"))
    let resumed = try Program.run(Self.scan + ["--resume", "state", "--format", "json"], in: folder.url)
    #expect(resumed.output == (try Program.run(Self.scan + ["--format", "json"], in: folder.url)).output)
    #expect(!FileManager.default.fileExists(atPath: state.path))
  }

  @Test("a state that is none, or of other rules, or in use, is refused")
  func refusedStates() throws {
    let folder = try Self.batch(3)
    func write(_ text: String) throws { try Data(text.utf8).write(to: folder.url.appendingPathComponent("state")) }
    try write("My notes.\n" + String(repeating: "x", count: 200))
    var result = try Program.run(Self.scan + ["--resume", "state"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.errors == "error: --resume: state is not a scan's state\n  help: name a file that does not exist yet\n")
    #expect(try String(contentsOf: folder.url.appendingPathComponent("state"), encoding: .utf8).hasPrefix("My notes.\n"))
    try write("obstat scan state 1 " + String(repeating: "0", count: 64) + "\n")
    result = try Program.run(Self.scan + ["--resume", "state"], in: folder.url)
    #expect(result.status == 2)
    #expect(
      result.errors
        == "error: --resume: state belongs to a scan under other rules, limits or another version\n  help: scan as before, or remove the file to start anew\n")
  }

  @Test("--fail-fast ends at the first document that reaches --fail-on, whatever the number of workers")
  func failFast() throws {
    let folder = try Self.batch(30)
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("documents/10000.txt"))
    let one = try Program.run(Self.scan + ["--fail-fast", "--jobs", "1"], in: folder.url)
    let four = try Program.run(Self.scan + ["--fail-fast", "--jobs", "4"], in: folder.url)
    #expect(one.status == 1)
    #expect(one.errors == "stopped at documents/10007.txt (--fail-fast): 7 of 29 documents were checked, 22 were not\n")
    #expect(one.output.hasSuffix("7 documents: 1 blocked, 6 clear · 1 error · 22 not checked\n"))
    #expect(four.output == one.output)
    #expect(four.errors == one.errors)
    let json = try Program.json(["documents", "--rules", "rules", "--fail-fast"], in: folder.url)
    #expect((json["documents"] as? [Any])?.count == 7)
    let errors = try #require(json["errors"] as? [[String: String]])
    #expect(errors.count == 22)
    #expect(errors.first == ["path": "documents/10008.txt", "code": "not-checked", "message": "was not checked: the scan ended at the first document that reaches --fail-on"])
    #expect(try Program.run(Self.scan + ["--fail-fast", "--only", "*2.txt"], in: folder.url).status == 0)
  }

  @Test("^C ends a scan with a report of what was done, and says so", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    let folder = try Self.batch(60, wordsEach: 200)
    let process = Process()
    // Whoever runs the tests in the background may ignore ^C for all that they start.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["--default-signal=INT,TERM", Program.path] + Self.scan
      + ["--resume", "state", "--format", "json", "--output", "o.json", "--report", "ndjson=/dev/stdout"]
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The first row has come: the scan is under way.
    let first = output.fileHandleForReading.availableData
    #expect(!first.isEmpty)
    kill(process.processIdentifier, signal)
    _ = try output.fileHandleForReading.readToEnd()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let report = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appendingPathComponent("o.json"))) as? [String: Any])
    let done = try #require(report["documents"] as? [[String: Any]]).count
    let rest = try #require(report["errors"] as? [[String: String]])
    #expect(done > 0 && done < 60)
    #expect(done + rest.count == 60)
    #expect(rest.allSatisfy { $0["message"] == "was not checked: the scan was interrupted" })
    #expect(
      told == "interrupted: \(done) of 60 documents were checked, \(60 - done) were not\n  help: the same command goes on from there, with --resume state\n")
    let resumed = try Program.run(Self.scan + ["--resume", "state", "--format", "json"], in: folder.url)
    #expect((try JSONSerialization.jsonObject(with: Data(resumed.output.utf8)) as? [String: Any])?["errors"] as? [[String: String]] == [])
  }

  @Test("a report replaces a file at once, keeps its mode, and goes where a link leads")
  func atomic() throws {
    let folder = try Self.batch(3)
    let file = folder.url.appendingPathComponent("real/o.json")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("old".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    try FileManager.default.createSymbolicLink(at: folder.url.appendingPathComponent("o.json"), withDestinationURL: file)
    let result = try Program.run(Self.scan + ["--format", "json", "-o", "o.json"], in: folder.url)
    #expect(result.output == "")
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("{\"version\": 1"))
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path) == ["o.json"])
    let nowhere = try Program.run(Self.scan + ["-o", "no/such/folder/o.txt"], in: folder.url)
    #expect(nowhere.status == 2)
    #expect(nowhere.errors == "error: no/such/folder/o.txt cannot be written: no such file or directory\n")
    // Where nothing can be scanned the report says so: an old one would be taken for the new.
    let broken = try Program.run(["scan", "documents", "--rules", "nowhere", "--format", "json", "-o", "o.json"], in: folder.url)
    #expect(broken.status == 2)
    let told = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(told?["errors"] as? [[String: String]] == [["path": "nowhere", "code": "rule", "message": "is not a folder of rule packs"]])
    #expect((told?["documents"] as? [Any])?.isEmpty == true)
  }

  @Test("a table at the end counts what each rule found, where findings lie in several documents")
  func summaryTable() throws {
    let folder = try Self.batch(8)
    let result = try Program.run(Self.scan, in: folder.url)
    #expect(
      result.output.hasSuffix(
        """
        findings  documents  severity  rule
               2          2  error     p/promise

        8 documents: 2 blocked, 6 clear · 2 errors

        """))
    #expect(!(try Program.run(Self.scan + ["--exclude", "10000.txt"], in: folder.url).output.contains("findings  documents")))
  }

  @Test("progress is drawn on a terminal, and nowhere else")
  func progress() throws {
    let folder = try Self.batch(60, wordsEach: 200)
    func onTerminal(_ variables: String, _ more: String = "") throws -> String {
      let command = "cd '\(folder.url.path)' && \(variables) '\(Program.path)' scan documents --rules rules --format json -o o.json \(more)"
      let result = try Program.start("/usr/bin/script", ["-q", "-e", "-c", command, "/dev/null"], in: folder.url, environment: ["TERM": "xterm"])
      #expect(result.status == 1)
      return result.output
    }
    let drawn = try onTerminal("env")
    #expect(drawn.contains("/60 files"))
    #expect(drawn.contains(" MB  "))
    #expect(drawn.contains("ETA "))
    #expect(drawn.hasSuffix("\r\u{1B}[K"))
    #expect(!drawn.contains("\n"))
    #expect(try onTerminal("env NO_COLOR=1") == "")
    #expect(try onTerminal("env CI=true") == "")
    #expect(try onTerminal("env", "--no-progress") == "")
    #expect(try Program.run(Self.scan, in: folder.url).errors == "")
    let forced = try Program.run(Self.scan + ["--progress"], in: folder.url).errors
    #expect(forced.hasPrefix("████████████████████  60/60 files  "))
    #expect(forced.hasSuffix("\n") && !forced.contains("\u{1B}"))
  }

  @Test("several reports come from one scan, each as it would alone")
  func severalReports() throws {
    let folder = try Self.batch(9)
    let both = try Program.run(Self.scan + ["--report", "json=o.json", "--report", "html=o.html"], in: folder.url)
    #expect(both.output == (try Program.run(Self.scan, in: folder.url)).output)
    for format in ["json", "html"] {
      let alone = try Program.run(Self.scan + ["--format", format], in: folder.url)
      #expect(try String(contentsOf: folder.url.appendingPathComponent("o.\(format)"), encoding: .utf8) == alone.output)
    }
  }
}
