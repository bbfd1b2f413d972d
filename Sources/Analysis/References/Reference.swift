package import ContentModel

/// An entry of a reference list, labelled or not, or a footnote: what a citation points to.
package struct Reference: Sendable, Equatable {
  /// The whole entry, including an abstract summary, links and identifiers that belong to it.
  package var span: Span
  /// The part of ``DocumentAnalysis/blocks`` that holds its leaves.
  package var blocks: Range<Int>
  /// `3` of `[3]` or `3.`; nil for an unlabelled entry.
  package var label: String?
  /// Surnames in order, as written, without initials and "et al.".
  package var authors: [String]
  package var year: Int?
  /// `a` of `2020a`.
  package var yearSuffix: String?
  package var title: Span?
  package var journal: String?
  package var doi: String?
  package var pmid: String?
  /// PubMed Central's number with its prefix, such as `PMC9442938`.
  package var pmcid: String?
  /// A trial registration number, such as `NCT03308565`.
  package var registration: String?
  package var url: String?
  /// The part that retells the work (after "Abstract", "Summary"), if any.
  package var summary: Span?
  /// Whether the entry names a work (author, year, title, journal or identifier), not just a note.
  package var isBibliographic: Bool
  /// What the entry's words tell of the evidence.
  package var study: Study
  /// Indices into ``DocumentAnalysis/citations`` are computed there; see ``DocumentAnalysis/citations(of:)``.

  package init(
    span: Span, blocks: Range<Int>, label: String? = nil, authors: [String] = [], year: Int? = nil,
    yearSuffix: String? = nil, title: Span? = nil, journal: String? = nil, doi: String? = nil, pmid: String? = nil,
    pmcid: String? = nil, registration: String? = nil, url: String? = nil, summary: Span? = nil, isBibliographic: Bool = true,
    study: Study = Study()
  ) {
    self.span = span
    self.blocks = blocks
    self.label = label
    self.authors = authors
    self.year = year
    self.yearSuffix = yearSuffix
    self.title = title
    self.journal = journal
    self.doi = doi
    self.pmid = pmid
    self.pmcid = pmcid
    self.registration = registration
    self.url = url
    self.summary = summary
    self.isBibliographic = isBibliographic
    self.study = study
  }
}
