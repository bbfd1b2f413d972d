package import ContentModel

/// A mark or mention in the running text that points to a source.
package struct Citation: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// `Awidi et al. 2024`, `Satti et al. (2016, Cytotherapy)`, `(Liu, 2025)`
    case authorYear = "author-year"
    /// `Vaquero et al.` without a year
    case author
    /// `(Nature Communications, 2024)`
    case journalYear = "journal-year"
    /// `[3]`, `(3)` where the document labels its entries so
    case numeric
    /// `white paper⁷`, `<sup>7</sup>`, `improved*`
    case superscript
    case footnote
    /// A link to a source, inside or outside the document
    case link
    /// A DOI, PMID or trial number in the running text
    case identifier
    /// "Source: …", "data on file", a named report or survey given as the source
    case sourceLine = "source-line"
  }

  /// The citation alone: one of several in a bracket has its own.
  package var span: Span
  package var kind: Kind
  package var authors: [String]
  package var year: Int?
  /// The last year of `2020–2024`.
  package var yearEnd: Int?
  package var yearSuffix: String?
  package var journal: String?
  /// `3` of `[3]`, `7` of `⁷`, a footnote's label, a link's address.
  package var label: String?
  /// Indices into ``DocumentAnalysis/references`` of every entry that fits; more than one means ambiguous.
  package var references: [Int]
  /// Whether the source is given in another way than by an entry: an address, an identifier, a source line.
  package var isSelfContained: Bool

  /// Whether a range of years such as `2020–2024` has an entry for only one of its ends.
  package var isPartial = false

  package var isResolved: Bool { !references.isEmpty || isSelfContained }
  package var isAmbiguous: Bool { references.count > 1 }

  package init(
    span: Span, kind: Kind, authors: [String] = [], year: Int? = nil, yearEnd: Int? = nil, yearSuffix: String? = nil,
    journal: String? = nil, label: String? = nil, references: [Int] = [], isSelfContained: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.authors = authors
    self.year = year
    self.yearEnd = yearEnd
    self.yearSuffix = yearSuffix
    self.journal = journal
    self.label = label
    self.references = references
    self.isSelfContained = isSelfContained
  }
}
