import Analysis
import ContentModel
package import LuaRuntime
import Readers
import Screening
package import RuleEngine

/// Runs the examples of rules as tests.
///
/// Needs a thread with a deep stack, as everything that runs rules does.
package final class RuleTester {
  private let runner: RuleRunner
  private let listener: RuleWatch
  /// Made where a failure is to be explained, or coverage is asked for: watching is slow.
  private var watched: RuleRunner?
  private let reader = DocumentReader()

  package init(_ rules: RuleSet) throws(LuaError) {
    listener = RuleWatch(notesVisits: false)
    runner = try RuleRunner(rules, watch: listener)
  }

  private func watchedRunner() throws(LuaError) -> RuleRunner {
    if let watched { return watched }
    let made = try RuleRunner(runner.rules, watch: RuleWatch())
    watched = made
    return made
  }

  /// As ``test(_:)`` with what each rule cost, with failures explained.
  package func outcomes(_ indices: some Sequence<Int>, coverage: Bool = false) throws(LuaError) -> [RuleOutcome] {
    var outcomes: [RuleOutcome] = []
    for index in indices {
      let rule = runner.rules.rules[index]
      var traces: [String] = []
      listener.onTrace = { traces.append(Self.traced($0, rule)) }
      let fuel = runner.fuelUsed[index]
      let start = ContinuousClock.now
      var results = test(CollectionOfOne(index))
      let spent = (ContinuousClock.now - start).components
      listener.onTrace = nil
      for position in results.indices where results[position].failure != nil {
        try explain(&results[position], rule: index)
      }
      // Each variant says the same: once is enough.
      var seen: Set<String> = []
      outcomes.append(
        RuleOutcome(
          rule: rule.id, path: rule.path, results: results,
          nanoseconds: Int(spent.seconds) * 1_000_000_000 + Int(spent.attoseconds / 1_000_000_000),
          fuel: runner.fuelUsed[index] - fuel, traces: traces.filter { seen.insert($0).inserted },
          coverage: coverage ? try self.coverage(of: index) : nil))
    }
    return outcomes
  }

  /// `house/miracle:14: words`
  package static func traced(_ event: RuleWatch.Event, _ rule: Rule) -> String {
    let place = event.place.map { $0.path == rule.path ? "\(rule.id):\($0.line)" : "\($0.path):\($0.line)" } ?? rule.id
    return "\(place): \(event.question)"
  }

  private func document(_ example: Rule.Example, _ variant: ExampleVariant) -> Document? {
    let source = variant.source(example)
    return try? reader.read(source.bytes, path: "example", format: source.format)
  }

  private func explain(_ result: inout ExampleResult, rule index: Int) throws(LuaError) {
    let rule = runner.rules.rules[index]
    let examples = result.isFlagged ? rule.flaggedExamples : rule.cleanExamples
    let example = examples[result.number - 1]
    guard let document = document(example, result.variant) else { return }
    let watched = try watchedRunner()
    let findings = watched.run(DocumentAnalysis(document, lexicons: runner.rules.analysisLexicons), only: [index])
      .filter { $0.rule == rule.id }.sorted { $0.span < $1.span }
    result.drawing = ExampleDrawing(
      source: document.sourceMap.source, expected: result.variant.source(example).marks,
      found: findings.map { Self.place($0.span, in: document) }
    ).lines
    if let failure = watched.failures.first {
      result.mistake = failure.mistake
      result.mistakeContext = failure.context(in: document)
    }
    let visits = watched.watch?.visits ?? []
    let text = VisitText(runner.rules, document: document)
    for visit in visits.prefix(4) { result.why += text.lines(visit) }
    if visits.count > 4 { result.why.append("… and \(visits.count - 4) more places; see all with: obstat try \(rule.id) FILE") }
    if visits.isEmpty {
      switch rule.subject {
      case .triggers(let triggers):
        result.why.append(triggers.count == 1 ? "“\(triggers[0].text)” does not stand in the text" : "none of the \(triggers.count) phrases and patterns stands in the text")
      case .nodes(let kind): result.why.append("there is no \(kind.rawValue) in the text; obstat analyse shows what there is")
      }
    }
  }

  private func coverage(of index: Int) throws(LuaError) -> RuleCoverage {
    let rule = runner.rules.rules[index]
    let watched = try watchedRunner()
    var hit: Set<Int> = []
    for example in rule.flaggedExamples + rule.cleanExamples {
      guard let document = document(example, .asWritten) else { continue }
      _ = watched.run(DocumentAnalysis(document, lexicons: runner.rules.analysisLexicons), only: [index])
      for visit in watched.watch?.visits ?? [] { if let trigger = visit.triggerIndex { hit.insert(trigger) } }
    }
    let file = runner.rules.files.first { $0.path == rule.path }?.bytes ?? []
    let text = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    let lines = try watched.linesOfCheck(index).filter { line in
      // A line that only closes a block is code to Lua.
      let words = line.line <= text.count ? String(decoding: text[line.line - 1].filter { $0 > 0x20 }, as: UTF8.self) : ""
      return !["end", "end,", "end)", "else"].contains(words)
    }
    var triggers: [String] = []
    if case .triggers(let all) = rule.subject { triggers = all.map(\.text) }
    return RuleCoverage(
      lines: lines.count, unrunLines: lines.filter { !$0.hasRun }.map(\.line), triggers: triggers.count,
      unhitTriggers: triggers.indices.filter { !hit.contains($0) }.map { triggers[$0] })
  }

  /// Where a finding stands in the decoded source.
  private static func place(_ span: Span, in document: Document) -> Span {
    let ranges = document.sourceMap.decodedRanges(of: span)
    return Span(ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0)
  }

  /// Every example of some rules in every variant, in the order of rules and examples.
  package func test(_ indices: some Sequence<Int>) -> [ExampleResult] {
    indices.flatMap { index -> [ExampleResult] in
      let rule = runner.rules.rules[index]
      let examples =
        rule.flaggedExamples.enumerated().map { ($0.offset, $0.element, true) }
        + rule.cleanExamples.enumerated().map { ($0.offset, $0.element, false) }
      return examples.flatMap { position, example, isFlagged in
        ExampleVariant.variants(of: example).map { variant in
          ExampleResult(
            rule: rule.id, isFlagged: isFlagged, number: position + 1, variant: variant, path: rule.path,
            line: example.line, text: example.text,
            failure: failure(rule: index, example, isFlagged: isFlagged, variant))
        }
      }
    }
  }

  private func failure(
    rule index: Int, _ example: Rule.Example, isFlagged: Bool, _ variant: ExampleVariant
  ) -> ExampleResult.Failure? {
    let source = variant.source(example)
    let document: Document
    do throws(DocumentError) {
      document = try reader.read(source.bytes, path: "example", format: source.format)
    } catch { return .unreadable(error.message) }
    let analysis = DocumentAnalysis(document, lexicons: runner.rules.analysisLexicons)
    let findings = runner.run(analysis, only: [index]).filter { $0.rule != RuleRunner.unsupportedLanguage }
    if let broken = findings.first(where: { $0.rule == RuleRunner.ruleFailed }) { return .ruleFailed(broken.message) }
    let found = findings.sorted { $0.span < $1.span }
    let words = found.map { document.text($0.span) }
    if !isFlagged { return found.isEmpty ? nil : .unexpected(words) }
    if found.isEmpty { return .nothingFound }
    if example.marks.isEmpty { return nil }
    let places = found.map { Self.place($0.span, in: document) }
    if places == source.marks { return nil }
    return .otherWords(
      expected: example.marks.map { String(decoding: Array(example.text.utf8)[$0.utf8Offsets], as: UTF8.self) }, found: words)
  }
}

/// How one example came out in one variant.
package struct ExampleResult: Sendable, Equatable {
  package enum Failure: Sendable, Equatable {
    case nothingFound
    /// The words found in an example that should be left alone.
    case unexpected([String])
    case otherWords(expected: [String], found: [String])
    case ruleFailed(String)
    case unreadable(String)

    /// One phrase.
    package var message: String {
      func list(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
      return switch self {
      case .nothingFound: "nothing was flagged"
      case .unexpected(let words): "\(list(words)) should not be flagged"
      case .otherWords(let expected, let found): "expected \(list(expected)), found \(list(found))"
      case .ruleFailed(let words): words
      case .unreadable(let words): "the example \(words)"
      }
    }
  }

  package var rule: String
  package var isFlagged: Bool
  /// From 1, among the flagged or the clean examples.
  package var number: Int
  package var variant: ExampleVariant
  package var path: String
  package var line: Int?
  package var text: String
  /// Nil where the example holds.
  package var failure: Failure?
  /// The words expected and found, marked below the text. Filled for failures by ``RuleTester/outcomes(_:coverage:)``, as the rest.
  package var drawing: [String] = []
  /// What hit, what the check saw, where it returned.
  package var why: [String] = []
  /// Where the rule failed.
  package var mistake: RuleLoadError?
  package var mistakeContext = ""
}
