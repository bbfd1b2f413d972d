/// What a study's attributes allow to conclude.
extension Study {
  private func has(_ design: Design) -> Bool { designs.contains(design) }

  private var isControlled: Bool { has(.randomised) || has(.controlled) || has(.metaAnalysis) || has(.systematicReview) }
  private var isUncontrolled: Bool { has(.openLabel) || has(.uncontrolled) || has(.singleArm) }

  /// Whether the study stands at the beginning of the evidence: phase 0 to I/II, pilot, feasibility, safety only, without control, animal or laboratory work.
  package var isEarlyEvidence: Bool {
    if let phase, phase < 2 { return true }
    if isPreclinical || has(.animal) || has(.inVitro) || has(.pilot) || has(.feasibility) || has(.caseReport)
      || has(.caseSeries) || has(.subgroup)
    { return true }
    if has(.metaAnalysis) || has(.systematicReview) { return has(.singleArm) || has(.uncontrolled) }
    if has(.randomised) || has(.controlled) { return endpoints == [.safety] }
    if isUncontrolled || isPreliminary || endpoints == [.safety] { return true }
    if let phase, phase >= 3 { return false }
    return size.map { $0 < 20 } ?? false
  }

  /// Whether the study can carry a claim about an endpoint; nil where the text does not tell.
  package func supports(_ endpoint: Endpoint) -> Bool? {
    if isPreclinical || has(.animal) || has(.inVitro) { return false }
    switch endpoint {
    case .safety:
      if endpoints.contains(.safety) || isControlled { return true }
      return nil
    case .efficacy:
      if let phase, phase < 1.5 { return false }
      if has(.subgroup) || has(.pilot) || has(.feasibility) || has(.caseReport) || has(.caseSeries) { return false }
      if has(.metaAnalysis) || has(.systematicReview) { return !has(.singleArm) && !has(.uncontrolled) }
      if endpoints == [.safety] { return false }
      // Chance alone can make a handful of patients differ.
      if has(.randomised) || has(.controlled) { return (size ?? 20) >= 20 }
      if isUncontrolled || isPreliminary { return false }
      if let size, size < 20 { return false }
      if let phase {
        if phase >= 3 { return true }
        if phase >= 2, endpoints.contains(.efficacy) { return true }
      }
      return nil
    }
  }

  /// The study in a few words with its article: `a phase I pilot study of 9 people`.
  package var description: String {
    let phrase = nounPhrase
    let article = phrase.utf8.first.map { "aeiou".utf8.contains($0) } == true ? "an" : "a"
    return article + " " + phrase + (isFromRecord ? " (by its evidence record)" : "")
  }

  private var nounPhrase: String {
    if has(.metaAnalysis) || has(.systematicReview) {
      let noun = has(.metaAnalysis) ? Design.metaAnalysis.rawValue : Design.systematicReview.rawValue
      var text = has(.singleArm) ? "single-arm \(noun)" : noun
      if let pooledStudies { text += " of \(Self.grouped(pooledStudies)) studies" }
      if let size { text += pooledStudies == nil ? " of \(people(size))" : " (\(people(size)))" }
      return text
    }
    var adjectives: [String] = []
    if let phaseText { adjectives.append(Self.phase(phaseText)) }
    if has(.openLabel) { adjectives.append("open-label") }
    if has(.singleArm) { adjectives.append("single-arm") }
    if has(.uncontrolled) { adjectives.append("uncontrolled") }
    if has(.randomised) { adjectives.append("randomised") }
    if has(.controlled) { adjectives.append("controlled") }
    let noun: String
    if has(.inVitro) && !has(.animal) {
      noun = Design.inVitro.rawValue
    } else if has(.animal) {
      noun = Design.animal.rawValue
    } else if isPreclinical {
      noun = "preclinical study"
    } else if has(.caseReport) {
      noun = Design.caseReport.rawValue
    } else if has(.caseSeries) {
      noun = Design.caseSeries.rawValue
    } else if has(.subgroup) {
      noun = Design.subgroup.rawValue
    } else if has(.pilot) {
      noun = Design.pilot.rawValue
    } else if has(.feasibility) {
      noun = Design.feasibility.rawValue
    } else if has(.randomised) || has(.controlled) {
      noun = "trial"
    } else if has(.cohort) {
      noun = Design.cohort.rawValue
    } else if has(.registry) {
      noun = Design.registry.rawValue
    } else if has(.survey) {
      noun = Design.survey.rawValue
    } else if endpoints == [.safety] {
      noun = "safety study"
    } else {
      noun = "study"
    }
    if adjectives.isEmpty, noun == "study", isPreliminary { adjectives.append("preliminary") }
    let text = (adjectives + [noun]).joined(separator: " ")
    return size.map { "\(text) of \(people($0))" } ?? text
  }

  private func people(_ count: Int) -> String {
    if has(.animal) { return count == 1 ? "1 animal" : "\(Self.grouped(count)) animals" }
    return count == 1 ? "1 person" : "\(Self.grouped(count)) people"
  }

  /// `phase I/II` from `Phase-I/II`.
  private static func phase(_ text: String) -> String {
    var rest = text.unicodeScalars.drop { $0 != " " && $0 != "-" && !(0x2010...0x2015).contains($0.value) }
    while let first = rest.first, first == " " || first == "-" || (0x2010...0x2015).contains(first.value) { rest.removeFirst() }
    return "phase " + String(String.UnicodeScalarView(rest))
  }

  private static func grouped(_ number: Int) -> String {
    var groups: [String] = []
    var rest = number
    while rest >= 1000 {
      let group = String(rest % 1000)
      groups.insert(String(repeating: "0", count: 3 - group.utf8.count) + group, at: 0)
      rest /= 1000
    }
    groups.insert(String(rest), at: 0)
    return groups.joined(separator: ",")
  }
}
