package import ContentModel

/// A place where a text says, or nearly says, what has been approved.
package struct ClaimMatch: Sendable, Equatable {
  package var claim: ApprovedClaim
  package var span: Span
  package var isExact: Bool
  /// Each in words; empty for an exact match.
  package var differences: [String]
  /// Whether the claim's note stands in the document, or it needs none.
  package var hasNote: Bool
}
