import ContentModel

extension DocumentAnalysis {
  func findSentences() -> [Sentence] {
    let segmenter = SentenceSegmenter(abbreviations: lexicons.abbreviations)
    var sentences: [Sentence] = []
    document.utf8.withUnsafeBufferPointer { bytes in
      for leaf in leaves {
        segmenter.forEachSentence(in: bytes, blocks[leaf].span) { sentences.append(Sentence(span: $0, block: leaf)) }
      }
    }
    return sentences
  }

  /// The index of the sentence that contains an offset; nil between sentences.
  package func sentenceIndex(at utf8Offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].span.start <= utf8Offset ? low : nil
  }
}
