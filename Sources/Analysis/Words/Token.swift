import ContentModel

/// A word, number, superscript run or punctuation mark of a stretch of text.
struct Token {
  enum Kind: UInt8 { case word, number, superscript, punctuation }

  var kind: Kind
  var start: Int
  var end: Int
  /// The first scalar.
  var scalar: UInt32
  /// Whether the first letter is a capital, and whether all are.
  var isCapital = false
  var isAllCapitals = false
  /// Number of letters or digits.
  var length = 0
  var spaceBefore: Bool
  var lineBreakBefore: Bool
  /// The value of a number of at most nine digits; else -1.
  var value = -1

  var span: Span { Span(start, end) }
  /// Whether it can be the year of a publication.
  var isYear: Bool { kind == .number && length == 4 && value >= 1800 && value <= 2099 }
}
