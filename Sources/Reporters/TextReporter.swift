package import ContentModel

/// A scan as a compiler would print it: message, place, source line with the exact words underlined, help, related places, basis.
///
/// Nothing from a document or a rule reaches the terminal raw: controls and
/// bidirectional overrides are shown as pictures (see ``TerminalText``).
package struct TextReporter: Sendable {
  /// Columns assumed where the terminal's width is not known, as in a pipe.
  package static let defaultWidth = 100

  private let style: TerminalStyle
  private let width: Int

  /// Widths below 40 columns count as 40.
  package init(color: Bool, width: Int?) {
    style = TerminalStyle(color: color)
    self.width = max(40, width ?? Self.defaultWidth)
  }

  /// The findings of one document, in their order, and a closing line with verdict and reason.
  package func document(_ document: DocumentReport) -> [UInt8] {
    var output: [UInt8] = []
    append(document, to: &output)
    return output
  }

  package func append(_ document: DocumentReport, to output: inout [UInt8]) {
    for reported in document.findings where reported.disposition == nil {
      append(reported, of: document, to: &output)
      output.append(0x0A)
    }
    appendSetAside(document, to: &output)
    style.begin(.strong, &output)
    output.append(contentsOf: TerminalText.line(document.path))
    style.end(&output)
    output.append(contentsOf: ": ".utf8)
    style.append(document.verdict.rawValue, TerminalStyle.Role(document.verdict), &output)
    let reason = TerminalText.line(document.reason)
    if !reason.isEmpty {
      output.append(contentsOf: " — ".utf8)
      output.append(contentsOf: reason)
    }
    output.append(0x0A)
    // Documents with findings stand apart; clean ones are a list.
    if document.findings.contains(where: { $0.disposition?.kind != .baselined }) { output.append(0x0A) }
  }

  /// One line about a document that could not be checked.
  package func error(_ error: DocumentError) -> [UInt8] {
    var output: [UInt8] = []
    style.begin(.strong, &output)
    output.append(contentsOf: TerminalText.line(error.path))
    style.end(&output)
    output.append(contentsOf: ": ".utf8)
    style.append("not checked", .error, &output)
    output.append(contentsOf: " (\(error.code.rawValue)) — ".utf8)
    output.append(contentsOf: TerminalText.line(error.message))
    output.append(0x0A)
    return output
  }

  package func summary(_ report: ScanReport) -> [UInt8] {
    summary(ReportCounts(report))
  }

  /// One line about all documents: verdicts, findings by severity, and what could not be checked.
  package func summary(_ counts: ReportCounts) -> [UInt8] {
    var output: [UInt8] = []
    let documents = "\(counts.documents) document\(counts.documents == 1 ? "" : "s")"
    let verdicts = counts.verdictsPhrase
    style.append(verdicts.isEmpty ? documents : "\(documents): \(verdicts)", .strong, &output)
    if counts.documents > 0 { output.append(contentsOf: " · \(counts.findingsPhrase)".utf8) }
    if counts.unchecked > 0 {
      output.append(contentsOf: " · ".utf8)
      style.append("\(counts.unchecked) not checked", .error, &output)
    }
    output.append(0x0A)
    return output
  }

  // MARK: One finding

  private func append(_ reported: ReportedFinding, of document: DocumentReport, to output: inout [UInt8]) {
    let finding = reported.finding
    let role = TerminalStyle.Role(finding.severity)
    let map = document.document.sourceMap
    let snippet = SourceSnippet(
      source: map.source, ranges: document.hidesWords ? [] : reported.comment.map { [$0] } ?? map.decodedRanges(of: finding.span))
    let related = zip(finding.related, reported.related).map { related, location in
      (
        related.message, location,
        SourceSnippet(source: map.source, ranges: document.hidesWords ? [] : map.decodedRanges(of: related.span), lineLimit: 1)
      )
    }
    let gutter = max(1, related.reduce(snippet.gutterWidth) { max($0, $1.2.gutterWidth) })
    let margin = String(repeating: " ", count: gutter + 1)

    style.begin(role, &output)
    output.append(contentsOf: "\(finding.severity.rawValue)[".utf8)
    output.append(contentsOf: TerminalText.line(finding.rule))
    output.append(UInt8(ascii: "]"))
    style.end(&output)
    style.begin(.strong, &output)
    output.append(contentsOf: ": ".utf8)
    output.append(contentsOf: TerminalText.line(finding.message))
    style.end(&output)
    output.append(0x0A)

    style.append(margin + "╭─▸ ", .dim, &output)
    appendPlace(document.path, reported.location, to: &output)
    if finding.scope == .document { output.append(contentsOf: " (about the whole document)".utf8) }
    output.append(0x0A)
    snippet.append(source: map.source, gutter: gutter, width: width, rule: "━", role: role, style: style, to: &output)

    if let help = finding.help { appendAttachment("help", help, margin: margin, to: &output) }
    if let fix = finding.fix { appendAttachment("fix", Self.phrase(fix), margin: margin, to: &output) }
    for (message, location, snippet) in related {
      style.append(margin + "├─▸ ", .dim, &output)
      appendPlace(document.path, location, to: &output)
      output.append(0x20)
      style.append("note", .note, &output)
      output.append(contentsOf: ": ".utf8)
      output.append(contentsOf: TerminalText.line(message))
      output.append(0x0A)
      snippet.append(
        source: map.source, gutter: gutter, width: width, rule: "─", role: .note, style: style, to: &output)
    }
    for folded in finding.folded { appendAttachment("also", "\(folded.message) [\(folded.rule)]", margin: margin, to: &output) }
    // What each provision says is for `explain` and the page; here it would bury the next finding.
    if !finding.basis.isEmpty {
      appendAttachment("basis", finding.basis.map(\.citation).joined(separator: "; "), margin: margin, to: &output)
    }
  }

  /// What somebody answers for, a line each; what is in the baseline is only counted.
  private func appendSetAside(_ document: DocumentReport, to output: inout [UInt8]) {
    var isFirst = true
    for reported in document.findings {
      guard let disposition = reported.disposition, disposition.kind != .baselined else { continue }
      style.append("\(disposition.kind.rawValue)[", .dim, &output)
      output.append(contentsOf: TerminalText.line(reported.finding.rule))
      style.append("] ", .dim, &output)
      appendPlace(document.path, reported.location, to: &output)
      var parts = [disposition.justification].compactMap { $0 }
      if let approver = disposition.approver {
        let until = disposition.expires.map { " until \($0)" } ?? ""
        parts.append("(\(([approver + until] + [disposition.ticket].compactMap { $0 }).joined(separator: ", ")))")
      }
      if let place = disposition.location { parts.append("(line \(place.startLine))") }
      if !parts.isEmpty {
        output.append(contentsOf: " — ".utf8)
        output.append(contentsOf: TerminalText.line(parts.joined(separator: " ")))
      }
      output.append(0x0A)
      isFirst = false
    }
    if !isFirst { output.append(0x0A) }
  }

  private static func phrase(_ fix: Finding.Fix) -> String {
    let words = fix.replacements.map { $0.isEmpty ? "take the words out" : "write “\($0)”" }.joined(separator: ", or ")
    return words + (fix.isSafe ? " (obstat fix does)" : "")
  }

  private func appendPlace(_ path: String, _ location: Location, to output: inout [UInt8]) {
    output.append(contentsOf: TerminalText.line(path))
    output.append(contentsOf: ":\(location.startLine):\(location.startColumn)".utf8)
  }

  private func appendAttachment(_ label: String, _ text: String, margin: String, to output: inout [UInt8]) {
    style.append(margin + "= ", .dim, &output)
    style.append(label, .strong, &output)
    output.append(contentsOf: ": ".utf8)
    TerminalText.appendWrapped(
      text, indentation: margin.utf8.count + label.utf8.count + 4, width: width, to: &output)
    output.append(0x0A)
  }
}
