import ContentModel

/// Who knew the treatment, and on which animals it was tried.
extension StudyReader {
  private static let blindingTable = PhraseTable(StudyVocabulary.blindings.map(\.phrase))

  /// `double-blind`, `observer-masked`, `open label`; the strictest that is told, as a trial may have an open extension.
  mutating func readBlinding() {
    for (value, range) in matches(Self.blindingTable) where !isDenied(range.lowerBound) {
      let blinding = StudyVocabulary.blindings[value].blinding
      if let known = result.blinding, Self.rank(known) >= Self.rank(blinding) { continue }
      result.blinding = blinding
      note(range)
    }
  }

  private static func rank(_ blinding: Study.Blinding) -> Int { Study.Blinding.allCases.firstIndex(of: blinding) ?? 0 }

  /// The animal that some of the words name.
  mutating func readSpecies(_ range: Range<Int>) {
    for k in range {
      guard let species = StudyVocabulary.species[word(k)], !result.species.contains(species) else { continue }
      result.species.append(species)
    }
  }
}
