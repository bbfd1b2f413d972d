import ContentModel

/// A line of plain text that speaks to the program: `<!-- obstat … -->` and nothing else.
struct TextComment {
  /// The line with its terminator.
  let line: Range<Int>
  /// The comment itself.
  let range: Range<Int>
  let text: String

  /// - Parameter end: behind the line's terminator.
  init?(_ source: [UInt8], line: Range<Int>, end: Int) {
    var low = line.lowerBound
    var high = line.upperBound
    while low < high, isWhiteSpace(source[low]) { low += 1 }
    guard low < high, source[low] == 0x3C, source[low..<high].starts(with: "<!--".utf8) else { return nil }
    while high > low, isWhiteSpace(source[high - 1]) { high -= 1 }
    guard high - low >= 7, source[(high - 3)..<high].elementsEqual("-->".utf8),
      let text = CommentPlacement.words(source[(low + 4)..<(high - 3)])
    else { return nil }
    self.line = line.lowerBound..<end
    range = low..<high
    self.text = text
  }
}
