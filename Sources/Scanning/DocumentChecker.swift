import Analysis
package import Configuration
package import ContentModel
import FileSystem
package import LuaRuntime
import Readers
import RuleEngine
import Fingerprints

/// Checks documents one at a time, on the thread that made it.
protocol DocumentChecker: AnyObject {
  /// A fault of one document is its outcome; it has no effect on the next.
  func check(_ entry: DocumentList.Entry) -> Scanner.Outcome
  /// What was done so far, if it is counted.
  var statistics: RunStatistics? { get }
}

extension DocumentChecker {
  var statistics: RunStatistics? { nil }
}

/// Reads a document and runs the rules over it, in this process.
final class LocalChecker: DocumentChecker {
  private let reader: DocumentReader
  private let runner: RuleRunner
  private let configuration: ConfigurationTree?

  /// - Parameter configuration: what applies to which document; nil where requests bring it along.
  /// - Throws: where the rules' checks cannot be loaded.
  init(_ rules: RuleSet, limits: Limits, counts: Bool = false, configuration: ConfigurationTree? = nil) throws(LuaError) {
    self.configuration = configuration
    reader = DocumentReader(limits)
    runner = try RuleRunner(rules, limits: LuaLimits(limits), findingsPerRule: limits.findingsPerRule.value, counts: counts)
  }

  var statistics: RunStatistics? { runner.statistics }

  func check(_ entry: DocumentList.Entry) -> Scanner.Outcome {
    do throws(DocumentError) {
      let bytes = try DocumentList.read(entry, limits: reader.maximumBytes)
      let checked = try examine(
        bytes, path: entry.path, format: entry.format, under: configuration?.treatment(of: entry.path) ?? Treatment())
      return .checked(checked.report(sha256: Digest.sha256(bytes)))
    } catch { return .failed(error) }
  }

  /// What a document holds and what the rules say about it.
  func examine(
    _ bytes: [UInt8], path: String, format: DocumentFormat, under treatment: Treatment
  ) throws(DocumentError) -> CheckedDocument {
    var document = try reader.read(bytes, path: path, format: format)
    document.learn(treatment.facts, isAloneHeard: !treatment.heedsDocument)
    let analysis = DocumentAnalysis(document, lexicons: runner.rules.analysisLexicons)
    let findings = runner.run(analysis, under: treatment)
    // A report shows the structure that the rules saw.
    document.blocks = analysis.blocks
    return CheckedDocument(document: document, findings: findings)
  }
}

/// A document with its findings, before they are placed and put in order.
struct CheckedDocument: Sendable {
  var document: Document
  var findings: [Finding]

  func report(sha256: String) -> DocumentReport {
    Disposition.report(findings, on: document, sha256: sha256)
  }
}

/// Refuses every document, where nothing could be prepared to check them.
final class RefusingChecker: DocumentChecker {
  private let why: String

  init(why: String) { self.why = why }

  func check(_ entry: DocumentList.Entry) -> Scanner.Outcome { .failed(.notChecked(entry, why)) }
}

extension DocumentError {
  package static func notChecked(_ entry: DocumentList.Entry, _ why: String) -> DocumentError {
    DocumentError(path: entry.path, code: .notChecked, message: "was not checked: \(why)")
  }
}

extension DocumentReader {
  init(_ limits: Limits) {
    self.init()
    maximumBytes = limits.documentBytes.value
    maximumLineBytes = limits.lineBytes.value
    maximumNesting = limits.nesting.value
    maximumBlocks = limits.blocks.value
  }
}

extension LuaLimits {
  /// The limits that the configuration sets, and the standard ones otherwise.
  package init(_ limits: Limits) {
    self.init()
    fuel = limits.ruleFuel.value
    nanoseconds = limits.ruleMilliseconds.value * 1_000_000
    heap = limits.ruleHeapMegabytes.value << 20
    block = min(block, heap)
  }
}
