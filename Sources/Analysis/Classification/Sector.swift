import ContentModel
import Screening

/// What a document is about: a kind of product or service.
///
/// The words that speak for each stand in `sectors.txt`, in the section of the sector's name
/// (they name it) and in the section "… hints" (they point to it).
package enum Sector: String, CaseIterable, Sendable {
  case medicine, cellProduct = "cell-product", procedure, infusion, device, diagnostic
  case supplement, food, cosmetic, veterinary, investment, household, textile, service
}

/// How much of a document's words speaks for each sector.
package struct SectorScores: Sendable, Equatable {
  /// Number of words of the document.
  package var words = 0
  /// In points: a naming word is three, a hint one; twice that in headings, three times in a title.
  package var points: [Sector: Int] = [:]

  /// One naming word, or three hints.
  static let naming = 3
  /// One point for so many words is asked for, so that a long text is not about what it mentions once.
  static let wordsPerPoint = 100
  /// Never more points than this are asked for: an entry counts a few times only.
  static let most = 30

  var threshold: Int { min(Self.most, max(Self.naming, words / Self.wordsPerPoint)) }
  /// A sector is only touched, not what the document is about, below this part of the leading one's points.
  static let share = 5

  package func points(_ sector: Sector) -> Int { points[sector] ?? 0 }

  /// The sector for which most speaks, the first in the order of declaration among equals; nil where nothing does.
  package var leading: Sector? {
    var best: Sector?
    for sector in Sector.allCases where points(sector) >= threshold {
      if best.map({ points(sector) > points($0) }) ?? true { best = sector }
    }
    return best
  }

  /// Whether the document is about a sector; it can be about several.
  package func isAbout(_ sector: Sector) -> Bool {
    let own = points(sector)
    return own >= threshold && own * Self.share >= points.values.max() ?? 0
  }
}

extension DocumentAnalysis {
  /// Counts the words that speak for each sector; those in negations, warnings about others and reference lists do not count.
  ///
  /// An entry counts at most ``mostPerEntry`` times, so that words that stand in every sentence do not drown the rest.
  func findSectorScores() -> SectorScores {
    let screen = lexicons.screen("sectors")
    let sets = screen.sectionNames.map { name -> (sector: Sector, points: Int)? in
      let isHint = name.section.hasSuffix(" hints")
      let sector = Sector(rawValue: String(isHint ? name.section.dropLast(6) : name.section[...]))
      return sector.map { ($0, isHint ? 1 : 3) }
    }
    var scores = SectorScores()
    scores.words = words.tokens.count
    var counted: [EntryKey: Int] = [:]
    var looked: [EntryKey: Int] = [:]
    // The end of the last counted hit of each sector: of nested entries only the outer counts.
    var ends: [Sector: Int] = [:]
    for match in screen.rawMatches(in: words) {
      guard let set = sets[match.set], match.span.end > ends[set.sector] ?? 0 else { continue }
      let key = EntryKey(set: match.set, trigger: match.trigger)
      if counted[key, default: 0] >= Self.mostPerEntry || looked[key, default: 0] >= Self.mostLooks { continue }
      looked[key, default: 0] += 1
      guard let weight = sectorWeight(of: match.span) else { continue }
      if !reading(of: match.span).flags.isDisjoint(with: [.negated, .distanced, .inReference]) { continue }
      ends[set.sector] = match.span.end
      counted[key, default: 0] += 1
      scores.points[set.sector, default: 0] += set.points * weight
    }
    return scores
  }

  private static let mostPerEntry = 4
  private static let mostLooks = 8

  /// Weight of the place where words stand; nil where they say nothing about the document's subject.
  private func sectorWeight(of span: Span) -> Int? {
    guard let leaf = leafIndex(at: span.start) else { return nil }
    let block = blocks[leaves[leaf]]
    if !block.flags.isDisjoint(with: [.hidden, .furniture]) { return nil }
    switch block.kind {
    case .title: return 3
    case .heading: return 2
    case .code, .referenceEntry, .referenceList: return nil
    // The first words of a text without marks are its title.
    default: return leaf == 0 && block.span.count <= 80 ? 2 : 1
    }
  }
}

/// An entry of the list.
private struct EntryKey: Hashable {
  var set: Int
  var trigger: Int
}
