import ContentModel
import Screening

/// Numbers with their range and sign, and which reading comes first.
extension QuantityFinder {
  /// A number with what belongs to its writing.
  struct Amount {
    /// The number, up to the end of a range or tolerance.
    var number: ReadNumber
    /// The upper number of a range.
    var upper: Double?
    /// The token behind it all, a plus sign included.
    var end: Int

    var start: Int { number.start }
  }

  /// A number with its unit: percentages, multiples, prices, doses, times, counts.
  func measured(_ first: ReadNumber) -> Read? {
    let amount = amount(first)
    let (start, end) = (amount.start, amount.end)
    if let read = percentage(amount) { return read }
    if isWord(end, ["am", "pm"]) { return quantity(amount, .plain, .date, to: end + 1) }
    if let read = price(amount) ?? multiple(amount) { return read }
    if isFrequency(end), !isWord(end, ["/"]), behind(start - 1, 2, .doseCue) { return quantity(amount, .plain, .dose) }
    let isBareOne = first.isWords && first.value <= 1 && first.end == first.start + 1
    if isBareOne, !has(end, .durationUnit), !has(end, .doseUnit) { return nil }
    // Scores and stars.
    if isWord(end, ["star", "stars"]) || amount.number.suffix == "★" { return quantity(amount, .plain, .outcome, unit: words(end), to: end + 1) }
    return age(amount) ?? united(amount)
  }

  /// A quantity from an amount and what was found out about it; it ends with the amount unless told otherwise.
  func quantity(
    _ amount: Amount, _ form: Quantity.Form, _ kind: Quantity.Kind, value: Double? = nil, unit: String? = nil, from start: Int? = nil, to end: Int? = nil
  ) -> Read {
    let end = end ?? amount.end
    let span = span(start ?? amount.start, end)
    return (Quantity(span: span, form: form, kind: kind, value: value ?? amount.number.value, upper: amount.upper, unit: unit), end)
  }

  /// Reads ranges, "± 3" and "500+".
  private func amount(_ first: ReadNumber) -> Amount {
    var number = first
    var upper: Double?
    if number.suffix.isEmpty, let last = rangeEnd(number) {
      upper = last.value
      number.end = last.end
      number.suffix = last.suffix
      number.digitsEnd = last.digitsEnd
      if last.hasScale, !number.hasScale, last.value > 0, number.value < 1_000 {
        let scale = NumberReader.scales[text(last.end - 1)] ?? 1
        number.value *= scale
      }
    } else if ["±", "+"].contains(text(number.end)), let error = reader.read(text(number.end) == "+" ? number.end + 3 : number.end + 1),
      text(number.end) == "±" || (text(number.end + 1) == "/" && text(number.end + 2) == "-")
    {
      number.end = error.end
      number.suffix = error.suffix
      number.digitsEnd = error.digitsEnd
    }
    let hasPlus = text(number.end) == "+" && reader.touches(number.end)
    return Amount(number: number, upper: upper, end: hasPlus ? number.end + 1 : number.end)
  }

  /// The upper number of "3–5", "24 to 72", "between 3 and 5".
  private func rangeEnd(_ number: ReadNumber) -> ReadNumber? {
    let k = number.end
    var next = k
    if reader.isHyphenated(k), reader.startsWithDigit(k) == reader.startsWithDigit(number.start) {
      next = k
    } else if text(k) == "to" || text(k) == "-" || (text(k) == "and" && text(number.start - 1) == "between") || (text(k) == "or" && number.value < 20) {
      next = k + 1
    } else {
      return nil
    }
    if text(k) == "-", text(next) == "-" { return nil }
    guard let last = reader.read(next), last.value > number.value || last.hasScale, last.isWords == number.isWords else { return nil }
    if NumberReader.units[text(number.start)] != nil, last.isWords, !["to", "or", "and"].contains(text(k)), number.value >= 20 { return nil }
    if ["$", "€", "£"].contains(text(next)) { return nil }
    return last
  }

  /// "5%", "5 to 7 per cent", "5%–7%".
  private func percentage(_ amount: Amount) -> Read? {
    guard let sign = percentEnd(amount.end) else { return nil }
    let (number, start) = (amount.number, amount.start)
    var amount = amount
    var last = sign
    if amount.upper == nil, ["to", "and"].contains(text(last)) || reader.isHyphenated(last) || text(last) == "-",
      let high = reader.read(reader.isHyphenated(last) ? last : last + 1), let highEnd = percentEnd(high.end), high.value > number.value,
      text(last) != "and" || text(start - 1) == "between"
    {
      amount.upper = high.value
      last = highEnd
    }
    let kind = percentKind(number, start: start, end: last)
    amount.upper = amount.upper.map { $0 / 100 }
    return quantity(amount, .percent, kind, value: number.value / 100, unit: words(sign - 1), to: last)
  }

  private func percentEnd(_ i: Int) -> Int? {
    if ["%", "percent", "pct", "pp", "percentage"].contains(text(i)) {
      return text(i) == "percentage" ? (["points", "point"].contains(text(i + 1)) ? i + 2 : nil) : i + 1
    }
    if text(i) == "per", ["cent", "cents"].contains(text(i + 1)) { return i + 2 }
    return nil
  }

  /// Prices; money that clients are said to have saved is a result.
  private func price(_ amount: Amount) -> Read? {
    let (number, start, end) = (amount.number, amount.start, amount.end)
    let kind: Quantity.Kind =
      (start - 5..<start).contains { isWord($0, ["save", "saves", "saved", "earned", "pocketed", "netted", "banked", "gained"]) } && behind(start - 1, 8, .people)
      || isWord(start - 1, ["$", "€", "£"]) && isWord(start - 2, ["by"]) && behind(start - 3, 4, .changeVerb) ? .outcome : .price
    if isWord(start - 1, ["$", "€", "£", "¥", "₹", "us$", "eur", "usd", "gbp", "chf", "aud", "cad"]) {
      return quantity(amount, .plain, kind, unit: words(start - 1), from: start - 1)
    }
    if isWord(end, ["€", "$", "£"]) { return quantity(amount, .plain, kind, unit: words(end), to: end + 1) }
    if number.suffix == "p", number.value < 100 { return quantity(amount, .plain, kind, unit: "p") }
    if has(end, .currency), text(end).utf8.count > 1, !isWord(end, ["pound", "pounds"]) || (behind(start - 1, 5, .moneyVerb) && !behind(start - 1, 3, .lossVerb)) {
      return quantity(amount, .plain, kind, unit: words(end), to: end + 1)
    }
    return nil
  }
}
