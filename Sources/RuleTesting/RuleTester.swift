import Analysis
import ContentModel
package import LuaRuntime
import Readers
package import RuleEngine

/// Runs the examples of rules as tests.
///
/// Needs a thread with a deep stack, as everything that runs rules does.
package final class RuleTester {
  private let runner: RuleRunner
  private let reader = DocumentReader()

  package init(_ rules: RuleSet) throws(LuaError) { runner = try RuleRunner(rules) }

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
    let places = found.map { finding -> Span in
      let ranges = document.sourceMap.decodedRanges(of: finding.span)
      return Span(ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0)
    }
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
}
