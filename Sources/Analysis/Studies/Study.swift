package import ContentModel

/// What a text tells of a study: its phase, design, size and what it measured.
///
/// Everything is optional: a title such as "Clinical translation of …" tells
/// nothing. ``evidence`` holds the words that told.
package struct Study: Sendable, Equatable {
  package enum Design: String, Sendable, CaseIterable {
    case metaAnalysis = "meta-analysis"
    case systematicReview = "systematic review"
    case randomised = "randomised trial"
    case controlled = "controlled trial"
    case cohort = "cohort study"
    case registry = "registry"
    case survey
    case openLabel = "open-label study"
    case singleArm = "single-arm study"
    case uncontrolled = "uncontrolled study"
    case pilot = "pilot study"
    case feasibility = "feasibility study"
    case caseReport = "case report"
    case caseSeries = "case series"
    case subgroup = "post-hoc subgroup analysis"
    case animal = "animal study"
    case inVitro = "in-vitro study"
  }
  /// Who did not know which treatment was given.
  package enum Blinding: String, Sendable, CaseIterable {
    /// Nobody: patients and doctors knew.
    case open
    case single, double, triple
  }
  package enum Endpoint: String, Sendable, CaseIterable {
    case safety, efficacy
  }

  /// `1`, `1.5` for phase I/II, `2`, …, `0` for phase 0; nil where not told.
  package var phase: Double?
  /// As written, such as `Phase I` or `Phase I/II`.
  package var phaseText: String?
  /// In the order of the text, without repetition.
  package var designs: [Design]
  /// Number of people or animals.
  package var size: Int?
  /// The number of studies pooled by a meta-analysis or review.
  package var pooledStudies: Int?
  /// What the study is said to have been made to measure.
  package var endpoints: [Endpoint]
  package var isPreliminary: Bool
  /// Nil where not told.
  package var blinding: Blinding?
  /// The animals that were looked at, as plurals ("mice"), in the order of the text; empty for people.
  package var species: [String] = []
  /// Whether the text calls it preclinical without saying on what it was done.
  package var isPreclinical = false
  /// Whether some of it is told by the work's record, not by the text.
  package var isFromRecord = false
  /// The words that told, in text order.
  package var evidence: [Span]

  package init(
    phase: Double? = nil, phaseText: String? = nil, designs: [Design] = [], size: Int? = nil, pooledStudies: Int? = nil,
    endpoints: [Endpoint] = [], isPreliminary: Bool = false, evidence: [Span] = []
  ) {
    self.phase = phase
    self.phaseText = phaseText
    self.designs = designs
    self.size = size
    self.pooledStudies = pooledStudies
    self.endpoints = endpoints
    self.isPreliminary = isPreliminary
    self.evidence = evidence
  }
}
