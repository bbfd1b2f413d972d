import ContentModel
import Screening

/// Finds the quantities of one sentence: reads how each number is written; its extensions decide what it is about.
struct QuantityFinder {
  let stream: WordStream
  /// The word classes of each token of the document.
  let classes: [WordClasses]
  /// The sentence's tokens.
  let limit: Range<Int>
  let sentence: Span
  let reader: NumberReader

  init(stream: WordStream, classes: [WordClasses], limit: Range<Int>, sentence: Span) {
    self.stream = stream
    self.classes = classes
    self.limit = limit
    self.sentence = sentence
    reader = NumberReader(stream: stream, limit: limit, classes: classes)
  }

  func find(_ found: inout [Quantity]) {
    var i = limit.lowerBound
    while i < limit.upperBound {
      if let (quantity, end) = quantity(at: i) {
        found.append(quantity)
        i = max(end, i + 1)
      } else {
        i += 1
      }
    }
  }

  func text(_ i: Int) -> String { reader.text(i) }
  func token(_ i: Int) -> WordStream.Token { stream.tokens[i] }
  func has(_ i: Int, _ wordClass: WordClass) -> Bool { limit.contains(i) && classes[i].contains(wordClass) }

  func span(_ start: Int, _ end: Int) -> Span { Span(Int(token(start).start), Int(token(end - 1).end)) }
  func words(_ i: Int) -> String { String(decoding: stream.utf8[token(i).span.utf8Offsets], as: UTF8.self) }

  /// The quantity that starts at a token, and the index of the token behind it.
  private func quantity(at i: Int) -> (Quantity, Int)? {
    if isNameWithDigits(i) { return (Quantity(span: span(i, i + 1), form: .plain, kind: .identifier), i + 1) }
    guard mayStart(i) else { return nil }
    if let duration = articleDuration(i) { return duration }
    if let special = multipleWord(i) ?? fractionWord(i) ?? ordinalWord(i) { return special }
    guard let number = reader.read(i) else { return nil }
    if let identifier = identifier(number) { return identifier }
    if let ordinal = ordinalSuffix(number) { return ordinal }
    if let name = nameWithNumber(number) { return name }
    if let date = date(number) { return date }
    if let ratio = ratio(number) { return ratio }
    if let fraction = numberedFraction(number) { return fraction }
    return measured(number)
  }

  /// "in a week", "within an hour": the article stands for one.
  private func articleDuration(_ i: Int) -> (Quantity, Int)? {
    guard ["a", "an"].contains(text(i)), has(i + 1, .durationUnit), ["in", "within", "after", "inside", "under", "for"].contains(text(i - 1)),
      !["while", "moment", "lifetime", "season", "second", "quarter"].contains(text(i + 1)), !reader.isHyphenated(i + 2)
    else { return nil }
    return (Quantity(span: span(i, i + 2), form: .plain, kind: .duration, value: 1, unit: words(i + 1)), i + 2)
  }

  /// "PMC9442938", "B12", "MP3": letters and the digits that number them.
  private func isNameWithDigits(_ i: Int) -> Bool {
    guard token(i).isWord, !reader.startsWithDigit(i) else { return false }
    let bytes = stream.foldedBytes(token(i))
    guard let last = bytes.last, last >= 0x30, last <= 0x39, let first = bytes.first, first >= 0x61, first <= 0x7A else { return false }
    return bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A }
  }

  /// Whether a quantity can start with a token; keeps the cost of other words low.
  private func mayStart(_ i: Int) -> Bool {
    if reader.startsWithDigit(i) || !token(i).isWord || Self.firstWords.contains(token(i).hash) { return true }
    let bytes = stream.foldedBytes(token(i))
    return bytes.count > 5 && bytes.suffix(4).elementsEqual([0x66, 0x6F, 0x6C, 0x64])
  }

  private static let firstWords: Set<UInt64> = Set(
    (Array(NumberReader.units.keys) + Array(NumberReader.tens.keys) + Array(multiples.keys) + Array(ordinals.keys)
      + ["a", "an", "half", "twice", "thrice", "once"]).map { $0.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) } })

  private static let ordinals: [String: Double] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
  ]

  private func ordinalWord(_ i: Int) -> (Quantity, Int)? {
    guard let value = Self.ordinals[text(i)] else { return nil }
    // "a third of" is a fraction, "two thirds" too, "a second" a time.
    if text(i) == "second", ["a", "per", "every", "split"].contains(text(i - 1)) || reader.read(i - 1) != nil { return nil }
    if text(i + 1) == "of", ["a", "one"].contains(text(i - 1)) { return nil }
    return (Quantity(span: span(i, i + 1), form: .plain, kind: .ordinal, value: value), i + 1)
  }

  private func ordinalSuffix(_ number: ReadNumber) -> (Quantity, Int)? {
    guard ["st", "nd", "rd", "th"].contains(number.suffix) else { return nil }
    if let date = dayAndMonth(number) { return date }
    return (Quantity(span: span(number.start, number.end), form: .plain, kind: .ordinal, value: number.value), number.end)
  }
}
