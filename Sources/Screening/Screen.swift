package import ContentModel

/// Several sets of triggers, looked for together.
///
/// All phrases of all sets are found together: each phrase waits at one of its words,
/// its longest, and a text's different words are looked up once (see ``TextIndex``),
/// so that the cost grows neither with the number of phrases nor with how often the
/// text repeats its words. Patterns are matched one by one, in the leaves that hold
/// what they require. Use from any number of threads at a time.
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

  /// One test on one token, packed: what kind, and which word, prefix or inflection.
  struct Test: BitwiseCopyable, Sendable {
    enum Kind: Int32 { case word, prefix, inflected, anyWord }
    var packed: Int32

    init(_ kind: Kind, _ id: Int32 = 0) { packed = id << 2 | kind.rawValue }

    @inline(__always) var kind: Int32 { packed & 3 }
    @inline(__always) var id: Int32 { packed >> 2 }
  }

  struct Sequence: BitwiseCopyable, Sendable {
    var set: Int32
    var trigger: Int32
    /// Where its tests begin in ``tests``, and how many there are.
    var firstTest: Int32
    var testCount: Int32
    /// Which test the sequence waits at.
    var anchor: Int32
  }

  struct Pattern {
    var set: Int
    var trigger: Int
    var code: CompiledPattern
  }

  let sequences: [Sequence]
  let tests: [Test]
  let patterns: [Pattern]
  /// Interned words: id by folded bytes.
  let words: WordTable
  let prefixes: WordTable
  /// The words of each inflection, ordered.
  let inflections: Lists
  /// Sequences that wait at a word, by word id; and at a prefix, by prefix id.
  let byWord: Lists
  let byPrefix: Lists
  let keepsNested: Bool
  let setCount: Int

  /// Lists of numbers, laid out behind each other.
  struct Lists: Sendable {
    var starts: [Int32]
    var values: [Int32]

    /// - Parameter pairs: list and value of each, in any order; values keep their order.
    init(count: Int, _ pairs: [(list: Int32, value: Int32)]) {
      var starts = [Int32](repeating: 0, count: count + 1)
      for pair in pairs { starts[Int(pair.list) + 1] += 1 }
      for i in 0..<count { starts[i + 1] += starts[i] }
      var next = starts
      var values = [Int32](repeating: 0, count: pairs.count)
      for pair in pairs {
        values[Int(next[Int(pair.list)])] = pair.value
        next[Int(pair.list)] += 1
      }
      self.starts = starts
      self.values = values
    }

    var count: Int { starts.count - 1 }

    @inline(__always)
    subscript(list: Int32) -> ArraySlice<Int32> { values[Int(starts[Int(list)])..<Int(starts[Int(list) + 1])] }
  }

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
    tests = builder.tests
    patterns = builder.patterns
    words = builder.words
    prefixes = builder.prefixes
    inflections = Lists(count: builder.inflectionCount, builder.inflections)
    byWord = Lists(count: builder.words.count, builder.byWord)
    byPrefix = Lists(count: builder.prefixes.count, builder.byPrefix)
    self.keepsNested = keepsNested
    setCount = sets.count
    compileCost = builder.cost
  }

  init(
    sequences: [Sequence], tests: [Test], patterns: [Pattern], words: WordTable, prefixes: WordTable, inflections: Lists,
    byWord: Lists, byPrefix: Lists, keepsNested: Bool, setCount: Int, compileCost: Int
  ) {
    self.sequences = sequences
    self.tests = tests
    self.patterns = patterns
    self.words = words
    self.prefixes = prefixes
    self.inflections = inflections
    self.byWord = byWord
    self.byPrefix = byPrefix
    self.keepsNested = keepsNested
    self.setCount = setCount
    self.compileCost = compileCost
  }

  /// Word sequences and patterns that one set may hold, alternatives written out.
  package static let maximumSequences = 100_000
  /// Matches that one set may have in one text.
  package static let maximumMatches = 100_000

  /// Word sequences and patterns in all sets.
  package var size: Int { sequences.count + patterns.count }

  /// What making this costs, in units of some ten nanoseconds; the same for the same triggers.
  package let compileCost: Int

  /// A pattern that screening does little or nothing for.
  package struct WeakTrigger: Sendable, Equatable {
    package var set: Int
    package var trigger: Int
    /// What every match must touch, as far as it is known: letter runs and signs; none where nothing is known.
    package var required: [String]
  }

  /// The patterns that have to be tried on nearly every paragraph, because what they require is unknown or common.
  package var weakTriggers: [WeakTrigger] {
    patterns.compactMap { pattern in
      guard let required = pattern.code.required else { return WeakTrigger(set: pattern.set, trigger: pattern.trigger, required: []) }
      guard required.weight > RequiredText.weak else { return nil }
      let letters = required.letters.map { String(decoding: $0, as: UTF8.self) }
      return WeakTrigger(set: pattern.set, trigger: pattern.trigger, required: (letters + required.signs.texts).sorted())
    }
  }
}
