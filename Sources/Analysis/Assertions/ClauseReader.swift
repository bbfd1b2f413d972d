import ContentModel
import Screening

/// Reads the clause around some tokens of a sentence.
struct ClauseReader {
  /// Words looked at on either side.
  static let reach = 60

  private let stream: WordStream
  /// The tokens of the sentence within reach.
  private let window: Range<Int>
  let target: Range<Int>

  /// Nil where no word of a sentence stands in the span.
  init?(_ analysis: DocumentAnalysis, _ span: Span) {
    guard let index = analysis.sentenceIndex(at: span.start) else { return nil }
    stream = analysis.words
    let tokens = stream.tokenRange(in: analysis.sentences[index].span)
    target = stream.tokenRange(in: span).clamped(to: tokens)
    if target.isEmpty { return nil }
    window = max(tokens.lowerBound, target.lowerBound - Self.reach)..<min(tokens.upperBound, target.upperBound + Self.reach)
  }

  private func text(_ i: Int) -> String { window.contains(i) ? stream.foldedText(stream.tokens[i]) : "" }
  private func isWord(_ i: Int) -> Bool { window.contains(i) && stream.tokens[i].isWord }

  // MARK: Clause

  var clause: Range<Int> {
    var low = target.lowerBound
    while low > window.lowerBound, !isBoundary(low - 1) { low -= 1 }
    return low..<end(from: target.upperBound)
  }

  private func end(from token: Int) -> Int {
    var high = token
    while high < window.upperBound, !isBoundary(high) { high += 1 }
    return high
  }

  private func isBoundary(_ i: Int) -> Bool {
    let word = text(i)
    if !isWord(i) {
      if word == "," { return isClauseComma(i) }
      return Self.signs.contains(word)
    }
    if Self.openers.contains(word) { return true }
    switch word {
    case "and", "or", "so", "as", "since", "before", "after", "than": return opensSubject(i + 1)
    case "that": return opensSubject(i + 1) || Self.determiners.contains(text(i + 1))
    case "without": return false
    default: return false
    }
  }

  /// Whether a pronoun that can only be a subject stands here, or "your …" and the like after "so" and "and".
  private func opensSubject(_ i: Int) -> Bool {
    ContextScope.pronouns.contains(text(i)) && !Self.possessives.contains(text(i))
  }

  private func isClauseComma(_ i: Int) -> Bool {
    let next = text(i + 1)
    if opensSubject(i + 1) || Self.openers.contains(next) || next == "so" || next == "then" { return true }
    // "If it leaks, …": the comma that ends a clause which an opening word began.
    var k = i - 1
    while k > window.lowerBound, isWord(k), i - k < 24, !Self.openers.contains(text(k)) { k -= 1 }
    return Self.openers.contains(text(k)) && (k == window.lowerBound || !isWord(k - 1))
  }

  // MARK: Government

  /// Where a copula with its adverbs begins that ends at a token; `start` is the token itself where there is none.
  func copula(before token: Int, _ low: Int) -> (start: Int, found: Bool) {
    var i = token - 1
    var steps = 0
    while i >= low, steps < 5, isWord(i) || text(i) == "%" {
      let word = text(i)
      if Self.copulas.contains(word) || word.hasSuffix("n't") {
        // "will be", "can be", "has been"
        while i > low, Self.auxiliaries.contains(text(i - 1)) { i -= 1 }
        return (i, true)
      }
      if word.hasSuffix("'s") || word.hasSuffix("'re") || word.hasSuffix("'ll") {
        return ContextScope.pronouns.contains(word) || Self.contracted.contains(word) ? (i + 1, true) : (token, false)
      }
      guard word.hasSuffix("ly") || Self.adverbs.contains(word) else { break }
      i -= 1
      steps += 1
    }
    return (token, false)
  }

  func government(previousSentence: Span?) -> Government {
    let clause = clause
    let before = clause.lowerBound..<target.lowerBound
    let after = target.upperBound..<clause.upperBound
    let verb = copula(before: target.lowerBound, clause.lowerBound)
    if verb.found {
      let following = words(target.upperBound..<complementEnd)
      let subject = words(clause.lowerBound..<verb.start)
      return Government(object: subject ?? following, others: subject == nil ? [] : [following].compactMap(\.self))
    }
    if isParticiple, isSetBehind(after) {
      if let own = words(before) { return Government(object: own, others: [words(after)].compactMap(\.self)) }
      if let earlier = earlierClause(clause.lowerBound) ?? (words(after) == nil ? previousSentence : nil), complement == nil {
        return Government(object: earlier, others: [words(after)].compactMap(\.self))
      }
    }
    var others: [Span] = []
    // Modifiers of a noun: "our money-back guarantee".
    var i = target.lowerBound
    while i > clause.lowerBound, target.lowerBound - i < 3, isWord(i - 1), !Self.modifierStops.contains(text(i - 1)) { i -= 1 }
    if let modifiers = words(i..<target.lowerBound) { others.append(modifiers) }
    // "That is our guarantee."
    if Self.determiners.contains(text(i - 1)) {
      let outer = copula(before: i - 1, clause.lowerBound)
      if outer.found, let subject = words(clause.lowerBound..<outer.start) { others.append(subject) }
    }
    return Government(object: complement, others: others)
  }

  private var complement: Span? { words(target.upperBound..<complementEnd) }

  /// The end of the words that follow the target and belong to it, through "that" with its clause and through a colon.
  private var complementEnd: Int {
    var i = target.upperBound
    if text(i) == "," , text(i + 1) == "that" { i += 1 }
    if text(i) == "that" || text(i) == ":" || text(i) == "when" || text(i) == "if" && text(i + 1) == "not" { i += 1 }
    if ContextScope.pronouns.contains(text(i)) { i += 1 }
    return end(from: i)
  }

  private var isParticiple: Bool {
    let word = text(target.upperBound - 1)
    return word.hasSuffix("ed") || Self.participles.contains(word)
  }

  /// Whether nothing follows that the participle could stand before as a modifier.
  private func isSetBehind(_ after: Range<Int>) -> Bool {
    guard let next = after.first, words(after) != nil else { return true }
    if !isWord(next) { return text(next) != "%" && text(next) != "," || after.count == 1 }
    return Self.afterParticiple.contains(text(next))
      && !Self.modifierStops.subtracting(Self.determiners).contains(text(target.lowerBound - 1))
      && !Self.determiners.contains(text(target.lowerBound - 1))
  }

  /// The clause that ends where another begins, across a dash or comma.
  private func earlierClause(_ start: Int) -> Span? {
    var high = start
    while high > window.lowerBound, !isWord(high - 1) { high -= 1 }
    guard high < start, high > window.lowerBound else { return nil }
    var low = high
    while low > window.lowerBound, !isBoundary(low - 1) { low -= 1 }
    return words(low..<high)
  }

  // MARK: Spans

  /// From the first to the last word of some tokens; nil where no word is among them.
  func words(_ tokens: Range<Int>) -> Span? {
    guard tokens.lowerBound < tokens.upperBound else { return nil }
    var low = tokens.lowerBound
    var high = tokens.upperBound
    while low < high, !isWord(low) { low += 1 }
    while high > low, !isWord(high - 1), text(high - 1) != "%" { high -= 1 }
    return low < high ? stream.tokens[low].span.union(stream.tokens[high - 1].span) : nil
  }

  func span(_ tokens: Range<Int>, around span: Span) -> Span { words(tokens).map { $0.union(span) } ?? span }

  // MARK: Words

  private static let signs: Set<String> = [";", ":", "-", "(", ")", "[", "]", "{", "}", "!", "?", "|", "•", "…", "·", "→", "*"]
  private static let openers: Set<String> = [
    "but", "because", "while", "whilst", "although", "though", "if", "when", "whenever", "unless", "until", "whereas", "which",
    "who", "whom", "whose", "where", "wherever", "once", "however", "yet", "thereby",
  ]
  private static let possessives: Set<String> = ["our"]
  static let determiners: Set<String> = [
    "a", "an", "the", "our", "your", "my", "his", "her", "its", "their", "this", "that", "these", "those", "no", "any", "every",
    "each", "all", "some", "another",
  ]
  private static let copulas: Set<String> = [
    "am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "gotten", "become", "becomes", "became", "feel",
    "feels", "felt", "remain", "remains", "remained", "stay", "stays", "stayed", "look", "looks", "seem", "seems", "comes", "come",
  ]
  private static let auxiliaries: Set<String> = [
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "has", "have", "had", "to", "be", "been", "being",
    "not", "cannot", "never", "always", "now", "also",
  ]
  private static let contracted: Set<String> = ["that's", "here's", "there's", "what's", "everything's", "success's"]
  private static let adverbs: Set<String> = [
    "not", "now", "always", "never", "also", "thus", "thereby", "hereby", "all", "so", "very", "quite", "100", "%", "as", "good",
    "still", "just", "often", "hence", "therefore", "both", "already", "to", "well", "percent", "cent", "per",
  ]
  private static let participles: Set<String> = ["proven", "shown", "known", "gone", "made", "sure", "proof"]
  private static let afterParticiple: Set<String> = [
    "by", "or", "with", "within", "in", "on", "for", "from", "at", "every", "to", "when", "as", "and", "through", "under", "after",
    "before", "without", "even", "always", "again", "forever",
  ]
  private static let modifierStops: Set<String> = determiners.union([
    "of", "to", "for", "with", "in", "on", "by", "at", "from", "and", "or", "we", "you", "i", "it", "they", "he", "she", "can",
    "will", "do", "does", "did", "must", "shall", "should", "would", "could", "may", "might", "cannot", "not", "never", "hereby",
  ])
}
