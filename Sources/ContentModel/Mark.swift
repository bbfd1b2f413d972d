/// An inline property of a stretch of text: a link, emphasis, a superscript, …
package struct Mark: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// ``Mark/target`` is the address, as written, entities decoded.
    case link
    case emphasis, strong, code, superscript, `subscript`
    /// Text shown as struck out.
    case deleted
    /// A pointer to a footnote; ``Mark/target`` is the footnote's label.
    case footnoteReference = "footnote-reference"
    /// A place that a link can point to; ``Mark/target`` is its id. May be empty.
    case anchor
  }

  package var kind: Kind
  package var span: Span
  package var target: String?

  package init(kind: Kind, span: Span, target: String? = nil) {
    self.kind = kind
    self.span = span
    self.target = target
  }
}
