import ContentModel

/// Looks around in the bytes of one leaf; every look is bounded.
struct TextScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  struct NextWord {
    enum Kind { case uppercase, lowercase, digit, continuation, other }
    var kind: Kind
    /// The word's ASCII letters.
    var bytes: [UInt8] = []
  }

  private static let reach = 64

  /// The scalar at an offset; U+FFFD where none starts.
  func scalar(_ i: Int) -> UInt32 {
    guard i < end else { return 0xFFFD }
    let b = UInt32(bytes[i])
    if b < 0x80 { return b }
    let count = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1
    guard count > 1, i + count <= end else { return 0xFFFD }
    var s = b & (0xFF >> UInt32(count + 1))
    for k in 1..<count { s = s << 6 | UInt32(bytes[i + k] & 0x3F) }
    return s
  }

  func length(_ i: Int) -> Int {
    let b = bytes[i]
    return min(end - i, b < 0xC0 ? 1 : b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2)
  }

  /// Where the character before an offset starts.
  func previous(_ i: Int) -> Int {
    var k = i - 1
    while k > start, bytes[k] & 0xC0 == 0x80, i - k < 4 { k -= 1 }
    return k
  }

  static func isSpace(_ s: UInt32) -> Bool {
    s <= 0x20 || s == 0xA0 || s == 0x3000 || (s >= 0x2000 && s <= 0x200B) || s == 0x202F || s == 0x2028 || s == 0x2029 || s == 0x205F
  }

  func skipSpace(_ from: Int) -> Int {
    var i = from
    while i < end, Self.isSpace(scalar(i)) { i += length(i) }
    return i
  }

  /// Skips blanks but no line feed.
  func skipBlank(_ from: Int) -> Int {
    var i = from
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    return i
  }

  func trimSpace(_ from: Int, downTo low: Int) -> Int {
    var i = from
    while i > low {
      let k = previous(i)
      guard Self.isSpace(scalar(k)) else { break }
      i = k
    }
    return max(i, low)
  }

  func hasWordCharacter(_ low: Int, _ high: Int) -> Bool {
    for i in low..<high {
      let b = bytes[i]
      if (b >= 0x30 && b <= 0x39) || (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) || (b >= 0xC3 && b <= 0xDF) || b >= 0xE3 {
        return true
      }
    }
    return false
  }

  static func isSuperscript(_ s: UInt32) -> Bool {
    [0xB2, 0xB3, 0xB9].contains(s) || (s >= 0x2070 && s <= 0x207E)
  }

  func isCloserQuoteOrBracket(_ i: Int) -> Bool {
    [0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A].contains(scalar(i))
  }

  /// Skips what closes with the sentence: quotes, brackets, and footnote marks that touch the stop (¹, *, †, [3]).
  func skipClosers(_ from: Int) -> Int {
    var i = from
    while i < end, i - from < Self.reach {
      let s = scalar(i)
      if isCloserQuoteOrBracket(i) || Self.isSuperscript(s) || [0x2A, 0x2020, 0x2021, 0xA7].contains(s) {
        i += length(i)
      } else if s == 0x5B, i + 1 < end, bytes[i + 1] >= 0x30, bytes[i + 1] <= 0x39 {
        var k = i + 1
        while k < end, k - i < 24, bytes[k] != 0x5D { k += 1 }
        guard k < end, bytes[k] == 0x5D else { return i }
        i = k + 1
      } else {
        break
      }
    }
    return i
  }

  func skipOpeners(_ from: Int) -> Int {
    var i = from
    while i < end, [0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0x201E, 0xAB, 0xBF, 0xA1, 0x2039, 0x2A, 0x5F].contains(scalar(i)) {
      i += length(i)
    }
    return i
  }

  func isDashOrArrow(_ i: Int) -> Bool { [0x2192, 0x27A1, 0x2022].contains(scalar(i)) }

  static func isUppercase(_ s: UInt32) -> Bool {
    if s < 0x80 { return s >= 0x41 && s <= 0x5A }
    return Unicode.Scalar(s).map { $0.properties.isUppercase } ?? false
  }

  static func isLowercase(_ s: UInt32) -> Bool {
    if s < 0x80 { return s >= 0x61 && s <= 0x7A }
    return Unicode.Scalar(s).map { $0.properties.isLowercase } ?? false
  }

  /// What follows a stop.
  func nextWord(_ i: Int) -> NextWord {
    let s = scalar(i)
    if s >= 0x30, s <= 0x39 { return NextWord(kind: .digit) }
    if Self.isUppercase(s) || Self.isLowercase(s) {
      var word: [UInt8] = []
      var k = i
      var hasUppercase = false
      while k < end, k - i < Self.reach {
        let c = scalar(k)
        guard Self.isUppercase(c) || Self.isLowercase(c) else { break }
        if Self.isUppercase(c) { hasUppercase = true }
        word.append(contentsOf: bytes[k..<k + length(k)])
        k += length(k)
      }
      return NextWord(kind: hasUppercase ? .uppercase : .lowercase, bytes: word)
    }
    switch s {
    case 0x2C, 0x3B, 0x3A, 0x2D, 0x2010...0x2015, 0x29, 0x5D, 0x2F, 0x3D, 0x26: return NextWord(kind: .continuation)
    default: return NextWord(kind: .other)
    }
  }

  /// The word that ends at an offset: ASCII letters, digits, and inner stops and apostrophes; at most 40 bytes.
  func wordBefore(_ i: Int, downTo low: Int? = nil) -> [UInt8] {
    var k = i
    while k > max(start, low ?? start), i - k < 40 {
      let b = bytes[k - 1]
      let isWord = (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) || (b >= 0x30 && b <= 0x39) || b >= 0x80
      guard isWord || (b == 0x2E && k < i) else { break }
      if b >= 0x80 {
        // Letters beyond ASCII belong to the word; quotes, dashes and spaces do not.
        let p = previous(k)
        guard Self.isUppercase(scalar(p)) || Self.isLowercase(scalar(p)) else { break }
        k = p
      } else {
        k -= 1
      }
    }
    while k < i, bytes[k] == 0x2E { k += 1 }
    return Array(bytes[k..<i])
  }

  /// Whether the run of visible characters around an offset has a sign of an address or path: "@", "/", "_", "www.".
  func isInAddress(_ i: Int) -> Bool {
    var low = i
    while low > start, i - low < Self.reach, bytes[low - 1] > 0x20 { low -= 1 }
    var high = i
    while high < end, high - i < Self.reach, bytes[high] > 0x20 { high += 1 }
    if startsWith(Span(low, high), anyOf: ["www."]) { return true }
    return (low..<high).contains { bytes[$0] == 0x40 || bytes[$0] == 0x2F || bytes[$0] == 0x5F || bytes[$0] == 0x5C }
  }

  /// Whether "1." or "12." stands at an offset.
  func startsWithLabel(_ i: Int) -> Bool {
    var k = i
    while k < end, k - i < 3, bytes[k] >= 0x30, bytes[k] <= 0x39 { k += 1 }
    return k > i && k < end && bytes[k] == 0x2E
  }

  func precedingWordIsEt(_ i: Int) -> Bool {
    let gap = trimSpace(i, downTo: start)
    return wordBefore(gap).map { $0 | 0x20 } == [0x65, 0x74]
  }

  /// Whether digits at `i` read as the year or volume of a journal: "2020;", "2019 Mar", "38(4):", "15:2201".
  func looksLikeVolumeOrYear(_ i: Int) -> Bool {
    var k = i
    while k < end, k - i < 8, bytes[k] >= 0x30, bytes[k] <= 0x39 { k += 1 }
    guard k < end else { return false }
    switch bytes[k] {
    case 0x3B: return true
    case 0x3A: return k + 1 < end && bytes[k + 1] >= 0x30 && bytes[k + 1] <= 0x39 && !(k - i <= 2 && k + 3 < end && isClock(k))
    case 0x28: return k - i <= 4
    case 0x20 where k - i == 4:
      let month = nextWord(k + 1)
      return month.bytes.count == 3
        && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].contains(
          String(decoding: month.bytes.map { $0 | 0x20 }, as: UTF8.self))
    default: return false
    }
  }

  /// Whether the colon at `k` stands in a time of day: two digits follow and no third.
  private func isClock(_ k: Int) -> Bool {
    func digit(_ j: Int) -> Bool { j < end && bytes[j] >= 0x30 && bytes[j] <= 0x39 }
    return digit(k + 1) && digit(k + 2) && !digit(k + 3)
  }

  /// Whether what stands between two offsets has a few words, as a sentence has.
  func isSentenceLike(_ low: Int, _ high: Int) -> Bool {
    guard high > low else { return false }
    var words = 0
    for i in low..<min(high, low + 200) where bytes[i] == 0x20 { words += 1 }
    return words >= 3
  }

  /// Whether a span begins, in any case, with one of some ASCII words.
  func startsWith(_ span: Span, anyOf words: [StaticString]) -> Bool {
    words.contains { word in
      word.withUTF8Buffer { w in
        span.count >= w.count && (0..<w.count).allSatisfy { Self.lower(bytes[span.start + $0]) == w[$0] }
      }
    }
  }

  func contains(_ span: Span, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { w in
      guard span.count >= w.count else { return false }
      return (span.start...span.end - w.count).contains { i in (0..<w.count).allSatisfy { bytes[i + $0] == w[$0] } }
    }
  }

  static func lower(_ b: UInt8) -> UInt8 { b >= 0x41 && b <= 0x5A ? b | 0x20 : b }
}
