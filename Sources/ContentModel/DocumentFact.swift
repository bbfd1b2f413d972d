/// What a document is for, as it says itself, or as its name or the configuration say.
package enum DocumentFact: String, Sendable, CaseIterable {
  case market, audience, product, language

  /// Keys of front matter and `meta` elements that give it, the first that is there counts.
  package var keys: [String] {
    switch self {
    case .market: ["market", "markets", "obstat.market"]
    case .audience: ["audience", "audiences", "obstat.audience"]
    case .product: ["product", "products", "obstat.product"]
    case .language: ["language", "lang", "locale", "obstat.language"]
    }
  }
}

extension Document {
  /// A fact as written; nil where nobody whose word counts says it.
  package func fact(_ fact: DocumentFact) -> String? {
    if let toldFacts { return toldFacts.first { $0.key == fact.rawValue }?.value }
    if fact == .language, let language, !language.isEmpty { return language }
    for key in fact.keys { if let value = metadataValue(key), !value.isEmpty { return value } }
    return nil
  }

  /// The values of a fact that can be a list (`US, UK`), without the space around them.
  package func values(of fact: DocumentFact) -> [String] { self.fact(fact).map(Self.values) ?? [] }

  /// The parts of a list that is written on one line.
  package static func values(_ text: String) -> [String] {
    text.split(whereSeparator: { ",;/|".contains($0) }).compactMap { part in
      let words = part.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  /// Takes over facts that the document does not state itself.
  ///
  /// - Parameter isAloneHeard: whether the document's own word counts for nothing from now on; its metadata stay as they are.
  package mutating func learn(_ facts: [MetadataEntry], isAloneHeard: Bool = false) {
    for entry in facts {
      guard let known = DocumentFact(rawValue: entry.key), fact(known) == nil else { continue }
      if known == .language { language = entry.value } else { metadata.append(entry) }
    }
    if isAloneHeard { toldFacts = facts }
  }
}
