import ContentModel

/// The authors at the head of a bibliographic entry, in the styles of Vancouver, AMA, APA, Harvard, Nature, IEEE, MLA and Chicago.
struct AuthorList {
  enum Style { case initials, fullNames, bare, corporate }

  /// The surnames, or a body's whole name.
  var names: [Span]
  /// The token behind the list; a full stop that ends it is not part of it.
  var end: Int
  var style: Style
  var endsInEtAl = false

  /// The list that starts at a token, by the first style that fits.
  ///
  /// Looks at 2,000 tokens at most.
  static func parse(_ line: TokenLine, at start: Int) -> AuthorList? {
    fullNames(line, start) ?? vancouver(line, start) ?? inverted(line, start) ?? initialsFirst(line, start)
      ?? bare(line, start)
  }

  // MARK: Parts

  /// `et al.`, `and others`, `and colleagues`: the token behind it.
  static func etAl(_ line: TokenLine, at index: Int) -> Int? {
    var k = index
    if line.isPunctuation(k, ",") { k += 1 }
    if line.isWord(k, "et"), line.isWord(k + 1, "al") { return line.isPunctuation(k + 2, ".") ? k + 3 : k + 2 }
    if line.isWord(k, "et"), line.isPunctuation(k + 1, "."), line.isWord(k + 2, "al") {
      return line.isPunctuation(k + 3, ".") ? k + 4 : k + 3
    }
    let isAnd = line.isWord(k, "and") || line.isPunctuation(k, "&") || line.isWord(k, "und")
    if isAnd, line.isWord(k + 1, in: colleagues) { return k + 2 }
    if line.isWord(k, "u"), line.isPunctuation(k + 1, "."), line.isWord(k + 2, "a") {
      return line.isPunctuation(k + 3, ".") ? k + 4 : k + 3
    }
    return nil
  }

  static let colleagues: Set<String> = [
    "colleagues", "co-workers", "coworkers", "coauthors", "co-authors", "associates", "kollegen", "mitarbeiter", "others",
  ]

  static func isInitials(_ line: TokenLine, _ index: Int) -> Bool {
    guard let token = line[index], token.kind == .word, token.isAllCapitals else { return false }
    return token.length <= 4 && token.end - token.start <= 8
  }

  static func isParticle(_ line: TokenLine, _ index: Int) -> Bool {
    guard let token = line[index], token.kind == .word, token.length <= 6 else { return false }
    return line.isWord(index, in: Folding.particles)
  }

  /// A surname with its particles: the token behind it. Up to three capitalised words where `words` allows.
  static func surname(_ line: TokenLine, at start: Int, words: Int = 1) -> Int? {
    var k = start
    while k - start < 3, isParticle(line, k), let next = line[k + 1], next.kind == .word { k += 1 }
    if line.isWord(k, "the") || namesNumber(line, k) { return nil }
    // "St. John"
    if line.isWord(k, "st") || line.isWord(k, "ste"), line[k]?.isCapital == true, line.isPunctuation(k + 1, "."), line[k + 2]?.isCapital == true,
      line[k + 2].map({ $0.length >= 2 && !$0.isAllCapitals }) == true
    { k += 2 }
    guard let token = line[k], token.kind == .word, token.isCapital, token.length >= 2 else { return nil }
    k += 1
    var count = 1
    while count < words, let next = line[k], next.kind == .word, next.isCapital, next.length >= 2, !isInitials(line, k) {
      k += 1
      count += 1
    }
    return k
  }

  /// "Phase I, n = 14": a word and its Roman number, not a name and its initial.
  private static func namesNumber(_ line: TokenLine, _ k: Int) -> Bool {
    guard line.isWord(k, in: ["phase", "type", "grade", "class", "stage", "part", "table", "figure", "chapter", "section", "volume", "level", "appendix", "annex"])
    else { return false }
    return line[k + 1].map { $0.isAllCapitals || $0.kind == .number } ?? false
  }

  static func isAnd(_ line: TokenLine, _ index: Int) -> Bool {
    line.isPunctuation(index, "&") || line.isWord(index, "and") || line.isWord(index, "und") || line.isWord(index, "et")
  }

  /// Past `,`, `;`, `&`, `and` and their combinations; nil where there is no separator.
  private static func separator(_ line: TokenLine, at index: Int) -> Int? {
    var k = index
    if line.isPunctuation(k, ",") || line.isPunctuation(k, ";") { k += 1 }
    while line.isPunctuation(k, ".") && line.isPunctuation(k + 1, ".") || line.isPunctuation(k, "…") {
      k += line.isPunctuation(k, "…") ? 1 : 3
      if line.isPunctuation(k, ",") { k += 1 }
    }
    if isAnd(line, k), !line.isWord(k + 1, "al") { k += 1 }
    return k > index ? k : nil
  }

  /// Past a generation suffix: `Jr`, `Sr`, `III`, `3rd`.
  private static func suffix(_ line: TokenLine, at index: Int) -> Int {
    var k = index
    if line.isPunctuation(k, ","), line.isWord(k + 1, "jr") || line.isWord(k + 1, "sr") { k += 1 }
    if line.isWord(k, "jr") || line.isWord(k, "sr") { return line.isPunctuation(k + 1, ".") ? k + 2 : k + 1 }
    return k
  }

  /// Past `H. S.`, `J.-P.`, `H.S.`; a full stop that no initial, comma, `and` or bracket follows ends the list instead.
  private static func dottedInitials(_ line: TokenLine, at start: Int) -> Int? {
    var k = start
    var count = 0
    while count < 5, let token = line[k], token.kind == .word, token.isCapital,
      count == 0 || line.isPunctuation(k + 1, "."),
      token.length == 1 || (token.isAllCapitals && token.length <= 3 && count == 0) || isShortInitial(line, k)
    {
      count += 1
      k += 1
      guard line.isPunctuation(k, ".") else { break }
      k += 1
      if line.isDash(k), let next = line[k + 1], next.kind == .word, next.length == 1 { k += 1 }
    }
    return count > 0 ? k : nil
  }

  /// `Ch.`, `Th.`, `Yu.`
  private static func isShortInitial(_ line: TokenLine, _ index: Int) -> Bool {
    guard let token = line[index], token.kind == .word, token.isCapital, token.length == 2 else { return false }
    return line.isPunctuation(index + 1, ".")
  }

  /// Gives a list's last full stop back where it ends the list rather than an initial.
  private static func withoutFinalStop(_ line: TokenLine, _ end: Int) -> Int {
    line.isPunctuation(end - 1, ".") && !(line.isPunctuation(end, "(")) && !line.isPunctuation(end, ",") ? end - 1 : end
  }

  // MARK: Styles

  /// `Satti HS, Liu X, et al`, `Satti H.S.; Liu X.`
  private static func vancouver(_ line: TokenLine, _ start: Int) -> AuthorList? {
    var names: [Span] = []
    var k = start
    var end = start
    var etAl = false
    while names.count < 200 {
      guard let nameEnd = surname(line, at: k, words: 3), let name = line.span(k..<nameEnd), isInitials(line, nameEnd)
      else { break }
      var next = nameEnd + 1
      if line.isPunctuation(next, "."), let initial = line[nameEnd], initial.length == 1 || line.isPunctuation(next + 1, ",") {
        next = dottedInitials(line, at: nameEnd) ?? next
      }
      names.append(name)
      end = suffix(line, at: next)
      if let after = Self.etAl(line, at: end) {
        etAl = true
        end = after
        break
      }
      guard let after = separator(line, at: end) else { break }
      k = after
    }
    guard !names.isEmpty else { return nil }
    return AuthorList(
      names: names, end: etAl ? end : withoutFinalStop(line, end), style: .initials, endsInEtAl: etAl)
  }

  /// `Satti, H. S., & Liu, X.`, `Satti, Hana S., and Xin Liu`
  private static func inverted(_ line: TokenLine, _ start: Int) -> AuthorList? {
    var names: [Span] = []
    var k = start
    var end = start
    var etAl = false
    var hasInitials = false
    while names.count < 200 {
      guard let nameEnd = surname(line, at: k, words: 3), let name = line.span(k..<nameEnd) else { break }
      guard line.isPunctuation(nameEnd, ",") else { break }
      if let after = dottedInitials(line, at: nameEnd + 1) {
        end = suffix(line, at: after)
        hasInitials = true
      } else if names.isEmpty, let given = line[nameEnd + 1], given.kind == .word, given.isCapital, !hasInitials {
        // A full given name, as MLA and Chicago write the first author.
        var after = nameEnd + 2
        if let middle = line[after], middle.kind == .word, middle.isCapital, middle.length == 1 {
          after += line.isPunctuation(after + 1, ".") ? 2 : 1
        }
        names.append(name)
        return inverted(line, names, after)
      } else {
        break
      }
      names.append(name)
      if let after = Self.etAl(line, at: end) {
        etAl = true
        end = after
        break
      }
      guard let after = separator(line, at: end) else { break }
      k = after
    }
    guard !names.isEmpty, hasInitials else { return nil }
    return AuthorList(
      names: names, end: etAl ? end : withoutFinalStop(line, end), style: .initials, endsInEtAl: etAl)
  }

  /// The rest of an MLA or Chicago list behind its first author: `, and Xin Liu`, `, et al.`
  private static func inverted(_ line: TokenLine, _ first: [Span], _ start: Int) -> AuthorList? {
    var names = first
    var end = start
    if let after = etAl(line, at: start) {
      return AuthorList(names: names, end: after, style: .fullNames, endsInEtAl: true)
    }
    while names.count < 20, let after = separator(line, at: end) {
      guard let name = fullName(line, at: after) else { break }
      names.append(name.surname)
      end = name.end
    }
    // Before the title: a full stop, or the year in brackets.
    guard line.isPunctuation(end, ".") || line.isPunctuation(end - 1, ".") || line.isPunctuation(end, "(") else { return nil }
    return AuthorList(names: names, end: withoutFinalStop(line, end), style: .fullNames)
  }

  /// `Xin Liu`, `Hana S. Satti`, `Ada van der Berg`
  private static func fullName(_ line: TokenLine, at start: Int) -> (surname: Span, end: Int)? {
    guard let given = line[start], given.kind == .word, given.isCapital else { return nil }
    var k = start + 1
    if line.isPunctuation(k, "."), given.length <= 2 { k += 1 }
    while let middle = line[k], middle.kind == .word, middle.isCapital, middle.length == 1, k - start < 5 {
      k += line.isPunctuation(k + 1, ".") ? 2 : 1
    }
    guard let end = surname(line, at: k, words: 1), let span = line.span(k..<end) else { return nil }
    return (span, end)
  }

  /// `H. S. Satti, X. Liu, and P. Roe`
  private static func initialsFirst(_ line: TokenLine, _ start: Int) -> AuthorList? {
    var names: [Span] = []
    var k = start
    var end = start
    var etAl = false
    while names.count < 200 {
      guard let first = line[k], first.kind == .word, first.length <= 2, line.isPunctuation(k + 1, "."),
        let after = dottedInitials(line, at: k), let nameEnd = surname(line, at: after, words: 2),
        let name = line.span(after..<nameEnd)
      else { break }
      names.append(name)
      end = nameEnd
      if let after = Self.etAl(line, at: end) {
        etAl = true
        end = after
        break
      }
      guard let next = separator(line, at: end) else { break }
      k = next
    }
    guard !names.isEmpty else { return nil }
    return AuthorList(names: names, end: end, style: .initials, endsInEtAl: etAl)
  }

  /// `Hana Satti and Xin Liu, “Title,”`: full names count only before a quoted title.
  private static func fullNames(_ line: TokenLine, _ start: Int) -> AuthorList? {
    var names: [Span] = []
    var k = start
    var end = start
    while names.count < 20, let name = fullName(line, at: k) {
      names.append(name.surname)
      end = name.end
      if let after = etAl(line, at: end) {
        end = after
        break
      }
      guard let after = separator(line, at: end), !line.isQuote(after) else { break }
      k = after
    }
    guard !names.isEmpty else { return nil }
    let quote = line.isPunctuation(end, ",") || line.isPunctuation(end, ".") ? end + 1 : end
    guard line.isQuote(quote) else { return nil }
    return AuthorList(names: names, end: end, style: .fullNames)
  }

  /// `Satti et al.`, `Satti and Liu (2016)`, `Satti (2016).`: surnames alone.
  private static func bare(_ line: TokenLine, _ start: Int) -> AuthorList? {
    guard let nameEnd = surname(line, at: start, words: 2), let name = line.span(start..<nameEnd) else { return nil }
    if let after = etAl(line, at: nameEnd) {
      return AuthorList(names: [name], end: after, style: .bare, endsInEtAl: true)
    }
    if isAnd(line, nameEnd), let secondEnd = surname(line, at: nameEnd + 1, words: 1),
      let second = line.span(nameEnd + 1..<secondEnd), line.isPunctuation(secondEnd, "(") || line.isPunctuation(secondEnd, ","),
      line[secondEnd + 1]?.isYear == true
    {
      return AuthorList(names: [name, second], end: secondEnd, style: .bare)
    }
    // "Ruiz & Vogt, Nature 2018; 555: 101"
    if isAnd(line, nameEnd), let secondEnd = surname(line, at: nameEnd + 1, words: 1), let second = line.span(nameEnd + 1..<secondEnd),
      line.isPunctuation(secondEnd, ","), let journalEnd = (secondEnd + 1..<secondEnd + 8).first(where: { line[$0]?.kind == .number || line[$0] == nil }),
      let journal = line.span(secondEnd + 1..<journalEnd), JournalNames.isKnown(line.text(journal))
    {
      return AuthorList(names: [name, second], end: secondEnd, style: .bare)
    }
    if nameEnd == start + 1, line.isPunctuation(nameEnd, "("), line[nameEnd + 1]?.isYear == true {
      return AuthorList(names: [name], end: nameEnd, style: .bare)
    }
    return nil
  }

  /// A body as author: `World Health Organization. …`, `European Medicines Agency (2021)`. Weak evidence by itself.
  static func corporate(_ line: TokenLine, at start: Int) -> AuthorList? {
    guard let first = line[start], first.kind == .word, first.isCapital else { return nil }
    var k = start
    var capitals = 0
    while k - start < 12, let token = line[k], token.kind == .word || line.isPunctuation(k, "&") || isNumberOfName(line, k) {
      if token.kind == .number || line.isDash(k) {
        k += 1
        continue
      }
      if token.isCapital { capitals += 1 } else if !line.isWord(k, in: connectors), token.kind == .word { return nil }
      k += 1
    }
    guard let name = line.span(start..<k), line[k - 1]?.isCapital == true else { return nil }
    let isAcronym = capitals == 1 && first.isAllCapitals && first.length >= 2
    guard capitals >= 2 || isAcronym else { return nil }
    guard line.isPunctuation(k, ".") || line.isPunctuation(k, "(") && line[k + 1]?.isYear == true
      || line.isPunctuation(k, ",") && line[k + 1]?.isYear == true
    else { return nil }
    return AuthorList(names: [name], end: k, style: .corporate)
  }

  /// The "-2" of "GUT-2".
  private static func isNumberOfName(_ line: TokenLine, _ k: Int) -> Bool {
    guard let token = line[k], !token.spaceBefore else { return false }
    return line.isDash(k) && line[k + 1]?.kind == .number && line[k + 1]?.spaceBefore == false || token.kind == .number && line.isDash(k - 1)
  }

  private static let connectors: Set<String> = ["of", "for", "the", "and", "on", "in", "to", "fur", "der", "des", "und", "de"]
}
