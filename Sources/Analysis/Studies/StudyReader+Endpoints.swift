import ContentModel

/// Whether the study measured efficacy or safety.
extension StudyReader {
  private static let safetyTable = PhraseTable(StudyVocabulary.safety)
  private static let efficacyTable = PhraseTable(StudyVocabulary.efficacy)

  mutating func readEndpoints() {
    for (_, range) in matches(Self.safetyTable) where !isDeniedAim(range) {
      addEndpoint(.safety, range)
    }
    var isExcluded = false
    for (_, range) in matches(Self.efficacyTable) {
      if isDeniedAim(range) {
        isExcluded = true
      } else if !isWanted(range) {
        addEndpoint(.efficacy, range)
      }
    }
    for k in words.indices where words[k] == "designed" || words[k] == "powered" || words[k] == "intended" {
      if isDenied(k) { isExcluded = true }
    }
    for k in words.indices
    where (words[k] == "primary" || words[k] == "main") && ["endpoint", "outcome", "end", "objective", "aim", "endpoints", "outcomes"].contains(word(k + 1)) {
      var isSafety = false
      for m in k + 2..<k + 14 where Self.isSafetyWord(word(m)) { isSafety = true }
      // "toxicity was the primary outcome"
      var m = k - 1
      while m >= 0, m > k - 7, !endsSentence(m) {
        if Self.isSafetyWord(word(m)) { isSafety = true }
        m -= 1
      }
      if isSafety {
        addEndpoint(.safety, k..<k + 2)
      } else if !isDenied(k) {
        addEndpoint(.efficacy, k..<k + 2)
      }
    }
    if isExcluded { result.endpoints.removeAll { $0 == .efficacy } }
  }

  private static func isSafetyWord(_ word: String) -> Bool {
    word == "safety" || word.hasPrefix("tolera") || word.hasPrefix("feasib") || word == "toxicity" || word == "adverse" || word == "safe"
  }

  private mutating func addEndpoint(_ endpoint: Study.Endpoint, _ range: Range<Int>) {
    if !result.endpoints.contains(endpoint) { result.endpoints.append(endpoint) }
    note(range)
  }

  /// `efficacy was not assessed`, `did not assess efficacy`, `no efficacy endpoint`; but not `no adverse events`, which was measured.
  private func isDeniedAim(_ range: Range<Int>) -> Bool {
    if word(range.lowerBound) == "adverse" { return false }
    if isDenied(range.lowerBound) { return true }
    var k = range.upperBound
    var seen = 0
    while k < words.count, seen < 5, !endsSentence(k) {
      if words[k] == "not" || words[k] == "never" || words[k].hasSuffix("n't") {
        let verb = word(k + 1) == "been" || word(k + 1) == "be" ? word(k + 2) : word(k + 1)
        return ["assessed", "measured", "tested", "evaluated", "studied", "examined", "an", "a", "part", "among", "investigated", "analysed", "analyzed"].contains(verb)
      }
      if !words[k].isEmpty { seen += 1 }
      k += 1
    }
    return false
  }
}
