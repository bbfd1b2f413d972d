import Analysis
import ContentModel
import Foundation
import Readers

/// A part of the analysis with labelled cases of its own.
enum Component: String, CaseIterable {
  case sentences, context, quantities, references, studies

  /// What the analysis says of a case, in the words of the labels.
  func answer(_ text: String, type: String?, _ lexicons: AnalysisLexicons) throws -> [String: Any] {
    switch self {
    case .sentences:
      let analysis = try Self.analysis(text, lexicons)
      return ["sentences": analysis.sentences.map { analysis.document.text($0.span) }]
    case .context:
      let (plain, span) = Self.unmarked(text)
      let analysis = try Self.analysis(plain, lexicons)
      let government = analysis.government(of: span)
      let objects = ([government.object].compactMap(\.self) + government.others).map { analysis.document.text($0) }
      return ["flags": Self.names(analysis.context(of: span)), "objects": objects]
    case .quantities:
      let analysis = try Self.analysis(text, lexicons)
      return ["quantities": analysis.quantities.map { Self.quantity($0) }]
    case .studies:
      let analysis = try Self.analysis(text, lexicons)
      return Self.study(analysis.study(in: Span(0, text.utf8.count)))
    case .references:
      let isEntry = type == "entry"
      let analysis = try Self.analysis(isEntry ? "We sell tea and honey from the hills.\n\nReferences\n\n\(text)\n" : text, lexicons)
      return [
        "references": analysis.references.map { Self.reference($0, analysis) },
        "citations": analysis.citations.map { citation in
          ["start": citation.span.start, "end": citation.span.end, "self": citation.isSelfContained, "references": citation.references.map { $0 + 1 }]
        },
      ]
    }
  }

  private static func analysis(_ text: String, _ lexicons: AnalysisLexicons) throws -> DocumentAnalysis {
    DocumentAnalysis(try DocumentReader().read(Array(text.utf8), path: "case.txt", format: .text), lexicons: lexicons)
  }

  /// Takes `⟦…⟧` out of a text and gives the span between.
  private static func unmarked(_ marked: String) -> (String, Span) {
    var bytes: [UInt8] = []
    var start = 0
    var end = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": end = bytes.count
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), Span(start, max(start, end)))
  }

  private static func names(_ flags: AssertionContext) -> [String] { AssertionContext.named.filter { flags.contains($0.flag) }.map(\.name) }

  private static func quantity(_ quantity: Quantity) -> [String: Any] {
    var answer: [String: Any] = ["start": quantity.span.start, "end": quantity.span.end, "kind": quantity.kind.rawValue]
    answer["value"] = quantity.value
    return answer
  }

  private static func study(_ study: Study) -> [String: Any] {
    var answer: [String: Any] = ["designs": study.designs.map(\.rawValue), "endpoints": study.endpoints.map(\.rawValue)]
    answer["phase"] = study.phase
    answer["size"] = study.size
    answer["pooled"] = study.pooledStudies
    if study.isPreliminary { answer["preliminary"] = true }
    if study.isPreclinical { answer["preclinical"] = true }
    answer["supports"] = study.supports(.efficacy)
    answer["blinding"] = study.blinding?.rawValue
    if !study.species.isEmpty { answer["species"] = study.species }
    return answer
  }

  private static func reference(_ reference: Reference, _ analysis: DocumentAnalysis) -> [String: Any] {
    var answer: [String: Any] = ["start": reference.span.start, "end": reference.span.end, "authors": reference.authors, "bibliographic": reference.isBibliographic]
    answer["year"] = reference.year
    answer["suffix"] = reference.yearSuffix
    answer["title"] = reference.title.map { analysis.document.text($0) }
    answer["journal"] = reference.journal
    answer["doi"] = reference.doi
    answer["pmid"] = reference.pmid
    answer["pmcid"] = reference.pmcid
    answer["registration"] = reference.registration
    return answer
  }
}
