import Analysis
import ArgumentParser
import Configuration
import ContentModel
import Evidence
import FileSystem
import Glibc
import LuaRuntime
import RuleEngine
import RuleReview
import Scanning
import Screening

extension RulesCommand {
  struct Catalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints what each rule flags, why, on which law, and what it leaves.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html }

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: "How to print it.")
    var format: Format = .markdown

    @Option(help: ArgumentHelp("Scores by category (see Benchmarks/quality); by default those beside the shipped rules.", valueName: "file"))
    var scores: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    func run() throws {
      let rules = try ruleOptions.loadOrExit()
      let catalogue = RuleCatalogue(rules, scores: try stored())
      try Output.write(format == .html ? catalogue.html : catalogue.markdown, to: output)
    }

    private func stored() throws -> CategoryScores {
      let shipped = RuleFolders.shipped().map { $0 + "/../Benchmarks/quality/scores.tsv" }
      guard let path = scores ?? shipped.flatMap({ (try? FileSystem.kind(of: $0)) == .file ? $0 : nil }) else { return CategoryScores() }
      do {
        return try CategoryScores(String(decoding: FileSystem.read(path, limit: 1 << 20), as: UTF8.self))
      } catch let error as FileError {
        Output.errors.write("error: \(path): \(error.reason)\n")
      } catch let error as CategoryScores.Mistake {
        Output.errors.write("\(path):\(error.line): error: \(error.message)\n")
      }
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }

  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what of the rules is never put to use, and which rules are not written as rules should be.",
      discussion: """
        Exit status: 0 when nothing is to be mended, 1 where a rule is exercised by none of its examples, an instrument or word list \
        is used by nothing, or a rule about rules is broken. Phrases and words that nothing hits are listed and change nothing.
        """)

    @Option(help: ArgumentHelp("A folder of labelled cases (.jsonl), used beside the examples; may be repeated.", valueName: "folder"))
    var cases: [String] = []

    @Flag(help: "List the words of word lists that nothing holds.")
    var words = false

    @OptionGroup var ruleOptions: RuleOptions

    func run() throws {
      var loaded = try ruleOptions.loadOrExit()
      if let shipped = RuleFolders.shipped(), let knowledge = try? EvidenceFolder(shipped + "/_evidence").exampleKnowledge() {
        loaded.knowledge = knowledge
      }
      let rules = loaded
      let texts = try cases.flatMap(Self.texts)
      let coverage: RuleCoverage
      do {
        coverage = try LuaThread.run { () throws -> RuleCoverage in try RuleCoverageRun(rules).coverage(cases: texts) }
      } catch let error as LuaError {
        Output.errors.write("error: the rules cannot be run: \(error.message)\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      Output.standard.write(coverage.text(showsWords: words))
      if !coverage.isClean { throw ExitCode(ObstatExit.findings.rawValue) }
    }

    /// The texts of a folder's cases, without their marks.
    private static func texts(_ folder: String) throws -> [(format: DocumentFormat, text: String)] {
      func fail(_ words: String) -> ExitCode {
        Output.errors.write("error: \(words)\n")
        return ExitCode(ObstatExit.impossible.rawValue)
      }
      do {
        var texts: [(format: DocumentFormat, text: String)] = []
        for name in try FileSystem.names(inFolder: folder) where name.hasSuffix(".jsonl") {
          for (index, line) in try FileSystem.read(folder + "/" + name).split(separator: 0x0A).enumerated() {
            guard let tree = try? JSONTree.parse(Array(line)), let text = tree["text"]?.string else {
              throw fail("\(folder)/\(name):\(index + 1) is no labelled case")
            }
            let unmarked = text.replacing("⟦", with: "").replacing("⟧", with: "")
            texts.append((tree["format"]?.string.flatMap(DocumentFormat.init(rawValue:)) ?? .text, unmarked))
          }
        }
        return texts
      } catch let error as FileError { throw fail("\(error.path): \(error.reason)") }
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what a change of rules does to the findings in documents.",
      discussion: """
        Scans the documents under both folders of rules, under the configuration in force, and compares. Exit status: 0 when nothing \
        differs, 1 when something does, 2 when nothing could be compared, 3 when some document could not be checked.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

    @Argument(help: "The folder of rule packs as it was.")
    var old: String

    @Argument(help: "The folder of rule packs as it is to be.")
    var new: String

    @Option(name: .customLong("over"), parsing: .upToNextOption, help: ArgumentHelp("Documents and folders to compare over.", valueName: "path"))
    var paths: [String]

    @Option(help: "How to print it.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var knowledgeOptions: KnowledgeOptions

    @OptionGroup var configurationOptions: ConfigurationOptions

    func run() throws {
      do {
        let settings = try configurationOptions.load()
        let knowledge = try knowledgeOptions.completed(by: settings).load()
        let before = try load(old, settings, knowledge)
        let after = try load(new, settings, knowledge)
        let list = DocumentList(paths: paths, exclude: settings.exclude.value)
        for error in list.errors { Output.errors.write("\(error.path): \(error.message)\n") }
        guard !list.documents.isEmpty else {
          Output.errors.write("error: no document found\n")
          throw ExitCode(ObstatExit.impossible.rawValue)
        }
        let tree = try configurationOptions.tree(settings, documents: list.documents.map(\.path))
        let (first, second) = (scan(list, before, settings, tree), scan(list, after, settings, tree))
        var difference = RuleDifference(rules: after)
        var failures = list.errors.count
        for (a, b) in zip(first, second) {
          switch (a, b) {
          case (.checked(let a), .checked(let b)): difference.add(old: a, new: b)
          case (.failed(let error), _), (_, .failed(let error)):
            failures += 1
            Output.errors.write("\(error.path): not checked — \(error.message)\n")
          }
        }
        switch format {
        case .text: try Output.write(difference.text, to: output)
        case .html: try Output.write(difference.html(oldName: old, newName: new), to: output)
        case .json: try Output.write(difference.json(oldDigest: Scanner.digest(of: before), newDigest: Scanner.digest(of: after)), to: output)
        }
        if failures > 0 { throw ExitCode(ObstatExit.incomplete.rawValue) }
        if !difference.isEmpty { throw ExitCode(ObstatExit.findings.rawValue) }
      } catch let error where error is RulesUnusable || error is ConfigurationUnusable || error is EvidenceFileErrors {
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
    }

    private func load(_ folder: String, _ settings: Settings, _ knowledge: Knowledge) throws -> RuleSet {
      var options = try RuleOptions.parse([])
      options.folders = [folder]
      // A list that only one side has is no mistake here.
      var rules = try options.load(settings)
      rules.knowledge = knowledge
      return rules
    }

    private func scan(_ list: DocumentList, _ rules: RuleSet, _ settings: Settings, _ tree: ConfigurationTree) -> [Scanner.Outcome] {
      let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      var outcomes: [Scanner.Outcome] = []
      Scanner(rules: rules, workers: cores, limits: settings.limits, configuration: tree).scan(list.documents) { outcome in
        outcomes.append(outcome)
        return true
      }
      return outcomes
    }
  }
}

extension Output {
  /// Writes a text to a file, or to standard output where there is none.
  static func write(_ text: String, to path: String?) throws {
    guard let path else { return standard.write(text) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      errors.write("error: \(path) cannot be written: \(String(cString: strerror(errno)))\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    Output(descriptor: descriptor).write(text)
    close(descriptor)
  }
}
