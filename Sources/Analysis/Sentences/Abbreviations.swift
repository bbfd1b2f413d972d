/// Abbreviations that carry a full stop, and the words that begin sentences.
struct Abbreviations: Sendable {
  enum Kind: Sendable {
    case beforeName, beforeNumber, journal, mayEnd, oftenEnds
  }

  private var kinds: [[UInt8]: Kind] = [:]
  private var starters: Set<[UInt8]> = []

  init(_ lexicons: AnalysisLexicons) {
    for (section, kind) in [
      ("journals", Kind.journal), ("before-number", .beforeNumber), ("may-end", .mayEnd), ("often-ends", .oftenEnds), ("before-name", .beforeName),
    ] {
      for entry in lexicons.entries("abbreviations", section: section) { kinds[Self.folded(entry.utf8)] = kind }
    }
    starters = Set(lexicons.entries("abbreviations", section: "starters").map { Self.folded($0.utf8) })
  }

  private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// What kind of abbreviation a word without its last stop is; nil for none.
  func kind(of word: [UInt8]) -> Kind? { kinds[Self.folded(word)] }

  func isStarter(_ word: [UInt8]) -> Bool { starters.contains(Self.folded(word)) }
}
