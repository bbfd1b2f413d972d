// Signatures that the rest of the engine is written against. Each moves to a file of its own with its implementation.
package import ContentModel
package import Screening

extension DocumentAnalysis {
  func findSentences() -> [Sentence] { [] }
  func findQuantities() -> [Quantity] { [] }

  /// The index of the sentence that contains an offset; nil between sentences.
  package func sentenceIndex(at utf8Offset: Int) -> Int? { nil }
  /// How the words around a span bear on whether it is asserted.
  package func context(of span: Span) -> AssertionContext { [] }
  /// The claims that a sentence makes; negated, questioned and distanced ones are left out.
  package func assertions(inSentence index: Int) -> [Assertion] { [] }
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
