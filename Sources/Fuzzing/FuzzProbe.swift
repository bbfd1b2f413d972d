import Analysis
import ContentModel
import FileSystem
import LuaRuntime
import Readers
package import RuleEngine
import Screening

/// Feeds a target with inputs, one at a time, and looks whether what comes out keeps its promises.
///
/// For one thread with a deep stack; see ``LuaThread``.
package final class FuzzProbe {
  let target: FuzzTarget
  private let lexicons: AnalysisLexicons
  private let rules: RuleSet
  private let state: LuaState
  private let environment: LuaEnvironment
  private let host = EchoHost()
  private let runner: RuleRunner
  private let prose: WordStream
  private let proseAnalysis: DocumentAnalysis

  /// - Parameter rules: the shipped rules.
  package init(_ target: FuzzTarget, rules: RuleSet) throws {
    self.target = target
    self.rules = rules
    lexicons = rules.analysisLexicons
    state = LuaState(limits: Self.limits, types: EchoHost.types, functions: EchoHost.functions, host: host)
    environment = try state.makeEnvironment()
    state.snapshot()
    var unhurried = LuaLimits()
    unhurried.nanoseconds = 60_000_000_000
    runner = try RuleRunner(rules, limits: unhurried)
    let document = try DocumentReader().read(Array(Self.page.utf8), path: "page", format: .markdown)
    proseAnalysis = DocumentAnalysis(document, lexicons: lexicons)
    prose = proseAnalysis.words
  }

  /// Small, so that endless loops end soon; fuel comes before the clock, which a busy machine may stop.
  static var limits: LuaLimits {
    var limits = LuaLimits()
    limits.heap = 8 << 20
    limits.block = 1 << 20
    limits.fuel = 200_000
    return limits
  }

  private static let page = """
    # Walk again

    We guarantee that you will walk again, in *three weeks* [1]. Nearly half (48.9%) did.

    - The sea, the sea.
    - No result can be guaranteed.

    ## References

    1. Ito M, Grant P. A pilot study of nine people. J Invent Med. 2019;15:2201.
    """

  /// What is wrong with how the target took an input; nil if nothing.
  package func problem(with input: [UInt8], seed: UInt64) -> String? {
    switch target {
    case .lua: lua(input)
    case .rules: ruleFile(input)
    case .text: read(input, .text, seed).problem
    case .markdown: read(input, .markdown, seed).problem
    case .html: read(input, .html, seed).problem
    case .map: read(input, format(seed), seed).problem
    case .analysis: analysis(input, seed)
    case .findings: findings(input, seed)
    case .phrase: words(.phrase(String(decoding: input, as: UTF8.self)))
    case .pattern: words(.pattern(String(decoding: input, as: UTF8.self)))
    }
  }

  private func format(_ seed: UInt64) -> DocumentFormat {
    DocumentFormat.allCases[Int(seed % UInt64(DocumentFormat.allCases.count))]
  }

  private func lua(_ input: [UInt8]) -> String? {
    defer { state.restore() }
    do throws(LuaError) {
      let chunk = try state.load(input, name: "input", in: environment)
      state.startBudget()
      let value = try state.call(chunk, [.object(LuaObject(type: 0, index: 1))])
      if case .function(let function) = value { _ = try state.call(function, [.object(LuaObject(type: 0, index: 2))]) }
    } catch {
      if error.message.isEmpty { return "an error without words" }
      // A syntax error quotes the source, which may hold anything.
      let tellsAddress = ["table: 0x", "function: 0x", "builtin: 0x", "userdata: 0x"].contains { error.message.contains($0) }
      if error.kind == .runtime, tellsAddress { return "an error tells an address: \(error.message)" }
      if error.kind == .outOfTime { return "the clock came before the fuel" }
    }
    return sanity()
  }

  /// Whether the state is as good as new.
  private func sanity() -> String? {
    state.restore()
    do throws(LuaError) {
      let sane = try state.load(Array("return ('sane'):upper() .. #{ 1, 2 }".utf8), name: "sane", in: environment)
      state.startBudget()
      return try state.call(sane) == .string("SANE2") ? nil : "a restored state counts wrong"
    } catch { return "a restored state fails: \(error.message)" }
  }

  private func ruleFile(_ input: [UInt8]) -> String? {
    let pack = #"return { title = "T", instruments = { x = { citation = "X", says = "y" } } }"#
    let files = [
      RuleFile(path: "p/pack.lua", name: "p/pack.lua", bytes: Array(pack.utf8)),
      RuleFile(path: "p/r.lua", name: "p/r.lua", bytes: input),
    ]
    do throws(RuleSetError) {
      let loaded = try RuleLoader(limits: Self.limits).load(files: files, lexicons: lexicons)
      let runner: RuleRunner
      do throws(LuaError) { runner = try RuleRunner(loaded, limits: Self.limits) } catch { return "loaded, but does not run: \(error.message)" }
      let first = runner.run(proseAnalysis)
      let second = runner.run(proseAnalysis)
      return first == second ? nil : "two runs over the same document differ"
    } catch {
      return error.errors.isEmpty || error.errors.contains { $0.message.isEmpty } ? "refused without words" : nil
    }
  }

  private func read(_ input: [UInt8], _ format: DocumentFormat, _ seed: UInt64) -> (document: Document?, problem: String?) {
    do throws(DocumentError) {
      let document = try DocumentReader().read(input, path: "input", format: format)
      let problem =
        DocumentPromises.broken(by: document, original: input) ?? DocumentPromises.brokenPlaces(in: document, original: input, seed: seed)
      return (document, problem)
    } catch { return (nil, error.message.isEmpty ? "refused without words" : nil) }
  }

  private func analysis(_ input: [UInt8], _ seed: UInt64) -> String? {
    let (read, problem) = read(input, format(seed), seed)
    guard problem == nil, let document = read else { return problem }
    let analysis = DocumentAnalysis(document, lexicons: lexicons)
    let end = document.utf8.count
    func isBad(_ span: Span) -> Bool { span.start < 0 || span.end > end || span.start > span.end }
    // A quantity or citation may stand inside another; sentences are disjoint.
    func isDisorderly(_ spans: [Span]) -> Bool { zip(spans, spans.dropFirst()).contains { $1.start < $0.start } }
    if analysis.blocks.contains(where: { isBad($0.span) }) { return "a recovered block lies outside the text" }
    for (name, spans) in [
      ("sentences", analysis.sentences.map(\.span)), ("quantities", analysis.quantities.map(\.span)),
      ("references", analysis.references.map(\.span)), ("citations", analysis.citations.map(\.span)),
    ] {
      if spans.contains(where: isBad) { return "\(name) lie outside the text" }
      if name != "references", isDisorderly(spans) { return "\(name) are out of order" }
    }
    if zip(analysis.sentences, analysis.sentences.dropFirst()).contains(where: { $1.span.start < $0.span.end }) { return "sentences overlap" }
    for index in analysis.sentences.indices {
      if analysis.assertions(inSentence: index).contains(where: { isBad($0.span) }) { return "an assertion lies outside the text" }
      _ = analysis.context(of: analysis.sentences[index].span)
      _ = analysis.study(in: analysis.sentences[index].span)
    }
    _ = analysis.recognisedLanguage
    return nil
  }

  private func findings(_ input: [UInt8], _ seed: UInt64) -> String? {
    let (read, problem) = read(input, format(seed), seed)
    guard problem == nil, let document = read else { return problem }
    let findings = runner.run(DocumentAnalysis(document, lexicons: lexicons))
    for finding in findings {
      // A document may be too much for a rule; an error in the rule is another matter.
      let isTooMuch = ["stopped", "match limit", "too long", "more than", "not enough memory"].contains { finding.message.contains($0) }
      if finding.rule == RuleRunner.ruleFailed, !isTooMuch { return finding.message }
      if finding.span.end > document.utf8.count { return "a finding lies outside the text" }
    }
    return nil
  }

  private func words(_ trigger: Trigger) -> String? {
    do throws(TriggerError) {
      let screen = try Screen([[trigger]])
      var failures: [Screen.Failure] = []
      let matches = screen.matches(in: prose, failures: &failures)
      if matches.contains(where: { $0.span.isEmpty || $0.span.end > prose.utf8.count }) { return "a match lies outside the text" }
    } catch { return error.message.isEmpty ? "refused without words" : nil }
    return nil
  }
}

/// A host with one type of object, that gives back what it gets.
private final class EchoHost: LuaHost {
  static let types = [LuaObjectType(name: "hit", fields: ["text", "sentence", "negated"], methods: ["report", "has"])]
  static let functions = ["pattern", "lexicon"]

  func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
    switch field {
    case 0: .string("the sea")
    case 1: .table(LuaTable(array: (0..<9).map { .object(LuaObject(type: 0, index: $0)) }))
    default: .boolean(true)
    }
  }

  func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    if arguments.isEmpty { throw LuaHostError("expected something") }
    return arguments[0]
  }

  func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    function == 0 ? .object(LuaObject(type: 0, index: arguments.count)) : arguments.first ?? .nil
  }

  func describe(_ object: LuaObject) -> String { "hit \(object.index)" }
}
