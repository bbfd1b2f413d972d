import ContentModel
import Screening

/// Ratios and fractions: "7 out of 10", "7/10", "two thirds", "half of".
extension QuantityFinder {
  /// "7 out of 10", "7 of the 10", "seven in ten", "7/10", "364 of the last 365".
  func ratio(_ number: ReadNumber) -> (Quantity, Int)? {
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
  func numberedFraction(_ number: ReadNumber) -> (Quantity, Int)? {
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
  func fractionWord(_ i: Int) -> (Quantity, Int)? {
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
}
