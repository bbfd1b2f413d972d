import ContentModel

extension EvidenceRecord {
  /// Completes phase, designs and numbers by what the title says (“… a phase I pilot study in nine patients”).
  package mutating func readTitle() {
    guard let title else { return }
    let bytes = Array(title.utf8)
    let told = StudyReader(bytes, Span(0, bytes.count)).study()
    phase = phase ?? told.phase
    for design in told.designs where !designs.contains(design) { designs.append(design) }
    size = size ?? told.size
    pooledStudies = pooledStudies ?? told.pooledStudies
  }

  /// What the names of outcomes say was measured: safety where they speak of harms, else efficacy.
  package static func endpoints(ofOutcomes outcomes: [String]) -> [Study.Endpoint] {
    var endpoints: [Study.Endpoint] = []
    for outcome in outcomes {
      let folded = Folding.fold(outcome)
      let isSafety = ["safety", "adverse", "tolerab", "toxic", "side effect", "complication", "dlt", "feasib"].contains { folded.contains($0) }
      let endpoint: Study.Endpoint = isSafety ? .safety : .efficacy
      if !endpoints.contains(endpoint) { endpoints.append(endpoint) }
    }
    return endpoints
  }
}
