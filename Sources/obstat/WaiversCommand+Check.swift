import Analysis
import ArgumentParser
import ContentModel
import FileSystem
import Gate
import Scanning

/// What a scan says about each waiver of a file.
struct WaiverUse {
  /// Of waivers whose words were found.
  private(set) var used: Set<Int> = []
  /// Of waivers that name a document which was checked.
  private(set) var named: Set<Int> = []

  init(_ waivers: [Waiver], in reports: [DocumentReport], rules: RuleCatalogue, workingDirectory: String) {
    for report in reports {
      for (index, waiver) in waivers.enumerated() where waiver.covers(document: report.path, in: workingDirectory) {
        named.insert(index)
        if report.findings.contains(where: { waiver.covers($0, of: report.document, rules: rules) }) { used.insert(index) }
      }
    }
  }

  /// Whether a waiver's documents were checked and its words are gone.
  func hasLapsed(_ index: Int) -> Bool { named.contains(index) && !used.contains(index) }
}

struct CheckWaivers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says which waivers have expired, will soon, or, given the documents, have lapsed.",
    discussion: """
      A waiver lapses when its words are found no more. Exit status: 0, or 1 when a waiver has expired or lapsed or names an \
      unknown rule, or 2 when the file has mistakes, or 3 when some document could not be checked.
      """)

  @Argument(help: "Files and folders to check; none to look at the file of waivers alone.")
  var paths: [String] = []

  @OptionGroup var check: CheckOptions
  @OptionGroup var options: GateOptions

  /// Days before its end on which a waiver is mentioned.
  static let noticeDays = 30

  func run() throws {
    let (context, today, store) = try WaiverStore.opened(check, options)
    let outcome = paths.isEmpty ? CheckContext.Outcome() : context.check(context.list(paths))
    let catalogue = RuleCatalogue(context.rules)
    let use = WaiverUse(store.file.waivers, in: outcome.reports, rules: catalogue, workingDirectory: context.workingDirectory)
    var text = ""
    var hasProblem = false
    for (index, waiver) in store.file.waivers.enumerated() {
      func say(_ severity: Severity, _ what: String) {
        text += "\(store.shown):\(waiver.line): \(severity.rawValue): the waiver of \(waiver.subject.name) for “\(waiver.words)” \(what)\n"
        if severity > .note { hasProblem = true }
      }
      if let what = unknown(waiver, catalogue) { say(.warning, what) }
      switch waiver.state(on: today) {
      case .expired: say(.warning, "expired on \(waiver.ends)")
      case .notYet: say(.note, "is in force from \(waiver.granted) only")
      case .inForce:
        if use.hasLapsed(index) { say(.warning, "has lapsed: the words are not found in \(waiver.document)") }
        let days = waiver.ends.number - today.number
        if days <= Self.noticeDays { say(.note, "expires on \(waiver.ends), in \(days) day\(days == 1 ? "" : "s")") }
      }
    }
    Output.standard.write(text + store.summary(on: today) + "\n")
    if !outcome.errors.isEmpty { throw ExitCode(ObstatExit.incomplete.rawValue) }
    if hasProblem { throw ExitCode(ObstatExit.findings.rawValue) }
  }

  private func unknown(_ waiver: Waiver, _ catalogue: RuleCatalogue) -> String? {
    let name = waiver.subject.name
    if name == Finding.engineCategory || name.hasPrefix(Finding.engineCategory + "/") { return nil }
    switch waiver.subject {
    case .rule: return catalogue.currentID(of: name) == nil ? "names a rule that is not in force" : nil
    case .category: return catalogue.isCategory(name) ? nil : "names a category that no rule in force has"
    }
  }
}

struct PruneWaivers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Takes waivers out of the file that have expired and, given the documents, that have lapsed.",
    discussion: "Comments stay. Exit status: 0, or 2, or 3 when some document could not be checked, and nothing is taken out then.")

  @Argument(help: "Files and folders to check; none to take out only what has expired.")
  var paths: [String] = []

  @OptionGroup var check: CheckOptions
  @OptionGroup var options: GateOptions

  func run() throws {
    let (context, today, store) = try WaiverStore.opened(check, options)
    let outcome = paths.isEmpty ? CheckContext.Outcome() : context.check(context.list(paths))
    guard outcome.errors.isEmpty else {
      Output.errors.write("error: some document could not be checked; no waiver was taken out\n")
      throw ExitCode(ObstatExit.incomplete.rawValue)
    }
    let use = WaiverUse(
      store.file.waivers, in: outcome.reports, rules: RuleCatalogue(context.rules), workingDirectory: context.workingDirectory)
    var removed: Set<Int> = []
    var text = ""
    for (index, waiver) in store.file.waivers.enumerated() {
      let why: String
      if waiver.state(on: today) == .expired {
        why = "expired on \(waiver.ends)"
      } else if use.hasLapsed(index) {
        why = "lapsed"
      } else {
        continue
      }
      removed.insert(index)
      text += "\(store.shown):\(waiver.line): taken out, \(why): \(waiver.subject.name) for “\(waiver.words)” in \(waiver.document)\n"
    }
    let indices = removed
    try store.write { file throws(WaiverFileErrors) in try file.removing(indices) }
    let left = store.file.waivers.count - removed.count
    Output.standard.write(text + "\(removed.count) taken out, \(left) left\n")
  }
}
