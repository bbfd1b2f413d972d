/// One line of plain text, with what can be said of it alone.
struct TextLine {
  enum Shape: Equatable {
    case blank
    /// A row of `=`, or of `-`, `*`, `_`: a heading's underline or a divider.
    case rule(UInt8)
    /// Starts with `>`.
    case quoted
    case bullet(UInt32)
    case numbered(value: Int, style: UInt8)
    case plain
  }

  /// The line without white space at its ends.
  var content: Range<Int>
  /// The words behind a list or quotation marker; else as `content`.
  var words: Range<Int>
  /// Columns of white space before `content`.
  var indent: Int
  /// Scalars in `content`.
  var width: Int
  var shape: Shape

  init(_ source: [UInt8], _ range: Range<Int>) {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isWhiteSpace(source[low]) { low += 1 }
    while high > low, isWhiteSpace(source[high - 1]) { high -= 1 }
    indent = low - range.lowerBound
    content = low..<high
    words = content
    width = 0
    for i in content where source[i] & 0xC0 != 0x80 { width += 1 }
    shape = .plain
    if !source[content].containsVisibleText {
      shape = .blank
    } else if let rule = Self.rule(source, content) {
      shape = .rule(rule)
    } else if source[low] == 0x3E {
      var i = low
      while i < high, source[i] == 0x3E || isWhiteSpace(source[i]) { i += 1 }
      (shape, words) = (i == high ? .blank : .quoted, i..<high)
    } else if let bullet = Self.bullet(source, content) {
      (shape, words) = (.bullet(bullet.character), bullet.words)
    } else if let number = Self.number(source, content) {
      (shape, words) = (.numbered(value: number.value, style: number.style), number.words)
    }
  }

  private static func rule(_ source: [UInt8], _ content: Range<Int>) -> UInt8? {
    guard content.count >= 3, let first = content.first.map({ source[$0] }), "=-*_~".utf8.contains(first) else { return nil }
    return source[content].allSatisfy { $0 == first || $0 == 0x20 } ? first : nil
  }

  /// The signs that copy uses for list points.
  private static let bullets: Set<UInt32> = [
    0x2A, 0x2B, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2192, 0x21D2, 0x21E8, 0x2219, 0x2605, 0x2606,
    0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25CB, 0x25CF, 0x25E6, 0x2610, 0x2611, 0x2705,
    0x2713, 0x2714, 0x2726, 0x2756, 0x2794, 0x279C, 0x279D, 0x279E, 0x27A2, 0x27A4, 0x1F449,
  ]

  private static func bullet(_ source: [UInt8], _ content: Range<Int>) -> (character: UInt32, words: Range<Int>)? {
    var decoder = UTF8()
    var iterator = source[content].prefix(8).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator), bullets.contains(scalar.value) else { return nil }
    var i = content.lowerBound + UTF8.width(scalar)
    // A variation selector may follow an emoji.
    if i + 3 < content.upperBound, source[i..<(i + 3)].elementsEqual([0xEF, 0xB8, 0x8F]) { i += 3 }
    let hasNoSpace = i < content.upperBound && !isWhiteSpace(source[i]) && source[i] != 0xC2
    // Signs that are no punctuation may touch the word: `•Fast`.
    if hasNoSpace, scalar.value < 0x2022 || scalar.value == 0x2605 || scalar.value == 0x2606 { return nil }
    while i < content.upperBound, isWhiteSpace(source[i]) || source[i] == 0xC2 && i + 1 < content.upperBound && source[i + 1] == 0xA0 {
      i += source[i] == 0xC2 ? 2 : 1
    }
    return i < content.upperBound ? (scalar.value, i..<content.upperBound) : nil
  }

  /// `1.`, `1)`, `(1)`, `a)`, `(a)`; the style tells them apart.
  private static func number(_ source: [UInt8], _ content: Range<Int>) -> (value: Int, style: UInt8, words: Range<Int>)? {
    var i = content.lowerBound
    let end = content.upperBound
    let isOpen = source[i] == 0x28
    if isOpen { i += 1 }
    let start = i
    var value = 0
    while i < end, i - start < 3, isASCIIDigit(source[i]) {
      value = value * 10 + Int(source[i] - 0x30)
      i += 1
    }
    var style: UInt8 = 1
    if i == start, i < end, isASCIILetter(source[i]) {
      value = Int((source[i] | 0x20) - 0x60)
      style = source[i] & 0x20 == 0 ? 2 : 3
      i += 1
    }
    guard i > start, i + 1 < end, source[i] == 0x29 || source[i] == 0x2E && !isOpen else { return nil }
    // `A. Smith` is a name.
    if style == 2, source[i] == 0x2E { return nil }
    style = style * 4 + (isOpen ? 2 : source[i] == 0x29 ? 1 : 0)
    i += 1
    guard isWhiteSpace(source[i]) else { return nil }
    while i < end, isWhiteSpace(source[i]) { i += 1 }
    return (value, style, i..<end)
  }
}
