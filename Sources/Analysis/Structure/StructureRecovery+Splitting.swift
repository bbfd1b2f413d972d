import ContentModel

/// Entries that share a leaf.
extension StructureRecovery {
  /// Splits leaves that hold several entries, one a line or one a label.
  mutating func splitEntries() {
    var pieces: [Int: [Span]] = [:]
    for index in blocks.indices where isFlow(index) && blocks[index].kind == .paragraph {
      let spans = EntrySplitter(bytes: bytes, span: blocks[index].span).pieces()
      if spans.count > 1 { pieces[index] = spans }
    }
    guard !pieces.isEmpty else { return }
    var result: [Block] = []
    var moved: [Int] = []
    for (index, old) in blocks.enumerated() {
      moved.append(result.count)
      var block = old
      block.parent = old.parent.map { moved[$0] }
      for span in pieces[index] ?? [old.span] {
        block.span = span
        if pieces[index] != nil { block.flags.insert(.inferred) }
        result.append(block)
      }
    }
    blocks = result
    shapes = [:]
  }
}
