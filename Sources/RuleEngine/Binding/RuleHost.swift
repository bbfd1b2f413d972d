import Analysis
import ContentModel
package import LuaRuntime
import Screening

/// What stands behind the objects that rules hold, for one worker; shows one document at a time.
package final class RuleHost: LuaHost {
  struct Hit {
    var span: Span
    var trigger: String
    var captures: [Span?]
  }
  struct Section {
    /// Index of the heading's block; nil for what precedes the first heading.
    var heading: Int?
    /// Positions in the analysis' leaves.
    var leaves: Range<Int>
  }
  typealias TriggerSource = WordLists.Source
  struct StudyKey: Hashable {
    var reference: Int?
    var span: Span
  }

  let model = ObjectModel.shared
  let lexicons: LexiconStore
  /// Every list that some worker's rules have asked for.
  let words: WordLists
  var paidPatterns: [ObjectIdentifier: (list: WordList, run: Int)] = [:]
  /// Pack whose file or rule is running: `lexicon` names are relative to it.
  var currentPack = ""

  /// Patterns and lexicons that exist in Lua, in the order of their object numbers.
  private(set) var triggerSources: [TriggerSource] = []
  private var triggerNumbers: [TriggerSource: Int] = [:]
  private var permanentTriggers = 0
  /// Lists that rules have asked for, by the fingerprint of the argument: rules ask for the same words for each hit.
  var askedLists = FingerprintTable<AskedList>()
  /// The same for single patterns and lexicons, by the object's number.
  var askedObjects: [AskedList?] = []
  /// The same for `pattern` and `lexicon`.
  private var askedFunctions = FingerprintTable<AskedFunction>()
  /// Units of fuel that compiling ``askedLists`` is worth; see ``begin(_:)``.
  var askedCost = 0
  /// The patterns among ``triggerSources``.
  var patterns: [String] { triggerSources.compactMap { if case .pattern(let text) = $0 { text } else { nil } } }
  /// What was looked for in the document shown.
  private(set) lazy var screening = TextScreening(analysis.words)
  /// Counts up with each document that is shown.
  private(set) var documentNumber = 0
  private var contexts: [Span: AssertionContext] = [:]
  private var lastContext: (span: Span, context: AssertionContext)?
  /// Fields read and methods and functions called by rules.
  private(set) var calls = 0
  /// What ``screening`` did for the documents before this one.
  private var earlierCounts = ScreeningCounts()
  /// Counts up with each rule that begins.
  private(set) var run = 0
  private var cost = 0

  private(set) var currentAnalysis: DocumentAnalysis?
  /// Sentinel for use before the first document: fields cannot be read then, as no object exists.
  var analysis: DocumentAnalysis {
    guard let currentAnalysis else { preconditionFailure("an object was used while no document is shown") }
    return currentAnalysis
  }
  var document: Document { analysis.document }

  var rule: Rule?
  var findings: [Finding] = []
  /// Findings that one rule may make in one document.
  var findingsPerRule = RuleRunner.defaultFindingsPerRule
  /// Whether the current rule wanted to make more than ``findingsPerRule``.
  var isFull = false
  private var reported: Set<ReportKey> = []
  /// Findings of the current rule in this document.
  var findingsOfRule = 0
  struct ReportKey: Hashable {
    var rule: String
    var span: Span?
    /// Of findings that the engine makes: one for each rule that failed.
    var message: String
  }

  var hits: [Hit] = []
  /// Clauses and parts of clauses that rules have asked for.
  var stretches: [Span] = []
  private(set) lazy var sections: [Section] = makeSections()
  private(set) lazy var links: [Int] = document.marks.indices.filter { document.marks[$0].kind == .link }
  var evidence = EvidenceDesk()
  var studies: [(study: Study, span: Span)] = []
  var studyNumbers: [StudyKey: Int] = [:]

  /// Where a finding about the whole document stands if the rule names no place: its first sentence that a reader sees.
  private(set) var anchor = Span(0, 0)

  init(lexicons: LexiconStore) {
    self.lexicons = lexicons
    words = lexicons.words
  }

  /// Shows a document to the rules.
  func show(_ analysis: DocumentAnalysis) {
    if currentAnalysis != nil { earlierCounts += screening.counts }
    currentAnalysis = analysis
    findings = []
    reported = []
    hits = []
    stretches = []
    evidence.clear()
    studies = []
    studyNumbers = [:]
    sections = makeSections()
    links = document.marks.indices.filter { document.marks[$0].kind == .link }
    screening = TextScreening(analysis.words)
    documentNumber += 1
    contexts = [:]
    lastContext = nil
    anchor = firstVisibleSpan()
    limitTriggers()
  }

  /// Makes a rule the one that runs. What the rule before left behind goes: its hits, its patterns, its count of findings.
  ///
  /// Objects of the rule before must be out of reach: Lua's heap is to be restored, too.
  func begin(_ rule: Rule) {
    self.rule = rule
    currentPack = rule.pack
    run += 1
    findingsOfRule = 0
    isFull = false
    hits.removeAll(keepingCapacity: hits.capacity <= 4096)
    cost = 0
    limitTriggers()
  }

  /// A rule that makes up new words for each hit must not fill the memory.
  ///
  /// Between rules only, so that what a rule pays does not depend on what ran before it.
  private func limitTriggers() {
    guard askedCost > 20_000_000 || triggerSources.count > permanentTriggers + 10_000 else { return }
    while triggerSources.count > permanentTriggers { triggerNumbers[triggerSources.removeLast()] = nil }
    // Their numbers are given to others, so what was asked for by number is unknown again.
    askedLists = FingerprintTable()
    askedObjects = []
    askedFunctions = FingerprintTable()
    askedCost = 0
  }

  /// Charges the rule that runs for work of the host; one unit is some ten nanoseconds.
  func charge(_ units: Int) { cost &+= max(0, units) }

  package func takeCost() -> Int {
    defer { cost = 0 }
    return cost
  }

  /// Keeps the patterns and lexicons made so far for every document to come.
  func keepTriggers() { permanentTriggers = triggerSources.count }

  // MARK: LuaHost

  package func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
    calls += 1
    return try raising { try model.readers[object.type][field](self, object.index) }
  }

  package func callMethod(
    _ method: Int, of object: LuaObject, arguments: [LuaValue]
  ) throws(LuaHostError) -> LuaValue {
    try checkCount(arguments.count, method, object)
    let arguments = Arguments(values: arguments, method: model.methodNames[object.type][method])
    return try raising { try model.callers[object.type][method](self, object.index, arguments) }
  }

  package func callMethod(
    _ method: Int, of object: LuaObject, uncopied arguments: LuaArguments
  ) throws(LuaHostError) -> LuaValue {
    calls += 1
    try checkCount(arguments.total, method, object)
    let arguments = Arguments(arguments, method: model.methodNames[object.type][method])
    return try raising { try model.callers[object.type][method](self, object.index, arguments) }
  }

  /// An argument too many is a mistake, mostly a list without its braces, that would go unseen.
  private func checkCount(_ count: Int, _ method: Int, _ object: LuaObject) throws(LuaHostError) {
    let most = model.parameterCounts[object.type][method]
    guard count > most else { return }
    let name = model.methodNames[object.type][method]
    let takes = most == 0 ? "no argument" : most == 1 ? "1 argument" : "\(most) arguments"
    let isWords = model.types[object.type].methods[method].parameters.first?.type == "triggers"
    throw LuaHostError("\(name) takes \(takes), got \(count)" + (isWords ? "; several words go into a list: { \"…\", \"…\" }" : ""))
  }

  /// Accessors are stored as untyped throwing closures; all they throw is this.
  private func raising(_ body: () throws -> LuaValue) throws(LuaHostError) -> LuaValue {
    do { return try body() } catch let error as LuaHostError { throw error } catch { throw LuaHostError("\(error)") }
  }

  package func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    let name = ObjectModel.functions[function]
    // Heard by tools for authors only (see RuleWatch).
    if function == ObjectModel.trace { return .nil }
    let text = try Arguments(values: arguments, method: name).string(0)
    if name == "pattern" {
      do throws(TriggerError) { try payForPattern(text) } catch { throw LuaHostError("pattern: \(error.message)") }
      return object(.pattern, number(of: .pattern(text)))
    }
    guard let index = lexicons.index(text, from: currentPack) else {
      charge(lexicons.lexicons.count * 50)
      let hint = lexicons.suggestion(for: text, from: currentPack).map { " (did you mean '\($0)'?)" } ?? ""
      throw LuaHostError("no word list '\(text)'\(hint)")
    }
    return object(.lexicon, number(of: .lexicon(index)))
  }

  /// A word list's name stands for the same list as long as the rules are loaded; a pattern is paid for anew by each rule.
  package func isLasting(_ function: Int) -> Bool { ObjectModel.functions[function] == "lexicon" }

  /// The same for arguments that were not copied yet: most calls repeat an earlier one.
  package func callFunction(_ function: Int, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue {
    calls += 1
    if function == ObjectModel.trace { return .nil }
    let fingerprint = arguments.fingerprint
    if let known = askedFunctions.first(fingerprint, where: {
      $0.function == function && $0.pack == currentPack && arguments.isEqual(to: $0.key)
    }) {
      if let pattern = known.pattern { payFor(pattern) }
      return known.answer
    }
    let answer = try callFunction(function, arguments: arguments.values)
    var pattern: WordList?
    if case .object(let object) = answer, object.type == ObjectModel.TypeName.pattern.rawValue {
      pattern = try? words.list([triggerSources[object.index]])
    }
    askedFunctions.insert(
      fingerprint, AskedFunction(function: function, pack: currentPack, key: arguments.key, answer: answer, pattern: pattern))
    return answer
  }

  private struct AskedFunction {
    var function: Int
    var pack: String
    var key: [UInt8]
    var answer: LuaValue
    var pattern: WordList?
  }

  /// How much was done to find words in all documents shown.
  var screeningCounts: ScreeningCounts {
    var counts = earlierCounts
    if currentAnalysis != nil { counts += screening.counts }
    return counts
  }

  /// As ``DocumentAnalysis/context(of:)``; rules ask for one flag after the other.
  func context(of span: Span) -> AssertionContext {
    if let lastContext, lastContext.span == span { return lastContext.context }
    let context: AssertionContext
    if let known = contexts[span] {
      context = known
    } else {
      context = analysis.context(of: span)
      if contexts.count > 100_000 { contexts = [:] }
      contexts[span] = context
    }
    lastContext = (span, context)
    return context
  }

  package func describe(_ object: LuaObject) -> String {
    let type = model.types[object.type].name
    if let span = span(of: object) { return "\(type.name) “\(excerpt(span))”" }
    return type.name
  }

  // MARK: Objects

  func object(_ type: ObjectModel.TypeName, _ index: Int) -> LuaValue {
    .object(LuaObject(type: type.rawValue, index: index))
  }

  func object(_ type: ObjectModel.TypeName, _ index: Int?) -> LuaValue {
    index.map { object(type, $0) } ?? .nil
  }

  func objects(_ type: ObjectModel.TypeName, _ indices: some Sequence<Int>) -> LuaValue {
    .table(LuaTable(array: indices.map { object(type, $0) }))
  }

  private func number(of source: TriggerSource) -> Int {
    if let number = triggerNumbers[source] { return number }
    triggerNumbers[source] = triggerSources.count
    triggerSources.append(source)
    return triggerSources.count - 1
  }

  /// The words that an object stands for; nil for objects without a place.
  func span(of object: LuaObject) -> Span? {
    guard currentAnalysis != nil, let type = ObjectModel.TypeName(rawValue: object.type) else { return nil }
    switch type {
    case .document: return Span(0, document.utf8.count)
    case .section: return sectionSpan(object.index)
    case .block, .image: return analysis.blocks[object.index].span
    case .sentence: return analysis.sentences[object.index].span
    case .quantity: return analysis.quantities[object.index].span
    case .citation: return analysis.citations[object.index].span
    case .reference: return analysis.references[object.index].span
    case .link: return document.marks[object.index].span
    case .hit: return hits[object.index].span
    case .stretch: return stretches[object.index]
    case .study: return studies[object.index].span
    case .identifier: return identifiers[object.index].span
    case .claim: return claimMatches[object.index].span
    case .pattern, .lexicon, .record: return nil
    }
  }

  /// The words of a span on one line, clipped to 120 scalars.
  func excerpt(_ span: Span) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in document.text(Span(span.start, min(span.end, span.start + 4096))).unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if result.unicodeScalars.count >= 119 { return result + "…" }
      if pendingSpace { result.unicodeScalars.append(" ") }
      pendingSpace = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Notes a finding unless the same rule has made it already. Document-scope rules make one a document; the engine makes one for each thing it has to say.
  func add(_ finding: Finding) {
    let key = ReportKey(
      rule: finding.rule, span: finding.scope == .document ? nil : finding.span,
      message: finding.category == RuleRunner.engineCategory ? finding.message : "")
    if reported.insert(key).inserted { findings.append(finding) }
  }

  // MARK: Sections

  private func makeSections() -> [Section] {
    let leaves = analysis.leaves
    var sections: [Section] = []
    var start = 0
    var heading: Int?
    for (position, leaf) in leaves.enumerated() where analysis.blocks[leaf].kind == .heading {
      if position > start || heading != nil { sections.append(Section(heading: heading, leaves: start..<position)) }
      heading = leaf
      start = position
    }
    if start < leaves.count { sections.append(Section(heading: heading, leaves: start..<leaves.count)) }
    return sections
  }

  private func sectionSpan(_ index: Int) -> Span {
    let leaves = sections[index].leaves
    return analysis.blocks[analysis.leaves[leaves.lowerBound]].span.union(
      analysis.blocks[analysis.leaves[leaves.upperBound - 1]].span)
  }

  /// The index of the section that holds a leaf's position.
  func section(ofLeaf position: Int) -> Int? {
    let index = sections.partitionPoint { $0.leaves.upperBound > position }
    return index < sections.count ? index : nil
  }
}
