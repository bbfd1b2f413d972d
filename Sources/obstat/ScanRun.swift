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

/// One run of a command that scans: loads what it needs, checks every document, reports, and ends with the right status.
struct ScanRun {
  /// What becomes of each document's report before it is shown.
  struct Judgement {
    /// Has the last word on findings and verdict.
    var judge: (DocumentReport) -> DocumentReport = { $0 }
    /// Takes the document's words out of what goes to standard output, where others may read along; nil to leave them in.
    var mask: ((DocumentReport) -> DocumentReport)?
  }

  /// Makes ready what judges the reports; may throw ``ConfigurationUnusable``.
  typealias Judge = (RuleSet, Settings, DocumentList) throws -> Judgement

  private let options: ScanOptions
  private let judge: Judge
  private let presentation: ScanOptions.Presentation
  /// Whether the run decides about publication.
  private let isGate: Bool

  init(_ options: ScanOptions, isGate: Bool = false, judge: @escaping Judge = { _, _, _ in Judgement() }) {
    self.options = options
    self.judge = judge
    presentation = options.presentation(options.ruleOptions.configuration.output)
    self.isGate = isGate
  }

  func run() throws {
    let sink = ReportSink(presentation.requests, color: presentation.color)
    var context = ReportContext(toolVersion: Obstat.toolVersion, rulesDigest: "")
    let (settings, rules) = try load(sink, context)
    context.rulesDigest = Scanner.digest(of: rules)
    context.rules = rules.descriptions
    let list = try documents(settings)
    if try isEmpty(list, settings, sink, context) { return }
    let judgement = try judgement(rules, settings, list, sink, context)
    let tree = try tree(rules, settings, list, sink, context)
    sink.mask = judgement.mask
    let journal = try openJournal(settings, tree, context)
    try sink.begin(context)

    var tally = Tally(total: list.documents.count)
    for error in list.errors { try sink.add(error) }
    tally.unchecked = list.errors.count
    var scanner = Scanner(
      rules: rules, workers: options.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), limits: settings.limits,
      isolation: try isolation(settings, rules.knowledge), configuration: tree)
    scanner.journal = journal
    scanner.counts = options.statistics
    let progress = Progress(options, documents: list.documents)
    sink.beforeWriting = { progress?.clear() }
    Interruption.await()
    var failure: (any Error)?
    let counts = scanner.scan(list.documents, shouldStop: { Interruption.signal != nil }) { outcome in
      do {
        try take(outcome, judgement, sink, progress, &tally)
        return !(options.failFast && tally.worst >= presentation.threshold.verdict)
      } catch {
        failure = error
        return false
      }
    }
    progress?.clear()
    if let failure { throw failure }
    if let counts { Output.errors.write(counts.rendered(rules)) }
    try finish(list, tally, sink, journal)
  }

  /// What has been delivered so far.
  private struct Tally {
    let total: Int
    var delivered = 0
    var worst = Verdict.clear
    var unchecked = 0
  }

  private func take(
    _ outcome: Scanner.Outcome, _ judgement: Judgement, _ sink: ReportSink, _ progress: Progress?, _ tally: inout Tally
  ) throws {
    tally.delivered += 1
    switch outcome {
    case .checked(let checked):
      let report = judgement.judge(checked)
      tally.worst = max(tally.worst, report.verdict)
      try sink.add(report)
      progress?.advance(findings: report.findings.count)
    case .failed(let error):
      tally.unchecked += 1
      try sink.add(error)
      progress?.advance(findings: 0)
    }
  }

  private func finish(_ list: DocumentList, _ tally: Tally, _ sink: ReportSink, _ journal: ScanJournal?) throws {
    let rest = list.documents.dropFirst(tally.delivered)
    let signal = Interruption.signal
    if !rest.isEmpty {
      let why = signal == nil ? "the scan ended at the first document that reaches --fail-on" : "the scan was interrupted"
      for entry in rest { try sink.add(.notChecked(entry, why), silently: true) }
      let found = signal == nil ? "stopped at \(list.documents[tally.delivered - 1].path) (--fail-fast)" : "interrupted"
      Output.errors.write("\(found): \(tally.delivered) of \(tally.total) documents were checked, \(rest.count) were not\n")
      if signal != nil, let state = options.resume {
        Output.errors.write("  help: the same command goes on from there, with --resume \(state)\n")
      }
    }
    try sink.finish()
    // A shell that runs many commands stops at ^C only where the program ends by the signal.
    if let signal, !rest.isEmpty { Interruption.end(by: signal) }
    if let failure = journal?.failure { Output.errors.write("warning: --resume: not everything could be kept: \(failure)\n") }
    journal?.remove()
    if tally.unchecked > 0 { throw ExitCode(ObstatExit.incomplete.rawValue) }
    if tally.worst >= presentation.threshold.verdict, !options.exitZero { throw ExitCode(ObstatExit.findings.rawValue) }
    if !rest.isEmpty, !options.exitZero { throw ExitCode(ObstatExit.incomplete.rawValue) }
  }

  // MARK: What a run needs

  /// Settings and rules; where they are unusable everything about it has been said when it throws.
  private func load(_ sink: ReportSink, _ context: ReportContext) throws -> (Settings, RuleSet) {
    do {
      let settings = try options.ruleOptions.configuration.load()
      var rules = try options.ruleOptions.load(settings)
      rules.knowledge = try options.knowledgeOptions.completed(by: settings).load()
      return (settings, rules)
    } catch let error as RulesUnusable {
      try sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .rule, message: $0.message) }, context: context)
    } catch let error as ConfigurationUnusable {
      try sink.abandon(
        error.errors.map { DocumentError(path: $0.path, code: .configuration, message: $0.message) }, context: context)
    } catch let error as EvidenceFileErrors {
      try sink.abandon(error.errors.map { DocumentError(path: $0.path, code: .notChecked, message: $0.message) }, context: context)
    }
    throw ExitCode(ObstatExit.impossible.rawValue)
  }

  private func judgement(
    _ rules: RuleSet, _ settings: Settings, _ list: DocumentList, _ sink: ReportSink, _ context: ReportContext
  ) throws -> Judgement {
    do {
      return try judge(rules, settings, list)
    } catch let error as ConfigurationUnusable {
      try sink.abandon(
        error.errors.map { DocumentError(path: $0.path, code: .configuration, message: $0.message) }, context: context)
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }

  /// What applies to each document. Folders and documents have their say in a scan, and under a gate where its policy lets them.
  private func tree(
    _ rules: RuleSet, _ settings: Settings, _ list: DocumentList, _ sink: ReportSink, _ context: ReportContext
  ) throws -> ConfigurationTree {
    do {
      let weakeners = settings.gate.mayWeaken.value
      var tree = try options.ruleOptions.tree(
        settings, rules, documents: list.documents.map(\.path), hasFolders: !isGate || weakeners.contains(.folders))
      tree.heedsDocuments = !isGate || weakeners.contains(.documents)
      return tree
    } catch let error as ConfigurationUnusable {
      try sink.abandon(
        error.errors.map { DocumentError(path: $0.path, code: .configuration, message: $0.message) }, context: context)
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }

  private func documents(_ settings: Settings) throws -> DocumentList {
    var selection = DocumentSelection(paths: options.paths, exclude: settings.exclude.value)
    selection.respectsIgnoreFiles = !options.noIgnore
    selection.inputFormat = options.inputFormat
    selection.inputPath = options.inputPath
    selection.inputLimit = settings.limits.documentBytes.value
    let folder = FileSystem.realPath(".") ?? "/"
    for (option, globs) in [("--only", options.only), ("--exclude", options.exclude)] {
      for glob in globs {
        do throws(ExclusionPattern.Mistake) {
          let pattern = try ExclusionPattern(glob, folder: folder)
          if option == "--only" { selection.only.append(pattern) } else { selection.exclude.append(pattern) }
        } catch { throw impossible("\(option): the glob '\(glob)' \(error.words)") }
      }
    }
    if let revision = options.changedSince {
      do throws(GitError) {
        selection.changed = try GitRepository(around: folder).changedFiles(since: revision)
      } catch { throw impossible("--changed-since: \(error.message)") }
    }
    let list = DocumentList(selection)
    for warning in list.warnings { Output.errors.write("warning: \(warning)\n") }
    return list
  }

  /// Whether there is nothing to check; throws unless that is allowed.
  private func isEmpty(_ list: DocumentList, _ settings: Settings, _ sink: ReportSink, _ context: ReportContext) throws -> Bool {
    guard list.documents.isEmpty, list.errors.allSatisfy({ $0.code == .missing }) else { return false }
    for error in list.errors { sink.tell(error) }
    var notes = ""
    if list.excludedCount > 0 {
      let origin = options.exclude.isEmpty && options.only.isEmpty ? "\(settings.exclude.origin)" : "--exclude, --only or \(settings.exclude.origin)"
      notes += "  note: \(list.excludedCount) excluded by \(origin)\n"
    }
    if list.ignoredCount > 0 { notes += "  note: \(list.ignoredCount) passed over as .gitignore says; --no-ignore checks them too\n" }
    if list.errors.isEmpty, options.allowEmpty || options.changedSince != nil {
      let what = options.changedSince.map { "no document changed since \($0)" } ?? "no document to check"
      Output.errors.write("note: \(what)\n" + notes)
      try sink.begin(context)
      try sink.finish()
      return true
    }
    Output.errors.write("error: no document found\n  help: give text, Markdown or HTML files, or folders that hold some\n" + notes)
    try sink.abandon(list.errors, context: context)
    throw ExitCode(ObstatExit.impossible.rawValue)
  }

  /// How workers are started, if they are asked for; says once which protections this kernel lacks.
  private func isolation(_ settings: Settings, _ knowledge: Knowledge) throws -> WorkerLaunch? {
    guard options.isolate else { return nil }
    for missing in WorkerLaunch.missingProtections { Output.errors.write("warning: \(missing)\n") }
    let sources = try options.ruleOptions.sources(settings)
    return WorkerLaunch(
      ruleFolders: sources.folders, defaultLexicons: sources.defaultLexicons,
      knowledgeArguments: options.knowledgeOptions.completed(by: settings).arguments(knowledge),
      additions: settings.lexicons.map { ($0.lexicon, $0.words) }, obeysFaults: options.workerFaults)
  }

  private func openJournal(_ settings: Settings, _ tree: ConfigurationTree, _ context: ReportContext) throws -> ScanJournal? {
    guard let path = options.resume else { return nil }
    do throws(ScanJournal.Unusable) {
      return try ScanJournal(
        path, stamp: ScanJournal.stamp(toolVersion: context.toolVersion, rulesDigest: context.rulesDigest + tree.stamp, limits: settings.limits))
    } catch { throw impossible("--resume: \(path) \(error.words)", help: error.help) }
  }

  private func impossible(_ message: String, help: String? = nil) -> ExitCode {
    Output.errors.write("error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? ""))
    return ExitCode(ObstatExit.impossible.rawValue)
  }
}

extension RuleSet {
  /// What reports tell of the rules in force.
  var descriptions: [RuleDescription] {
    let markets = Dictionary(packs.map { ($0.name, $0.jurisdictions) }) { first, _ in first }
    return rules.map {
      RuleDescription(
        id: $0.id, category: $0.category, title: $0.title, severity: $0.severity, help: $0.help, rationale: $0.rationale,
        basis: $0.basis, markets: markets[$0.pack] ?? [])
    }
  }
}
