import ContentModel
package import RuleEngine

/// Rules about rules: what a good one looks like, as far as a machine can tell.
package enum RuleStyle {
  package struct Remark: Sendable, Equatable {
    package var rule: String
    package var path: String
    package var message: String
  }

  /// Everything to be said about the rules, ordered by id.
  package static func remarks(on rules: RuleSet) -> [Remark] {
    rules.rules.flatMap { rule in
      mistakes(in: rule, rules).map { Remark(rule: rule.id, path: rule.path, message: $0) }
    }
  }

  private static func mistakes(in rule: Rule, _ rules: RuleSet) -> [String] {
    var found: [String] = []
    let name = rule.id.split(separator: "/").last.map(String.init) ?? ""
    if !isKebab(name) { found.append("the id should be lower-case words joined by -, not '\(name)'") }
    if name.hasPrefix("no-") && !name.hasPrefix("no-one-") || name.hasPrefix("avoid-") { found.append("the id should name what is flagged, not its absence: '\(name)'") }
    if !isKebab(rule.category) { found.append("the category should be lower-case words joined by -, not '\(rule.category)'") }
    if rule.title.hasSuffix(".") { found.append("the title ends in a full stop") }
    if rule.title.utf8.count > 60 { found.append("the title is longer than 60 bytes") }
    if rule.title.first?.isLowercase == true { found.append("the title begins with a small letter") }
    if rule.message.hasSuffix(".") { found.append("the message ends in a full stop; it is one phrase") }
    if rule.message.hasSuffix("!") { found.append("the message shouts") }
    if rule.message.utf8.count > 160 { found.append("the message is longer than 160 bytes") }
    if rule.message.first?.isUppercase == true, !isName(rule.message) { found.append("the message begins with a capital; it is a phrase, not a sentence") }
    if let help = rule.help, let last = help.last, !".!?”".contains(last) { found.append("the help is advice in sentences, and ends in none") }
    if rule.help == nil { found.append("there is no help: say what to write instead") }
    if rule.rationale == nil { found.append("there is no rationale: say why the rule exists") }
    if rules.plainWords(of: rule) == nil { found.append("no line that begins with --- says in plain words what it flags") }
    if Set(rule.cleanExamples.map(\.text)).count < rule.cleanExamples.count { found.append("a clean example stands twice") }
    if Set(rule.flaggedExamples.map(\.text)).count < rule.flaggedExamples.count { found.append("a flagged example stands twice") }
    if rule.scope == .span, rule.flaggedExamples.contains(where: { $0.marks.isEmpty }) {
      found.append("a flagged example marks no words with ⟦ and ⟧")
    }
    return found
  }

  private static func isKebab(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-") && !text.contains("--")
      && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }

  /// Whether a text begins with an abbreviation or name in capitals, such as FDA.
  private static func isName(_ text: String) -> Bool { text.prefix { $0.isUppercase }.count > 1 }
}
