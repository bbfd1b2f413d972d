import ContentModel

/// Reference lists: entries in running text and in marked lists.
extension StructureRecovery {
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
}
