// Signatures that the rest of the engine is written against. Each moves to a file of its own with its implementation.
package import ContentModel

/// The words of a text in order, folded so that they can be compared: lower case, straight apostrophes, no soft hyphens, ligatures and full-width forms resolved.
package struct WordStream: Sendable {
  package init(_ utf8: [UInt8], leaves: [Span]) {}
}

/// What a rule looks for.
package enum Trigger: Sendable, Hashable {
  /// Words in any case, any white space, straight or curly apostrophes, any hyphen. `*` ends a word openly (`guarantee*`), stands for any one word by itself, and `~` after a word matches its inflections (`cure~`: cures, cured, curing).
  case phrase(String)
  /// A regular expression in the PCRE2 dialect, caseless unless it says `(?-i)`, never across a block.
  case pattern(String)

  package var text: String {
    switch self { case .phrase(let text), .pattern(let text): text }
  }
}

package struct TriggerError: Error, Sendable, Equatable {
  package var trigger: Trigger
  /// One phrase, such as `missing closing parenthesis at character 7`.
  package var message: String
}

/// Several sets of triggers, looked for together.
package final class Screen: Sendable {
  package struct Match: Sendable, Hashable {
    /// Index of the set, and of the trigger within it.
    package var set: Int
    package var trigger: Int
    package var span: Span
    /// The capture groups of a pattern, from group 1.
    package var captures: [Span?]
  }
  /// What went wrong while matching: a pattern that ran into its match limit.
  package struct Failure: Error, Sendable, Equatable {
    package var set: Int
    package var trigger: Int
    package var message: String
  }

  package init(_ sets: [[Trigger]]) throws(TriggerError) {}

  /// Every match within a span of the text, ordered by span, then set and trigger; per set, a match that lies inside another of the same set is left out. Patterns that ran into their match limit are listed in `failures`.
  package func matches(in words: WordStream, within span: Span? = nil, failures: inout [Failure]) -> [Match] { [] }
}
