import ContentModel
import Screening

/// Where an entry of one of the analysis's own word lists stands.
struct TermHit: Sendable {
  var term: Term
  var span: Span
}

extension DocumentAnalysis {
  /// Finds the entries of the context and assertion lists in one pass, ordered by span.
  func findTerms() -> [TermHit] {
    let screen = lexicons.screen(["context", "assertions"])
    var terms: [String: Term] = [:]
    for term in Term.allCases { terms[term.place.list + "/" + term.place.section] = term }
    let bySet = screen.sectionNames.map { terms[$0.list + "/" + $0.section] }
    return screen.rawMatches(in: words).compactMap { match in
      bySet[match.set].map { TermHit(term: $0, span: match.span) }
    }
  }

  /// The term hits that lie within a span.
  func terms(in span: Span) -> [TermHit] {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var hits: [TermHit] = []
    while low < terms.count, terms[low].span.start < span.end {
      if terms[low].span.end <= span.end { hits.append(terms[low]) }
      low += 1
    }
    return hits
  }
}
