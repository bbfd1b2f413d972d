package import Analysis
package import Configuration
package import ContentModel
import Fingerprints

/// Judges a document's findings by the policy: which of them count, and what they do to publication.
///
/// A value without I/O: the same report and the same gate give the same verdict.
package struct Gate: Sendable {
  package var policy: GatePolicy
  /// Policies of folders below the repository's root, from the outermost inwards.
  package var nested: [NestedPolicy] = []
  package var rules: RuleCatalogue
  package var waivers: [Waiver] = []
  package var baseline: Baseline?
  /// The day on which waivers are judged.
  package var today: Day
  /// What relative paths of documents count from.
  package var workingDirectory: String
  /// The market that the operator names for every document.
  package var market: String?

  /// The policy of a folder, which holds for the documents in it.
  package struct NestedPolicy: Sendable {
    /// Absolute path.
    package var folder: String
    package var policy: GatePolicy

    package init(folder: String, policy: GatePolicy) {
      self.folder = folder
      self.policy = policy
    }
  }

  package init(policy: GatePolicy, rules: RuleCatalogue, today: Day, workingDirectory: String) {
    self.policy = policy
    self.rules = rules
    self.today = today
    self.workingDirectory = workingDirectory
  }

  /// The report with the disposition of each finding, findings about suppressions and waivers, and the verdict by the policy.
  package func judge(_ report: DocumentReport) -> DocumentReport {
    var report = report
    let policies = policies(for: report.path)
    var own = suppress(&report, policies)
    own += waive(&report)
    setAsideBaseline(&report)
    if !own.isEmpty { report.findings = (report.findings + own).sorted(by: Self.precedes) }
    let decision = policies.map { PolicyJudge($0, rules: rules, market: market, of: report, in: workingDirectory).decide(report) }
      .max { $0.verdict < $1.verdict }
    report.verdict = decision?.verdict ?? .blocked
    report.reason = decision?.reason ?? "No policy was found."
    return report
  }

  /// The policies that must all be satisfied.
  private func policies(for path: String) -> [GatePolicy] {
    let absolute = LexicalPath.absolute(path, in: workingDirectory)
    var chain = [policy]
    for entry in nested where LexicalPath.isBelow(absolute, entry.folder) {
      chain.append(chain[chain.count - 1].overlaid(by: entry.policy))
    }
    return policy.mayWeaken.value.contains(.folders) ? [chain[chain.count - 1]] : chain
  }

  /// By place, the longer first, then by rule and message.
  private static func precedes(_ a: ReportedFinding, _ b: ReportedFinding) -> Bool {
    if a.location.startByte != b.location.startByte { return a.location.startByte < b.location.startByte }
    if a.location.endByte != b.location.endByte { return a.location.endByte > b.location.endByte }
    if a.finding.rule != b.finding.rule { return a.finding.rule < b.finding.rule }
    return a.finding.message < b.finding.message
  }

  /// Names in the policies that no rule and no category in force has, with the place where they stand.
  package var unknownNames: [(name: String, origin: Origin)] {
    var names: [(String, Origin)] = []
    for policy in [policy] + nested.map(\.policy) {
      for verdicts in [policy.verdicts] + policy.markets.map(\.verdicts) {
        for (name, setting) in verdicts.rules where rules.currentID(of: name) == nil { names.append((name, setting.origin)) }
        for (name, setting) in verdicts.categories where !rules.isCategory(name) { names.append((name, setting.origin)) }
        for threshold in verdicts.thresholds {
          if case .category(let name) = threshold.subject, !rules.isCategory(name) { names.append((name, threshold.origin)) }
        }
      }
    }
    return names.filter { $0.0 != Finding.engineCategory && !$0.0.hasPrefix(Finding.engineCategory + "/") }
      .sorted { ($0.1.description, $0.0) < ($1.1.description, $1.0) }
  }

  // MARK: Suppressions

  private func suppress(_ report: inout DocumentReport, _ policies: [GatePolicy]) -> [ReportedFinding] {
    let document = report.document
    guard !document.comments.isEmpty else { return [] }
    var own: [ReportedFinding] = []
    func add(_ rule: String, _ severity: Severity, at comment: Range<Int>, _ message: String, _ help: String) {
      own.append(
        GateFinding.on(
          comment, rule: rule, severity: severity, message: message, help: help,
          fingerprint: Fingerprint.of(rule, words: message), in: document))
    }
    var suppressions: [Suppression] = []
    for comment in document.comments {
      do throws(Suppression.Mistake) {
        suppressions.append(try Suppression(comment, in: document, rules: rules))
      } catch { add(GateFinding.malformed, .warning, at: comment.source, error.words, Suppression.help) }
    }
    let bySubject = Dictionary(grouping: suppressions.indices) { suppressions[$0].subject }
    var used: Set<Int> = []
    var refused: [Int: Severity] = [:]
    for index in report.findings.indices where !report.findings[index].finding.isOfEngine {
      let finding = report.findings[index].finding
      let candidates = (bySubject[finding.rule] ?? []) + (bySubject[finding.category] ?? [])
      guard let number = candidates.first(where: { suppressions[$0].covers(report.findings[index]) }) else { continue }
      guard policies.allSatisfy({ $0.suppressible.value.contains(finding.severity) }) else {
        refused[number] = max(refused[number] ?? .note, finding.severity)
        continue
      }
      used.insert(number)
      report.findings[index].disposition = FindingDisposition(
        kind: .suppressed, justification: suppressions[number].reason,
        location: document.sourceMap.location(decoded: suppressions[number].comment))
    }
    for (number, suppression) in suppressions.enumerated() {
      if let severity = refused[number] {
        add(
          GateFinding.refused, .warning, at: suppression.comment,
          "the policy does not let a document suppress findings of severity \(severity.rawValue), as '\(suppression.subject)' has here",
          "have it waived by whoever answers for it: obstat waivers add")
      } else if !used.contains(number) {
        add(
          GateFinding.unused, .note, at: suppression.comment, "nothing of '\(suppression.subject)' is found where this comment reaches",
          "take the comment out; it would hide the next finding")
      }
    }
    return own
  }

  // MARK: Waivers

  private func waive(_ report: inout DocumentReport) -> [ReportedFinding] {
    let candidates = waivers.filter { $0.covers(document: report.path, in: workingDirectory) }
    guard !candidates.isEmpty else { return [] }
    var own: [ReportedFinding] = []
    for index in report.findings.indices where report.findings[index].disposition == nil {
      let reported = report.findings[index]
      let matching = candidates.filter { $0.covers(reported, of: report.document, rules: rules) }
      if let waiver = matching.first(where: { $0.state(on: today) == .inForce }) {
        report.findings[index].disposition = FindingDisposition(
          kind: .waived, justification: waiver.reason, approver: waiver.approver, granted: waiver.granted.description,
          expires: waiver.ends.description, ticket: waiver.ticket)
      } else if let waiver = matching.last(where: { $0.state(on: today) == .expired }) {
        own.append(expired(waiver, reported))
      }
    }
    return own
  }

  private func expired(_ waiver: Waiver, _ reported: ReportedFinding) -> ReportedFinding {
    let message = "the waiver of \(waiver.subject.name) for these words expired on \(waiver.ends)"
    return ReportedFinding(
      finding: Finding(
        rule: GateFinding.expired, category: Finding.engineCategory, severity: .warning, scope: reported.finding.scope,
        message: message, help: "change the words, or have the waiver granted anew by \(waiver.approver)", span: reported.finding.span),
      text: reported.text, location: reported.location, ranges: reported.ranges, related: [],
      fingerprint: Fingerprint.of(GateFinding.expired, words: message + "\n" + reported.text))
  }

  // MARK: Baseline

  private func setAsideBaseline(_ report: inout DocumentReport) {
    guard let baseline else { return }
    var known = baseline.findings(of: report.path, in: workingDirectory)
    guard !known.isEmpty else { return }
    for index in report.findings.indices where report.findings[index].disposition == nil {
      if known.take(report.findings[index], rules: rules) {
        report.findings[index].disposition = FindingDisposition(kind: .baselined)
      }
    }
  }
}
