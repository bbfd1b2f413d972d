package import ContentModel
package import RuleEngine

/// What a change of rules does to the findings in documents.
package struct RuleDifference: Sendable {
  package struct Change: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case added, removed, moved, changed }
    package var kind: Kind
    /// As the old rules have it; nil where it is added.
    package var old: ReportedFinding?
    /// As the new rules have it; nil where it is removed.
    package var new: ReportedFinding?

    package var finding: ReportedFinding { (new ?? old)! }
  }
  package struct Document: Sendable {
    package var path: String
    package var oldVerdict: Verdict
    package var newVerdict: Verdict
    /// Ordered by place.
    package var changes: [Change]
    /// Findings that are the same under both.
    package var unchanged: Int
  }
  /// Documents in which something differs, ordered as scanned.
  package private(set) var documents: [Document] = []
  /// Documents compared.
  package private(set) var compared = 0
  package private(set) var unchanged = 0
  /// Former ids of the new rules.
  private let renamed: [String: String]

  /// - Parameter rules: the new rules, which tell what renamed ones were called.
  package init(rules: RuleSet) {
    renamed = Dictionary(rules.rules.flatMap { rule in rule.formerly.map { ($0, rule.id) } }) { first, _ in first }
  }

  package func count(_ kind: Change.Kind) -> Int { documents.reduce(0) { $0 + $1.changes.count { $0.kind == kind } } }

  package var isEmpty: Bool { documents.isEmpty }

  /// Compares a document's findings under the old rules and the new.
  package mutating func add(old: DocumentReport, new: DocumentReport) {
    compared += 1
    var before = old.findings
    var after: [ReportedFinding] = []
    var changes: [Change] = []
    var same = 0
    func rule(_ finding: ReportedFinding) -> String { renamed[finding.finding.rule] ?? finding.finding.rule }
    func range(_ finding: ReportedFinding) -> Range<Int> { finding.location.startByte..<max(finding.location.endByte, finding.location.startByte + 1) }
    // The same rule on the same words first, so that none of these is taken for moved.
    for finding in new.findings {
      guard let index = before.firstIndex(where: { rule($0) == finding.finding.rule && $0.location.startByte == finding.location.startByte && $0.location.endByte == finding.location.endByte })
      else {
        after.append(finding)
        continue
      }
      let match = before.remove(at: index)
      if match.finding.severity == finding.finding.severity && match.finding.message == finding.finding.message {
        same += 1
      } else {
        changes.append(Change(kind: .changed, old: match, new: finding))
      }
    }
    for finding in after {
      if let index = before.firstIndex(where: { rule($0) == finding.finding.rule && range($0).overlaps(range(finding)) }) {
        changes.append(Change(kind: .moved, old: before.remove(at: index), new: finding))
      } else {
        changes.append(Change(kind: .added, old: nil, new: finding))
      }
    }
    changes += before.map { Change(kind: .removed, old: $0, new: nil) }
    unchanged += same
    guard !changes.isEmpty || old.verdict != new.verdict else { return }
    documents.append(
      Document(
        path: new.path, oldVerdict: old.verdict, newVerdict: new.verdict,
        changes: changes.sorted { ($0.finding.location.startByte, $0.finding.finding.rule) < ($1.finding.location.startByte, $1.finding.finding.rule) },
        unchanged: same))
  }

  /// Rules with their numbers of changes, those with most first.
  package var byRule: [(rule: String, counts: [Change.Kind: Int])] {
    var counts: [String: [Change.Kind: Int]] = [:]
    for change in documents.flatMap(\.changes) { counts[change.finding.finding.rule, default: [:]][change.kind, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }.sorted { a, b in
      let (left, right) = (a.1.values.reduce(0, +), b.1.values.reduce(0, +))
      return left != right ? left > right : a.0 < b.0
    }.map { (rule: $0.0, counts: $0.1) }
  }

  /// One line for the whole.
  package var summary: String {
    let parts = Change.Kind.allCases.map { "\(count($0)) \($0.rawValue)" }
    let verdicts = documents.count { $0.oldVerdict != $0.newVerdict }
    return "\(compared) document\(compared == 1 ? "" : "s"): \(parts.joined(separator: ", ")), \(unchanged) the same; \(verdicts) verdict\(verdicts == 1 ? "" : "s") changed"
  }
}
