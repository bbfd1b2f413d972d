package import ContentModel
import Writers

/// A scan as one self-contained page for people: each document's text with the findings' words marked, and the findings beside it.
///
/// The page loads nothing and runs nothing: its content security policy forbids
/// scripts and network outright, so that even a hostile document stays text. It
/// can be read on a wide or narrow screen, in the dark, by a screen reader, and
/// on paper. The cost is linear in text and findings.
package struct HTMLReporter {
  package static func report(_ report: ScanReport) -> [UInt8] {
    ReportContext.render(
      report, with: HTMLReportWriter(ReportContext(toolVersion: report.toolVersion, rulesDigest: report.rulesDigest)))
  }

  static func lead(_ counts: ReportCounts) -> String {
    var parts: [String] = []
    if counts.documents > 0 {
      parts.append(
        "\(counts.documents) document\(counts.documents == 1 ? "" : "s") checked: \(counts.verdictsPhrase); \(counts.findingsPhrase).")
    } else {
      parts.append("No document was checked.")
    }
    if counts.unchecked > 0 { parts.append("<strong>\(counts.unchecked) could not be checked.</strong>") }
    return parts.joined(separator: " ")
  }

  fileprivate static func index(_ rows: [HTMLReportWriter.Row], _ html: inout HTMLWriter) {
    html.raw(
      "<table class=\"index\">\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"number\">Errors</th><th scope=\"col\" class=\"number\">Warnings</th><th scope=\"col\" class=\"number\">Notes</th></tr></thead>\n<tbody>\n"
    )
    for (i, row) in rows.enumerated() {
      html.raw("<tr><th scope=\"row\"><a href=\"#\(HTMLAnchors(document: i + 1).header)\">")
      html.text(row.path)
      html.raw("</a></th><td>")
      badge(row.verdict, &html)
      html.raw("</td>")
      for count in [row.counts.errors, row.counts.warnings, row.counts.notes] {
        html.raw("<td class=\"number\">\(count == 0 ? "–" : String(count))</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n")
  }

  static func errors(_ errors: [DocumentError], _ html: inout HTMLWriter) {
    guard !errors.isEmpty else { return }
    html.raw("<section class=\"unchecked\">\n<h2>Not checked</h2>\n<ul>\n")
    for error in errors {
      html.raw("<li><b>")
      html.text(error.path)
      html.raw("</b> <code>\(error.code.rawValue)</code> ")
      html.text(error.message)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</section>\n")
  }

  static func badge(_ verdict: Verdict, _ html: inout HTMLWriter) {
    let (sign, word) = switch verdict {
    case .blocked: ("✕", "Blocked")
    case .review: ("!", "Review")
    case .clear: ("✓", "Clear")
    }
    html.raw("<span class=\"badge \(verdict.rawValue)\"><span aria-hidden=\"true\">\(sign)</span> \(word)</span>")
  }

  // MARK: One document

  fileprivate static func document(_ report: DocumentReport, _ anchors: HTMLAnchors, _ html: inout HTMLWriter) {
    html.raw("<section class=\"document\" id=\"\(anchors.header)\">\n<header>\n<h2>")
    html.text(report.path)
    html.raw("</h2>\n<p class=\"verdict\">")
    badge(report.verdict, &html)
    html.raw(" ")
    html.text(report.reason)
    html.raw("</p>\n<p class=\"facts\">\(ReportCounts(report).findingsPhrase) · SHA-256 <code>")
    html.text(report.sha256)
    html.raw("</code></p>\n")
    readingNotes(report.document.notes, &html)
    html.raw("</header>\n")

    let language = HTMLWriter.languageAttribute(report.document.language)
    let whole = report.findings.indices.filter { report.findings[$0].finding.scope == .document }
    if !whole.isEmpty {
      html.raw("<section class=\"whole\">\n<h3>About the whole document</h3>\n<div class=\"cards\">\n")
      for finding in whole {
        html.card(report.findings[finding], finding, anchors: anchors, language: language)
      }
      html.raw("</div>\n</section>\n")
    }
    var copy = HTMLCopy(report, anchors: anchors, appendingTo: html)
    html = HTMLWriter()
    copy.render()
    html = copy.html
    html.raw("</section>\n")
  }

  /// More notes than this are counted, not listed.
  private static let readingNoteLimit = 12

  private static func readingNotes(_ notes: [ReadingNote], _ html: inout HTMLWriter) {
    guard !notes.isEmpty else { return }
    html.raw("<ul class=\"reading\">\n")
    for note in notes.prefix(readingNoteLimit) {
      html.raw("<li>")
      html.text(note.message)
      html.raw(" (byte \(note.sourceByte))</li>\n")
    }
    if notes.count > readingNoteLimit { html.raw("<li>and \(notes.count - readingNoteLimit) more</li>\n") }
    html.raw("</ul>\n")
  }

  fileprivate static let legend =
    "<p>E, W and N stand for error, warning and note. A marker in the text leads to its finding, the marker of a finding to its words. Columns count Unicode characters.</p>\n"

  /// - Parameter notes: paragraphs on how the page is to be read.
  static func foot(_ context: ReportContext, notes: String = "", _ html: inout HTMLWriter) {
    html.raw("<footer>\n<p>Made by obstat ")
    html.text(context.toolVersion)
    html.raw(" with rules <code>")
    html.text(context.rulesDigest)
    html.raw("</code>.</p>\n\(notes)</footer>\n")
  }
}

/// Writes the page as its documents come; the head, which counts and lists them, is known last.
package struct HTMLReportWriter: ReportWriter {
  struct Row {
    var path: String
    var verdict: Verdict
    var counts: ReportCounts
  }

  private let context: ReportContext
  private var counts = ReportCounts()
  private var rows: [Row] = []
  private var errors: [DocumentError] = []

  package init(_ context: ReportContext) { self.context = context }

  package var headNeedsWhole: Bool { true }

  package mutating func head() -> [UInt8] {
    var html = HTMLWriter()
    let name = "Content compliance report"
    html.openPage(
      title: rows.count == 1 ? "\(rows[0].path) – \(name)" : name, styleSheet: HTMLReporter.styleSheet, policy: .styleOnly)
    html.raw("<header class=\"page\">\n<h1>\(name)</h1>\n<p class=\"lead\">")
    html.raw(HTMLReporter.lead(counts))
    html.raw("</p>\n")
    if rows.count > 1 { HTMLReporter.index(rows, &html) }
    HTMLReporter.errors(errors, &html)
    html.raw("</header>\n<main>\n")
    return html.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    counts.add(document)
    rows.append(Row(path: document.path, verdict: document.verdict, counts: ReportCounts(document)))
    var html = HTMLWriter()
    HTMLReporter.document(document, HTMLAnchors(document: rows.count), &html)
    return html.bytes
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    counts.add(error)
    errors.append(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    var html = HTMLWriter()
    html.raw("</main>\n")
    HTMLReporter.foot(context, notes: HTMLReporter.legend, &html)
    html.closePage()
    return html.bytes
  }
}
