package import ContentModel

/// A change that a configuration file makes for some documents, with its place.
package struct Change: Sendable {
  package enum Effect: Sendable, Equatable {
    case pack(String, isOn: Bool)
    case rule(String, Treatment.Change.Choice)
    /// What documents are for, where they do not say.
    case fact(DocumentFact, String)
  }
  package var effect: Effect
  package var conditions: ChangeConditions
  package var origin: Origin
  /// Where the name stands that it speaks of, for messages.
  package var place: ConfigurationError.Place?
}

/// When a change is made.
package struct ChangeConditions: Sendable, Equatable {
  /// One of them fits the document's path; none means any path.
  package var files: [ExclusionPattern] = []
  package var facts: [Treatment.Condition] = []

  package init() {}
}

/// Words that an operator adds to a word list of a pack.
package struct LexiconAddition: Sendable {
  /// `pack/name`.
  package var lexicon: String
  package var words: [String]
  package var origin: Origin
  package var place: ConfigurationError.Place?
  /// The file's path as shown in messages.
  package var path: String
}
