package import Analysis
package import Configuration
package import ContentModel
import Fingerprints

/// A responsible person's word that a finding may stand: these words, in these documents, until this day.
package struct Waiver: Sendable {
  package enum Subject: Sendable, Equatable {
    case rule(String)
    case category(String)

    package var name: String {
      switch self {
      case .rule(let name), .category(let name): name
      }
    }
  }

  package enum State: String, Sendable {
    case inForce = "in force"
    case notYet = "not yet in force"
    case expired
  }

  package var subject: Subject
  /// The path or glob as written, counted from the file's folder.
  package var document: String
  package var fingerprint: String
  /// What the fingerprint stands for, to read. For what the engine says: its message.
  package var words: String
  package var reason: String
  package var approver: String
  /// The waiver holds from this day to `expires`, both included.
  package var granted: Day
  package var expires: Day
  package var ticket: String?
  /// How many days after `granted` the policy lets it hold, whatever `expires` says; nil for as many as that says.
  package var longestDays: Int?
  /// 1-based line of its entry; 0 for one that is not written yet.
  package var line = 0
  let pattern: ExclusionPattern

  package init(
    subject: Subject, document: String, folder: String, fingerprint: String, words: String, reason: String, approver: String,
    granted: Day, expires: Day, ticket: String?
  ) throws(ExclusionPattern.Mistake) {
    self.subject = subject
    self.document = document
    self.fingerprint = fingerprint
    self.words = words
    self.reason = reason
    self.approver = approver
    self.granted = granted
    self.expires = expires
    self.ticket = ticket
    pattern = try ExclusionPattern(document, folder: folder)
  }

  package func state(on day: Day) -> State {
    if day < granted { return .notYet }
    return ends < day ? .expired : .inForce
  }

  /// The last day on which it holds.
  package var ends: Day {
    guard let longestDays, let last = Day(number: granted.number + longestDays) else { return expires }
    return min(expires, last)
  }

  /// Whether a document is one of those named: a path means this file, and never a folder or a file of that name elsewhere.
  package func covers(document path: String, in workingDirectory: String) -> Bool {
    pattern.fitsExactly(path, in: workingDirectory)
  }

  /// Whether a finding is the one waived: the same rule or category, and exactly the words named.
  package func covers(_ reported: ReportedFinding, of document: Document, rules: RuleCatalogue) -> Bool {
    let words = Self.words(of: reported, in: document)
    switch subject {
    case .rule(let id):
      guard id == reported.finding.rule || rules.currentID(of: id) == reported.finding.rule else { return false }
      return Self.fingerprint(.rule(id), words: words) == fingerprint
    case .category(let name):
      return name == reported.finding.category && Self.fingerprint(subject, words: words) == fingerprint
    }
  }

  /// What a waiver of a finding is bound to: its words. What the engine says of a document was said of all its words.
  package static func words(of reported: ReportedFinding, in document: Document) -> String {
    guard reported.finding.isOfEngine else { return reported.text }
    return reported.finding.message + "\n" + String(decoding: document.utf8, as: UTF8.self)
  }

  /// The words to show in the file.
  package static func readableWords(of reported: ReportedFinding) -> String {
    let words = reported.finding.isOfEngine ? reported.finding.message : reported.text
    return String(decoding: Fingerprint.normalised(words), as: UTF8.self)
  }

  package static func fingerprint(_ subject: Subject, words: String) -> String {
    switch subject {
    case .rule(let id): Fingerprint.of(id, words: words)
    case .category(let name): Fingerprint.of("category \(name)", words: words)
    }
  }

  /// Whether words and fingerprint belong together; what the engine says cannot be recomputed from the words shown.
  var isConsistent: Bool {
    if subject.name == Finding.engineCategory || subject.name.hasPrefix(Finding.engineCategory + "/") { return true }
    return Self.fingerprint(subject, words: words) == fingerprint
  }
}
