import ContentModel

/// A document made of its source as it stands, one block a line, whose findings are placed by their words.
struct ReportFixture {
  var document: Document

  init(_ source: String, path: String = "page.txt", kinds: [Block.Kind] = [], language: String? = nil) {
    let utf8 = Array(source.utf8)
    let text = SourceText(utf8: utf8, encoding: "utf-8")
    var blocks: [Block] = []
    for line in 1...text.lineStarts.count {
      let range = text.lineRange(line)
      guard !range.isEmpty else { continue }
      let kind = blocks.count < kinds.count ? kinds[blocks.count] : .paragraph
      blocks.append(Block(kind: kind, span: Span(range)))
    }
    document = Document(
      path: path, format: .text, utf8: utf8, blocks: blocks, language: language,
      sourceMap: SourceMap(
        source: text,
        segments: [.init(text: 0, textLength: utf8.count, source: 0, sourceLength: utf8.count, kind: .verbatim)]))
  }

  init(_ document: Document) {
    self.document = document
  }

  /// The span of the first occurrence of these words, of their scalars exactly; empty at 0 if they do not occur.
  func span(_ words: String) -> Span {
    let needle = Array(words.utf8)
    let text = document.utf8
    guard !needle.isEmpty, needle.count <= text.count else { return Span(0, 0) }
    for start in 0...(text.count - needle.count) where Array(text[start..<start + needle.count]) == needle {
      return Span(start, start + needle.count)
    }
    return Span(0, 0)
  }

  func finding(
    _ words: String, rule: String = "health/guaranteed-outcome", severity: Severity = .error,
    scope: Finding.Scope = .span, message: String = "promises an outcome that no treatment can guarantee",
    help: String? = nil, basis: [Finding.Basis] = [], related: [(String, String)] = []
  ) -> Finding {
    Finding(
      rule: rule, category: "guarantee", severity: severity, scope: scope, message: message, help: help, basis: basis,
      span: span(words), related: related.map { Finding.Related(message: $0.0, span: span($0.1)) })
  }

  func reported(_ finding: Finding) -> ReportedFinding {
    let map = document.sourceMap
    let ranges = map.locations(of: finding.span)
    return ReportedFinding(
      finding: finding, text: document.text(finding.span), location: map.location(of: finding.span),
      ranges: ranges.count > 1 ? ranges : [], related: finding.related.map { map.location(of: $0.span) },
      fingerprint: "f0f0")
  }

  func report(_ findings: [Finding] = [], reason: String? = nil) -> DocumentReport {
    let verdict = findings.map(\.severity.verdict).max() ?? .clear
    return DocumentReport(
      path: document.path, sha256: "ab12", verdict: verdict,
      reason: reason ?? (findings.isEmpty ? "nothing was found" : "a finding stands against publication"),
      findings: findings.map(reported), document: document)
  }
}

func scan(_ documents: [DocumentReport], errors: [DocumentError] = []) -> ScanReport {
  ScanReport(toolVersion: "0.1.0", rulesDigest: "sha256:00ff", documents: documents, errors: errors)
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
