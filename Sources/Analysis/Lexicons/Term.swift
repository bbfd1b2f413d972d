/// The sections of the analysis's own word lists that are looked for in text.
enum Term: Int, CaseIterable, Sendable {
  case negationPre, negationNarrow, negationPost, negationPseudo, terminators
  case hypotheticalPre, hypotheticalPost, hedgePre, hedgePost
  case distancePre, distancePost, historicalPre, historicalPost, otherPre
  case efficacy, gainVerb, goodNoun, harmVerb, harmNoun, leadInVerb, safety, establishment, hedge, causal, absolute, everyday
  case cure, cureVerb, mechanism, mechanismVerb, mechanismNoun, comparison, testimonial, status, price, returns, environmental

  /// The list and section of each.
  var place: (list: String, section: String) {
    switch self {
    case .negationPre: ("context", "negation-pre")
    case .negationNarrow: ("context", "negation-narrow")
    case .negationPost: ("context", "negation-post")
    case .negationPseudo: ("context", "negation-pseudo")
    case .terminators: ("context", "terminators")
    case .hypotheticalPre: ("context", "hypothetical-pre")
    case .hypotheticalPost: ("context", "hypothetical-post")
    case .hedgePre: ("context", "hedge-pre")
    case .hedgePost: ("context", "hedge-post")
    case .distancePre: ("context", "distance-pre")
    case .distancePost: ("context", "distance-post")
    case .historicalPre: ("context", "historical-pre")
    case .historicalPost: ("context", "historical-post")
    case .otherPre: ("context", "other-pre")
    case .efficacy: ("assertions", "efficacy")
    case .gainVerb: ("assertions", "gain-verb")
    case .goodNoun: ("assertions", "good-noun")
    case .harmVerb: ("assertions", "harm-verb")
    case .harmNoun: ("assertions", "harm-noun")
    case .leadInVerb: ("assertions", "lead-in-verb")
    case .safety: ("assertions", "safety")
    case .establishment: ("assertions", "establishment")
    case .hedge: ("assertions", "hedge")
    case .causal: ("assertions", "causal")
    case .absolute: ("assertions", "absolute")
    case .everyday: ("assertions", "everyday")
    case .cure: ("assertions", "cure")
    case .cureVerb: ("assertions", "cure-verb")
    case .mechanism: ("assertions", "mechanism")
    case .mechanismVerb: ("assertions", "mechanism-verb")
    case .mechanismNoun: ("assertions", "mechanism-noun")
    case .comparison: ("assertions", "comparison")
    case .testimonial: ("assertions", "testimonial")
    case .status: ("assertions", "status")
    case .price: ("assertions", "price")
    case .returns: ("assertions", "returns")
    case .environmental: ("assertions", "environmental")
    }
  }

  /// The sections that each list must have.
  static let sectionsByList: [String: [String]] = {
    var sections: [String: [String]] = [:]
    for term in allCases { sections[term.place.list, default: []].append(term.place.section) }
    sections["abbreviations"] = ["before-name", "before-number", "journals", "may-end", "often-ends", "starters"]
    sections["sectors"] = Sector.allCases.map(\.rawValue)
    sections["quantities"] = WordClass.allCases.map(\.section)
    return sections
  }()
}
