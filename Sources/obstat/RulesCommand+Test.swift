import Analysis
import ArgumentParser
import Configuration
import Evidence
import FileSystem
import Glibc
import LuaRuntime
import RuleEngine
import RuleTesting
import Scanning

extension RulesCommand {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples in rules as tests.",
      discussion: "Each example is tried as written, behind a multi-byte line, as Markdown and as HTML.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, junit, json }

    @Argument(help: "A rule folder, a pack's folder or a rule's file; by default every shipped rule.")
    var path: String?

    @Option(help: "text, junit or json.")
    var format = Format.text

    @Flag(help: "Say which lines of each check no example runs, and which words no example has.")
    var coverage = false

    @Flag(help: "Say what each rule costs: time, and units of fuel.")
    var times = false

    @Flag(help: "Test again what is affected whenever a file is saved; ends with Ctrl-C.")
    var watch = false

    @OptionGroup var ruleOptions: RuleOptions

    func validate() throws {
      if watch, format != .text { throw ValidationError("--watch prints text; leave --format out") }
    }

    func run() throws {
      let selection = RuleSelection(path: path, folders: ruleOptions.folders)
      var options = ruleOptions
      options.folders = selection.folders
      if watch { return try keepWatch(selection, options) }
      let rules = try known(options.loadOrExit())
      let indices = rules.rules.indices.filter { selection.contains(rules.rules[$0]) }
      guard !indices.isEmpty else {
        Output.errors.write("error: \(path ?? "the rule folder") holds no rule\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let report = TestReport(try outcomes(rules, indices), showsTimes: times) { $0.rendered }
      let tested = Set(indices.map { rules.rules[$0].id })
      for warning in rules.warnings where tested.contains(warning.rule) {
        Output.errors.write("\(warning.path): warning: \(warning.message)\n  help: \(warning.help)\n")
      }
      switch format {
      case .text: Output.standard.write(report.text)
      case .junit: Output.standard.write(report.junit)
      case .json: Output.standard.write(report.json)
      }
      if report.failed > 0 { throw ExitCode(ObstatExit.findings.rawValue) }
    }

    /// With the records and claims that examples may speak of.
    private func known(_ rules: RuleSet) throws -> RuleSet {
      guard let shipped = RuleFolders.shipped() else { return rules }
      var rules = rules
      do throws(EvidenceFileErrors) { rules.knowledge = try EvidenceFolder(shipped + "/_evidence").exampleKnowledge() } catch {
        for problem in error.errors { Output.errors.write(problem.rendered) }
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      return rules
    }

    /// On as many threads as there is work for; in the order of rules.
    private func outcomes(_ rules: RuleSet, _ indices: [Int]) throws -> [RuleOutcome] {
      let coverage = coverage
      let cores = max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
      let count = max(1, min(cores, indices.count / 4))
      let boxes = (0..<count).map { _ in OutcomeBox() }
      let handles = (0..<count).map { worker -> LuaThread.Handle? in
        let box = boxes[worker]
        let own = indices.enumerated().filter { $0.offset % count == worker }.map(\.element)
        return LuaThread.start {
          do throws(LuaError) { box.result = .success(try RuleTester(rules).outcomes(own, coverage: coverage)) } catch { box.result = .failure(error) }
        }
      }
      for handle in handles { handle?.join() }
      var all: [RuleOutcome] = []
      for box in boxes {
        switch box.result {
        case .success(let outcomes): all += outcomes
        case .failure(let error):
          Output.errors.write("error: the rules cannot be run: \(error.message)\n")
          throw ExitCode(ObstatExit.impossible.rawValue)
        case nil:
          Output.errors.write("error: the rules cannot be run: no thread can be made\n")
          throw ExitCode(ObstatExit.impossible.rawValue)
        }
      }
      return all.sorted { $0.rule < $1.rule }
    }

    // MARK: Watching

    private func keepWatch(_ selection: RuleSelection, _ options: RuleOptions) throws {
      let settings = try options.configuration.loadOrExit()
      let sources: RuleOptions.Sources
      do { sources = try options.sources(settings) } catch is RulesUnusable { throw ExitCode(ObstatExit.impossible.rawValue) }
      let loader = RuleLoader(defaultLexicons: sources.defaultLexicons, limits: LuaLimits(settings.limits))
      guard let folderWatch = FolderWatch(sources.folders) else {
        Output.errors.write("error: \(sources.folders.joined(separator: ", ")) cannot be watched\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      var lexicons: AnalysisLexicons?
      // All rules first; from then on what a change affects.
      var changed: Set<String>?
      while true {
        let start = ContinuousClock.now
        let wanted = changed
        let known = lexicons
        do throws(RuleSetError) {
          let loaded = try LuaThread.run { () throws(RuleSetError) -> RuleSet in
            guard let wanted, let known else { return try loader.load(folders: sources.folders) }
            let affected = AffectedRules(try loader.files(in: sources.folders), changed: wanted)
            return try loader.load(files: affected.files, lexicons: known)
          }
          lexicons = loaded.analysisLexicons
          let rules = try? self.known(loaded)
          if let rules { try? report(rules, selection, since: start) }
        } catch {
          for problem in error.errors { Output.standard.write(problem.rendered) }
          Output.standard.write("\(error.errors.count) mistake\(error.errors.count == 1 ? "" : "s") in the rules\n")
        }
        var names: Set<String> = []
        while names.isEmpty {
          for path in folderWatch.next() where path.hasSuffix(".lua") || path.hasSuffix(".txt") {
            for folder in sources.folders where path.hasPrefix(folder + "/") {
              let name = String(path.dropFirst(folder.utf8.count + 1))
              // The word lists of the analysis belong to every rule.
              if name.hasPrefix("_lexicons/") { lexicons = nil }
              if !name.hasPrefix("_meta/") { names.insert(name) }
            }
          }
        }
        changed = names
      }
    }

    private func report(_ rules: RuleSet, _ selection: RuleSelection, since start: ContinuousClock.Instant) throws {
      let indices = rules.rules.indices.filter { selection.contains(rules.rules[$0]) }
      let report = TestReport(try outcomes(rules, indices), showsTimes: times) { $0.rendered }
      let spent = (ContinuousClock.now - start).components
      let milliseconds = spent.seconds * 1000 + spent.attoseconds / 1_000_000_000_000_000
      let names = indices.count <= 3 ? indices.map { rules.rules[$0].id }.joined(separator: ", ") + ": " : ""
      Output.standard.write("\(report.text.dropLast())  (\(names)\(milliseconds) ms)\n")
    }
  }
}

/// What one thread hands over; read after it was joined.
private final class OutcomeBox: @unchecked Sendable {
  var result: Result<[RuleOutcome], LuaError>?
}
