import ContentModel
import Screening

/// The context flags of a span and the words that set them.
struct ContextReading {
  var flags: AssertionContext = []
  var words: [(flag: AssertionContext, span: Span)] = []
  /// Whether ``AssertionContext/hypothetical`` comes from reserve alone ("may"), not from a condition or an aim.
  var isOnlyHedged = false

  /// Whether a claim in this context is made.
  var isAsserted: Bool {
    if !flags.isDisjoint(with: [.questioned, .distanced, .inReference, .historical]) { return false }
    // "No side effects" is its own negation; a word outside the claim turns it round.
    if flags.contains(.negated) { return false }
    return !flags.contains(.hypothetical) || isOnlyHedged
  }

  mutating func add(_ flag: AssertionContext, _ span: Span) {
    if flags.contains(flag) { return }
    flags.insert(flag)
    words.append((flag, span))
  }
}
