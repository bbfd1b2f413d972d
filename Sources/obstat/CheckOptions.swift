import ArgumentParser
import Configuration
import ContentModel
import Evidence
import FileSystem
import Gate
import Glibc
import RuleEngine
import Scanning

/// What a command needs that checks documents and works on the findings, not on a report.
struct CheckOptions: ParsableArguments {
  @OptionGroup var rules: RuleOptions

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: ArgumentHelp("How many documents are checked at a time; by default one a processor core.", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must lie between 1 and 256") }
  }

  /// Loads configuration and rules; ends the program where that cannot be done, with everything said.
  func load() throws -> CheckContext {
    do {
      let settings = try rules.configuration.load()
      var loaded = try rules.load(settings)
      loaded.knowledge = try knowledge.completed(by: settings).load()
      let workingDirectory = FileSystem.realPath(".") ?? "/"
      return CheckContext(
        settings: settings, rules: loaded, workingDirectory: workingDirectory,
        root: rules.configuration.rootFolder(in: workingDirectory), jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    } catch is RulesUnusable, is ConfigurationUnusable, is EvidenceFileErrors { throw ExitCode(ObstatExit.impossible.rawValue) }
  }
}

/// Rules and settings in force.
struct CheckContext {
  let settings: Settings
  let rules: RuleSet
  let workingDirectory: String
  /// The folder of the policy, if there is one.
  let root: String?
  let jobs: Int

  /// Documents that were checked, and those that were not.
  struct Outcome {
    var reports: [DocumentReport] = []
    var errors: [DocumentError] = []
  }

  func list(_ paths: [String]) -> DocumentList { DocumentList(paths: paths, exclude: settings.exclude.value) }

  /// Checks under the configuration in force, as the gate does.
  func scanner(_ list: DocumentList) -> Scanner {
    let mayFolders = settings.gate.mayWeaken.value.contains(.folders) && root != nil
    // A folder's file that is wrong was said to be when the gate was made.
    let found = try? ConfigurationTree(
      settings, hasFolders: mayFolders, documents: list.documents.map(\.path), workingDirectory: workingDirectory)
    var tree = found ?? ConfigurationTree(settings, workingDirectory: workingDirectory)
    tree.heedsDocuments = settings.gate.mayWeaken.value.contains(.documents)
    return Scanner(rules: rules, workers: jobs, limits: settings.limits, configuration: tree)
  }

  /// Checks documents; says on standard error which could not be checked.
  func check(_ list: DocumentList) -> Outcome {
    var outcome = Outcome(errors: list.errors)
    scanner(list).scan(list.documents) { result in
      switch result {
      case .checked(let report): outcome.reports.append(report)
      case .failed(let error): outcome.errors.append(error)
      }
      return true
    }
    for error in outcome.errors { Output.errors.write("\(error.path): not checked (\(error.code.rawValue)) — \(error.message)\n") }
    return outcome
  }

  /// The gate for some documents; ends the program where it cannot be made, with everything said.
  func gate(_ options: GateOptions, _ configuration: ConfigurationOptions, for list: DocumentList, usesBaseline: Bool) throws -> Gate {
    try orExit {
      try options.gate(rules, settings: settings, configuration: configuration, documents: list.documents, usesBaseline: usesBaseline)
    }
  }

  func orExit<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch is ConfigurationUnusable { throw ExitCode(ObstatExit.impossible.rawValue) }
  }
}

/// Writes a file of the gate in one step, or says why not and ends the program.
///
/// - Parameter expected: what must stand there, so that nobody's change is lost; empty for no file.
func replaceOrExit(_ path: String, with bytes: [UInt8], expecting expected: [UInt8]) throws {
  do throws(FileError) {
    try FileSystem.replace(path, with: bytes, expecting: expected)
  } catch {
    Output.errors.write(
      error.isChanged
        ? "error: \(path) was changed by somebody else meanwhile; nothing was written\n  help: do it again\n"
        : "error: \(path) cannot be written: \(error.reason)\n")
    throw ExitCode(ObstatExit.impossible.rawValue)
  }
}
