extension RuleCoverage {
  /// - Parameter showsWords: whether unused words are listed, not only counted.
  package func text(showsWords: Bool) -> String {
    var text = "\(examples) examples and \(cases) labelled cases\n"
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      text += "\n\(title)\n" + lines.map { "  \($0)\n" }.joined()
    }
    section("rules that none of their examples exercises", unexercised)
    section("instruments that no rule rests on", uncited.map { "\($0.pack): \($0.key)" })
    section("word lists that nothing names", orphaned)
    section("rules about rules", remarks.map { "\($0.rule): \($0.message)" })
    section("rules without a basis", withoutBasis)
    section("phrases and patterns that nothing hits", unhit.map { "\($0.rule): \(Self.clipped($0.trigger))" })
    if showsWords {
      section("words of lists that nothing holds", unused.map { "\($0.lexicon): \($0.words.joined(separator: "; "))" })
    } else if !unused.isEmpty {
      let count = unused.reduce(0) { $0 + $1.words.count }
      text += "\n\(count) word\(count == 1 ? "" : "s") in \(unused.count) lists that nothing holds; --words lists them\n"
    }
    text += isClean ? "\nnothing to mend\n" : ""
    return text
  }

  private static func clipped(_ text: String) -> String {
    text.unicodeScalars.count <= 80 ? text : String(text.unicodeScalars.prefix(79)) + "…"
  }
}
