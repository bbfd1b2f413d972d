import ContentModel
import Screening

/// Approved claims, indexed by their rare words so that a text is compared with few of them.
///
/// Matching costs one look-up a word and, for a candidate, the product of both lengths in words.
package struct ClaimLibrary: Sendable {
  package let claims: [ApprovedClaim]
  package let stamp: String
  /// Folded words of each claim and of its note.
  private let words: [[String]]
  private let notes: [[String]]
  /// For each word, the claims that cannot be nearly said without one of their words so listed.
  private let byRareWord: [String: [Int]]
  /// How many words of each claim are so listed.
  private let rareWords: [Int]

  /// Longer claims are compared by their first words.
  static let maximumWords = 200

  package init(_ claims: [ApprovedClaim], stamp: String = "") {
    self.claims = claims
    self.stamp = stamp
    let words = claims.map { Self.folded($0.wording) }
    self.words = words
    notes = claims.map { $0.note.map(Self.folded) ?? [] }
    var frequency: [String: Int] = [:]
    for claim in words { for word in Set(claim) { frequency[word, default: 0] += 1 } }
    var byRareWord: [String: [Int]] = [:]
    var rareWords: [Int] = []
    for (index, claim) in words.enumerated() {
      // With d edits allowed, one of any d + 1 words is left unchanged.
      let rarest = Set(claim).sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }.prefix(Self.edits(claim.count) + 1)
      rareWords.append(max(1, rarest.count))
      for word in rarest { byRareWord[word, default: []].append(index) }
    }
    self.byRareWord = byRareWord
    self.rareWords = rareWords
  }

  /// How many words may be changed, added or left out before it is another sentence.
  static func edits(_ count: Int) -> Int { count < 4 ? 0 : max(1, count / 3) }

  private static func folded(_ text: String) -> [String] {
    let stream = WordStream(text)
    return stream.tokens.prefix(maximumWords * 2).filter { isCounted($0, stream) }.prefix(maximumWords).map {
      String(decoding: stream.foldedBytes($0), as: UTF8.self)
    }
  }

  /// Words, and signs that change a meaning: `%`, `<`, `±`; not punctuation.
  private static func isCounted(_ token: WordStream.Token, _ stream: WordStream) -> Bool {
    if token.isWord { return true }
    return ["%", "<", ">", "+", "=", "±", "≤", "≥", "€", "$", "£"].contains { $0.utf8.elementsEqual(stream.foldedBytes(token)) }
  }

  private struct Word {
    var text: String
    var written: Span
  }

  /// Every place of a text, leaf by leaf, that says or nearly says a claim; ordered, disjoint.
  func matches(in stream: WordStream, text: (Span) -> String, language: String?) -> [ClaimMatch] {
    var leaves: [[Word]] = []
    var last: Int32 = -1
    for token in stream.tokens where Self.isCounted(token, stream) {
      if token.leaf != last {
        leaves.append([])
        last = token.leaf
      }
      leaves[leaves.count - 1].append(Word(text: String(decoding: stream.foldedBytes(token), as: UTF8.self), written: token.span))
    }
    var present: [Int: Bool] = [:]
    func hasNote(_ claim: Int) -> Bool {
      if notes[claim].isEmpty { return true }
      if let known = present[claim] { return known }
      let found = leaves.contains { Self.contains(notes[claim], in: $0) }
      present[claim] = found
      return found
    }
    var found: [ClaimMatch] = []
    for leaf in leaves {
      var candidates: [(claim: Int, edits: Int, range: Range<Int>, differences: [String])] = []
      for claim in self.candidates(in: leaf) where speaks(claims[claim].language, language) {
        candidates += alignments(of: claim, in: leaf, text: text).map { (claim, $0.edits, $0.range, $0.differences) }
      }
      candidates.sort { ($0.edits, -$0.range.count, $0.range.lowerBound, $0.claim) < ($1.edits, -$1.range.count, $1.range.lowerBound, $1.claim) }
      var taken: [Range<Int>] = []
      for candidate in candidates where !taken.contains(where: { $0.overlaps(candidate.range) }) {
        taken.append(candidate.range)
        found.append(
          ClaimMatch(
            claim: claims[candidate.claim],
            span: Span(leaf[candidate.range.lowerBound].written.start, leaf[candidate.range.upperBound - 1].written.end),
            isExact: candidate.edits == 0, differences: candidate.differences, hasNote: hasNote(candidate.claim)))
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  private func speaks(_ own: String?, _ other: String?) -> Bool {
    guard let own, let other else { return true }
    return Folding.fold(String(own.prefix(2))) == Folding.fold(String(other.prefix(2)))
  }

  /// Claims with a rare word in the leaf, those with the largest part of theirs first: whatever is said exactly leads. A leaf
  /// cannot say more claims than it has words.
  private func candidates(in leaf: [Word]) -> [Int] {
    var shared: [Int: Int] = [:]
    for word in Set(leaf.map(\.text)) { for claim in byRareWord[word] ?? [] { shared[claim, default: 0] += 1 } }
    return shared.sorted { (a, b) in
      let (left, right) = (a.value * rareWords[b.key], b.value * rareWords[a.key])
      return left != right ? left > right : a.key < b.key
    }.prefix(max(64, leaf.count)).map(\.key)
  }

  private static func contains(_ words: [String], in leaf: [Word]) -> Bool {
    guard let first = words.first, leaf.count >= words.count else { return false }
    return (0...leaf.count - words.count).contains { start in
      leaf[start].text == first && words.indices.allSatisfy { leaf[start + $0].text == words[$0] }
    }
  }

  private struct Alignment {
    var edits: Int
    var range: Range<Int>
    var differences: [String]
  }

  /// Where a leaf says a claim with at most ``edits(_:)`` words changed: the best places, disjoint.
  private func alignments(of claim: Int, in leaf: [Word], text: (Span) -> String) -> [Alignment] {
    let wanted = words[claim]
    guard !wanted.isEmpty else { return [] }
    let most = Self.edits(wanted.count)
    var result: [Alignment] = []
    var waiting = Array(windows(around: claim, in: leaf).reversed())
    // A sentence repeated through the whole page is found often enough.
    while let window = waiting.popLast(), result.count < 16 {
      guard window.count >= wanted.count - most, let found = best(wanted, leaf, window, most, text) else { continue }
      if !result.contains(where: { $0.range.overlaps(found.range) }) { result.append(found) }
      // The claim may stand on either side once more.
      waiting.append(found.range.upperBound..<window.upperBound)
      waiting.append(window.lowerBound..<found.range.lowerBound)
    }
    return result
  }

  /// Stretches that could hold the claim: around each of its rare words, joined where they meet, cut to four lengths of it.
  private func windows(around claim: Int, in leaf: [Word]) -> [Range<Int>] {
    let count = words[claim].count
    let reach = count + Self.edits(count)
    var windows: [Range<Int>] = []
    for (k, word) in leaf.enumerated() where byRareWord[word.text]?.contains(claim) == true {
      let window = max(0, k - reach)..<min(leaf.count, k + reach + 1)
      if let last = windows.last, last.upperBound >= window.lowerBound, last.count < 4 * reach {
        windows[windows.count - 1] = last.lowerBound..<window.upperBound
      } else {
        windows.append(window)
      }
    }
    return Array(windows.prefix(64))
  }

  /// The cheapest alignment of a claim with some part of a window (Sellers 1980): insertion, deletion and replacement of words cost one.
  private func best(_ wanted: [String], _ leaf: [Word], _ window: Range<Int>, _ most: Int, _ text: (Span) -> String) -> Alignment? {
    let (n, m) = (wanted.count, window.count)
    let width = m + 1
    var cost = [Int32](repeating: 0, count: (n + 1) * width)
    for i in 1...n {
      cost[i * width] = Int32(i)
      for j in 1..<width {
        let replaced = cost[(i - 1) * width + j - 1] + (wanted[i - 1] == leaf[window.lowerBound + j - 1].text ? 0 : 1)
        cost[i * width + j] = min(replaced, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1)
      }
    }
    // Of equal ends the first with the last word in place.
    var end = 0
    for j in 1..<max(2, width) where j < width && cost[n * width + j] < cost[n * width + end] { end = j }
    let edits = Int(cost[n * width + end])
    guard edits <= most, end > 0 else { return nil }
    var (i, j) = (n, end)
    var steps: [(missing: String?, added: Span?)] = []
    var kept = 0
    while i > 0 {
      let here = cost[i * width + j]
      if j > 0, wanted[i - 1] == leaf[window.lowerBound + j - 1].text, here == cost[(i - 1) * width + j - 1] {
        if wanted[i - 1].utf8.count > 3 { kept += 1 }
        steps.append((nil, nil))
        (i, j) = (i - 1, j - 1)
      } else if j > 0, here == cost[(i - 1) * width + j - 1] + 1 {
        steps.append((wanted[i - 1], leaf[window.lowerBound + j - 1].written))
        (i, j) = (i - 1, j - 1)
      } else if here == cost[(i - 1) * width + j] + 1 {
        steps.append((wanted[i - 1], nil))
        i -= 1
      } else {
        steps.append((nil, leaf[window.lowerBound + j - 1].written))
        j -= 1
      }
    }
    guard edits == 0 || kept >= 2, j < end else { return nil }
    return Alignment(
      edits: edits, range: window.lowerBound + j..<window.lowerBound + end, differences: Self.differences(steps.reversed(), text))
  }

  /// Neighbouring edits as one difference in words.
  private static func differences(_ steps: [(missing: String?, added: Span?)], _ text: (Span) -> String) -> [String] {
    var result: [String] = []
    var missing: [String] = []
    var added: Span?
    func flush() {
      let words = added.map { text($0).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      switch (missing.isEmpty, words) {
      case (true, nil): break
      case (false, nil): result.append("“\(missing.joined(separator: " "))” left out")
      case (true, let words?): result.append("“\(words)” added")
      case (false, let words?): result.append("“\(words)” for “\(missing.joined(separator: " "))”")
      }
      missing = []
      added = nil
    }
    for step in steps {
      if step.missing == nil, step.added == nil {
        flush()
        continue
      }
      if let word = step.missing { missing.append(word) }
      if let span = step.added { added = added?.union(span) ?? span }
    }
    flush()
    return result
  }
}

extension DocumentAnalysis {
  /// Where the text says, or nearly says, an approved claim; entries of reference lists are left out.
  package func matches(of library: ClaimLibrary) -> [ClaimMatch] {
    library.matches(in: words, text: document.text, language: document.language ?? recognisedLanguage)
      .filter { !context(of: $0.span).contains(.inReference) }
  }
}
