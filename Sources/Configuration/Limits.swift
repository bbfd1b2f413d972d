/// How much a document, a rule and a worker may use.
package struct Limits: Sendable, Equatable {
  /// Bytes of a document's file.
  package var documentBytes = Setting(64 << 20)
  /// Bytes of one line of a document.
  package var lineBytes = Setting(16 << 20)
  /// Levels of lists, tables and quotations in each other.
  package var nesting = Setting(100)
  /// Paragraphs, items, cells and other blocks of a document.
  package var blocks = Setting(1_000_000)
  /// Findings that one rule may make in one document.
  package var findingsPerRule = Setting(1000)
  /// Units of fuel for one rule and document.
  package var ruleFuel = Setting(50_000_000)
  /// Milliseconds of wall clock for one rule and document: a net behind the fuel.
  package var ruleMilliseconds = Setting(5000)
  /// Megabytes of Lua heap.
  package var ruleHeapMegabytes = Setting(64)
  /// Megabytes of address space of a worker process.
  package var workerMegabytes = Setting(1024)
  /// Seconds that a worker process may spend on one document.
  package var workerSeconds = Setting(60)

  package init() {}

  /// A limit as the file names it.
  package struct Key: Sendable {
    /// Without `limits.`.
    package let name: String
    package let range: ClosedRange<Int>
    /// For the documentation and for editors.
    package let summary: String
    package let path: any WritableKeyPath<Limits, Setting<Int>> & Sendable
  }

  /// Every limit, in the order of the documentation.
  package static let keys = [
    Key(
      name: "document-bytes", range: 1...(512 << 20), summary: "Bytes of a document's file.",
      path: \.documentBytes),
    Key(
      name: "line-bytes", range: 1...(512 << 20), summary: "Bytes of one line of a document.",
      path: \.lineBytes),
    Key(
      name: "nesting", range: 1...1000, summary: "Levels of lists, tables and quotations in each other.",
      path: \.nesting),
    Key(
      name: "blocks", range: 1...50_000_000, summary: "Paragraphs, items, cells and other blocks of a document.",
      path: \.blocks),
    Key(
      name: "findings-per-rule", range: 1...1_000_000, summary: "Findings that one rule may make in one document.",
      path: \.findingsPerRule),
    Key(
      name: "rule-fuel", range: 10_000...1_000_000_000_000, summary: "Units of fuel for one rule and document.",
      path: \.ruleFuel),
    Key(
      name: "rule-milliseconds", range: 10...3_600_000, summary: "Milliseconds of wall clock for one rule and document: a net behind the fuel.",
      path: \.ruleMilliseconds),
    Key(
      name: "rule-heap-megabytes", range: 8...2048, summary: "Megabytes of Lua heap.",
      path: \.ruleHeapMegabytes),
    Key(
      name: "worker-megabytes", range: 256...1_048_576, summary: "Megabytes of address space of a worker process.",
      path: \.workerMegabytes),
    Key(
      name: "worker-seconds", range: 1...86_400, summary: "Seconds that a worker process may spend on one document.",
      path: \.workerSeconds),
  ]
}
