import Writers

/// One clipped source line and the row of underlines beneath it, built scalar by scalar.
struct SnippetRow {
  private(set) var text: [UInt8] = []
  private(set) var underline: [UInt8] = []
  private var column = 0
  /// Blank columns owed to the underline row, written only if an underline follows.
  private var blanks = 0
  private var isColoured = false
  private var nextRange = 0

  private let role: TerminalStyle.Role
  private let rule: String
  private let style: TerminalStyle

  static let tabStop = 4
  /// Columns of “… ” and of “ …”.
  private static let ellipsisWidth = 2

  init(role: TerminalStyle.Role, rule: String, style: TerminalStyle) {
    self.role = role
    self.rule = rule
    self.style = style
  }

  /// Fills the row with as much of a line as `width` columns hold, around the underlined words.
  mutating func fill(_ line: SourceSnippet.Line, _ bytes: [UInt8], width: Int) {
    guard let first = line.underlined.first, let last = line.underlined.last else { return }
    let lineText = line.bytes
    let ranges = line.underlined
    let whole = Self.reach(bytes, from: lineText.lowerBound, limit: lineText.upperBound, columns: width)
    if whole == lineText.upperBound {
      appendText(lineText, ranges, bytes)
      finish()
      return
    }
    let focus = first.lowerBound..<max(first.lowerBound, last.upperBound)
    let room = width - 2 * Self.ellipsisWidth
    if Self.reach(bytes, from: focus.lowerBound, limit: focus.upperBound, columns: room) == focus.upperBound {
      let window = Self.window(around: focus, in: lineText, bytes, room: room)
      if window.lowerBound > lineText.lowerBound { appendEllipsis(spaceAfter: true) }
      appendText(window, ranges, bytes)
      if window.upperBound < lineText.upperBound { appendEllipsis(spaceBefore: true) }
    } else {
      // Longer than the window: its beginning and its end, as whole words where there are spaces.
      let half = (room - 3) / 2
      var head = Self.reach(bytes, from: focus.lowerBound, limit: focus.upperBound, columns: half)
      head = Self.wordEnd(atOrBefore: head, in: focus, bytes)
      var tail = Self.reachBack(bytes, from: focus.upperBound, limit: head, columns: half)
      tail = Self.wordStart(atOrAfter: tail, in: head..<focus.upperBound, bytes)
      if focus.lowerBound > lineText.lowerBound { appendEllipsis(spaceAfter: true) }
      appendText(focus.lowerBound..<head, ranges, bytes)
      appendEllipsis(spaceBefore: true, spaceAfter: true, underlined: true)
      appendText(tail..<focus.upperBound, ranges, bytes)
      if focus.upperBound < lineText.upperBound { appendEllipsis(spaceBefore: true) }
    }
    finish()
  }

  // MARK: Writing

  private mutating func appendText(_ range: Range<Int>, _ ranges: [Range<Int>], _ bytes: [UInt8]) {
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = UTF8Scalars.scalar(in: bytes, at: i)
      while nextRange < ranges.count, ranges[nextRange].upperBound <= i { nextRange += 1 }
      // A tail that follows a clipped middle may lie behind ranges that were never reached.
      let isInside = nextRange < ranges.count && ranges[nextRange].lowerBound <= i
      colour(isInside)
      if scalar.value == 0x09 {
        let spaces = Self.tabStop - column % Self.tabStop
        text.append(contentsOf: repeatElement(0x20, count: spaces))
        advance(spaces, underlined: isInside)
      } else {
        advance(TerminalText.append(scalar, to: &text), underlined: isInside)
      }
      i += length
    }
  }

  private mutating func appendEllipsis(spaceBefore: Bool = false, spaceAfter: Bool = false, underlined: Bool = false) {
    if !underlined { colour(false) }
    let ellipsis = (spaceBefore ? " " : "") + "…" + (spaceAfter ? " " : "")
    text.append(contentsOf: ellipsis.utf8)
    advance(ellipsis.unicodeScalars.count, underlined: underlined)
  }

  private mutating func colour(_ isInside: Bool) {
    if isInside == isColoured { return }
    isColoured = isInside
    if isInside { style.begin(role, &text) } else { style.end(&text) }
  }

  private mutating func advance(_ columns: Int, underlined: Bool) {
    column += columns
    guard underlined else {
      blanks += columns
      return
    }
    if columns == 0 { return }
    underline.append(contentsOf: repeatElement(0x20, count: blanks))
    blanks = 0
    for _ in 0..<columns { underline.append(contentsOf: rule.utf8) }
  }

  private mutating func finish() {
    colour(false)
    while text.last == 0x20 { text.removeLast() }
  }

  // MARK: Measuring

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value == 0x09 { return tabStop }
    if let replacement = VisibleScalar.replacement(for: scalar) { return replacement.unicodeScalars.count }
    return TerminalText.width(scalar)
  }

  /// Combining marks take no columns but time: at most this many scalars are read for a column.
  private static let scalarsPerColumn = 8

  /// The end of what fits into `columns` from an offset, at most `limit`.
  private static func reach(_ bytes: [UInt8], from start: Int, limit: Int, columns: Int) -> Int {
    var i = start
    var used = 0
    var scalars = 0
    while i < limit, scalars < columns * scalarsPerColumn {
      let (scalar, length) = UTF8Scalars.scalar(in: bytes, at: i)
      used += self.columns(of: scalar)
      if used > columns { break }
      i += length
      scalars += 1
    }
    return min(i, limit)
  }

  /// The start of what fits into `columns` before an offset, at least `limit`.
  private static func reachBack(_ bytes: [UInt8], from end: Int, limit: Int, columns: Int) -> Int {
    var i = end
    var used = 0
    var scalars = 0
    while i > limit, scalars < columns * scalarsPerColumn {
      let previous = max(limit, UTF8Scalars.start(before: i, in: bytes))
      used += self.columns(of: UTF8Scalars.scalar(in: bytes, at: previous).scalar)
      if used > columns { break }
      i = previous
      scalars += 1
    }
    return i
  }

  private static func width(_ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var i = range.lowerBound
    var used = 0
    while i < range.upperBound {
      let (scalar, length) = UTF8Scalars.scalar(in: bytes, at: i)
      used += columns(of: scalar)
      i += length
    }
    return used
  }

  /// The part of a line to show around a focus that fits: half of the room before it, the rest behind, and what one side leaves
  /// goes to the other.
  private static func window(
    around focus: Range<Int>, in line: Range<Int>, _ bytes: [UInt8], room: Int
  ) -> Range<Int> {
    let spare = max(0, room - width(focus, bytes))
    var low = reachBack(bytes, from: focus.lowerBound, limit: line.lowerBound, columns: spare / 2)
    let before = width(low..<focus.lowerBound, bytes)
    // A side that reaches the line's edge needs no ellipsis.
    let high = reach(
      bytes, from: focus.upperBound, limit: line.upperBound,
      columns: spare - before + (low == line.lowerBound ? ellipsisWidth : 0))
    if high == line.upperBound {
      let after = width(focus.upperBound..<high, bytes)
      low = reachBack(
        bytes, from: focus.lowerBound, limit: line.lowerBound, columns: max(0, spare - after + ellipsisWidth))
    }
    if low > line.lowerBound { low = wordStart(atOrAfter: low, in: line.lowerBound..<focus.lowerBound, bytes) }
    return low..<(high < line.upperBound ? wordEnd(atOrBefore: high, in: focus.upperBound..<line.upperBound, bytes) : high)
  }

  /// The first start of a word at or after an offset within a range; the offset itself where the range has no space.
  private static func wordStart(atOrAfter offset: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Int {
    if offset <= range.lowerBound || isSpace(bytes[offset - 1]) { return offset }
    var i = offset
    while i < range.upperBound, !isSpace(bytes[i]) { i += 1 }
    while i < range.upperBound, isSpace(bytes[i]) { i += 1 }
    if i < range.upperBound { return i }
    // The words that touch the end of the range stay whole if they are short; text without spaces is cut anywhere.
    return range.upperBound - offset <= 12 ? range.upperBound : offset
  }

  /// The last end of a word at or before an offset within a range; the offset itself where the range has no space.
  private static func wordEnd(atOrBefore offset: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Int {
    if offset >= range.upperBound { return offset }
    var i = offset
    if !isSpace(bytes[offset]) {
      while i > range.lowerBound, !isSpace(bytes[i - 1]) { i -= 1 }
    }
    while i > range.lowerBound, isSpace(bytes[i - 1]) { i -= 1 }
    if i > range.lowerBound { return i }
    return offset - range.lowerBound <= 12 ? range.lowerBound : offset
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
