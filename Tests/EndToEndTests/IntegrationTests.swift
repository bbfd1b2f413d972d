import Foundation
import Testing

@Suite("Integrations, as copied")
struct IntegrationTests {
  static let integrations = Program.repository.appendingPathComponent("Integrations")
  static let guilty = ExitStatusTests.guilty
  static let innocent = ExitStatusTests.innocent

  /// A machine on which the built program is installed.
  private static func environment(home: Scratch, _ more: [String: String] = [:]) -> [String: String] {
    let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    return [
      "PATH": "\(program):\(Peers.folder.path)/bin:/usr/bin:/bin", "HOME": home.url.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ada",
      "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    ].merging(more) { $1 }
  }

  private static func shell(_ script: String, in folder: URL, home: Scratch, _ more: [String: String] = [:]) throws -> Program.Result {
    try Program.start("/bin/sh", ["-c", script], in: folder, environment: environment(home: home, more))
  }

  private static func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// A policy with one quick rule: what is tested is the way to the gate.
  private static func writePolicy(_ more: String = "", in folder: URL) throws {
    let pack = "return { title = 'P', owner = 'o', jurisdictions = {}, instruments = {} }"
    let rule = """
      return { id = "p/promise", category = "c", title = "Promise", severity = "error", message = "“{text}” is a promise", find = { "guarantee" },
        examples = { flagged = { "we guarantee" }, clean = { "b", "c" } } }
      """
    try write(Array(pack.utf8), "rules/p/pack.lua", in: folder)
    try write(Array(rule.utf8), "rules/p/promise.lua", in: folder)
    try write(Array("rule-folders: [rules]\n\(more)".utf8), "obstat.yaml", in: folder)
  }

  // MARK: pre-commit

  @Test(
    "pre-commit refuses a commit with a blocked document, and makes one without", .enabled(if: Peers.isThere, Comment(rawValue: Peers.missing)))
  func preCommit() throws {
    let home = try Scratch()
    let hooks = home.url.appendingPathComponent("hooks")
    let site = home.url.appendingPathComponent("site")
    let manifest = try Data(contentsOf: Program.repository.appendingPathComponent(".pre-commit-hooks.yaml"))
    try Self.write(Array(manifest), ".pre-commit-hooks.yaml", in: hooks)
    #expect(try Self.shell("pre-commit validate-manifest .pre-commit-hooks.yaml", in: hooks, home: home).status == 0)
    let revision = try Self.shell("git init -q -b main && git add . && git commit -q -m hooks && git rev-parse HEAD", in: hooks, home: home).output
    let configuration = """
      repos:
        - repo: \(hooks.path)
          rev: \(revision.trimmingCharacters(in: .whitespacesAndNewlines))
          hooks:
            - id: obstat

      """
    try Self.write(Array(configuration.utf8), ".pre-commit-config.yaml", in: site)
    try Self.writePolicy("exclude: [old/]\n", in: site)
    #expect(try Self.shell("git init -q -b main && pre-commit install && git add . && git commit -q -m one", in: site, home: home).status == 0)

    try Self.write(Self.innocent, "good.md", in: site)
    let good = try Self.shell("git add good.md && git commit -q -m good", in: site, home: home)
    #expect(good.status == 0, "\(good.output)\(good.errors)")

    try Self.write(Self.guilty, "bad.md", in: site)
    let bad = try Self.shell("git add bad.md && git commit -q -m bad", in: site, home: home)
    #expect(bad.status == 1)
    let told = bad.output + bad.errors
    #expect(told.contains("obstat...................................................................Failed"))
    #expect(told.contains("- exit code: 1"))
    #expect(told.contains("error[p/promise]: Promise\n  ╭─▸ bad.md:1:"))
    #expect(told.contains("bad.md: blocked — "))
    // The log of a gate shows no words of the document.
    #expect(!told.contains("walk again"))
    #expect(try Self.shell("git log --format=%s", in: site, home: home).output == "good\none\n")

    // What the configuration excludes is nobody's fault.
    try Self.write(Self.guilty, "old/bad.md", in: site)
    let excluded = try Self.shell("git reset -q && git add old && git commit -q -m old", in: site, home: home)
    #expect(excluded.status == 0, "\(excluded.output)\(excluded.errors)")
  }

  // MARK: Git server

  @Test("the pre-receive hook refuses a push with a blocked document, whatever the push says about rules, and lets others in")
  func preReceive() throws {
    let home = try Scratch()
    let hook = Self.integrations.appendingPathComponent("git-pre-receive/pre-receive").path
    let script = "git init -q --bare -b main server.git && cp '\(hook)' server.git/hooks/pre-receive && git clone -q server.git site 2>/dev/null"
    #expect(try Self.shell(script, in: home.url, home: home).status == 0)
    let site = home.url.appendingPathComponent("site")
    // The server's own, which no push can change.
    try Self.writePolicy(in: home.url.appendingPathComponent("server.git"))

    try Self.write(Self.innocent, "good one.md", in: site)
    var push = try Self.shell("git add . && git commit -q -m good && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status == 0, "\(push.errors)")
    #expect(push.errors.contains("good one.md: clear"))

    try Self.write(Self.guilty, "sub/bad.md", in: site)
    try Self.write(Array("*.md\n".utf8), ".gitignore", in: site)
    try Self.write(Array("exclude: [sub/]\n".utf8), "obstat.yaml", in: site)
    push = try Self.shell("git add -f . && git commit -q -m bad && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status != 0)
    #expect(push.errors.contains("sub/bad.md: blocked"))
    #expect(push.errors.contains("obstat: the push is refused (status 1)"))
    // A new branch is checked as well.
    #expect(try Self.shell("git push -q origin HEAD:refs/heads/other", in: site, home: home).status != 0)
    #expect(try Self.shell("git ls-remote origin | wc -l", in: site, home: home).output.trimmingCharacters(in: .whitespacesAndNewlines) == "2")

    // A document that cannot be read is not let in either; a mended one is, and a branch can be deleted.
    try Self.write(Array("%PDF-1.4".utf8), "leaflet.pdf", in: site)
    push = try Self.shell("git rm -q -f sub/bad.md && git add -f . && git commit -q -m pdf && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status != 0)
    #expect(push.errors.contains("refused (status 3)"))
    push = try Self.shell("git rm -q -f leaflet.pdf && git commit -q -m mended && git push -q origin HEAD:main HEAD:refs/heads/topic", in: site, home: home)
    #expect(push.status == 0, "\(push.errors)")
    #expect(try Self.shell("git push -q origin :topic", in: site, home: home).status == 0)

    // Waivers are the server's as well, and no push can bring its own.
    try Self.write(Self.guilty, "sub/waived.md", in: site)
    let add = "waivers add sub/waived.md --rules ../server.git/rules --rule p/promise --reason signed --approver Ada --expires 2999-01-01"
    let signed = try Self.shell("rm -f obstat.yaml waivers.yaml && obstat \(add)", in: site, home: home)
    #expect(signed.status == 0, "\(signed.output)\(signed.errors)")
    push = try Self.shell("git add -A -f . && git commit -q -m waived && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status != 0)
    #expect(push.errors.contains("sub/waived.md: blocked"))
    push = try Self.shell("cp waivers.yaml ../server.git/ && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status == 0, "\(push.errors)")
    #expect(push.errors.contains("sub/waived.md: clear — Nothing stands in the way; 1 waived."))
    // A folder of the file's name does not take its place unseen.
    try Self.write(Self.guilty, "waivers.yaml/bad.md", in: home.url.appendingPathComponent("other"))
    push = try Self.shell(
      "git rm -q waivers.yaml && cp -r ../other/waivers.yaml . && git add -A -f . && git commit -q -m folder && git push -q origin HEAD:main", in: site, home: home)
    #expect(push.status != 0)
    #expect(push.errors.contains("the push is refused"))
  }

  // MARK: GitHub

  /// What the composite action runs, with the variables that its file sets.
  private func action(_ inputs: [String: String], in site: URL, home: Scratch) throws -> (result: Program.Result, summary: String, output: String) {
    let (summary, output) = (home.url.appendingPathComponent("summary"), home.url.appendingPathComponent("output"))
    var variables = ["GITHUB_STEP_SUMMARY": summary.path, "GITHUB_OUTPUT": output.path]
    let text = try String(contentsOf: Self.integrations.appendingPathComponent("github-action/action.yml"), encoding: .utf8)
    // Every variable of the step comes from an input that the action declares, with its default.
    for line in text.split(separator: "\n") where line.contains("${{ inputs.") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      let input = parts[1].replacingOccurrences(of: "${{ inputs.", with: "").replacingOccurrences(of: " }}", with: "")
      let section = try #require(text.components(separatedBy: "\n  \(input):\n").dropFirst().first)
      let fallback = section.components(separatedBy: "default: ")[1].split(separator: "\n")[0].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      variables[parts[0]] = inputs[input] ?? fallback
    }
    #expect(text.contains("run: ${{ github.action_path }}/run.sh"))
    let result = try Program.start(
      "/bin/bash", [Self.integrations.appendingPathComponent("github-action/run.sh").path], in: site, environment: Self.environment(home: home, variables))
    return (result, (try? String(contentsOf: summary, encoding: .utf8)) ?? "", (try? String(contentsOf: output, encoding: .utf8)) ?? "")
  }

  @Test("the GitHub action annotates, writes a summary and a SARIF file, and fails with the gate's status")
  func gitHubAction() throws {
    let home = try Scratch()
    let site = home.url.appendingPathComponent("site")
    try Self.writePolicy(in: site)
    try Self.write(Self.guilty, "content/bad page.md", in: site)
    try Self.write(Self.innocent, "content/good.md", in: site)
    let failed = try action(["paths": "content/*.md $(touch owned)", "sarif": "o.sarif", "config": "obstat.yaml"], in: site, home: home)
    #expect(failed.result.status == 3)
    #expect(!FileManager.default.fileExists(atPath: site.appendingPathComponent("owned").path))
    let blocked = try action(["paths": "content/*.md", "sarif": "o.sarif", "config": "obstat.yaml"], in: site, home: home)
    #expect(blocked.result.status == 1)
    #expect(blocked.result.output.hasPrefix("::error file=content/bad page.md,line=1,endLine=1,col="))
    #expect(blocked.summary.contains("| `content/bad page.md` | blocked | "))
    #expect(blocked.output.hasSuffix("status=1\n"))
    let sarif = try Data(contentsOf: site.appendingPathComponent("o.sarif"))
    #expect(((try JSONSerialization.jsonObject(with: sarif) as? [String: Any])?["runs"] as? [Any])?.count == 1)
    let clear = try action(["paths": "content/good.md", "fail-on": "review", "config": "obstat.yaml"], in: site, home: home)
    #expect(clear.result.status == 0)
    #expect(FileManager.default.fileExists(atPath: site.appendingPathComponent("obstat.sarif").path))
  }

  // MARK: GitLab

  @Test("the GitLab job runs, and leaves the reports that it names", .enabled(if: Peers.isThere, Comment(rawValue: Peers.missing)))
  func gitLab() throws {
    let home = try Scratch()
    let site = home.url.appendingPathComponent("site")
    try Self.write(Self.guilty, "bad.md", in: site)
    try Self.writePolicy(in: site)
    #expect(try Self.shell("git init -q -b main", in: site, home: home).status == 0)
    // The job's script as the runner has it: its lines, one after another, in a shell that ends at the first error.
    let read = """
      import sys, yaml
      job = yaml.safe_load(open(sys.argv[1]))["obstat"]
      print("set -e")
      for name, value in job["variables"].items(): print(f"export {name}='{value}'")
      print("\\n".join(job["script"]))
      reports = job["artifacts"]["reports"]
      assert reports == {"codequality": ".obstat/code-quality.json", "junit": ".obstat/junit.xml"}, reports
      """
    let script = try Program.start(Peers.python, ["-c", read, Self.integrations.appendingPathComponent("gitlab/obstat.gitlab-ci.yml").path])
    #expect(script.status == 0, "\(script.errors)")
    let result = try Self.shell(script.output, in: site, home: home)
    #expect(result.status == 1, "\(result.errors)")
    #expect(try Peers.complaints("gitlab", site.appendingPathComponent(".obstat/code-quality.json")) == "")
    #expect(try Peers.complaints("junit", site.appendingPathComponent(".obstat/junit.xml")) == "")
    #expect(try String(contentsOf: site.appendingPathComponent(".obstat/summary.md"), encoding: .utf8).hasPrefix("### Content compliance: blocked\n"))
    #expect(!result.output.contains("walk again"))
    // In a merge request only what it changes.
    #expect(try Self.shell("git add bad.md && git commit -q -m one", in: site, home: home).status == 0)
    try Self.write(Self.innocent, "good.md", in: site)
    let request = try Self.shell(
      "git add good.md && git commit -q -m two && export CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse HEAD~1)\n" + script.output, in: site, home: home)
    #expect(request.status == 0, "\(request.output)\(request.errors)")
    #expect(request.output.contains("./good.md: clear"))
  }

  // MARK: Make

  @Test("the Makefile snippet checks a folder, and publishes what the gate lets pass")
  func make() throws {
    let home = try Scratch()
    let site = home.url.appendingPathComponent("site")
    try Self.write(Self.guilty, "drafts/bad.md", in: site)
    try Self.write(Self.innocent, "drafts/good.md", in: site)
    let flags = "OBSTAT_FLAGS = --fail-on blocked --config obstat.yaml\n"
    try Self.write(Array("\(flags)include \(Self.integrations.path)/make/obstat.mk\n".utf8), "Makefile", in: site)
    try Self.writePolicy(in: site)
    let check = try Self.shell("make -s check-content CONTENT=drafts", in: site, home: home)
    #expect(check.status == 2)
    #expect(check.output.contains("drafts/bad.md: blocked"))
    #expect(FileManager.default.fileExists(atPath: site.appendingPathComponent(".obstat/obstat.sarif").path))
    #expect(FileManager.default.fileExists(atPath: site.appendingPathComponent(".obstat/index.html").path))
    #expect(try Self.shell("make -s published/good.md", in: site, home: home).status == 0)
    #expect(try Self.shell("make -s published/bad.md", in: site, home: home).status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.appendingPathComponent("published").path) == ["good.md"])
  }

  @Test("the editorial desk publishes one of its drafts with its report, holds the other back, and shows both for review")
  func editorial() throws {
    let home = try Scratch()
    let desk = home.url.appendingPathComponent("desk")
    try FileManager.default.copyItem(at: Self.integrations.appendingPathComponent("editorial"), to: desk)
    let policy = try String(contentsOf: desk.appendingPathComponent("obstat.yaml"), encoding: .utf8)
    try Self.writePolicy(policy, in: desk)
    let result = try Self.shell("make -k", in: desk, home: home)
    #expect(result.status == 2)
    #expect(result.output.contains("published opening-hours.md\n"))
    #expect(result.output.contains("drafts/spring-leaflet.md: blocked"))
    let published = desk.appendingPathComponent("published")
    #expect(try FileManager.default.contentsOfDirectory(atPath: published.path).sorted() == ["opening-hours.md", "opening-hours.md.obstat.json"])
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: published.appendingPathComponent("opening-hours.md.obstat.json"))) as? [String: Any]
    #expect((report?["documents"] as? [[String: Any]])?.first?["verdict"] as? String == "clear")
    #expect(try Self.shell("make review", in: desk, home: home).status == 0)
    #expect(try String(contentsOf: desk.appendingPathComponent("review/index.html"), encoding: .utf8).contains("data-path=\"drafts/spring-leaflet.md\""))
  }
}
