import ContentModel
import Publishing
package import RuleEngine

/// What each rule flags, why, on which law, and what it leaves: the packs as a page to read.
package struct RuleCatalogue {
  private let rules: RuleSet
  private let scores: CategoryScores

  package init(_ rules: RuleSet, scores: CategoryScores) {
    self.rules = rules
    self.scores = scores
  }

  package var markdown: String {
    let packs = rules.packs.filter { pack in rules.rules.contains { $0.pack == pack.name } }
    var text = """
      # Rule catalogue

      Written by `obstat rules catalogue`; do not edit. \(rules.rules.count) rules in \(packs.count) packs. In the examples ⟦brackets⟧ enclose what is flagged. Precision and recall are those of the rule's whole category on labelled cases that were not used to write the rules; see [Benchmarks/quality](../Benchmarks/quality/README.md).

      | Pack | Rules | Law of |
      |---|---|---|

      """
    for pack in packs {
      let count = rules.rules.count { $0.pack == pack.name }
      text += "| [\(Self.plain(pack.title))](#\(MarkdownHTML.anchor(of: pack.title))) | \(count) | \(pack.jurisdictions.joined(separator: ", ")) |\n"
    }
    for pack in packs {
      text += "\n## \(Self.plain(pack.title))\n"
      if let owner = pack.owner { text += "\nOwner: \(Self.plain(owner)).\n" }
      for rule in rules.rules where rule.pack == pack.name { text += entry(rule) }
    }
    return text
  }

  /// A page that stands alone.
  package var html: String {
    let groups = rules.packs.compactMap { pack -> Page.Group? in
      let own = rules.rules.filter { $0.pack == pack.name }
      guard !own.isEmpty else { return nil }
      return Page.Group(title: pack.title, links: own.map { Page.Link(title: $0.title, address: "#" + MarkdownHTML.anchor(of: $0.id)) })
    }
    // Nothing stands beside a page that stands alone.
    let markdown = markdown.replacing("; see [Benchmarks/quality](../Benchmarks/quality/README.md)", with: "")
    return Page(title: "Rule catalogue", body: Self.marked(MarkdownHTML.body(markdown)), navigation: groups).html
  }

  /// Shows what stands in brackets as marked words.
  package static func marked(_ html: String) -> String { html.replacing("⟦", with: "<mark>").replacing("⟧", with: "</mark>") }

  private func entry(_ rule: Rule) -> String {
    var text = "\n### \(rule.id)\n\n**\(Self.plain(rule.title))**: \(rule.severityWords). Category `\(rule.category)`\(scoreWords(rule.category)).\n"
    if let words = rules.plainWords(of: rule) { text += "\nFlags: \(Self.plain(words))\n" }
    text += "\nSays: \(Self.plain(rule.message))\n"
    if let rationale = rule.rationale { text += "\nWhy: \(Self.plain(Rule.paragraph(rationale)))\n" }
    if let help = rule.help { text += "\nInstead: \(Self.plain(help))\n" }
    if !rule.basis.isEmpty {
      text += "\nRests on\n\n"
      for basis in rule.basis {
        let citation = basis.url.map { "[\(Self.plain(basis.citation))](<\($0)>)" } ?? Self.plain(basis.citation)
        text += "- \(citation): \(Self.plain(basis.says))\n"
      }
    }
    if !rule.skip.isEmpty { text += "\nLeaves words that are \(rule.skip.map(Self.words).joined(separator: ", ")).\n" }
    text += "\nFlagged\n\n" + rule.flaggedExamples.map(example).joined()
    text += "\nLeft alone\n\n" + rule.cleanExamples.map(example).joined()
    return text
  }

  private func scoreWords(_ category: String) -> String {
    guard let score = scores[category] else { return "" }
    let numbers = [("precision", score.precision), ("recall", score.recall)].compactMap { name, value in
      value.map { "\(name) \(Self.decimal($0))" }
    }
    return numbers.isEmpty ? "" : ": \(numbers.joined(separator: ", ")) on \(score.cases) cases"
  }

  /// With two digits behind the point.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func words(_ flag: ContextFlag) -> String {
    switch flag {
    case .negated: "denied"
    case .hypothetical: "conditional or merely possible"
    case .quoted: "quoted"
    case .distanced: "reported with distance"
    case .questioned: "asked"
    case .historical: "of the past"
    case .inReference: "part of a reference"
    case .ofOthers: "said of others"
    }
  }

  private func example(_ example: Rule.Example) -> String {
    let lines = example.marked.split(separator: "\n", omittingEmptySubsequences: false)
    if example.isPlain {
      return "- " + lines.filter { !$0.isEmpty }.map { Self.plain(String($0)) }.joined(separator: "<br>\n  ") + "\n"
    }
    return "- in \(example.format == .html ? "HTML" : "Markdown")\n\n  ~~~\n" + lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined() + "  ~~~\n"
  }

  /// Text with everything escaped that Markdown or HTML would take for markup.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if #"\`*_{}[]<>#|~&"#.unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    // A number with a point, or a dash, at the start of a line would begin a list.
    if let first = result.unicodeScalars.first, "-+".unicodeScalars.contains(first) { return "\\" + result }
    let digits = result.prefix { $0.isNumber }
    if !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")" {
      return digits + "\\" + result.dropFirst(digits.count)
    }
    return result
  }
}
