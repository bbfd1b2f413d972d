import RuleEngine
import Screening

extension RunStatistics {
  /// Totals, then the rules that were given something, the slowest first.
  func rendered(_ rules: RuleSet) -> String {
    var text = """
      \(documents) documents, \(bytes) bytes of text
      \(rulesLoaded) checks loaded, \(calls) calls from checks
      \(screening.searches) searches for word lists, \(screening.questions) questions answered from them
      \(screening.patternsMatched) patterns matched, \(screening.patternsScreened) screened out

      """
    let ran = self.rules.indices.filter { self.rules[$0].subjects > 0 }
      .sorted { (self.rules[$0].nanoseconds, $1) > (self.rules[$1].nanoseconds, $0) }
    for index in ran {
      let share = self.rules[index]
      let tenths = share.nanoseconds / 100_000
      text += "\(tenths / 10).\(tenths % 10) ms, \(share.subjects) subjects: \(rules.rules[index].id)\n"
    }
    return text
  }
}
