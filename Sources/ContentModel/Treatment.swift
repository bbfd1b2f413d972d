/// What the configuration says about one document: facts that it does not state itself, and changes to the rules.
package struct Treatment: Sendable, Equatable {
  /// Keys are those of ``DocumentFact``.
  package var facts: [MetadataEntry]
  /// Whether the document's own word outranks ``facts``. Under a gate it counts for nothing unless the policy says so: an
  /// author could choose milder rules by it.
  package var heedsDocument: Bool
  /// In the order in which they are made: the last that fits a rule decides.
  package var changes: [Change]

  package init(facts: [MetadataEntry] = [], changes: [Change] = [], heedsDocument: Bool = true) {
    self.facts = facts
    self.heedsDocument = heedsDocument
    self.changes = changes
  }

  /// A pack or a rule switched on or off, or a rule's findings made graver or lighter.
  package struct Change: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
      case pack(String)
      /// A rule's id, also a former one.
      case rule(String)
    }
    package enum Choice: Sendable, Equatable {
      case on, off
      case severity(Severity)
    }
    package var target: Target
    package var choice: Choice
    /// Facts that must hold; for each one of the values.
    package var conditions: [Condition]

    package init(_ target: Target, _ choice: Choice, conditions: [Condition] = []) {
      self.target = target
      self.choice = choice
      self.conditions = conditions
    }
  }

  package struct Condition: Sendable, Equatable {
    package var fact: DocumentFact
    package var values: [String]

    package init(_ fact: DocumentFact, _ values: [String]) {
      self.fact = fact
      self.values = values
    }

    /// Whether a document states one of the values. One that does not state the fact meets no condition on it.
    package func holds(for document: Document) -> Bool {
      switch fact {
      case .market:
        let own = document.fact(.market).map(Market.list) ?? []
        return own.contains { market in values.contains { market.lies(in: Market($0)) } }
      case .language:
        guard let own = document.fact(.language) else { return false }
        return values.contains { Self.isPrefix($0, of: own) }
      case .audience, .product:
        return document.values(of: fact).contains { own in values.contains { Self.folded($0) == Self.folded(own) } }
      }
    }

    private static func folded(_ text: String) -> String { text.lowercased().replacing("-", with: " ").replacing("_", with: " ") }

    /// `en` stands for `en-GB`, too.
    private static func isPrefix(_ short: String, of tag: String) -> Bool {
      let (a, b) = (Array(short.lowercased().replacing("_", with: "-").utf8), Array(tag.lowercased().replacing("_", with: "-").utf8))
      return b.starts(with: a) && (b.count == a.count || b[a.count] == 0x2D)
    }
  }
}
