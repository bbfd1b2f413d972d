/// Why a finding does not count: somebody answers for it, or it was there before.
package struct FindingDisposition: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// By a comment in the document.
    case suppressed
    /// By an entry in the file of waivers.
    case waived
    /// Recorded in the baseline.
    case baselined
  }

  package var kind: Kind
  /// Why the words may stand, in the author's or approver's words; nil for the baseline, which gives no reasons.
  package var justification: String?
  package var approver: String?
  /// Days as YYYY-MM-DD; a waiver holds on both.
  package var granted: String?
  package var expires: String?
  package var ticket: String?
  /// Where the suppression stands in the document.
  package var location: Location?

  package init(
    kind: Kind, justification: String? = nil, approver: String? = nil, granted: String? = nil, expires: String? = nil,
    ticket: String? = nil, location: Location? = nil
  ) {
    self.kind = kind
    self.justification = justification
    self.approver = approver
    self.granted = granted
    self.expires = expires
    self.ticket = ticket
    self.location = location
  }
}
