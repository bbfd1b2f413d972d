/// What a rule says about a document, pinned to words of the extracted text.
package struct Finding: Sendable, Equatable {
  package enum Scope: String, Sendable {
    /// The words of the span are the problem.
    case span
    /// The document as a whole is; the span is the words that triggered the finding.
    case document
  }

  /// A legal or editorial instrument that a rule rests on.
  package struct Basis: Sendable, Equatable {
    /// Its key within the rule's pack, such as `eu-2001-83/art-90-b`.
    package var key: String
    /// As a lawyer cites it.
    package var citation: String
    /// What it says, in a line.
    package var says: String
    package var url: String?
    package init(key: String, citation: String, says: String = "", url: String? = nil) {
      self.key = key
      self.citation = citation
      self.says = says
      self.url = url
    }
  }

  /// Another place that helps to understand the finding.
  package struct Related: Sendable, Equatable {
    package var message: String
    package var span: Span
    package init(message: String, span: Span) {
      self.message = message
      self.span = span
    }
  }

  /// A weaker finding on the same words that this one explains.
  package struct Folded: Sendable, Equatable {
    package var rule: String
    package var category: String
    package var message: String
    package init(rule: String, category: String, message: String) {
      self.rule = rule
      self.category = category
      self.message = message
    }
  }

  /// Other words for the finding's own.
  package struct Fix: Sendable, Equatable {
    /// One or more to choose from, the best first; an empty text takes the words out.
    package var replacements: [String]
    /// Whether the first replacement is right in any text, so that it may be made without a person.
    package var isSafe: Bool
    package init(replacements: [String], isSafe: Bool) {
      self.replacements = replacements
      self.isSafe = isSafe
    }
  }

  /// Rule id, such as `health/guaranteed-outcome`.
  package var rule: String
  package var category: String
  package var severity: Severity
  package var scope: Scope
  package var message: String
  package var help: String?
  package var basis: [Basis]
  package var span: Span
  package var related: [Related]
  /// Findings that were folded into this one, so that a reader meets each problem once.
  package var folded: [Folded] = []
  /// What may stand in the place of the words, where the rule knows.
  package var fix: Fix?

  /// The category of findings that no rule makes: about rules that failed, limits, and what cannot be checked.
  package static let engineCategory = "engine"
  package var isOfEngine: Bool { category == Self.engineCategory }

  package init(
    rule: String, category: String, severity: Severity, scope: Scope = .span, message: String, help: String? = nil,
    basis: [Basis] = [], span: Span, related: [Related] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.scope = scope
    self.message = message
    self.help = help
    self.basis = basis
    self.span = span
    self.related = related
    self.fix = fix
  }
}
