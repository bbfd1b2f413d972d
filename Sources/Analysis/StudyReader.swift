// Over 400 lines: phase, design, size and endpoint share one reading of the words and one notion of denial.
package import ContentModel

/// Reads from a stretch of text what it tells of a study. Linear in its length.
struct StudyReader {
  private let line: TokenLine
  /// Folded words; empty for everything else.
  private let words: [String]
  var result = Study()

  init(_ utf8: [UInt8], _ span: Span) {
    line = TokenLine(utf8, span, joinsThousands: true, splitsHyphens: true)
    var words: [String] = []
    words.reserveCapacity(line.count)
    for token in line.tokens { words.append(token.kind == .word ? line.folded(token) : "") }
    self.words = words
  }

  func study() -> Study {
    var reader = self
    reader.readPhase()
    reader.readDesigns()
    reader.readBlinding()
    reader.readSize()
    reader.readEndpoints()
    reader.result.evidence.sort()
    return reader.result
  }

  // MARK: Matching

  /// Phrases by their first word, so that each word is looked up once.
  struct Table: Sendable {
    var byFirst: [String: [(rest: [String], value: Int)]] = [:]
    var open: [(first: String, rest: [String], value: Int)] = []

    init(_ phrases: [String]) {
      for (value, phrase) in phrases.enumerated() {
        let parts = phrase.split(separator: " ").map(String.init)
        guard let first = parts.first else { continue }
        if first.utf8.last == 0x2A {
          open.append((String(first.dropLast()), Array(parts.dropFirst()), value))
        } else {
          byFirst[first, default: []].append((Array(parts.dropFirst()), value))
        }
      }
    }
  }

  private static let designTable = Table(StudyVocabulary.designs.map(\.phrase))
  static let blindingTable = Table(StudyVocabulary.blindings.map(\.phrase))
  private static let preliminaryTable = Table(StudyVocabulary.preliminary)
  private static let preclinicalTable = Table(StudyVocabulary.preclinical)
  private static let safetyTable = Table(StudyVocabulary.safety)
  private static let efficacyTable = Table(StudyVocabulary.efficacy)

  /// Every match of a table, as phrase index and token range.
  func matches(_ table: Table) -> [(value: Int, range: Range<Int>)] {
    var found: [(value: Int, range: Range<Int>)] = []
    for k in words.indices where !words[k].isEmpty {
      for (rest, value) in table.byFirst[words[k]] ?? [] {
        if let end = tail(rest, from: k + 1) { found.append((value, k..<end)) }
      }
      for (first, rest, value) in table.open where words[k].utf8.starts(with: first.utf8) {
        if let end = tail(rest, from: k + 1) { found.append((value, k..<end)) }
      }
    }
    return found
  }

  private func tail(_ rest: [String], from start: Int) -> Int? {
    var k = start
    for part in rest {
      if line.isDash(k) { k += 1 }
      guard k < words.count else { return nil }
      if part.utf8.last == 0x2A {
        guard !words[k].isEmpty, words[k].utf8.starts(with: part.utf8.dropLast()) else { return nil }
      } else if words[k] != part {
        return nil
      }
      k += 1
    }
    return k
  }

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  /// The index of the word before or behind, past hyphens.
  private func next(_ index: Int) -> Int { line.isDash(index) ? index + 1 : index }
  private func previous(_ index: Int) -> Int { line.isDash(index) ? index - 1 : index }

  private func endsSentence(_ index: Int) -> Bool {
    guard let token = line[index], token.kind == .punctuation else { return false }
    return token.scalar == 0x2E && line[index + 1]?.spaceBefore != false || token.scalar == 0x3B || token.scalar == 0x21
      || token.scalar == 0x3F
  }

  /// Whether one of the four words before denies: `not a pilot`, `non-randomised`, but not `not only a pilot`.
  func isDenied(_ index: Int) -> Bool {
    var k = index - 1
    var seen = 0
    while k >= 0, seen < 7 {
      if endsSentence(k) || line.isPunctuation(k, ",") || line.isPunctuation(k, ":") || line[k + 1]?.lineBreakBefore == true { return false }
      if !words[k].isEmpty {
        // "None of the studies had a control group"
        if words[k] == "none", word(k + 1) == "of" { return true }
        if seen < 4, StudyVocabulary.negations.contains(words[k]) || words[k].hasSuffix("n't") {
          return !["only", "just", "merely", "simply"].contains(word(k + 1))
        }
        // A second noun phrase begins: "without X in a pilot".
        if ["in", "from", "by", "but"].contains(words[k]) { return false }
        seen += 1
      }
      k -= 1
    }
    return false
  }

  /// Whether the study is called for rather than reported: `randomised trials are needed`.
  private func isWanted(_ range: Range<Int>) -> Bool {
    var k = range.lowerBound - 1
    var seen = 0
    while k >= 0, seen < 5, !endsSentence(k) {
      if StudyVocabulary.wantedBefore.contains(words[k]) { return true }
      if !words[k].isEmpty { seen += 1 }
      k -= 1
    }
    k = range.upperBound
    seen = 0
    while k < words.count, seen < 6, !endsSentence(k) {
      if StudyVocabulary.wantedAfter.contains(words[k]) { return true }
      if !words[k].isEmpty { seen += 1 }
      k += 1
    }
    return false
  }

  mutating func note(_ range: Range<Int>) {
    if let span = line.span(range), !result.evidence.contains(span), result.evidence.count < 64 { result.evidence.append(span) }
  }

  // MARK: Phase

  private static let romans: [String: Double] = [
    "0": 0, "i": 1, "ia": 1, "ib": 1, "ii": 2, "iia": 2, "iib": 2, "iii": 3, "iiia": 3, "iiib": 3, "iv": 4, "one": 1,
    "two": 2, "three": 3, "four": 4, "zero": 0,
  ]

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

  private mutating func readPhase() {
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

  // MARK: Design

  private mutating func readDesigns() {
    var covered: [Range<Int>] = []
    let found = matches(Self.designTable).sorted { $0.range.lowerBound != $1.range.lowerBound ? $0.range.lowerBound < $1.range.lowerBound : $0.range.count > $1.range.count }
    let isReview = found.contains { [.metaAnalysis, .systematicReview].contains(StudyVocabulary.designs[$0.value].design) }
    for (value, range) in found {
      let design = StudyVocabulary.designs[value].design
      // "no control group" is not also a control group.
      if let last = covered.last, last.upperBound > range.lowerBound, last.lowerBound < range.lowerBound || last.count > range.count { continue }
      // "a meta-analysis of 12 randomised trials" is none itself.
      let noun = words[range].last { !$0.isEmpty } ?? ""
      if isReview, [.randomised, .controlled, .cohort].contains(design),
        ["trials", "studies", "rcts"].contains(word(next(range.upperBound))) || ["trials", "studies", "rcts"].contains(noun)
      { continue }
      guard accepts(design, range) else { continue }
      covered.append(range)
      add(design, range)
      if design == .animal { readSpecies(range) }
    }
    for (_, range) in matches(Self.preliminaryTable) where !isDenied(range.lowerBound) {
      result.isPreliminary = true
      note(range)
    }
    for (_, range) in matches(Self.preclinicalTable) where !isDenied(range.lowerBound) {
      result.isPreliminary = true
      result.isPreclinical = true
      note(range)
    }
    if result.designs.contains(.pilot) || result.designs.contains(.feasibility) { result.isPreliminary = true }
  }

  private mutating func add(_ design: Study.Design, _ range: Range<Int>) {
    if !result.designs.contains(design) { result.designs.append(design) }
    note(range)
  }

  private mutating func accepts(_ design: Study.Design, _ range: Range<Int>) -> Bool {
    let before = word(previous(range.lowerBound - 1))
    let after = word(next(range.upperBound))
    switch design {
    case .uncontrolled:
      guard word(range.lowerBound) == "uncontrolled" else { return true }
      // Not "uncontrolled hypertension".
      return after.isEmpty || StudyVocabulary.studyNouns.contains(after)
        || ["open", "clinical", "observational", "case", "phase", "and", "prospective", "design", "before", "single", "evidence"].contains(after)
    case .pilot:
      if isDenied(range.lowerBound) { return false }
      let people: Set<String> = ["airline", "commercial", "test", "helicopter", "trained", "retired", "former", "fighter", "jet", "drone", "private", "co", "auto", "harbour", "our", "his", "her", "airforce", "glider"]
      let things: Set<String> = ["light", "lights", "episode", "whale", "hole", "licence", "license", "training", "school", "seat", "said", "says", "flew", "valve", "plant", "whales", "uniform", "s"]
      if people.contains(before) || things.contains(after) { return false }
      let studies: Set<String> = ["study", "studies", "trial", "trials", "phase", "test", "experiment", "investigation", "data", "rct", "randomised", "randomized", "clinical", "feasibility", "evaluation", "cohort", "research", "results", "safety", "open", "controlled", "single"]
      if studies.contains(after) { return true }
      return after.isEmpty || ["in", "with", "of", "at", "on", "involving", "among", "from", "by", "confirms", "showed", "found", "shows", "suggests"].contains(after)
    case .registry:
      return !isDenied(range.lowerBound) && !["trial", "trials", "public", "company", "land", "gift", "domain", "wedding", "bridal", "commercial"].contains(before)
    case .survey:
      return !isDenied(range.lowerBound) && !["land", "site", "property", "roof", "building", "geological"].contains(before)
    case .animal:
      if ["computer", "wireless", "optical", "gaming", "bluetooth", "pet"].contains(before) { return false }
      if ["race", "pad", "click", "cursor", "button", "mat", "trap", "poison", "free", "welcome", "welfare", "pointer"].contains(after) { return false }
      if before == "not", word(range.lowerBound - 2) != "in" { return !isDenied(range.lowerBound) }
      // A controlled trial in the species that is treated is no mere animal model.
      if StudyVocabulary.companions.contains(where: { phrase in range.contains { words[$0] == phrase } }),
        words.contains(where: { ["randomised", "randomized", "placebo", "controlled"].contains($0) })
      {
        readSpecies(range)
        return false
      }
      // "not tested on animals" is a promise, not a study.
      if before == "on", word(range.lowerBound - 2) == "tested" { return !isDenied(range.lowerBound) }
      return !isDenied(range.lowerBound)
    case .controlled, .randomised:
      return !isDenied(range.lowerBound) && !isWanted(range)
    case .metaAnalysis, .systematicReview:
      return !isDenied(range.lowerBound) && !isWanted(range)
    case .subgroup, .openLabel, .singleArm, .inVitro, .cohort, .feasibility, .caseReport, .caseSeries:
      return !isDenied(range.lowerBound)
    }
  }

  // MARK: Size

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

  private mutating func readSize() {
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

  // MARK: Endpoints

  private mutating func readEndpoints() {
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

extension DocumentAnalysis {
  /// What a stretch of running text tells of a study ("a phase I study of six patients").
  package func study(in span: Span) -> Study { StudyReader(document.utf8, span).study() }
}
