import ContentModel

/// Authors with or without a year: `Awidi et al. 2024`, `Satti et al. (2016, Cytotherapy)`, `(Ng and Roe, 2020a, 2020b)`, `Smith’s 2019 trial`.
extension CitationFinder {
  /// Particles that may begin a cited name; shorter than those of entries, since running text has "do" and "e".
  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "des", "la", "le", "du", "da", "di", "dos", "das", "del", "della", "ter", "ten", "zu",
    "zur", "af", "al", "el", "bin", "ibn", "ben",
  ]

  /// The citation that starts at a token: the token behind it.
  mutating func authorYear(at start: Int) -> Int? {
    guard let first = line[start], first.kind == .word else { return nil }
    guard first.isCapital || line.isWord(start, in: Self.particles) else { return nil }
    if let end = possessive(at: start) { return end }
    var names: [Span] = []
    guard var k = AuthorList.surname(line, at: start), var name = line.span(start..<k) else { return nil }
    if let end = doubleName(start, k), let whole = line.span(start..<end), !index.written(by: [line.text(whole)]).isEmpty {
      name = whole
      k = end
    }
    names.append(name)
    k = pastInitials(k)
    var isEtAl = false
    var isColleagues = false
    if let after = AuthorList.etAl(line, at: k) {
      isEtAl = true
      isColleagues = !line.isWord(k, "et") && !line.isWord(k + 1, "et")
      k = after
    } else if let (more, after) = furtherNames(k) {
      if let end = AuthorList.etAl(line, at: after), !EntryVocabulary.months.contains(line.folded(first)) {
        guard canBeginList(start) else { return nil }
        names.append(contentsOf: more)
        isEtAl = true
        k = end
      } else {
        names.append(contentsOf: more)
        k = after
      }
    }
    // "Ng, Roe et al." where the list cannot begin here is tried again from the next name.
    let authors = names.map { line.text($0) }
    let isKnown = !isEtAl && opening[start] >= 0 && !index.written(by: authors).isEmpty
    let year = self.year(at: k, allowsJournal: isEtAl || isKnown)
    if isEtAl {
      return etAl(start, k, authors, year, isColleagues: isColleagues)
    }
    guard let year else { return named(start, k, authors) }
    guard accepts(start, names, year) else { return nil }
    return add(start, authors, year)
  }

  /// `Hale warns`, `As Hale and Roe showed`: names alone, where an entry bears them and a verb of reporting follows, or `a 2009 study by` stands before.
  private mutating func named(_ start: Int, _ end: Int, _ authors: [String]) -> Int? {
    guard !index.isEmpty, !line.isWord(start, in: SourceVocabulary.notNames), line[start - 1].map({ $0.kind != .word || !$0.isCapital || start == 1 }) ?? true,
      authors.allSatisfy({ $0.utf8.count >= 3 })
    else { return nil }
    let isByline = line.isWord(start - 1, "by") && line.isWord(start - 2, in: SourceVocabulary.works)
    let reports = line.isWord(end, in: SourceVocabulary.reportingVerbs) || line.isWord(end, in: ["warns", "warned", "says", "said", "calls", "was", "were"])
      && (!line.isWord(end, in: ["was", "were"]) || line.isWord(end + 1, "the") && line.isWord(end + 2, "first"))
    guard isByline || reports else { return nil }
    let year = isByline ? (max(0, start - 6)..<start).compactMap { line[$0] }.last { $0.isYear }?.value : nil
    let references = index.written(by: authors.count == 2 ? authors : [authors[0]], year: year)
    guard !references.isEmpty, let span = line.span(start..<end) else { return nil }
    found.append(Citation(span: span, kind: year == nil ? .author : .authorYear, authors: authors, year: year, references: references))
    use(start..<end)
    return end
  }

  /// The end of a surname of two words, such as `Ortega Ruiz`, before `et al.`, `and` or a year.
  private func doubleName(_ start: Int, _ end: Int) -> Int? {
    guard let second = line[end], second.kind == .word, second.isCapital, second.length >= 2 else { return nil }
    let next = line.isPunctuation(end + 1, ",") || line.isPunctuation(end + 1, "(") ? end + 2 : end + 1
    let goesOn = line[next]?.isYear == true || AuthorList.etAl(line, at: end + 1) != nil || AuthorList.isAnd(line, end + 1)
    return goesOn ? end + 1 : nil
  }

  /// `HS`, `H.S.` between a name and `et al.` or a year.
  private func pastInitials(_ index: Int) -> Int {
    guard let token = line[index], token.kind == .word, token.isAllCapitals, token.length <= 3 else { return index }
    var k = index
    while let token = line[k], token.kind == .word, token.isAllCapitals, token.length <= 3, k < index + 6 {
      k += line.isPunctuation(k + 1, ".") ? 2 : 1
    }
    if AuthorList.etAl(line, at: k) != nil { return k }
    let year = line.isPunctuation(k, ",") || line.isPunctuation(k, "(") ? k + 1 : k
    return line[year]?.isYear == true ? k : index
  }

  /// `and Roe`, `, Ng, and Roe`, `, Ng`: the names and the token behind.
  private func furtherNames(_ index: Int) -> (names: [Span], end: Int)? {
    var names: [Span] = []
    var k = index
    while names.count < 6 {
      var next = k
      if line.isPunctuation(next, ",") { next += 1 }
      let isLast = line.isPunctuation(next, "&") || line.isWord(next, "and") || line.isWord(next, "und")
      if isLast { next += 1 }
      guard next > k, var end = AuthorList.surname(line, at: next) else { break }
      if isLast, let double = doubleName(next, end) { end = double }
      guard let name = line.span(next..<end) else { break }
      names.append(name)
      k = pastInitials(end)
      if isLast { return (names, k) }
    }
    // A list without "and" counts only before "et al.".
    guard !names.isEmpty, AuthorList.etAl(line, at: k) != nil else { return nil }
    return (names, k)
  }

  /// Whether a list of several names before `et al.` can begin here, and not with a word of the sentence.
  private func canBeginList(_ start: Int) -> Bool {
    if line.isWord(start, in: SourceVocabulary.notNames) || line.isWord(start, in: SourceVocabulary.bracketLeadIns) { return false }
    guard let before = line[start - 1] else { return false }
    if before.kind == .word { return !before.isCapital }
    return before.scalar == 0x28 || before.scalar == 0x5B || before.scalar == 0x3B
  }

  private mutating func etAl(_ start: Int, _ end: Int, _ authors: [String], _ year: Year?, isColleagues: Bool) -> Int? {
    if line.isWord(start, in: EntryVocabulary.months) { return nil }
    if let year { return add(start, authors, year) }
    let references = index.written(by: authors.count == 2 ? [authors[0]] : authors)
    if isColleagues, references.isEmpty { return nil }
    guard let span = line.span(start..<end) else { return nil }
    // The number or mark behind it says which work is meant.
    let next = line[end]
    if let next, next.kind == .superscript && !next.spaceBefore { return end }
    if line.isPunctuation(end, "["), let close = closing[end], labels(end + 1..<close) != nil { return end }
    if let next, isUsed[end], !next.spaceBefore, next.kind != .word { return end }
    found.append(Citation(span: span, kind: .author, authors: authors, references: references))
    use(start..<end)
    return end
  }

  /// Whether names and a year without `et al.` are a citation rather than a date, a product or a place.
  private func accepts(_ start: Int, _ names: [Span], _ year: Year) -> Bool {
    let words = names.map { Folding.fold(line.bytes, $0) }
    if line.isPunctuation(start - 1, "©") || line.isWord(start - 1, "copyright") || line.isPunctuation(start - 2, "©") { return false }
    let after = year.next
    if line.isWord(after, in: ["ltd", "llc", "inc", "gmbh", "plc", "llp", "limited", "corp"]) { return false }
    let isResolved = !index.written(by: names.map { line.text($0) }, year: year.value, yearEnd: year.end, suffix: year.suffix).isEmpty
    let isInBracket = opening[start] >= 0
    if words.contains(where: { EntryVocabulary.months.contains($0) }) { return isResolved && isInBracket && isSegmentStart(start) }
    if isResolved { return true }
    // "as shown by Weber and Klein in 2018"
    if year.needsEntry {
      return names.count >= 2 && line.isWord(start - 1, "by") && line.isWord(start - 2, in: ["shown", "found", "reported", "demonstrated", "described", "proven", "confirmed", "proved"])
    }
    if words.contains(where: { SourceVocabulary.notNames.contains($0) }) { return false }
    if words.allSatisfy({ SourceVocabulary.places.contains($0) }) { return false }
    if words.count == 1, SourceVocabulary.givenNames.contains(words[0]) { return false }
    let isAcronym = words.count == 1 && line[start]?.isAllCapitals == true && words[0].utf8.count <= 5
    if isAcronym, !SourceVocabulary.bodies.contains(words[0]) { return false }
    // "(The Lancet, 2021)" is read as a journal and year.
    if words.count == 1, JournalNames.isKnown(words[0]) { return false }
    if followsLabel(start) { return true }
    if isInBracket, !year.isBracketed {
      guard isSegmentStart(start) else { return false }
      let isEnd = line[after].map { $0.kind == .punctuation && [0x29, 0x5D, 0x3B, 0x2C, 0x3A].contains($0.scalar) || line.isWord(after, "p") || line.isWord(after, "pp") } ?? true
      return isEnd
    }
    // A capitalised word before makes it a longer name of something else.
    if let before = line[start - 1], before.kind == .word, before.isCapital, start > 1, !line.isWord(start - 1, in: SourceVocabulary.notNames) { return false }
    let hasVerb = line.isWord(after, in: SourceVocabulary.reportingVerbs) || line.isPunctuation(after, ",") && line.isWord(after + 1, "who")
    let hasCue = line.isWord(start - 1, in: SourceVocabulary.cues) || line.isWord(start - 1, "to") && line.isWord(start - 2, "according")
      || line.isWord(start - 1, "as") && line.isWord(start - 2, "such")
    // "says Dr Halloran (2019)"; "see Dahlgren, 2017"
    let isDoctor = line.isWord(start - 1, in: ["dr", "prof", "professor"]) || line.isPunctuation(start - 1, ".") && line.isWord(start - 2, in: ["dr", "prof"])
    if isDoctor, year.isBracketed { return true }
    if line.isWord(start - 1, in: ["see", "cf"]), line.isPunctuation(year.next - 2, ",") || year.isBracketed { return true }
    if names.count >= 2 {
      if year.isBracketed { return true }
      return hasVerb || hasCue || (!index.isEmpty && !line.isWord(after, in: EntryVocabulary.smallWords) && words[0] != words[1])
    }
    if year.isBracketed { return hasVerb || hasCue }
    return hasVerb && !isAcronym
  }

  /// Whether a name follows `Source:` or `References:`, or a semicolon on such a line.
  private func followsLabel(_ start: Int) -> Bool {
    if line.isPunctuation(start - 1, ":") { return line.isWord(start - 2, in: EntryVocabulary.prefixes) || line.isWord(start - 2, in: SourceVocabulary.leadIns) }
    return line.isPunctuation(start - 1, ";") && line.isPunctuation(1, ":") && (line.isWord(0, in: EntryVocabulary.prefixes) || line.isWord(0, in: SourceVocabulary.leadIns))
  }

  /// Whether only introducing words stand between the bracket, or its last semicolon, and a token.
  func isSegmentStart(_ start: Int) -> Bool {
    let open = opening[start]
    var k = start - 1
    while k > open, start - k < 16 {
      if line.isPunctuation(k, ";") { return true }
      if line[k]?.kind == .word, !line.isWord(k, in: SourceVocabulary.bracketLeadIns) { return isUsed[k] && line.isPunctuation(k + 1, ",") }
      if line[k]?.kind == .number { return isUsed[k] || line.isPunctuation(k + 1, ",") && line[k]?.isYear == true && found.last.map { $0.span.end == line[k]?.end } == true }
      k -= 1
    }
    return k <= open
  }

  private mutating func add(_ start: Int, _ authors: [String], _ year: Year) -> Int? {
    guard let span = line.span(start..<(year.ownEnd ?? year.next)) else { return nil }
    let isPair = authors.count <= 2
    let names = isPair ? authors : [authors[0]]
    let lookup = line.text(span).utf8.contains(0x26) || authors.count == 2 ? names : [names[0]]
    let references = index.written(by: lookup, year: year.value, yearEnd: year.end, suffix: year.suffix)
    var citation = Citation(
      span: span, kind: .authorYear, authors: authors, year: year.value, yearEnd: year.end, yearSuffix: year.suffix, journal: year.journal, references: references)
    if let end = year.end {
      let years = Set(references.compactMap { index.references[$0].year })
      citation.isPartial = !references.isEmpty && !(years.contains(year.value) && years.contains(end))
    }
    found.append(citation)
    for further in year.further {
      found.append(
        Citation(
          span: further.span, kind: .authorYear, authors: authors, year: further.value, yearSuffix: further.suffix,
          references: index.written(by: lookup, year: further.value, suffix: further.suffix)))
    }
    use(start..<year.next)
    return year.next
  }

  /// `Smith’s 2019 trial`, `Reyes’ 2017 paper`
  private mutating func possessive(at start: Int) -> Int? {
    guard let token = line[start], token.isCapital else { return nil }
    let folded = line.folded(token)
    var name = token.span
    var k = start + 1
    if folded.hasSuffix("'s") {
      // The name without its apostrophe, straight or curly, and s.
      let mark = line.bytes[token.end - 2] == 0x27 ? 2 : 4
      guard token.end - mark > token.start else { return nil }
      name = Span(token.start, token.end - mark)
    } else if folded.utf8.last == 0x73, let mark = line[k], mark.kind == .punctuation, Folding.isApostrophe(mark.scalar), !mark.spaceBefore {
      k += 1
    } else {
      return nil
    }
    guard isYear(k), let year = line[k] else { return nil }
    var end = k + 1
    while end < k + 4, let word = line[end], word.kind == .word, !line.isWord(end, in: SourceVocabulary.works) { end += 1 }
    guard line.isWord(end, in: SourceVocabulary.works), let span = line.span(start..<end + 1) else { return nil }
    let author = line.text(name)
    let key = Folding.fold(author)
    if SourceVocabulary.notNames.contains(key) || SourceVocabulary.places.contains(key) || EntryVocabulary.months.contains(key) { return nil }
    found.append(
      Citation(span: span, kind: .authorYear, authors: [author], year: year.value, references: index.written(by: [author], year: year.value)))
    use(start..<end + 1)
    return end + 1
  }
}
