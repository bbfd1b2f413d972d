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
    /// A disease ends: "cures", "gone for good", "the end of migraine".
    case cure
    /// How the thing works in the body or machine: "stimulates collagen", "targets the root cause".
    case mechanism
    /// Better than something else, or the best: "outperforms", "unlike other brands", "the leading".
    case comparison
    /// Somebody's experience: "I feel ten years younger", "our clients swear by it".
    case testimonial
    /// Approval, accreditation, certification, awards: "FDA-cleared", "award-winning".
    case status
    /// What it costs or saves: "free", "half price", "no hidden fees".
    case price
    /// Return on money: "guaranteed returns", "passive income", "pays for itself".
    case returns
    /// Kindness to the environment: "carbon neutral", "biodegradable".
    case environmental
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
