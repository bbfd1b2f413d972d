package import ContentModel
import Writers

/// A batch as one self-contained page: documents with their findings in a table that can be filtered and sorted.
///
/// By verdict, severity, category, rule, market, product and the jurisdiction of
/// the rule. The page loads nothing; its one script is named by its hash in the
/// content security policy, so that no text of a document can run. Without the
/// script the whole table is still there to read.
package struct HTMLIndexWriter: ReportWriter {
  private let context: ReportContext
  private let markets: [String: [String]]
  private var counts = ReportCounts()
  private var errors: [DocumentError] = []
  private var facets: [Facet: [String: Int]] = [:]
  private var number = 0

  /// What the table can be filtered by: the name in the page, and the data that a row carries for it.
  enum Facet: String, CaseIterable {
    case verdict, severity, category, rule, market, product, jurisdiction

    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// Whether it is the document's rather than the finding's.
    var isOfDocument: Bool { self == .verdict || self == .market || self == .product }
  }

  package init(_ context: ReportContext) {
    self.context = context
    markets = Dictionary(context.rules.map { ($0.id, $0.markets) }) { first, _ in first }
  }

  package var headNeedsWhole: Bool { true }

  package mutating func head() -> [UInt8] {
    var html = HTMLWriter()
    html.openPage(
      title: "Content compliance index", styleSheet: HTMLReporter.styleSheet + "\n" + Self.styleSheet,
      policy: .script(sha256: Self.scriptHash))
    html.raw("<header class=\"page\">\n<h1>Content compliance index</h1>\n<p class=\"lead\">")
    html.raw(HTMLReporter.lead(counts))
    html.raw("</p>\n")
    HTMLReporter.errors(errors, &html)
    html.raw("<form class=\"filters\" id=\"filters\" hidden>\n")
    for facet in Facet.allCases {
      guard let values = facets[facet], values.count > 1 else { continue }
      html.raw("<label>\(facet.label) <select name=\"\(facet.rawValue)\"><option value=\"\">all</option>")
      for (value, count) in values.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        // A value that is empty is one as well: the blank before it tells it from “all”.
        html.raw("<option value=\" ")
        html.text(value)
        html.raw("\">")
        html.text(value.isEmpty ? "(none)" : value)
        html.raw(" (\(count))</option>")
      }
      html.raw("</select></label>\n")
    }
    html.raw(
      "<label>Words <input name=\"words\" type=\"search\" autocomplete=\"off\"></label>\n<button type=\"reset\">All</button>\n<p id=\"shown\" role=\"status\"></p>\n</form>\n</header>\n<main>\n<table class=\"batch\" id=\"batch\">\n<thead><tr>"
    )
    for (key, label) in [("path", "Document"), ("verdict", "Verdict"), ("findings", "Findings"), ("market", "Market"), ("product", "Product")] {
      html.raw("<th scope=\"col\" data-key=\"\(key)\">\(label)</th>")
    }
    html.raw("</tr></thead>\n")
    return html.bytes
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    counts.add(document)
    let market = Self.value(document, "market")
    let product = Self.value(document, "product")
    var html = HTMLWriter()
    html.raw("<tbody data-order=\"\(number)\"")
    number += 1
    for (name, value) in [("path", document.path), ("verdict", document.verdict.rawValue), ("market", market), ("product", product)] {
      Self.data(name, value, &html)
    }
    html.raw(" data-findings=\"\(document.findings.count)\">\n<tr class=\"document-row\"><th scope=\"rowgroup\">")
    html.text(document.path)
    html.raw("</th><td>")
    HTMLReporter.badge(document.verdict, &html)
    html.raw("</td><td>\(document.findings.count)</td><td>")
    html.text(market)
    html.raw("</td><td>")
    html.text(product)
    html.raw("</td></tr>\n")
    for reported in document.findings { row(reported, &html) }
    html.raw("</tbody>\n")
    // A facet of documents counts documents, one of findings findings.
    facets[.verdict, default: [:]][document.verdict.rawValue, default: 0] += 1
    facets[.market, default: [:]][market, default: 0] += 1
    facets[.product, default: [:]][product, default: 0] += 1
    return html.bytes
  }

  private mutating func row(_ reported: ReportedFinding, _ html: inout HTMLWriter) {
    let finding = reported.finding
    let jurisdictions = markets[finding.rule] ?? []
    html.raw("<tr class=\"finding \(finding.severity.rawValue)\(reported.counts ? "" : " answered")\"")
    for (facet, value) in [
      (Facet.severity, finding.severity.rawValue), (.category, finding.category), (.rule, finding.rule),
      (.jurisdiction, jurisdictions.joined(separator: " ")),
    ] {
      Self.data(facet.rawValue, value, &html)
      for part in facet == .jurisdiction && !jurisdictions.isEmpty ? jurisdictions : [value] {
        facets[facet, default: [:]][part, default: 0] += 1
      }
    }
    html.raw("><td class=\"place\">\(reported.location.startLine):\(reported.location.startColumn)</td><td><span class=\"severity\">\(finding.severity.rawValue)</span></td><td colspan=\"3\"><code>")
    html.text(finding.rule)
    html.raw("</code> ")
    html.text(finding.message)
    if !reported.text.isEmpty {
      html.raw(" <q>")
      html.text(PlainWords.line(reported.text, limit: 240))
      html.raw("</q>")
    }
    if let disposition = reported.disposition {
      html.raw(" <em>")
      html.text(disposition.sentence)
      html.raw("</em>")
    }
    html.raw("</td></tr>\n")
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    counts.add(error)
    errors.append(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    var html = HTMLWriter()
    html.raw("</table>\n</main>\n")
    HTMLReporter.foot(context, &html)
    html.raw("<script>\(Self.script)</script>\n")
    html.closePage()
    return html.bytes
  }

  private static func data(_ name: String, _ value: String, _ html: inout HTMLWriter) {
    html.raw(" data-\(name)=\"")
    html.text(value)
    html.raw("\"")
  }

  private static func value(_ document: DocumentReport, _ key: String) -> String {
    document.document.metadataValue(key).map { PlainWords.line($0, limit: 100) } ?? ""
  }
}
