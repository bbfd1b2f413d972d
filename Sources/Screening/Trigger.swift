/// What a rule looks for.
package enum Trigger: Sendable, Hashable {
  /// Words in any case, any white space, straight or curly apostrophes, any hyphen; see ``Phrase`` for the syntax.
  ///
  /// `*` ends a word openly (`guarantee*`) and stands for any one word by itself,
  /// `~` after a word matches its inflections (`cure~`: cures, cured, curing), and
  /// `{a|b c|d}` gives alternatives.
  case phrase(String)
  /// A regular expression in the PCRE2 dialect, caseless unless it says `(?-i)`, never across a block.
  ///
  /// A pattern sees the text as extracted: curly quotes, soft hyphens and line
  /// breaks included, which phrases do not see.
  case pattern(String)

  package var text: String {
    switch self { case .phrase(let text), .pattern(let text): text }
  }
}

/// Why a trigger cannot be looked for.
package struct TriggerError: Error, Sendable, Equatable {
  package var trigger: Trigger
  /// One phrase, such as `missing closing parenthesis at character 7`.
  package var message: String

  package init(trigger: Trigger, message: String) {
    self.trigger = trigger
    self.message = message
  }
}

extension Trigger {
  /// Whether it can be looked for; gives the number of word sequences and patterns that it stands for.
  package func check() throws(TriggerError) -> Int {
    switch self {
    case .phrase(let text):
      if let plain = PlainPhrase(text) { return plain.count }
      do { return try Phrase(text).sequences.count } catch { throw TriggerError(trigger: self, message: error.message) }
    case .pattern(let text):
      do { _ = try PatternStore.pattern(text) } catch { throw TriggerError(trigger: self, message: error.message) }
      return 1
    }
  }

  /// What is wrong with the text of a phrase, or nil.
  package static func phraseProblem(_ text: String) -> String? {
    do {
      _ = try Trigger.phrase(text).check()
      return nil
    } catch { return error.message }
  }
}
