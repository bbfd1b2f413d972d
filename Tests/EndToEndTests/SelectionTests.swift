import Foundation
import Testing

@Suite("What is scanned")
struct SelectionTests {
  static let guilty = ExitStatusTests.guilty
  static let innocent = ExitStatusTests.innocent

  /// A folder with one quick rule beside the documents: what is tested is which of them are taken.
  private static func folder(_ files: [String: [UInt8]]) throws -> Scratch {
    try Scratch(
      files.merging([
        "rules/p/pack.lua": Array("return { title = 'P', owner = 'o', jurisdictions = {}, instruments = {} }".utf8),
        "rules/p/promise.lua": Array(
          """
          return { id = "p/promise", category = "c", title = "T", severity = "error", message = "“{text}” is a promise", find = { "guarantee" },
            examples = { flagged = { "we guarantee" }, clean = { "b", "c" } } }
          """.utf8),
      ]) { $1 })
  }

  private func scan(
    _ arguments: [String], in folder: Scratch, environment: [String: String] = [:], input: [UInt8]? = nil
  ) throws -> Program.Result {
    try Program.run(["scan", "--rules", "rules"] + arguments, in: folder.url, environment: environment, input: input)
  }

  /// Paths of the documents that a scan looked at, in order.
  private func paths(_ arguments: [String], in folder: Scratch) throws -> [String] {
    let documents = try #require(try Program.json(["--rules", "rules"] + arguments, in: folder.url)["documents"] as? [[String: Any]])
    return documents.compactMap { $0["path"] as? String }
  }

  /// Git as a user without any settings runs it.
  @discardableResult
  private func git(_ arguments: [String], in folder: Scratch) throws -> String {
    let settings = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]
    let result = try Program.start("/usr/bin/git", settings + arguments, in: folder.url, environment: ["HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1"])
    try #require(result.status == 0, "git \(arguments): \(result.errors)")
    return result.output
  }

  // MARK: Standard input

  @Test("standard input, under the path and in the format that are given")
  func standardInput() throws {
    let folder = try Self.folder([:])
    let html = Array("<title>Clinic</title><p>We <b>guarantee</b> that you will walk again.</p>".utf8)
    var result = try scan(["-", "--path", "pages/clinic.html"], in: folder, input: html)
    #expect(result.status == 1)
    #expect(result.output.contains("  ╭─▸ pages/clinic.html:1:"))
    let asPath = result.output
    result = try scan(["-", "--as", "html", "--path", "pages/clinic.html"], in: folder, input: html)
    #expect(result.output == asPath)
    result = try scan(["-", "--as", "text", "--format", "csv"], in: folder, input: Self.innocent)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\r\n").count == 2)
    #expect(result.output.contains("\"'-\",\"clear\""))
    result = try scan(["-"], in: folder, input: [])
    #expect(result.status == 3)
    #expect(result.errors == "-: not checked (empty) — is empty\n")
    result = try scan(["-", "--path", "a.pdf"], in: folder, input: Self.innocent)
    #expect(result.status == 3)
  }

  @Test("is limited as files are, and isolated workers read it too")
  func standardInputLimits() throws {
    let folder = try Self.folder(["c.yaml": Array("limits: {document-bytes: 100}\n".utf8)])
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 200_000)
    let result = try scan(["-", "--config", "c.yaml"], in: folder, input: long)
    #expect(result.status == 3)
    #expect(result.errors == "-: not checked (too-large) — is larger than the limit of 100 bytes: split it or raise limits.document-bytes\n")
    let isolated = try scan(["-", "--isolate", "--format", "json"], in: folder, input: Self.guilty)
    #expect(isolated.output == (try scan(["-", "--format", "json"], in: folder, input: Self.guilty)).output)
    #expect(isolated.status == 1)
  }

  @Test(
    "wrong combinations are refused",
    arguments: [
      (["-", "-"], "- may stand once: there is one standard input"), (["a.txt", "--as", "html"], "--as tells of standard input; give - as a path"),
      (["a.txt", "--path", "b"], "--path tells of standard input; give - as a path"), ([], "give the files or folders to check"),
      (["-", "--changed-since", "HEAD"], "--changed-since asks git, which knows nothing of standard input"),
      (["a.txt", "--report", "sarif=a", "-o", "a"], "two reports cannot go to one file"), (["a.txt", "--jobs", "0"], "--jobs must lie between 1 and 256"),
      (["a.txt", "--report", "sarif"], "give format=file, with one of the formats text, json, ndjson, html, index, sarif, junit, github, gitlab, rdjson, rdjsonl, checkstyle, csv, markdown"),
    ])
  func refused(arguments: [String], words: String) throws {
    let result = try Program.run(["scan"] + arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(words))
  }

  // MARK: Globs and ignored files

  @Test("globs, for callers without a shell, and --only and --exclude")
  func globs() throws {
    let folder = try Self.folder([
      "docs/a.md": Self.innocent, "docs/b.txt": Self.innocent, "docs/deep/c.md": Self.innocent, "docs/deep/x.png": [1], "other/d.md": Self.innocent,
      "docs/.hidden/e.md": Self.innocent,
    ])
    #expect(try paths(["docs/*.md"], in: folder) == ["docs/a.md"])
    #expect(try paths(["docs/**/*.md"], in: folder) == ["docs/a.md", "docs/deep/c.md"])
    #expect(try paths(["*/?.md"], in: folder) == ["./docs/a.md", "./other/d.md"])
    #expect(try paths([".", "--only", "*.md"], in: folder) == ["./docs/a.md", "./docs/deep/c.md", "./other/d.md"])
    #expect(try paths([".", "--only", "*.md", "--exclude", "deep/", "--exclude", "other/**"], in: folder) == ["./docs/a.md"])
    let result = try scan(["docs/*.rtf"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("docs/*.rtf: not checked (missing) — fits no document\nerror: no document found\n"))
    #expect(try scan([".", "--exclude", "["], in: folder).errors == "error: --exclude: the glob '[' uses \\, [ or {; only *, ** and ? have a meaning\n")
  }

  @Test("a folder's documents are reported under its own name, whatever links lead to it")
  func links() throws {
    let folder = try Self.folder(["de/a.md": Self.guilty, "us/b.md": Self.innocent])
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try link("us/x", to: "../de")
    try link("us/round", to: "..")
    // Whoever may put a link among the pages of one market could have those of another judged as its own.
    #expect(try paths(["."], in: folder) == ["./de/a.md", "./us/b.md"])
    #expect(try paths(["us", "de"], in: folder) == ["de/a.md", "us/b.md"])
    #expect(try paths(["us/x"], in: folder) == ["us/x/a.md"])
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("us/round"))
    #expect(try paths(["us"], in: folder) == ["us/b.md", "us/x/a.md"])
    #expect(try paths(["us/**/*.md"], in: folder) == ["us/b.md", "us/x/a.md"])
    #expect(try paths(["us/x/*.md"], in: folder) == ["us/x/a.md"])
  }

  @Test("nothing to check is an error, unless it is allowed")
  func nothing() throws {
    let folder = try Self.folder(["a.png": [1]])
    #expect(try scan(["."], in: folder).status == 2)
    let result = try scan([".", "--allow-empty"], in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "note: no document to check\n")
    #expect(result.output == "0 documents\n")
    #expect(try scan(["gone.txt", "--allow-empty"], in: folder).status == 2)
  }

  @Test("what git ignores is passed over in folders, unless git tracks it, it is named, or --no-ignore is given")
  func ignored() throws {
    let folder = try Self.folder([
      ".gitignore": Array("*.log.md\n/build/\n!keep.log.md\n".utf8), "a.md": Self.innocent, "b.log.md": Self.innocent, "keep.log.md": Self.innocent,
      "build/c.md": Self.innocent, "sub/build/d.md": Self.innocent, "sub/.gitignore": Array("# note\nd.md\n".utf8), "sub/e.md": Self.innocent,
      "build/tracked.md": Self.guilty,
    ])
    // Outside a repository such files are files like any other.
    #expect(try paths(["."], in: folder).count == 7)
    try git(["init", "-q"], in: folder)
    #expect(try paths(["."], in: folder) == ["./a.md", "./keep.log.md", "./sub/e.md"])
    #expect(try paths(["sub"], in: folder) == ["sub/e.md"])
    #expect(try paths(["b.log.md", "build/c.md"], in: folder) == ["b.log.md", "build/c.md"])
    #expect(try paths([".", "--no-ignore"], in: folder).count == 7)
    // An author must not be able to hide a published document from the gate.
    try git(["add", "-f", "build/tracked.md"], in: folder)
    #expect(try paths(["."], in: folder).contains("./build/tracked.md"))
    let result = try scan(["sub/build"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix("  note: 1 passed over as .gitignore says; --no-ignore checks them too\n"))
    // Without git nobody knows what is tracked, and nothing is passed over.
    let blind = try scan(["."], in: folder, environment: ["PATH": "/nowhere"])
    #expect(blind.errors == "warning: .gitignore is not respected, because git does not say which files it tracks: git is not installed\n")
    #expect(blind.output.contains("7 documents"))
  }

  @Test("--changed-since takes what differs from where the branches parted, new files as well, whatever their names")
  func changedSince() throws {
    let folder = try Self.folder(["a.md": Self.innocent, "b.md": Self.innocent, "gone.md": Self.innocent, "docs/c.md": Self.innocent, ".gitignore": Array("ignored.md\n".utf8)])
    try git(["init", "-q"], in: folder)
    try git(["add", "."], in: folder)
    try git(["commit", "-q", "-m", "one"], in: folder)
    try git(["branch", "base"], in: folder)
    var result = try scan(["--changed-since", "base"], in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "note: no document changed since base\n")
    #expect(result.output == "0 documents\n")

    let odd = "docs/odd \"name'\n$(touch owned);é😀.md"
    for (name, bytes) in [("b.md", Self.guilty), (odd, Self.innocent), ("docs/--version.md", Self.innocent), ("ignored.md", Self.guilty), ("page.rst", Self.innocent)] {
      try Data(bytes).write(to: folder.url.appendingPathComponent(name))
    }
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("gone.md"))
    try git(["add", "b.md", "docs"], in: folder)
    try git(["commit", "-q", "-m", "two"], in: folder)
    #expect(try paths(["--changed-since", "base"], in: folder) == ["./b.md", "./docs/--version.md", "./" + odd])
    #expect(try paths(["docs", "--changed-since", "base"], in: folder) == ["docs/--version.md", odd])
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("owned").path))
    // A document that cannot be read yet is not overlooked.
    result = try scan(["--changed-since", "base"], in: folder)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("./page.rst: not checked (unsupported-format)"))
    // What another branch changed meanwhile is not ours.
    try git(["stash", "-q", "-u"], in: folder)
    try git(["checkout", "-q", "base"], in: folder)
    try Data(Self.guilty).write(to: folder.url.appendingPathComponent("a.md"))
    try git(["commit", "-q", "-a", "-m", "theirs"], in: folder)
    try git(["checkout", "-q", "main"], in: folder)
    #expect(try !paths(["--changed-since", "base"], in: folder).contains("./a.md"))
  }

  @Test(
    "a revision that is none is refused, and is never taken for an option",
    arguments: [
      ("nonsense", "'nonsense' names no commit here; fetch it, or name another"),
      ("--output=owned", "'--output=owned' names no commit here; fetch it, or name another"),
    ])
  func badRevision(revision: String, words: String) throws {
    let folder = try Self.folder(["a.md": Self.innocent])
    try git(["init", "-q"], in: folder)
    try git(["add", "."], in: folder)
    try git(["commit", "-q", "-m", "one"], in: folder)
    let result = try scan(["--changed-since=\(revision)"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors == "error: --changed-since: \(words)\n")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("owned").path))
  }

  @Test("outside a repository --changed-since has nobody to ask")
  func noRepository() throws {
    let folder = try Self.folder(["a.md": Self.innocent])
    let result = try scan(["--changed-since", "HEAD"], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix(" lies in no git repository\n"))
  }

  @Test("a repository's own settings can start nothing")
  func hostileRepository() throws {
    let folder = try Self.folder(["a.md": Self.innocent, ".gitignore": Array("b.md\n".utf8), "b.md": Self.innocent])
    try git(["init", "-q"], in: folder)
    try git(["add", "a.md"], in: folder)
    try git(["commit", "-q", "-m", "one"], in: folder)
    let config = """
      [core]
      \tfsmonitor = "touch \(folder.url.path)/owned #"
      \tpager = "touch \(folder.url.path)/owned #"
      [diff]
      \texternal = "touch \(folder.url.path)/owned #"

      """
    let file = folder.url.appendingPathComponent(".git/config")
    try Data((try String(contentsOf: file, encoding: .utf8) + config).utf8).write(to: file)
    try Data(Self.guilty).write(to: folder.url.appendingPathComponent("a.md"))
    #expect(try paths(["--changed-since", "HEAD"], in: folder) == ["./a.md"])
    #expect(try paths(["."], in: folder) == ["./a.md"])
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("owned").path))
    // They would have, had git been asked as anybody asks it.
    _ = try Program.start("/usr/bin/git", ["diff"], in: folder.url, environment: ["HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("owned").path))
  }
}
