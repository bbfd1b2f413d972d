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
    bodyStart = EntryLabel.start(in: line)
    if let found = EntryLabel(line, at: bodyStart) {
      label = found.text
      isBracketLabel = found.isBracketed
      bodyStart = found.end
    }
    let limit = headLimit(line)
    authors = AuthorList.parse(line, at: bodyStart)
    if let authors, authors.end > limit { self.authors = nil }
    if authors == nil { authors = AuthorList.corporate(line, at: bodyStart) }
    readParts(line, limit)
    judge(line, limit)
  }
}
