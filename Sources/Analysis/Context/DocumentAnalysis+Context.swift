package import ContentModel
import Screening

extension DocumentAnalysis {
  /// How the words around a span bear on whether it is asserted.
  ///
  /// Words inside the span itself do not count: "no cure" is not negated by its own
  /// "no". The scope of a word is the sentence that the span starts in and, for an
  /// item of a list, the lead-in that ends in a colon.
  package func context(of span: Span) -> AssertionContext { reading(of: span).flags }

  /// The words that caused a flag ("cannot", "if", the question mark), for explanations; nil where the flag is not set.
  package func contextWords(of span: Span, _ flag: AssertionContext) -> Span? {
    reading(of: span).words.first { flag.contains($0.flag) }?.span
  }

  /// The words of a sentence that can set a context for others in it, with the context that they set: "cannot", "if", "adverts may promise".
  package func contextTriggers(inSentence index: Int) -> [(flag: AssertionContext, span: Span)] {
    guard sentences.indices.contains(index) else { return [] }
    let sentence = sentences[index].span
    let target = Span(sentence.start, sentence.start)
    var found = ContextScope(analysis: self, sentence: sentence, target: target).triggers
    found += quotations.filter { $0.overlaps(sentence) }.map { (.quoted, $0) }
    return found.sorted { $0.span < $1.span }
  }

  /// The flags of a span with the words that caused them.
  func reading(of span: Span) -> ContextReading {
    var reading = ContextReading()
    guard let index = sentenceIndex(at: span.start) ?? sentenceIndex(at: max(span.start, span.end - 1)) else { return reading }
    let sentence = sentences[index]
    addBlockFlags(sentence.block, to: &reading)
    if let quotation = quotation(around: span) { reading.add(.quoted, quotation) }
    if let mark = questionMark(after: min(span.end, sentence.span.end), in: sentence.span) { reading.add(.questioned, mark) }
    ContextScope(analysis: self, sentence: sentence.span, target: span).apply(to: span, &reading)
    if let leadIn = leadIn(of: sentence) {
      let end = Span(leadIn.end, leadIn.end)
      ContextScope(analysis: self, sentence: leadIn, target: end).apply(to: end, &reading)
    }
    return reading
  }

  private func addBlockFlags(_ block: Int, to reading: inout ContextReading) {
    var next: Int? = block
    // Parents precede their children, so the walk ends.
    while let i = next, blocks.indices.contains(i) {
      switch blocks[i].kind {
      case .quotation: reading.add(.quoted, blocks[i].span)
      case .referenceEntry, .referenceList: reading.add(.inReference, blocks[i].span)
      default: break
      }
      next = blocks[i].parent.flatMap { $0 < i ? $0 : nil }
    }
  }

  private func quotation(around span: Span) -> Span? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].end + 3 < span.end { low = middle + 1 } else { high = middle }
    }
    guard low < quotations.count else { return nil }
    let quotation = quotations[low]
    // The span may include the marks themselves.
    return quotation.start - 3 <= span.start && span.end <= quotation.end + 3 && quotation.overlaps(span) ? quotation : nil
  }

  /// The question mark that ends the clause after an offset, if that is how it ends.
  private func questionMark(after offset: Int, in sentence: Span) -> Span? {
    var i = max(offset - 1, sentence.start)
    // A question longer than this is none; it bounds the look.
    let limit = min(sentence.end, i + 1_000)
    while i < limit {
      let b = document.utf8[i]
      if b == 0x3F { return Span(i, i + 1) }
      if b == 0x21 || b == 0x2E {
        var k = i + 1
        while k < sentence.end, document.utf8[k] == 0x21 { k += 1 }
        if k < sentence.end, document.utf8[k] == 0x3F { return Span(k, k + 1) }
        // A stop before a space may be an abbreviation's: the sentence goes on. A "!" ends the clause.
        if b == 0x21 { return nil }
      }
      i += 1
    }
    return nil
  }

  /// For a sentence in a list item, the sentence before the list that ends in a colon.
  private func leadIn(of sentence: Sentence) -> Span? {
    var list: Int?
    var next: Int? = sentence.block
    while let i = next, blocks.indices.contains(i) {
      if blocks[i].kind == .list { list = i }
      next = blocks[i].parent.flatMap { $0 < i ? $0 : nil }
    }
    guard let list, let before = sentenceBefore(blocks[list].span.start) else { return nil }
    let span = sentences[before].span
    guard span.end > span.start, document.utf8[span.end - 1] == 0x3A else { return nil }
    return span
  }

  private func sentenceBefore(_ offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
