/// What a rule's author thinks of a finding; SARIF's levels.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (lhs: Severity, rhs: Severity) -> Bool {
    allCases.firstIndex(of: lhs)! < allCases.firstIndex(of: rhs)!
  }

  /// What a finding of this severity does to publication where no policy says otherwise.
  package var verdict: Verdict {
    switch self {
    case .note: .clear
    case .warning: .review
    case .error: .blocked
    }
  }
}

/// Whether a document may go to print.
package enum Verdict: String, Sendable, CaseIterable, Comparable {
  case clear, review, blocked

  package static func < (lhs: Verdict, rhs: Verdict) -> Bool {
    allCases.firstIndex(of: lhs)! < allCases.firstIndex(of: rhs)!
  }
}
