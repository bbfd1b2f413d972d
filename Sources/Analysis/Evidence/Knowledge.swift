/// What is known beside the document: records of works, approved claims, and the day.
package struct Knowledge: Sendable {
  package var records: (any EvidenceStore)?
  package var claims: ClaimLibrary?
  /// The day on which approvals are judged; nil where nothing expires.
  package var today: Day?

  package init(records: (any EvidenceStore)? = nil, claims: ClaimLibrary? = nil, today: Day? = nil) {
    self.records = records
    self.claims = claims
    self.today = today
  }

  /// What results depend on beside rules and documents.
  package var stamps: [String] {
    var stamps: [String] = []
    if let records { stamps.append("records " + records.stamp) }
    if let claims {
      stamps.append("claims " + claims.stamp)
      if let today { stamps.append("today \(today)") }
    }
    return stamps
  }
}
