import ArgumentParser
import ContentModel
import FileSystem
import Gate
import Scanning

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Records the findings of today, so that the gate counts only new ones.",
    subcommands: [Create.self, Update.self, Show.self])

  /// Where the baseline stands, or ends the program.
  private static func path(_ options: GateOptions, _ context: CheckContext) throws -> String {
    if let path = options.baselinePath(context.settings, root: context.root) { return path }
    Output.errors.write("error: there is no repository around the working directory to keep a baseline in\n  help: name a file with --baseline\n")
    throw ExitCode(ObstatExit.impossible.rawValue)
  }

  private static func documents(_ context: CheckContext, _ paths: [String]) throws -> DocumentList {
    let list = context.list(paths)
    if list.documents.isEmpty, list.errors.allSatisfy({ $0.code == .missing }) {
      for error in list.errors { Output.errors.write("\(error.path): not checked (\(error.code.rawValue)) — \(error.message)\n") }
      Output.errors.write("error: no document found\n  help: give text, Markdown or HTML files, or folders that hold some\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    return list
  }

  private static func phrase(_ count: Int, _ noun: String = "finding") -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records every finding that counts today.",
      discussion: "What is suppressed or waived is not recorded. Exit status: 0, or 2, or 3 when some document could not be checked.")

    @Argument(help: "Files and folders to check.")
    var paths: [String]

    @OptionGroup var check: CheckOptions
    @OptionGroup var options: GateOptions

    @Flag(help: "Write over a baseline that exists.")
    var force = false

    func run() throws {
      let context = try check.load()
      let path = try BaselineCommand.path(options, context)
      let existing = try? FileSystem.read(path)
      guard existing == nil || force else {
        Output.errors.write("error: \(path) exists\n  help: keep it up with obstat baseline update, or write over it with --force\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let list = try BaselineCommand.documents(context, paths)
      let gate = try context.gate(options, check.rules.configuration, for: list, usesBaseline: false)
      let outcome = context.check(list)
      var baseline = Baseline(folder: GateOptions.realFolder(of: path, in: context.workingDirectory))
      for report in outcome.reports { baseline.record(gate.judge(report), in: context.workingDirectory) }
      try replaceOrExit(path, with: Array(baseline.text.utf8), expecting: existing ?? [])
      let shown = GateOptions.shown(path, in: context.workingDirectory)
      Output.standard.write(
        "\(shown): \(BaselineCommand.phrase(baseline.count)) in \(BaselineCommand.phrase(Set(baseline.keys.map(\.document)).count, "document"))\n")
      if !outcome.errors.isEmpty { throw ExitCode(ObstatExit.incomplete.rawValue) }
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forgets what has been fixed since; new findings are not recorded.",
      discussion: """
        Only of the documents named, and of those that are gone. Exit status: 0, or 2, or 3 when some document could not be checked.
        """)

    @Argument(help: "Files and folders to check.")
    var paths: [String]

    @OptionGroup var check: CheckOptions
    @OptionGroup var options: GateOptions

    func run() throws {
      let context = try check.load()
      let path = try BaselineCommand.path(options, context)
      let bytes = (try? FileSystem.read(path)) ?? []
      guard var baseline = try context.orExit({ try options.baselineFile(context.settings, root: context.root, in: context.workingDirectory) })
      else {
        Output.errors.write("error: \(path) does not exist\n  help: obstat baseline create\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let list = try BaselineCommand.documents(context, paths)
      let gate = try context.gate(options, check.rules.configuration, for: list, usesBaseline: false)
      let before = baseline.count
      let outcome = context.check(list)
      for report in outcome.reports { baseline.keepOpen(gate.judge(report), rules: gate.rules, in: context.workingDirectory) }
      for document in Set(baseline.keys.map(\.document)) {
        do throws(FileError) { _ = try FileSystem.kind(of: LexicalPath.absolute(document, in: baseline.folder)) } catch {
          if error.isMissing { baseline.forget(document) }
        }
      }
      let updated = Array(baseline.text.utf8)
      if updated != bytes { try replaceOrExit(path, with: updated, expecting: bytes) }
      let shown = GateOptions.shown(path, in: context.workingDirectory)
      Output.standard.write(
        "\(shown): \(BaselineCommand.phrase(before - baseline.count)) fixed and forgotten, \(BaselineCommand.phrase(baseline.count)) left\n")
      if !outcome.errors.isEmpty { throw ExitCode(ObstatExit.incomplete.rawValue) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows what the baseline holds, document by document.")

    @OptionGroup var check: CheckOptions
    @OptionGroup var options: GateOptions

    func run() throws {
      let context = try check.load()
      let path = try BaselineCommand.path(options, context)
      guard let baseline = try context.orExit({ try options.baselineFile(context.settings, root: context.root, in: context.workingDirectory) })
      else {
        Output.errors.write("error: \(path) does not exist\n  help: obstat baseline create\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      var text = ""
      var document: String?
      for key in baseline.keys {
        if key.document != document { text += "\(key.document)\n" }
        document = key.document
        guard let entry = baseline.entries[key] else { continue }
        text += "  \(key.rule)\(entry.count == 1 ? "" : " ×\(entry.count)") “\(entry.excerpt)”\n"
      }
      text += "\(BaselineCommand.phrase(baseline.count)) in \(BaselineCommand.phrase(Set(baseline.keys.map(\.document)).count, "document"))\n"
      Output.standard.write(text)
    }
  }
}
