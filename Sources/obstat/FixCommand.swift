import ArgumentParser
import Configuration
import ContentModel
import FileSystem
import Gate
import RuleEngine
import Scanning

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Makes the replacements that rules call safe.",
    discussion: """
      Only those: everything else is a person's to mend. What is suppressed or waived is left as it is. Each changed document is \
      checked anew, and left alone where a change would raise a finding. Exit status: 0, or with --diff 1 when there is something \
      to fix, or 2 when nothing could be done, or 3 when some document could not be checked or written.
      """)

  @Argument(help: "Files and folders to fix.")
  var paths: [String]

  @Flag(help: "Print what would change, as a unified diff.")
  var diff = false

  @Flag(help: "Change the files.")
  var apply = false

  @OptionGroup var check: CheckOptions
  @OptionGroup var options: GateOptions

  func validate() throws {
    if diff == apply { throw ValidationError("say either --diff, to see what would change, or --apply, to change it") }
  }

  /// Fixes that uncover further ones are made too, so many times over.
  private static let rounds = 10

  func run() throws {
    let context = try check.load()
    let list = context.list(paths)
    for error in list.errors { Output.errors.write("\(error.path): not checked (\(error.code.rawValue)) — \(error.message)\n") }
    if list.documents.isEmpty, list.errors.allSatisfy({ $0.code == .missing }) {
      Output.errors.write("error: no document found\n  help: give text, Markdown or HTML files, or folders that hold some\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let gate = try context.gate(options, check.rules.configuration, for: list, usesBaseline: false)
    let (diff, limit) = (diff, context.settings.limits.documentBytes.value)
    let scanner = context.scanner(list)
    let tally = scanner.withChecker { check in
      var tally = Tally()
      for entry in list.documents { Self.fix(entry, gate, limit: limit, isDiff: diff, check, &tally) }
      return tally
    }
    let documents = "\(tally.documents) document\(tally.documents == 1 ? "" : "s")"
    Output.errors.write("\(tally.fixes) fix\(tally.fixes == 1 ? "" : "es") \(diff ? "to make" : "made") in \(documents)\n")
    if tally.hasFailed || !list.errors.isEmpty { throw ExitCode(ObstatExit.incomplete.rawValue) }
    if diff, tally.fixes > 0 { throw ExitCode(ObstatExit.findings.rawValue) }
  }

  /// What was done.
  private struct Tally: Sendable {
    var fixes = 0
    var documents = 0
    var hasFailed = false

    mutating func fail(_ message: String) {
      hasFailed = true
      Output.errors.write("error: \(message)\n")
    }
  }

  private static func fix(
    _ entry: DocumentList.Entry, _ gate: Gate, limit: Int, isDiff: Bool, _ check: Scanner.Check, _ tally: inout Tally
  ) {
    let path = entry.path
    let original: [UInt8]
    do throws(FileError) {
      original = try FileSystem.read(path, limit: limit)
    } catch { return tally.fail("\(path) cannot be read: \(error.reason)") }
    var bytes = original
    var fixes = 0
    var report: DocumentReport
    switch check(bytes, entry) {
    case .checked(let checked): report = gate.judge(checked)
    case .failed(let error): return tally.fail("\(path) \(error.message)")
    }
    for (reported, why) in TextFix(report).skipped {
      Output.errors.write("\(path):\(reported.location.startLine): left as it is (\(reported.finding.rule)): \(why)\n")
    }
    for _ in 0..<rounds {
      let fix = TextFix(report)
      if fix.edits.isEmpty { break }
      let changed = fix.applied(to: bytes)
      guard case .checked(let checked) = check(changed, entry) else { return tally.fail("\(path) could not be checked once fixed; it was left as it is") }
      let next = gate.judge(checked)
      if let rule = TextFix.gained(report, next) {
        return tally.fail("\(path) would have more findings of \(rule) once fixed; it was left as it is")
      }
      bytes = changed
      report = next
      fixes += fix.edits.count
    }
    guard bytes != original else { return }
    if isDiff {
      Output.standard.write(LineDifference.unified(original, bytes, path: path.hasPrefix("./") ? String(path.dropFirst(2)) : path))
    } else {
      do throws(FileError) {
        try FileSystem.replace(path, with: bytes, expecting: original)
      } catch {
        return tally.fail(error.isChanged ? "\(path) was changed by somebody else meanwhile; it was left as it is" : "\(path) cannot be written: \(error.reason)")
      }
      Output.standard.write("\(path): \(fixes) fix\(fixes == 1 ? "" : "es")\n")
    }
    tally.fixes += fixes
    tally.documents += 1
  }
}
