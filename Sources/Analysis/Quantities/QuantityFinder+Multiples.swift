import ContentModel
import Screening

/// How many times as much, and how often: "twice", "three times", "5x", "twofold".
extension QuantityFinder {
  static let multiples: [String: Double] = [
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "triple": 3, "triples": 3, "tripled": 3, "tripling": 3,
    "quadruple": 4, "quadruples": 4, "quadrupled": 4, "halve": 0.5, "halves": 0.5, "halved": 0.5, "halving": 0.5,
  ]

  /// "twice", "doubles", "halved", "tenfold".
  func multipleWord(_ i: Int) -> (Quantity, Int)? {
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

  /// "three times", "5x", "twofold".
  func multiple(_ amount: Amount) -> Read? {
    let (number, start, end) = (amount.number, amount.start, amount.end)
    func give(_ kind: Quantity.Kind, to last: Int) -> Read {
      (Quantity(span: span(start, last), form: .multiple, kind: kind, value: number.value, upper: amount.upper, unit: "times"), last)
    }
    if isWord(end, ["fold"]), reader.isHyphenated(end) || reader.touches(end) { return give(.outcome, to: end + 1) }
    if number.suffix == "fold" { return give(.outcome, to: end) }
    let isTimes = isWord(end, ["times"])
    let isSign = number.suffix == "x" || (isWord(end, ["x", "×"]) && (reader.touches(end) || reader.read(end + 1) == nil))
    guard isTimes || isSign, number.suffix.isEmpty || number.suffix == "x" else { return nil }
    let last = isTimes || number.suffix.isEmpty ? end + 1 : end
    if isSign, reader.read(last) != nil { return nil }
    if isFrequency(last) {
      let behindIt = text(last).hasSuffix("ly") ? last + 1 : last + 2
      return give(.dose, to: behindIt)
    }
    let isClaim = isSign || ahead(last, 2, .comparative) || isWord(last, ["as", "the", "your", "our", "that"]) || behind(start - 1, 4, .changeVerb)
    return give(isClaim ? .outcome : .count, to: last)
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
}
