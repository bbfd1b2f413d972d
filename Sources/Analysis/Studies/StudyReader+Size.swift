import ContentModel

/// How many subjects or studies are told, and whether they are those of the study.
extension StudyReader {
  mutating func readSize() {
    var best: (rank: Int, value: Int, range: Range<Int>)?
    var k = 0
    while k < words.count {
      if words[k] == "n", line.isPunctuation(k + 1, "=") || line.isPunctuation(k + 1, ":"), let (value, end) = number(k + 2) {
        if (best?.rank ?? 0) < 4 { best = (4, value, k..<end) }
        k = end
        continue
      }
      guard let (value, numberEnd) = number(k) else {
        k += 1
        continue
      }
      if let end = counted(numberEnd, ["studies", "trials", "rcts", "publications", "papers"]), result.pooledStudies == nil, value > 1 {
        let isPooling = result.designs.contains(.metaAnalysis) || result.designs.contains(.systematicReview)
          || ["pooled", "of", "from", "including", "included", "across", "comprising"].contains(word(k - 1))
        if isPooling {
          result.pooledStudies = value
          note(k..<end)
        }
        k = numberEnd
        continue
      }
      if let end = counted(numberEnd, StudyVocabulary.subjects) ?? agents(k, numberEnd), let rank = sizeRank(k, end), rank > (best?.rank ?? 0), value > 0 {
        best = (rank, value, k..<end)
      }
      k = numberEnd
    }
    for k in words.indices where best == nil && words[k] == "single" && ["patient", "case", "subject"].contains(word(k + 1)) && result.designs.contains(.caseReport) {
      best = (1, 1, k..<k + 2)
    }
    if let best {
      result.size = best.value
      readSpecies(best.range)
      note(best.range)
    }
  }

  /// A number in digits or words and the token behind it.
  private func number(_ index: Int) -> (value: Int, end: Int)? {
    guard let token = line[index] else { return nil }
    if token.kind == .number {
      if line.isPunctuation(index + 1, "%") { return nil }
      if line.isPunctuation(index + 1, "."), line[index + 2]?.kind == .number, line[index + 2]?.spaceBefore == false { return nil }
      if line.isPunctuation(index - 1, "."), !token.spaceBefore, line[index - 2]?.kind == .number { return nil }
      if line.isPunctuation(index - 1, "£") || line.isPunctuation(index - 1, "$") || line.isPunctuation(index - 1, "€") { return nil }
      if token.value >= 0 { return (token.value, index + 1) }
      return Int(String(line.text(token.span).filter { $0 != "," })).map { ($0, index + 1) }
    }
    guard var value = StudyVocabulary.numbers[word(index)] else { return nil }
    var end = index + 1
    if value >= 20, value < 100, let unit = StudyVocabulary.numbers[word(next(end))], unit < 10 {
      value += unit
      end = next(end) + 1
    }
    if word(end) == "hundred" {
      value *= 100
      end += 1
      if word(end) == "and" { end += 1 }
      if let rest = StudyVocabulary.numbers[word(end)], rest < 100 {
        value += rest
        end += 1
        if rest >= 20, let unit = StudyVocabulary.numbers[word(next(end))], unit < 10 {
          value += unit
          end = next(end) + 1
        }
      }
    } else if word(end) == "thousand" {
      value *= 1000
      end += 1
    }
    return (value, end)
  }

  /// The token behind a counted noun that follows within three words.
  private func counted(_ start: Int, _ nouns: Set<String>) -> Int? {
    var k = start
    var seen = 0
    while k < words.count, seen <= 4 {
      if line.isDash(k) || line.isPunctuation(k, "/") {
        k += 1
        continue
      }
      guard !words[k].isEmpty, line[k]?.lineBreakBefore == false else { return nil }
      if nouns.contains(words[k]) {
        // "10 patient visits", "20 user licences": only the plural, or a study noun behind it.
        let isSingular = !words[k].hasSuffix("s") && !["people", "men", "women", "children", "mice", "sheep"].contains(words[k])
        if isSingular, !StudyVocabulary.studyNouns.contains(word(next(k + 1))), StudyVocabulary.numbers[word(start - 1)] != 1,
          line[start - 1]?.value != 1
        { return nil }
        return k + 1
      }
      if StudyVocabulary.notBetween.contains(words[k]) { return nil }
      seen += 1
      k += 1
    }
    return nil
  }

  /// "a pilot with ten dancers": a study's size by a noun that ends as those of persons do.
  private func agents(_ start: Int, _ end: Int) -> Int? {
    guard ["with", "of", "in", "among", "on"].contains(word(start - 1)), StudyVocabulary.studyNouns.contains(word(start - 2)) else { return nil }
    let noun = word(end)
    let isAgent = ["ers", "ors", "ists", "ians"].contains { noun.hasSuffix($0) } && noun.utf8.count > 5
    let things: Set<String> = ["papers", "computers", "centers", "markers", "numbers", "parameters", "members", "sensors", "factors", "filters", "posters", "monitors", "tumors", "orders", "others"]
    return isAgent && !things.contains(noun) ? end + 1 : nil
  }

  /// How surely a count of people is the size of the study; nil where it is a part of it or something else.
  private func sizeRank(_ start: Int, _ end: Int) -> Int? {
    var before = start - 1
    while before >= 0, ["the", "a", "total", "only", "just", "about", "some", "another", "first", "all", "over", "around", "approximately", "nearly"].contains(words[before])
      || words[before] == "of" && word(before - 1) == "total"
    { before -= 1 }
    let cue = word(before)
    if StudyVocabulary.sizeVerbs.contains(cue) { return 3 }
    if StudyVocabulary.studyNouns.contains(word(previous(before))), cue.isEmpty { return 2 }
    if ["of", "in", "with", "on", "among", "amongst", "from", "for"].contains(cue) {
      let earlier = word(before - 1)
      // "nine out of ten users", "9 of 12 patients", "one in ten people" are shares.
      if cue == "of" || cue == "in", earlier == "out" || number(before - 1) != nil || earlier == "half" { return nil }
      if StudyVocabulary.studyNouns.contains(earlier) { return 3 }
      // "a practice with ten horses", "for nine people" count no study.
      if cue == "for" || (cue == "with" || cue == "from") && result.designs.isEmpty && result.phase == nil { return nil }
      return 2
    }
    // "a 10-patient study"
    if StudyVocabulary.studyNouns.contains(word(next(end))) { return 3 }
    let next = word(end)
    let hasStudy = words.contains { StudyVocabulary.studyNouns.contains($0) || $0 == "placebo" }
    func isEnrolled(_ verb: String) -> Bool {
      StudyVocabulary.enrolment.contains(verb) || hasStudy && StudyVocabulary.treatment.contains(verb)
    }
    // "19 children with asthma were studied"
    if ["with", "who", "from", "aged", "suffering"].contains(next) {
      var k = end + 1
      while k < min(end + 9, words.count), !words[k].isEmpty, words[k] != "were", words[k] != "was" { k += 1 }
      if word(k) == "were" || word(k) == "was" {
        for m in k + 1..<k + 4 where isEnrolled(word(m)) { return 3 }
      }
      return nil
    }
    if next == "were" || next == "was" || next == "have" || next == "are" {
      for k in end + 1..<end + 4 where isEnrolled(word(k)) { return 3 }
      return nil
    }
    if isEnrolled(next) { return 3 }
    let isAlone = (before < 0 || line[before]?.kind == .punctuation) && (end >= words.count || line[end]?.kind == .punctuation)
    return isAlone ? 1 : nil
  }
}
