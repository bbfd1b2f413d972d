package import Screening

/// The word lists of the rule packs, `<pack>/lexicons/<name>.txt`: one phrase a line, `#` starts a comment.
package struct LexiconStore: Sendable {
  package struct Lexicon: Sendable {
    /// `pack/name`.
    package var name: String
    package var triggers: [Trigger]
    package var path: String
    package var screen: Screen
  }
  /// Ordered by name.
  package let lexicons: [Lexicon]
  private let indices: [String: Int]
  /// What rules have asked for, whole lists among it; shared by the workers.
  let words: WordLists

  init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons
    words = WordLists(lexicons)
    indices = Dictionary(uniqueKeysWithValues: lexicons.enumerated().map { ($0.element.name, $0.offset) })
  }

  /// The index of a list named as a rule of `pack` names it: `diseases` of its own pack, `health/diseases` of another.
  func index(_ name: String, from pack: String) -> Int? {
    indices[name.utf8.contains(UInt8(ascii: "/")) ? name : pack + "/" + name]
  }

  /// Whether a pack has a list, by `pack/name`.
  package func has(_ name: String) -> Bool { indices[name] != nil }

  func suggestion(for name: String, from pack: String) -> String? {
    let own = pack + "/"
    return RuleEngine.suggestion(
      for: name,
      among: lexicons.map { $0.name.hasPrefix(own) ? String($0.name.dropFirst(own.count)) : $0.name })
  }

  static func parse(_ bytes: [UInt8]) -> [Trigger] {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      var text: [UInt8] = []
      for byte in line {
        if byte == UInt8(ascii: "#") { break }
        // Runs of spaces count as one.
        if byte != 0x20 || (text.last ?? 0x20) != 0x20 { text.append(byte) }
      }
      if text.last == 0x20 { text.removeLast() }
      return text.isEmpty ? nil : .phrase(String(decoding: text, as: UTF8.self))
    }
  }
}
