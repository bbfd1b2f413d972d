import ContentModel
import Screening

/// Decides what a number is about from its unit, the noun it counts, and the verbs beside it.
extension QuantityFinder {
  /// Whether one of `count` tokens from `i` on has a class; stops at the sentence's end and at a stop or semicolon.
  func ahead(_ i: Int, _ count: Int, _ wordClass: WordClass) -> Bool {
    var k = i
    while k < i + count, limit.contains(k) {
      if [";", ".", "!", "?", ":"].contains(text(k)) { return false }
      if has(k, wordClass) { return true }
      k += 1
    }
    return false
  }

  /// The same backward from `i`, which is included.
  func behind(_ i: Int, _ count: Int, _ wordClass: WordClass) -> Bool {
    var k = i
    while k > i - count, limit.contains(k) {
      if [";", "!", "?", ":"].contains(text(k)) { return false }
      if has(k, wordClass) { return true }
      k -= 1
    }
    return false
  }

  private func isWord(_ i: Int, _ words: Set<String>) -> Bool { limit.contains(i) && words.contains(text(i)) }

  // MARK: Rates

  func ratioKind(_ start: Int, _ end: Int) -> Quantity.Kind {
    isPrevalence(start, end) ? .count : .outcome
  }

  /// "one in five adults suffers from back pain": about the world, not about the product.
  private func isPrevalence(_ start: Int, _ end: Int) -> Bool {
    if isWord(end, ["of"]), (end + 1..<end + 5).contains(where: { isWord($0, ["population", "mankind", "humanity"]) }), !ahead(end, 8, .changeVerb) { return true }
    guard ahead(end, 4, .people), ahead(end, 6, .prevalence) else {
      return (isWord(end, ["were", "was", "are"]) || isWord(end + 1, ["were", "was", "are"]) || isWord(end, [")"]))
        && ahead(end, 4, .demographic) && !ahead(end, 8, .changeVerb)
    }
    return !ahead(end, 8, .changeVerb) && !ahead(end, 8, .trackVerb) && !ahead(end, 8, .comparative) && !ahead(end, 8, .outcomeNoun)
  }

  func fractionKind(_ start: Int, _ end: Int) -> Quantity.Kind {
    if isWord(end, ["price"]) || isWord(end + 1, ["price", "cost"]) { return .price }
    // "down a third", "half the carbon": less of something than before or than another.
    if isWord(start - 1, ["down", "up"]) || isWord(end, ["the"]) && ahead(end + 1, 1, .footprint) { return .outcome }
    // "cut by half in a month", "a quarter of yourself"
    if isWord(start - 1, ["by"]), !isWord(start - 2, ["multiply", "multiplied", "divide", "divided"]) { return .outcome }
    if isWord(end, ["of"]), isWord(end + 1, ["yourself", "the"]), isWord(end + 1, ["yourself"]) || ahead(end + 2, 1, .footprint) { return .outcome }
    if ahead(end, 3, .durationUnit), !ahead(end, 4, .people) {
      return isWord(end, ["the"]) ? .outcome : .duration
    }
    if ahead(end, 3, .doseUnit) || behind(start - 1, 4, .doseUnit) { return .dose }
    if ahead(end, 2, .measureUnit) { return .measure }
    if isPrevalence(start, end) { return .count }
    let isClaim = ahead(end, 7, .people) || ahead(end, 7, .changeVerb) || behind(start - 1, 6, .changeVerb) || ahead(end, 6, .comparative)
      || ahead(end, 6, .outcomeNoun) || behind(start - 1, 5, .outcomeNoun) || ahead(end, 6, .trackVerb)
    return isClaim ? .outcome : .count
  }

  func percentKind(_ number: ReadNumber, start: Int, end: Int) -> Quantity.Kind {
    let next = text(end)
    let isYearly = next == "p" && text(end + 1) == "." && text(end + 2) == "a"
    if !isYearly, ahead(end, 2, .confidence) && !isWord(end, ["power"]) || behind(start - 1, 3, .confidence) && !behind(start - 1, 3, .changeVerb) { return .count }
    if next == "off" || has(end, .priceCue) || ahead(end, 2, .priceCue) && !ahead(end, 2, .outcomeNoun) && !ahead(end, 1, .comparative) { return .price }
    if behind(start - 1, 3, .priceCue) {
      let isSaving = ["save", "saves", "saved", "saving", "savings"].contains { isWord(start - 1, [$0]) || isWord(start - 2, [$0]) || isWord(start - 3, [$0]) }
      if !isSaving { return ahead(end, 3, .comparative) ? .outcome : .price }
      let isBare = end >= limit.upperBound || !token(end).isWord || isWord(end, ["on", "off", "today", "now", "when", "with", "at", "this", "until", "in", "and"])
      return isBare ? .price : .outcome
    }
    // A commission or share: "earn 7% of what they lend".
    if isWord(end, ["of"]), isWord(end + 1, ["what", "every", "each", "sales", "revenue", "turnover", "profits", "proceeds", "your", "their", "the"]),
      isWord(end + 1, ["what"]) || behind(start - 1, 4, .moneyVerb) && !behind(start - 1, 3, .lossVerb)
    { return .price }
    if number.value == 100 {
      if has(end, .composition) && !has(end, .outcomeNoun) { return .measure }
      if has(end, .intensified) || isWord(end, ["guaranteed", "committed"]) { return .count }
    }
    if isPrevalence(start, end) { return .count }
    let hasEffect = behind(start - 1, 5, .changeVerb) || ahead(end, 1, .comparative) || ahead(end, 2, .comparative) || behind(start - 1, 3, .outcomeNoun)
    if !hasEffect {
      if ahead(end, 3, .composition), !ahead(end, 3, .people), !ahead(end, 3, .outcomeNoun) { return .measure }
      if behind(start - 1, 4, .compositionVerb) || behind(start - 1, 1, .composition) { return .measure }
    }
    return .outcome
  }

  // MARK: Plain numbers

  /// A number with its unit: percentages, multiples, prices, doses, times, counts.
  func measured(_ first: ReadNumber) -> Read? {
    var number = first
    var start = number.start
    var upper: Double?
    let isBareOne = number.isWords && number.value <= 1 && number.end == number.start + 1

    // Ranges, and "± 3".
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
    var end = number.end
    if text(end) == "+", reader.touches(end) { end += 1 }
    func give(_ form: Quantity.Form, _ kind: Quantity.Kind, value: Double? = nil, unit: String? = nil, to last: Int? = nil) -> Read {
      (
        Quantity(
          span: span(start, last ?? end), form: form, kind: kind, value: value ?? number.value, upper: upper, unit: unit),
        last ?? end
      )
    }

    // Per cent.
    if let sign = percentEnd(end) {
      var last = sign
      if upper == nil, ["to", "and"].contains(text(last)) || reader.isHyphenated(last) || text(last) == "-",
        let high = reader.read(reader.isHyphenated(last) ? last : last + 1), let highEnd = percentEnd(high.end), high.value > number.value,
        text(last) != "and" || text(start - 1) == "between"
      {
        upper = high.value
        last = highEnd
      }
      let kind = percentKind(number, start: start, end: last)
      upper = upper.map { $0 / 100 }
      return give(.percent, kind, value: number.value / 100, unit: words(sign - 1), to: last)
    }
    if isWord(end, ["am", "pm"]) { return give(.plain, .date, to: end + 1) }
    // Prices; money that clients are said to have saved is a result.
    let priceKind: Quantity.Kind =
      (start - 5..<start).contains { isWord($0, ["save", "saves", "saved", "earned", "pocketed", "netted", "banked", "gained"]) } && behind(start - 1, 8, .people)
      || isWord(start - 1, ["$", "€", "£"]) && isWord(start - 2, ["by"]) && behind(start - 3, 4, .changeVerb) ? .outcome : .price
    if isWord(start - 1, ["$", "€", "£", "¥", "₹", "us$", "eur", "usd", "gbp", "chf", "aud", "cad"]) {
      start -= 1
      return give(.plain, priceKind, unit: words(start))
    }
    if isWord(end, ["€", "$", "£"]) { return give(.plain, priceKind, unit: words(end), to: end + 1) }
    if number.suffix == "p", number.value < 100 { return give(.plain, priceKind, unit: "p") }
    if has(end, .currency), text(end).utf8.count > 1, !isWord(end, ["pound", "pounds"]) || (behind(start - 1, 5, .moneyVerb) && !behind(start - 1, 3, .lossVerb)) {
      return give(.plain, priceKind, unit: words(end), to: end + 1)
    }
    // Multiples.
    if let multiple = multiple(number, start: start, end: end, upper: upper) { return multiple }
    if isFrequency(end), !isWord(end, ["/"]), behind(start - 1, 2, .doseCue) { return give(.plain, .dose) }
    if isBareOne, !has(end, .durationUnit), !has(end, .doseUnit) { return nil }
    // Scores and stars.
    if isWord(end, ["star", "stars"]) || number.suffix == "★" { return give(.plain, .outcome, unit: words(end), to: end + 1) }
    // Ages.
    if let age = age(number, start: start, end: end, upper: upper) { return age }
    // Units, written on or behind an adjective.
    let unit = number.suffix.isEmpty ? unitIndex(end) : nil
    let unitClasses = number.suffix.isEmpty ? unit.map { classes[$0] } ?? [] : suffixClasses(number.suffix)
    let unitText = unit.map(words) ?? (number.suffix.isEmpty ? nil : number.suffix)
    let last = unit.map { $0 + 1 } ?? end
    if unitClasses.contains(.durationUnit), text(unit ?? -1) != "quarter" {
      if isCompared(last), !isWord(last, ["more", "less", "longer", "older"]) || isWord(last, ["longer", "older"]) { return give(.plain, .outcome, unit: unitText, to: last) }
      // "cuts screen time by 90 minutes"
      if isWord(start - 1, ["by"]), behind(start - 2, 4, .changeVerb) { return give(.plain, .outcome, unit: unitText, to: last) }
      return give(.plain, .duration, unit: unitText, to: last)
    }
    // "30 mg/dl", "1.2 g/l": what is measured in a fluid.
    if unitClasses.contains(.doseUnit) || unitText == "g" || unitText == "mmol", isWord(last, ["/"]), reader.touches(last), isWord(last + 1, ["l", "dl", "ml"]),
      !isWord(last + 1, ["ml"]) || isWord(unit ?? -1, ["ng", "pg", "iu"])
    {
      let kind: Quantity.Kind = behind(start - 1, 5, .changeVerb) || isCompared(last + 2) ? .outcome : .measure
      return give(.plain, kind, unit: unitText.map { $0 + "/" + words(last + 1) }, to: last + 2)
    }
    if unitText == "g", isWord(last, ["/"]), reader.touches(last), isWord(last + 1, ["kg"]) { return give(.plain, .dose, unit: "g/kg", to: last + 2) }
    if isWord(end, ["v", "w"]), isUpperLetter(end) { return give(.plain, .measure, unit: words(end), to: end + 1) }
    if isWord(end, ["by"]), let other = reader.read(end + 1), has(other.end, .measureUnit) { return give(.plain, .measure, unit: words(other.end)) }
    if isWord(start - 1, ["ph"]), number.value <= 14 { return give(.plain, .measure, unit: "pH") }
    if isWord(start - 1, ["spf", "ipx", "windows", "boeing", "airbus"]) { return give(.plain, .identifier) }
    if isWord(unit ?? -1, ["ml", "l", "cl", "litre", "litres", "liter", "liters"]), isWord(start - 1, ["holds", "hold", "holding"]) || isWord(start - 1, ["of"]) && isWord(start - 2, ["capacity", "volume"]) {
      return give(.plain, .measure, unit: unitText, to: last)
    }
    if unitClasses.contains(.doseUnit) {
      if unit == nil || unit == end { return give(.plain, .dose, unit: unitText, to: last) }
      return give(.plain, .dose, unit: unitText)
    }
    if unitClasses.contains(.measureUnit), unit == nil || unit == end {
      let isLost = behind(start - 1, 4, .lossVerb) && !behind(start - 1, 4, .doseCue)
      let isStated = isWord(start - 1, [":"]) && (has(start - 2, .lossVerb) || isWord(start - 2, ["loss", "gain", "reduction", "drop"]))
      let isBody = isWord(last, ["of"]) && (last + 1..<last + 4).contains { isWord($0, ["muscle", "fat", "flab", "blubber", "bodyweight"]) } && !behind(start - 1, 4, .compositionVerb)
      if isLost || isStated || isBody || isCompared(last) { return give(.plain, .outcome, unit: unitText, to: last) }
      let isDose = isFrequency(last) || behind(start - 1, 3, .doseCue)
      return give(.plain, isDose ? .dose : .measure, unit: unitText, to: last)
    }
    if isWord(end, ["°"]) || isWord(end, ["°c", "°f"]) {
      let behindSign = isWord(end + 1, ["c", "f"]) ? end + 2 : end + 1
      return give(.plain, .measure, unit: words(behindSign - 1), to: behindSign)
    }
    if isWord(end, ["×", "x"]), reader.read(end + 1) != nil { return give(.plain, .measure) }
    return give(.plain, countKind(number, start: start, end: end), unit: unitWord(end) ?? (limit.contains(end) && token(end).isWord ? words(end) : nil))
  }

  private func suffixClasses(_ suffix: String) -> WordClasses {
    let hash = suffix.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) }
    return unitsOf(hash)
  }

  /// Units that are written onto a number.
  private func unitsOf(_ hash: UInt64) -> WordClasses { Self.suffixUnits[hash] ?? [] }

  private static let suffixUnits: [UInt64: WordClasses] = {
    var table: [UInt64: WordClasses] = [:]
    func add(_ units: String, _ wordClass: WordClass) {
      for unit in units.split(separator: " ") {
        table[unit.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) }] = WordClasses(wordClass)
      }
    }
    add("mg mcg μg ug iu ml cc", .doseUnit)
    add("s sec min mins h hr hrs d ms yr yrs wk wks day days week weeks month months year years hour hours minute minutes", .durationUnit)
    add("mm cm m km g kg lb lbs oz l w kw kwh v mah hz khz mhz ghz kb mb gb tb db kcal cal kj nm mp in ft c f ppm ltr psi", .measureUnit)
    return table
  }()

  /// The unit's token: the next one, or the one after an adjective ("two more weeks").
  private func unitIndex(_ i: Int) -> Int? {
    func isUnit(_ k: Int) -> Bool {
      guard has(k, .durationUnit) || has(k, .doseUnit) || has(k, .measureUnit) else { return false }
      // "in", "no", "p" behind a number are words, not units.
      return !["in", "p", "c", "f", "v", "foot", "stone", "ph", "n", "mo"].contains(text(k)) || reader.isHyphenated(k) || ["foot", "stone"].contains(text(k))
    }
    if isUnit(i) { return i }
    if isWord(i, ["more", "further", "additional", "full", "whole", "short", "consecutive", "long", "extra", "consecutive", "other", "calendar", "working", "business", "million", "level", "heaped", "small", "single"]), isUnit(i + 1) {
      return i + 1
    }
    return nil
  }

  private func percentEnd(_ i: Int) -> Int? {
    if ["%", "percent", "pct", "pp", "percentage"].contains(text(i)) {
      return text(i) == "percentage" ? (["points", "point"].contains(text(i + 1)) ? i + 2 : nil) : i + 1
    }
    if text(i) == "per", ["cent", "cents"].contains(text(i + 1)) { return i + 2 }
    return nil
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

  private func multiple(_ number: ReadNumber, start: Int, end: Int, upper: Double?) -> Read? {
    func give(_ kind: Quantity.Kind, to last: Int) -> Read {
      (Quantity(span: span(start, last), form: .multiple, kind: kind, value: number.value, upper: upper, unit: "times"), last)
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

  private func age(_ number: ReadNumber, start: Int, end: Int, upper: Double?) -> Read? {
    func give(to last: Int) -> Read {
      (Quantity(span: span(start, last), form: .plain, kind: .age, value: number.value, upper: upper, unit: "years"), last)
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

  private func isUpperLetter(_ i: Int) -> Bool { startsWithCapital(i) && token(i).span.count == 1 }

  private func startsWithCapital(_ i: Int) -> Bool {
    guard limit.contains(i), token(i).isWord else { return false }
    let first = stream.utf8[Int(token(i).start)]
    return first >= 0x41 && first <= 0x5A
  }

  /// Whether a comparative follows a measure: "10 years younger", "3 shades lighter".
  private func isCompared(_ i: Int) -> Bool {
    if has(i, .comparative) { return !isWord(i + 1, ["than"]) || true }
    return has(i + 1, .comparative) && !isWord(i, ["or", "and", "of", "for", ",", ".", "to", "in", "at", "with", "no"]) && token(i).isWord
      && !isWord(i + 1, ["more", "less", "further", "longer", "easier"])
  }

  /// What a counted number is about.
  private func countKind(_ number: ReadNumber, start: Int, end: Int) -> Quantity.Kind {
    if isWord(start - 1, ["="]) || isWord(start - 1, [":"]) {
      if isWord(start - 2, ["n"]) { return .sampleSize }
      if has(start - 2, .confidence) { return .count }
    }
    if isWord(start - 1, ["<", ">", "±"]) || behind(start - 1, 3, .confidence) { return .count }
    if isWord(end, ["or"]), isWord(end + 1, ["more", "less", "fewer"]) { return .count }
    // "three intrathecal injections", "injections of 100 × 10⁶ MSCs"
    if isWord(end + 1, ["injections", "injection", "infusions", "infusion", "doses"]), token(end).isWord, text(end).utf8.count > 3 { return .dose }
    if isWord(start - 1, ["of"]), isWord(start - 2, ["injections", "injection", "infusions", "infusion", "doses", "dose"]) { return .dose }
    // The counted noun, at most two adjectives away.
    var noun: Int?
    for k in end..<(end + 4) where limit.contains(k) {
      if !token(k).isWord || (k > end && isWord(k, ["of", "in", "for", "to", "with", "and", "or", "by", "at", "on", "from", "that", "who"])) {
        if k == end, isWord(k, ["of"]) { continue }
        break
      }
      if isWord(k, ["of"]), k == end { continue }
      if has(k, .researched) || has(k, .people) {
        noun = k
        break
      }
    }
    if let noun {
      let isTrack = behind(start - 1, 4, .trackVerb) || ahead(end, 3, .trackVerb) || ahead(noun + 1, 4, .trackVerb) || (ahead(noun + 1, 4, .changeVerb) && !isWord(noun + 1, ["work", "works", "worked", "working"]))
      let isStudy = has(noun, .researched) || hasStudyCue()
      if isStudy, !(isTrack && !has(noun, .researched) && !hasStudyCue()) { return .sampleSize }
      return isTrack ? .outcome : .count
    }
    if number.end < limit.upperBound, !isWord(end, ["more", "or", "less"]), isCompared(end) || (has(end + 2, .comparative) && token(end).isWord && token(end + 1).isWord && !isWord(end + 1, ["or", "and", "for", "of", "in", "with", "to"])) {
      return isWord(end, ["more", "fewer", "less", "further"]) ? .count : .outcome
    }
    if isWord(start - 1, ["by"]), behind(start - 2, 3, .changeVerb) { return .outcome }
    // "dropped from 7.2 to 3.1 points"
    if isWord(start - 1, ["from"]), behind(start - 2, 2, .changeVerb), !isWord(start - 2, ["range", "ranges", "vary"]) { return .outcome }
    if isWord(start - 1, ["to"]), isWord(start - 3, ["from"]), behind(start - 4, 2, .changeVerb) { return .outcome }
    // "…, 30 improved."
    if has(end, .changeVerb), text(end).hasSuffix("ed"), !limit.contains(end + 1) || !token(end + 1).isWord || isWord(end + 1, ["after", "within", "by", "in", "and", "or", "but", "while"]) {
      return .outcome
    }
    if isWord(start - 1, ["of"]), behind(start - 2, 1, .outcomeNoun) { return .outcome }
    if isWord(start - 1, ["lose", "loses", "lost", "losing", "shed", "drop", "dropped", "gain", "gained", "goodbye", ","]), behind(start - 1, 2, .lossVerb) {
      return .outcome
    }
    if isWord(start - 1, ["save", "saves", "saved", "replace", "replaces", "spare", "spares"]) || isWord(start - 1, ["to", "about", "around", "over"]) && isWord(start - 2, ["saves", "replaces"]),
      ahead(end, 3, .footprint) || isWord(end, ["trees", "bottles", "bags", "cups", "flights", "tonnes"]) || isWord(end + 1, ["bottles", "bags", "cups", "trees"])
    {
      return .outcome
    }
    if isWord(start - 1, ["rated", "scored", "scores"]) { return .outcome }
    if ["procedures", "treatments", "operations", "surgeries", "transplants", "reviews", "recoveries", "pregnancies"].contains(text(end)),
      ahead(end + 1, 3, .trackVerb) || behind(start - 1, 4, .trackVerb) || ahead(end + 1, 2, .changeVerb) || isWord(end + 1, ["performed", "completed", "done"])
    {
      return .outcome
    }
    if ["happy", "satisfied", "delighted", "successful", "positive", "five"].contains(text(end)) { return .outcome }
    return .count
  }

  private func hasStudyCue() -> Bool {
    let key = limit.lowerBound
    return (key..<min(limit.upperBound, key + 80)).contains { has($0, .studyCue) }
  }
}
