import Screening

/// The uninflected form of an English word: `guarantees`, `guaranteed` → `guarantee`.
///
/// Candidates are made by taking endings off, and kept where the inflection that
/// `~` in a phrase means gives the word back; so what is proposed is what matches.
enum WordBase {
  /// - Parameter word: in lower case. Words without an inflection are their own base.
  static func of(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    if CommonWords.isKnown(word) { return word }
    for irregular in irregulars where Inflection.forms(of: irregular).contains(word) { return irregular }
    var found: [String] = []
    func consider(_ base: String) {
      guard base.utf8.count >= 3, !found.contains(base), base != word, Inflection.forms(of: base).contains(word) else { return }
      found.append(base)
    }
    for ending in ["s", "es", "ed", "d", "ing"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if ending == "s", stem.hasSuffix("s") || stem.hasSuffix("u") || stem.hasSuffix("i") { continue }
      consider(stem)
      if ending == "ing" || ending == "ed" {
        consider(stem + "e")
        let letters = Array(stem.utf8)
        if letters.count > 3, letters[letters.count - 1] == letters[letters.count - 2] { consider(String(stem.dropLast())) }
      }
      if ending == "es" || ending == "ed", stem.hasSuffix("i") { consider(stem.dropLast() + "y") }
    }
    if let known = found.first(where: CommonWords.isKnown) { return known }
    // Of "reduc" and "reduce" one is a word: spelling tells which, mostly.
    if let silent = found.first(where: { $0.hasSuffix("e") && endsLikeSilentE(String($0.dropLast())) }), found.contains(String(silent.dropLast())) {
      return silent
    }
    return found.first { !endsLikeSilentE($0) } ?? found.first ?? word
  }

  /// Whether a stem hardly stands without an `e`.
  private static func endsLikeSilentE(_ stem: String) -> Bool {
    let letters = Array(stem)
    guard letters.count >= 3, let last = letters.last else { return false }
    let before = letters[letters.count - 2]
    func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
    let syllables = letters.indices.count { isVowel(letters[$0]) && ($0 == 0 || !isVowel(letters[$0 - 1])) }
    if "cvzu".contains(last) { return true }
    if last == "g" { return before == "n" || before == "d" || before == "r" }
    if last == "s" { return before != "s" }
    if last == "l" { return "bcdfgkptz".contains(before) }
    if last == "r" { return before == "i" || before == "u" }
    if last == "t" { return syllables >= 2 && (before == "a" || before == "u") && !isVowel(letters[letters.count - 3]) }
    if last == "d" { return syllables >= 2 && isVowel(before) && !isVowel(letters[letters.count - 3]) }
    if last == "n" { return syllables >= 2 && before == "i" && !isVowel(letters[letters.count - 3]) }
    return false
  }

  /// Verbs and nouns of advertising copy whose forms do not show their base.
  private static let irregulars = [
    "begin", "break", "build", "buy", "choose", "fall", "feel", "fight", "find", "forget", "get", "give", "grow", "hold", "keep",
    "know", "leave", "lose", "make", "mean", "pay", "prove", "sell", "show", "speak", "stand", "take", "tell", "think", "win",
    "woman", "man", "child", "foot", "tooth", "life",
  ]
}
