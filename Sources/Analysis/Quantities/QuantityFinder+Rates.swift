import ContentModel
import Screening

/// What ratios, fractions and percentages are about.
extension QuantityFinder {
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
}
