import ContentModel

/// Reads from a stretch of text what it tells of a study. Linear in its length.
struct StudyReader {
  let line: TokenLine
  /// Folded words; empty for everything else.
  let words: [String]
  var result = Study()

  init(_ utf8: [UInt8], _ span: Span) {
    line = TokenLine(utf8, span, joinsThousands: true, splitsHyphens: true)
    var words: [String] = []
    words.reserveCapacity(line.count)
    for token in line.tokens { words.append(token.kind == .word ? line.folded(token) : "") }
    self.words = words
  }

  func study() -> Study {
    var reader = self
    reader.readPhase()
    reader.readDesigns()
    reader.readBlinding()
    reader.readSize()
    reader.readEndpoints()
    reader.result.evidence.sort()
    return reader.result
  }

  /// Every match of a table, as phrase index and token range.
  func matches(_ table: PhraseTable) -> [(value: Int, range: Range<Int>)] {
    var found: [(value: Int, range: Range<Int>)] = []
    for k in words.indices where !words[k].isEmpty {
      for (rest, value) in table.byFirst[words[k]] ?? [] {
        if let end = tail(rest, from: k + 1) { found.append((value, k..<end)) }
      }
      for (first, rest, value) in table.open where words[k].utf8.starts(with: first.utf8) {
        if let end = tail(rest, from: k + 1) { found.append((value, k..<end)) }
      }
    }
    return found
  }

  private func tail(_ rest: [String], from start: Int) -> Int? {
    var k = start
    for part in rest {
      if line.isDash(k) { k += 1 }
      guard k < words.count else { return nil }
      if part.utf8.last == 0x2A {
        guard !words[k].isEmpty, words[k].utf8.starts(with: part.utf8.dropLast()) else { return nil }
      } else if words[k] != part {
        return nil
      }
      k += 1
    }
    return k
  }

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  /// The index of the word before or behind, past hyphens.
  func next(_ index: Int) -> Int { line.isDash(index) ? index + 1 : index }
  func previous(_ index: Int) -> Int { line.isDash(index) ? index - 1 : index }

  func endsSentence(_ index: Int) -> Bool {
    guard let token = line[index], token.kind == .punctuation else { return false }
    return token.scalar == 0x2E && line[index + 1]?.spaceBefore != false || token.scalar == 0x3B || token.scalar == 0x21
      || token.scalar == 0x3F
  }

  /// Whether one of the four words before denies: `not a pilot`, `non-randomised`, but not `not only a pilot`.
  func isDenied(_ index: Int) -> Bool {
    var k = index - 1
    var seen = 0
    while k >= 0, seen < 7 {
      if endsSentence(k) || line.isPunctuation(k, ",") || line.isPunctuation(k, ":") || line[k + 1]?.lineBreakBefore == true { return false }
      if !words[k].isEmpty {
        // "None of the studies had a control group"
        if words[k] == "none", word(k + 1) == "of" { return true }
        if seen < 4, StudyVocabulary.negations.contains(words[k]) || words[k].hasSuffix("n't") {
          return !["only", "just", "merely", "simply"].contains(word(k + 1))
        }
        // A second noun phrase begins: "without X in a pilot".
        if ["in", "from", "by", "but"].contains(words[k]) { return false }
        seen += 1
      }
      k -= 1
    }
    return false
  }

  /// Whether the study is called for rather than reported: `randomised trials are needed`.
  func isWanted(_ range: Range<Int>) -> Bool {
    var k = range.lowerBound - 1
    var seen = 0
    while k >= 0, seen < 5, !endsSentence(k) {
      if StudyVocabulary.wantedBefore.contains(words[k]) { return true }
      if !words[k].isEmpty { seen += 1 }
      k -= 1
    }
    k = range.upperBound
    seen = 0
    while k < words.count, seen < 6, !endsSentence(k) {
      if StudyVocabulary.wantedAfter.contains(words[k]) { return true }
      if !words[k].isEmpty { seen += 1 }
      k += 1
    }
    return false
  }

  mutating func note(_ range: Range<Int>) {
    if let span = line.span(range), !result.evidence.contains(span), result.evidence.count < 64 { result.evidence.append(span) }
  }
}
