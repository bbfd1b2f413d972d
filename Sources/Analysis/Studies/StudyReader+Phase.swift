import ContentModel

/// The phase of a clinical trial.
extension StudyReader {
  private static let romans: [String: Double] = [
    "0": 0, "i": 1, "ia": 1, "ib": 1, "ii": 2, "iia": 2, "iib": 2, "iii": 3, "iiia": 3, "iiib": 3, "iv": 4, "one": 1,
    "two": 2, "three": 3, "four": 4, "zero": 0,
  ]

  mutating func readPhase() {
    for k in words.indices where words[k] == "phase" || words[k] == "phases" {
      guard let (first, firstEnd) = phaseNumber(next(k + 1)), !isDenied(k) else { continue }
      var end = firstEnd
      var value = first
      let joint = end
      if line.isPunctuation(joint, "/") || line.isDash(joint) || word(joint) == "and" || word(joint) == "to" || line.isPunctuation(joint, "&") {
        var second = joint + 1
        if word(second) == "phase" { second = next(second + 1) }
        if let (last, lastEnd) = phaseNumber(second), last > first {
          value = (first + min(last, first + 1)) / 2
          end = lastEnd
        }
      }
      if isOtherPhase(k, end) { continue }
      if let known = result.phase {
        // The lowest phase told counts, the first text stays.
        if value >= known { continue }
      }
      result.phase = value
      result.phaseText = line.span(k..<end).map(line.text)
      if value <= 1 { result.isPreliminary = true }
      note(k..<end)
    }
  }

  /// The phase number at a token and the token behind it.
  private func phaseNumber(_ index: Int) -> (value: Double, end: Int)? {
    guard let token = line[index] else { return nil }
    if token.kind == .number, token.length == 1, token.value <= 4 {
      // "2.5" and "1,000" are no phases.
      if line.isPunctuation(index + 1, "."), line[index + 2]?.kind == .number, line[index + 2]?.spaceBefore == false { return nil }
      if line.isPunctuation(index + 1, "%") { return nil }
      var end = index + 1
      if let letter = line[end], !letter.spaceBefore, letter.kind == .word, letter.length == 1 { end += 1 }
      return (Double(token.value), end)
    }
    if let value = Self.romans[word(index)] { return (value, index + 1) }
    return nil
  }

  /// `phase I of the building`, `Phase 2 construction`: a stage of something else.
  private func isOtherPhase(_ start: Int, _ end: Int) -> Bool {
    let others: Set<String> = [
      "building", "project", "construction", "works", "rollout", "roll", "redevelopment", "expansion", "development",
      "renovation", "plan", "programme", "program", "extension", "launch", "campaign", "refurbishment", "homes", "houses",
      "plots", "power", "supply", "diet", "detox", "metabolism", "liver", "detoxification", "enzymes", "release", "site", "estate",
    ]
    if others.contains(word(end)) { return !StudyVocabulary.studyNouns.contains(word(end + 1)) }
    guard word(end) == "of" else { return false }
    for k in end + 1..<end + 5 where StudyVocabulary.studyNouns.contains(word(k)) || word(k) == "clinical" { return false }
    return true
  }
}
