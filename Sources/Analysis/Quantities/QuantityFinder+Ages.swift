import ContentModel
import Screening

/// How old.
extension QuantityFinder {
  /// "aged 43", "8 years old", "women over fifty".
  func age(_ amount: Amount) -> Read? {
    let (number, start, end) = (amount.number, amount.start, amount.end)
    func give(to last: Int) -> Read {
      (Quantity(span: span(start, last), form: .plain, kind: .age, value: number.value, upper: amount.upper, unit: "years"), last)
    }
    if isWord(end, ["year", "years", "month", "months", "week", "weeks"]), isWord(end + 1, ["old", "olds"]) { return give(to: end + 2) }
    if isWord(end, ["years", "months"]), isWord(end + 1, ["of"]), isWord(end + 2, ["age"]) { return give(to: end + 3) }
    if isWord(end, ["and", "or"]), isWord(end + 1, ["over", "under", "older", "above", "younger"]) { return give(to: end + 2) }
    if isWord(start - 1, ["aged", "age", "ages"]) || (isWord(start - 1, ["over", "under", "to", "above", "from", "of"]) && isWord(start - 2, ["age", "aged", "ages"])) {
      return give(to: isWord(end, ["years"]) ? end + 1 : end)
    }
    // "women over fifty", "children under 3 years"
    if isWord(start - 1, ["over", "under", "above", "below", "past"]), has(start - 2, .people), number.value <= 110, !isWord(end, ["%", "percent", "times"]),
      !has(end, .people), isWord(end, ["years", "months"]) || !has(end, .durationUnit) && !has(end, .measureUnit) && !has(end, .doseUnit)
    {
      return give(to: isWord(end, ["years", "months"]) ? end + 1 : end)
    }
    if isWord(start - 1, ["from"]), isWord(start - 2, ["suitable", "recommended", "approved", "licensed", "safe"]), isWord(end, ["years", "months", "weeks"]) {
      return give(to: end + 1)
    }
    // "retired at 65", "diagnosed at 40"
    if isWord(start - 1, ["at"]), isWord(start - 2, ["retired", "retire", "retires", "died", "diagnosed", "married", "born", "menopause", "began", "started"]),
      number.value <= 110, end >= limit.upperBound || !token(end).isWord
    {
      return give(to: end)
    }
    // "Anna, 43, Leeds", "Tom (51)": the age behind a name.
    if !number.isWords, (16...105).contains(number.value), number.digits.utf8.count <= 3, isWord(start - 1, [",", "("]), startsWithCapital(start - 2), !has(start - 2, .month),
      end >= limit.upperBound || isWord(end, [",", ")"]), limit.contains(start - 3) == false || !token(start - 3).isWord || startsWithCapital(start - 3)
    {
      return give(to: end)
    }
    if number.suffix == "s", isWord(start - 1, ["over", "under"]) { return give(to: end) }
    return nil
  }
}
