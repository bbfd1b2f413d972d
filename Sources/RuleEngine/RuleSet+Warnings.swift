import Screening

extension RuleSet {
  /// What a rule's author should know that is no mistake.
  package struct Warning: Sendable, Equatable {
    package var rule: String
    package var path: String
    package var message: String
    package var help: String
  }

  /// Patterns in `find` that screening does nothing for, by rule.
  package var warnings: [Warning] {
    screen.weakTriggers.compactMap { weak in
      let rule = rules[weak.set]
      guard case .triggers(let triggers) = rule.subject, triggers.indices.contains(weak.trigger) else { return nil }
      let reason =
        weak.required.isEmpty
        ? "holds no run of three letters and no sign in every alternative"
        : "requires only what is common (\(weak.required.prefix(6).joined(separator: " "))\(weak.required.count > 6 ? " …" : ""))"
      return Warning(
        rule: rule.id, path: rule.path,
        message: "the pattern '\(RuleHost.clipped(triggers[weak.trigger].text))' \(reason), so it is tried on nearly every paragraph",
        help: "give each alternative a longer word or a rare sign, or look for phrases and test the pattern in the check")
    }
  }
}
