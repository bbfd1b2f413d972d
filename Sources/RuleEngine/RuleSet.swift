package import Analysis
package import Screening

/// Every rule in force, loaded and checked: a value that workers share.
package struct RuleSet: Sendable {
  package let packs: [Pack]
  /// Ordered by id.
  package let rules: [Rule]
  /// Every file that the rules consist of, ordered by path: rules, packs, word lists, modules.
  package let files: [RuleFile]
  /// The triggers of every rule with `find`; the set's number is the rule's index, sets of other rules are empty.
  package let screen: Screen
  package let lexicons: LexiconStore
  /// Word lists of the analysis.
  package let analysisLexicons: AnalysisLexicons

  /// The regular expressions that the rule files make when they are loaded.
  let patterns: [String]
  /// What there is to say about how the rules were loaded, one sentence each.
  package internal(set) var notes: [String] = []

  /// What rules may know beside the document; nothing unless it is set.
  package var knowledge = Knowledge()

  /// Languages that some pack speaks.
  package var languages: Set<String> { Set(packs.flatMap(\.languages)) }

  init(
    packs: [Pack], rules: [Rule], files: [RuleFile], screen: Screen, lexicons: LexiconStore, analysisLexicons: AnalysisLexicons,
    patterns: [String]
  ) {
    self.packs = packs
    self.rules = rules
    self.files = files
    self.screen = screen
    self.lexicons = lexicons
    self.analysisLexicons = analysisLexicons
    self.patterns = patterns
  }

  package func index(ofRule id: String) -> Int? {
    rules.firstIndex { $0.id == id || $0.formerly.contains(id) }
  }

  /// The id most like a misspelt one.
  package func suggestion(forRule id: String) -> String? {
    rules.first { $0.id.split(separator: "/").last.map(String.init) == id }?.id
      ?? RuleEngine.suggestion(for: id, among: rules.map(\.id))
  }
}

/// A file of a rule folder.
package struct RuleFile: Sendable {
  /// Path as shown in messages: the folder as given, then the rest.
  package var path: String
  /// Path below the rule folder: `health/guaranteed-outcome.lua`.
  package var name: String
  package var bytes: [UInt8]
  /// What it is by its name; nil for files that are not part of the rules.
  let role: Role?

  package init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
    role = Self.role(of: name)
  }
}
