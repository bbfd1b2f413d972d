/// A half-open range of UTF-8 byte offsets into a document's extracted text.
///
/// This is the only unit of position inside the engine. Source bytes, lines and
/// columns for people, and UTF-16 offsets for editors, are computed at the edges
/// by ``SourceMap``.
package struct Span: Hashable, Codable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span's start must not lie behind its end")
    self.start = start
    self.end = end
  }

  package init(_ utf8Offsets: Range<Int>) {
    self.init(utf8Offsets.lowerBound, utf8Offsets.upperBound)
  }

  package var utf8Offsets: Range<Int> { start..<end }
  /// Length in bytes.
  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ utf8Offset: Int) -> Bool { start <= utf8Offset && utf8Offset < end }
  package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share at least one byte.
  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that contains both.
  package func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

extension Span: Comparable {
  /// By start; of two with one start the longer comes first, so that containers precede their contents.
  package static func < (lhs: Span, rhs: Span) -> Bool {
    lhs.start != rhs.start ? lhs.start < rhs.start : lhs.end > rhs.end
  }
}
