/// A place where law holds, by its short name: `US`, `UK`, `EU`, `DE`.
package struct Market: Hashable, Sendable {
  /// In capitals; ISO 3166 codes, but `UK` for the United Kingdom and `EU` for the Union.
  package let code: String

  /// - Parameter name: a code in any case, or the English name of one of the markets that packs mostly speak of.
  package init(_ name: String) {
    let upper = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    code = Self.names[upper] ?? upper
  }

  /// The markets that a text names: `US`, `US, UK`, `DE / AT`.
  package static func list(_ text: String) -> [Market] {
    Document.values(text).flatMap { part -> [Market] in
      let words = part.split(separator: " ").map { Market(String($0)) }
      // "US UK" names two, "United States" and "New Zealand" one.
      return words.count > 1 && words.allSatisfy({ $0.code.utf8.count == 2 }) ? words : [Market(part)]
    }
  }

  /// Whether this market lies in another, or is it.
  package func lies(in other: Market) -> Bool {
    self == other || other.code == "EU" && Self.members.contains(code)
  }

  /// Whether law of one can hold in the other.
  package func meets(_ other: Market) -> Bool { lies(in: other) || other.lies(in: self) }

  private static let names = [
    "USA": "US", "U.S.": "US", "U.S.A.": "US", "UNITED STATES": "US", "UNITED STATES OF AMERICA": "US",
    "GB": "UK", "U.K.": "UK", "UNITED KINGDOM": "UK", "GREAT BRITAIN": "UK",
    "E.U.": "EU", "EUROPEAN UNION": "EU", "GERMANY": "DE", "AUSTRIA": "AT", "FRANCE": "FR", "ITALY": "IT", "SPAIN": "ES",
    "IRELAND": "IE", "NETHERLANDS": "NL", "SWITZERLAND": "CH", "CANADA": "CA", "AUSTRALIA": "AU",
  ]

  /// Member states of the European Union since 1 February 2020, by ISO 3166 code (`EL` is the Union's own code of Greece).
  private static let members: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]
}
