package import ContentModel

extension Rule {
  /// How grave a finding is in a document's markets, and how a message says so; nil where no market makes a difference.
  ///
  /// Of several markets the strictest counts; where the document names none, the strictest of all.
  func judgement(for document: Document) -> (severity: Severity, jurisdiction: String?) {
    guard !marketSeverities.isEmpty else { return (severity, nil) }
    let markets = document.fact(.market).map(Market.list) ?? []
    var strictest = (severity: Severity.note, market: String?.none, isSet: false)
    func consider(_ severity: Severity, _ market: String?) {
      if !strictest.isSet || severity > strictest.severity { strictest = (severity, market, true) }
    }
    if markets.isEmpty {
      consider(severity, nil)
      for entry in marketSeverities { consider(entry.severity, entry.market) }
    }
    for market in markets {
      // A market's own entry outranks that of the union around it.
      let own = marketSeverities.first { Market($0.market) == market } ?? marketSeverities.first { market.lies(in: Market($0.market)) }
      consider(own?.severity ?? severity, own?.market)
    }
    let unknown = markets.isEmpty ? "; the document names no market" : ""
    return (strictest.severity, strictest.market.map { " (\(strictest.severity.rawValue) in \($0)\(unknown))" })
  }
}

/// Which rules look at a document, and what its operator thinks of their findings.
package struct RuleJudgement: Sendable, Equatable {
  /// Indices of the rules that run.
  package var active: Set<Int>
  /// By rule id, instead of whatever the rule says.
  package var severities: [String: Severity]
}

extension RuleSet {
  /// What a treatment makes of the rules for a document that has learnt its facts.
  ///
  /// Packs whose law holds in other markets only are left out where every market
  /// of the document is one that some pack speaks of; where one is not, or none
  /// is named, every pack runs.
  package func judgement(of treatment: Treatment, for document: Document) -> RuleJudgement {
    var active = Set(rules.indices)
    var severities: [String: Severity] = [:]
    let foreign = foreignPacks(for: document)
    if !foreign.isEmpty { active = active.filter { !foreign.contains(rules[$0].pack) } }
    for change in treatment.changes where change.conditions.allSatisfy({ $0.holds(for: document) }) {
      let indices: [Int]
      switch change.target {
      case .pack(let name): indices = rules.indices.filter { rules[$0].pack == name }
      case .rule(let id): indices = index(ofRule: id).map { [$0] } ?? []
      }
      switch change.choice {
      case .on: active.formUnion(indices)
      case .off: active.subtract(indices)
      case .severity(let severity): for index in indices { severities[rules[index].id] = severity }
      }
    }
    return RuleJudgement(active: active, severities: severities)
  }

  /// Names of the packs whose jurisdictions are others than the document's markets.
  package func foreignPacks(for document: Document) -> Set<String> {
    guard let text = document.fact(.market) else { return [] }
    let markets = Market.list(text)
    let known = packs.flatMap(\.jurisdictions).map { Market($0) }
    guard !markets.isEmpty, markets.allSatisfy({ market in known.contains { market.meets($0) } }) else { return [] }
    return Set(
      packs.filter { pack in
        !pack.jurisdictions.isEmpty && !pack.jurisdictions.contains { name in markets.contains { $0.meets(Market(name)) } }
      }.map(\.name))
  }
}
