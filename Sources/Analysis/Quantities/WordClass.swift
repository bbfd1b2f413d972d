import Screening

/// The classes of words by which a number's kind is told: sections of `quantities.txt`.
enum WordClass: Int, CaseIterable, Sendable {
  case people, researched, studyCue, durationUnit, doseUnit, doseCue, measureUnit, composition, compositionVerb, intensified
  case priceCue, currency, moneyVerb, changeVerb, lossVerb, trackVerb, outcomeNoun, comparative, prevalence, demographic
  case confidence, identifierWord, ordinalWord, month, dateCue, nounAfterDouble, footprint

  var section: String {
    switch self {
    case .people: "people"
    case .researched: "researched"
    case .studyCue: "study-cue"
    case .durationUnit: "duration-unit"
    case .doseUnit: "dose-unit"
    case .doseCue: "dose-cue"
    case .measureUnit: "measure-unit"
    case .composition: "composition"
    case .compositionVerb: "composition-verb"
    case .intensified: "intensified"
    case .priceCue: "price-cue"
    case .currency: "currency"
    case .moneyVerb: "money-verb"
    case .changeVerb: "change-verb"
    case .lossVerb: "loss-verb"
    case .trackVerb: "track-verb"
    case .outcomeNoun: "outcome-noun"
    case .comparative: "comparative"
    case .prevalence: "prevalence"
    case .demographic: "demographic"
    case .confidence: "confidence"
    case .identifierWord: "identifier-word"
    case .ordinalWord: "ordinal-word"
    case .month: "month"
    case .dateCue: "date-cue"
    case .nounAfterDouble: "noun-after-double"
    case .footprint: "footprint"
    }
  }
}

/// A set of word classes.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ wordClass: WordClass) { rawValue = 1 << UInt32(wordClass.rawValue) }

  func contains(_ wordClass: WordClass) -> Bool { rawValue & 1 << UInt32(wordClass.rawValue) != 0 }
}

/// Word classes by the hash of a folded word.
struct WordClassTable: Sendable {
  /// Sections of nouns: a verb of the same shape ("dropped") is not meant.
  private static let nouns: Set<WordClass> = [.people, .researched, .durationUnit, .doseUnit, .measureUnit, .composition, .currency]

  private var classes: [UInt64: WordClasses] = [:]

  init(_ lexicons: AnalysisLexicons) {
    for wordClass in WordClass.allCases {
      for entry in lexicons.entries("quantities", section: wordClass.section) {
        let isInflected = entry.utf8.last == 0x7E
        let stream = WordStream(isInflected ? String(entry.dropLast()) : entry)
        guard let token = stream.tokens.first else { continue }
        let word = stream.foldedText(token)
        var forms = isInflected ? Inflection.forms(of: word) : [word]
        if Self.nouns.contains(wordClass) {
          forms.removeAll { $0 != word && ($0.hasSuffix("ed") || $0.hasSuffix("ing")) }
        }
        for form in forms {
          let hash = form.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) }
          classes[hash, default: []].insert(WordClasses(wordClass))
        }
      }
    }
  }

  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses { classes[hash] ?? [] }
}
