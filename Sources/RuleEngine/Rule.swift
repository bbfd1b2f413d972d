package import ContentModel
package import Screening

/// One rule, as its file declares it; the check itself stays in Lua.
package struct Rule: Sendable {
  /// `pack/thing-flagged`.
  package var id: String
  package var pack: String
  package var category: String
  package var title: String
  /// Where no market has a severity of its own.
  package var severity: Severity
  /// Severities of markets whose law is stricter or milder, ordered by market.
  package var marketSeverities: [MarketSeverity] = []
  package var scope: Finding.Scope
  package var basis: [Finding.Basis]
  /// The finding's message; `{text}` stands for the words found.
  package var message: String
  package var help: String?
  /// Why the rule exists, for `explain`.
  package var rationale: String?
  /// What makes the rule look at a document.
  package var subject: Subject
  /// Contexts in which a hit or node is left alone without asking the check.
  package var skip: [ContextFlag]
  package var hasCheck: Bool
  package var flaggedExamples: [Example]
  package var cleanExamples: [Example]
  /// Categories whose findings explain this rule's findings on the same words.
  package var foldsInto: [String]
  /// Ids under which the rule was known before.
  package var formerly: [String]
  /// Path of the rule's file, for messages.
  package var path: String

  package struct MarketSeverity: Sendable, Equatable {
    package var market: String
    package var severity: Severity
  }

  package enum Subject: Sendable, Equatable {
    /// Words, in the order of the rule's `find`.
    case triggers([Trigger])
    /// Things that the analysis found.
    case nodes(NodeKind)
  }

  /// A sentence or a small document that shows what the rule does.
  package struct Example: Sendable, Equatable {
    package var format: DocumentFormat
    /// The text without marks.
    package var text: String
    /// The marked words, as byte offsets into ``text``; empty where nothing is marked.
    package var marks: [Span]
    /// Whether it was given as plain words, which hold in every format; else its markup matters.
    package var isPlain: Bool
    /// 1-based line in the rule's file, if known.
    package var line: Int?
  }
}

/// What a rule may visit with `on`.
package enum NodeKind: String, Sendable, CaseIterable {
  case document, section, heading, paragraph, list, item, table, cell, sentence, quantity, citation, reference, link,
    image
}

/// The contexts that a rule may name in `skip`, and that every node answers to.
package enum ContextFlag: String, Sendable, CaseIterable {
  case negated, hypothetical, quoted, distanced, questioned, historical
  case inReference = "in_reference"
  case ofOthers = "of_others"
}

/// A folder of rules with an owner and the law they rest on.
package struct Pack: Sendable {
  /// The folder's name.
  package var name: String
  package var title: String
  package var owner: String?
  /// Markets in which its instruments hold, such as `EU`, `US`.
  package var jurisdictions: [String]
  /// Languages of copy that its rules understand, as BCP 47 primary tags.
  package var languages: [String]
  package var instruments: [Instrument]
  package var path: String

  package struct Instrument: Sendable, Equatable {
    package var key: String
    package var citation: String
    package var says: String
    package var url: String?
    /// When, and how, the wording was checked.
    package var checked: String?
  }
}
