package import ContentModel

/// A claim that a sentence makes.
package struct Assertion: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The thing works: symptoms improve, function returns, the product outperforms.
    case efficacy
    /// The thing does no harm.
    case safety
    /// Evidence is said to prove: "clinically proven", "studies consistently show", "confirms".
    case establishment
  }
  package enum Strength: String, Sendable, CaseIterable, Comparable {
    case hedged, plain, causal, absolute
    package static func < (lhs: Strength, rhs: Strength) -> Bool {
      allCases.firstIndex(of: lhs)! < allCases.firstIndex(of: rhs)!
    }
  }

  package var kind: Kind
  package var strength: Strength
  /// The words that make the claim.
  package var span: Span

  package init(kind: Kind, strength: Strength, span: Span) {
    self.kind = kind
    self.strength = strength
    self.span = span
  }
}
