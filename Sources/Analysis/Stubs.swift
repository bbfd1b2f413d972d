// Signatures that the rest of the engine is written against. Each moves to a file of its own with its implementation.
package import ContentModel
package import Screening

func recoverStructure(of document: Document) -> [Block] { document.blocks }
func leafIndices(of blocks: [Block]) -> [Int] { [] }

extension DocumentAnalysis {
  func findSentences() -> [Sentence] { [] }
  func findQuantities() -> [Quantity] { [] }
  func findReferences() -> [Reference] { [] }
  func findCitations() -> [Citation] { [] }

  /// The index of the sentence that contains an offset; nil between sentences.
  package func sentenceIndex(at utf8Offset: Int) -> Int? { nil }
  /// The index in ``leaves`` of the leaf that contains an offset; nil between leaves.
  package func leafIndex(at utf8Offset: Int) -> Int? { nil }
  /// How the words around a span bear on whether it is asserted.
  package func context(of span: Span) -> AssertionContext { [] }
  /// The claims that a sentence makes; negated, questioned and distanced ones are left out.
  package func assertions(inSentence index: Int) -> [Assertion] { [] }
  /// What a stretch of running text tells of a study ("a phase I study of six patients").
  package func study(in span: Span) -> Study { Study() }
  /// Indices of the citations that point to a reference.
  package func citations(of reference: Int) -> [Int] { [] }
  /// The citations that stand by a sentence: in it, in its source line or caption, or, where `following` is true, in the next sentence or line.
  package func citations(near sentence: Int, following: Bool) -> [Int] { [] }
  /// The document's language as a BCP 47 primary tag, recognised from its words: `en`, `de`, …; nil where there is too little text to tell.
  package var recognisedLanguage: String? { nil }
}

/// The word lists under `Rules/_lexicons` that the analysis itself needs.
package struct AnalysisLexicons: Sendable {
  /// Reads every `*.txt` of a folder.
  package init(folder: String) throws(LexiconError) {}
}

package struct LexiconError: Error, Sendable, Equatable {
  package var path: String
  package var line: Int?
  package var message: String
}

extension Study {
  package var isEarlyEvidence: Bool { false }
  package func supports(_ endpoint: Endpoint) -> Bool? { nil }
  package var description: String { "" }
}
