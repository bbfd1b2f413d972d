import Configuration
import ContentModel

/// One policy, applied to one document of known markets.
struct PolicyJudge {
  /// What decided, as half a sentence.
  struct Decision {
    var verdict: Verdict
    var reason: String
  }

  /// What is looked up, the market's first.
  private let layers: [[GateVerdicts]]
  private let names: [String?]
  private let rules: RuleCatalogue

  init(_ policy: GatePolicy, rules: RuleCatalogue, market: String?, of report: DocumentReport, in workingDirectory: String) {
    let markets = Self.markets(policy, market: market, of: report, in: workingDirectory)
    layers = markets.map { market in (market.map { [$0.verdicts] } ?? []) + [policy.verdicts] }
    self.rules = rules
    names = markets.map { $0?.name }
  }

  /// The markets that a document is judged for; nil for one of which the policy says nothing.
  ///
  /// Where nothing that the operator trusts tells the market, it may be any: the strictest counts.
  private static func markets(
    _ policy: GatePolicy, market: String?, of report: DocumentReport, in workingDirectory: String
  ) -> [GateMarket?] {
    guard !policy.markets.isEmpty else { return [nil] }
    func named(_ name: String) -> GateMarket? { policy.markets.first { $0.name.lowercased() == name.lowercased() } }
    let declared = report.document.metadata.filter { $0.key == "market" || $0.key == "markets" }
      .flatMap { $0.value.split(separator: ",") }.map { String($0).trimmingWhiteSpace() }.filter { !$0.isEmpty }
    if policy.mayWeaken.value.contains(.documents), !declared.isEmpty { return declared.map(named) }
    if let market { return ([market] + declared).map(named) }
    let placed = policy.markets.filter { market in
      market.documents.contains { $0.matches(report.path, in: workingDirectory) }
    }
    if !placed.isEmpty { return placed.map { $0 } + declared.map(named) }
    return [nil] + policy.markets.map { $0 }
  }

  func decide(_ report: DocumentReport) -> Decision {
    let open = report.findings.filter { $0.disposition == nil }
    let counts = FindingCounts(report.findings)
    var worst: (verdict: Verdict, why: String)?
    for reported in open {
      let (verdict, why) = verdict(of: reported.finding)
      if verdict > worst?.verdict ?? .clear {
        worst = (verdict, "\(reported.finding.rule) at line \(reported.location.startLine) \(Self.deed(verdict)), as \(why)")
      }
    }
    for (verdict, why) in thresholds(open) where verdict > worst?.verdict ?? .clear { worst = (verdict, why) }
    guard let worst else {
      return Decision(verdict: .clear, reason: "Nothing stands in the way" + (counts.isEmpty ? "." : "; \(counts.phrase)."))
    }
    return Decision(verdict: worst.verdict, reason: "\(counts.phrase): \(worst.why).")
  }

  /// What a finding does by itself, and by which entry.
  private func verdict(of finding: Finding) -> (Verdict, String) {
    var result: (verdict: Verdict, why: String)?
    for (layer, name) in zip(layers, names) {
      let (verdict, why) = Self.lookUp(finding, in: layer, market: name, ruleNames: rules.names(of: finding.rule))
      if result == nil || verdict > result?.verdict ?? .clear { result = (verdict, why) }
    }
    let found = result ?? (finding.severity.verdict, "every \(finding.severity.rawValue) does")
    // What could not be checked is nobody's to call clear.
    if finding.isOfEngine, finding.severity >= .warning, found.verdict < .review {
      return (.review, "what could not be checked always does")
    }
    return found
  }

  private static func lookUp(_ finding: Finding, in layers: [GateVerdicts], market: String?, ruleNames: [String]) -> (verdict: Verdict, why: String) {
    func entry(_ find: (GateVerdicts) -> Setting<Verdict>?, _ what: String) -> (Verdict, String)? {
      for (index, verdicts) in layers.enumerated() {
        guard let setting = find(verdicts) else { continue }
        let place = index == 0 && layers.count > 1 ? " in the market \(market ?? "")" : ""
        return (setting.value, "\(what) does\(place) (\(setting.origin))")
      }
      return nil
    }
    return entry({ verdicts in ruleNames.lazy.compactMap { verdicts.rules[$0] }.first }, "this rule")
      ?? entry({ $0.categories[finding.category] }, "category \(finding.category)")
      ?? entry({ $0.severities[finding.severity] }, "every \(finding.severity.rawValue)")
      ?? (finding.severity.verdict, "every \(finding.severity.rawValue) does")
  }

  private func thresholds(_ open: [ReportedFinding]) -> [(Verdict, String)] {
    layers.flatMap { $0.flatMap(\.thresholds) }.compactMap { threshold in
      let (count, what) =
        switch threshold.subject {
        case .severity(let severity): (open.count { $0.finding.severity == severity }, severity.rawValue)
        case .category(let category): (open.count { $0.finding.category == category }, category)
        }
      guard count >= threshold.atLeast else { return nil }
      let plural = threshold.atLeast == 1 ? "" : "s"
      let limit = if case .severity = threshold.subject { "\(threshold.atLeast) \(what)\(plural)" } else { "\(threshold.atLeast) finding\(plural) of category \(what)" }
      return (threshold.verdict, "\(limit) or more \(threshold.verdict == .blocked ? "block publication" : "ask for review") (\(threshold.origin))")
    }
  }

  private static func deed(_ verdict: Verdict) -> String {
    verdict == .blocked ? "blocks publication" : "asks for review"
  }
}

extension String {
  fileprivate func trimmingWhiteSpace() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
