import ContentModel

/// Journals by name and year, source lines, and reports that are named as the source.
extension CitationFinder {
  // MARK: Bodies

  /// `the guideline of the Alpine Society for Pain (2021)`: the token behind.
  mutating func publishedBy(at k: Int) -> Int? {
    guard line[k]?.isCapital == true, line[k - 1]?.isCapital != true, let (name, end) = journal(at: k), line.isPunctuation(end, "("),
      let year = line[end + 1], year.isYear, line.isPunctuation(end + 2, ")"), EntryShape.isPublicationYear(line, end + 1),
      (k..<end).contains(where: { line.isWord($0, in: SourceVocabulary.publishers) }), end - k >= 2
    else { return nil }
    let isIntroduced = (k - 5..<k).contains {
      line.isWord($0, in: SourceVocabulary.nouns) || line.isWord($0, in: ["statement", "consensus", "recommendation", "recommendations", "position", "opinion"])
    }
    guard isIntroduced || line.isWord(end + 3, in: SourceVocabulary.reportingVerbs) || line.isWord(end + 3, in: ["recommends", "states", "advises"]),
      let span = line.span(k..<end + 3)
    else { return nil }
    found.append(Citation(span: span, kind: .authorYear, authors: [name], year: year.value, references: index.written(by: [name], year: year.value)))
    use(k..<end + 3)
    return end + 3
  }

  // MARK: Journals

  /// `published in The Lancet in 2021`: the token behind.
  mutating func publishedIn(at k: Int) -> Int? {
    guard line.isWord(k, "in") else { return nil }
    let isPublished = line.isWord(k - 1, in: ["published", "appeared", "reported", "printed", "featured", "appearing"])
    guard isPublished || line.isWord(k - 1, in: SourceVocabulary.works) else { return nil }
    let low = line.isWord(k + 1, "the") && line[k + 1]?.isCapital == false ? k + 2 : k + 1
    guard let (name, end) = journal(at: low) else { return nil }
    var at = end
    var close: Int?
    if line.isPunctuation(at, "(") {
      close = closing[at]
      at += 1
    } else if line.isPunctuation(at, ",") || line.isWord(at, "in") {
      at += 1
    }
    guard let token = line[at], token.isYear, EntryShape.isPublicationYear(line, at) else { return nil }
    let references = index.published(in: name, year: token.value)
    let isPeriodical = (low..<end).contains { line.isWord($0, in: ["journal", "annals", "archives", "proceedings", "acta", "transactions", "letters"]) }
    guard !references.isEmpty || JournalNames.isKnown(name) || index.hasJournal(name) || isPeriodical else { return nil }
    let next = close == at + 1 ? at + 2 : at + 1
    guard let span = line.span(low..<next) else { return nil }
    found.append(Citation(span: span, kind: .journalYear, year: token.value, journal: name, references: references))
    use(low..<next)
    return next
  }

  /// `(Nature Communications, 2024)`, `(2016, Cytotherapy)` and named reports in brackets where no author was found.
  mutating func findJournalsInBrackets() {
    for open in closing.keys.sorted() {
      guard let close = closing[open], close - open >= 3, close - open <= 60 else { continue }
      var low = open + 1
      while low < close {
        var high = low
        while high < close, !line.isPunctuation(high, ";") { high += 1 }
        segment(low..<high)
        low = high + 1
      }
    }
  }

  private mutating func segment(_ range: Range<Int>) {
    guard range.count >= 2, range.count <= 20, !range.contains(where: { isUsed[$0] }) else { return }
    var low = range.lowerBound
    while low < range.upperBound, line.isWord(low, in: SourceVocabulary.bracketLeadIns) || line[low]?.kind == .punctuation {
      if line[low]?.isCapital == true, line.isPunctuation(low + 1, ",") == false, line.isPunctuation(low + 1, ":") == false { break }
      low += 1
    }
    guard low < range.upperBound, let first = line[low] else { return }
    if first.isYear, line.isPunctuation(low + 1, ","), let (name, end) = journal(at: low + 2), end == range.upperBound {
      addJournal(name, first.value, low..<range.upperBound)
      return
    }
    guard let (name, end) = journal(at: low) else { return }
    let at = line.isPunctuation(end, ",") ? end + 1 : end
    if let token = line[at], token.isYear, at + 1 >= range.upperBound || line.isPunctuation(at + 1, ",") || line.isPunctuation(at + 1, ":"), EntryShape.isPublicationYear(line, at) {
      if addJournal(name, token.value, low..<min(range.upperBound, at + 1)) { return }
      // "(Joint Hoof Council 2020)"
      let last = line.isPunctuation(end - 1, ",") ? end - 2 : end - 1
      if last - low >= 1, line.isWord(last, in: SourceVocabulary.publishers) || line.isWord(low + 1, in: ["of", "for"]) && line.isWord(low, in: SourceVocabulary.publishers),
        !line.isWord(low, in: SourceVocabulary.notNames) || line.isWord(low, in: ["the"]) || line.isWord(low, in: SourceVocabulary.publishers),
        at + 1 >= range.upperBound, range.lowerBound == low || line.isWord(low - 1, in: SourceVocabulary.bracketLeadIns) || line[low - 1]?.kind == .punctuation,
        let span = line.span(low..<at + 1)
      {
        found.append(Citation(span: span, kind: .authorYear, authors: [name], year: token.value, references: index.written(by: [name], year: token.value)))
        use(low..<at + 1)
        return
      }
      // "(Kantar Sleep Survey 2023)"
      let hasNoun = (low..<end).contains { line.isWord($0, in: SourceVocabulary.nouns) }
      let capitals = (low..<end).filter { line[$0]?.isCapital == true }.count
      if hasNoun, capitals >= 2, let span = line.span(low..<at + 1) {
        found.append(Citation(span: span, kind: .sourceLine, year: token.value, isSelfContained: true))
        use(low..<at + 1)
      }
    }
  }

  @discardableResult
  private mutating func addJournal(_ name: String, _ year: Int, _ range: Range<Int>) -> Bool {
    let references = index.published(in: name, year: year)
    guard !references.isEmpty || JournalNames.isKnown(name) || index.hasJournal(name), let span = line.span(range) else { return false }
    found.append(Citation(span: span, kind: .journalYear, year: year, journal: name, references: references))
    use(range)
    return true
  }

  // MARK: Source lines

  mutating func findSourceLines() {
    var k = 0
    while k < line.count {
      if let end = sourceLine(at: k) ?? dataOnFile(at: k) ?? accordingTo(at: k) { k = max(k + 1, end) } else { k += 1 }
    }
  }

  /// `Source: …` at the start of a line, sentence or bracket, to its end.
  private mutating func sourceLine(at k: Int) -> Int? {
    guard line.isWord(k, in: SourceVocabulary.leadIns), line.isPunctuation(k + 1, ":") else { return nil }
    let before = line[k - 1]
    let isStart = before == nil || line[k]?.lineBreakBefore == true
      || before.map { $0.kind == .punctuation && [0x28, 0x5B, 0x2E, 0x21, 0x3F, 0x2A, 0x2020, 0x2013, 0x2014, 0x7C, 0x3B, 0x29].contains($0.scalar) } == true
      || before?.kind == .superscript
    guard isStart else { return nil }
    let open = opening[k]
    var end = k + 2
    let limit = open >= 0 ? closing[open] ?? line.count : line.count
    while end < limit, end - k < 120, line[end]?.lineBreakBefore == false || end == k + 2 {
      // A source in the middle of a paragraph ends with its sentence.
      if open < 0, line.isPunctuation(end, "."), let next = line[end + 1], next.spaceBefore, next.isCapital,
        let last = line[end - 1], last.kind != .word || last.length > 3
      { break }
      end += 1
    }
    var high = end
    if line.isPunctuation(high - 1, ".") { high -= 1 }
    let hasWord = (k + 2..<max(k + 2, high)).contains { line[$0]?.kind == .word && (line[$0]?.length ?? 0) >= 2 }
    guard hasWord, let span = line.span(k..<high) else { return nil }
    if (k..<high).contains(where: { isUsed[$0] }) { return end }
    found.append(Citation(span: span, kind: .sourceLine, isSelfContained: true))
    use(k..<high)
    return end
  }

  private mutating func dataOnFile(at k: Int) -> Int? {
    guard line.isWord(k, "data"), line.isWord(k + 1, "on"), line.isWord(k + 2, "file"), !isUsed[k], let span = line.span(k..<k + 3) else { return nil }
    found.append(Citation(span: span, kind: .sourceLine, isSelfContained: true))
    use(k..<k + 3)
    return k + 3
  }

  /// `according to the 2023 Kantar Sleep survey`: a work with a name or a year of its own, never "a study" or "our survey".
  private mutating func accordingTo(at k: Int) -> Int? {
    let isAccording = line.isWord(k, "according") && line.isWord(k + 1, "to")
    let isData = line.isWord(k, in: ["data", "figures", "statistics", "estimates"]) && line.isWord(k + 1, in: ["from", "by"])
    guard isAccording || isData else { return nil }
    var low = k + 2
    if line.isWord(low, in: ["our", "my", "their", "his", "her", "your", "some", "many", "several", "recent"]) { return nil }
    if line.isWord(low, "a") || line.isWord(low, "an") || line.isWord(low, "the") { low += 1 }
    var end = low
    var noun: Int?
    var year: Int?
    var yearEnd: Int?
    var capitals = 0
    while end < low + 14, let token = line[end] {
      if isUsed[end] { return nil }
      if token.kind == .punctuation {
        // A year in brackets or behind a comma still belongs to it.
        let inner = end + 1
        if line.isPunctuation(end, "(") || line.isPunctuation(end, ","), let next = line[inner], next.isYear, EntryShape.isPublicationYear(line, inner) {
          year = next.value
          yearEnd = line.isPunctuation(inner + 1, ")") ? inner + 2 : inner + 1
        }
        if !line.isPunctuation(end, "&"), !line.isDash(end) { break }
      } else if token.isYear, EntryShape.isPublicationYear(line, end) {
        year = token.value
        yearEnd = end + 1
      } else if token.kind == .word {
        if token.isCapital { capitals += 1 }
        if line.isWord(end, in: SourceVocabulary.nouns) { noun = end }
        if !token.isCapital, line.isWord(end, in: EntryVocabulary.verbs) { break }
      }
      end += 1
    }
    let isNamed = isAccording ? noun != nil && (capitals >= 1 || year != nil) : capitals >= 1 && year != nil
    guard isNamed, capitals >= 1 || year != nil else { return nil }
    let high = max((noun ?? low) + 1, yearEnd ?? 0)
    guard let span = line.span(k + 2..<high) else { return nil }
    found.append(Citation(span: span, kind: .sourceLine, year: year, isSelfContained: true))
    use(k + 2..<high)
    return high
  }
}
