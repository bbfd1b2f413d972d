import Glibc
package import Screening

/// What a runner has done: how much was looked for, and what each rule took.
package struct RunStatistics: Sendable {
  package struct RuleShare: Sendable {
    /// Hits and nodes that it was given.
    package var subjects = 0
    /// Of wall clock.
    package var nanoseconds = 0
  }

  package var documents = 0
  /// Of extracted text.
  package var bytes = 0
  /// Rule files that were run for their checks.
  package var rulesLoaded = 0
  /// Fields read, methods and functions called by checks.
  package var calls = 0
  package var screening = ScreeningCounts()
  /// By rule index.
  package var rules: [RuleShare]

  package init(rules: Int) { self.rules = [RuleShare](repeating: RuleShare(), count: rules) }

  /// Both runners have the same rules.
  package static func += (sum: inout RunStatistics, other: RunStatistics) {
    sum.documents += other.documents
    sum.bytes += other.bytes
    sum.rulesLoaded += other.rulesLoaded
    sum.calls += other.calls
    sum.screening += other.screening
    for index in sum.rules.indices {
      sum.rules[index].subjects += other.rules[index].subjects
      sum.rules[index].nanoseconds += other.rules[index].nanoseconds
    }
  }

  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
