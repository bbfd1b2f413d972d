/// Whether, and at which width, the lines of a text were broken to fit a column.
///
/// The evidence is a line that ends within a sentence and is followed by one that
/// starts in lower case; where a quarter of all neighbours show it, the longest
/// such line tells the width, and a line continues where the next line's first
/// word would not have fitted (as a greedy line breaker works).
struct LineWrap {
  static let widths = 50...110
  private static let minimumShare = 0.25
  /// Columns that a wrapped line may fall short of the width, as people and some programs break earlier.
  private static let slack = 4

  private let source: [UInt8]
  /// Columns; nil where lines are paragraphs.
  private(set) var width: Int?

  init(_ source: [UInt8], _ lines: [TextLine]) {
    self.source = source
    var neighbours = 0
    var evidence = 0
    var tooLong = 0
    var longest = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.shape != .blank && next.shape == .plain {
      neighbours += 1
      if line.width > Self.widths.upperBound, source[line.content].contains(0x20) { tooLong += 1 }
      guard Self.widths.contains(line.width), breaksSentence(line), startsLow(next) else { continue }
      evidence += 1
      longest = max(longest, line.width)
    }
    if evidence > 0, Double(evidence) >= Self.minimumShare * Double(neighbours), tooLong * 20 <= neighbours { width = longest }
  }

  private func breaksSentence(_ line: TextLine) -> Bool {
    switch LineEnding.last(source, line.content) {
    case .sentenceEnd, .colon: false
    default: true
    }
  }

  private func startsLow(_ line: TextLine) -> Bool { LineEnding.first(source, line.words) == .lowerCase }

  /// Whether a line's words go on in the next, plain line.
  ///
  /// - Parameter isContinued: whether the line itself continues another.
  func joins(_ line: TextLine, _ next: TextLine, isContinued: Bool) -> Bool {
    let last = LineEnding.last(source, line.words)
    if startsLow(next) {
      if last == .dash || last == .comma { return true }
      // Lines in lower case one below the other are points of a list, not a sentence.
      let isPoint = !isContinued && line.width < Self.widths.lowerBound && line.shape == .plain
        && LineEnding.first(source, line.words) == .lowerCase
      if last != .sentenceEnd, last != .colon, !isPoint { return true }
    }
    guard let width, line.width <= width + 2 else { return false }
    return line.width + 1 + LineEnding.firstWordWidth(source, next.content) + Self.slack > width
  }
}
