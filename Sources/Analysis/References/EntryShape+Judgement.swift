import ContentModel

/// How surely a text is an entry, by the parts that were found in it.
extension EntryShape {
  /// What speaks for and against an entry.
  private struct Signs {
    /// Words before the identifiers and outside the title that entries do not have.
    var pronouns = 0
    var verbs = 0
    var furniture = 0
    /// Authors in a style that running text does not use, or in one that it does.
    var isNamed = false
    var isBare = false
    /// Whether it says where the work is to be found.
    var isPlaced = false
    /// Whether running text goes on behind volume and pages.
    var hasTail = false

    var readsAsProse: Bool { pronouns > 0 || hasTail }
    var isClean: Bool { !readsAsProse && verbs == 0 && furniture == 0 }
  }

  mutating func judge(_ line: TokenLine, _ limit: Int) {
    if line.isPunctuation(bodyStart, "©") || line.isWord(bodyStart, "copyright") { return }
    let signs = signs(line, limit)
    if readsAsProse && !(label != nil && isBracketLabel) {
      if signs.isBare || signs.isNamed { authors = nil }
      strength = hasWorkIdentifier && isBracketLabel ? .weak : .none
      title = nil
      journal = nil
      return
    }
    if line.isPunctuation(line.count - 1, ":") { return }
    strength = strengthOfParts(line, signs)
    let isSupported = year != nil || signs.isPlaced || signs.isNamed
    if isBracketLabel, strength < .strong, isSupported, !signs.hasTail { strength = strength >= .medium ? .strong : .medium }
    if strength < .medium, label != nil, year != nil || !identifiers.isEmpty, signs.pronouns == 0, signs.furniture == 0 { strength = .medium }
    if strength == .none, isWeak(line, signs) { strength = .weak }
    if signs.isNamed, strength == .none { authors = nil }
  }

  private func signs(_ line: TokenLine, _ limit: Int) -> Signs {
    var signs = Signs()
    for k in bodyStart..<max(bodyStart, limit) where line[k]?.kind == .word {
      if let title, let token = line[k], title.contains(token.start) { continue }
      if line.isWord(k, in: EntryVocabulary.pronouns) { signs.pronouns += 1 }
      if line.isWord(k, in: EntryVocabulary.verbs) { signs.verbs += 1 }
      if line.isWord(k, in: EntryVocabulary.pageFurniture) { signs.furniture += 1 }
    }
    signs.isNamed = authors.map { $0.style != .corporate && $0.style != .bare } ?? false
    signs.isBare = authors.map { $0.style == .bare } ?? false
    signs.isPlaced = volumePages != nil || hasWorkIdentifier
    signs.hasTail = tailIsProse(line, limit)
    return signs
  }

  /// What authors, year, title and place say together, without label and address.
  private func strengthOfParts(_ line: TokenLine, _ signs: Signs) -> Strength {
    if signs.isNamed, year != nil, !signs.hasTail {
      let isNarrow = authors?.names.count ?? 0 > 1 || authors?.endsInEtAl == true || title.map { $0.count > 24 } ?? false
      return signs.isPlaced || journal != nil || isNarrow && signs.verbs == 0 ? .strong : .medium
    }
    if signs.isBare, year != nil, signs.verbs == 0, !signs.hasTail {
      if signs.isPlaced { return .strong }
      if isBare || title != nil, authors?.endsInEtAl == true, line.isPunctuation(line.count - 1, ".") || isBare { return .medium }
    }
    if authors == nil || authors?.style == .corporate, year != nil, volumePages != nil, signs.isClean, title != nil,
      line[bodyStart]?.isCapital == true
    { return .strong }
    if year != nil, signs.isPlaced, signs.isClean { return .medium }
    return signs.isNamed && (signs.isPlaced || title != nil) && !signs.readsAsProse ? .medium : .none
  }

  /// Whether the text is an entry where a heading says so.
  private func isWeak(_ line: TokenLine, _ signs: Signs) -> Bool {
    guard signs.furniture == 0 else { return false }
    if isBracketLabel || signs.isNamed { return true }
    guard signs.pronouns == 0, line.span.count <= 500 else { return false }
    return !identifiers.isEmpty || signs.verbs == 0 && (year != nil || authors?.style == .corporate && title != nil)
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
