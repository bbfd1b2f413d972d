package import ContentModel
import Screening

extension DocumentAnalysis {
  /// The clause around a span: the part of its sentence between signs such as “;”, “:”, “–” and brackets and words that open a clause.
  ///
  /// Opening words ("but", "because", "that" with a subject) are not part of it. Looks
  /// at no more than ``ClauseReader/reach`` words on either side, so that the cost does
  /// not grow with the sentence.
  package func clause(around span: Span) -> Span {
    guard let reader = ClauseReader(self, span) else { return span }
    return reader.span(reader.clause, around: span)
  }

  /// The words before a span in its clause, without a copula that ends them; nil where there are none.
  package func subject(of span: Span) -> Span? {
    guard let reader = ClauseReader(self, span) else { return nil }
    return reader.words(reader.clause.lowerBound..<reader.copula(before: reader.target.lowerBound, reader.clause.lowerBound).start)
  }

  /// What a trigger such as "guarantee", "safe" or "proven" bears on.
  ///
  /// - Active, or a participle before its noun ("guarantee delivery", "a guaranteed
  ///   return"): the words after it, through "that" and a colon.
  /// - Passive and predicative ("delivery is guaranteed"): the subject; what follows is among the others.
  /// - Set behind ("freshness guaranteed", "no pain – guaranteed", "Guaranteed." alone): what
  ///   stands before it, if need be in the clause or sentence before.
  package func government(of span: Span) -> Government {
    guard let reader = ClauseReader(self, span) else { return Government() }
    return reader.government(previousSentence: previousSentence(ofSentenceAt: span.start))
  }

  /// The clause around a span together with what the span governs in the same sentence: the words of the claim.
  package func claim(around span: Span) -> Span {
    let clause = clause(around: span)
    guard let object = government(of: span).object, let index = sentenceIndex(at: span.start),
      sentences[index].span.contains(object)
    else { return clause }
    return clause.union(object)
  }

  /// The sentence before in the same block.
  private func previousSentence(ofSentenceAt offset: Int) -> Span? {
    guard let index = sentenceIndex(at: offset), index > 0, sentences[index - 1].block == sentences[index].block else { return nil }
    return sentences[index - 1].span
  }
}
