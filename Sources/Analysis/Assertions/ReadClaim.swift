package import ContentModel

/// A claim that some words could make, and how they are meant.
package struct ReadClaim: Sendable {
  package var kind: Assertion.Kind
  package var span: Span
  /// Whether the sentence makes it: not negated, asked, conditional or somebody else's.
  package var isAsserted: Bool
  /// Nil where it is not asserted.
  package var strength: Assertion.Strength?
  /// The contexts around it, each with the words that set it.
  package var contexts: [(flag: AssertionContext, span: Span)]
  /// What the clause speaks of: the words before the claim in it.
  package var subject: Span?
}
