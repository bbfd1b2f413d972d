package import ContentModel

/// How many documents, findings and errors a scan had: what a summary says, gathered a document at a time.
package struct ReportCounts: Sendable, Equatable {
  package private(set) var blocked = 0
  package private(set) var review = 0
  package private(set) var clear = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  /// Findings that do not count: suppressed, waived or in the baseline.
  package private(set) var setAside = 0
  /// Documents and paths that could not be checked.
  package private(set) var unchecked = 0

  package init() {}

  package init(_ document: DocumentReport) {
    add(document)
  }

  package init(_ report: ScanReport) {
    for document in report.documents { add(document) }
    for error in report.errors { add(error) }
  }

  /// Documents that were checked.
  package var documents: Int { blocked + review + clear }

  package mutating func add(_ document: DocumentReport) {
    switch document.verdict {
    case .blocked: blocked += 1
    case .review: review += 1
    case .clear: clear += 1
    }
    for reported in document.findings {
      if reported.disposition != nil {
        setAside += 1
        continue
      }
      switch reported.finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  package mutating func add(_ error: DocumentError) {
    unchecked += 1
  }

  /// “1 error, 2 warnings”, without the kinds that did not occur; “no findings” if none did.
  var findingsPhrase: String {
    let parts = [
      Self.phrase(errors, "error"), Self.phrase(warnings, "warning"), Self.phrase(notes, "note"),
    ].compactMap { $0 }
    let phrase = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    return setAside == 0 ? phrase : phrase + ", \(setAside) set aside"
  }

  /// “1 blocked, 2 clear”, without the verdicts that did not occur; empty if there was no document.
  var verdictsPhrase: String {
    [(blocked, "blocked"), (review, "to review"), (clear, "clear")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private static func phrase(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
