package import RuleEngine

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
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites tests=\"\(passed + failed)\" failures=\"\(failed)\" time=\"\(Self.seconds(nanoseconds))\">\n"
    for outcome in outcomes {
      xml += "  <testsuite name=\"\(Self.escaped(outcome.rule))\" tests=\"\(outcome.results.count)\" failures=\"\(outcome.failures)\" time=\"\(Self.seconds(outcome.nanoseconds))\">\n"
      xml += "    <properties><property name=\"fuel\" value=\"\(outcome.fuel)\"/></properties>\n"
      for result in outcome.results {
        let name = "\(result.isFlagged ? "flagged" : "clean") example \(result.number), \(result.variant.rawValue)"
        xml += "    <testcase classname=\"\(Self.escaped(outcome.rule))\" name=\"\(Self.escaped(name))\" file=\"\(Self.escaped(result.path))\"\(result.line.map { " line=\"\($0)\"" } ?? "")"
        guard let failure = result.failure else {
          xml += "/>\n"
          continue
        }
        let details = (result.drawing + result.why).joined(separator: "\n")
        xml += ">\n      <failure message=\"\(Self.escaped(failure.message))\">\(Self.escaped(details))</failure>\n    </testcase>\n"
      }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  /// With three decimals.
  private static func seconds(_ nanoseconds: Int) -> String {
    let milliseconds = (nanoseconds + 500_000) / 1_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "\n"
      // XML 1.0 has no way to write control characters.
      case _ where scalar.value < 0x20 && scalar != "\t": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: JSON

  package var json: String {
    let rules = outcomes.map { outcome in
      var fields = [
        ("rule", Self.string(outcome.rule)), ("path", Self.string(outcome.path)), ("nanoseconds", String(outcome.nanoseconds)),
        ("fuel", String(outcome.fuel)), ("traces", Self.list(outcome.traces.map(Self.string))),
        ("cases", Self.list(outcome.results.map(Self.json))),
      ]
      if let coverage = outcome.coverage {
        fields.append(
          (
            "coverage",
            Self.object([
              ("lines", String(coverage.lines)), ("unrunLines", Self.list(coverage.unrunLines.map(String.init))),
              ("triggers", String(coverage.triggers)), ("unhitTriggers", Self.list(coverage.unhitTriggers.map(Self.string))),
            ])
          ))
      }
      return Self.object(fields)
    }
    return Self.object([("version", "1"), ("passed", String(passed)), ("failed", String(failed)), ("rules", Self.list(rules))]) + "\n"
  }

  private static func json(_ result: ExampleResult) -> String {
    var fields = [
      ("kind", string(result.isFlagged ? "flagged" : "clean")), ("example", String(result.number)),
      ("variant", string(result.variant.rawValue)), ("line", result.line.map(String.init) ?? "null"),
      ("passed", result.failure == nil ? "true" : "false"),
    ]
    if let failure = result.failure {
      fields += [
        ("message", string(failure.message)), ("drawing", list(result.drawing.map(string))), ("why", list(result.why.map(string))),
      ]
    }
    return object(fields)
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func list(_ values: [String]) -> String { "[" + values.joined(separator: ", ") + "]" }

  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
