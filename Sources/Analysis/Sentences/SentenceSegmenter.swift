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
    var label = ItemLabel(text, at: text.skipSpace(start))
    while i < text.end {
      let b = bytes[i]
      // "1) Wash 2) Rinse": the next number of a list that is written in one line.
      if b == 0x20, let expected = label, let next = expected.successor(text, behind: i), text.hasWordCharacter(start, i) {
        emit(start, i)
        start = i + 1
        i = next.end
        label = next
        continue
      }
      if b == 0x0A {
        let next = text.skipBlank(i + 1)
        if next < text.end, bytes[next] == 0x0A || bytes[next] == 0x0D {
          emit(start, i)
          start = next + 1
          i = start
          label = ItemLabel(text, at: text.skipSpace(start))
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
      if b == 0x2E { runEnd = Self.spacedEllipsisEnd(text, i) ?? runEnd }
      if let end = boundary(text, sentenceStart: text.skipSpace(start), stop: i, runEnd: runEnd) {
        emit(start, end)
        start = end
        i = max(end, runEnd)
        label = ItemLabel(text, at: text.skipSpace(start))
      } else {
        i = runEnd
      }
    }
    emit(start, text.end)
    if let last = pending { body(last) }
  }

  /// The end of ". . ." and ". . . ." from its first stop; nil where at most two stand.
  private static func spacedEllipsisEnd(_ text: TextScanner, _ i: Int) -> Int? {
    var k = i + 1
    var count = 1
    while k + 1 < text.end, text.bytes[k] == 0x20 || text.bytes[k] == 0x2E, count < 8 {
      let next = text.bytes[k] == 0x20 ? k + 1 : k
      guard text.bytes[next] == 0x2E else { break }
      count += 1
      k = next + 1
    }
    return count >= 3 ? k : nil
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
    guard spaced > end || text.isDashOrArrow(end) else { return lacksSpace(text, stop: stop, runEnd: runEnd) ? runEnd : nil }
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
    case .lowercase:
      // Copy that is written small throughout: "it works. it really does."
      guard runEnd == stop + 1, bytes[stop] == 0x2E, text.nextWord(sentenceStart).kind == .lowercase else { return nil }
      let word = text.wordBefore(stop)
      return word.count >= 4 && word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } && abbreviations.kind(of: word) == nil ? end : nil
    case .continuation: return nil
    case .uppercase, .digit, .other: break
    }
    let isSingleStop = runEnd == stop + 1 && bytes[stop] == 0x2E
    guard isSingleStop else {
      let isEllipsis = first == 0x2026 || bytes[stop] == 0x2E
      return isEllipsis && next.kind != .uppercase ? nil : end
    }
    // "1.) Wash your face"
    if closed, bytes[runEnd] == 0x29, end == runEnd + 1, ItemLabel(text, at: text.skipOpeners(sentenceStart))?.end == end { return nil }
    if closed, bytes[runEnd] != 0x2A, text.isCloserQuoteOrBracket(runEnd) {
      // The abbreviation, if any, is inside the bracket: "(Acme Inc.) The".
      let word = text.wordBefore(stop)
      return abbreviations.kind(of: word) == .beforeName ? nil : end
    }
    return endsAfterFullStop(text, sentenceStart: sentenceStart, stop: stop, opening: opening, next: next) ? end : nil
  }

  /// Whether a stop before a capital without space between ends a sentence ("daily.Order now") and is not that of a name such as "Lens.io".
  private func lacksSpace(_ text: TextScanner, stop: Int, runEnd: Int) -> Bool {
    guard runEnd == stop + 1, runEnd + 1 < text.end else { return false }
    let next = text.nextWord(runEnd)
    guard next.kind == .uppercase, next.bytes.count >= 2, next.bytes[0] >= 0x41, next.bytes[0] <= 0x5A, next.bytes[1] >= 0x61, next.bytes[1] <= 0x7A
    else { return false }
    let word = text.wordBefore(stop)
    guard let first = word.first, word.count >= 3 || (first >= 0x30 && first <= 0x39), !word.contains(0x2E) else { return false }
    let isKnown = abbreviations.isStarter(next.bytes) || abbreviations.kind(of: next.bytes) == .beforeName
    let isSmall = word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    guard isKnown || isSmall && next.bytes.count >= 3 else { return false }
    return abbreviations.kind(of: word) == nil && !text.isInAddress(stop)
  }

  private func endsAfterFullStop(
    _ text: TextScanner, sentenceStart: Int, stop: Int, opening: Int, next: TextScanner.NextWord
  ) -> Bool {
    let word = text.wordBefore(stop, downTo: sentenceStart)
    if word.isEmpty {
      // "N°. 5"
      return !(stop > text.start && [0xB0, 0xBA].contains(text.scalar(text.previous(stop))) && next.kind == .digit)
    }
    let wordStart = stop - word.count
    // "20 °C. Store": a unit, not an initial.
    if word.count == 1, wordStart > text.start, text.scalar(text.previous(wordStart)) == 0xB0 { return next.kind == .uppercase || next.kind == .other }
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
    case .journal:
      return next.kind != .digit && (isStarter || next.kind == .other)
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
