/// A mistake in a configuration file that its operator can mend.
package struct ConfigurationError: Error, Sendable, Equatable {
  package var path: String
  /// Where in the file; nil where only the file is known.
  package var place: Place?
  package var reason: Reason

  package init(path: String, place: Place?, reason: Reason) {
    self.path = path
    self.place = place
    self.reason = reason
  }

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
    /// The YAML parser's own words.
    case syntax(String)
    case repeatedKey(String)
    case unknownKey(String, in: String?, suggestion: String?, known: [String])
    case wrongType(key: String, expected: String, got: String)
    case outOfRange(key: String, value: String, lowest: Int, highest: Int)
    case badPattern(String, why: String)
    case emptyPath(key: String)
    case notAFolder(String)
    case notAFile(String)
    case missingKey(String, in: String)
    case unknownChoice(key: String, value: String, choices: [String], suggestion: String?)
    /// The files, from the first to itself again.
    case extendsItself([String])
    case extendsTooMany(Int)
    /// A setting of the run in a file that may speak of documents only.
    case onlyForRun(String)
    case circularFacts
    /// A list of folders where rules are switched.
    case foldersUnderRules
    /// A pack, rule or word list that the loaded rules do not have.
    case unknownName(String, kind: String, suggestion: String?)
    /// Of the policy, which folders further down may not change.
    case onlyAtRoot(key: String)
  }
}

/// Everything that is wrong in a configuration file, in the order of its lines.
package struct ConfigurationErrors: Error, Sendable, Equatable {
  package var errors: [ConfigurationError]
}

extension ConfigurationError {
  /// One phrase, without place.
  package var message: String {
    switch reason {
    case .unreadable(let why): "cannot be read: \(why)"
    case .notUTF8: "is not UTF-8 text"
    case .syntax(let words): "syntax error: \(words)"
    case .repeatedKey(let key): "key '\(key)' stands here more than once"
    case .unknownKey(let key, let owner, let suggestion, _):
      "unknown key '\(key)'" + (owner.map { " in '\($0)'" } ?? "") + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .wrongType(let key, let expected, let got): "'\(key)' must be \(expected), got \(got)"
    case .outOfRange(let key, let value, let lowest, let highest):
      "'\(key)' must lie between \(lowest) and \(highest), got \(value)"
    case .badPattern(let pattern, let why): "pattern '\(pattern)' \(why)"
    case .emptyPath(let key): "a path in '\(key)' is empty"
    case .notAFolder(let path): "'\(path)' is not a folder"
    case .notAFile(let path): "'\(path)' is not a file"
    case .missingKey(let key, let owner): "\(owner) lacks '\(key)'"
    case .unknownChoice(let key, let value, let choices, let suggestion):
      "'\(key)' must be one of \(choices.joined(separator: ", ")), got '\(value)'" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .extendsItself(let files): "extends itself: \(files.joined(separator: " → "))"
    case .extendsTooMany(let most): "more than \(most) files extend one another"
    case .onlyForRun(let key): "'\(key)' is a setting of the whole run, and this file speaks of the documents in its folder only"
    case .circularFacts: "'document' depends on what the document is for, and would change it"
    case .foldersUnderRules: "'rules' must be keys with values, got a list"
    case .unknownName(let name, let kind, let suggestion):
      "no \(kind) '\(name)'" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
    case .onlyAtRoot(let key): "'\(key)' may not stand in a folder's configuration"
    }
  }

  /// The next step.
  package var help: String? {
    switch reason {
    case .unknownKey(_, _, _, let known): "known keys: \(known.joined(separator: ", "))"
    case .notAFolder, .notAFile: "paths are looked for from the configuration file's folder"
    case .repeatedKey: "keep one of them"
    case .onlyAtRoot: "it belongs into the configuration at the repository's root"
    case .wrongType(_, let expected, _) where expected == "a whole number": "write digits only, such as 1000000"
    case .onlyForRun: "set it in the file at the root of the repository, or in one given with --config"
    case .circularFacts: "let the override depend on 'files' only"
    case .foldersUnderRules: "folders of rule packs stand under 'rule-folders'; 'rules' switches single rules"
    case .unknownName(_, let kind, _): kind == "rule" ? "obstat rules list" : nil
    default: nil
    }
  }
}
