import ContentModel

/// The blocks with what the passes found.
extension StructureRecovery {
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
