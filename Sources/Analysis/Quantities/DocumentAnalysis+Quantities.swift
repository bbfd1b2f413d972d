import ContentModel
import Screening

extension DocumentAnalysis {
  /// Finds every number of the text, in digits or words, sentence by sentence, ordered by span.
  func findQuantities() -> [Quantity] {
    let table = lexicons.wordClasses
    let classes = words.tokens.map { $0.isWord || $0.foldedEnd - $0.foldedStart <= 2 ? table.classes(of: $0.hash) : [] }
    var found: [Quantity] = []
    for sentence in sentences {
      let tokens = words.tokenRange(in: sentence.span)
      guard !tokens.isEmpty else { continue }
      QuantityFinder(stream: words, classes: classes, limit: tokens, sentence: sentence.span).find(&found)
    }
    return found
  }
}
