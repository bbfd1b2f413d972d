import ContentModel
import Screening

/// Numbers with a unit: durations, concentrations, doses, measures.
extension QuantityFinder {
  /// The unit of an amount, written onto the number or behind it.
  private struct Unit {
    var classes: WordClasses
    /// As the text writes it; nil where there is none.
    var text: String?
    /// Its token; nil where it is written onto the number.
    var index: Int?
    /// The token behind it.
    var end: Int
    /// Whether no adjective stands before it.
    var isClose: Bool
  }

  /// What an amount with its unit is about; without a unit, a count.
  func united(_ amount: Amount) -> Read {
    let unit = unit(of: amount)
    if let read = duration(amount, unit) ?? concentration(amount, unit) ?? scale(amount) ?? volume(amount, unit) ?? dose(amount, unit) ?? measure(amount, unit)
      ?? degrees(amount)
    { return read }
    let end = amount.end
    let noun = unitWord(end) ?? (limit.contains(end) && token(end).isWord ? words(end) : nil)
    return quantity(amount, .plain, countKind(amount.number, start: amount.start, end: end), unit: noun)
  }

  private func unit(of amount: Amount) -> Unit {
    let (suffix, end) = (amount.number.suffix, amount.end)
    guard suffix.isEmpty else { return Unit(classes: suffixClasses(suffix), text: suffix, end: end, isClose: true) }
    guard let index = unitIndex(end) else { return Unit(classes: [], end: end, isClose: true) }
    return Unit(classes: classes[index], text: words(index), index: index, end: index + 1, isClose: index == end)
  }

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

  /// The class of a unit that is written onto a number.
  private func suffixClasses(_ suffix: String) -> WordClasses {
    Self.suffixUnits[suffix.utf8.reduce(WordStream.hashStart) { WordStream.hash($0, $1) }] ?? []
  }

  /// Units that are written onto a number, by their hash.
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

  /// "two weeks"; a result in "10 years younger" and "cuts screen time by 90 minutes".
  private func duration(_ amount: Amount, _ unit: Unit) -> Read? {
    guard unit.classes.contains(.durationUnit), text(unit.index ?? -1) != "quarter" else { return nil }
    let (start, last) = (amount.start, unit.end)
    let isResult = isCompared(last) && (!isWord(last, ["more", "less", "longer", "older"]) || isWord(last, ["longer", "older"]))
      || isWord(start - 1, ["by"]) && behind(start - 2, 4, .changeVerb)
    return quantity(amount, .plain, isResult ? .outcome : .duration, unit: unit.text, to: last)
  }

  /// "30 mg/dl", "1.2 g/l", which is measured in a fluid; "2 g/kg", which is given.
  private func concentration(_ amount: Amount, _ unit: Unit) -> Read? {
    let (start, last) = (amount.start, unit.end)
    if unit.classes.contains(.doseUnit) || unit.text == "g" || unit.text == "mmol", isWord(last, ["/"]), reader.touches(last), isWord(last + 1, ["l", "dl", "ml"]),
      !isWord(last + 1, ["ml"]) || isWord(unit.index ?? -1, ["ng", "pg", "iu"])
    {
      let kind: Quantity.Kind = behind(start - 1, 5, .changeVerb) || isCompared(last + 2) ? .outcome : .measure
      return quantity(amount, .plain, kind, unit: unit.text.map { $0 + "/" + words(last + 1) }, to: last + 2)
    }
    guard unit.text == "g", isWord(last, ["/"]), reader.touches(last), isWord(last + 1, ["kg"]) else { return nil }
    return quantity(amount, .plain, .dose, unit: "g/kg", to: last + 2)
  }

  /// "12 V", "30 by 40 cm", "pH 5", "SPF 50".
  private func scale(_ amount: Amount) -> Read? {
    let (start, end) = (amount.start, amount.end)
    if isWord(end, ["v", "w"]), isUpperLetter(end) { return quantity(amount, .plain, .measure, unit: words(end), to: end + 1) }
    if isWord(end, ["by"]), let other = reader.read(end + 1), has(other.end, .measureUnit) { return quantity(amount, .plain, .measure, unit: words(other.end)) }
    if isWord(start - 1, ["ph"]), amount.number.value <= 14 { return quantity(amount, .plain, .measure, unit: "pH") }
    if isWord(start - 1, ["spf", "ipx", "windows", "boeing", "airbus"]) { return quantity(amount, .plain, .identifier) }
    return nil
  }

  /// "holds 500 ml", "a capacity of 2 litres".
  private func volume(_ amount: Amount, _ unit: Unit) -> Read? {
    let start = amount.start
    guard isWord(unit.index ?? -1, ["ml", "l", "cl", "litre", "litres", "liter", "liters"]),
      isWord(start - 1, ["holds", "hold", "holding"]) || isWord(start - 1, ["of"]) && isWord(start - 2, ["capacity", "volume"])
    else { return nil }
    return quantity(amount, .plain, .measure, unit: unit.text, to: unit.end)
  }

  private func dose(_ amount: Amount, _ unit: Unit) -> Read? {
    guard unit.classes.contains(.doseUnit) else { return nil }
    return quantity(amount, .plain, .dose, unit: unit.text, to: unit.isClose ? unit.end : nil)
  }

  /// "30 cm"; a result in "lost 5 kg", a dose in "take 5 g daily".
  private func measure(_ amount: Amount, _ unit: Unit) -> Read? {
    guard unit.classes.contains(.measureUnit), unit.isClose else { return nil }
    let (start, last) = (amount.start, unit.end)
    let isLost = behind(start - 1, 4, .lossVerb) && !behind(start - 1, 4, .doseCue)
    let isStated = isWord(start - 1, [":"]) && (has(start - 2, .lossVerb) || isWord(start - 2, ["loss", "gain", "reduction", "drop"]))
    let isBody = isWord(last, ["of"]) && (last + 1..<last + 4).contains { isWord($0, ["muscle", "fat", "flab", "blubber", "bodyweight"]) } && !behind(start - 1, 4, .compositionVerb)
    if isLost || isStated || isBody || isCompared(last) { return quantity(amount, .plain, .outcome, unit: unit.text, to: last) }
    let isDose = isFrequency(last) || behind(start - 1, 3, .doseCue)
    return quantity(amount, .plain, isDose ? .dose : .measure, unit: unit.text, to: last)
  }

  /// "37 °C", and "3 × 4".
  private func degrees(_ amount: Amount) -> Read? {
    let end = amount.end
    if isWord(end, ["°"]) || isWord(end, ["°c", "°f"]) {
      let behindSign = isWord(end + 1, ["c", "f"]) ? end + 2 : end + 1
      return quantity(amount, .plain, .measure, unit: words(behindSign - 1), to: behindSign)
    }
    if isWord(end, ["×", "x"]), reader.read(end + 1) != nil { return quantity(amount, .plain, .measure) }
    return nil
  }
}
