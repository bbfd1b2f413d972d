package import ContentModel
/// An identifier in the text, and what is wrong with its form.
package struct IdentifierMention: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case doi = "DOI", pmid = "PMID", pmcid = "PMCID", nct = "NCT", eudraCT = "EudraCT", isrctn = "ISRCTN", isbn = "ISBN", issn = "ISSN"
  }
  package var kind: Kind
  /// With its label.
  package var span: Span
  package var value: String
  package var problem: String?
}
extension DocumentAnalysis {
  package func identifierMentions() -> [IdentifierMention] { IdentifierChecker.mentions(in: document.utf8, leaves.map { blocks[$0].span }) }
}
