// Over 400 lines: the parts of an entry are read in one order, and each step leans on what the steps before it found.
import ContentModel

/// What the grammar of bibliographic entries makes of a stretch of text.
///
/// The grammar knows the order of parts in Vancouver, AMA, APA, Harvard, Nature,
/// IEEE, MLA and Chicago entries and in the short source lines of marketing pages
/// (`Satti HS et al. (2016), Cytotherapy, 18:518–522.`). A part that it is not
/// sure of stays nil.
struct EntryShape {
  /// How surely the text is an entry: enough under a clear heading, next to other entries, or anywhere.
  enum Strength: Int, Comparable {
    case none, weak, medium, strong
    static func < (lhs: Strength, rhs: Strength) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var label: String?
  /// Whether the label is in square brackets, which running text has no use for at its start.
  var isBracketLabel = false
  /// The first token behind label and prefix.
  var bodyStart = 0
  var authors: AuthorList?
  var year: Int?
  var yearSuffix: String?
  var title: Span?
  var journal: Span?
  /// The tokens of volume, issue and pages.
  var volumePages: Range<Int>?
  var identifiers: [WorkIdentifier] = []
  /// A part that retells the work, where it stands in the same stretch.
  var summary: Span?
  /// Authors, year and journal without a title, which then stands on the line before.
  var isBare = false
  var strength = Strength.none
  /// Whether running text goes on where an entry would have punctuation.
  var readsAsProse = false

  var hasWorkIdentifier: Bool { identifiers.contains { $0.kind != .url } }

  /// Parses a span; linear in its length.
  init(_ line: TokenLine, identifiers: [WorkIdentifier]) {
    self.identifiers = identifiers
    readLabel(line)
    let limit = headLimit(line)
    authors = AuthorList.parse(line, at: bodyStart)
    if let authors, authors.end > limit { self.authors = nil }
    if authors == nil { authors = AuthorList.corporate(line, at: bodyStart) }
    readParts(line, limit)
    judge(line, limit)
  }

  // MARK: Label

  private mutating func readLabel(_ line: TokenLine) {
    var k = 0
    // "References: 1. Baumann K. …"
    if line.isWord(0, in: EntryVocabulary.prefixes), line.isPunctuation(1, ":") { k = 2 }
    bodyStart = k
    guard let token = line[k] else { return }
    if line.isPunctuation(k, "["), let inner = line[k + 1], inner.kind == .number || inner.kind == .word {
      if line.isPunctuation(k + 2, "]"), inner.kind == .number || inner.length <= 4 {
        set(line.text(inner.span), k + 3, bracket: true)
      } else if inner.kind == .word, inner.length <= 6, line[k + 2]?.kind == .number, line.isPunctuation(k + 3, "]"),
        let last = line[k + 2]
      {
        set(line.text(inner.span.union(last.span)), k + 4, bracket: true)
      }
    } else if line.isPunctuation(k, "("), let inner = line[k + 1], inner.kind == .number, inner.length <= 3,
      line.isPunctuation(k + 2, ")")
    {
      set(line.text(inner.span), k + 3)
    } else if token.kind == .number, token.length <= 3 {
      if line.isPunctuation(k + 1, ".") || line.isPunctuation(k + 1, ")"), line[k + 2]?.spaceBefore == true {
        set(line.text(token.span), k + 2)
      } else if let next = line[k + 1], next.kind == .word, next.isCapital, next.spaceBefore,
        let authors = AuthorList.parse(line, at: k + 1), authors.style == .initials
      {
        set(line.text(token.span), k + 1)
      }
    } else if token.kind == .superscript {
      set(Self.digits(of: line, token), k + 1)
    } else if token.kind == .punctuation, [0x2A, 0x2020, 0x2021, 0xA7, 0xB6].contains(token.scalar) {
      var end = k + 1
      while line[end]?.scalar == token.scalar, line[end]?.kind == .punctuation, end < k + 4 { end += 1 }
      if let span = line.span(k..<end) { set(line.text(span), end) }
    }
  }

  private mutating func set(_ text: String, _ next: Int, bracket: Bool = false) {
    label = text
    bodyStart = next
    isBracketLabel = bracket
  }

  /// The ASCII digits of a superscript run, its first number only.
  static func digits(of line: TokenLine, _ token: Token) -> String {
    var text = ""
    for scalar in line.text(token.span).unicodeScalars {
      guard let digit = Folding.superscriptDigit(scalar.value) else { break }
      text += String(digit)
    }
    return text
  }

  // MARK: Parts

  /// The token at which identifiers, an address or an inline summary begin.
  private mutating func headLimit(_ line: TokenLine) -> Int {
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

  /// A bracketed year: `(2016)`, `(2016a)`, `(2016, May 3)`, `(May 2016)`; the token behind the bracket.
  private func bracketedYear(_ line: TokenLine, at index: Int) -> (year: Int, suffix: String?, end: Int)? {
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

  private mutating func readParts(_ line: TokenLine, _ limit: Int) {
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
    var commaAfterHead = false
    while let token = line[k], token.kind == .punctuation, !line.isQuote(k), !line.isPunctuation(k, "("),
      !line.isPunctuation(k, "[")
    {
      if token.scalar == 0x2C { commaAfterHead = true }
      k += 1
    }
    volumePages = EntryShape.volumePages(line, k..<limit)
    readTitle(line, k, limit, yearFollows: yearFollows, commaAfterHead: commaAfterHead)
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

  private mutating func readTitle(
    _ line: TokenLine, _ start: Int, _ limit: Int, yearFollows: Bool, commaAfterHead: Bool
  ) {
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
    // One segment before volume or end: a journal where it is short, else title and journal parted by a comma.
    var end = min(stop, volumeStart)
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

  private func trimmed(_ line: TokenLine, _ range: Range<Int>) -> Span? {
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

  /// A short run of words that begins with a capital, mostly capitals, without a verb.
  private func looksLikeJournal(_ line: TokenLine, _ range: Range<Int>) -> Bool {
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

  /// The journal behind a title: the words up to year, volume or bracket. Nil unless one of these follows.
  private mutating func readJournal(_ line: TokenLine, _ start: Int, _ limit: Int) {
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

  /// The year that stands behind the title: before `;`, in brackets, at the end, or the only one.
  private mutating func readLateYear(_ line: TokenLine, _ start: Int, _ limit: Int) {
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

  /// Volume, issue and pages: `18:518–522`, `18(4):518`, `15, 2201 (2024)`, `18(4), 518–522`, `vol. 3, no. 2`, `pp. 5–9`, `;3:77`.
  static func volumePages(_ line: TokenLine, _ range: Range<Int>) -> Range<Int>? {
    func pages(_ index: Int) -> Int? {
      var k = index
      if let prefix = line[k], prefix.kind == .word, prefix.length <= 3, line[k + 1]?.kind == .number,
        line[k + 1]?.spaceBefore == false
      { k += 1 }
      guard line[k]?.kind == .number, k < range.upperBound else { return nil }
      k += 1
      if let suffix = line[k], suffix.kind == .word, suffix.length == 1, !suffix.spaceBefore { k += 1 }
      if line.isDash(k) {
        var m = k + 1
        if let prefix = line[m], prefix.kind == .word, prefix.length <= 3, !prefix.spaceBefore { m += 1 }
        if line[m]?.kind == .number { k = m + 1 }
      }
      return k
    }
    func isRange(_ index: Int) -> Bool {
      line[index]?.kind == .number && line.isDash(index + 1) && line[index + 2]?.kind == .number
    }
    for k in range {
      guard let token = line[k] else { return nil }
      if token.kind == .word {
        let isVolume = line.isWord(k, "vol") || line.isWord(k, "volume") || line.isWord(k, "pp")
        let number = line.isPunctuation(k + 1, ".") ? k + 2 : k + 1
        if isVolume, let end = pages(number) {
          // From the volume to the end of what belongs to it.
          var last = end
          while last < range.upperBound, let next = line[last],
            next.kind == .number || next.kind == .punctuation || line.isWord(last, "pp") || line.isWord(last, "no")
              || line.isWord(last, "p") || line.isWord(last, "issue")
          { last += 1 }
          return k..<last
        }
        continue
      }
      guard token.kind == .number, token.length <= 4 else { continue }
      var next = k + 1
      var hasIssue = false
      if line.isPunctuation(next, "("), line.isPunctuation(next + 2, ")") {
        next += 3
        hasIssue = true
      } else if line.isPunctuation(next, "("), line.isPunctuation(next + 3, ")") {
        next += 4
        hasIssue = true
      } else if line.isPunctuation(next, "("), line.isPunctuation(next + 4, ")") {
        next += 5
        hasIssue = true
      }
      if hasIssue, let first = line[k + 2], first.isYear, next == k + 4 {
        hasIssue = false
        next = k + 1
      }
      if line.isPunctuation(next, ":"), let end = pages(next + 1) {
        let isTime = !hasIssue && token.length <= 2 && line[next + 1]?.length == 2
          && (end == next + 2 || line.isPunctuation(end, ":"))
          && !line.isPunctuation(k - 1, ";") && !line.isPunctuation(k - 1, ",")
        if !isTime { return k..<end }
      }
      let afterComma = next + 1
      if line.isPunctuation(next, ","), line[afterComma]?.spaceBefore == true, !token.isYear || hasIssue {
        if isRange(afterComma) || hasIssue, let end = pages(afterComma), hasIssue || isJournalWord(line, k - 1) { return k..<end }
        if line[afterComma]?.kind == .number, line.isPunctuation(afterComma + 1, "("),
          line[afterComma + 2]?.isYear == true, line.isPunctuation(afterComma + 3, ")")
        { return k..<afterComma + 1 }
        if line.isWord(afterComma, "pp") || line.isWord(afterComma, "p") || line.isWord(afterComma, "no"),
          let end = pages(line.isPunctuation(afterComma + 1, ".") ? afterComma + 2 : afterComma + 1)
        { return k..<end }
      }
    }
    return nil
  }

  private static func isJournalWord(_ line: TokenLine, _ k: Int) -> Bool {
    var index = k
    if line.isPunctuation(index, ",") || line.isPunctuation(index, ".") { index -= 1 }
    return line[index]?.kind == .word && line[index]?.isCapital == true
  }

  // MARK: Judgement

  private mutating func judge(_ line: TokenLine, _ limit: Int) {
    let head = bodyStart..<max(bodyStart, limit)
    var pronouns = 0
    var finite = 0
    var vetoes = 0
    for k in head where line[k]?.kind == .word {
      if let title, let token = line[k], title.contains(token.start) { continue }
      if line.isWord(k, in: EntryVocabulary.pronouns) { pronouns += 1 }
      if line.isWord(k, in: EntryVocabulary.verbs) { finite += 1 }
      if line.isWord(k, in: EntryVocabulary.pageFurniture) || line.isPunctuation(k, "©") { vetoes += 1 }
    }
    if let first = line[bodyStart], line.isPunctuation(bodyStart, "©") || first.kind == .word && line.isWord(bodyStart, "copyright") {
      return
    }
    let named = authors.map { $0.style != .corporate && $0.style != .bare } ?? false
    let bare = authors.map { $0.style == .bare } ?? false
    let placed = volumePages != nil || hasWorkIdentifier
    let longTail = tailIsProse(line, limit)
    if readsAsProse && !(label != nil && isBracketLabel) {
      if bare || named { authors = nil }
      strength = hasWorkIdentifier && isBracketLabel ? .weak : .none
      title = nil
      journal = nil
      return
    }
    if line.isPunctuation(line.count - 1, ":") { return }
    let proseLike = pronouns > 0 || longTail
    if named, year != nil, !longTail {
      let isNarrow = authors?.names.count ?? 0 > 1 || authors?.endsInEtAl == true || title.map { $0.count > 24 } ?? false
      if placed || journal != nil || (isNarrow && finite == 0) { strength = .strong } else { strength = .medium }
    } else if bare, year != nil, placed, finite == 0, !longTail {
      strength = .strong
    } else if bare, year != nil, finite == 0, !longTail, isBare || title != nil, authors?.endsInEtAl == true,
      line.isPunctuation(line.count - 1, ".") || isBare
    {
      strength = .medium
    } else if authors == nil || authors?.style == .corporate, year != nil, volumePages != nil, !proseLike, finite == 0, vetoes == 0,
      title != nil, line[bodyStart]?.isCapital == true
    {
      strength = .strong
    } else if year != nil, placed, !proseLike, finite == 0, vetoes == 0 {
      strength = .medium
    } else if named, placed || title != nil, !proseLike {
      strength = .medium
    }
    if isBracketLabel, strength < .strong, year != nil || placed || named, !longTail { strength = strength >= .medium ? .strong : .medium }
    if strength < .medium, label != nil, year != nil || !identifiers.isEmpty, pronouns == 0, vetoes == 0 { strength = .medium }
    if strength == .none, vetoes == 0 {
      let short = line.span.count <= 500
      if isBracketLabel || named || !identifiers.isEmpty && short && pronouns == 0 {
        strength = .weak
      } else if year != nil, pronouns == 0, finite == 0, short {
        strength = .weak
      } else if authors?.style == .corporate, pronouns == 0, finite == 0, short, title != nil {
        strength = .weak
      }
    }
    if named, strength == .none { authors = nil }
  }

  /// Whether many words follow the volume and pages without a new sentence: a citation in running text.
  private func tailIsProse(_ line: TokenLine, _ limit: Int) -> Bool {
    guard let volumePages else { return false }
    var k = volumePages.upperBound
    if line.isPunctuation(k, ")") { k += 1 }
    if line.isPunctuation(k, ",") { k += 1 }
    guard let token = line[k], token.kind == .word, !token.isCapital, k < limit else { return false }
    return !line.isWord(k, in: EntryVocabulary.tailWords)
  }
}
