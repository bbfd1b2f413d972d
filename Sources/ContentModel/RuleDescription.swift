/// What a report tells of a rule beside its findings.
package struct RuleDescription: Sendable, Equatable {
  /// `pack/thing-flagged`.
  package var id: String
  package var category: String
  package var title: String
  package var severity: Severity
  /// The next step for whoever wrote the words.
  package var help: String?
  /// Why the rule exists.
  package var rationale: String?
  package var basis: [Finding.Basis]
  /// Markets in which the instruments of the rule's pack hold; empty for all.
  package var markets: [String]

  package init(
    id: String, category: String, title: String, severity: Severity, help: String? = nil, rationale: String? = nil,
    basis: [Finding.Basis] = [], markets: [String] = []
  ) {
    self.id = id
    self.category = category
    self.title = title
    self.severity = severity
    self.help = help
    self.rationale = rationale
    self.basis = basis
    self.markets = markets
  }
}
