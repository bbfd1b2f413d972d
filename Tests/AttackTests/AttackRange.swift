import Analysis
import ContentModel
import FileSystem
import Glibc
import LuaRuntime
import Readers
import RuleEngine

/// Where hostile rules and documents are tried: next to a harmless rule, whose findings must not change.
enum AttackRange {
  static let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  static let lexicons: AnalysisLexicons? = try? AnalysisLexicons(folder: repository + "/Rules/_lexicons")

  static let first = "The sea is calm. A harbour by the sea, and the sea view.\n\nNothing here is for sale."
  static let second = "Another harbour. The sea again."

  /// Less than the default, so that the tests are quick.
  static var limits: LuaLimits {
    var limits = LuaLimits()
    limits.fuel = 3_000_000
    // The tests run beside others: what fuel is to stop must not be stopped by the clock.
    limits.nanoseconds = 1_500_000_000
    limits.loadNanoseconds = 1_000_000_000
    return limits
  }

  /// Seconds of processor time for loading a hostile rule and running it over both documents; Swift without optimisation is slow.
  #if DEBUG
    static let patience = 12.0
  #else
    static let patience = 3.0
  #endif

  struct Outcome: Sendable, Equatable {
    var loadErrors: [String] = []
    /// What the hostile rule made of the two documents, `rule: message`.
    var findings: [[String]] = []
    /// What the harmless rule made of them.
    var harmless: [[String]] = []
    var seconds = 0.0
  }

  static let harmlessRule = rule("find = { \"harbour\" },", id: "pack/zz-harmless")

  /// A rule's file; `top` stands before its table.
  static func rule(_ parts: String, top: String = "", id: String = "pack/attack") -> String {
    """
    \(top)
    return {
      id = "\(id)", category = "c", title = "T", severity = "warning", message = "“{text}” found",
      \(parts)
      examples = { flagged = { "a" }, clean = { "b", "c" } },
    }
    """
  }

  /// Loads files (by name below the rule folder) and runs them over two documents.
  static func run(_ files: [String: [UInt8]], limits: LuaLimits = limits) throws -> Outcome {
    guard let lexicons else { throw LexiconError(path: repository, line: nil, message: "no word lists") }
    var all = files
    all["pack/pack.lua"] = Array("return { title = \"T\", instruments = {} }".utf8)
    all["pack/zz-harmless.lua"] = Array(harmlessRule.utf8)
    let ruleFiles = all.sorted { $0.key < $1.key }.map { RuleFile(path: $0.key, name: $0.key, bytes: $0.value) }
    return try LuaThread.run { () throws -> Outcome in
      var outcome = Outcome()
      let start = processorTime()
      defer { outcome.seconds = processorTime() - start }
      let rules: RuleSet
      do throws(RuleSetError) {
        rules = try RuleLoader(limits: limits).load(files: ruleFiles, lexicons: lexicons)
      } catch {
        outcome.loadErrors = error.errors.map { "\($0.path): \($0.message)" }
        outcome.seconds = processorTime() - start
        return outcome
      }
      let runner = try RuleRunner(rules, limits: limits)
      for text in [first, second] {
        let document = try DocumentReader().read(Array(text.utf8), path: "doc", format: .text)
        let findings = runner.run(DocumentAnalysis(document, lexicons: lexicons))
        let isHarmless: (Finding) -> Bool = { $0.rule == "pack/zz-harmless" }
        outcome.harmless.append(findings.filter(isHarmless).map { document.text($0.span) })
        outcome.findings.append(findings.filter { !isHarmless($0) }.map { "\($0.rule): \($0.message)" })
      }
      outcome.seconds = processorTime() - start
      return outcome
    }
  }

  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
