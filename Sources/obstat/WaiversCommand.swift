import Analysis
import ArgumentParser
import Configuration
import ContentModel
import FileSystem
import Gate
import RuleEngine
import Scanning

struct WaiversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waivers", abstract: "Keeps the file of findings that a responsible person lets stand.",
    subcommands: [ListWaivers.self, AddWaiver.self, CheckWaivers.self, PruneWaivers.self])
}

/// The file of waivers as a command finds it.
struct WaiverStore {
  let path: String
  let shown: String
  /// Empty where the file does not exist.
  let bytes: [UInt8]
  let file: WaiverFile

  /// What every command about waivers begins with.
  static func opened(_ check: CheckOptions, _ options: GateOptions) throws -> (context: CheckContext, today: Day, store: WaiverStore) {
    let context = try check.load()
    return (context, try context.today(), try WaiverStore(options, context))
  }

  /// Reads the file, or ends the program where it has mistakes or nobody says where it is.
  init(_ options: GateOptions, _ context: CheckContext) throws {
    guard let path = options.waiverPath(context.settings, root: context.root) else {
      Output.errors.write("error: there is no repository around the working directory to keep waivers in\n  help: name a file with --waivers\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    self.path = path
    shown = GateOptions.shown(path, in: context.workingDirectory)
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: WaiverFile.maximumBytes + 1)
    } catch {
      guard error.isMissing else {
        Output.errors.write("\(path): error: cannot be read: \(error.reason)\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      bytes = []
    }
    let bytes = bytes
    file = try context.orExit { try GateOptions.waiverFile(bytes, path: path, longestDays: context.settings.gate.longestWaiverDays.value, in: context.workingDirectory) }
  }

  /// Writes the file as changed.
  func write(_ change: (WaiverFile) throws(WaiverFileErrors) -> [UInt8]) throws {
    let changed: [UInt8]
    do throws(WaiverFileErrors) {
      changed = try change(file)
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    if changed != bytes { try replaceOrExit(path, with: changed, expecting: bytes) }
  }

  /// “3 waivers: 2 in force, 1 expired”.
  func summary(on day: Day) -> String {
    let waivers = file.waivers
    let states = [Waiver.State.inForce, .notYet, .expired].compactMap { state -> String? in
      let count = waivers.count { $0.state(on: day) == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    let total = "\(waivers.count) waiver\(waivers.count == 1 ? "" : "s")"
    return states.isEmpty ? total : "\(total): \(states.joined(separator: ", "))"
  }
}

extension CheckContext {
  /// The day on which waivers are judged.
  func today() throws -> Day {
    if let today = rules.knowledge.today { return today }
    Output.errors.write("error: the system's clock cannot be read\n  help: give the day with --today\n")
    throw ExitCode(ObstatExit.impossible.rawValue)
  }
}

struct ListWaivers: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows each waiver: what, where, why, on whose word and until when.")

  @OptionGroup var check: CheckOptions
  @OptionGroup var options: GateOptions

  func run() throws {
    let (_, today, store) = try WaiverStore.opened(check, options)
    var text = ""
    for waiver in store.file.waivers {
      let what = if case .category(let name) = waiver.subject { "category \(name)" } else { waiver.subject.name }
      let state =
        switch waiver.state(on: today) {
        case .inForce: "in force until \(waiver.ends)"
        case .notYet: "in force from \(waiver.granted) to \(waiver.ends)"
        case .expired: "expired on \(waiver.ends)"
        }
      text += "\(store.shown):\(waiver.line): \(what) in \(waiver.document), \(state)\n"
      text += "  “\(waiver.words)”\n  \(waiver.reason)\n"
      text += "  granted on \(waiver.granted) by \(waiver.approver)\(waiver.ticket.map { ", \($0)" } ?? "")\n"
    }
    Output.standard.write(text + store.summary(on: today) + "\n")
  }
}

struct AddWaiver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Waives a finding: checks the document, finds the words, and writes the entry.",
    discussion: """
      The waiver holds for these words in this document, or in those that --documents names, and lapses when the words change. \
      Exit status: 0, or 1 when the document has no such finding, or 2 when nothing could be done, or 3 when the document could \
      not be checked.
      """)

  @Argument(help: "The document.")
  var document: String

  @Option(help: ArgumentHelp("The rule, such as health/guaranteed-outcome.", valueName: "id"))
  var rule: String

  @Option(help: "The finding's exact words; white space does not matter. May be left out where the rule flags one place only.")
  var words: String?

  @Flag(help: "Waive the words for every rule of the rule's category.")
  var wholeCategory = false

  @Option(help: ArgumentHelp("The documents that the waiver holds for, as a glob counted from the file of waivers; by default the one checked.", valueName: "glob"))
  var documents: String?

  @Option(help: "Why the words may stand.")
  var reason: String

  @Option(help: "Who answers for it.")
  var approver: String

  @Option(help: ArgumentHelp("The last day on which the waiver holds.", valueName: "YYYY-MM-DD"))
  var expires: String

  @Option(help: ArgumentHelp("The first day; by default today.", valueName: "YYYY-MM-DD"))
  var granted: String?

  @Option(help: "Where the decision is on record.")
  var ticket: String?

  @OptionGroup var check: CheckOptions
  @OptionGroup var options: GateOptions

  func validate() throws {
    for (name, text) in [("--reason", reason), ("--approver", approver)] where !text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      throw ValidationError("\(name) must not be empty")
    }
    for (name, text) in [("--expires", Optional(expires)), ("--granted", granted)] {
      if let text, Day(text) == nil { throw ValidationError("\(name) takes a day as YYYY-MM-DD, such as 2027-03-31") }
    }
  }

  func run() throws {
    let (context, today, store) = try WaiverStore.opened(check, options)
    guard let until = Day(expires), until >= today else { throw refused("the waiver would have expired on \(expires)", "give a day to come with --expires") }
    let list = context.list([document])
    let gate = try context.gate(options, check.rules.configuration, for: list, usesBaseline: false)
    guard let id = gate.rules.currentID(of: rule) ?? (rule.hasPrefix(Finding.engineCategory + "/") ? rule : nil) else {
      throw refused("no rule '\(rule)'", gate.rules.suggestion(for: rule).map { "did you mean '\($0)'?" } ?? "obstat rules list")
    }
    let outcome = context.check(list)
    guard outcome.reports.count == 1, let report = outcome.reports.first.map(gate.judge) else {
      if outcome.reports.count > 1 { throw refused("\(document) holds several documents", "waive the findings of each") }
      throw ExitCode((list.documents.isEmpty && outcome.errors.allSatisfy { $0.code == .missing } ? ObstatExit.impossible : .incomplete).rawValue)
    }
    let reported = try finding(of: id, in: report, today: today)
    let subject: Waiver.Subject = wholeCategory ? .category(reported.finding.category) : .rule(id)
    let waiver = try waiver(subject, reported, report, store, context, from: granted.flatMap(Day.init) ?? today, until: until)
    try store.write { file throws(WaiverFileErrors) in try file.adding(waiver) }
    Output.standard.write("\(store.shown): \(subject.name) waived in \(waiver.document) until \(until)\n  “\(waiver.words)”\n")
  }

  /// The one finding that is meant.
  private func finding(of id: String, in report: DocumentReport, today: Day) throws -> ReportedFinding {
    let ofRule = report.findings.filter { $0.finding.rule == id && !$0.finding.isOfGate }
    let wanted = words.map { Fingerprint($0) }
    let matching = ofRule.filter { wanted == nil || Fingerprint(Waiver.readableWords(of: $0)) == wanted }
    let texts = Set(matching.map { Fingerprint(Waiver.readableWords(of: $0)) })
    guard let first = matching.first, texts.count == 1 else {
      if ofRule.isEmpty {
        Output.errors.write("error: \(report.path) has no finding of \(id)\n")
      } else {
        Output.errors.write("error: " + (matching.isEmpty ? "\(id) does not flag these words in \(report.path)\n" : "\(id) flags several places in \(report.path)\n"))
        for reported in ofRule { Output.errors.write("  line \(reported.location.startLine): “\(Waiver.readableWords(of: reported))”\n") }
        Output.errors.write("  help: give the words of one with --words\n")
      }
      throw ExitCode(ObstatExit.findings.rawValue)
    }
    if let disposition = matching.first(where: { $0.disposition != nil })?.disposition, matching.allSatisfy({ $0.disposition != nil }) {
      throw refused("these words are \(disposition.kind.rawValue) already", "obstat waivers list")
    }
    return first
  }

  private func waiver(
    _ subject: Waiver.Subject, _ reported: ReportedFinding, _ report: DocumentReport, _ store: WaiverStore, _ context: CheckContext,
    from start: Day, until end: Day
  ) throws -> Waiver {
    let name = documents ?? LexicalPath.relative(report.path, to: store.file.folder, workingDirectory: context.workingDirectory)
    if documents == nil, name.contains("*") || name.contains("?") {
      throw refused("the name of \(report.path) holds * or ?, which would stand for other documents as well", "rename the document")
    }
    guard start <= end else { throw refused("the waiver would end on \(end), before it begins", "give a later day with --expires") }
    let longest = context.settings.gate.longestWaiverDays
    if let days = longest.value, end.number - start.number > days {
      let last = Day(number: start.number + days) ?? end
      throw refused("a waiver may last \(days) day\(days == 1 ? "" : "s") (\(longest.origin)), until \(last)", "give that day or an earlier one with --expires")
    }
    do {
      let waiver = try Waiver(
        subject: subject, document: name, folder: store.file.folder,
        fingerprint: Waiver.fingerprint(subject, words: Waiver.words(of: reported, in: report.document)),
        words: Waiver.readableWords(of: reported), reason: Self.line(reason), approver: Self.line(approver), granted: start, expires: end,
        ticket: ticket.map(Self.line))
      guard waiver.covers(document: report.path, in: context.workingDirectory) else {
        throw refused("'\(name)' does not name \(report.path)", "globs count from the folder of \(store.shown)")
      }
      return waiver
    } catch let exit as ExitCode { throw exit } catch {
      throw refused("the document cannot be named as '\(name)'", "keep the file of waivers at the root of the folder that holds the documents")
    }
  }

  private static func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  private func refused(_ message: String, _ help: String) -> ExitCode {
    Output.errors.write("error: \(message)\n  help: \(help)\n")
    return ExitCode(ObstatExit.impossible.rawValue)
  }

  /// Words, white space aside.
  private struct Fingerprint: Hashable {
    let words: String
    init(_ text: String) { words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}
