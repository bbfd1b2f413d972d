import ContentModel

/// The journal behind a title, or in its place.
extension EntryShape {
  /// The journal behind a title: the words up to year, volume or bracket. Nil unless one of these follows.
  mutating func readJournal(_ line: TokenLine, _ start: Int, _ limit: Int) {
    var low = start
    while low < limit, let token = line[low], token.kind == .punctuation { low += 1 }
    if line.isWord(low, "in"), line.isPunctuation(low + 1, ":") { return }
    guard low < limit, line[low]?.kind == .word, line[low]?.isCapital == true else { return }
    var high = low
    while high < limit, let token = line[high] {
      if token.kind == .number || token.kind == .superscript { break }
      if token.kind == .punctuation {
        if line.isPunctuation(high, "."), let next = line[high + 1], next.kind == .word, next.isCapital || next.length <= 3,
          high + 1 < limit, let previous = line[high - 1], previous.kind == .word, previous.length <= 8
        {
          high += 1
          continue
        }
        if line.isPunctuation(high, "&") || line.isDash(high) || token.scalar == 0x27 || token.scalar == 0x2019 {
          high += 1
          continue
        }
        if line.isPunctuation(high, ":"), line[high + 1]?.kind == .word, line[high + 1]?.isCapital == true,
          let before = line.span(low..<high).map(line.text), JournalNames.isKnown(before)
        {
          high += 1
          continue
        }
        break
      }
      if line.isWord(high, "vol") || line.isWord(high, "volume") || line.isWord(high, "no") { break }
      high += 1
    }
    var follows = line[high]?.kind == .number || line.isWord(high, "vol") || line.isWord(high, "no")
    if let token = line[high], token.kind == .punctuation {
      let next = line[high + 1]
      follows = next?.kind == .number || line.isWord(high + 1, "vol") || line.isWord(high + 1, "volume")
        || line.isWord(high + 1, "no")
      if line.isPunctuation(high, ":") { follows = false }
    }
    if high >= limit || (high == limit - 1 && line.isPunctuation(high, ".")), let span = line.span(low..<high),
      JournalNames.isKnown(line.text(span))
    {
      follows = true
    }
    guard follows, high > low, high - low <= 16, let span = trimmed(line, low..<high) else { return }
    guard !line.isWord(low, in: EntryVocabulary.notJournals) else { return }
    journal = span
  }

  /// A short run of words that begins with a capital, mostly capitals, without a verb.
  func looksLikeJournal(_ line: TokenLine, _ range: Range<Int>) -> Bool {
    var words = 0
    var lower = 0
    for k in range {
      guard let token = line[k] else { return false }
      if token.kind == .number { return false }
      guard token.kind == .word else {
        if token.kind == .punctuation, line.isPunctuation(k, ".") || line.isPunctuation(k, "&") || line.isPunctuation(k, ":")
          || line.isPunctuation(k, "(") || line.isPunctuation(k, ")") || line.isDash(k)
        { continue }
        return false
      }
      words += 1
      if !token.isCapital && !line.isWord(k, in: EntryVocabulary.smallWords) { lower += 1 }
      // "Orthobiologic Reports" is a name; a verb would be small.
      if !token.isCapital, line.isWord(k, in: EntryVocabulary.verbs) { return false }
    }
    return words >= 1 && words <= 9 && lower <= (words > 3 ? 1 : 0)
      || JournalNames.isKnown(line.span(range).map(line.text) ?? "")
  }
}
