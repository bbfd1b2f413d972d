package import Analysis
import ContentModel

/// An analysis as indented text, for people at a terminal.
package struct AnalysisText {
  private let analysis: DocumentAnalysis

  package init(_ analysis: DocumentAnalysis) { self.analysis = analysis }

  private var document: Document { analysis.document }

  private func line(_ span: Span) -> Int { document.sourceMap.location(of: span).startLine }

  private func words(_ span: Span) -> String {
    document.text(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  package var text: String {
    var text = "\(document.path): \(document.format.rawValue), \(document.sourceMap.source.encoding)"
    text += analysis.recognisedLanguage.map { ", reads as \($0)" } ?? ""
    text += "\n"
    for entry in document.metadata { text += "  \(entry.key): \(entry.value)\n" }
    for index in analysis.blocks.indices { text += block(index) }
    if !analysis.references.isEmpty { text += "references\n" }
    for index in analysis.references.indices { text += reference(index) }
    return text
  }

  private func depth(_ index: Int) -> Int {
    var depth = 0
    var parent = analysis.blocks[index].parent
    while let current = parent, depth < 32 {
      depth += 1
      parent = analysis.blocks[current].parent
    }
    return depth
  }

  private func block(_ index: Int) -> String {
    let block = analysis.blocks[index]
    let indent = String(repeating: "  ", count: depth(index))
    var text = "\(indent)\(block.kind.rawValue)"
    if block.level > 0 { text += " \(block.level)" }
    if let label = block.label { text += " [\(label)]" }
    for (flag, name) in [(Block.Flags.inferred, "implied"), (.hidden, "hidden"), (.furniture, "furniture"), (.header, "header")]
    where block.flags.contains(flag) {
      text += " (\(name))"
    }
    text += " line \(line(block.span))\n"
    guard analysis.leafIndex(at: block.span.start).map({ analysis.leaves[$0] }) == index else { return text }
    for (position, sentence) in analysis.sentences.enumerated() where sentence.block == index {
      text += "\(indent)  “\(words(sentence.span))”\n"
      text += details(position).map { "\(indent)      \($0)\n" }.joined()
    }
    return text
  }

  private func details(_ position: Int) -> [String] {
    let span = analysis.sentences[position].span
    var lines = analysis.assertions(inSentence: position).map {
      "claims \($0.kind.rawValue), \($0.strength.rawValue): “\(words($0.span))”"
    }
    // What could claim and does not, with the words that say so.
    lines += analysis.readClaims(inSentence: position).filter { !$0.isAsserted }.map { claim in
      let causes = claim.contexts.map { context in
        "\(AssertionContext.named.first { $0.flag == context.flag }?.name ?? "") by “\(words(context.span))”"
      }
      return "does not claim \(claim.kind.rawValue): “\(words(claim.span))”, \(causes.joined(separator: ", "))"
    }
    let study = analysis.study(in: span)
    if !study.evidence.isEmpty { lines.append("speaks of \(study.description)\(verdict(study))") }
    lines += analysis.quantities.filter { span.contains($0.span) }.map {
      "number “\(words($0.span))”: \($0.kind.rawValue), \($0.form.rawValue)" + ($0.unit.map { ", of \($0)" } ?? "")
    }
    lines += analysis.citations.filter { span.contains($0.span) }.map { citation in
      let target =
        citation.references.isEmpty
        ? (citation.isSelfContained ? "stands for itself" : "answered by nothing")
        : "answered by line \(citation.references.map { String(line(analysis.references[$0].span)) }.joined(separator: ", "))"
      return "cites “\(words(citation.span))” (\(citation.kind.rawValue)): \(target)"
    }
    return lines
  }

  private func reference(_ index: Int) -> String {
    let reference = analysis.references[index]
    var text = "  line \(line(reference.span)) to \(document.sourceMap.location(of: reference.span).endLine)"
    text += reference.label.map { " [\($0)]" } ?? ""
    text += reference.isBibliographic ? "\n" : " (a note)\n"
    let parts: [(String, String?)] = [
      ("authors", reference.authors.isEmpty ? nil : reference.authors.joined(separator: ", ")),
      ("year", reference.year.map { String($0) + (reference.yearSuffix ?? "") }),
      ("title", reference.title.map(words)), ("journal", reference.journal), ("doi", reference.doi),
      ("pmid", reference.pmid), ("registration", reference.registration), ("url", reference.url),
      ("summary", reference.summary.map(words)),
      ("study", reference.study.evidence.isEmpty ? nil : reference.study.description + verdict(reference.study)),
      ("told by", reference.study.evidence.isEmpty ? nil : reference.study.evidence.map { "“\(words($0))”" }.joined(separator: ", ")),
      ("cited at", analysis.citations(of: index).isEmpty ? "nowhere" : analysis.citations(of: index).map { "line \(line(analysis.citations[$0].span))" }.joined(separator: ", ")),
    ]
    for case (let name, let value?) in parts { text += "    \(name): \(value)\n" }
    return text
  }

  private func verdict(_ study: Study) -> String {
    switch study.supports(.efficacy) {
    case true?: ", can carry a benefit"
    case false?: ", cannot carry a benefit"
    case nil: ""
    }
  }
}
