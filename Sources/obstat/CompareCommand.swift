import ArgumentParser
import ContentModel
import FileSystem
import Gate
import Readers
import Reporters
import Scanning

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says which findings are new in the second version of a document, which are fixed, and which are still open.",
    discussion: """
      Findings are told by rule and words: text that moved or was wrapped anew is recognised. Exit status: 0, or 1 when a new \
      finding reaches --fail-on, or 2 when nothing could be compared, or 3 when a version could not be checked.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The version before.")
  var old: String

  @Argument(help: "The version after.")
  var new: String

  @OptionGroup var check: CheckOptions

  @Option(help: "How to print the comparison.")
  var format: Format = .text

  @Option(help: "The lowest verdict of new findings that makes the exit status 1.")
  var failOn: ScanOptions.Threshold = .review

  @Flag(help: "Exit with 0 instead of 1.")
  var exitZero = false

  func run() throws {
    let context = try check.load()
    var reports: [DocumentReport] = []
    for path in [old, new] {
      guard !FileSystem.isFolder(path) else {
        Output.errors.write("error: \(path) is a folder\n  help: compare two versions of one document\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let outcome = context.check(DocumentList(paths: [path]))
      guard let report = outcome.reports.first else {
        throw ExitCode((outcome.errors.first?.code == .missing ? ObstatExit.impossible : .incomplete).rawValue)
      }
      reports.append(report)
    }
    let comparison = DocumentComparison(old: reports[0], new: reports[1])
    switch format {
    case .text: Output.standard.write(ComparisonReporter.text(comparison))
    case .json:
      Output.standard.write(
        ComparisonReporter.json(comparison, toolVersion: Obstat.toolVersion, rulesDigest: Scanner.digest(of: context.rules)))
    }
    let worst = comparison.added.map(\.finding.severity.verdict).max() ?? .clear
    if worst >= failOn.verdict, !exitZero { throw ExitCode(ObstatExit.findings.rawValue) }
  }
}
