package import ContentModel

extension FindingDisposition {
  /// Why the finding does not count, as one sentence.
  package var sentence: String {
    var text =
      switch kind {
      case .suppressed: "suppressed in the document"
      case .waived: "waived"
      case .baselined: "was there when the baseline was made"
      }
    if let approver { text += " by \(approver)" }
    if let granted { text += " on \(granted)" }
    if let expires { text += " until \(expires)" }
    if let justification { text += ": \(justification)" }
    if let ticket { text += " (\(ticket))" }
    return PlainWords.line(text)
  }
}

extension ReportedFinding {
  /// Whether the finding bears on the verdict: nobody has answered for it.
  package var counts: Bool { disposition == nil }
}
