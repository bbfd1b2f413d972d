/// A phrase of the trigger language, parsed: one or more sequences of token tests.
///
/// Syntax: words and signs in order; `word*` any word that begins so; `*` alone any
/// one word; `word~` any English inflection of it; `{a|b c|}` alternatives, which may
/// be empty but not nested. White space and hyphens between words are one and the
/// same, and quotes, case and ligatures are folded as in ``WordStream``. A number
/// and its unit written together (`50mg`) are one word.
struct Phrase {
  enum Element: Hashable {
    case literal([UInt8])
    case prefix([UInt8])
    case inflected([UInt8])
    case anyWord
  }

  /// At most this many sequences come of one phrase's alternatives.
  static let maximumExpansions = 256

  var sequences: [[Element]]

  struct Problem: Error {
    var message: String
  }

  init(_ text: String) throws(Problem) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw Problem(message: "is empty; a phrase needs at least one word")
    }
    var expansions: [[Element]] = []
    for flat in try Self.expand(text) {
      let sequence = try Self.parse(flat)
      guard !sequence.isEmpty else {
        throw Problem(message: "is empty in one of its alternatives; a phrase needs at least one word")
      }
      guard sequence.contains(where: { if case .anyWord = $0 { false } else { true } }) else {
        throw Problem(message: "has only '*'; a phrase needs at least one word beside it")
      }
      guard sequence.contains(where: Self.isWord) else {
        throw Problem(message: "has only punctuation; a phrase needs at least one word or number")
      }
      if !expansions.contains(sequence) { expansions.append(sequence) }
    }
    sequences = expansions
  }

  private static func isWord(_ element: Element) -> Bool {
    switch element {
    case .anyWord: false
    case .prefix, .inflected: true
    case .literal(let bytes): WordStream(String(decoding: bytes, as: UTF8.self)).tokens.first?.isWord ?? false
    }
  }

  private static func expand(_ text: String) throws(Problem) -> [String] {
    var results = [""]
    var alternatives: [String]?
    for character in text.unicodeScalars {
      switch (character, alternatives) {
      case ("{", nil): alternatives = [""]
      case ("{", _): throw Problem(message: "has '{' inside '{…}'; alternatives cannot be nested")
      case ("}", nil): throw Problem(message: "has '}' without '{'; alternatives are written {one|two}")
      case ("}", let parts?):
        guard results.count * parts.count <= maximumExpansions else {
          throw Problem(message: "has more than \(maximumExpansions) combinations of alternatives; split it into several phrases")
        }
        results = results.flatMap { head in parts.map { head + $0 } }
        alternatives = nil
      case ("|", let parts?): alternatives = parts + [""]
      case (_, var parts?):
        parts[parts.count - 1].unicodeScalars.append(character)
        alternatives = parts
      case (_, nil):
        for i in results.indices { results[i].unicodeScalars.append(character) }
      }
    }
    if alternatives != nil { throw Problem(message: "has '{' without '}'; alternatives are written {one|two}") }
    return results
  }

  /// Reads a sequence. The signs `*` and `~` are found as tokens that touch the word before them.
  private static func parse(_ text: String) throws(Problem) -> [Element] {
    let stream = WordStream(text)
    var elements: [Element] = []
    let tokens = stream.tokens
    func touches(_ i: Int, _ j: Int) -> Bool {
      tokens.indices.contains(i) && tokens.indices.contains(j) && tokens[i].end == tokens[j].start
    }
    for (i, token) in tokens.enumerated() {
      let bytes = Array(stream.foldedBytes(token))
      if bytes == [0x2A] {
        if touches(i, i + 1), tokens[i + 1].isWord {
          throw Problem(message: "has '*' before other letters of a word; it may stand at the end of a word or alone")
        }
        if touches(i - 1, i), tokens[i - 1].isWord, let last = elements.popLast() {
          guard case .literal(let word) = last else {
            throw Problem(message: "has two signs after a word; use either '*' or '~'")
          }
          elements.append(.prefix(word))
        } else if touches(i - 1, i), stream.foldedBytes(tokens[i - 1]) == [0x2A] || stream.foldedBytes(tokens[i - 1]) == [0x7E] {
          throw Problem(message: "has two signs after a word; use either '*' or '~'")
        } else {
          if touches(i - 1, i), stream.foldedBytes(tokens[i - 1]) == [0x2D] { elements.removeLast() }
          elements.append(.anyWord)
        }
      } else if bytes == [0x2D], touches(i - 1, i), touches(i, i + 1), [0x2A, 0x7E].contains(stream.foldedBytes(tokens[i - 1]).first) {
        // A hyphen joins a sign and a word as it joins words: "*-free".
        continue
      } else if bytes == [0x7E] {
        guard touches(i - 1, i), tokens[i - 1].isWord, let last = elements.popLast() else {
          throw Problem(message: "has '~' that does not follow a word; it belongs at the end of a word")
        }
        if touches(i, i + 1), tokens[i + 1].isWord {
          throw Problem(message: "has '~' before other letters of a word; it belongs at the end of a word")
        }
        guard case .literal(let word) = last else {
          throw Problem(message: "has two signs after a word; use either '*' or '~'")
        }
        elements.append(.inflected(word))
      } else {
        elements.append(.literal(bytes))
      }
    }
    return elements
  }
}
