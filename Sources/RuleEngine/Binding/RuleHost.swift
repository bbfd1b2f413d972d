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
  enum TriggerSource: Hashable {
    case phrase(String)
    case pattern(String)
    case lexicon(Int)

    /// By bytes: the standard hash of a string that is not ASCII normalises it first.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .lexicon(let index): hasher.combine(index)
      case .phrase(var text), .pattern(var text):
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(text.utf8.count)
      }
    }

    static func == (a: Self, b: Self) -> Bool {
      switch (a, b) {
      case (.lexicon(let a), .lexicon(let b)): a == b
      case (.phrase(let a), .phrase(let b)), (.pattern(let a), .pattern(let b)): a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
      default: false
      }
    }
  }
  struct StudyKey: Hashable {
    var reference: Int?
    var span: Span
  }

  let model = ObjectModel.shared
  let lexicons: LexiconStore
  /// Pack whose file or rule is running: `lexicon` names are relative to it.
  var currentPack = ""

  /// Patterns and lexicons that exist in Lua, in the order of their object numbers.
  private(set) var triggerSources: [TriggerSource] = []
  private var triggerNumbers: [TriggerSource: Int] = [:]
  private var permanentTriggers = 0
  /// Compiled words, kept: rules ask for the same words for each hit.
  var wordSets: [[TriggerSource]: WordSet] = [:]
  /// Units of fuel that compiling ``wordSets`` is worth; see ``begin(_:)``.
  var wordSetCost = 0
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

  init(lexicons: LexiconStore) { self.lexicons = lexicons }

  /// Shows a document to the rules.
  func show(_ analysis: DocumentAnalysis) {
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
    anchor = firstVisibleSpan()
    forgetTriggers()
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
    forgetTriggers()
    // A rule that makes up new words for each hit must not fill the memory. Between rules only, so that what a rule
    // pays does not depend on what ran before it.
    if wordSetCost > 20_000_000 {
      wordSets = [:]
      wordSetCost = 0
    }
  }

  private func forgetTriggers() {
    while triggerSources.count > permanentTriggers { triggerNumbers[triggerSources.removeLast()] = nil }
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
    try raising { try model.types[object.type].fields[field].read(self, object.index) }
  }

  package func callMethod(
    _ method: Int, of object: LuaObject, arguments: [LuaValue]
  ) throws(LuaHostError) -> LuaValue {
    let type = model.types[object.type]
    let arguments = Arguments(values: arguments, method: type.name.name + ":" + type.methods[method].name)
    return try raising { try type.methods[method].call(self, object.index, arguments) }
  }

  /// Accessors are stored as untyped throwing closures; all they throw is this.
  private func raising(_ body: () throws -> LuaValue) throws(LuaHostError) -> LuaValue {
    do { return try body() } catch let error as LuaHostError { throw error } catch { throw LuaHostError("\(error)") }
  }

  package func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    let name = ObjectModel.functions[function]
    // Heard by tools for authors only (see RuleWatch).
    if name == "trace" { return .nil }
    let text = try Arguments(values: arguments, method: name).string(0)
    if name == "pattern" {
      do throws(TriggerError) { _ = try wordSet([.pattern(text)]) } catch { throw LuaHostError("pattern: \(error.message)") }
      return object(.pattern, number(of: .pattern(text)))
    }
    guard let index = lexicons.index(text, from: currentPack) else {
      charge(lexicons.lexicons.count * 50)
      let hint = lexicons.suggestion(for: text, from: currentPack).map { " (did you mean '\($0)'?)" } ?? ""
      throw LuaHostError("no word list '\(text)'\(hint)")
    }
    return object(.lexicon, number(of: .lexicon(index)))
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
