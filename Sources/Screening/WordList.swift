package import ContentModel

/// Words and patterns that are looked for together, again and again, in parts of a text: what a rule asks for.
///
/// Made of screens that may be shared with other lists. Use from any number of threads at a time.
package final class WordList: Sendable {
  /// A screen of one set, and which trigger of the list each of its triggers is: the number added to it.
  package struct Part: Sendable {
    package var screen: Screen
    package var firstTrigger: Int

    package init(screen: Screen, firstTrigger: Int) {
      self.screen = screen
      self.firstTrigger = firstTrigger
    }
  }

  /// In the order in which they were asked for.
  package let triggers: [Trigger]
  let parts: [Part]
  let patterns: [(code: CompiledPattern, trigger: Int)]
  /// See ``Screen/compileCost``.
  package let compileCost: Int

  package init(parts: [Part], triggers: [Trigger]) {
    self.parts = parts
    self.triggers = triggers
    patterns = parts.flatMap { part in part.screen.patterns.map { ($0.code, $0.trigger + part.firstTrigger) } }
    compileCost = parts.reduce(0) { $0 + $1.screen.compileCost }
  }

  /// What looking through a part of a text costs, in units of some ten nanoseconds, matches not counted: the same whatever was looked for before.
  package func matchingCost(of span: Span) -> Int { 20 + patterns.count * (20 + span.count / 4) }
}
