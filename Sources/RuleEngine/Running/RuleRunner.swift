package import Analysis
package import ContentModel
package import LuaRuntime
import Screening

/// Runs a rule set over documents, one at a time, on one thread.
///
/// Each document starts from the same Lua heap: what a rule does for one
/// document cannot reach the next. A rule that fails becomes a finding about
/// itself, and the others go on.
package final class RuleRunner {
  /// The category and id of findings that the engine itself makes.
  package static let engineCategory = "engine"
  package static let ruleFailed = "engine/rule-failed"
  package static let unsupportedLanguage = "engine/unsupported-language"
  package static let limitReached = "engine/limit-reached"
  package static let defaultFindingsPerRule = 1000

  package let rules: RuleSet
  private let program: RuleProgram
  /// By rule index.
  private var checks: [Check]
  private var openPacks: Set<String> = []
  /// Whether the heap is as the last snapshot left it.
  private var isClean = true
  /// Fuel used by each rule since ``init(_:limits:)``, by rule index.
  package private(set) var fuelUsed: [Int]

  /// The rules that failed on the document shown last, in the order in which they ran.
  package private(set) var failures: [RuleFailure] = []
  /// Notes what rules do; nil while scanning.
  package let watch: RuleWatch?

  /// What has been done, if it is to be counted.
  package private(set) var statistics: RunStatistics?

  private enum Check {
    /// The rule has none.
    case none
    /// Its file has not been run yet, because nothing was there for it to look at.
    case waiting
    case loaded(LuaFunction)
    case failed(String)
  }

  /// Makes a Lua state of its own, into which the rules' checks are loaded once there is something to check. Needs a thread with a deep stack, as ``run(_:only:)`` does.
  ///
  /// - Parameter findingsPerRule: how many findings a rule may make in one document; the next one stops it and is reported as ``limitReached``.
  package init(
    _ rules: RuleSet, limits: LuaLimits = LuaLimits(), findingsPerRule: Int = defaultFindingsPerRule, counts: Bool = false,
    watch: RuleWatch? = nil
  ) throws(LuaError) {
    self.rules = rules
    self.watch = watch
    program = RuleProgram(lexicons: rules.lexicons, limits: limits, watch: watch)
    program.host.findingsPerRule = findingsPerRule
    program.host.know(rules.knowledge)
    checks = rules.rules.map { $0.hasCheck ? .waiting : .none }
    fuelUsed = [Int](repeating: 0, count: rules.rules.count)
    if counts { statistics = RunStatistics(rules: rules.rules.count) }
    guard program.state.isUsable else {
      throw LuaError(kind: .memory, message: "no memory for a Lua heap of \(limits.heap >> 20) MB")
    }
  }

  /// Loads the checks of some rules, and keeps them for every document to come.
  private func load(_ wanted: [Int]) {
    if wanted.isEmpty { return }
    restore()
    for index in wanted {
      let rule = rules.rules[index]
      do throws(LuaError) {
        if openPacks.insert(rule.pack).inserted {
          let modules = rules.files.filter { $0.role == .module && $0.pack == rule.pack }
          if let failure = try program.open(pack: rule.pack, modules: modules).first { throw failure.1 }
        }
        guard let file = rules.files.first(where: { $0.path == rule.path }) else {
          checks[index] = .failed("its file is not among the rules")
          continue
        }
        if case .table(let table) = try program.run(file, pack: rule.pack), case .function(let check) = table["check"] {
          checks[index] = .loaded(check)
        } else {
          checks[index] = .failed("it gave no check")
        }
      } catch {
        // Each file was run before, when the rules were loaded; a kill has taken what was loaded since the snapshot.
        checks[index] = .failed(describe(error, RuleFailure(error, rule: index, path: rule.path, span: nil, files: rules.files)))
        if program.wasRestored {
          for other in wanted where other != index { if case .loaded = checks[other] { checks[other] = .waiting } }
          openPacks = []
          load(wanted.filter { if case .waiting = checks[$0] { true } else { false } })
          return
        }
      }
    }
    statistics?.rulesLoaded += wanted.count
    program.host.keepTriggers()
    program.state.snapshot()
    isClean = true
  }

  private func restore() {
    if !isClean { program.state.restore() }
    isClean = true
  }

  /// What the rules say about a document under a configuration, in no particular order.
  ///
  /// - Parameter treatment: what the configuration says about the document, which has learnt its facts.
  package func run(_ analysis: DocumentAnalysis, under treatment: Treatment) -> [Finding] {
    let judgement = rules.judgement(of: treatment, for: analysis.document)
    return run(analysis, only: judgement.active).map { finding in
      guard let severity = judgement.severities[finding.rule] else { return finding }
      var changed = finding
      changed.severity = severity
      return changed
    }
  }

  /// What the rules say about a document, in no particular order.
  ///
  /// - Parameter only: the indices of the rules to run; all where nil.
  package func run(_ analysis: DocumentAnalysis, only: Set<Int>? = nil) -> [Finding] {
    program.host.show(analysis)
    restore()
    watch?.beginDocument()
    self.failures = []
    var failures: [Screen.Failure] = []
    computeParts(analysis)
    var matches = [[Screen.Match]](repeating: [], count: rules.rules.count)
    for match in rules.screen.matches(in: analysis.words, failures: &failures) { matches[match.set].append(match) }
    load(
      rules.rules.indices.filter { index in
        guard only?.contains(index) ?? true, case .waiting = checks[index] else { return false }
        switch rules.rules[index].subject {
        case .triggers: return !matches[index].isEmpty
        case .nodes(let kind): return program.host.hasSubjects(kind)
        }
      })
    statistics?.documents += 1
    statistics?.bytes += analysis.document.utf8.count
    for (index, rule) in rules.rules.enumerated() where only?.contains(index) ?? true {
      let start = statistics.map { _ in RunStatistics.now() }
      defer { if let start { statistics?.rules[index].nanoseconds += RunStatistics.now() - start } }
      program.host.begin(rule)
      let subjects: [LuaObject]
      switch rule.subject {
      case .triggers(let triggers):
        subjects = program.host.addHits(matches[index], triggers).map {
          LuaObject(type: ObjectModel.TypeName.hit.rawValue, index: $0)
        }
      case .nodes(let kind): subjects = program.host.subjects(kind)
      }
      statistics?.rules[index].subjects += subjects.count
      let isDone = subjects.isEmpty || run(index, on: subjects)
      if isDone, let failure = failures.first(where: { $0.set == index }) {
        program.host.add(failed(rule, "'\(RuleHost.clipped(rule.triggers[failure.trigger].text))': \(failure.message)", at: program.host.anchor))
      }
    }
    if statistics != nil {
      statistics?.calls = program.host.calls
      statistics?.screening = program.host.screeningCounts
    }
    checkLanguage(analysis, only)
    for note in analysis.document.notes where note.isLimit {
      program.host.add(
        Finding(
          rule: Self.limitReached, category: Self.engineCategory, severity: .warning, scope: .document,
          message: note.message, help: "have the document read by a person, or raise the limit", span: program.host.anchor))
    }
    return folded(program.host.findings, by: rules.rules)
  }

  /// A large document's parts are computed here, so that no rule pays for them out of its own time.
  private func computeParts(_ analysis: DocumentAnalysis) {
    guard analysis.document.utf8.count > 256 << 10, checks.contains(where: { if case .none = $0 { false } else { true } }) else { return }
    _ = (analysis.sentences.count, analysis.quantities.count, analysis.references.count, analysis.citations.count)
  }

  /// Runs one rule on a heap of its own: what it keeps, or fills with garbage, is no matter to the next.
  ///
  /// - Returns: whether it did not fail.
  private func run(_ index: Int, on subjects: [LuaObject]) -> Bool {
    let host = program.host
    let rule = rules.rules[index]
    var check: LuaFunction?
    switch checks[index] {
    case .none: break
    case .loaded(let function):
      check = function
      restore()
      isClean = false
    case .waiting: host.add(failed(rule, "its check was not loaded", at: host.anchor)); return false
    case .failed(let why): host.add(failed(rule, why, at: host.anchor)); return false
    }
    program.state.startBudget()
    defer { fuelUsed[index] += program.state.fuelUsed }
    let skip = rule.skippedContexts
    for subject in subjects {
      let span = host.span(of: subject) ?? host.anchor
      if !skip.isEmpty, !host.context(of: span).isDisjoint(with: skip) {
        if let watch, let flag = rule.skip.first(where: { host.context(of: span).contains($0.context) }) {
          watch.skip(visit(index, subject, span), because: flag)
        }
        continue
      }
      if host.isFull { break }
      watch?.begin(visit(index, subject, span), subject: subject)
      defer { watch?.end(path: rule.path, failed: failures.last?.rule == index) }
      guard let check else {
        do throws(LuaHostError) {
          _ = try host.report(subject, Arguments(values: [], method: rule.id))
          watch?.noteReport()
        } catch {
          host.add(failed(rule, error.message, at: place(span)))
          return false
        }
        continue
      }
      do throws(LuaError) {
        _ = try program.state.call(check, [.object(subject)])
      } catch {
        // The heap may be in any state after a kill, and half a rule is no rule.
        restore()
        let failure = RuleFailure(error, rule: index, path: rule.path, span: span, files: rules.files)
        failures.append(failure)
        host.add(failed(rule, describe(error, failure), at: rule.scope == .document ? host.anchor : place(span)))
        return false
      }
    }
    if host.isFull { host.add(full(rule)) }
    return true
  }

  /// As grave as the findings that are missing may be.
  private func full(_ rule: Rule) -> Finding {
    Finding(
      rule: Self.limitReached, category: Self.engineCategory, severity: max(.warning, rule.severity), scope: .document,
      message: "rule \(rule.id) found more than \(program.host.findingsPerRule) things (limits.findings-per-rule); the rest of the document is not checked against it",
      help: "mend what was found and scan again, or raise the limit", span: program.host.anchor)
  }

  /// The words that a failure is shown at: the subject's own, unless it is the whole document.
  private func place(_ span: Span) -> Span {
    span.count > 1000 ? program.host.anchor : span
  }

  /// A visit as it begins.
  private func visit(_ rule: Int, _ subject: LuaObject, _ span: Span) -> RuleWatch.Visit {
    let host = program.host
    var visit = RuleWatch.Visit(rule: rule, subject: host.describe(subject), span: span)
    if subject.type == ObjectModel.TypeName.hit.rawValue {
      let trigger = host.hits[subject.index].trigger
      visit.trigger = trigger
      visit.triggerIndex = rules.rules[rule].triggers.firstIndex { $0.text == trigger }
    }
    return visit
  }

  /// The lines of a rule's check that hold code, and whether each has run since the runner was made. Empty without a check or a watch.
  package func linesOfCheck(_ index: Int) throws(LuaError) -> [(line: Int, hasRun: Bool)] {
    guard watch != nil, case .loaded(let check) = checks[index] else { return [] }
    let path = rules.rules[index].path
    return try program.state.activeLines(of: check).map { ($0, program.state.hasRun(line: $0, of: path)) }
  }

  private func describe(_ error: LuaError, _ failure: RuleFailure) -> String {
    var text = failure.mistake.message
    if let chunk = error.chunk, let line = error.line { text += " (\(chunk):\(line))" }
    return text
  }

  private func failed(_ rule: Rule, _ why: String, at span: Span) -> Finding {
    Finding(
      rule: Self.ruleFailed, category: Self.engineCategory, severity: .warning, scope: .document,
      message: "rule \(rule.id) failed and did not check the whole document: \(why)",
      help: "mend the rule, or read the document against it yourself", span: span)
  }

  /// Copy in a language that no pack speaks is not clear just because no English word was found in it.
  private func checkLanguage(_ analysis: DocumentAnalysis, _ only: Set<Int>?) {
    guard let language = analysis.recognisedLanguage else { return }
    let active = only.map { Set($0.map { rules.rules[$0].pack }) }
    let languages = Set(rules.packs.filter { active?.contains($0.name) ?? true }.flatMap(\.languages))
    guard !languages.contains(language) else { return }
    program.host.add(
      Finding(
        rule: Self.unsupportedLanguage, category: Self.engineCategory, severity: .warning, scope: .document,
        message: "the text reads as \(language), and no rule pack speaks it (they speak \(languages.sorted().joined(separator: ", ")))",
        help: "have the document read by a person, or add a pack for its language", span: program.host.anchor))
  }
}

extension Rule {
  fileprivate var triggers: [Trigger] { if case .triggers(let triggers) = subject { triggers } else { [] } }

  fileprivate var skippedContexts: AssertionContext {
    skip.reduce(into: AssertionContext()) { $0.insert($1.context) }
  }
}

extension ContextFlag {
  var context: AssertionContext {
    switch self {
    case .negated: .negated
    case .hypothetical: .hypothetical
    case .quoted: .quoted
    case .distanced: .distanced
    case .questioned: .questioned
    case .historical: .historical
    case .inReference: .inReference
    case .ofOthers: .other
    }
  }
}

extension RuleHost {
  /// Whether there are objects that a rule on a kind of node visits.
  func hasSubjects(_ kind: NodeKind) -> Bool {
    switch kind {
    case .document: true
    case .section: !sections.isEmpty
    case .sentence: !analysis.sentences.isEmpty
    case .quantity: !analysis.quantities.isEmpty
    case .citation: !analysis.citations.isEmpty
    case .reference: !analysis.references.isEmpty
    default: !subjects(kind).isEmpty
    }
  }

  /// The objects that a rule on a kind of node visits, in reading order.
  func subjects(_ kind: NodeKind) -> [LuaObject] {
    func all(_ type: ObjectModel.TypeName, _ indices: some Sequence<Int>) -> [LuaObject] {
      indices.map { LuaObject(type: type.rawValue, index: $0) }
    }
    func blocks(_ kind: Block.Kind) -> [LuaObject] {
      all(.block, analysis.blocks.indices.filter { analysis.blocks[$0].kind == kind })
    }
    switch kind {
    case .document: return all(.document, CollectionOfOne(0))
    case .section: return all(.section, sections.indices)
    case .heading: return blocks(.heading)
    case .paragraph: return blocks(.paragraph)
    case .list: return blocks(.list)
    case .item: return blocks(.item)
    case .table: return blocks(.table)
    case .cell: return blocks(.cell)
    case .sentence: return all(.sentence, analysis.sentences.indices)
    case .quantity: return all(.quantity, analysis.quantities.indices)
    case .citation: return all(.citation, analysis.citations.indices)
    case .reference: return all(.reference, analysis.references.indices)
    case .link: return all(.link, links)
    case .image: return all(.image, imageBlocks)
    }
  }
}
