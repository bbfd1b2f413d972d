import ContentModel

/// A stretch of text as tokens. Words keep inner apostrophes and hyphens: `O’Neill` and `Ortega-Ruiz` are one each.
struct TokenLine {
  let bytes: [UInt8]
  let span: Span
  private(set) var tokens: [Token] = []

  /// Linear in the span's length.
  init(_ bytes: [UInt8], _ span: Span, joinsThousands: Bool = false, splitsHyphens: Bool = false) {
    self.bytes = bytes
    self.span = span
    tokens.reserveCapacity(span.count / 5)
    bytes.withUnsafeBufferPointer { scan($0, joinsThousands, splitsHyphens) }
  }

  var count: Int { tokens.count }

  /// The token at an index; nil outside.
  subscript(index: Int) -> Token? { index >= 0 && index < tokens.count ? tokens[index] : nil }

  func text(_ span: Span) -> String { String(decoding: bytes[span.utf8Offsets], as: UTF8.self) }

  /// The span from one token to before another.
  func span(_ range: Range<Int>) -> Span? {
    guard !range.isEmpty, let first = self[range.lowerBound], let last = self[range.upperBound - 1] else { return nil }
    return Span(first.start, last.end)
  }

  func isPunctuation(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard let token = self[index] else { return false }
    return token.kind == .punctuation && token.scalar == scalar.value
  }

  func isDash(_ index: Int) -> Bool {
    guard let token = self[index], token.kind == .punctuation else { return false }
    return token.scalar == 0x2D || (0x2010...0x2015).contains(token.scalar) || token.scalar == 0x2212
  }

  func isQuote(_ index: Int) -> Bool {
    guard let token = self[index], token.kind == .punctuation else { return false }
    switch token.scalar {
    case 0x22, 0x27, 0x201C, 0x201D, 0x201E, 0x2018, 0x2019, 0x201A, 0xAB, 0xBB: return true
    default: return false
    }
  }

  /// Whether the token is this lower-case ASCII word in any case.
  func isWord(_ index: Int, _ word: String) -> Bool {
    guard let token = self[index], token.kind == .word, token.end - token.start == word.utf8.count else { return false }
    var i = token.start
    for byte in word.utf8 {
      let own = bytes[i]
      if (own >= 0x41 && own <= 0x5A ? own | 0x20 : own) != byte { return false }
      i += 1
    }
    return true
  }

  func isWord(_ index: Int, in words: Set<String>) -> Bool {
    guard let token = self[index], token.kind == .word else { return false }
    return words.contains(folded(token))
  }

  /// The token's word in lower case without accents.
  func folded(_ token: Token) -> String { Folding.fold(bytes, token.span) }

  /// The first token that starts at or behind an offset.
  func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func scan(_ b: UnsafeBufferPointer<UInt8>, _ joinsThousands: Bool, _ splitsHyphens: Bool) {
    var i = max(0, span.start)
    let end = min(span.end, b.count)
    var space = true
    var lineBreak = true
    while i < end {
      let byte = b[i]
      if byte <= 0x20 {
        space = true
        if byte == 0x0A || byte == 0x0D { lineBreak = true }
        i += 1
        continue
      }
      let (scalar, width) = Folding.decode(b, i, end)
      if Folding.isSpace(scalar) {
        space = true
        i += width
        continue
      }
      var token = Token(
        kind: .punctuation, start: i, end: i + width, scalar: scalar, spaceBefore: space, lineBreakBefore: lineBreak)
      space = false
      lineBreak = false
      if byte >= 0x30 && byte <= 0x39 {
        token.kind = .number
        var value = 0
        while i < end {
          if b[i] >= 0x30 && b[i] <= 0x39 {
            token.length += 1
            if token.length <= 9 { value = value * 10 + Int(b[i] & 0x0F) }
            i += 1
          } else if joinsThousands, b[i] == 0x2C, token.length <= 12, Self.hasThousands(b, i, end) {
            i += 1
          } else {
            break
          }
        }
        token.value = token.length <= 9 ? value : -1
      } else if Folding.superscriptDigit(scalar) != nil {
        token.kind = .superscript
        while i < end {
          let (next, nextWidth) = Folding.decode(b, i, end)
          let isJoint = next == 0x207B || next == 0x2C || next == 0x02D2 || next == 0x2013
          if Folding.superscriptDigit(next) != nil {
            i += nextWidth
          } else if isJoint, i + nextWidth < end,
            Folding.superscriptDigit(Folding.decode(b, i + nextWidth, end).0) != nil
          {
            i += nextWidth
          } else {
            break
          }
        }
      } else if Folding.isLetter(scalar) {
        token.kind = .word
        token.isCapital = Folding.isUppercase(scalar)
        token.isAllCapitals = true
        while i < end {
          let (next, nextWidth) = Folding.decode(b, i, end)
          if Folding.isLetter(next) {
            token.length += 1
            if !Folding.isUppercase(next) && !Folding.isCombining(next) { token.isAllCapitals = false }
            i += nextWidth
          } else if Folding.isApostrophe(next) || (!splitsHyphens && Folding.isHyphen(next)), i + nextWidth < end,
            Folding.isLetter(Folding.decode(b, i + nextWidth, end).0)
          {
            i += nextWidth
          } else if next == 0xAD {
            i += nextWidth
          } else {
            break
          }
        }
      } else {
        i += width
      }
      token.end = i
      tokens.append(token)
    }
  }

  /// Whether a comma at `i` is followed by exactly three digits.
  private static func hasThousands(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    guard i + 3 < end else { return false }
    for k in 1...3 where b[i + k] < 0x30 || b[i + k] > 0x39 { return false }
    return i + 4 >= end || b[i + 4] < 0x30 || b[i + 4] > 0x39
  }
}
