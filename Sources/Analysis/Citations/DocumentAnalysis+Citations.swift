import ContentModel

extension DocumentAnalysis {
  /// Finds and resolves the citations of every leaf outside reference entries. Linear in the document's size.
  func findCitations() -> [Citation] {
    let index = ReferenceIndex(references, blocks: blocks)
    var isReference = [Bool](repeating: false, count: blocks.count)
    for reference in references where reference.isBibliographic {
      for block in reference.blocks where block < blocks.count { isReference[block] = true }
    }
    let anchors = Dictionary(
      document.marks.filter { $0.kind == .anchor }.compactMap { mark in mark.target.map { ($0, mark.span.start) } },
      uniquingKeysWith: { first, _ in first })
    var found: [Citation] = []
    for leaf in leaves where !isReference[leaf] && blocks[leaf].kind != .code && !blocks[leaf].span.isEmpty {
      var finder = CitationFinder(document: document, span: blocks[leaf].span, index: index, anchors: anchors)
      found.append(contentsOf: finder.run())
    }
    found.sort { $0.span != $1.span ? $0.span < $1.span : ($0.label ?? "") < ($1.label ?? "") }
    return found
  }

  func invertCitations() -> [[Int]] {
    var inverse = [[Int]](repeating: [], count: references.count)
    for (n, citation) in citations.enumerated() {
      for reference in citation.references where reference < inverse.count { inverse[reference].append(n) }
    }
    return inverse
  }

  /// Indices of the citations that point to a reference.
  package func citations(of reference: Int) -> [Int] {
    citationsByReference.indices.contains(reference) ? citationsByReference[reference] : []
  }

  /// The citations that stand by a sentence: in it, in its source line or caption, or, where `following` is true, in the next sentence or line.
  ///
  /// A table cell takes those of its row, its table's caption and the source line
  /// behind the table; a list item takes those of the whole item. The next sentence
  /// counts only where it begins with a citation's bracket, or is nothing but a source.
  package func citations(near sentence: Int, following: Bool) -> [Int] {
    guard sentences.indices.contains(sentence) else { return [] }
    var spans = [sentences[sentence].span]
    spans.append(contentsOf: surroundings(of: sentences[sentence].block))
    if following, let next = sourceSentence(after: sentence) { spans.append(next) }
    var found: Set<Int> = []
    for span in spans {
      var n = firstCitation(atOrAfter: span.start)
      while n < citations.count, citations[n].span.start < span.end {
        found.insert(n)
        n += 1
      }
    }
    return found.sorted()
  }

  private func firstCitation(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = citations.count
    while low < high {
      let middle = (low + high) / 2
      if citations[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The stretches beside a leaf that give its source: item, row, caption, the line behind the table.
  private func surroundings(of leaf: Int) -> [Span] {
    var spans: [Span] = []
    var block: Int? = leaf
    while let index = block, blocks.indices.contains(index) {
      switch blocks[index].kind {
      case .item, .row: spans.append(blocks[index].span)
      case .table:
        var child = index + 1
        // Captions come first or last; look at the direct children at both ends.
        while child < blocks.count, child < index + 4, blocks[child].parent == index, blocks[child].kind == .caption {
          spans.append(blocks[child].span)
          child += 1
        }
        var behind = leafIndex(at: max(blocks[index].span.end - 1, 0)).map { $0 + 1 } ?? leaves.count
        if behind > 0, behind <= leaves.count, blocks[leaves[behind - 1]].kind == .caption { spans.append(blocks[leaves[behind - 1]].span) }
        if behind < leaves.count, isOnlySource(blocks[leaves[behind]].span) {
          spans.append(blocks[leaves[behind]].span)
          behind += 1
        }
      default: break
      }
      block = blocks[index].parent
    }
    return spans
  }

  /// The next sentence's span where it is a source line or begins with a citation's bracket.
  private func sourceSentence(after sentence: Int) -> Span? {
    guard sentence + 1 < sentences.count else { return nil }
    let span = sentences[sentence + 1].span
    return isOnlySource(span) || beginsWithCitation(span) ? span : nil
  }

  private func beginsWithCitation(_ span: Span) -> Bool {
    guard !span.isEmpty else { return false }
    let first = document.utf8[span.start]
    let n = firstCitation(atOrAfter: span.start)
    guard n < citations.count, citations[n].span.start < span.end else { return false }
    if citations[n].span.start == span.start, citations[n].kind != .authorYear, citations[n].kind != .author, citations[n].kind != .link { return true }
    guard first == 0x28 || first == 0x5B else { return false }
    let close: UInt8 = first == 0x28 ? 0x29 : 0x5D
    for i in span.start..<citations[n].span.start where document.utf8[i] == close { return false }
    return true
  }

  /// Whether a stretch is nothing but citations with the words that introduce them: `(Meta-analysis, Shang et al., BMC Medicine 2022)`, `Source: …`.
  private func isOnlySource(_ span: Span) -> Bool {
    var n = firstCitation(atOrAfter: span.start)
    guard n < citations.count, citations[n].span.start < span.end, span.count <= 600 else { return false }
    let line = TokenLine(document.utf8, span)
    // "Source: STRIDE trial, Bauer 2022, doi …"
    if line.isWord(0, in: SourceVocabulary.leadIns), line.isPunctuation(1, ":") { return true }
    var k = 0
    while let token = line[k] {
      while n < citations.count, citations[n].span.end <= token.start { n += 1 }
      let isCited = n < citations.count && citations[n].span.start <= token.start && token.start < citations[n].span.end
      if !isCited, token.kind == .word, !line.isWord(k, in: SourceVocabulary.bracketLeadIns) { return false }
      k += 1
    }
    return true
  }
}
