import ContentModel

/// A document's blocks with the structure that its text only implies: reference lists, their entries and end, and lists without markers.
///
/// Linear in the document's size.
func recoverStructure(of document: Document) -> [Block] {
  var recovery = StructureRecovery(bytes: document.utf8, blocks: document.blocks)
  recovery.splitEntries()
  recovery.findEntries()
  recovery.findLists()
  if document.format == .text { recovery.findHeadings() }
  return recovery.rebuilt()
}

/// Indices of the blocks without children.
func leafIndices(of blocks: [Block]) -> [Int] {
  // In preorder a container's first child follows it at once.
  blocks.indices.filter { $0 + 1 >= blocks.count || blocks[$0 + 1].parent != $0 }
}

/// The passes over a document's blocks. Each notes what to wrap or rename; ``rebuilt()`` applies it.
struct StructureRecovery {
  let bytes: [UInt8]
  var blocks: [Block]
  /// Runs of sibling leaves that form an entry.
  var entries: [Range<Int>] = []
  /// Runs of sibling leaves that are the items of a list.
  var lists: [Range<Int>] = []
  var shapes: [Int: LeafShape] = [:]

  init(bytes: [UInt8], blocks: [Block]) {
    self.bytes = bytes
    self.blocks = blocks
  }

  /// A leaf's tokens and what the grammar of entries makes of them.
  struct LeafShape {
    var line: TokenLine
    var entry: EntryShape
    var isIdentifierLine: Bool
    /// The token behind a label such as `Abstract – summary:` that begins the leaf.
    var summaryEnd: Int?
  }

  mutating func shape(_ index: Int) -> LeafShape {
    if let known = shapes[index] { return known }
    let line = TokenLine(bytes, blocks[index].span)
    let identifiers = WorkIdentifier.all(in: bytes, blocks[index].span)
    let shape = LeafShape(
      line: line, entry: EntryShape(line, identifiers: identifiers),
      isIdentifierLine: EntryVocabulary.isIdentifierLine(line, identifiers),
      summaryEnd: EntryVocabulary.summaryLabelEnd(line, at: 0))
    // Only neighbours are asked for again: keep few.
    if shapes.count > 64 { shapes.removeAll(keepingCapacity: true) }
    shapes[index] = shape
    return shape
  }

  func isLeaf(_ index: Int) -> Bool {
    index < blocks.count && (index + 1 >= blocks.count || blocks[index + 1].parent != index)
  }

  /// Whether a block is a leaf of running text that may be part of an entry or an unmarked list.
  func isFlow(_ index: Int) -> Bool {
    guard isLeaf(index) else { return false }
    switch blocks[index].kind {
    case .paragraph, .heading, .title: return !blocks[index].flags.contains(.furniture)
    default: return false
    }
  }

  func areSiblings(_ index: Int, _ next: Int) -> Bool {
    next < blocks.count && blocks[index].parent == blocks[next].parent
  }

  func subtreeEnd(_ index: Int) -> Int {
    var end = index + 1
    // In preorder every descendant's parent lies at or behind the container.
    while end < blocks.count, let parent = blocks[end].parent, parent >= index { end += 1 }
    return end
  }
}
