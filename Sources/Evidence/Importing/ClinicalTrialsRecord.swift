import Analysis

/// Reads studies of ClinicalTrials.gov's API, version 2: one study, a list, or a page with `studies`.
enum ClinicalTrialsRecord {
  static func records(_ tree: JSONTree) -> [ImportItem] {
    var studies = tree.items
    if case .list(let page)? = tree["studies"] { studies = page } else if tree["protocolSection"] != nil { studies = [tree] }
    return studies.enumerated().map { index, study in
      guard let protocolSection = study["protocolSection"] else { return .malformed(place: "study \(index + 1)", reason: "no protocolSection") }
      let record = record(protocolSection, results: study["resultsSection"])
      if let problem = ImportText.problem(record) { return .malformed(place: "study \(index + 1)", reason: problem) }
      return .record(record)
    }
  }

  private static func record(_ section: JSONTree, results: JSONTree?) -> EvidenceRecord {
    var record = EvidenceRecord(kind: .registration, source: "ClinicalTrials.gov")
    let identification = section["identificationModule"]
    func add(_ text: String?) {
      if let text, let key = WorkKey(.registration, text), !record.keys.contains(key) { record.keys.append(key) }
    }
    if let number = identification?["nctId"]?.string, number.utf8.count == 11, number.hasPrefix("NCT") { add(number) }
    for other in identification?["secondaryIdInfos"]?.items ?? [] {
      if ["EUDRACT_NUMBER", "CTIS", "REGISTRY"].contains(other["type"]?.string ?? "") { add(other["id"]?.string) }
    }
    record.title = (identification?["officialTitle"] ?? identification?["briefTitle"])?.string.flatMap(ImportText.title)
    record.checked = section["statusModule"]?["lastUpdatePostDateStruct"]?["date"]?.string
    let design = section["designModule"]
    let phases = (design?["phases"]?.items ?? []).compactMap { phase -> Double? in
      switch phase.string {
      case "EARLY_PHASE1": 0.5
      case "PHASE1": 1
      case "PHASE2": 2
      case "PHASE3": 3
      case "PHASE4": 4
      default: nil
      }
    }
    if let low = phases.min(), let high = phases.max() { record.phase = (low + high) / 2 }
    let info = design?["designInfo"]
    switch info?["allocation"]?.string {
    case "RANDOMIZED": record.designs.append(.randomised)
    case "NON_RANDOMIZED", "NA":
      if info?["interventionModel"]?.string == "SINGLE_GROUP" { record.designs.append(.singleArm) }
    default: break
    }
    if info?["maskingInfo"]?["masking"]?.string == "NONE" { record.designs.append(.openLabel) }
    if let model = info?["observationalModel"]?.string, model == "COHORT" { record.designs.append(.cohort) }
    if let size = design?["enrollmentInfo"]?["count"]?.integer, size > 0 { record.size = size }
    record.endpoints = EvidenceRecord.endpoints(ofOutcomes: (section["outcomesModule"]?["primaryOutcomes"]?.items ?? []).compactMap { $0["measure"]?.string })
    readHarms(results?["adverseEventsModule"], into: &record)
    return record
  }

  /// The adverse events that most people had, by the register's own table.
  private static func readHarms(_ module: JSONTree?, into record: inout EvidenceRecord) {
    var affected: [String: Int] = [:]
    for list in ["seriousEvents", "otherEvents"] {
      for event in module?[list]?.items ?? [] {
        guard let term = event["term"]?.string?.lowercased() else { continue }
        let count = event["stats"]?.items.reduce(0) { $0 &+ max(0, $1["numAffected"]?.integer ?? 0) } ?? 0
        if count > 0 { affected[term, default: 0] &+= count }
      }
    }
    let most = affected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
    guard !most.isEmpty else { return }
    record.harms = "Adverse events on the register, most people first: \(most.map { "\($0.key) (\($0.value))" }.joined(separator: ", "))."
    record.harmTerms = affected.keys.sorted().filter { term in
      term.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" }
    }.prefix(200).map { $0 }
  }
}
