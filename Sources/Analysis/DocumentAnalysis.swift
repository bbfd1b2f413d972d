package import ContentModel
package import Screening

/// What the host knows about one document's text, computed on demand and once.
///
/// Not for use from two threads at a time: one worker analyses one document.
/// Each part is computed when it is first asked for, from the parts it needs, so
/// that a document on which no rule fires costs nothing here.
package final class DocumentAnalysis {
  package let document: Document
  package let lexicons: AnalysisLexicons

  /// What has been computed so far, in order: the counter by which tests show that nothing is computed unasked.
  package private(set) var computedParts: [Part] = []

  /// A part of the analysis that is computed when first asked for.
  package enum Part: String, Sendable, CaseIterable {
    case blocks, leaves, words, terms, quotations, sentences, sectorScores, quantities, references, citations, citationsByReference
  }

  private func computed<Value>(_ part: Part, _ value: Value) -> Value {
    computedParts.append(part)
    return value
  }

  package init(_ document: Document, lexicons: AnalysisLexicons) {
    self.document = document
    self.lexicons = lexicons
  }

  /// The document's blocks with the structure that its text only implies: unmarked lists, reference lists and their end.
  package private(set) lazy var blocks: [Block] = computed(.blocks, recoverStructure(of: document))

  /// Indices of the leaves of ``blocks``, in order.
  package private(set) lazy var leaves: [Int] = computed(.leaves, leafIndices(of: blocks))

  /// The words of the text, folded for comparison.
  package private(set) lazy var words: WordStream = computed(.words, WordStream(document.utf8, leaves: leaves.map { blocks[$0].span }))

  /// Where entries of the context and assertion lists stand.
  private(set) lazy var terms: [TermHit] = computed(.terms, findTerms())

  /// Stretches between paired quotation marks, without the marks; ordered, disjoint.
  private(set) lazy var quotations: [Span] = computed(.quotations, findQuotations())

  package private(set) lazy var sentences: [Sentence] = computed(.sentences, findSentences())

  /// How much speaks for each kind of product or service.
  package private(set) lazy var sectorScores: SectorScores = computed(.sectorScores, findSectorScores())

  package private(set) lazy var quantities: [Quantity] = computed(.quantities, findQuantities())

  /// The entries of the document's reference lists, and its footnotes.
  package private(set) lazy var references: [Reference] = computed(.references, findReferences())

  /// Everything in the running text that points to a source, resolved against ``references``.
  package private(set) lazy var citations: [Citation] = computed(.citations, findCitations())

  /// For each reference, the indices of the citations that point to it.
  private(set) lazy var citationsByReference: [[Int]] = computed(.citationsByReference, invertCitations())
}
