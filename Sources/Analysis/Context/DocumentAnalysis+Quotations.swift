import ContentModel

extension DocumentAnalysis {
  /// Finds paired quotation marks leaf by leaf: straight, curly, German and French ones; single ones where they cannot be apostrophes. Of nested pairs the outer counts.
  func findQuotations() -> [Span] {
    var found: [Span] = []
    document.utf8.withUnsafeBufferPointer { bytes in
      for leaf in leaves { Self.findQuotations(bytes, blocks[leaf].span, &found) }
    }
    return found
  }

  /// A single-quoted stretch longer than this is taken for two apostrophes.
  private static let longestSingle = 240

  private static func findQuotations(_ bytes: UnsafeBufferPointer<UInt8>, _ leaf: Span, _ found: inout [Span]) {
    let text = TextScanner(bytes: bytes, start: leaf.start, end: min(leaf.end, bytes.count))
    var open: (mark: UInt32, end: Int)?
    var i = leaf.start
    func isWord(_ k: Int) -> Bool {
      guard k >= text.start, k < text.end else { return false }
      let s = text.scalar(k)
      return TextScanner.isLowercase(s) || TextScanner.isUppercase(s) || (s >= 0x30 && s <= 0x39)
    }
    func before(_ k: Int) -> Bool { k > text.start && isWord(text.previous(k)) }
    /// Whether the character before is neither a word's nor a sign that closes.
    func opensHere(_ k: Int) -> Bool {
      guard k > text.start else { return true }
      let s = text.scalar(text.previous(k))
      return TextScanner.isSpace(s) || [0x28, 0x5B, 0x2D, 0x2013, 0x2014, 0x22, 0x201C, 0x2F, 0x3A].contains(s)
    }
    while i < text.end {
      let b = bytes[i]
      if b != 0x22, b != 0x27, b != 0xC2, b != 0xE2 {
        i += 1
        continue
      }
      let length = text.length(i)
      let s = text.scalar(i)
      let next = i + length
      if let (mark, start) = open {
        let closes: Bool
        switch mark {
        case 0x22: closes = s == 0x22
        case 0x201C: closes = s == 0x201D
        case 0x201E: closes = s == 0x201C || s == 0x201D
        case 0xAB: closes = s == 0xBB
        case 0xBB: closes = s == 0xAB
        case 0x27, 0x2018: closes = (s == 0x27 && mark == 0x27 || s == 0x2019) && !isWord(next) && i > start
        default: closes = false
        }
        if closes {
          if start < i { found.append(Span(start, i)) }
          open = nil
        } else if mark == 0x27 || mark == 0x2018, i - start > longestSingle || s == 0x22 || s == 0x201C {
          // No pair after all: an apostrophe. What stands here is looked at afresh.
          open = nil
          continue
        }
      } else {
        switch s {
        case 0x22 where opensHere(i) || !before(i) && next < text.end && isWord(next): open = (s, next)
        case 0x201C, 0x201E, 0xAB: open = (s, next)
        case 0x27 where opensHere(i) && isWord(next): open = (s, next)
        case 0x2018 where !before(i) && isWord(next): open = (s, next)
        default: break
        }
      }
      i = next
    }
    // A paragraph of a longer quotation opens with a mark and does not close.
    if let (mark, start) = open, mark == 0x201C, text.skipSpace(leaf.start) == start - 3 { found.append(Span(start, text.end)) }
  }
}
