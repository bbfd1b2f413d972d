/// What became of the findings of a document from one version to the next.
package struct DocumentComparison: Sendable {
  /// A finding of both versions: the same rule and the same words.
  package struct Open: Sendable {
    package var old: ReportedFinding
    package var new: ReportedFinding
    /// Whether its words changed places with those of other findings, and were not merely pushed along by edits before them.
    package var isMoved: Bool

    package init(old: ReportedFinding, new: ReportedFinding, isMoved: Bool) {
      self.old = old
      self.new = new
      self.isMoved = isMoved
    }
  }

  package var old: DocumentReport
  package var new: DocumentReport
  /// In the order of the new version.
  package var added: [ReportedFinding]
  /// In the order of the old version.
  package var fixed: [ReportedFinding]
  /// In the order of the new version.
  package var open: [Open]

  package init(old: DocumentReport, new: DocumentReport, added: [ReportedFinding], fixed: [ReportedFinding], open: [Open]) {
    self.old = old
    self.new = new
    self.added = added
    self.fixed = fixed
    self.open = open
  }
}
