import ContentModel

/// The order of an entry's parts: authors, year, title, then what stands behind it.
extension EntryShape {
  /// The token at which identifiers, an address or an inline summary begin.
  mutating func headLimit(_ line: TokenLine) -> Int {
    var limit = line.count
    for identifier in identifiers {
      limit = min(limit, line.index(atOrAfter: identifier.span.start))
    }
    for k in bodyStart..<max(bodyStart, line.count) {
      guard line[k]?.isCapital == true, let end = EntryVocabulary.summaryLabelEnd(line, at: k) else { continue }
      let isStart = k == bodyStart || line[k]?.lineBreakBefore == true || line.isPunctuation(k - 1, ".")
        || line.isPunctuation(k - 1, "?") || line.isPunctuation(k - 1, ")")
      if isStart, let first = line[end], let last = line[line.count - 1] {
        if summary == nil { summary = Span(first.start, last.end) }
        limit = min(limit, k)
        break
      }
    }
    return limit
  }

  mutating func readParts(_ line: TokenLine, _ limit: Int) {
    var k = authors.map { Self.behindRoles(line, $0.end) } ?? bodyStart
    var yearFollows = false
    if authors != nil {
      var at = k
      if line.isPunctuation(at, ".") || line.isPunctuation(at, ",") { at += 1 }
      if let found = bracketedYear(line, at: at) {
        (year, yearSuffix, k) = (found.year, found.suffix, found.end)
        yearFollows = true
      } else if let token = line[at], token.isYear, at > k || authors?.style == .bare, !line.isPunctuation(at + 1, ";") {
        year = token.value
        k = at + 1
        if let letter = line[k], letter.kind == .word, letter.length == 1, !letter.spaceBefore {
          yearSuffix = line.folded(letter)
          k += 1
        }
        yearFollows = true
      }
      if let next = line[k], next.kind == .word, !next.isCapital { readsAsProse = true }
    }
    while let token = line[k], token.kind == .punctuation, !line.isQuote(k), !line.isPunctuation(k, "("),
      !line.isPunctuation(k, "[")
    { k += 1 }
    volumePages = VolumePages(line, in: k..<limit).find()
    readTitle(line, k, limit, yearFollows: yearFollows)
    if year == nil { readLateYear(line, k, limit) }
    // "https://… Accessed May 3, 2021. Published 2012."
    if year == nil, let published = (limit..<max(limit, line.count)).first(where: { line.isWord($0, "published") || line.isWord($0, "updated") }) {
      year = (published + 1..<published + 6).compactMap { line[$0] }.first { $0.isYear }?.value
    }
  }

  /// Past `, editors`, `(Eds.)` and `, on behalf of the … Group`.
  private static func behindRoles(_ line: TokenLine, _ end: Int) -> Int {
    var k = end
    while line.isPunctuation(k, ",") || line.isPunctuation(k, "(") { k += 1 }
    if line.isWord(k, in: ["editor", "editors", "ed", "eds", "hrsg"]), k > end {
      k += 1
      while line.isPunctuation(k, ".") && line.isPunctuation(k + 1, ")") || line.isPunctuation(k, ")") { k += 1 }
      return k
    }
    if line.isWord(k, "on") && line.isWord(k + 1, "behalf") || line.isWord(k, "for") && line.isWord(k + 1, "the"), k > end {
      for m in k..<k + 20 where line.isPunctuation(m, ".") {
        return line.isWord(m - 1, in: ["group", "investigators", "collaborators", "consortium", "network", "committee", "team", "collaboration", "society", "panel"]) ? m : end
      }
    }
    return end
  }
}
