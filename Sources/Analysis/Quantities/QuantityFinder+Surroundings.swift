import ContentModel
import Screening

/// What stands around a number.
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

  func isWord(_ i: Int, _ words: Set<String>) -> Bool { limit.contains(i) && words.contains(text(i)) }

  /// Whether a comparative follows a measure: "10 years younger", "3 shades lighter".
  func isCompared(_ i: Int) -> Bool {
    if has(i, .comparative) { return true }
    return has(i + 1, .comparative) && !isWord(i, ["or", "and", "of", "for", ",", ".", "to", "in", "at", "with", "no"]) && token(i).isWord
      && !isWord(i + 1, ["more", "less", "further", "longer", "easier"])
  }

  func isUpperLetter(_ i: Int) -> Bool { startsWithCapital(i) && token(i).span.count == 1 }

  func startsWithCapital(_ i: Int) -> Bool {
    guard limit.contains(i), token(i).isWord else { return false }
    let first = stream.utf8[Int(token(i).start)]
    return first >= 0x41 && first <= 0x5A
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
