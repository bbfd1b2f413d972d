import ContentModel

/// The year of publication, in brackets behind the authors or behind the title.
extension EntryShape {
  /// A bracketed year: `(2016)`, `(2016a)`, `(2016, May 3)`, `(May 2016)`; the token behind the bracket.
  func bracketedYear(_ line: TokenLine, at index: Int) -> (year: Int, suffix: String?, end: Int)? {
    guard line.isPunctuation(index, "(") || line.isPunctuation(index, "[") else { return nil }
    var k = index + 1
    while k < index + 4, line[k]?.kind == .word { k += 1 }
    guard let token = line[k], token.isYear else { return nil }
    var end = k + 1
    var suffix: String?
    if let letter = line[end], letter.kind == .word, letter.length == 1, !letter.spaceBefore {
      suffix = line.folded(letter)
      end += 1
    }
    while end < index + 10, let token = line[end], !line.isPunctuation(end, ")"), !line.isPunctuation(end, "]") {
      if token.kind == .punctuation, !line.isPunctuation(end, ","), !line.isDash(end) { return nil }
      end += 1
    }
    guard line.isPunctuation(end, ")") || line.isPunctuation(end, "]") else { return nil }
    return (token.value, suffix, end + 1)
  }

  /// The year that stands behind the title: before `;`, in brackets, at the end, or the only one.
  mutating func readLateYear(_ line: TokenLine, _ start: Int, _ limit: Int) {
    var best: (rank: Int, index: Int)?
    for k in start..<max(start, limit) {
      guard let token = line[k], token.isYear else { continue }
      if let title, title.contains(token.start), volumePages != nil || journal != nil { continue }
      if let volumePages, volumePages.contains(k), !line.isPunctuation(k - 1, ","), !line.isPunctuation(k - 1, "(") { continue }
      guard Self.isPublicationYear(line, k), !line.isWord(k - 1, in: EntryVocabulary.beforeOtherYears) else { continue }
      var rank = 1
      if line.isPunctuation(k + 1, ";") { rank = 5 } else if line.isPunctuation(k - 1, "("), line.isPunctuation(k + 1, ")") {
        rank = 4
      } else if line.isPunctuation(k - 1, "(") || line.isPunctuation(k - 1, ",") || line.isPunctuation(k - 1, ";") {
        rank = 3
      } else if k + 1 >= limit || line.isPunctuation(k + 1, ".") {
        rank = 2
      }
      if rank >= (best?.rank ?? 0) { best = (rank, k) }
    }
    if best == nil {
      // The day of a newspaper's article, unless it is the day on which a page was read.
      for k in start..<max(start, limit) where line[k]?.isYear == true {
        let isMonth = line.isWord(k - 1, in: EntryVocabulary.months) || line.isPunctuation(k - 1, ",") && line.isWord(k - 3, in: EntryVocabulary.months)
        let isVisit = (k - 8..<k).contains { line.isWord($0, in: ["accessed", "retrieved", "viewed", "cited", "visited", "abgerufen", "checked"]) }
        if isMonth, !isVisit, title.map({ !$0.contains(line[k]?.start ?? 0) }) ?? true { best = (1, k) }
      }
    }
    guard let best, let token = line[best.index] else { return }
    year = token.value
    if let letter = line[best.index + 1], letter.kind == .word, letter.length == 1, !letter.spaceBefore {
      yearSuffix = line.folded(letter)
    }
  }

  /// Whether a year can be one of publication: no day and month before it, no law number, no copyright notice.
  static func isPublicationYear(_ line: TokenLine, _ k: Int) -> Bool {
    if line.isPunctuation(k + 1, "/"), line[k + 2]?.kind == .number { return false }
    if line.isPunctuation(k - 1, "/"), line[k]?.spaceBefore == false { return false }
    if line.isDash(k - 1), line[k]?.spaceBefore == false, line[k - 2]?.kind == .number { return false }
    if line.isDash(k + 1), line[k + 2]?.kind == .number, line.isDash(k + 3) { return false }
    if line.isPunctuation(k - 1, "."), line[k]?.spaceBefore == false, line[k - 2]?.kind == .number { return false }
    if line.isPunctuation(k - 1, ":"), line[k]?.spaceBefore == false { return false }
    if line.isPunctuation(k - 1, "©") || line.isWord(k - 1, "copyright") { return false }
    if line.isWord(k - 1, in: EntryVocabulary.months) {
      return line[k - 2]?.kind != .number
    }
    if line.isPunctuation(k - 1, ","), line[k - 2]?.kind == .number, line.isWord(k - 3, in: EntryVocabulary.months) {
      return false
    }
    return true
  }
}
