/// What a rule's examples left untried.
package struct RuleCoverage: Sendable, Equatable {
  /// Lines of the check that hold code, and those of them that no example ran; 1-based, in the rule's file.
  package var lines: Int
  package var unrunLines: [Int]
  /// The phrases and patterns that the rule looks for, and those of them that no example hit.
  package var triggers: Int
  package var unhitTriggers: [String]

  package var isComplete: Bool { unrunLines.isEmpty && unhitTriggers.isEmpty }
}
