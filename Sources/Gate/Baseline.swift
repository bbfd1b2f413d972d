package import ContentModel
import Fingerprints

/// Findings that were there when the gate was put up: only others count.
///
/// A text file of one finding a line, sorted, so that a change shows as changed
/// lines: document, rule, fingerprint, number of such findings, and the beginning
/// of the words, parted by tabs.
package struct Baseline: Sendable, Equatable {
  package struct Key: Hashable, Sendable, Comparable {
    /// Counted from the file's folder.
    package var document: String
    package var rule: String
    package var fingerprint: String

    package static func < (a: Key, b: Key) -> Bool {
      if a.document != b.document { return a.document.utf8.lexicographicallyPrecedes(b.document.utf8) }
      if a.rule != b.rule { return a.rule < b.rule }
      return a.fingerprint < b.fingerprint
    }
  }

  package struct Entry: Sendable, Equatable {
    package var count: Int
    /// The beginning of the words, for people.
    package var excerpt: String
  }

  /// Absolute path of the folder that documents count from.
  package let folder: String
  package private(set) var entries: [Key: Entry] = [:]

  package init(folder: String) { self.folder = folder }

  mutating func set(_ entries: [Key: Entry]) { self.entries = entries }

  /// All findings recorded.
  package var count: Int { entries.values.reduce(0) { $0 + $1.count } }
  package var keys: [Key] { entries.keys.sorted() }

  package func name(of path: String, in workingDirectory: String) -> String {
    LexicalPath.relative(path, to: folder, workingDirectory: workingDirectory)
  }

  // MARK: Recording

  /// Records the findings of a document that have no disposition, in the place of what was recorded of it.
  package mutating func record(_ report: DocumentReport, in workingDirectory: String) {
    let document = name(of: report.path, in: workingDirectory)
    forget(document)
    for reported in report.findings where reported.disposition == nil && !reported.finding.isOfGate {
      let key = Key(document: document, rule: reported.finding.rule, fingerprint: reported.fingerprint)
      entries[key, default: Entry(count: 0, excerpt: Self.excerpt(reported))].count += 1
    }
  }

  /// Keeps of a document what is still found, under the rules' present names; what is new is not added.
  ///
  /// - Returns: how many findings were forgotten.
  @discardableResult
  package mutating func keepOpen(_ report: DocumentReport, rules: RuleCatalogue, in workingDirectory: String) -> Int {
    let document = name(of: report.path, in: workingDirectory)
    var known = findings(of: report.path, in: workingDirectory)
    let before = known.remaining
    forget(document)
    for reported in report.findings where !reported.finding.isOfGate {
      guard reported.disposition == nil || reported.disposition?.kind == .baselined, known.take(reported, rules: rules) else { continue }
      let key = Key(document: document, rule: reported.finding.rule, fingerprint: reported.fingerprint)
      entries[key, default: Entry(count: 0, excerpt: Self.excerpt(reported))].count += 1
    }
    return before - entries.filter { $0.key.document == document }.values.reduce(0) { $0 + $1.count }
  }

  package mutating func forget(_ document: String) {
    entries = entries.filter { $0.key.document != document }
  }

  private static func excerpt(_ reported: ReportedFinding) -> String {
    let words = Waiver.readableWords(of: reported)
    return words.unicodeScalars.count <= 60 ? words : String(String.UnicodeScalarView(words.unicodeScalars.prefix(59))) + "…"
  }

  // MARK: Comparing

  /// What is recorded of one document, while its findings are told apart.
  package struct Findings: Sendable {
    private var counts: [String: Int]

    init(_ counts: [String: Int]) { self.counts = counts }

    package var isEmpty: Bool { counts.isEmpty }
    var remaining: Int { counts.values.reduce(0, +) }

    /// Whether a finding is recorded; each record answers for one finding.
    mutating func take(_ reported: ReportedFinding, rules: RuleCatalogue) -> Bool {
      if take(reported.finding.rule, reported.fingerprint) { return true }
      // Recorded under a former name of the rule.
      for name in rules.names(of: reported.finding.rule).dropFirst() {
        let words = reported.finding.scope == .document ? "" : reported.text
        if take(name, Fingerprint.of(name, words: words)) { return true }
      }
      return false
    }

    private mutating func take(_ rule: String, _ fingerprint: String) -> Bool {
      let key = rule + "\t" + fingerprint
      guard let count = counts[key], count > 0 else { return false }
      counts[key] = count == 1 ? nil : count - 1
      return true
    }
  }

  package func findings(of path: String, in workingDirectory: String) -> Findings {
    let document = name(of: path, in: workingDirectory)
    var counts: [String: Int] = [:]
    for (key, entry) in entries where key.document == document { counts[key.rule + "\t" + key.fingerprint] = entry.count }
    return Findings(counts)
  }
}

extension Finding {
  /// Whether the gate made it: findings about suppressions and waivers are never old.
  package var isOfGate: Bool {
    [GateFinding.unused, GateFinding.malformed, GateFinding.refused, GateFinding.expired].contains(rule)
  }
}
