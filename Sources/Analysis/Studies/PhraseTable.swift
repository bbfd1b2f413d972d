/// Phrases by their first word, so that each word is looked up once.
struct PhraseTable: Sendable {
  private(set) var byFirst: [String: [(rest: [String], value: Int)]] = [:]
  /// The phrases whose first word is open, so that it can only be compared.
  private(set) var open: [(first: String, rest: [String], value: Int)] = []

  /// A word that ends in `*` stands for every word that begins so.
  init(_ phrases: [String]) {
    for (value, phrase) in phrases.enumerated() {
      let parts = phrase.split(separator: " ").map(String.init)
      guard let first = parts.first else { continue }
      if first.utf8.last == 0x2A {
        open.append((String(first.dropLast()), Array(parts.dropFirst()), value))
      } else {
        byFirst[first, default: []].append((Array(parts.dropFirst()), value))
      }
    }
  }
}
