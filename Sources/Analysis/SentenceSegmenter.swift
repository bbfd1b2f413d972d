import ContentModel

/// Finds where sentences end.
///
/// The ground is that of Unicode's UAX #29 (a stop ends a sentence unless a lower-case
/// letter, a digit without space or a comma follows), with what running copy needs
/// beside it: abbreviations, initials, numbering, citations behind the stop, footnote
/// marks, quotations. Linear: each stop looks at most ``reach`` bytes around itself.
struct SentenceSegmenter {
  let abbreviations: Abbreviations

  private static let reach = 200

  /// Gives the span of each sentence of a leaf, without white space at either end.
  func forEachSentence(in bytes: UnsafeBufferPointer<UInt8>, _ leaf: Span, _ body: (Span) -> Void) {
    let text = TextScanner(bytes: bytes, start: leaf.start, end: min(leaf.end, bytes.count))
    var pending: Span?
    func emit(_ start: Int, _ end: Int) {
      let low = text.skipSpace(start)
      let high = text.trimSpace(end, downTo: low)
      guard low < high else { return }
      if let last = pending, !text.hasWordCharacter(low, high) {
        pending = Span(last.start, high)  // a lone dash or mark belongs to what stands before
      } else {
        if let last = pending { body(last) }
        pending = Span(low, high)
      }
    }
    var start = leaf.start
    var i = leaf.start
    while i < text.end {
      let b = bytes[i]
      if b == 0x0A {
        let next = text.skipBlank(i + 1)
        if next < text.end, bytes[next] == 0x0A || bytes[next] == 0x0D {
          emit(start, i)
          start = next + 1
          i = start
          continue
        }
      }
      let length = Self.stopLength(text, i)
      if length == 0 {
        i += 1
        continue
      }
      var runEnd = i + length
      while case let more = Self.stopLength(text, runEnd), more > 0 { runEnd += more }
      if let end = boundary(text, sentenceStart: text.skipSpace(start), stop: i, runEnd: runEnd) {
        emit(start, end)
        start = end
        i = max(end, runEnd)
      } else {
        i = runEnd
      }
    }
    emit(start, text.end)
    if let last = pending { body(last) }
  }

  /// Length of the sentence stop at an offset: `.`, `!`, `?`, `…`, `‼`, `⁇`, `。`, `！`, `？`; else 0.
  private static func stopLength(_ text: TextScanner, _ i: Int) -> Int {
    guard i < text.end else { return 0 }
    switch text.bytes[i] {
    case 0x2E, 0x21, 0x3F: return 1
    case 0xE2, 0xE3, 0xEF:
      let scalar = text.scalar(i)
      return [0x2026, 0x203C, 0x2047, 0x2048, 0x2049, 0x3002, 0xFF01, 0xFF1F].contains(scalar) ? 3 : 0
    default: return 0
    }
  }

  /// Where the sentence ends that the stop at `stop` closes, or nil where it closes none.
  private func boundary(_ text: TextScanner, sentenceStart: Int, stop: Int, runEnd: Int) -> Int? {
    let bytes = text.bytes
    var end = text.skipClosers(runEnd)
    let closed = end > runEnd
    if end >= text.end { return end }
    let first = text.scalar(stop)
    if [0x3002, 0xFF01, 0xFF1F].contains(first) { return end }
    let spaced = text.skipSpace(end)
    // A stop inside a word, a number, an address or before a comma ends nothing.
    guard spaced > end || text.isDashOrArrow(end) else { return nil }
    if spaced >= text.end { return end }
    // "improved. (Smith 2020) Next": the citation belongs to the sentence before it.
    if let citationEnd = citationBracket(text, spaced) {
      end = text.skipClosers(citationEnd)
      if end < text.end, bytes[end] == 0x2E { return end + 1 }
      // "Smith et al. (2022) showed", "Smith Z et al. (2022), BMC": the bracket belongs to a sentence that goes on.
      let behind = text.skipSpace(end)
      guard behind < text.end else { return end }
      switch text.nextWord(text.skipOpeners(behind)).kind {
      case .lowercase, .continuation: return nil
      case .uppercase, .digit, .other: return end
      }
    }
    let opening = text.skipOpeners(spaced)
    guard opening < text.end else { return end }
    let next = text.nextWord(opening)
    switch next.kind {
    case .lowercase, .continuation: return nil
    case .uppercase, .digit, .other: break
    }
    let isSingleStop = runEnd == stop + 1 && bytes[stop] == 0x2E
    guard isSingleStop else {
      let isEllipsis = first == 0x2026 || bytes[stop] == 0x2E
      return isEllipsis && next.kind != .uppercase ? nil : end
    }
    if closed, bytes[runEnd] != 0x2A, text.isCloserQuoteOrBracket(runEnd) {
      // The abbreviation, if any, is inside the bracket: "(Acme Inc.) The".
      let word = text.wordBefore(stop)
      return abbreviations.kind(of: word) == .beforeName ? nil : end
    }
    return endsAfterFullStop(text, sentenceStart: sentenceStart, stop: stop, opening: opening, next: next) ? end : nil
  }

  private func endsAfterFullStop(
    _ text: TextScanner, sentenceStart: Int, stop: Int, opening: Int, next: TextScanner.NextWord
  ) -> Bool {
    let word = text.wordBefore(stop)
    if word.isEmpty {
      // "N°. 5"
      return !(stop > text.start && [0xB0, 0xBA].contains(text.scalar(text.previous(stop))) && next.kind == .digit)
    }
    let wordStart = stop - word.count
    // "1. Open the box": numbering, not a sentence; also "a." and "IV.".
    if wordStart <= text.skipOpeners(sentenceStart), word.count <= 3,
      word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) || word.count == 1 || word.allSatisfy({ [0x49, 0x56, 0x58].contains($0) })
    {
      return false
    }
    // "1. First item 2. Second item"
    if word.count <= 2, word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), text.startsWithLabel(sentenceStart) { return false }
    // "J Clin Oncol. 2020;38:1–9": the journal's stop inside an entry.
    if next.kind == .digit, text.looksLikeVolumeOrYear(opening) { return false }
    if word.count == 1, let letter = word.first, letter >= 0x41, letter <= 0x5A {
      return endsAfterInitial(text, sentenceStart: sentenceStart, wordStart: wordStart, letter: letter, next: next)
    }
    let isStarter = next.kind == .uppercase && abbreviations.isStarter(next.bytes)
    switch abbreviations.kind(of: word) {
    case .beforeName:
      return false
    case .beforeNumber:
      if next.kind == .digit { return false }
      // "No." and "Sun." are words as well; most of the others are not.
      return next.kind != .uppercase || isStarter || word.count <= 3 || text.isSentenceLike(sentenceStart, wordStart)
    case .mayEnd:
      if next.kind == .digit { return !(word.count == 2 && text.precedingWordIsEt(wordStart)) }
      return isStarter || next.kind == .other
    case .oftenEnds, nil:
      return true
    }
  }

  /// "J. K. Smith" and "John F. Kennedy" go on; "vitamin C. It" ends.
  private func endsAfterInitial(
    _ text: TextScanner, sentenceStart: Int, wordStart: Int, letter: UInt8, next: TextScanner.NextWord
  ) -> Bool {
    let before = text.wordBefore(text.trimSpace(wordStart, downTo: text.start))
    let gap = text.trimSpace(wordStart, downTo: text.start)
    let afterStop = gap > text.start && text.bytes[gap - 1] == 0x2E
    if letter == 0x49, !afterStop, next.kind == .uppercase, abbreviations.isStarter(next.bytes) { return true }
    guard let first = before.first, !afterStop else { return false }
    // A capital at the start of a sentence is no sign of a name.
    let isName = first >= 0x41 && first <= 0x5A && gap - before.count > text.skipOpeners(sentenceStart)
    if next.kind == .digit || next.kind == .other { return !isName }
    return !isName && abbreviations.isStarter(next.bytes)
  }

  /// The end of a bracket at `i` that holds only a citation: "(Smith 2020)", "[3, 4]", "(Source: …)"; nil where there is none.
  private func citationBracket(_ text: TextScanner, _ i: Int) -> Int? {
    guard i < text.end, text.bytes[i] == 0x28 || text.bytes[i] == 0x5B else { return nil }
    let close: UInt8 = text.bytes[i] == 0x28 ? 0x29 : 0x5D
    let limit = min(text.end, i + Self.reach)
    var k = i + 1
    var hasYear = false
    var digits = 0
    var onlyNumbers = true
    while k < limit, text.bytes[k] != close {
      let b = text.bytes[k]
      if b == 0x0A || b == 0x28 && close == 0x29 && hasYear { return nil }
      if b >= 0x30, b <= 0x39 {
        digits += 1
      } else {
        if digits == 4, text.bytes[k - 4] == 0x31 || text.bytes[k - 4] == 0x32 { hasYear = true }
        digits = 0
        if ![0x20, 0x2C, 0x2D, 0x3B].contains(b), b < 0x80 { onlyNumbers = false }
      }
      k += 1
    }
    guard k < limit, k > i + 1 else { return nil }
    if digits == 4, text.bytes[k - 4] == 0x31 || text.bytes[k - 4] == 0x32 { hasYear = true }
    if onlyNumbers { return close == 0x5D || !hasYear && k - i < 8 ? k + 1 : (hasYear ? k + 1 : nil) }
    let inner = Span(i + 1, k)
    if text.startsWith(inner, anyOf: ["source", "see ", "ref", "data on file", "cf.", "quelle"]) { return k + 1 }
    let isName = text.nextWord(i + 1).kind == .uppercase
    guard isName, hasYear || text.contains(inner, "et al") else { return nil }
    // A sentence in brackets has a stop before a space that is no abbreviation's.
    return text.contains(inner, ". The ") || text.contains(inner, ". We ") ? nil : k + 1
  }
}
