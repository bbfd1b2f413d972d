/// Where each stretch of the extracted text stands in the source.
///
/// A piecewise map, as every format needs one: most text is a verbatim slice of
/// the source, entities and escapes are whole or nothing, and separators between
/// blocks stand nowhere. A span of text may come from several source ranges (a
/// phrase with emphasis inside).
package struct SourceMap: Sendable {
  package struct Segment: Sendable, Equatable {
    package enum Kind: UInt8, Sendable {
      /// Byte for byte.
      case verbatim
      /// An entity, an escape, a run of white space: maps as a whole only.
      case atomic
      /// Stands nowhere in the source: separators between blocks.
      case synthetic
      /// Each byte of the text stands for the same number of source bytes: a run of ASCII in UTF-16 or UTF-32.
      case scaled
    }
    /// Offset and length in the extracted text.
    package var text: Int32
    package var textLength: Int32
    /// Offset and length in the decoded source.
    package var source: Int32
    package var sourceLength: Int32
    package var kind: Kind

    package init(text: Int, textLength: Int, source: Int, sourceLength: Int, kind: Kind) {
      self.text = Int32(text)
      self.textLength = Int32(textLength)
      self.source = Int32(source)
      self.sourceLength = Int32(sourceLength)
      self.kind = kind
    }

    /// Source bytes a byte of text, where that is the same throughout.
    var scale: Int { kind == .scaled ? Int(sourceLength) / max(1, Int(textLength)) : 1 }
  }

  package let source: SourceText
  /// Ordered by `text`, without gaps or overlaps.
  package let segments: [Segment]

  package init(source: SourceText, segments: [Segment]) {
    self.source = source
    self.segments = segments
  }

  static func segmentIndex(in segments: [Segment], at offset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle].text + segments[middle].textLength) <= offset { low = middle + 1 } else { high = middle }
    }
    return low < segments.count && Int(segments[low].text) <= offset ? low : nil
  }

  /// The ranges of the *decoded* source that a span comes from, in text order, neighbours joined. Empty for a wholly synthetic span.
  package func decodedRanges(of span: Span) -> [Range<Int>] {
    guard !span.isEmpty, var i = Self.segmentIndex(in: segments, at: span.start) else { return [] }
    var ranges: [Range<Int>] = []
    while i < segments.count, Int(segments[i].text) < span.end {
      let segment = segments[i]
      i += 1
      if segment.kind == .synthetic { continue }
      var low = Int(segment.source)
      var high = low + Int(segment.sourceLength)
      if segment.kind == .verbatim || segment.kind == .scaled {
        let scale = segment.scale
        low += max(0, span.start - Int(segment.text)) * scale
        high -= max(0, Int(segment.text + segment.textLength) - span.end) * scale
      }
      if let last = ranges.last, last.upperBound == low {
        ranges[ranges.count - 1] = last.lowerBound..<high
      } else {
        ranges.append(low..<high)
      }
    }
    return ranges
  }

  /// The places that a span comes from, in the file's original bytes, lines and columns.
  package func locations(of span: Span) -> [Location] {
    decodedRanges(of: span).map(location(decoded:))
  }

  /// The place of a span from its first to its last source byte. A wholly synthetic or empty span is placed, empty, at the nearest source position before it.
  package func location(of span: Span) -> Location {
    let ranges = decodedRanges(of: span)
    if let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() {
      return location(decoded: low..<high)
    }
    let position = nearestSourcePosition(before: span.start)
    return location(decoded: position..<position)
  }

  /// The decoded source position of an offset in the text: exact inside verbatim text, else the end of the nearest source text before it.
  private func nearestSourcePosition(before offset: Int) -> Int {
    var i = Self.segmentIndex(in: segments, at: offset) ?? segments.count - 1
    while i >= 0, i < segments.count {
      let segment = segments[i]
      let into = offset - Int(segment.text)
      switch segment.kind {
      case .synthetic: break
      case .verbatim, .scaled:
        return Int(segment.source) + min(into * segment.scale, Int(segment.sourceLength))
      case .atomic:
        return Int(segment.source) + (into == 0 ? 0 : Int(segment.sourceLength))
      }
      i -= 1
    }
    return 0
  }

  /// The place of a range of the *decoded* source.
  package func location(decoded range: Range<Int>) -> Location {
    let start = source.lineAndColumn(range.lowerBound)
    let end = source.lineAndColumn(range.upperBound)
    return Location(
      startByte: source.originalOffset(range.lowerBound),
      endByte: range.isEmpty
        ? source.originalOffset(range.lowerBound) : source.originalOffset(range.upperBound, isEnd: true),
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }
}

/// A place in a source file. Bytes are 0-based half-open offsets into the original file; lines and columns are 1-based, columns count Unicode scalars, and the end is exclusive.
package struct Location: Hashable, Sendable {
  package var startByte: Int
  package var endByte: Int
  package var startLine: Int
  package var startColumn: Int
  package var endLine: Int
  package var endColumn: Int

  package init(startByte: Int, endByte: Int, startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
    self.startByte = startByte
    self.endByte = endByte
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
