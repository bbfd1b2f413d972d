import ArgumentParser
import ContentModel
import RuleEngine
import Screening

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a rule flags, why, and what it leaves.")

  @Argument(help: "The rule's id, such as health/guaranteed-outcome.")
  var rule: String

  @OptionGroup var ruleOptions: RuleOptions

  func run() throws {
    let rules = try ruleOptions.loadOrExit()
    guard let index = rules.index(ofRule: rule) else {
      let hint = rules.suggestion(forRule: rule).map { "  help: did you mean '\($0)'?\n" } ?? "  help: obstat rules list\n"
      Output.errors.write("error: no rule '\(rule)'\n\(hint)")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    Output.standard.write(explanation(of: rules.rules[index], in: rules))
  }

  private func explanation(of rule: Rule, in rules: RuleSet) -> String {
    var text = "\(rule.id): \(rule.title)\n"
    let markets = rule.marketSeverities.map { ", \($0.severity.rawValue) in \($0.market)" }.joined()
    text += "severity \(rule.severity.rawValue)\(markets), category \(rule.category), \(rule.path)\n"
    if let rationale = rule.rationale { text += "\n\(paragraph(rationale))\n" }
    text += "\nSays: \(rule.message)\n"
    if let help = rule.help { text += "Help: \(help)\n" }
    if !rule.basis.isEmpty {
      text += "\nRests on\n"
      for basis in rule.basis {
        text += "  \(basis.citation)\n    \(basis.says)\n" + (basis.url.map { "    \($0)\n" } ?? "")
      }
    }
    switch rule.subject {
    case .triggers(let triggers): text += "\nLooks for \(triggers.count) phrases and patterns, among them \(triggers.prefix(8).map { "“\($0.text)”" }.joined(separator: ", "))\n"
    case .nodes(let kind): text += "\nLooks at every \(kind.rawValue)\n"
    }
    text += "\nFlags\n" + rule.flaggedExamples.map(example).joined()
    text += "Leaves\n" + rule.cleanExamples.map(example).joined()
    return text
  }

  private func example(_ example: Rule.Example) -> String {
    var lines = example.text.split(separator: "\n").map { "    \($0)\n" }
    if let first = lines.first { lines[0] = "  - " + first.dropFirst(4) }
    return lines.joined()
  }

  /// A long string of a rule file without its line breaks and indentation; blank lines part paragraphs.
  private func paragraph(_ text: String) -> String {
    text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}
