import ContentModel
import Screening

/// Decides which trigger words of one sentence reach a span of it.
///
/// After ConText (Harkema et al. 2009) and NegEx (Chapman et al. 2001): a trigger acts
/// forward or backward until a termination term, the end of the sentence, or a comma
/// that does not belong to an enumeration.
struct ContextScope {
  private let analysis: DocumentAnalysis
  private let sentence: Span
  private var hits: [TermHit] = []
  private var terminators: [Span] = []

  /// A trigger acts at most this many bytes away; it bounds the work in a "sentence" of a megabyte.
  private static let reach = 400

  init(analysis: DocumentAnalysis, sentence whole: Span, target: Span) {
    self.analysis = analysis
    let low = max(whole.start, min(target.start, whole.end) - Self.reach)
    let high = min(whole.end, max(target.end, whole.start) + Self.reach)
    sentence = Span(low, max(low, high))
    var all: [TermHit]
    if target.count <= 2 * Self.reach {
      all = analysis.terms(in: sentence)
    } else {
      // Only what stands outside a long target bears on it.
      all = analysis.terms(in: Span(low, target.start + 40))
      if target.end - 40 < sentence.end { all += analysis.terms(in: Span(target.end - 40, sentence.end)) }
    }
    let pseudo = all.filter { $0.term == .negationPseudo }.map(\.span)
    for hit in all {
      switch hit.term {
      case .negationPre, .negationNarrow, .negationPost:
        if pseudo.contains(where: { $0.overlaps(hit.span) }) || isNumberSign(hit.span) { continue }
        hits.append(hit)
      case .hedgePre, .hypotheticalPre:
        if isMonth(hit.span) || isPlainShould(hit.span, whole) { continue }
        hits.append(hit)
      case .hypotheticalPost, .hedgePost, .distancePre, .distancePost, .historicalPre, .historicalPost, .otherPre:
        hits.append(hit)
      case .terminators:
        if !isParenthetical(hit.span), !pseudo.contains(where: { $0.contains(hit.span) }) { terminators.append(hit.span) }
      default: break
      }
    }
    dropOverruled(before: target)
    let tokens = analysis.words.tokenRange(in: sentence)
    for i in tokens {
      let token = analysis.words.tokens[i]
      if target.contains(token.span) { continue }
      if token.isWord { continue }
      let bytes = analysis.words.foldedBytes(token)
      if bytes.elementsEqual([0x3B]) || bytes.elementsEqual([0x2D]) { terminators.append(token.span) }
    }
  }

  /// Drops words that belong to a longer expression or are turned round themselves: the "no" of "with no", the "may" of "adverts may promise", the "intended to" of "not intended to".
  private mutating func dropOverruled(before target: Span) {
    let narrow = hits.filter { $0.term == .negationNarrow }.map(\.span)
    let distance = hits.filter { $0.term == .distancePre && $0.span.end <= target.start }.map(\.span)
    let negations = hits.filter { $0.term == .negationPre }.map(\.span)
    let stream = analysis.words
    let claims = distance.filter { ["claim", "claims", "claimed", "claiming"].contains(firstWord($0)) }
    hits.removeAll { hit in
      switch hit.term {
      case .negationPre: narrow.contains { $0.contains(hit.span) } || distance.contains { $0.contains(hit.span) }
      case .hedgePre: distance.contains { $0.contains(hit.span) }
      case .hypotheticalPre:
        negations.contains { $0.end <= hit.span.start && stream.tokenRange(in: Span($0.end, hit.span.start)).count <= 1 }
      // "We do not claim to cure": denied, not kept at a distance.
      case .distancePre:
        claims.contains(hit.span)
          && negations.contains { $0.end <= hit.span.start && stream.tokenRange(in: Span($0.end, hit.span.start)).count <= 1 }
      default: false
      }
    }
  }

  /// Every trigger of the sentence with its flag.
  var triggers: [(flag: AssertionContext, span: Span)] {
    hits.compactMap { hit in Self.flag(of: hit.term).map { ($0, hit.span) } }
  }

  func apply(to target: Span, _ reading: inout ContextReading) {
    for hit in hits {
      guard let flag = Self.flag(of: hit.term), !target.overlaps(hit.span), reaches(hit, target) else { continue }
      // "Isn't it safe?" asks, and denies nothing.
      if hit.term == .negationPre, hit.span.start == sentence.start, reading.flags.contains(.questioned), firstWord(hit.span).hasSuffix("n't") { continue }
      if flag == .hypothetical {
        let isHedge = hit.term == .hedgePre || hit.term == .hedgePost
        if !reading.flags.contains(.hypothetical) { reading.isOnlyHedged = isHedge } else if !isHedge { reading.isOnlyHedged = false }
      }
      reading.add(flag, hit.span)
    }
  }

  private static func flag(of term: Term) -> AssertionContext? {
    switch term {
    case .negationPre, .negationNarrow, .negationPost: .negated
    case .hypotheticalPre, .hypotheticalPost, .hedgePre, .hedgePost: .hypothetical
    case .distancePre, .distancePost: .distanced
    case .historicalPre, .historicalPost: .historical
    case .otherPre: .other
    default: nil
    }
  }

  private func reaches(_ hit: TermHit, _ target: Span) -> Bool {
    switch hit.term {
    case .negationPost, .hypotheticalPost, .hedgePost, .historicalPost:
      return hit.span.start >= target.end && isClear(target.end, hit.span.start, commas: .beforePronoun)
    case .distancePost:
      return hit.span.start >= target.end && isClear(target.end, hit.span.start, commas: .ignored)
    case .negationNarrow:
      guard hit.span.end <= target.start else { return false }
      let limit = firstWord(hit.span) == "non" ? 0 : 5
      return wordCount(hit.span.end, target.start) <= limit && isClear(hit.span.end, target.start, commas: .unlessList)
        && !containsNarrowStop(hit.span.end, target.start)
    case .negationPre:
      guard hit.span.end <= target.start, !leavesRelativeClause(hit.span, target), target.isEmpty || !passesColon(hit.span.end, target.start) else { return false }
      let isNo = firstWord(hit.span) == "no"
      // "no harm and heals": the noun phrase of "no" ends before a conjunction.
      if isNo, hit.span.count == 2, !target.isEmpty, contains("and", hit.span.end, target.start) { return false }
      return isClear(hit.span.end, target.start, commas: isNo || isSetOff(hit.span) ? .unlessList : .beforePronoun)
    case .hypotheticalPre:
      guard hit.span.end <= target.start else { return false }
      let opensClause = ["if", "should", "were", "had", "unless", "in", "suppose", "supposing", "assuming", "provided", "as", "imagine"].contains(firstWord(hit.span))
      return isClear(hit.span.end, target.start, commas: opensClause ? .unlessList : .beforePronoun)
    case .otherPre:
      // "Unlike other brands, ours heals": what follows the comma is about somebody else again.
      guard hit.span.end <= target.start else { return false }
      return isClear(hit.span.end, target.start, commas: .unlessList)
    case .distancePre, .historicalPre, .hedgePre:
      guard hit.span.end <= target.start else { return false }
      return isClear(hit.span.end, target.start, commas: .beforePronoun)
    default: return false
    }
  }

  private func contains(_ word: String, _ low: Int, _ high: Int) -> Bool {
    low < high && analysis.words.tokenRange(in: Span(low, high)).contains { text($0) == word }
  }

  /// "The gel, not sold in shops, heals": a denial between commas ends with them.
  private func isSetOff(_ negation: Span) -> Bool {
    let first = analysis.words.firstToken(from: negation.start)
    return first > tokens.lowerBound && text(first - 1) == ","
  }

  private enum Commas {
    case ignored
    /// A comma ends the scope where a new subject follows ("…, you", "…, it").
    case beforePronoun
    /// A comma ends the scope unless it belongs to an enumeration ("no cures, miracles or wonders").
    case unlessList
  }

  /// Whether nothing between two offsets ends a scope.
  private func isClear(_ low: Int, _ high: Int, commas: Commas) -> Bool {
    if terminators.contains(where: { $0.start >= low && $0.end <= high }) { return false }
    if commas == .ignored || low >= high { return true }
    for i in analysis.words.tokenRange(in: Span(low, high)) where text(i) == "," {
      if isAfterPronoun(i) || joinsClause(i, before: high) { return false }
      if commas == .unlessList, startsClause(i) || !belongsToList(i) { return false }
    }
    return true
  }

  /// "Patients who did not respond to pills were cured": the verb of the main clause ends what a relative clause denies.
  private func leavesRelativeClause(_ negation: Span, _ target: Span) -> Bool {
    let first = analysis.words.firstToken(from: negation.start)
    let low = max(tokens.lowerBound, first - 5)
    guard low < first, let relative = (low..<first).last(where: { ["who", "which", "that", "whose"].contains(text($0)) }),
      relative > tokens.lowerBound, !["say", "says", "said", "claim", "claims", "know", "think", "believe", "promise", "so"].contains(text(relative - 1))
    else { return false }
    let between = analysis.words.tokenRange(in: Span(negation.end, target.start))
    return between.dropFirst().contains { Self.finiteVerbs.contains(text($0)) || ["now", "today", "finally", "suddenly"].contains(text($0)) }
      || analysis.words.tokenRange(in: target).first.map { isAgain($0 + 1) } == true
  }

  /// "sleep again": a verb of the main clause.
  private func isAgain(_ token: Int) -> Bool { tokens.contains(token) && ["again", "now", "today"].contains(text(token)) }

  static let finiteVerbs: Set<String> = ["is", "are", "was", "were", "will", "has", "have", "had", "can", "could", "would", "should", "may", "might"]

  /// "It can't be beaten: guaranteed": a colon behind a whole clause begins a new one; behind a verb alone it goes on ("we do not promise: a cure").
  private func passesColon(_ low: Int, _ high: Int) -> Bool {
    guard low < high else { return false }
    let between = analysis.words.tokenRange(in: Span(low, high))
    guard let colon = between.first(where: { text($0) == ":" }) else { return false }
    if colon + 1 < tokens.upperBound, Self.pronouns.contains(text(colon + 1)) { return true }
    return colon - between.lowerBound >= 2
  }

  private func text(_ token: Int) -> String { analysis.words.foldedText(analysis.words.tokens[token]) }

  private var tokens: Range<Int> { analysis.words.tokenRange(in: sentence) }

  private func isAfterPronoun(_ comma: Int) -> Bool {
    guard comma + 1 < tokens.upperBound else { return false }
    return Self.pronouns.contains(text(comma + 1))
  }

  /// ", and delivery is …": a conjunction with a subject and verb of its own.
  private func joinsClause(_ comma: Int, before offset: Int) -> Bool {
    guard comma + 2 < tokens.upperBound, ["and", "but", "so"].contains(text(comma + 1)) else { return false }
    return (comma + 3..<max(comma + 3, min(comma + 7, tokens.upperBound))).contains {
      Int(analysis.words.tokens[$0].start) < offset && Self.finiteVerbs.contains(text($0))
    }
  }

  private func startsClause(_ comma: Int) -> Bool {
    guard comma + 1 < tokens.upperBound else { return false }
    return Self.determiners.contains(text(comma + 1))
  }

  /// Whether a conjunction or another comma follows within five words.
  private func belongsToList(_ comma: Int) -> Bool {
    for i in (comma + 1)..<max(comma + 1, min(comma + 7, tokens.upperBound)) {
      switch text(i) {
      case "or", "nor", "and", "&":
        return !(i + 1 < tokens.upperBound && Self.pronouns.contains(text(i + 1)))
      case ",": return true
      default: break
      }
    }
    return false
  }

  private func containsNarrowStop(_ low: Int, _ high: Int) -> Bool {
    guard low < high else { return false }
    return analysis.words.tokenRange(in: Span(low, high)).contains { i in
      let word = text(i)
      return word == "and" || word == ":" || Self.pronouns.contains(word)
    }
  }

  private func wordCount(_ low: Int, _ high: Int) -> Int {
    guard low < high else { return 0 }
    return analysis.words.tokenRange(in: Span(low, high)).count { analysis.words.tokens[$0].isWord }
  }

  private func firstWord(_ span: Span) -> String {
    let first = analysis.words.firstToken(from: span.start)
    return first < analysis.words.tokens.count ? text(first) : ""
  }

  /// "No. 1": the abbreviation of number.
  private func isNumberSign(_ span: Span) -> Bool {
    let first = analysis.words.firstToken(from: span.start)
    guard first + 2 < analysis.words.tokens.count, text(first) == "no", text(first + 1) == "." else { return false }
    return analysis.words.tokens[first + 1].start == analysis.words.tokens[first].end
      && (text(first + 2).utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false)
  }

  /// "You should rest": only at the start of its sentence does "should" put a condition.
  private func isPlainShould(_ span: Span, _ whole: Span) -> Bool {
    span.count == 6 && firstWord(span) == "should" && (span.start > whole.start + 3 || analysis.document.utf8[whole.end - 1] == 0x3F)
  }

  /// "in May", "May 2024": the month, not the verb.
  private func isMonth(_ span: Span) -> Bool {
    let bytes = analysis.document.utf8
    guard span.count == 3, bytes[span.start] == 0x4D, bytes[span.start + 1] == 0x61, bytes[span.start + 2] == 0x79 else {
      return false
    }
    let first = analysis.words.firstToken(from: span.start)
    let next = first + 1 < tokens.upperBound ? text(first + 1) : ""
    let before = first > tokens.lowerBound ? text(first - 1) : ""
    func isNumber(_ word: String) -> Bool { word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    return isNumber(next) || isNumber(before) || ["in", "of", "since", "by", "until", "early", "late", "mid", "last", "this", "next", "every"].contains(before)
  }

  /// "We do not, however, promise": set off by commas, it ends nothing.
  private func isParenthetical(_ span: Span) -> Bool {
    let first = analysis.words.firstToken(from: span.start)
    guard first > tokens.lowerBound, analysis.words.tokens.indices.contains(first), analysis.words.tokens[first].span == span,
      first + 1 < tokens.upperBound
    else { return false }
    return text(first - 1) == "," && text(first + 1) == ","
  }

  static let pronouns: Set<String> = [
    "you", "we", "it", "they", "he", "she", "i", "our", "you'll", "we'll", "ours", "it's", "you're", "we're", "they're", "it'll", "we've", "you've",
  ]
  private static let determiners: Set<String> = ["the", "this", "these", "your", "there", "my", "their", "its", "each", "every", "all", "just", "only", "simply"]
}
