import ContentModel

/// The label of an entry or note: `[3]`, `[Bau24]`, `(3)`, `3.`, `³`, `†`.
struct EntryLabel {
  /// The label without its brackets.
  var text: String
  /// The token behind the label.
  var end: Int
  /// Whether it is in square brackets, which running text has no use for at its start.
  var isBracketed = false

  /// The token at which a label can stand: behind a prefix, as in `References: 1. Baumann K. …`.
  static func start(in line: TokenLine) -> Int {
    line.isWord(0, in: EntryVocabulary.prefixes) && line.isPunctuation(1, ":") ? 2 : 0
  }

  /// The label that begins at a token; nil where there is none.
  init?(_ line: TokenLine, at k: Int) {
    guard let token = line[k] else { return nil }
    let found: EntryLabel?
    switch token.kind {
    case .number: found = Self.number(line, k, token)
    case .superscript: found = EntryLabel(text: Self.digits(of: line, token), end: k + 1)
    case .punctuation:
      switch token.scalar {
      case 0x5B: found = Self.inSquareBrackets(line, k)
      case 0x28: found = Self.inRoundBrackets(line, k)
      default: found = Self.sign(line, k, token)
      }
    case .word: found = nil
    }
    guard let found else { return nil }
    self = found
  }

  private init(text: String, end: Int, isBracketed: Bool = false) {
    self.text = text
    self.end = end
    self.isBracketed = isBracketed
  }

  /// `[3]`, `[Bau]`, `[Bau24]`
  private static func inSquareBrackets(_ line: TokenLine, _ k: Int) -> EntryLabel? {
    guard let inner = line[k + 1], inner.kind == .number || inner.kind == .word else { return nil }
    if line.isPunctuation(k + 2, "]"), inner.kind == .number || inner.length <= 4 {
      return EntryLabel(text: line.text(inner.span), end: k + 3, isBracketed: true)
    }
    guard inner.kind == .word, inner.length <= 6, let last = line[k + 2], last.kind == .number, line.isPunctuation(k + 3, "]")
    else { return nil }
    return EntryLabel(text: line.text(inner.span.union(last.span)), end: k + 4, isBracketed: true)
  }

  /// `(3)`
  private static func inRoundBrackets(_ line: TokenLine, _ k: Int) -> EntryLabel? {
    guard let inner = line[k + 1], inner.kind == .number, inner.length <= 3, line.isPunctuation(k + 2, ")") else { return nil }
    return EntryLabel(text: line.text(inner.span), end: k + 3)
  }

  /// `3.`, `3)`, or a bare number before authors.
  private static func number(_ line: TokenLine, _ k: Int, _ token: Token) -> EntryLabel? {
    guard token.length <= 3 else { return nil }
    if line.isPunctuation(k + 1, ".") || line.isPunctuation(k + 1, ")"), line[k + 2]?.spaceBefore == true {
      return EntryLabel(text: line.text(token.span), end: k + 2)
    }
    guard let next = line[k + 1], next.kind == .word, next.isCapital, next.spaceBefore,
      let authors = AuthorList.parse(line, at: k + 1), authors.style == .initials
    else { return nil }
    return EntryLabel(text: line.text(token.span), end: k + 1)
  }

  /// `*`, `††`, `§`: up to four of one sign.
  private static func sign(_ line: TokenLine, _ k: Int, _ token: Token) -> EntryLabel? {
    guard [0x2A, 0x2020, 0x2021, 0xA7, 0xB6].contains(token.scalar) else { return nil }
    var end = k + 1
    while line[end]?.scalar == token.scalar, line[end]?.kind == .punctuation, end < k + 4 { end += 1 }
    return line.span(k..<end).map { EntryLabel(text: line.text($0), end: end) }
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
}
