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

  // MARK: Ratios and fractions

  /// "7 out of 10", "7 of the 10", "seven in ten", "7/10", "364 of the last 365".
  private func ratio(_ number: ReadNumber) -> (Quantity, Int)? {
    guard number.suffix.isEmpty, !number.digits.contains(",") || number.value >= 1_000 else { return nil }
    var k = number.end
    var separator = text(k)
    // "four knees out of five", "seven patients in ten", "eight times out of ten"
    if k < limit.upperBound, token(k).isWord, number.value < 1_000, number.value > 0 || number.isWords, separator != "out", separator != "of", separator != "in",
      !has(k, .durationUnit) || text(k + 1) == "out" || text(k + 2) == "every", !has(k, .doseUnit), !has(k, .measureUnit),
      text(k + 1) == "out" && text(k + 2) == "of" || text(k + 1) == "in" && number.value < 10 || text(k + 1) == "of" && text(k + 2) == "every",
      let whole = reader.read(text(k + 1) == "out" || text(k + 2) == "every" ? k + 3 : k + 2),
      text(k + 1) != "in" || whole.value == 10 || whole.value == 100 || whole.value <= 5, whole.value > number.value,
      whole.isWords == number.isWords, text(whole.end) != "%", text(k + 1) != "in" || !has(whole.end, .durationUnit)
    {
      k += 1
      separator = text(k)
    }
    if separator == "/" && reader.touches(k) && reader.touches(k + 1) {
      k += 1
    } else if separator == "out", text(k + 1) == "of" {
      k += 2
      separator = "out of"
    } else if separator == "of" || separator == "in" {
      k += 1
    } else {
      return nil
    }
    var skipped = 0
    while separator != "/", skipped < 3, ["the", "every", "last", "first", "our", "all", "these", "those", "past", "total", "their"].contains(text(k)) {
      k += 1
      skipped += 1
    }
    guard let whole = reader.read(k), whole.suffix.isEmpty, whole.value >= number.value, whole.value > 0, text(whole.end) != "%" else {
      if separator == "/" { return slash(number) }
      return nil
    }
    if separator == "in" {
      // "2 in 1" names a thing; "3 in 2024", "30 in 12 weeks" count something in a time.
      if whole.value == 1 || isYear(whole) || has(whole.end, .durationUnit) || has(whole.end, .month) || skipped > 0 && text(k - 1) != "every" { return nil }
      if number.value > 20 || number.isWords != whole.isWords { return nil }
    }
    if separator == "of", skipped == 0, isYear(whole) || has(whole.end, .durationUnit) && whole.value > 400 { return nil }
    let isPlace = has(number.start - 1, .ordinalWord) || has(number.start - 1, .identifierWord)
    let kind: Quantity.Kind = isPlace ? .ordinal : separator == "/" && text(whole.end) == "/" ? .date : ratioKind(number.start, whole.end)
    var end = whole.end
    if separator == "/", text(end) == "/", let third = reader.read(end + 1) {
      end = third.end
      return (Quantity(span: span(number.start, end), form: .plain, kind: .date), end)
    }
    if separator == "/", whole.value == 2 || whole.value == 4 || whole.value == 3, number.value < whole.value {
      return (
        Quantity(
          span: span(number.start, end), form: .fraction, kind: fractionKind(number.start, end),
          value: number.value / whole.value, denominator: whole.value, unit: unitWord(end)), end
      )
    }
    return (
      Quantity(
        span: span(number.start, end), form: .ratio, kind: kind, value: number.value / whole.value,
        denominator: whole.value, unit: unitWord(end)), end
    )
  }

  /// "24/7", "100/3", "120/80", "12/05/2020": no ratio.
  private func slash(_ number: ReadNumber) -> (Quantity, Int)? {
    guard let second = reader.read(number.end + 1) else { return nil }
    var end = second.end
    if text(end) == "/", reader.touches(end), let third = reader.read(end + 1) {
      end = third.end
      return (Quantity(span: span(number.start, end), form: .plain, kind: .date), end)
    }
    let isPressure = (70...260).contains(number.value) && (30...140).contains(second.value)
    return (
      Quantity(span: span(number.start, end), form: .plain, kind: isPressure ? .measure : .identifier), end
    )
  }

  private static let fractionNames: [String: Double] = [
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
    "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12,
    "hundredth": 100, "hundredths": 100, "halves": 2,
  ]

  /// "two thirds", "three-quarters", "one third of".
  private func numberedFraction(_ number: ReadNumber) -> (Quantity, Int)? {
    guard number.isWords || number.value < 20, number.suffix.isEmpty, let parts = Self.fractionNames[text(number.end)],
      number.value <= parts, number.value > 0
    else {
      if Self.isVulgar(text(number.start)), number.end == number.start + 1 {
        let end = number.end
        return (
          Quantity(span: span(number.start, end), form: .fraction, kind: fractionKind(number.start, end), value: number.value, unit: unitWord(end)),
          end
        )
      }
      return nil
    }
    let end = number.end + 1
    let isPlural = text(number.end).hasSuffix("s")
    guard isPlural || text(end) == "of" || ["by", "than"].contains(text(number.start - 1)) || number.value == 1 && number.isWords && !has(end, .people)
    else { return nil }
    return (
      Quantity(
        span: span(number.start, end), form: .fraction, kind: fractionKind(number.start, end), value: number.value / parts,
        unit: unitWord(end)), end
    )
  }

  private static func isVulgar(_ text: String) -> Bool { NumberReader.vulgarFractions[text] != nil }

  /// "half of", "nearly half", "a quarter of", "a third of".
  private func fractionWord(_ i: Int) -> (Quantity, Int)? {
    let word = text(i)
    if word == "half" {
      if reader.isHyphenated(i + 1) || reader.isHyphenated(i) { return nil }
      let next = text(i + 1)
      let before = text(i - 1)
      let isFraction =
        ["of", "the", "as", "our", "your", "their", "his", "her", "its", "my", "a", "an", "all", "price", "hour"].contains(next)
        || ["by", "in", "than", "nearly", "almost", "about", "over", "roughly", "around", "approximately", "only", "to", "just", "under"].contains(before)
      guard isFraction, before != "first", before != "second" else { return nil }
      return (
        Quantity(span: span(i, i + 1), form: .fraction, kind: fractionKind(i, i + 1), value: 0.5, unit: unitWord(i + 1)), i + 1
      )
    }
    guard word == "a" || word == "an", let parts = Self.fractionNames[text(i + 1)], !text(i + 1).hasSuffix("s") else { return nil }
    let isChange = ["down", "up", "fell", "falls", "fallen", "drop", "drops", "dropped", "cut", "cuts", "rose", "rises", "grew", "shrank", "lost", "loses", "lose", "halved"].contains(text(i - 1))
    guard text(i + 2) == "of" || isChange || has(i + 2, .comparative)
      || ["by", "than", "nearly", "almost", "about", "over", "around"].contains(text(i - 1)) else { return nil }
    return (
      Quantity(span: span(i, i + 2), form: .fraction, kind: fractionKind(i, i + 2), value: 1 / parts, unit: unitWord(i + 2)),
      i + 2
    )
  }

  // MARK: Multiples

  private static let multiples: [String: Double] = [
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "triple": 3, "triples": 3, "tripled": 3, "tripling": 3,
    "quadruple": 4, "quadruples": 4, "quadrupled": 4, "halve": 0.5, "halves": 0.5, "halved": 0.5, "halving": 0.5,
  ]

  /// "twice", "doubles", "halved", "tenfold".
  private func multipleWord(_ i: Int) -> (Quantity, Int)? {
    let word = text(i)
    if word == "twice" || word == "thrice" || word == "once" {
      let value: Double = word == "once" ? 1 : word == "twice" ? 2 : 3
      if isFrequency(i + 1) {
        let end = frequencyEnd(i + 1)
        return (Quantity(span: span(i, end), form: .multiple, kind: .dose, value: value), end)
      }
      if word == "once" { return nil }
      let kind: Quantity.Kind = ["as", "the", "more", "your", "our", "what", "its", "their"].contains(text(i + 1)) ? .outcome : .count
      return (Quantity(span: span(i, i + 1), form: .multiple, kind: kind, value: value), i + 1)
    }
    if let value = Self.multiples[word] {
      if word == "halves", ["both", "two", "the"].contains(text(i - 1)) || text(i + 1) == "of" { return nil }
      if word == "double" || word == "triple" || word == "quadruple" {
        let isVerb = ["the", "your", "my", "our", "their", "its", "every", "in", "within", "that"].contains(text(i + 1))
          || ["to", "will", "can", "could", "may", "might", "than", "you'll", "nearly", "almost", "helps"].contains(text(i - 1))
        guard isVerb, !has(i + 1, .nounAfterDouble), !reader.isHyphenated(i + 1) else { return nil }
      } else if reader.isHyphenated(i + 1) || has(i + 1, .nounAfterDouble) {
        return nil
      }
      return (Quantity(span: span(i, i + 1), form: .multiple, kind: .outcome, value: value), i + 1)
    }
    guard word.hasSuffix("fold"), word.utf8.count > 5, word != "twofolds" else { return nil }
    let stem = String(word.dropLast(4))
    guard let value = NumberReader.units[stem] ?? NumberReader.tens[stem] ?? (stem == "hundred" ? 100 : nil) ?? Double(stem) else { return nil }
    return (Quantity(span: span(i, i + 1), form: .multiple, kind: .outcome, value: value), i + 1)
  }

  /// Whether "a day", "daily", "per week", "every morning" follows.
  func isFrequency(_ i: Int) -> Bool {
    let word = text(i)
    if ["daily", "weekly", "monthly", "yearly", "nightly", "annually", "hourly"].contains(word) { return true }
    let next = text(i + 1)
    return ["a", "per", "each", "every", "/"].contains(word)
      && (has(i + 1, .durationUnit) || ["morning", "evening", "night", "session", "meal"].contains(next))
  }

  private func frequencyEnd(_ i: Int) -> Int { text(i).hasSuffix("ly") ? i + 1 : i + 2 }

  // MARK: Ordinals

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

  /// What a number counts, as written: the next word, or the one after an adjective.
  func unitWord(_ i: Int) -> String? {
    var k = i
    if text(k) == "of" { k += 1 }
    if ["the", "all", "our", "a", "an", "these"].contains(text(k)) { k += 1 }
    for j in k..<(k + 3) where has(j, .people) || has(j, .researched) || has(j, .durationUnit) || has(j, .doseUnit) { return words(j) }
    return nil
  }

  func isYear(_ number: ReadNumber) -> Bool {
    number.digits.utf8.count == 4 && number.value >= 1_700 && number.value <= 2_100 && number.suffix.isEmpty && !number.digits.contains(".")
      && !number.hasScale && number.end == number.start + 1
  }
}
