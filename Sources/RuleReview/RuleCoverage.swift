import Analysis
package import ContentModel
package import LuaRuntime
import Readers
package import RuleEngine
package import Screening

/// What of the rules is never put to use by their examples and by labelled cases.
package struct RuleCoverage: Sendable {
  /// Rules of which no flagged example makes a finding.
  package var unexercised: [String] = []
  /// Rules with flagged examples, all of which need their markup: none is tried in every format.
  package var withoutBasis: [String] = []
  /// Phrases and patterns in a rule's own `find` that nothing hits.
  package var unhit: [(rule: String, trigger: String)] = []
  /// Instruments that no rule rests on, as `pack: key`.
  package var uncited: [(pack: String, key: String)] = []
  /// By word list that has some: words that nothing holds, and how many words the list has.
  package var unused: [(lexicon: String, words: [String], of: Int)] = []
  /// Word lists that no rule and no module names.
  package var orphaned: [String] = []
  package var remarks: [RuleStyle.Remark] = []
  /// Documents looked at.
  package var examples = 0
  package var cases = 0

  /// Whether everything is as rules about rules ask.
  package var isClean: Bool { unexercised.isEmpty && uncited.isEmpty && orphaned.isEmpty && remarks.isEmpty }

  package init() {}
}

/// Runs examples and cases, and notes what they touch.
///
/// Needs a thread with a deep stack, as everything that runs rules does.
package struct RuleCoverageRun {
  private let rules: RuleSet
  private let runner: RuleRunner
  private let reader = DocumentReader()

  package init(_ rules: RuleSet) throws(LuaError) {
    self.rules = rules
    runner = try RuleRunner(rules)
  }

  /// - Parameter cases: labelled texts beside the examples.
  package func coverage(cases: [(format: DocumentFormat, text: String)]) throws(TriggerError) -> RuleCoverage {
    var coverage = RuleCoverage()
    let own = try Screen(rules.rules.map { if case .triggers(let triggers) = $0.subject { triggers } else { [] } }, keepsNested: true)
    let lists = try Screen(rules.lexicons.lexicons.map(\.triggers), keepsNested: true)
    var hitTriggers: Set<Place> = []
    var hitWords: Set<Place> = []
    func look(_ analysis: DocumentAnalysis) {
      var failures: [Screen.Failure] = []
      for match in own.matches(in: analysis.words, failures: &failures) { hitTriggers.insert(Place(set: match.set, trigger: match.trigger)) }
      for match in lists.matches(in: analysis.words, failures: &failures) { hitWords.insert(Place(set: match.set, trigger: match.trigger)) }
    }
    func analysis(_ format: DocumentFormat, _ text: String) -> DocumentAnalysis? {
      (try? reader.read(Array(text.utf8), path: "example", format: format))
        .map { DocumentAnalysis($0, lexicons: rules.analysisLexicons) }
    }
    for (index, rule) in rules.rules.enumerated() {
      var isExercised = false
      for (example, isFlagged) in rule.flaggedExamples.map({ ($0, true) }) + rule.cleanExamples.map({ ($0, false) }) {
        guard let analysis = analysis(example.format, example.text) else { continue }
        coverage.examples += 1
        look(analysis)
        if isFlagged, !isExercised { isExercised = runner.run(analysis, only: [index]).contains { $0.rule == rule.id } }
      }
      if !isExercised { coverage.unexercised.append(rule.id) }
      if rule.basis.isEmpty { coverage.withoutBasis.append(rule.id) }
    }
    for text in cases {
      guard let analysis = analysis(text.format, text.text) else { continue }
      coverage.cases += 1
      look(analysis)
    }
    note(hitTriggers, hitWords, in: &coverage)
    noteNames(in: &coverage)
    coverage.remarks = RuleStyle.remarks(on: rules)
    return coverage
  }

  private struct Place: Hashable {
    var set: Int
    var trigger: Int
  }

  private func note(_ triggers: Set<Place>, _ words: Set<Place>, in coverage: inout RuleCoverage) {
    let listed = Set(rules.lexicons.lexicons.flatMap { $0.triggers.map(\.text) })
    for (index, rule) in rules.rules.enumerated() {
      guard case .triggers(let own) = rule.subject else { continue }
      for (position, trigger) in own.enumerated() where !triggers.contains(Place(set: index, trigger: position)) && !listed.contains(trigger.text) {
        coverage.unhit.append((rule.id, trigger.text))
      }
    }
    for (index, lexicon) in rules.lexicons.lexicons.enumerated() {
      let unused = lexicon.triggers.indices.filter { !words.contains(Place(set: index, trigger: $0)) }.map { lexicon.triggers[$0].text }
      if !unused.isEmpty { coverage.unused.append((lexicon.name, unused, lexicon.triggers.count)) }
    }
  }

  private func noteNames(in coverage: inout RuleCoverage) {
    for pack in rules.packs {
      let cited = Set(rules.rules.filter { $0.pack == pack.name }.flatMap { $0.basis.map(\.key) })
      for instrument in pack.instruments where !cited.contains(instrument.key) { coverage.uncited.append((pack.name, instrument.key)) }
    }
    // A list is named in some file's text: `lexicon "name"` in its own pack, or "pack/name".
    let sources = rules.files.filter { $0.name.hasSuffix(".lua") }.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    for lexicon in rules.lexicons.lexicons {
      let parts = lexicon.name.split(separator: "/").map(String.init)
      guard parts.count == 2 else { continue }
      let isNamed = sources.contains { name, text in
        text.contains("\"\(lexicon.name)\"") || name.hasPrefix(parts[0] + "/") && text.contains("\"\(parts[1])\"")
      }
      if !isNamed { coverage.orphaned.append(lexicon.name) }
    }
  }
}
