/// A claim that has been reviewed and may be made, in these words.
package struct ApprovedClaim: Sendable, Equatable {
  package var id: String
  package var wording: String
  package var product: String?
  /// Empty for every market.
  package var markets: [String]
  package var language: String?
  /// Words that must stand in the same document.
  package var note: String?
  package var substantiation: [String]
  package var validFrom: Day?
  /// The last day of approval.
  package var validUntil: Day?
  package var owner: String?

  package init(
    id: String, wording: String, product: String? = nil, markets: [String] = [], language: String? = nil, note: String? = nil,
    substantiation: [String] = [], validFrom: Day? = nil, validUntil: Day? = nil, owner: String? = nil
  ) {
    self.id = id
    self.wording = wording
    self.product = product
    self.markets = markets
    self.language = language
    self.note = note
    self.substantiation = substantiation
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.owner = owner
  }

  package func isExpired(on day: Day?) -> Bool {
    guard let day, let validUntil else { return false }
    return day > validUntil
  }

  package func isEarly(on day: Day?) -> Bool {
    guard let day, let validFrom else { return false }
    return day < validFrom
  }

  /// Whether it may be used in a market; a document that names none is not judged.
  package func fits(market: String?) -> Bool {
    guard let market, !market.isEmpty, !markets.isEmpty else { return true }
    let named = market.split { ",;/ ".contains($0) }.map { Folding.fold(String($0)) }
    return named.allSatisfy { name in markets.contains { Folding.fold($0) == name } }
  }
}
