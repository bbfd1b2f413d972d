package import ContentModel

/// What the operator lets findings do to publication: the section `gate`.
package struct GatePolicy: Sendable, Equatable {
  package var verdicts = GateVerdicts()
  /// In the order of the file.
  package var markets: [GateMarket] = []
  /// Severities that a comment in a document may suppress.
  package var suppressible = Setting<Set<Severity>>([.note, .warning])
  /// Who may make the policy milder.
  package var mayWeaken = Setting<Set<Weakener>>([])
  /// The file of waivers, as a path that can be opened; nil where the file does not say.
  package var waivers = Setting<String?>(nil)
  /// How many days a waiver may hold after the day on which it was granted; nil for as many as it says.
  package var longestWaiverDays = Setting<Int?>(nil)
  /// The baseline, as a path that can be opened; nil where the file does not say.
  package var baseline = Setting<String?>(nil)

  static let waiverDays = 1...36_500

  package enum Weakener: String, Sendable, CaseIterable {
    /// An `obstat.yaml` in a folder further down.
    case folders
    /// A document's own front matter, by the market that it names.
    case documents
  }

  package init() {}

  /// A policy with what another one says put over it, as a folder's does over that of the repository.
  package func overlaid(by other: GatePolicy) -> GatePolicy {
    var result = self
    result.verdicts.overlay(other.verdicts)
    for market in other.markets {
      if let index = result.markets.firstIndex(where: { $0.name == market.name }) {
        result.markets[index].documents += market.documents
        result.markets[index].verdicts.overlay(market.verdicts)
      } else {
        result.markets.append(market)
      }
    }
    if other.suppressible.origin != .standard { result.suppressible = other.suppressible }
    return result
  }
}

/// Which findings do what. A rule's entry counts before its category's, and that before its severity's.
package struct GateVerdicts: Sendable, Equatable {
  package var severities: [Severity: Setting<Verdict>] = [:]
  package var categories: [String: Setting<Verdict>] = [:]
  package var rules: [String: Setting<Verdict>] = [:]
  package var thresholds: [GateThreshold] = []

  package init() {}

  mutating func overlay(_ other: GateVerdicts) {
    severities.merge(other.severities) { $1 }
    categories.merge(other.categories) { $1 }
    rules.merge(other.rules) { $1 }
    thresholds = thresholds.filter { old in !other.thresholds.contains { $0.subject == old.subject } } + other.thresholds
  }
}

/// What many findings of one kind do together.
package struct GateThreshold: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case severity(Severity)
    case category(String)
  }
  /// At least 1.
  package var atLeast: Int
  package var subject: Subject
  package var verdict: Verdict
  package var origin: Origin

  package init(atLeast: Int, subject: Subject, verdict: Verdict, origin: Origin) {
    self.atLeast = atLeast
    self.subject = subject
    self.verdict = verdict
    self.origin = origin
  }
}

/// What holds for documents of one market.
package struct GateMarket: Sendable, Equatable {
  package var name: String
  /// The documents that belong to it.
  package var documents: [ExclusionPattern]
  package var verdicts: GateVerdicts

  package init(name: String, documents: [ExclusionPattern] = [], verdicts: GateVerdicts = GateVerdicts()) {
    self.name = name
    self.documents = documents
    self.verdicts = verdicts
  }
}
