/// How one rule came out on all its examples.
package struct RuleOutcome: Sendable {
  package var rule: String
  package var path: String
  package var results: [ExampleResult]
  /// Of all runs together, reading and analysis of the examples included.
  package var nanoseconds: Int
  /// Units that the check used in all runs together.
  package var fuel: Int
  /// What `trace(…)` printed, with rule and line.
  package var traces: [String]
  /// Where coverage was asked for.
  package var coverage: RuleCoverage?

  package var failures: Int { results.count { $0.failure != nil } }
}
