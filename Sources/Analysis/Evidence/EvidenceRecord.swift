/// What is on record about a published work or a registered trial, from outside the document.
package struct EvidenceRecord: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case article
    /// A trial's entry in a register; its title is not that of a paper about it.
    case registration
  }

  package struct Retraction: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      case retraction
      case concern = "expression of concern"
    }
    package var kind: Kind
    /// `YYYY-MM-DD`, or its beginning where no more is known.
    package var date: String?
    package var reason: String?
    /// Who says so.
    package var source: String?

    package init(kind: Kind = .retraction, date: String? = nil, reason: String? = nil, source: String? = nil) {
      self.kind = kind
      self.date = date
      self.reason = reason
      self.source = source
    }
  }

  package var kind: Kind
  /// Each identifier in the form of ``WorkKey``.
  package var keys: [WorkKey]
  package var title: String?
  /// Surnames, in order.
  package var authors: [String]
  package var year: Int?
  package var journal: String?
  /// The journal's usual short form.
  package var journalAbbreviation: String?
  package var volume: String?
  package var pages: String?
  package var designs: [Study.Design]
  /// As in ``Study/phase``.
  package var phase: Double?
  package var size: Int?
  package var pooledStudies: Int?
  package var endpoints: [Study.Endpoint]
  /// What the authors conclude, in a sentence.
  package var conclusion: String?
  /// What went wrong in the study, in a sentence; nil where unknown or nothing did.
  package var harms: String?
  /// The harms by name: plain words, singular.
  package var harmTerms: [String]
  package var retraction: Retraction?
  /// Where the facts come from, and the day they were taken from there.
  package var source: String?
  package var checked: String?

  package init(
    kind: Kind = .article, keys: [WorkKey] = [], title: String? = nil, authors: [String] = [], year: Int? = nil,
    journal: String? = nil, journalAbbreviation: String? = nil, volume: String? = nil, pages: String? = nil,
    designs: [Study.Design] = [], phase: Double? = nil, size: Int? = nil, pooledStudies: Int? = nil,
    endpoints: [Study.Endpoint] = [], conclusion: String? = nil, harms: String? = nil, harmTerms: [String] = [],
    retraction: Retraction? = nil, source: String? = nil, checked: String? = nil
  ) {
    self.kind = kind
    self.keys = keys
    self.title = title
    self.authors = authors
    self.year = year
    self.journal = journal
    self.journalAbbreviation = journalAbbreviation
    self.volume = volume
    self.pages = pages
    self.designs = designs
    self.phase = phase
    self.size = size
    self.pooledStudies = pooledStudies
    self.endpoints = endpoints
    self.conclusion = conclusion
    self.harms = harms
    self.harmTerms = harmTerms
    self.retraction = retraction
    self.source = source
    self.checked = checked
  }

  /// This record with everything that another source tells and this one does not; a retraction that either knows stands.
  package func completed(by other: EvidenceRecord) -> EvidenceRecord {
    var result = self
    for key in other.keys where !result.keys.contains(key) { result.keys.append(key) }
    result.title = title ?? other.title
    if authors.isEmpty { result.authors = other.authors }
    result.year = year ?? other.year
    result.journal = journal ?? other.journal
    result.journalAbbreviation = journalAbbreviation ?? other.journalAbbreviation
    result.volume = volume ?? other.volume
    result.pages = pages ?? other.pages
    for design in other.designs where !result.designs.contains(design) { result.designs.append(design) }
    result.phase = phase ?? other.phase
    result.size = size ?? other.size
    result.pooledStudies = pooledStudies ?? other.pooledStudies
    if endpoints.isEmpty { result.endpoints = other.endpoints }
    result.conclusion = conclusion ?? other.conclusion
    result.harms = harms ?? other.harms
    if harmTerms.isEmpty { result.harmTerms = other.harmTerms }
    // A retraction outranks a concern.
    switch (retraction, other.retraction) {
    case (let own?, let theirs?): result.retraction = own.kind == .concern && theirs.kind == .retraction ? theirs : own
    case (let own, let theirs): result.retraction = own ?? theirs
    }
    result.source = source ?? other.source
    result.checked = checked ?? other.checked
    return result
  }

  /// What the record tells of the study, without words in the document; nil where it tells nothing.
  package var study: Study? {
    guard !designs.isEmpty || phase != nil || size != nil || pooledStudies != nil || !endpoints.isEmpty else { return nil }
    var study = Study(
      phase: phase, phaseText: phase.map(Self.phaseText), designs: designs, size: size, pooledStudies: pooledStudies,
      endpoints: endpoints, isPreliminary: (phase ?? 2) <= 1)
    study.isFromRecord = true
    return study
  }

  /// `Phase I/II` for 1.5.
  private static func phaseText(_ phase: Double) -> String {
    let numerals = ["0", "I", "II", "III", "IV"]
    guard phase >= 0, phase <= 4 else { return "Phase" }
    let low = numerals[Int(phase)]
    return phase == phase.rounded(.down) ? "Phase \(low)" : "Phase \(low)/\(numerals[min(4, Int(phase) + 1)])"
  }
}

extension Study {
  /// What an entry tells, put right and completed by the work's record.
  ///
  /// The record's phase and size count, because an entry may be the advertiser's retelling; designs add up, except
  /// that a study on record as single-arm or uncontrolled is not controlled because the entry says so.
  package func completed(by record: EvidenceRecord) -> Study {
    guard let told = record.study else { return self }
    var result = self
    let own = self
    result.phase = told.phase ?? phase
    result.phaseText = told.phase == nil || told.phase == phase ? phaseText ?? told.phaseText : told.phaseText
    let isUncontrolled = told.designs.contains(.singleArm) || told.designs.contains(.uncontrolled)
    if isUncontrolled, !told.designs.contains(.randomised), !told.designs.contains(.controlled) {
      result.designs.removeAll { $0 == .randomised || $0 == .controlled }
    }
    for design in told.designs where !result.designs.contains(design) { result.designs.append(design) }
    result.size = told.size ?? size
    result.pooledStudies = told.pooledStudies ?? pooledStudies
    if !told.endpoints.isEmpty { result.endpoints = told.endpoints }
    result.isPreliminary = isPreliminary || told.isPreliminary
    result.isFromRecord = result != own
    return result
  }
}
