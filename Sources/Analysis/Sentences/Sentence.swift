package import ContentModel

/// A sentence, a heading, a list item without full stop: the unit in which a claim is made.
///
/// Its span has no white space at either end and never leaves its leaf block.
package struct Sentence: Sendable, Equatable {
  package var span: Span
  /// Index of the leaf in ``DocumentAnalysis/blocks``.
  package var block: Int

  package init(span: Span, block: Int) {
    self.span = span
    self.block = block
  }
}
