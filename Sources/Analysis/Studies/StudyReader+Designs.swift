import ContentModel

/// How the study was set up, and whether it comes before studies on patients.
extension StudyReader {
  private static let designTable = PhraseTable(StudyVocabulary.designs.map(\.phrase))
  private static let preliminaryTable = PhraseTable(StudyVocabulary.preliminary)
  private static let preclinicalTable = PhraseTable(StudyVocabulary.preclinical)

  mutating func readDesigns() {
    var covered: [Range<Int>] = []
    let found = matches(Self.designTable).sorted { $0.range.lowerBound != $1.range.lowerBound ? $0.range.lowerBound < $1.range.lowerBound : $0.range.count > $1.range.count }
    let isReview = found.contains { [.metaAnalysis, .systematicReview].contains(StudyVocabulary.designs[$0.value].design) }
    for (value, range) in found {
      let design = StudyVocabulary.designs[value].design
      // "no control group" is not also a control group.
      if let last = covered.last, last.upperBound > range.lowerBound, last.lowerBound < range.lowerBound || last.count > range.count { continue }
      // "a meta-analysis of 12 randomised trials" is none itself.
      let noun = words[range].last { !$0.isEmpty } ?? ""
      if isReview, [.randomised, .controlled, .cohort].contains(design),
        ["trials", "studies", "rcts"].contains(word(next(range.upperBound))) || ["trials", "studies", "rcts"].contains(noun)
      { continue }
      guard accepts(design, range) else { continue }
      covered.append(range)
      add(design, range)
      if design == .animal { readSpecies(range) }
    }
    for (_, range) in matches(Self.preliminaryTable) where !isDenied(range.lowerBound) {
      result.isPreliminary = true
      note(range)
    }
    for (_, range) in matches(Self.preclinicalTable) where !isDenied(range.lowerBound) {
      result.isPreliminary = true
      result.isPreclinical = true
      note(range)
    }
    if result.designs.contains(.pilot) || result.designs.contains(.feasibility) { result.isPreliminary = true }
  }

  private mutating func add(_ design: Study.Design, _ range: Range<Int>) {
    if !result.designs.contains(design) { result.designs.append(design) }
    note(range)
  }

  /// Whether a phrase means the design: neither another sense of the word nor denied.
  private mutating func accepts(_ design: Study.Design, _ range: Range<Int>) -> Bool {
    let before = word(previous(range.lowerBound - 1))
    let after = word(next(range.upperBound))
    if let others = StudyVocabulary.otherSenses[design], others.before.contains(before) || others.after.contains(after) { return false }
    switch design {
    case .uncontrolled:
      // Not "uncontrolled hypertension".
      return word(range.lowerBound) != "uncontrolled" || after.isEmpty || StudyVocabulary.studyNouns.contains(after)
        || StudyVocabulary.behindUncontrolled.contains(after)
    case .pilot:
      return !isDenied(range.lowerBound) && (after.isEmpty || StudyVocabulary.behindPilot.contains(after))
    case .animal:
      return acceptsAnimals(range, before)
    case .controlled, .randomised, .metaAnalysis, .systematicReview:
      return !isDenied(range.lowerBound) && !isWanted(range)
    case .registry, .survey, .subgroup, .openLabel, .singleArm, .inVitro, .cohort, .feasibility, .caseReport, .caseSeries:
      return !isDenied(range.lowerBound)
    }
  }

  private mutating func acceptsAnimals(_ range: Range<Int>, _ before: String) -> Bool {
    if before == "not", word(range.lowerBound - 2) != "in" { return !isDenied(range.lowerBound) }
    // A controlled trial in the species that is treated is no mere animal model.
    if StudyVocabulary.companions.contains(where: { phrase in range.contains { words[$0] == phrase } }),
      words.contains(where: { ["randomised", "randomized", "placebo", "controlled"].contains($0) })
    {
      readSpecies(range)
      return false
    }
    // "not tested on animals" is a promise, not a study, and denied like any other.
    return !isDenied(range.lowerBound)
  }
}
