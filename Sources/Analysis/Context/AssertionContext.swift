/// How the words around a trigger bear on whether it is asserted.
///
/// The terms are those of the ConText algorithm (Harkema, Dowling, Thornblade
/// and Chapman, "ConText: An algorithm for determining negation, experiencer,
/// and temporal status from clinical reports", J Biomed Inform 2009), extended by
/// what marketing copy needs.
package struct AssertionContext: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// "cannot be guaranteed", "no cure exists"
  package static let negated = AssertionContext(rawValue: 1 << 0)
  /// "if", "may", "is being studied", "aims to"
  package static let hypothetical = AssertionContext(rawValue: 1 << 1)
  /// Inside quotation marks or a block quotation: somebody else's words.
  package static let quoted = AssertionContext(rawValue: 1 << 2)
  /// Reported with distance: "adverts may promise", "beware of anyone who says"
  package static let distanced = AssertionContext(rawValue: 1 << 3)
  /// In a question.
  package static let questioned = AssertionContext(rawValue: 1 << 4)
  /// Inside an entry of a reference list.
  package static let inReference = AssertionContext(rawValue: 1 << 5)
  /// "used to", "in the past"
  package static let historical = AssertionContext(rawValue: 1 << 6)
  /// Somebody else's, ConText's experiencer: "other clinics guarantee", "his father was cured"
  package static let other = AssertionContext(rawValue: 1 << 7)

  /// Each flag with the name that people read.
  package static let named: [(flag: AssertionContext, name: String)] = [
    (.negated, "negated"), (.hypothetical, "hypothetical"), (.quoted, "quoted"), (.distanced, "distanced"), (.questioned, "questioned"),
    (.inReference, "in reference"), (.historical, "historical"), (.other, "other"),
  ]
}
