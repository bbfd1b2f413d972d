/// How a quoted title differs from the true one.
package struct TitleComparison: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The same words, up to case, punctuation, spelling variants and small words.
    case same
    /// A part is left out that only describes: harmless house style.
    case subtitleDropped = "subtitle-dropped"
    /// Words are left out that state a result, a limit or a verdict.
    case conclusionDropped = "conclusion-dropped"
    /// Other words were changed, added or left out.
    case altered
    /// The title of another work.
    case different
  }

  package var kind: Kind
  /// Stretches of the true title that the quoted one lacks, as written there.
  package var missing: [String]
  /// Stretches of the quoted title that the true one lacks.
  package var added: [String]

  /// Compares two titles. At most 200 words of each count; quadratic in that.
  package init(quoted: String, true recorded: String) {
    let own = TitleWords(quoted)
    let real = TitleWords(recorded)
    let (keptOwn, keptReal) = TitleWords.alignment(own.words, real.words)
    let lacking = real.words.indices.filter { !keptReal[$0] }
    let extra = own.words.indices.filter { !keptOwn[$0] }
    missing = real.stretches(lacking)
    added = own.stretches(extra)

    let weightyMissing = lacking.filter { !TitleWords.small.contains(real.words[$0]) }
    let weightyExtra = extra.filter { !TitleWords.small.contains(own.words[$0]) }
    let shared = real.words.indices.count { keptReal[$0] && !TitleWords.small.contains(real.words[$0]) }
    let weight = own.words.count { !TitleWords.small.contains($0) }
    if weightyMissing.isEmpty && weightyExtra.isEmpty {
      kind = .same
    } else if weight == 0 || shared * 2 <= weight {
      kind = .different
    } else if Self.statesResult(weightyMissing.map { real.words[$0] }, kept: real.words.indices.filter { keptReal[$0] }.map { real.words[$0] }) {
      kind = .conclusionDropped
    } else if weightyExtra.isEmpty, real.isEdge(weightyMissing) {
      kind = .subtitleDropped
    } else {
      kind = .altered
    }
  }

  /// Whether words left out of a title state a result, a limit or a verdict that the rest does not.
  private static func statesResult(_ words: [String], kept: [String]) -> Bool {
    let isBalanced = words.contains { TitleVocabulary.efficacy.contains($0) } == words.contains("safety")
    return words.contains { word in
      if word == "safety" { return !isBalanced && !kept.contains("safety") }
      return TitleVocabulary.verdicts.contains(word) && !kept.contains(word)
    }
  }
}
