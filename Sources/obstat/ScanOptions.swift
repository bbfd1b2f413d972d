import ArgumentParser
import Configuration
import ContentModel
import Reporters

/// What every command that scans can be told.
struct ScanOptions: ParsableArguments {
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case review, blocked
    var verdict: Verdict { self == .review ? .review : .blocked }
  }

  @Argument(
    help: ArgumentHelp(
      "Files, folders and globs to check; - is standard input.",
      discussion: "Folders are walked; names that begin with a dot and what .gitignore names are passed over. What is named is always checked."))
  var paths: [String] = []

  @OptionGroup var ruleOptions: RuleOptions

  @OptionGroup var knowledgeOptions: KnowledgeOptions

  @Option(name: .customLong("format"), help: "How to print the findings; by default text, or what the configuration says.")
  var chosenFormat: ReportFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Write a further report to a file: sarif=obstat.sarif. May be repeated.", valueName: "format=file"),
    transform: ReportRequest.init(argument:))
  var report: [ReportRequest] = []

  @Option(
    name: .customLong("fail-on"),
    help: "The lowest verdict that makes the exit status 1; by default review, or what the configuration says.")
  var chosenThreshold: Threshold?

  @Flag(help: "Exit with 0 instead of 1.")
  var exitZero = false

  @Option(name: .customLong("as"), help: ArgumentHelp("The format of standard input: text, markdown or html. By default that of --path's name.", valueName: "format"))
  var inputFormat: DocumentFormat?

  @Option(name: .customLong("path"), help: ArgumentHelp("The path under which standard input is reported.", valueName: "name"))
  var inputPath: String?

  @Option(
    help: ArgumentHelp(
      "Check only documents that differ from their state where REV and the present commit parted, and new ones that git does not ignore.",
      valueName: "rev"))
  var changedSince: String?

  @Option(help: ArgumentHelp("Check only what fits the glob; may be repeated.", valueName: "glob"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Pass over what fits the glob; may be repeated.", valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Also check what .gitignore names.")
  var noIgnore = false

  @Flag(help: "Where there is nothing to check, say so and exit with 0.")
  var allowEmpty = false

  @Option(name: .customLong("color"), help: "Colours in text output; by default auto, or what the configuration says.")
  var chosenColor: TerminalStyle.ColorFlag?

  @Option(help: ArgumentHelp("How many documents are checked at a time; by default one a processor core.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "End at the first document whose verdict reaches --fail-on.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Keep what is done in a file, and take it up from there if it exists: for batches that may be interrupted. The file is removed at the end.",
      valueName: "state"))
  var resume: String?

  @Flag(inversion: .prefixedNo, help: "Show progress on standard error; by default if it is a terminal, and neither NO_COLOR nor CI is set.")
  var progress: Bool?

  @Flag(
    help: ArgumentHelp(
      "Check documents in limited processes without access to files and network, so that a document that crashes one costs no other."))
  var isolate = false

  @Flag(help: "Say on standard error how much was done, and which rules took how long; not with --isolate.")
  var statistics = false

  /// For tests: workers obey marks in documents that ask for a crash.
  @Flag(help: .hidden)
  var workerFaults = false

  /// How results are shown: as the command line says, else the configuration, else as text.
  func presentation(_ configured: OutputSettings) -> Presentation {
    let format = chosenFormat ?? configured["format"].flatMap(ReportFormat.init)
    // A page is of no use on a terminal, and shows words that a log should not hold.
    let isPage = chosenFormat == nil && output == nil && (format == .html || format == .index)
    return Presentation(
      requests: [ReportRequest(format: isPage ? .text : format ?? .text, path: output)] + report,
      threshold: chosenThreshold ?? configured["fail-on"].flatMap(Threshold.init) ?? .review,
      color: chosenColor ?? configured["color"].flatMap(TerminalStyle.ColorFlag.init) ?? .auto)
  }

  struct Presentation {
    /// Every report asked for; the main one first.
    var requests: [ReportRequest]
    var threshold: Threshold
    var color: TerminalStyle.ColorFlag
  }

  mutating func validate() throws {
    if paths.isEmpty {
      guard changedSince != nil else { throw ValidationError("give the files or folders to check") }
      paths = ["."]
    }
    if statistics, isolate { throw ValidationError("--statistics counts in this process; leave out --isolate") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must lie between 1 and 256") }
    if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("- may stand once: there is one standard input") }
    if !paths.contains("-") {
      if inputFormat != nil { throw ValidationError("--as tells of standard input; give - as a path") }
      if inputPath != nil { throw ValidationError("--path tells of standard input; give - as a path") }
    } else if changedSince != nil {
      throw ValidationError("--changed-since asks git, which knows nothing of standard input")
    }
    let files = ([output] + report.map(\.path)).compactMap(\.self)
    if Set(files).count < files.count { throw ValidationError("two reports cannot go to one file") }
  }
}

extension ReportRequest {
  /// `format=file`, as `--report` takes it.
  init(argument: String) throws {
    guard let sign = argument.firstIndex(of: "="), argument.index(after: sign) < argument.endIndex,
      let format = ReportFormat(rawValue: String(argument[..<sign]))
    else {
      throw ValidationError("give format=file, with one of the formats \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.init(format: format, path: String(argument[argument.index(after: sign)...]))
  }
}

extension TerminalStyle.ColorFlag: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
