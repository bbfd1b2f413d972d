import ContentModel

/// Where the title begins and ends.
extension EntryShape {
  /// The title that begins at a token, and the journal behind it.
  mutating func readTitle(_ line: TokenLine, _ start: Int, _ limit: Int, yearFollows: Bool) {
    guard start < limit else { return }
    if line.isQuote(start), let k = Self.quotedTitleEnd(line, start, limit) {
      guard k < limit else { return }
      title = trimmed(line, start + 1..<k)
      readJournal(line, k + 1, limit)
      return
    }
    var stop = Self.sentenceEnd(line, start, limit)
    let volumeStart = volumePages?.lowerBound ?? limit
    // "Is chocolate a drug? A review. Food Rev Int": a title of two sentences.
    if line.isPunctuation(stop, "?") || line.isPunctuation(stop, "!") {
      let later = Self.sentenceEnd(line, stop + 1, limit)
      let hasSmallWord = (stop + 1..<max(stop + 1, later)).contains {
        line[$0]?.kind == .word && line[$0]?.isCapital == false && !line.isWord($0, in: EntryVocabulary.smallWords)
      }
      if later < volumeStart, hasSmallWord, hasWords(line, later + 1, min(volumeStart, limit)) { stop = later }
    }
    if stop < volumeStart, stop < limit, hasWords(line, stop + 1, min(volumeStart, limit)) {
      title = trimmed(line, start..<stop)
      if line.isPunctuation(stop, "?") || line.isPunctuation(stop, "!") { title = line.span(start..<stop + 1) }
      readJournal(line, stop + 1, limit)
      return
    }
    readSegment(line, start, to: min(stop, volumeStart), yearFollows: yearFollows)
  }

  /// The only segment before volume or end: a journal where it is short, else title and journal parted by a comma.
  private mutating func readSegment(_ line: TokenLine, _ start: Int, to stop: Int, yearFollows: Bool) {
    var end = stop
    while end > start, let last = line[end - 1], last.isYear || line.isPunctuation(end - 1, ",")
      || line.isPunctuation(end - 1, "(") || line.isPunctuation(end - 1, ";") || line.isPunctuation(end - 1, ".")
    {
      if last.isYear {
        if line.isWord(end - 2, in: EntryVocabulary.beforeOtherYears) || !Self.isPublicationYear(line, end - 1) { break }
        year = year ?? last.value
      }
      end -= 1
    }
    guard end > start else { return }
    // "The Lancet, 388, 1234": a known name and bare numbers.
    if authors != nil, volumePages == nil, year != nil {
      var tail = end
      while tail > start, line[tail - 1]?.kind == .number || line.isPunctuation(tail - 1, ",") { tail -= 1 }
      if tail < end, let name = line.span(start..<tail), JournalNames.isKnown(line.text(name)) { end = tail }
    }
    let words = (start..<end).reduce(0) { $0 + (line[$1]?.kind == .word ? 1 : 0) }
    let firstIsCapital = line[start]?.isCapital == true
    let hasPlace = volumePages != nil || year != nil
    if authors != nil, authors?.style != .corporate, hasPlace, firstIsCapital, looksLikeJournal(line, start..<end) {
      journal = line.span(start..<end)
      isBare = true
      return
    }
    if volumePages != nil || yearFollows, let comma = lastComma(line, start..<end), end - comma <= 9,
      line[comma + 1]?.isCapital == true, comma - start >= 3
    {
      title = trimmed(line, start..<comma)
      journal = trimmed(line, comma + 1..<end)
      return
    }
    if words >= 2, authors != nil || label != nil || hasWorkIdentifier || volumePages != nil {
      title = trimmed(line, start..<end)
    }
  }

  /// The quotation mark that closes a quoted title; nil where the title merely begins with a quoted word.
  private static func quotedTitleEnd(_ line: TokenLine, _ start: Int, _ limit: Int) -> Int? {
    var k = start + 1
    while k < limit, !line.isQuote(k) || line[k + 1]?.spaceBefore == false && line[k + 1]?.kind == .word { k += 1 }
    guard k < limit else { return limit }
    if let next = line[k + 1], next.kind == .word, !next.isCapital, !line.isPunctuation(k - 1, ","), !line.isPunctuation(k - 1, "."),
      !line.isWord(k + 1, "in")
    { return nil }
    return k
  }

  /// The sentence end that closes a title: a full stop or question mark before white space.
  private static func sentenceEnd(_ line: TokenLine, _ start: Int, _ limit: Int) -> Int {
    var k = start
    while k < limit, let token = line[k] {
      let isStop = token.kind == .punctuation && (token.scalar == 0x2E || token.scalar == 0x3F || token.scalar == 0x21)
      if isStop, k > start, line[k + 1]?.spaceBefore != false {
        if token.scalar == 0x2E, let previous = line[k - 1], previous.kind == .word {
          if line.isWord(k - 1, in: EntryVocabulary.abbreviations) || previous.length == 1 && line[k + 1]?.isCapital == false {
            k += 1
            continue
          }
        }
        return k
      }
      k += 1
    }
    return limit
  }

  private func hasWords(_ line: TokenLine, _ low: Int, _ high: Int) -> Bool {
    guard low < high else { return false }
    return (low..<high).contains { line[$0]?.kind == .word }
  }

  private func lastComma(_ line: TokenLine, _ range: Range<Int>) -> Int? {
    var depth = 0
    var last: Int?
    for k in range {
      if line.isPunctuation(k, "(") || line.isPunctuation(k, "[") { depth += 1 }
      if line.isPunctuation(k, ")") || line.isPunctuation(k, "]") { depth -= 1 }
      if depth <= 0, line.isPunctuation(k, ",") { last = k }
    }
    return last
  }

  func trimmed(_ line: TokenLine, _ range: Range<Int>) -> Span? {
    var low = range.lowerBound
    var high = range.upperBound
    func isMark(_ k: Int) -> Bool {
      line.isPunctuation(k, ".") || line.isPunctuation(k, ",") || line.isPunctuation(k, ":") || line.isPunctuation(k, ";")
        || line.isQuote(k)
    }
    while low < high, isMark(low) { low += 1 }
    while high > low, isMark(high - 1) { high -= 1 }
    if let bracket = Self.kindBracket(line, low, high) {
      high = bracket
      while high > low, isMark(high - 1) { high -= 1 }
    }
    return low < high ? line.span(low..<high) : nil
  }

  /// Where "[review]", "[dissertation]" or "(Doctoral dissertation, University of Lyon)" begins that ends a title.
  private static func kindBracket(_ line: TokenLine, _ low: Int, _ high: Int) -> Int? {
    let isSquare = line.isPunctuation(high - 1, "]")
    guard isSquare || line.isPunctuation(high - 1, ")") else { return nil }
    var k = high - 2
    while k > low, high - k < 16, !line.isPunctuation(k, isSquare ? "[" : "(") { k -= 1 }
    guard k > low, line.isPunctuation(k, isSquare ? "[" : "(") else { return nil }
    if isSquare { return high - k <= 6 ? k : nil }
    let kinds: Set<String> = ["dissertation", "thesis", "report", "paper", "preprint", "publication", "edition", "ed", "vol", "brochure", "leaflet"]
    return (k..<high).contains { line.isWord($0, in: kinds) } ? k : nil
  }
}
