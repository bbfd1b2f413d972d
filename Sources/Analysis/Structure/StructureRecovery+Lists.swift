import ContentModel

/// Lists whose markers were lost: short parallel lines under a lead-in that ends in a colon.
extension StructureRecovery {
  mutating func findLists() {
    var entry = 0
    var index = 0
    while index < blocks.count {
      while entry < entries.count, entries[entry].upperBound <= index { entry += 1 }
      if entry < entries.count, entries[entry].contains(index) {
        index = entries[entry].upperBound
        continue
      }
      guard isFlow(index), isLeadIn(index), allowsLists(blocks[index].parent) else {
        index += 1
        continue
      }
      let limit = entry < entries.count ? entries[entry].lowerBound : blocks.count
      let end = itemsEnd(index + 1, leadIn: index, limit: limit)
      if end - index - 1 >= 2 { lists.append(index + 1..<end) }
      index = max(index + 1, end)
    }
  }

  private func allowsLists(_ parent: Int?) -> Bool {
    guard let parent else { return true }
    switch blocks[parent].kind {
    case .list, .item, .table, .row, .cell, .referenceList, .referenceEntry, .footnote, .metadata: return false
    default: return true
    }
  }

  /// A short line that ends in a colon.
  private mutating func isLeadIn(_ index: Int) -> Bool {
    let span = blocks[index].span
    guard span.count >= 2, span.count <= 300 else { return false }
    // A colon, or a full-width one.
    return bytes[span.end - 1] == 0x3A || span.count >= 3 && bytes[span.end - 3..<span.end].elementsEqual([0xEF, 0xBC, 0x9A])
  }

  /// How a line ends; the lines of one list end alike.
  private enum Ending: Equatable {
    /// In no mark, or in a comma or semicolon, as one long sentence has them.
    case open
    case sentence
  }

  private struct Line {
    var ending: Ending
    var length: Int
    var endsList: Bool
  }

  /// The end of the run of parallel lines that starts at a leaf.
  private mutating func itemsEnd(_ start: Int, leadIn: Int, limit: Int) -> Int {
    var lengths: [Int] = []
    var total = 0
    var ending: Ending?
    var end = start
    while end < limit, areSiblings(leadIn, end), isFlow(end), let line = item(end) {
      if let ending, ending != line.ending {
        // The last item of a sentence-like list closes with a full stop: "a; b; and c."
        if ending == .open, line.endsList, lengths.count >= 1 { end += 1 }
        break
      }
      if let first = lengths.first {
        let mean = max(total / lengths.count, 1)
        if line.length > max(mean * 3, first * 3, 70) { break }
      }
      ending = ending ?? line.ending
      lengths.append(line.length)
      total += line.length
      end += 1
    }
    if ending == .sentence, lengths.count < 3 {
      // Two sentences are a list only where they are short and alike.
      guard lengths.count == 2, let low = lengths.min(), let high = lengths.max(), high * 10 <= low * 16, high <= 60 else { return start }
    }
    return end
  }

  /// What a leaf looks like as an item; nil for headings, lead-ins, questions, long text and lines that are only a source.
  private mutating func item(_ index: Int) -> Line? {
    let block = blocks[index]
    guard block.span.count <= 130, block.kind == .paragraph || block.flags.contains(.inferred) else { return nil }
    let line = shape(index).line
    guard let first = line[0], let last = line[line.count - 1], line.count <= 24 else { return nil }
    if first.kind == .punctuation, line.isPunctuation(0, "(") || line.isPunctuation(0, "[") || line.isQuote(0) { return nil }
    // "2) Nasal delivery", "3. Results"
    if first.kind == .number, line.isPunctuation(1, ")") || line.isPunctuation(1, ".") && line[2]?.spaceBefore == true { return nil }
    if line.isWord(0, in: Self.headingWords) { return nil }
    if EntryVocabulary.referenceHeading(line).isHeading { return nil }
    if last.kind == .punctuation {
      switch last.scalar {
      case 0x3A, 0x3F, 0xFF1A, 0x2013, 0x2014, 0x2D, 0x2026: return nil
      case 0x2E, 0x21:
        // One sentence only.
        for k in 1..<max(1, line.count - 1)
        where line.isPunctuation(k, ".") || line.isPunctuation(k, "!") || line.isPunctuation(k, "?") {
          if line[k + 1]?.spaceBefore == true, line[k + 1]?.isCapital == true { return nil }
        }
        let isTail = line.isWord(0, "and") || line.isWord(0, "or") || first.kind == .word && !first.isCapital
        return Line(ending: .sentence, length: block.span.count, endsList: isTail)
      default: break
      }
    }
    for k in 1..<max(1, line.count - 1)
    where line.isPunctuation(k, ".") && line[k + 1]?.spaceBefore == true && line[k + 1]?.isCapital == true {
      if let before = line[k - 1], before.length > 2 { return nil }
    }
    return Line(ending: .open, length: block.span.count, endsList: false)
  }

  /// First words of headings that follow a list rather than belong to it.
  private static let headingWords: Set<String> = [
    "how", "why", "what", "who", "when", "where", "about", "contact", "faq", "chapter", "section", "step", "part",
  ]
}
