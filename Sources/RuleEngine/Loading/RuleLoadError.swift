/// A mistake in a rule folder that its author can mend.
package struct RuleLoadError: Error, Sendable, Equatable {
  package var path: String
  /// Where in the file; nil where only the file is known.
  package var place: Place?
  package var reason: Reason

  /// 1-based line and column (in Unicode scalars) with the source line and the length of the word to underline.
  package struct Place: Sendable, Equatable {
    package var line: Int
    package var column: Int
    package var sourceLine: String
    package var length: Int
  }

  package enum Reason: Sendable, Equatable {
    case unreadable(String)
    case notUTF8
    /// What does not parse.
    case syntax(String, help: String? = nil)
    /// Raised while the file ran.
    case failed(String, help: String? = nil)
    /// A failure that needs no "failed while loading".
    case mistake(String, help: String?, guide: GuideSection)
    case notATable(expected: String, got: String)
    case unknownKey(String, in: String, suggestion: String?, known: [String])
    case missingKey(String, in: String, hint: String)
    case wrongType(key: String, expected: String, got: String)
    case unknownValue(key: String, value: String, choices: [String], suggestion: String?)
    case badID(String, expected: String)
    case duplicateID(String, other: String)
    case unknownInstrument(String, suggestion: String?)
    case nothingToLookFor
    case bothFindAndOn
    case needsCheck(on: String)
    case tooFewExamples(flagged: Int, clean: Int)
    case badExample(String)
    case badTrigger(String, String)
    case unknownLexicon(String, suggestion: String?)
    case badLexicon(String)
    case noPackFile
    case noRules
    case notAFolder
  }
}

extension RuleLoadError {
  /// One phrase, without place.
  package var message: String {
    switch reason {
    case .unreadable(let why): "cannot be read: \(why)"
    case .notUTF8: "is not UTF-8 text"
    case .syntax(let words, _): "syntax error: \(words)"
    case .failed(let words, _): "failed while loading: \(words)"
    case .mistake(let words, _, _): words
    case .notATable(let expected, let got): "a \(expected) file must return a table, got \(got)"
    case .unknownKey(let key, let owner, let suggestion, _):
      "unknown key '\(key)' in \(owner)" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .missingKey(let key, let owner, _): "\(owner) lacks '\(key)'"
    case .wrongType(let key, let expected, let got): "'\(key)' must be \(expected), got \(got)"
    case .unknownValue(let key, let value, let choices, let suggestion):
      "\(key) '\(value)' is not one of \(choices.joined(separator: ", "))"
        + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .badID(let id, _): "id '\(id)' does not fit its file"
    case .duplicateID(let id, let other): "id '\(id)' is taken by \(other)"
    case .unknownInstrument(let key, let suggestion):
      "basis '\(key)' is not an instrument of this pack" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .nothingToLookFor: "the rule says neither what to 'find' nor what to look 'on'"
    case .bothFindAndOn: "a rule has either 'find' or 'on', not both"
    case .needsCheck(let on): "a rule on '\(on)' needs a 'check' function"
    case .tooFewExamples(let flagged, let clean):
      "a rule needs at least one flagged and two clean examples, this one has \(flagged) and \(clean)"
    case .badExample(let words): words
    case .badTrigger(let trigger, let words): "'\(trigger)': \(words)"
    case .unknownLexicon(let name, let suggestion):
      "no word list '\(name)'" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .badLexicon(let words): words
    case .noPackFile: "holds rules but no pack.lua"
    case .noRules: "holds no rule packs"
    case .notAFolder: "is not a folder of rule packs"
    }
  }

  /// The next step.
  package var help: String? {
    switch reason {
    case .syntax(_, let help), .failed(_, let help), .mistake(_, let help, _): help
    case .notUTF8: "save it as UTF-8; word processors offer it as “plain text, UTF-8”"
    case .wrongType(let key, _, let got) where ["title", "message", "help", "rationale", "id", "category", "severity", "on", "scope"].contains(key) && got.contains("table"):
      "write \(key) = \"…\", without braces"
    case .wrongType("check", _, _): "write check = function(hit) … end"
    case .wrongType("find", _, _): #"write find = { "some words", pattern [[\bregex\b]], lexicon "name" }"#
    case .wrongType("examples", _, _): #"write examples = { flagged = { "…" }, clean = { "…", "…" } }"#
    case .wrongType(_, "a text that is not empty", _): "leave the key out, or say something"
    case .duplicateID: "a rule is known by its folder and file name; rename one of the two, or give only one of the rule folders"
    case .bothFindAndOn: "find looks for words and gives the check a hit; on visits every thing of a kind"
    case .needsCheck(let on): "add check = function(\(on)) if … then \(on):report() end end"
    case .badExample(let words) where words.contains("pair up"): "⟦ begins the words that should be flagged, ⟧ ends them"
    case .badExample(let words) where words.contains("clean example"): "take the marks out, or move it to flagged"
    case .badTrigger(_, let words) where words.contains(" at character "): "brackets, + . ? ( ) [ ] and \\ have a meaning of their own in a regular expression; put \\ before one that is meant as such"
    case .unknownKey(_, _, _, let known): "known keys: \(known.joined(separator: ", "))"
    case .missingKey(_, _, let hint): hint
    case .unknownValue(let key, _, _, _) where key == "severity":
      "the severity is your opinion; the gate policy decides what stops publication"
    case .badID(_, let expected): "use '\(expected)', the folder's and the file's name"
    case .unknownInstrument: "define it once, in the pack's pack.lua under 'instruments'"
    case .nothingToLookFor: #"add find = { "some words" } or on = "sentence""#
    case .tooFewExamples: "add sentences that should and should not be flagged; one clean example should be a near miss"
    case .unknownLexicon: "word lists are files <pack>/lexicons/<name>.txt, named 'name' within the pack or 'pack/name'"
    case .noPackFile: #"add a pack.lua that returns { title = "…", owner = "…", jurisdictions = {}, instruments = {} }"#
    case .noRules: "a rule pack is a folder with a pack.lua and one file for each rule"
    case .notAFolder: "give the folder that holds the packs"
    case .notATable: "end the file with: return { … }"
    default: nil
    }
  }

  /// Where the guide says more; nil where there is nothing to learn.
  package var guide: GuideSection? {
    switch reason {
    case .mistake(_, _, let guide): guide
    case .failed: .deciding
    case .unknownKey(_, let owner, _, _), .missingKey(_, let owner, _):
      owner == "this rule" ? .keys : owner == "'examples'" ? .examples : .packs
    case .wrongType("instruments", _, _), .wrongType("jurisdictions", _, _), .wrongType("languages", _, _): .packs
    case .wrongType("find", _, _), .badTrigger, .badLexicon: .words
    case .wrongType("examples", _, _), .tooFewExamples, .badExample: .examples
    case .wrongType, .unknownValue, .badID, .duplicateID, .nothingToLookFor, .bothFindAndOn, .needsCheck, .notATable: .keys
    case .unknownInstrument, .noPackFile, .noRules, .notAFolder: .packs
    case .unknownLexicon: .words
    case .unreadable, .notUTF8, .syntax: nil
    }
  }
}

/// Everything that is wrong in the rule folders, in the order of files.
package struct RuleSetError: Error, Sendable, Equatable {
  package var errors: [RuleLoadError]
}
