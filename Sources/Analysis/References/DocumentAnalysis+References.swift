import ContentModel

extension DocumentAnalysis {
  /// Parses every entry of the reference lists, every footnote and every note that begins with a mark, in text order.
  func findReferences() -> [Reference] {
    var references: [Reference] = []
    var notes: [(reference: Int, label: String)] = []
    let reader = ReferenceReader(document: document, blocks: blocks)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if block.kind == .referenceEntry || block.kind == .footnote {
        let end = subtreeEnd(index)
        if let reference = reader.reference(index, end: end) { references.append(reference) }
        index = end
        continue
      }
      if block.kind == .paragraph, isLeaf(index) {
        if let reference = reader.note(index), let label = reference.label {
          notes.append((references.count, label))
          references.append(reference)
        }
      }
      index += 1
    }
    // Paragraphs that begin with one and the same mark are bullets, not notes.
    var counts: [String: Int] = [:]
    for note in notes { counts[note.label, default: 0] += 1 }
    for note in notes.reversed() where counts[note.label, default: 0] > 1 { references.remove(at: note.reference) }
    return references
  }

  private func isLeaf(_ index: Int) -> Bool { index + 1 >= blocks.count || blocks[index + 1].parent != index }

  private func subtreeEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < blocks.count, let parent = blocks[end].parent, parent >= index { end += 1 }
    return end
  }

  /// The index in ``leaves`` of the leaf that contains an offset; nil between leaves. Logarithmic.
  package func leafIndex(at utf8Offset: Int) -> Int? {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[leaves[middle]].span.end <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    return low < leaves.count && blocks[leaves[low]].span.contains(utf8Offset) ? low : nil
  }
}
