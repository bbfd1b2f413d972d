import Analysis
import ArgumentParser
import Configuration
import ContentModel
import FileSystem
import Gate
import RuleEngine
import Scanning

/// What a gate judges by beside the policy.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of waivers. By default what the configuration names, else waivers.yaml beside it or at the repository's root.",
      valueName: "file"))
  var waivers: String?

  @Option(
    help: ArgumentHelp(
      "The baseline. By default what the configuration names, else obstat-baseline.tsv beside it or at the repository's root.",
      valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("The market of all documents, as the policy names it.", valueName: "name"))
  var market: String?

  static let baselineName = "obstat-baseline.tsv"

  /// The gate in force, or says on standard error what is wrong with it and throws ``ConfigurationUnusable``.
  func gate(
    _ rules: RuleSet, settings: Settings, configuration: ConfigurationOptions, documents: [DocumentList.Entry], usesBaseline: Bool = true
  ) throws -> Gate {
    let workingDirectory = FileSystem.realPath(".") ?? "/"
    let root = configuration.rootFolder(in: workingDirectory)
    var gate = Gate(
      policy: settings.gate, rules: RuleCatalogue(rules), today: try today(rules), workingDirectory: workingDirectory)
    gate.market = market
    gate.waivers = try waiverFile(settings, root: root, in: workingDirectory)?.waivers ?? []
    if usesBaseline { gate.baseline = try baselineFile(settings, root: root, in: workingDirectory) }
    if let root { gate.nested = try NestedPolicies(root: root, in: workingDirectory).read(documents) }
    warn(of: gate)
    return gate
  }

  private func today(_ rules: RuleSet) throws -> Day {
    if let today = rules.knowledge.today { return today }
    Output.errors.write("error: the system's clock cannot be read\n  help: give the day with --today\n")
    throw ConfigurationUnusable(errors: [])
  }

  // MARK: Waivers

  /// Where waivers stand, whether or not the file exists; nil where nothing says.
  func waiverPath(_ settings: Settings, root: String?) -> String? {
    waivers ?? settings.gate.waivers.value ?? root.map { LexicalPath.absolute(WaiverFile.name, in: $0) }
  }

  /// The file of waivers; nil where there is none and nobody names one.
  func waiverFile(_ settings: Settings, root: String?, in workingDirectory: String) throws -> WaiverFile? {
    guard let path = waiverPath(settings, root: root) else { return nil }
    guard let bytes = try read(path, isNamed: waivers != nil || settings.gate.waivers.value != nil, limit: WaiverFile.maximumBytes + 1) else { return nil }
    return try Self.waiverFile(bytes, path: path, longestDays: settings.gate.longestWaiverDays.value, in: workingDirectory)
  }

  static func waiverFile(_ bytes: [UInt8], path: String, longestDays: Int?, in workingDirectory: String) throws -> WaiverFile {
    do throws(WaiverFileErrors) {
      var file = try WaiverFile(bytes, path: shown(path, in: workingDirectory), folder: realFolder(of: path, in: workingDirectory))
      file.limit(toDays: longestDays)
      return file
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw ConfigurationUnusable(errors: [])
    }
  }

  // MARK: Baseline

  func baselinePath(_ settings: Settings, root: String?) -> String? {
    baseline ?? settings.gate.baseline.value ?? root.map { LexicalPath.absolute(Self.baselineName, in: $0) }
  }

  func baselineFile(_ settings: Settings, root: String?, in workingDirectory: String) throws -> Baseline? {
    guard let path = baselinePath(settings, root: root) else { return nil }
    guard let bytes = try read(path, isNamed: baseline != nil || settings.gate.baseline.value != nil, limit: 1 << 30) else { return nil }
    do throws(Baseline.Mistake) {
      return try Baseline(bytes, folder: Self.realFolder(of: path, in: workingDirectory))
    } catch {
      Output.errors.write(
        "\(Self.shown(path, in: workingDirectory)):\(error.line): error: \(error.message)\n  help: make the file anew with obstat baseline create\n")
      throw ConfigurationUnusable(errors: [])
    }
  }

  // MARK: Files

  /// A file's bytes; nil where it is missing and nobody named it.
  private func read(_ path: String, isNamed: Bool, limit: Int) throws -> [UInt8]? {
    do throws(FileError) {
      return try FileSystem.read(path, limit: limit)
    } catch {
      if error.isMissing, !isNamed { return nil }
      Output.errors.write("\(path): error: cannot be read: \(error.reason)\n")
      throw ConfigurationUnusable(errors: [])
    }
  }

  /// A path as a user in the working directory would write it.
  static func shown(_ path: String, in workingDirectory: String) -> String {
    workingDirectory != "/" && path.hasPrefix(workingDirectory + "/") ? String(path.dropFirst(workingDirectory.utf8.count + 1)) : path
  }

  static func realFolder(of path: String, in workingDirectory: String) -> String {
    let folder = LexicalPath.folder(of: LexicalPath.absolute(path, in: workingDirectory))
    return FileSystem.realPath(folder) ?? folder
  }

  /// A policy that names a rule which is not in force may be misspelt, or meant for other rules.
  private func warn(of gate: Gate) {
    for (name, origin) in gate.unknownNames {
      let hint = gate.rules.suggestion(for: name).map { " (did you mean '\($0)'?)" } ?? ""
      Output.errors.write("warning: \(origin): no rule or category '\(name)' is in force\(hint)\n")
    }
  }
}

extension RuleCatalogue {
  init(_ rules: RuleSet) {
    self.init(rules.rules.map { Entry(id: $0.id, category: $0.category, title: $0.title, help: $0.help, formerly: $0.formerly) })
  }
}

extension ConfigurationOptions {
  /// The folder that the policy stands in: of the file that the user names, else the repository's root; nil outside of repositories.
  func rootFolder(in workingDirectory: String) -> String? {
    path.map { GateOptions.realFolder(of: $0, in: workingDirectory) } ?? ConfigurationFile.repositoryRoot(from: workingDirectory)
  }
}

extension WaiverFileError {
  /// As compilers print an error.
  var rendered: String {
    let place = line.map { SourcePlace(line: $0, column: column ?? 1, sourceLine: sourceLine, length: length) }
    return renderedMistake(path: path, place: place, message: message, help: help)
  }
}
