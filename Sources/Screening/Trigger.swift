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
  /// What is wrong with the text of a regular expression, or nil.
  package static func patternProblem(_ text: String) -> String? {
    do throws(TriggerError) {
      _ = try Screen([[.pattern(text)]])
      return nil
    } catch { return error.message }
  }

  /// What is wrong with the text of a phrase, or nil; cheap for plain words.
  package static func phraseProblem(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x20 } && text.utf8.first.map { $0 > 0x20 } == true
    if isPlain { return nil }
    do {
      _ = try Phrase(text)
      return nil
    } catch {
      return error.message
    }
  }
}
