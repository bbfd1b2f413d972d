/// A comment that speaks to the program: an author's note that readers of the document do not see.
///
/// Only comments whose first word is `obstat` are kept. What they say is for the
/// gate to judge; nothing in them is trusted.
package struct Comment: Sendable, Equatable {
  /// The words, without the signs that make them a comment and without white space at the ends.
  package var text: String
  /// Where the whole comment stands: bytes of the *decoded* source.
  package var source: Range<Int>
  /// The words of the block that the comment stands in, or else of the block that follows it in the same container. Empty where nothing follows.
  package var block: Span

  package init(text: String, source: Range<Int>, block: Span = Span(0, 0)) {
    self.text = text
    self.source = source
    self.block = block
  }

  /// A document's further comments are not kept, and a note says so.
  package static let maximumCount = 1000
  /// Bytes of a comment's words; longer ones are cut.
  package static let maximumLength = 2000
}
