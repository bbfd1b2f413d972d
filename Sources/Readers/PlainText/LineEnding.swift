/// What the last and first characters of lines say about whether one continues in the next.
struct LineEnding {
  enum Last { case sentenceEnd, colon, comma, dash, closingQuote, other }
  enum First { case lowerCase, other }

  /// What a line ends in; brackets and quotation marks behind a sentence's end belong to it.
  static func last(_ source: [UInt8], _ range: Range<Int>) -> Last {
    var end = range.upperBound
    var sawQuote = false
    while let (scalar, start) = scalar(before: end, source, range) {
      switch scalar.value {
      case 0x2E, 0x21, 0x3F, 0x2026: return .sentenceEnd
      case 0x3A: return .colon
      case 0x2C, 0x3B: return sawQuote ? .other : .comma
      case 0x2D, 0x2013, 0x2014: return sawQuote ? .other : .dash
      case 0x22, 0x27, 0x201C, 0x201D, 0x2019, 0xBB, 0xAB: sawQuote = true
      case 0x29, 0x5D: break
      default: return sawQuote ? .closingQuote : .other
      }
      end = start
    }
    return .other
  }

  static func endsInQuote(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    guard let (last, _) = scalar(before: range.upperBound, source, range) else { return false }
    return [0x22, 0x201D, 0xBB, 0x2019, 0x27].contains(last.value)
  }

  static func first(_ source: [UInt8], _ range: Range<Int>) -> First {
    var iterator = source[range].prefix(16).makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if [0x22, 0x27, 0x28, 0x2018, 0x201C, 0xAB].contains(scalar.value) { continue }
      return scalar.properties.isLowercase ? .lowerCase : .other
    }
    return .other
  }

  /// Scalars in the first word.
  static func firstWordWidth(_ source: [UInt8], _ range: Range<Int>) -> Int {
    var width = 0
    for i in range {
      if isWhiteSpace(source[i]) { break }
      if source[i] & 0xC0 != 0x80 { width += 1 }
    }
    return width
  }

  private static func scalar(
    before end: Int, _ source: [UInt8], _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, start: Int)? {
    var start = end
    repeat {
      guard start > range.lowerBound else { return nil }
      start -= 1
    } while source[start] & 0xC0 == 0x80
    var iterator = source[start..<end].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, start)
  }
}
