import Analysis
import ArgumentParser
import Configuration
import ContentModel
import Evidence
import FileSystem
import Glibc
import Reporters
import RuleEngine
import Scanning

struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Checks documents and prints the findings.",
    discussion: """
      Reads plain text, Markdown and HTML; folders are walked. Exit status: 0 when every verdict lies below --fail-on, \
      1 when some verdict reaches it, 2 when nothing could be scanned, 3 when some document could not be checked.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson, html }
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case review, blocked
    var verdict: Verdict { self == .review ? .review : .blocked }
  }

  @Argument(help: "Files and folders to check.")
  var paths: [String]

  @OptionGroup var ruleOptions: RuleOptions

  @OptionGroup var knowledgeOptions: KnowledgeOptions

  @Option(help: "How to print the findings.")
  var format: Format = .text

  @Option(help: "The lowest verdict that makes the exit status 1.")
  var failOn: Threshold = .review

  @Flag(help: "Exit with 0 instead of 1.")
  var exitZero = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Colours in text output.")
  var color: TerminalStyle.ColorFlag = .auto

  @Option(help: ArgumentHelp("How many documents are checked at a time; by default one a processor core.", valueName: "number"))
  var jobs: Int?

  @Flag(
    help: ArgumentHelp(
      "Check documents in limited processes without access to files and network, so that a document that crashes one costs no other."))
  var isolate = false

  /// For tests: workers obey marks in documents that ask for a crash.
  @Flag(help: .hidden)
  var workerFaults = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("give the files or folders to check") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must lie between 1 and 256") }
  }

  func run() throws {
    let sink = try ReportSink(self)
    let settings: Settings
    var rules: RuleSet
    do {
      settings = try ruleOptions.configuration.load()
      rules = try ruleOptions.load(settings)
      rules.knowledge = try knowledgeOptions.completed(by: settings).load()
    } catch let error as RulesUnusable {
      sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .rule, message: $0.message) })
      throw ExitCode(ObstatExit.impossible.rawValue)
    } catch let error as ConfigurationUnusable {
      sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .configuration, message: $0.message) })
      throw ExitCode(ObstatExit.impossible.rawValue)
    } catch let error as EvidenceFileErrors {
      sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .notChecked, message: $0.message) })
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let list = DocumentList(paths: paths, exclude: settings.exclude.value)
    sink.rulesDigest = Scanner.digest(of: rules)
    if list.documents.isEmpty, list.errors.allSatisfy({ $0.code == .missing }) {
      for error in list.errors { sink.tell(error) }
      Output.errors.write("error: no document found\n  help: give text, Markdown or HTML files, or folders that hold some\n")
      if list.excludedCount > 0 {
        Output.errors.write("  note: \(list.excludedCount) excluded by \(settings.exclude.origin)\n")
      }
      sink.abandon(list.errors)
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let tree: ConfigurationTree
    do {
      tree = try ruleOptions.configuration.tree(settings, documents: list.documents.map(\.path))
      for document in list.documents { try ruleOptions.check(tree.settings(for: document.path), against: rules) }
    } catch let error as ConfigurationUnusable {
      sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .configuration, message: $0.message) })
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    var worst = Verdict.clear
    for error in list.errors { sink.add(error) }
    var isIncomplete = !list.errors.isEmpty
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let scanner = Scanner(
      rules: rules, workers: jobs ?? cores, limits: settings.limits, isolation: try isolation(settings, rules.knowledge),
      configuration: tree)
    scanner.scan(list.documents) { outcome in
      switch outcome {
      case .checked(let report):
        worst = max(worst, report.verdict)
        sink.add(report)
      case .failed(let error):
        isIncomplete = true
        sink.add(error)
      }
    }
    sink.finish()
    if isIncomplete { throw ExitCode(ObstatExit.incomplete.rawValue) }
    if worst >= failOn.verdict, !exitZero { throw ExitCode(ObstatExit.findings.rawValue) }
  }

  /// How workers are started, if they are asked for; says once which protections this kernel lacks.
  private func isolation(_ settings: Settings, _ knowledge: Knowledge) throws -> WorkerLaunch? {
    guard isolate else { return nil }
    for missing in WorkerLaunch.missingProtections { Output.errors.write("warning: \(missing)\n") }
    let sources = try ruleOptions.sources(settings)
    return WorkerLaunch(
      ruleFolders: sources.folders, defaultLexicons: sources.defaultLexicons,
      knowledgeArguments: try knowledgeOptions.completed(by: settings).arguments(knowledge),
      additions: settings.lexicons.map { ($0.lexicon, $0.words) }, obeysFaults: workerFaults)
  }
}

extension TerminalStyle.ColorFlag: ExpressibleByArgument {}
