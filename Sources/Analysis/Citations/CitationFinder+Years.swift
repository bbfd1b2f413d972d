import ContentModel

/// The year behind cited authors, with letter, journal and further years.
extension CitationFinder {
  /// A year behind names, with what belongs to it.
  struct Year {
    var value: Int
    var end: Int?
    var suffix: String?
    var journal: String?
    /// The token behind.
    var next: Int
    /// Whether the year stands in brackets of its own.
    var isBracketed = false
    /// Whether `in` stands before it, so that only an entry tells a citation from a date.
    var needsEntry = false
    /// Further years in the same place, each with its span.
    var further: [(value: Int, suffix: String?, span: Span)] = []
    /// Where the first citation's own span ends, if before `next`.
    var ownEnd: Int?
  }

  private func suffix(_ index: Int) -> String? {
    guard let letter = line[index], letter.kind == .word, letter.length == 1, !letter.spaceBefore, !letter.isCapital else { return nil }
    return line.folded(letter)
  }

  /// A year token that is not part of a date, a law or a number.
  func isYear(_ k: Int) -> Bool {
    guard let token = line[k], token.isYear, token.value >= 1850, !isUsed[k] else { return false }
    return EntryShape.isPublicationYear(line, k)
  }

  func year(at index: Int, allowsJournal: Bool) -> Year? {
    var k = index
    if line.isPunctuation(k, "("), let close = closing[k], close - k <= 24 { return bracketedYear(k, close) }
    if line.isWord(k, "in"), isYear(k + 1), var year = plainYear(k + 1) {
      year.needsEntry = true
      return year
    }
    if line.isPunctuation(k, ",") { k += 1 }
    if isYear(k) { return plainYear(k) }
    // `, BMC Medicine 2022`
    guard allowsJournal, let (journal, after) = journal(at: k), isYear(after), var year = plainYear(after) else { return nil }
    year.journal = journal
    return year
  }

  private func plainYear(_ index: Int) -> Year? {
    guard let token = line[index] else { return nil }
    var year = Year(value: token.value, next: index + 1)
    readRange(&year)
    if let letter = suffix(year.next) {
      year.suffix = letter
      year.next += 1
    }
    readFurther(&year)
    return year
  }

  /// `–2024` or `–24` behind a year.
  private func readRange(_ year: inout Year) {
    guard line.isDash(year.next), let last = line[year.next + 1], last.kind == .number else { return }
    let value = last.length == 4 ? last.value : last.length == 2 ? year.value / 100 * 100 + last.value : -1
    guard value > year.value, value <= 2099 else { return }
    year.end = value
    year.next += 2
  }

  /// `, 2020b`, `, 2021`, `,b` behind a year.
  private func readFurther(_ year: inout Year) {
    while year.further.count < 20, line.isPunctuation(year.next, ",") || line.isPunctuation(year.next, ";"), let token = line[year.next + 1] {
      if token.isYear, isYear(year.next + 1) {
        // Not the year of another citation or of the sentence: a comma, bracket or end must follow.
        let letter = suffix(year.next + 2)
        let after = year.next + (letter == nil ? 2 : 3)
        let ends = line[after].map { $0.kind == .punctuation && [0x2C, 0x3B, 0x29, 0x5D].contains($0.scalar) } ?? false
        guard ends || letter != nil && year.suffix != nil, let span = line.span(year.next + 1..<after) else { return }
        if year.ownEnd == nil { year.ownEnd = year.next }
        year.further.append((token.value, letter, span))
        year.next = after
      } else if let own = year.suffix, token.kind == .word, token.length == 1, !token.isCapital, line.folded(token) > own,
        line[year.next + 2].map({ $0.kind == .punctuation }) ?? true
      {
        if year.ownEnd == nil { year.ownEnd = year.next }
        year.further.append((year.further.last?.value ?? year.value, line.folded(token), token.span))
        year.next += 2
      } else {
        return
      }
    }
  }

  /// `(2016)`, `(2016, Cytotherapy)`, `(2020–2024)`, `(Cytotherapy, 2016)`, `(2016, p. 5)`
  private func bracketedYear(_ open: Int, _ close: Int) -> Year? {
    if isYear(open + 1), var year = plainYear(open + 1) {
      year.isBracketed = true
      if year.next == close {
        if year.ownEnd == nil { year.next = close + 1 }
        return year
      }
      guard line.isPunctuation(year.next, ",") || line.isPunctuation(year.next, ":") || line.isPunctuation(year.next, ";") else { return nil }
      if let (journal, after) = journal(at: year.next + 1), after == close || line.isPunctuation(after, ",") || line[after]?.kind == .number {
        year.journal = journal
      }
      if year.ownEnd == nil { year.next = close + 1 }
      return year
    }
    if let (journal, after) = journal(at: open + 1) {
      let at = line.isPunctuation(after, ",") ? after + 1 : after
      if isYear(at), var year = plainYear(at), year.next <= close {
        year.journal = journal
        year.isBracketed = true
        year.next = close + 1
        return year
      }
    }
    return nil
  }

  /// A run of capitalised words that can be a journal's name, and the token behind it and its comma.
  func journal(at start: Int) -> (name: String, end: Int)? {
    var k = start
    guard let first = line[k], first.kind == .word, first.isCapital || first.length > 3 && !first.isCapital && line.isWord(k, "eLife") else { return nil }
    while k < start + 10, let token = line[k] {
      if token.kind == .word, token.isCapital || line.isWord(k, in: EntryVocabulary.smallWords) && k > start {
        k += 1
      } else if k > start, line.isPunctuation(k, "&") || line.isPunctuation(k, ".") && line[k - 1]?.isCapital == true && line[k + 1]?.isCapital == true {
        k += 1
      } else {
        break
      }
    }
    while k > start, line[k - 1]?.isCapital != true { k -= 1 }
    guard let span = line.span(start..<k) else { return nil }
    return (line.text(span), line.isPunctuation(k, ",") && line[k + 1]?.isYear == true ? k + 1 : k)
  }
}
