import ContentModel
import Screening

/// What a number without a unit counts.
extension QuantityFinder {
  /// What a counted number is about.
  func countKind(_ number: ReadNumber, start: Int, end: Int) -> Quantity.Kind {
    if isWord(start - 1, ["="]) || isWord(start - 1, [":"]) {
      if isWord(start - 2, ["n"]) { return .sampleSize }
      if has(start - 2, .confidence) { return .count }
    }
    if isWord(start - 1, ["<", ">", "±"]) || behind(start - 1, 3, .confidence) { return .count }
    if isWord(end, ["or"]), isWord(end + 1, ["more", "less", "fewer"]) { return .count }
    // "three intrathecal injections", "injections of 100 × 10⁶ MSCs"
    if isWord(end + 1, ["injections", "injection", "infusions", "infusion", "doses"]), token(end).isWord, text(end).utf8.count > 3 { return .dose }
    if isWord(start - 1, ["of"]), isWord(start - 2, ["injections", "injection", "infusions", "infusion", "doses", "dose"]) { return .dose }
    if let noun = countedNoun(end) {
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

  /// The counted people or things, at most two adjectives away.
  private func countedNoun(_ end: Int) -> Int? {
    for k in end..<(end + 4) where limit.contains(k) {
      if !token(k).isWord || (k > end && isWord(k, ["of", "in", "for", "to", "with", "and", "or", "by", "at", "on", "from", "that", "who"])) { return nil }
      if isWord(k, ["of"]), k == end { continue }
      if has(k, .researched) || has(k, .people) { return k }
    }
    return nil
  }

  private func hasStudyCue() -> Bool {
    let key = limit.lowerBound
    return (key..<min(limit.upperBound, key + 80)).contains { has($0, .studyCue) }
  }
}
