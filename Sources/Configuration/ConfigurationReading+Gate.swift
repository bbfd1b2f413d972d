import ContentModel
import Yams

/// The section `gate`.
extension ConfigurationReading {
  private static let verdictKeys = ["severities", "categories", "rules", "thresholds"]
  private static let gateKeys = verdictKeys + ["markets", "suppressible", "may-weaken", "waivers", "longest-waiver-days", "baseline"]
  private static let marketKeys = ["documents"] + verdictKeys
  private static let thresholdKeys = ["at-least", "of", "verdict"]

  mutating func decodeGate(_ node: Node) {
    guard let mapping = mapping(node, key: "gate", expected: "keys with values") else { return }
    var policy = GatePolicy()
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "markets": policy.markets = markets(value)
      case "suppressible": policy.suppressible = Setting(choices(value, key: "gate.suppressible"), origin: origin(of: key))
      case "may-weaken": policy.mayWeaken = Setting(choices(value, key: "gate.may-weaken"), origin: origin(of: key))
      case "waivers": policy.waivers = Setting(path(value, key: "gate.waivers"), origin: origin(of: key))
      case "longest-waiver-days":
        policy.longestWaiverDays = Setting(
          wholeNumber(value, key: "gate.longest-waiver-days", in: GatePolicy.waiverDays), origin: origin(of: key))
      case "baseline": policy.baseline = Setting(path(value, key: "gate.baseline"), origin: origin(of: key))
      case let name where Self.verdictKeys.contains(name): decode(name, value, owner: "gate", into: &policy.verdicts)
      default: unknown(key, in: "gate", known: Self.gateKeys)
      }
    }
    // On top of what is extended, value by value.
    var merged = settings.gate.overlaid(by: policy)
    if policy.mayWeaken.origin != .standard { merged.mayWeaken = policy.mayWeaken }
    if policy.waivers.origin != .standard { merged.waivers = policy.waivers }
    if policy.longestWaiverDays.origin != .standard { merged.longestWaiverDays = policy.longestWaiverDays }
    if policy.baseline.origin != .standard { merged.baseline = policy.baseline }
    settings.gate = merged
  }

  private mutating func decode(_ name: String, _ node: Node, owner: String, into verdicts: inout GateVerdicts) {
    if name == "thresholds" {
      verdicts.thresholds = thresholds(node, key: "\(owner).thresholds")
      return
    }
    guard let mapping = mapping(node, key: "\(owner).\(name)", expected: "names with verdicts") else { return }
    for (key, value) in mapping {
      guard let subject = key.string, !subject.isEmpty else {
        wrongType(key, key: "a key of \(owner).\(name)", expected: "a word")
        continue
      }
      guard let verdict = choice(value, key: "\(owner).\(name).\(subject)", Verdict.self) else { continue }
      let setting = Setting(verdict, origin: origin(of: key))
      switch name {
      case "severities":
        if let severity = Severity(rawValue: subject) {
          verdicts.severities[severity] = setting
        } else {
          unknown(key, in: "\(owner).severities", known: Severity.allCases.map(\.rawValue))
        }
      case "categories": verdicts.categories[subject] = setting
      default: verdicts.rules[subject] = setting
      }
    }
  }

  private mutating func thresholds(_ node: Node, key: String) -> [GateThreshold] {
    guard let sequence = node.sequence else {
      wrongType(node, key: key, expected: "a list of entries with at-least, of and verdict")
      return []
    }
    var thresholds: [GateThreshold] = []
    for element in sequence {
      guard let mapping = mapping(element, key: "an entry of \(key)", expected: "keys with values") else { continue }
      var values: [String: Node] = [:]
      for (name, value) in mapping {
        if let text = name.string, Self.thresholdKeys.contains(text) {
          values[text] = value
        } else {
          unknown(name, in: key, known: Self.thresholdKeys)
        }
      }
      guard let count = values["at-least"], let subject = values["of"], let verdict = values["verdict"] else {
        wrongType(element, key: "an entry of \(key)", expected: "at-least, of and verdict together")
        continue
      }
      guard let number = wholeNumber(count, key: "\(key).at-least", in: 1...1_000_000),
        let value = choice(verdict, key: "\(key).verdict", Verdict.self)
      else { continue }
      guard let name = subject.scalar?.string, !name.isEmpty else {
        wrongType(subject, key: "\(key).of", expected: "a severity or a category")
        continue
      }
      thresholds.append(
        GateThreshold(
          atLeast: number, subject: Severity(rawValue: name).map { .severity($0) } ?? .category(name), verdict: value,
          origin: origin(of: element)))
    }
    return thresholds
  }

  private mutating func markets(_ node: Node) -> [GateMarket] {
    guard let mapping = mapping(node, key: "gate.markets", expected: "names of markets with keys") else { return [] }
    var markets: [GateMarket] = []
    for (key, value) in mapping {
      guard let name = key.string, !name.isEmpty else {
        wrongType(key, key: "a key of gate.markets", expected: "the name of a market")
        continue
      }
      let owner = "gate.markets.\(name)"
      guard let entries = self.mapping(value, key: owner, expected: "keys with values") else { continue }
      var market = GateMarket(name: name)
      for (key, value) in entries {
        switch key.string ?? "" {
        case "documents": market.documents = patterns(value, key: owner + ".documents")
        case let part where Self.verdictKeys.contains(part): decode(part, value, owner: owner, into: &market.verdicts)
        default: unknown(key, in: owner, known: Self.marketKeys)
        }
      }
      markets.append(market)
    }
    return markets
  }

  // MARK: Kinds of values

  private mutating func mapping(_ node: Node, key: String, expected: String) -> Node.Mapping? {
    if let mapping = node.mapping { return mapping }
    wrongType(node, key: key, expected: expected)
    return nil
  }

  private mutating func wholeNumber(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    check(node, .number(range), key: key) ? node.scalar.flatMap { Int($0.string) } : nil
  }

  private mutating func patterns(_ node: Node, key: String) -> [ExclusionPattern] {
    check(node, .list(.text), key: key) ? patterns(node) : []
  }

  private mutating func wrongType(_ node: Node, key: String, expected: String) {
    note(.wrongType(key: key, expected: expected, got: Self.kind(node)), at: node)
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, key: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if let text = node.scalar?.string, let value = Choice(rawValue: text) { return value }
    wrongType(node, key: key, expected: "one of " + type.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  private mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ node: Node, key: String
  ) -> Set<Choice> where Choice.RawValue == String {
    guard let sequence = node.sequence else {
      wrongType(node, key: key, expected: "a list of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
      return []
    }
    var values: Set<Choice> = []
    for element in sequence {
      if let value = choice(element, key: "an entry of \(key)", Choice.self) { values.insert(value) }
    }
    return values
  }

  private mutating func path(_ node: Node, key: String) -> String? {
    guard let text = node.scalar?.string, node.scalar?.style != .plain || text != "null" else {
      wrongType(node, key: key, expected: "the path of a file")
      return nil
    }
    if text.isEmpty { note(.emptyPath(key: key), at: node) }
    return text.hasPrefix("/") ? text : (folder == "/" ? "/" : folder + "/") + text
  }
}
