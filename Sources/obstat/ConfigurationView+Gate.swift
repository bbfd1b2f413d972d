import Configuration
import ContentModel

/// The policy of the gate, as the root's files say it: a folder's counts beside it.
extension ConfigurationView {
  typealias Line = (name: String, value: String, origin: Any)

  var gateLines: [Line] {
    let policy = tree.settings.gate
    func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }
    var lines = Self.lines(policy.verdicts, of: nil)
    for market in policy.markets {
      for pattern in market.documents { lines.append(("documents of \(market.name)", pattern.text, pattern.origin)) }
      lines += Self.lines(market.verdicts, of: market.name)
    }
    lines.append(("suppressible", list(Severity.allCases.filter(policy.suppressible.value.contains).map(\.rawValue)), policy.suppressible.origin))
    lines.append(("may-weaken", list(policy.mayWeaken.value.map(\.rawValue).sorted()), policy.mayWeaken.origin))
    lines.append(("waivers", policy.waivers.value ?? "waivers.yaml at the root", policy.waivers.origin))
    lines.append((
      "longest-waiver-days", policy.longestWaiverDays.value.map(String.init) ?? "as long as each says", policy.longestWaiverDays.origin
    ))
    lines.append(("baseline", policy.baseline.value ?? "\(GateOptions.baselineName) at the root", policy.baseline.origin))
    return lines
  }

  private static func lines(_ verdicts: GateVerdicts, of market: String?) -> [Line] {
    let place = market.map { " in \($0)" } ?? ""
    var lines: [Line] = []
    for severity in Severity.allCases {
      if let verdict = verdicts.severities[severity] {
        lines.append(("every \(severity.rawValue)\(place)", verdict.value.rawValue, verdict.origin))
      } else if market == nil {
        lines.append(("every \(severity.rawValue)", severity.verdict.rawValue, Origin.standard))
      }
    }
    for (name, verdict) in verdicts.categories.sorted(by: { $0.key < $1.key }) + verdicts.rules.sorted(by: { $0.key < $1.key }) {
      lines.append((name + place, verdict.value.rawValue, verdict.origin))
    }
    for threshold in verdicts.thresholds {
      let subject = switch threshold.subject {
      case .severity(let severity): severity.rawValue
      case .category(let name): name
      }
      lines.append(("\(threshold.atLeast) of \(subject)\(place)", threshold.verdict.rawValue, threshold.origin))
    }
    return lines
  }
}
