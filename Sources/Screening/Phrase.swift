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
    /// One of several words, each a literal or an inflected one.
    case oneOf([Element])
    case anyWord
  }

  /// At most this many sequences come of one phrase's alternatives; alternatives that are single words count once.
  static let maximumExpansions = 256
  static let longestPhrase = 4096

  var sequences: [[Element]]

  struct Problem: Error {
    var message: String
  }

  init(_ text: String) throws(Problem) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw Problem(message: "is empty; a phrase needs at least one word")
    }
    guard text.utf8.count <= Self.longestPhrase else {
      throw Problem(message: "is longer than \(Self.longestPhrase) bytes; split it into several phrases")
    }
    var expansions: [[Element]] = []
    var groups: [[Element]] = []
    for flat in try Self.expand(text, &groups) {
      let sequence = try Self.parse(flat, groups)
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
    case .prefix, .inflected, .oneOf: true
    case .literal(let bytes): WordStream(String(decoding: bytes, as: UTF8.self)).tokens.first?.isWord ?? false
    }
  }

  /// Stands in a flat text for a group of single words; private-use characters are tokens of their own.
  private static let firstPlaceholder: UInt32 = 0xE000
  private static let maximumGroups = 1_000

  /// Writes out the alternatives; those that are single words stay together as one of `groups`.
  private static func expand(_ text: String, _ groups: inout [[Element]]) throws(Problem) -> [String] {
    var results = [""]
    var alternatives: [String]?
    let scalars = Array(text.unicodeScalars)
    var openedAt = 0
    for (i, character) in scalars.enumerated() {
      switch (character, alternatives) {
      case ("{", nil):
        alternatives = [""]
        openedAt = i
      case ("{", _): throw Problem(message: "has '{' inside '{…}'; alternatives cannot be nested")
      case ("}", nil): throw Problem(message: "has '}' without '{'; alternatives are written {one|two}")
      case ("}", let parts?):
        let isFree = (openedAt == 0 || isSeparator(scalars[openedAt - 1])) && (i + 1 == scalars.count || isSeparator(scalars[i + 1]))
        let options = isFree ? try grouped(parts, &groups) : parts
        guard results.count * options.count <= maximumExpansions else {
          throw Problem(message: "has more than \(maximumExpansions) combinations of alternatives; split it into several phrases")
        }
        results = results.flatMap { head in options.map { head + $0 } }
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

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || scalar == "-" }

  /// Puts the single words among some alternatives into a group, and keeps the others.
  private static func grouped(_ parts: [String], _ groups: inout [[Element]]) throws(Problem) -> [String] {
    var words: [Element] = []
    var others: [String] = []
    for part in parts {
      let sequence = try parse(part, [])
      if sequence.count == 1, isWord(sequence[0]), !part.utf8.contains(0x2A) {
        words.append(sequence[0])
      } else {
        others.append(part)
      }
    }
    guard words.count > 1, groups.count < maximumGroups,
      let placeholder = Unicode.Scalar(firstPlaceholder + UInt32(groups.count))
    else { return parts }
    groups.append(words)
    return [String(Character(placeholder))] + others
  }

  /// Reads a sequence. The signs `*` and `~` are found as tokens that touch the word before them.
  private static func parse(_ text: String, _ groups: [[Element]]) throws(Problem) -> [Element] {
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
      } else if bytes.count == 3, bytes[0] == 0xEE,
        case let group = Int(bytes[1] & 0x3F) << 6 | Int(bytes[2] & 0x3F), groups.indices.contains(group)
      {
        elements.append(.oneOf(groups[group]))
      } else {
        elements.append(.literal(bytes))
      }
    }
    return elements
  }
}
