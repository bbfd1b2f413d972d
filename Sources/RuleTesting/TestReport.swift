package import RuleEngine
import Writers

/// Outcomes as text for a terminal, JUnit XML for CI, or JSON for tools: pure functions.
package struct TestReport {
  package var outcomes: [RuleOutcome]
  /// Whether the text tells what each rule cost.
  package var showsTimes: Bool
  /// How a mistake is put on a terminal; that is the command line's to say.
  let rendered: (RuleLoadError) -> String

  package init(_ outcomes: [RuleOutcome], showsTimes: Bool = false, rendered: @escaping (RuleLoadError) -> String) {
    self.outcomes = outcomes
    self.showsTimes = showsTimes
    self.rendered = rendered
  }

  package var passed: Int { outcomes.reduce(0) { $0 + $1.results.count } - failed }
  package var failed: Int { outcomes.reduce(0) { $0 + $1.failures } }

  // MARK: Text

  package var text: String {
    var text = outcomes.flatMap(\.traces).map { "trace \($0)\n" }.joined()
    for outcome in outcomes {
      // The variants of one example mostly fail together: the first is shown, the others named.
      var groups: [[ExampleResult]] = []
      for result in outcome.results where result.failure != nil {
        if let last = groups.last?.first, last.isFlagged == result.isFlagged, last.number == result.number {
          groups[groups.count - 1].append(result)
        } else {
          groups.append([result])
        }
      }
      for group in groups { text += failure(group[0], also: group.dropFirst().map(\.variant)) }
    }
    if showsTimes { text += times }
    text += outcomes.compactMap { outcome in outcome.coverage.map { coverage($0, outcome) } }.joined()
    return text + "\(outcomes.count) rule\(outcomes.count == 1 ? "" : "s"): \(passed) passed, \(failed) failed\n"
  }

  private func failure(_ result: ExampleResult, also variants: [ExampleVariant]) -> String {
    let place = result.line.map { "\(result.path):\($0)" } ?? result.path
    var text = "\(place): \(result.isFlagged ? "flagged" : "clean") example \(result.number) of \(result.rule), \(result.variant.rawValue): \(result.failure?.message ?? "")\n"
    text += result.drawing.map { "  \($0)\n" }.joined()
    if let mistake = result.mistake {
      text += rendered(mistake) + result.mistakeContext
    } else if !result.why.isEmpty {
      text += "  why: \(result.why[0])\n" + result.why.dropFirst().map { "       \($0)\n" }.joined()
    }
    if !variants.isEmpty { text += "  also \(variants.map(\.rawValue).joined(separator: ", "))\n" }
    return text + "\n"
  }

  private var times: String {
    let width = outcomes.map(\.rule.count).max() ?? 0
    return outcomes.map { outcome in
      let name = outcome.rule + String(repeating: " ", count: width - outcome.rule.count)
      return "  \(name)  \(outcome.results.count) runs  \(Self.milliseconds(outcome.nanoseconds)) ms  \(outcome.fuel) fuel\n"
    }.joined()
  }

  /// With one decimal.
  static func milliseconds(_ nanoseconds: Int) -> String {
    let tenths = (nanoseconds + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func coverage(_ coverage: RuleCoverage, _ outcome: RuleOutcome) -> String {
    if coverage.isComplete { return "" }
    var text = "\(outcome.rule) (\(outcome.path))\n"
    if !coverage.unrunLines.isEmpty {
      let ran = coverage.lines - coverage.unrunLines.count
      text += "  \(ran) of \(coverage.lines) lines of the check were run; no example ran line\(coverage.unrunLines.count == 1 ? "" : "s") \(coverage.unrunLines.map(String.init).joined(separator: ", "))\n"
    }
    if !coverage.unhitTriggers.isEmpty {
      let hit = coverage.triggers - coverage.unhitTriggers.count
      let shown = coverage.unhitTriggers.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      text += "  \(hit) of \(coverage.triggers) triggers were hit; no example has \(shown)\(coverage.unhitTriggers.count > 8 ? ", … (\(coverage.unhitTriggers.count - 8) more)" : "")\n"
    }
    return text
  }

  // MARK: JUnit

  package var junit: String {
    let nanoseconds = outcomes.reduce(0) { $0 + $1.nanoseconds }
    var xml = XMLWriter(isIndented: true)
    xml.declaration()
    let attributes: XMLWriter.Attributes = ["tests": String(passed + failed), "failures": String(failed), "time": Self.seconds(nanoseconds)]
    xml.element("testsuites", attributes) { xml in
      for outcome in outcomes { Self.suite(outcome, &xml) }
    }
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private static func suite(_ outcome: RuleOutcome, _ xml: inout XMLWriter) {
    let attributes: XMLWriter.Attributes = [
      "name": outcome.rule, "tests": String(outcome.results.count), "failures": String(outcome.failures), "time": seconds(outcome.nanoseconds),
    ]
    xml.element("testsuite", attributes) { xml in
      xml.element("properties", onOneLine: true) { $0.element("property", ["name": "fuel", "value": String(outcome.fuel)]) }
      for result in outcome.results {
        let attributes: XMLWriter.Attributes = [
          "classname": outcome.rule,
          "name": "\(result.isFlagged ? "flagged" : "clean") example \(result.number), \(result.variant.rawValue)",
          "file": result.path, "line": result.line.map(String.init),
        ]
        if let failure = result.failure {
          xml.element("testcase", attributes) {
            $0.element("failure", ["message": failure.message], text: (result.drawing + result.why).joined(separator: "\n"))
          }
        } else {
          xml.element("testcase", attributes)
        }
      }
    }
  }

  /// With three decimals.
  private static func seconds(_ nanoseconds: Int) -> String {
    let milliseconds = (nanoseconds + 500_000) / 1_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  // MARK: JSON

  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("passed", passed)
      json.member("failed", failed)
      json.objects("rules", outcomes) { Self.members(of: $1, &$0) }
    }
    json.newLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func members(of outcome: RuleOutcome, _ json: inout JSONWriter) {
    json.member("rule", outcome.rule)
    json.member("path", outcome.path)
    json.member("nanoseconds", outcome.nanoseconds)
    json.member("fuel", outcome.fuel)
    json.member("traces", outcome.traces)
    json.objects("cases", outcome.results) { members(of: $1, &$0) }
    guard let coverage = outcome.coverage else { return }
    json.object("coverage") {
      $0.member("lines", coverage.lines)
      $0.member("unrunLines", coverage.unrunLines)
      $0.member("triggers", coverage.triggers)
      $0.member("unhitTriggers", coverage.unhitTriggers)
    }
  }

  private static func members(of result: ExampleResult, _ json: inout JSONWriter) {
    json.member("kind", result.isFlagged ? "flagged" : "clean")
    json.member("example", result.number)
    json.member("variant", result.variant.rawValue)
    json.member("line", orNull: result.line)
    json.member("passed", result.failure == nil)
    guard let failure = result.failure else { return }
    json.member("message", failure.message)
    json.member("drawing", result.drawing)
    json.member("why", result.why)
  }
}
