package import Analysis
import ContentModel
import Writers

/// An analysis as one self-contained page: the document's words with marks that explain themselves, and the references beside their studies.
///
/// The page loads nothing and runs nothing. Every mark has a note that is shown beside
/// its sentence; citations lead to their entries and entries back to their citations.
package struct AnalysisPage {
  private let analysis: DocumentAnalysis
  private let marks: [PageMark]

  package init(_ analysis: DocumentAnalysis) {
    self.analysis = analysis
    marks = PageMark.all(in: analysis)
  }

  private var document: Document { analysis.document }

  package var bytes: [UInt8] {
    var page = HTMLWriter()
    page.openPage(title: "\(document.path) – what the host sees", styleSheet: Self.styleSheet, policy: .styleOnly)
    page.raw("<header><h1>")
    page.line(document.path)
    page.raw("</h1>\n<p>")
    page.line(
      "\(document.format.rawValue), \(document.sourceMap.source.encoding)\(analysis.recognisedLanguage.map { ", reads as \($0)" } ?? ""); "
        + "\(analysis.sentences.count) sentences, \(analysis.quantities.count) numbers, \(analysis.citations.count) citations, \(analysis.references.count) references"
    )
    page.raw("</p>\n<p class=\"key\">")
    for kind in PageMark.Kind.allCases { page.raw("<span class=\"mark \(kind.rawValue)\">\(kind.title)</span> ") }
    page.raw("</p></header>\n<main>\n")
    for leaf in analysis.leaves where !analysis.blocks[leaf].span.isEmpty { self.leaf(leaf, &page) }
    page.raw("</main>\n")
    references(&page)
    page.closePage()
    return page.bytes
  }

  // MARK: Text

  private func leaf(_ leaf: Int, _ page: inout HTMLWriter) {
    let block = analysis.blocks[leaf]
    var names = [block.kind.rawValue]
    var parent = block.parent
    // Parents precede their children, so the walk ends.
    while let index = parent, names.count < 8 {
      names.append(analysis.blocks[index].kind.rawValue)
      parent = analysis.blocks[index].parent.flatMap { $0 < index ? $0 : nil }
    }
    let isReference = names.contains(Block.Kind.referenceEntry.rawValue)
    page.raw("<section class=\"leaf \(block.kind.rawValue)\(isReference ? " entry" : "")\"><p class=\"where\">\(names.reversed().joined(separator: " › "))")
    if block.level > 0 { page.raw(" \(block.level)") }
    if block.flags.contains(.inferred) { page.raw(", implied") }
    if block.flags.contains(.hidden) { page.raw(", hidden") }
    page.raw(", line \(document.sourceMap.location(of: block.span).startLine)</p>\n")
    var sentence = analysis.sentences.partitionPoint { $0.span.end > block.span.start }
    while sentence < analysis.sentences.count, analysis.sentences[sentence].span.start < block.span.end {
      self.sentence(analysis.sentences[sentence].span, &page)
      sentence += 1
    }
    page.raw("</section>\n")
  }

  private func sentence(_ span: Span, _ page: inout HTMLWriter) {
    var n = marks.partitionPoint { $0.span.start >= span.start }
    var own: [PageMark] = []
    while n < marks.count, marks[n].span.start < span.end {
      own.append(marks[n])
      n += 1
    }
    page.raw("<div class=\"sentence\"><p class=\"copy\">")
    var at = span.start
    // Marks that overlap are shown as the first of them; every one has its note.
    for mark in own where mark.span.start >= at && mark.span.end <= span.end {
      page.line(document.text(Span(at, mark.span.start)))
      if let anchor = mark.anchor { page.raw("<a id=\"\(anchor)\" href=\"#\(mark.target ?? anchor)\" class=\"mark \(mark.kind.rawValue)\" title=\"") } else {
        page.raw("<span class=\"mark \(mark.kind.rawValue)\" title=\"")
      }
      page.line(mark.note)
      page.raw("\">")
      page.line(document.text(mark.span))
      page.raw(mark.anchor == nil ? "</span>" : "</a>")
      at = mark.span.end
    }
    page.line(document.text(Span(at, span.end)))
    page.raw("</p>")
    let study = analysis.study(in: span)
    if !own.isEmpty || !study.evidence.isEmpty {
      page.raw("<ul class=\"notes\">")
      for mark in own {
        page.raw("<li class=\"\(mark.kind.rawValue)\"><q>")
        page.line(document.text(mark.span))
        page.raw("</q> ")
        page.line(mark.note)
        page.raw("</li>")
      }
      if !study.evidence.isEmpty {
        page.raw("<li class=\"study\">")
        page.line("speaks of \(study.description)\(Self.verdict(study))")
        page.raw("</li>")
      }
      page.raw("</ul>")
    }
    page.raw("</div>\n")
  }

  static func verdict(_ study: Study) -> String {
    switch study.supports(.efficacy) {
    case true?: ", which can carry a benefit"
    case false?: ", which cannot carry a benefit"
    case nil: ""
    }
  }

  // MARK: References

  private func references(_ page: inout HTMLWriter) {
    guard !analysis.references.isEmpty else { return }
    page.raw("<section class=\"references\"><h2>References</h2>\n<ol>\n")
    for (n, reference) in analysis.references.enumerated() {
      page.raw("<li id=\"r\(n + 1)\"><p>")
      if let label = reference.label { page.line("[\(label)] ") }
      page.raw("<strong>")
      page.line(reference.title.map { document.text($0) } ?? (reference.isBibliographic ? "without a title" : "a note"))
      page.raw("</strong></p>\n<dl>")
      let identifiers = [reference.doi, reference.pmid.map { "PMID \($0)" }, reference.pmcid, reference.registration, reference.url].compactMap(\.self)
      let rows: [(String, String?)] = [
        ("authors", reference.authors.isEmpty ? nil : reference.authors.joined(separator: ", ")),
        ("year", reference.year.map { "\($0)\(reference.yearSuffix ?? "")" }), ("journal", reference.journal),
        ("identifiers", identifiers.isEmpty ? nil : identifiers.joined(separator: ", ")),
        ("study", reference.study.evidence.isEmpty ? nil : reference.study.description + Self.verdict(reference.study)),
        ("told by", reference.study.evidence.isEmpty ? nil : reference.study.evidence.map { "“\(document.text($0))”" }.joined(separator: ", ")),
      ]
      for case (let name, let value?) in rows {
        page.raw("<dt>\(name)</dt><dd>")
        page.line(value)
        page.raw("</dd>")
      }
      page.raw("<dt>cited at</dt><dd>")
      let citations = analysis.citations(of: n)
      if citations.isEmpty { page.raw("nowhere") }
      for (k, citation) in citations.enumerated() {
        page.raw("\(k > 0 ? ", " : "")<a href=\"#c\(citation + 1)\">line \(document.sourceMap.location(of: analysis.citations[citation].span).startLine)</a>")
      }
      page.raw("</dd></dl></li>\n")
    }
    page.raw("</ol></section>\n")
  }
}
