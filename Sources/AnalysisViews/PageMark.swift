import Analysis
import ContentModel

/// A stretch of words that the page marks, with what is to be said of it.
struct PageMark {
  enum Kind: String, CaseIterable {
    case claim, unclaimed, quantity, citation, context

    var title: String {
      switch self {
      case .claim: "claim"
      case .unclaimed: "words of a claim that is not made"
      case .quantity: "number"
      case .citation: "citation"
      case .context: "word that sets a context"
      }
    }
  }

  var span: Span
  var kind: Kind
  var note: String
  /// The id of the mark, where something leads to it.
  var anchor: String?
  /// The id to which it leads.
  var target: String?

  /// The marks of a document by start, the longer first.
  static func all(in analysis: DocumentAnalysis) -> [PageMark] {
    var marks: [PageMark] = []
    for (n, citation) in analysis.citations.enumerated() { marks.append(mark(n, citation, analysis)) }
    for quantity in analysis.quantities { marks.append(mark(quantity)) }
    for n in analysis.sentences.indices {
      for claim in analysis.readClaims(inSentence: n) { marks.append(mark(claim, analysis)) }
      for context in analysis.contextTriggers(inSentence: n) where context.flag != .quoted {
        marks.append(PageMark(span: context.span, kind: .context, note: "can make what it governs \(name(context.flag))"))
      }
    }
    return marks.sorted { $0.span.start != $1.span.start ? $0.span.start < $1.span.start : $0.span.end > $1.span.end }
  }

  private static func name(_ flag: AssertionContext) -> String { AssertionContext.named.first { $0.flag == flag }?.name ?? "" }

  private static func mark(_ n: Int, _ citation: Citation, _ analysis: DocumentAnalysis) -> PageMark {
    let lines = citation.references.map { "line \(analysis.document.sourceMap.location(of: analysis.references[$0].span).startLine)" }
    let answer =
      !lines.isEmpty
      ? "answered by \(lines.joined(separator: ", "))\(citation.isAmbiguous ? " (more than one fits)" : "")"
      : citation.isSelfContained ? "stands for itself" : "answered by no entry"
    return PageMark(
      span: citation.span, kind: .citation, note: "\(citation.kind.rawValue): \(answer)", anchor: "c\(n + 1)",
      target: citation.references.first.map { "r\($0 + 1)" })
  }

  private static func mark(_ quantity: Quantity) -> PageMark {
    var note = "\(quantity.kind.rawValue), written as \(quantity.form.rawValue)"
    if let value = quantity.value { note += ", \(shortest(value))" }
    if let upper = quantity.upper { note += " to \(shortest(upper))" }
    if let unit = quantity.unit { note += ", of \(unit)" }
    return PageMark(span: quantity.span, kind: .quantity, note: note)
  }

  private static func shortest(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded.rounded() == rounded && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
  }

  private static func mark(_ claim: ReadClaim, _ analysis: DocumentAnalysis) -> PageMark {
    let about = claim.subject.map { ", of “\(analysis.document.text($0))”" } ?? ""
    if let strength = claim.strength {
      return PageMark(span: claim.span, kind: .claim, note: "claims \(claim.kind.rawValue), \(strength.rawValue)\(about)")
    }
    let causes = claim.contexts.map { "\(name($0.flag)) by “\(analysis.document.text($0.span))”" }.joined(separator: ", ")
    return PageMark(span: claim.span, kind: .unclaimed, note: "does not claim \(claim.kind.rawValue): \(causes)")
  }
}
