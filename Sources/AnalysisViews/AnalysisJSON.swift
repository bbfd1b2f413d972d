package import Analysis
import ContentModel
import Writers

/// An analysis as one JSON object, for programs.
///
/// `blocks`, `sentences`, `quantities`, `citations`, `references` and `assertions` are
/// arrays whose elements point to one another by index. A `place` is where the words
/// stand in the file: lines and columns from 1, `startByte` and `endByte` from 0, half
/// open. A member that does not apply is left out.
package struct AnalysisJSON {
  private let analysis: DocumentAnalysis

  package init(_ analysis: DocumentAnalysis) { self.analysis = analysis }

  /// The object and a line feed, UTF-8.
  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("path", analysis.document.path)
      json.member("format", analysis.document.format.rawValue)
      json.member("encoding", analysis.document.sourceMap.source.encoding)
      json.member("language", analysis.recognisedLanguage)
      json.objects("blocks", analysis.blocks.indices, elements: 2) { block($1, &$0) }
      json.objects("sentences", analysis.sentences.indices, elements: 2) { sentence($1, &$0) }
      json.objects("quantities", analysis.quantities, elements: 2) { quantity($1, &$0) }
      json.objects("citations", analysis.citations, elements: 2) { citation($1, &$0) }
      json.objects("references", analysis.references.indices, elements: 2) { reference($1, &$0) }
      json.objects("assertions", assertions, elements: 2) { assertion($1, &$0) }
    }
    json.newLine()
    return json.bytes
  }

  private var assertions: [(sentence: Int, claim: ReadClaim)] {
    analysis.sentences.indices.flatMap { n in analysis.readClaims(inSentence: n).map { (n, $0) } }
  }

  private func words(_ span: Span) -> String { analysis.document.text(span) }

  private func place(_ span: Span, _ json: inout JSONWriter) {
    let place = analysis.document.sourceMap.location(of: span)
    json.object("place") { json in
      json.member("startLine", place.startLine)
      json.member("startColumn", place.startColumn)
      json.member("endLine", place.endLine)
      json.member("endColumn", place.endColumn)
      json.member("startByte", place.startByte)
      json.member("endByte", place.endByte)
    }
  }

  private func block(_ n: Int, _ json: inout JSONWriter) {
    let block = analysis.blocks[n]
    json.member("kind", block.kind.rawValue)
    if block.level > 0 { json.member("level", block.level) }
    json.member("label", block.label)
    json.member("parent", block.parent)
    let flags = [(Block.Flags.inferred, "inferred"), (.hidden, "hidden"), (.furniture, "furniture"), (.header, "header")]
      .filter { block.flags.contains($0.0) }.map(\.1)
    if !flags.isEmpty { json.member("flags", flags) }
    place(block.span, &json)
  }

  private func sentence(_ n: Int, _ json: inout JSONWriter) {
    let sentence = analysis.sentences[n]
    json.member("text", words(sentence.span))
    json.member("block", sentence.block)
    place(sentence.span, &json)
    study(analysis.study(in: sentence.span), &json)
    let contexts = analysis.contextTriggers(inSentence: n)
    if !contexts.isEmpty {
      json.objects("contexts", contexts) { context($1.flag, $1.span, &$0) }
    }
  }

  private func context(_ flag: AssertionContext, _ span: Span, _ json: inout JSONWriter) {
    json.member("context", Self.name(flag))
    json.member("words", words(span))
    place(span, &json)
  }

  private static func name(_ flag: AssertionContext) -> String { AssertionContext.named.first { $0.flag == flag }?.name ?? "" }

  private func names(_ flags: AssertionContext, _ json: inout JSONWriter) {
    let names = AssertionContext.named.filter { flags.contains($0.flag) }.map(\.name)
    if !names.isEmpty { json.member("contexts", names) }
  }

  private func quantity(_ quantity: Quantity, _ json: inout JSONWriter) {
    json.member("text", words(quantity.span))
    json.member("kind", quantity.kind.rawValue)
    json.member("form", quantity.form.rawValue)
    json.member("value", quantity.value)
    json.member("upper", quantity.upper)
    json.member("denominator", quantity.denominator)
    json.member("unit", quantity.unit)
    json.member("sentence", analysis.sentenceIndex(at: quantity.span.start))
    names(analysis.context(of: quantity.span), &json)
    place(quantity.span, &json)
  }

  private func citation(_ citation: Citation, _ json: inout JSONWriter) {
    json.member("text", words(citation.span))
    json.member("kind", citation.kind.rawValue)
    if !citation.authors.isEmpty { json.member("authors", citation.authors) }
    json.member("year", citation.year)
    json.member("yearEnd", citation.yearEnd)
    json.member("yearSuffix", citation.yearSuffix)
    json.member("journal", citation.journal)
    json.member("label", citation.label)
    json.member("references", citation.references)
    json.member("selfContained", citation.isSelfContained)
    if citation.isPartial { json.member("partial", true) }
    json.member("sentence", analysis.sentenceIndex(at: citation.span.start))
    place(citation.span, &json)
  }

  private func reference(_ n: Int, _ json: inout JSONWriter) {
    let reference = analysis.references[n]
    json.member("label", reference.label)
    json.member("bibliographic", reference.isBibliographic)
    json.member("authors", reference.authors)
    json.member("year", reference.year)
    json.member("yearSuffix", reference.yearSuffix)
    json.member("title", reference.title.map(words))
    json.member("journal", reference.journal)
    json.member("doi", reference.doi)
    json.member("pmid", reference.pmid)
    json.member("pmcid", reference.pmcid)
    json.member("registration", reference.registration)
    json.member("url", reference.url)
    json.member("summary", reference.summary.map(words))
    study(reference.study, &json)
    json.member("citations", analysis.citations(of: n))
    place(reference.span, &json)
  }

  /// What some words tell of a study; nothing where they tell nothing.
  private func study(_ study: Study, _ json: inout JSONWriter) {
    guard !study.evidence.isEmpty else { return }
    json.object("study") { json in
      json.member("description", study.description)
      json.member("phase", study.phase)
      json.member("designs", study.designs.map(\.rawValue))
      json.member("size", study.size)
      json.member("pooledStudies", study.pooledStudies)
      json.member("endpoints", study.endpoints.map(\.rawValue))
      json.member("blinding", study.blinding?.rawValue)
      if !study.species.isEmpty { json.member("species", study.species) }
      json.member("early", study.isEarlyEvidence)
      json.member("supportsEfficacy", study.supports(.efficacy))
      json.member("toldBy", study.evidence.map(words))
    }
  }

  private func assertion(_ assertion: (sentence: Int, claim: ReadClaim), _ json: inout JSONWriter) {
    let claim = assertion.claim
    json.member("text", words(claim.span))
    json.member("kind", claim.kind.rawValue)
    json.member("asserted", claim.isAsserted)
    json.member("strength", claim.strength?.rawValue)
    json.member("about", claim.subject.map(words))
    json.member("sentence", assertion.sentence)
    if !claim.contexts.isEmpty {
      json.objects("contexts", claim.contexts) { context($1.flag, $1.span, &$0) }
    }
    place(claim.span, &json)
  }
}
