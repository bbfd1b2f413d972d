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
  private var shapes: [Int: LeafShape] = [:]

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

  // MARK: Entries that share a leaf

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

  // MARK: Reference lists

  /// Where the pass stands: under a heading of references, behind an entry, or in running text.
  private enum Section: Equatable {
    case text, openHeading, clearHeading
  }

  mutating func findEntries() {
    var section = Section.text
    var previousEnd = -1
    var introAllowed = false
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if block.kind == .list {
        let end = subtreeEnd(index)
        if isReferenceList(index, end, section) {
          convertList(index, end)
          previousEnd = end
        } else if section != .text {
          section = .text
        }
        index = end
        continue
      }
      guard isFlow(index) else {
        index += 1
        continue
      }
      let heading = EntryVocabulary.referenceHeading(shape(index).line)
      if heading.isHeading, block.kind != .paragraph || isHeadingLike(index) {
        section = heading.isClear ? .clearHeading : .openHeading
        introAllowed = true
        index += 1
        continue
      }
      // "References: 1. Amadi J, 2018." is its own heading.
      if shape(index).line.isWord(0, in: EntryVocabulary.prefixes), shape(index).line.isPunctuation(1, ":"), shape(index).entry.label != nil {
        section = .clearHeading
      }
      if let end = entryEnd(index, section, isInRun: previousEnd == index) {
        entries.append(index..<end)
        previousEnd = end
        introAllowed = false
        index = end
        continue
      }
      if block.kind == .heading || block.kind == .title {
        section = .text
      } else if introAllowed, blocks[index].span.count <= 200 {
        introAllowed = false
      } else {
        section = .text
      }
      index += 1
    }
  }

  /// A paragraph that stands for a heading: short, without a full stop, followed by something.
  private mutating func isHeadingLike(_ index: Int) -> Bool {
    let line = shape(index).line
    return line[0]?.isCapital == true && index + 1 < blocks.count && !line.isPunctuation(line.count - 1, ".")
      || line[0]?.kind == .number && line.count <= 6
  }

  func subtreeEnd(_ index: Int) -> Int {
    var end = index + 1
    // In preorder every descendant's parent lies at or behind the container.
    while end < blocks.count, let parent = blocks[end].parent, parent >= index { end += 1 }
    return end
  }

  /// The end of the entry that begins at a leaf; nil where none does.
  private mutating func entryEnd(_ start: Int, _ section: Section, isInRun: Bool) -> Int? {
    let first = shape(start)
    var source = start
    let needed: EntryShape.Strength =
      switch section {
      case .clearHeading: .weak
      case .openHeading: .medium
      case .text: isInRun ? .medium : .strong
      }
    if isTitle(start), areSiblings(start, start + 1), isFlow(start + 1) {
      let next = shape(start + 1)
      // A numbered line has its title in itself.
      let isSource = next.entry.isBare && (next.entry.label == nil || first.entry.label != nil) && next.entry.strength >= (needed == .weak ? .medium : needed == .medium ? .medium : .strong)
      if isSource, first.entry.strength < .strong || first.entry.isBare == false && first.entry.year == nil {
        source = start + 1
      } else if let end = fieldsEnd(start + 1) {
        source = end - 1
      }
    }
    if source == start {
      guard blocks[start].kind == .paragraph, first.entry.strength >= needed else { return nil }
      if first.summaryEnd != nil { return nil }
    }
    var end = source + 1
    var isLong = source > start
    while end < blocks.count, areSiblings(start, end), isFlow(end), blocks[end].kind == .paragraph {
      let next = shape(end)
      if next.isIdentifierLine, next.entry.label == nil {
        let ownsAddress = source == start && !isLong && !first.entry.identifiers.isEmpty
        if ownsAddress { break }
        isLong = true
        end += 1
      } else if let labelEnd = next.summaryEnd {
        isLong = true
        end += 1
        if labelEnd >= next.line.count, end < blocks.count, areSiblings(start, end), isFlow(end), isRetelling(end) { end += 1 }
      } else if isLong, end + 1 < blocks.count, areSiblings(start, end + 1), isFlow(end + 1), isRetelling(end),
        shape(end + 1).isIdentifierLine
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Running text of an entry: neither an entry nor the title of the next.
  private mutating func isRetelling(_ index: Int) -> Bool {
    guard blocks[index].kind == .paragraph, shape(index).entry.strength < .medium else { return false }
    guard isTitle(index), areSiblings(index, index + 1), isFlow(index + 1) else { return true }
    let next = shape(index + 1).entry
    return !(next.isBare && next.strength >= .medium)
  }

  /// Whether a leaf can be the title line of an entry whose source line follows.
  private mutating func isTitle(_ index: Int) -> Bool {
    let leaf = shape(index)
    guard blocks[index].span.count <= 320, leaf.line.count >= 3, leaf.summaryEnd == nil, !leaf.isIdentifierLine,
      !leaf.line.isPunctuation(leaf.line.count - 1, ":"), !leaf.line.isPunctuation(0, "(")
    else { return false }
    if blocks[index].kind != .paragraph, leaf.line.count < 5 { return false }
    if EntryVocabulary.referenceHeading(leaf.line).isHeading { return false }
    // A note mark at the end makes it a sentence that cites.
    if leaf.line[leaf.line.count - 1]?.kind == .superscript { return false }
    // One sentence at most.
    for k in 0..<max(0, leaf.line.count - 1)
    where leaf.line.isPunctuation(k, ".") && leaf.line[k + 1]?.spaceBefore == true && leaf.line[k + 1]?.isCapital == true {
      if k > 2 { return false }
    }
    for k in 0..<leaf.line.count where leaf.line.isWord(k, in: EntryVocabulary.pronouns) { return false }
    return true
  }

  /// The end of a run of field lines, `Authors: …`, `Journal: …`, of which there are at least two.
  private mutating func fieldsEnd(_ start: Int) -> Int? {
    var end = start
    while end < blocks.count, areSiblings(start, end), isFlow(end), end - start < 8 {
      let line = shape(end).line
      guard line.isWord(0, in: EntryVocabulary.fieldLabels) else { break }
      let colon = line.isPunctuation(1, ":") ? 1 : line.isPunctuation(2, ":") ? 2 : 0
      guard colon > 0, line.count > colon + 1 else { break }
      end += 1
    }
    return end - start >= 2 ? end : nil
  }

  // MARK: Marked lists of entries

  private mutating func isReferenceList(_ list: Int, _ end: Int, _ section: Section) -> Bool {
    let needed: EntryShape.Strength = section == .clearHeading ? .weak : section == .openHeading ? .medium : .strong
    var items = 0
    var fitting = 0
    for index in list + 1..<max(list + 1, end) where blocks[index].parent == list && blocks[index].kind == .item {
      items += 1
      if entryStrength(ofItem: index) >= needed { fitting += 1 }
    }
    return items > 0 && fitting * 2 > items || items > 0 && fitting * 2 == items && section != .text
  }

  private mutating func entryStrength(ofItem index: Int) -> EntryShape.Strength {
    if isLeaf(index) {
      let leaf = shape(index)
      return max(leaf.entry.strength, leaf.isIdentifierLine ? .weak : .none)
    }
    let end = subtreeEnd(index)
    var best = EntryShape.Strength.none
    for child in index + 1..<min(end, index + 4) where isLeaf(child) { best = max(best, shape(child).entry.strength) }
    return best
  }

  private mutating func convertList(_ list: Int, _ end: Int) {
    blocks[list].kind = .referenceList
    blocks[list].flags.insert(.inferred)
    for index in list + 1..<max(list + 1, end) where blocks[index].parent == list && blocks[index].kind == .item {
      blocks[index].kind = .referenceEntry
      blocks[index].flags.insert(.inferred)
    }
  }

  // MARK: Rebuilding

  /// The blocks with every noted wrap applied, in preorder.
  func rebuilt() -> [Block] {
    if entries.isEmpty && lists.isEmpty { return blocks }
    var result: [Block] = []
    result.reserveCapacity(blocks.count + entries.count * 2 + lists.count)
    var moved: [Int] = []
    moved.reserveCapacity(blocks.count)
    var entry = 0
    var list = 0
    var referenceList: Int?
    var container: Int?
    for (index, old) in blocks.enumerated() {
      var block = old
      block.parent = old.parent.map { moved[$0] }
      while entry < entries.count, entries[entry].upperBound <= index { entry += 1 }
      while list < lists.count, lists[list].upperBound <= index { list += 1 }
      if entry < entries.count, entries[entry].contains(index) {
        let range = entries[entry]
        if range.lowerBound == index {
          let continues = entry > 0 && entries[entry - 1].upperBound == index
            && blocks[entries[entry - 1].lowerBound].parent == old.parent
          if !continues || referenceList == nil {
            var last = entry
            while last + 1 < entries.count, entries[last + 1].lowerBound == entries[last].upperBound,
              blocks[entries[last + 1].lowerBound].parent == old.parent
            { last += 1 }
            referenceList = result.count
            result.append(
              Block(
                kind: .referenceList, span: old.span.union(blocks[entries[last].upperBound - 1].span), parent: block.parent,
                level: 1, flags: .inferred))
          }
          container = referenceList
          if range.count > 1 {
            container = result.count
            result.append(
              Block(
                kind: .referenceEntry, span: old.span.union(blocks[range.upperBound - 1].span), parent: referenceList,
                flags: .inferred))
          } else {
            block.kind = .referenceEntry
            block.level = 0
            block.flags.insert(.inferred)
          }
        }
        block.parent = container
      } else if list < lists.count, lists[list].contains(index) {
        let range = lists[list]
        if range.lowerBound == index {
          container = result.count
          result.append(
            Block(
              kind: .list, span: old.span.union(blocks[range.upperBound - 1].span), parent: block.parent, level: 1,
              flags: .inferred))
        }
        block.kind = .item
        block.level = 0
        block.flags.insert(.inferred)
        block.parent = container
      }
      moved.append(result.count)
      result.append(block)
    }
    return result
  }
}
