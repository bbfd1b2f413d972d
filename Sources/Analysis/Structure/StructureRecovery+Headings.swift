import ContentModel

/// Headings of plain text that stand on a line of their own and are told by their shape alone.
extension StructureRecovery {
  private static let longestHeading = 70
  private static let mostWords = 9

  /// A short line without full stop that begins like a sentence, between finished text and a longer paragraph, is a heading.
  ///
  /// Both neighbours are asked: a short line beside another may be an item, an address, a label.
  mutating func findHeadings() {
    var taken = [Bool](repeating: false, count: blocks.count)
    for run in entries + lists { for index in run { taken[index] = true } }
    var previous: Int?
    for index in blocks.indices where isFlow(index) {
      defer { previous = index }
      guard !taken[index], blocks[index].kind == .paragraph, blocks[index].parent == nil, looksLikeHeading(index) else { continue }
      let next = index + 1
      guard next < blocks.count, isFlow(next), !taken[next], blocks[next].kind == .paragraph, isProse(next) else { continue }
      if let previous, previous == index - 1, blocks[previous].kind == .paragraph, !taken[previous], !isFinished(previous) { continue }
      blocks[index].kind = .heading
      blocks[index].level = 2
      blocks[index].flags.insert(.inferred)
    }
  }

  private func lastByte(_ index: Int) -> UInt8 { blocks[index].span.isEmpty ? 0 : bytes[blocks[index].span.end - 1] }

  private mutating func looksLikeHeading(_ index: Int) -> Bool {
    let span = blocks[index].span
    guard span.count <= Self.longestHeading, !bytes[span.utf8Offsets].contains(0x0A) else { return false }
    // Full stop, exclamation, colon, comma, semicolon, closing quotation: a sentence, a lead-in, a fragment.
    if [0x2E, 0x21, 0x3A, 0x2C, 0x3B, 0x22].contains(lastByte(index)) { return false }
    let line = shape(index).line
    guard let first = line[0], first.kind == .word, first.isCapital else { return false }
    var words = 0
    for position in 0..<line.count where line[position]?.kind == .word { words += 1 }
    return words <= Self.mostWords
  }

  /// A paragraph of at least one finished sentence.
  private func isProse(_ index: Int) -> Bool {
    blocks[index].span.count >= 50 && isFinished(index)
  }

  private func isFinished(_ index: Int) -> Bool {
    let span = blocks[index].span
    // … . ! ? and a closing bracket or quotation behind them.
    return [0x2E, 0x21, 0x3F, 0x29, 0x22].contains(lastByte(index)) || bytes[span.utf8Offsets].suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
  }
}
