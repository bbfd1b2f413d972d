package import ContentModel
import Writers

/// A scan as Markdown for the comment on a pull request: the verdict, a table of what is not clear, and the findings to open.
///
/// GitHub takes 65,536 characters; the report stays below 60,000 bytes and says
/// how much it leaves out. Blocked documents come before those to review.
package struct MarkdownReporter: ReportWriter {
  private let context: ReportContext
  private var counts = ReportCounts()
  private var blocked = Section()
  private var review = Section()
  private var errors: [DocumentError] = []

  /// Documents of one verdict, as far as there is room for them.
  private struct Section {
    var rows: [String] = []
    var details: [String] = []
    var bytes = 0
    var leftOut = 0
  }

  private static let roomBlocked = 36_000
  private static let roomReview = 16_000
  private static let errorLimit = 20
  /// Findings of one document that are listed.
  private static let findingLimit = 20

  package init(_ context: ReportContext) { self.context = context }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    counts.add(document)
    switch document.verdict {
    case .clear: break
    case .review: Self.add(document, to: &review, room: Self.roomReview)
    case .blocked: Self.add(document, to: &blocked, room: Self.roomBlocked)
    }
    return []
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    counts.add(error)
    if errors.count < Self.errorLimit { errors.append(error) }
    return []
  }

  package mutating func tail() -> [UInt8] {
    var text = "### Content compliance: \(verdict)\n\n"
    let parts = [
      counts.documents > 0
        ? "\(counts.documents) document\(counts.documents == 1 ? "" : "s"): \(counts.verdictsPhrase) · \(counts.findingsPhrase)" : nil,
      counts.unchecked > 0 ? "**\(counts.unchecked) not checked**" : nil,
    ].compactMap { $0 }
    text += (parts.isEmpty ? "No document was checked" : parts.joined(separator: " · ")) + ".\n"
    let rows = blocked.rows + review.rows
    if !rows.isEmpty {
      text += "\n| Document | Verdict | Reason |\n| --- | --- | --- |\n" + rows.joined()
    }
    text += (blocked.details + review.details).joined()
    let leftOut = blocked.leftOut + review.leftOut
    if leftOut > 0 { text += "\n\(leftOut) more document\(leftOut == 1 ? "" : "s") with findings are not listed here.\n" }
    if !errors.isEmpty {
      text += "\n**Not checked**\n\n"
      for error in errors { text += "- \(MarkdownText.code(PlainWords.path(error.path))) \(MarkdownText.escaped(error.message, limit: 300)) (\(error.code.rawValue))\n" }
      if counts.unchecked > errors.count { text += "- and \(counts.unchecked - errors.count) more\n" }
    }
    text += "\n<sub>obstat \(MarkdownText.escaped(context.toolVersion)) · rules \(MarkdownText.code(String(context.rulesDigest.prefix(19))))</sub>\n"
    return Array(text.utf8)
  }

  private var verdict: String {
    if counts.blocked > 0 { return "blocked" }
    if counts.unchecked > 0 { return "incomplete" }
    if counts.review > 0 { return "to review" }
    return counts.documents > 0 ? "clear" : "nothing to check"
  }

  private static func add(_ document: DocumentReport, to section: inout Section, room: Int) {
    guard section.bytes < room else {
      section.leftOut += 1
      return
    }
    let path = MarkdownText.code(PlainWords.path(document.path))
    let row = "| \(path) | \(document.verdict.rawValue) | \(MarkdownText.escaped(document.reason, limit: 300)) |\n"
    var details = "\n<details><summary>\(summaryText(document))</summary>\n\n"
    let counting = document.findings.filter(\.counts)
    for reported in counting.prefix(findingLimit) {
      let finding = reported.finding
      details += "- **\(finding.severity.rawValue)** \(MarkdownText.code(finding.rule)), line \(reported.location.startLine): "
        + MarkdownText.escaped(finding.message, limit: 400)
      if let help = finding.help { details += " *\(MarkdownText.escaped(help, limit: 400))*" }
      if !finding.basis.isEmpty {
        details += " Basis: " + MarkdownText.escaped(finding.basis.map(\.citation).joined(separator: "; "), limit: 300)
      }
      details += "\n"
    }
    if counting.count > findingLimit { details += "- and \(counting.count - findingLimit) more\n" }
    details += "\n</details>\n"
    // Room is kept for what comes after the last that fits.
    guard section.bytes + row.utf8.count + details.utf8.count <= room + 2000 else {
      section.leftOut += 1
      return
    }
    section.rows.append(row)
    section.details.append(details)
    section.bytes += row.utf8.count + details.utf8.count
  }

  /// Inside HTML, where Markdown has no say.
  private static func summaryText(_ document: DocumentReport) -> String {
    var html = HTMLWriter()
    html.text(PlainWords.line(PlainWords.path(document.path)))
    let count = document.findings.count(where: \.counts)
    return "<code>\(String(decoding: html.bytes, as: UTF8.self))</code>: \(count) finding\(count == 1 ? "" : "s")"
  }
}
