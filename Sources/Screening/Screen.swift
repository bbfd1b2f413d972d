package import ContentModel

/// Several sets of triggers, looked for together.
///
/// All phrases of all sets are found in one pass over the words: each phrase waits
/// at one of its words, its longest, for that word to come by, so that the cost does
/// not grow with the number of phrases. Patterns are matched one by one, leaf by
/// leaf, where the letters that they require occur at all. Use from any number of
/// threads at a time.
package final class Screen: Sendable {
  package struct Match: Sendable, Hashable {
    /// Index of the set, and of the trigger within it.
    package var set: Int
    package var trigger: Int
    package var span: Span
    /// The capture groups of a pattern, from group 1.
    package var captures: [Span?]

    package init(set: Int, trigger: Int, span: Span, captures: [Span?] = []) {
      self.set = set
      self.trigger = trigger
      self.span = span
      self.captures = captures
    }
  }

  /// What went wrong while matching: a pattern that ran into its match limit.
  package struct Failure: Error, Sendable, Equatable {
    package var set: Int
    package var trigger: Int
    package var message: String

    package init(set: Int, trigger: Int, message: String) {
      self.set = set
      self.trigger = trigger
      self.message = message
    }
  }

  /// One test on one token.
  enum Test {
    case word(Int32)
    case prefix(Int32)
    /// Index into ``inflections``.
    case inflected(Int32)
    case anyWord
  }

  struct Sequence {
    var set: Int32
    var trigger: Int32
    var tests: [Test]
    /// Which test the sequence waits at.
    var anchor: Int
  }

  struct Pattern {
    var set: Int
    var trigger: Int
    var code: CompiledPattern
    /// Folded letters of which one at least occurs in every text that matches; empty where none is known.
    var required: [[UInt8]]
  }

  let sequences: [Sequence]
  let patterns: [Pattern]
  /// Interned words: id by folded bytes, through ``WordTable``.
  let words: WordTable
  let prefixes: WordTable
  /// Bit n of entry b: some prefix of n bytes (63 and more share bit 63) begins with byte b.
  let prefixLengths: [UInt64]
  let inflections: [Set<Int32>]
  /// Sequences that wait at a word, by word id; and at a prefix, by prefix id.
  let byWord: [[Int32]]
  let byPrefix: [[Int32]]
  let keepsNested: Bool

  /// Compiles the sets.
  ///
  /// - Parameter keepsNested: whether a match inside another of the same set is kept.
  /// - Throws: the first trigger that cannot be compiled, and why.
  package init(_ sets: [[Trigger]], keepsNested: Bool = false) throws(TriggerError) {
    var builder = Builder()
    for (set, triggers) in sets.enumerated() {
      builder.beginSet()
      for (index, trigger) in triggers.enumerated() { try builder.add(trigger, set: set, index: index) }
    }
    sequences = builder.sequences
    patterns = builder.patterns
    words = builder.words
    prefixes = builder.prefixes
    prefixLengths = builder.prefixLengths
    inflections = builder.inflections
    byWord = builder.byWord
    byPrefix = builder.byPrefix
    self.keepsNested = keepsNested
    compileCost = builder.cost
  }

  /// Word sequences and patterns that one set may hold, alternatives written out.
  package static let maximumSequences = 100_000
  /// Matches that one set may have in one text.
  package static let maximumMatches = 100_000

  /// Word sequences and patterns in all sets.
  package var size: Int { sequences.count + patterns.count }

  /// What making this costs, in units of some ten nanoseconds; the same for the same triggers.
  package let compileCost: Int

  /// What looking through a part of a text costs, in the same units, matches not counted. Patterns that repeat much cost more.
  package func matchingCost(of span: Span, in stream: WordStream) -> Int {
    let tokens = sequences.isEmpty ? 0 : stream.tokenRange(in: span).count
    return 100 + tokens * 6 + patterns.count * (100 + span.count / 4)
  }
}
