import ContentModel

/// Everything that must hold for any document that a reader made.
enum DocumentPromises {
  /// The first promise that a document breaks; nil if it keeps all.
  static func broken(by document: Document, original: [UInt8]) -> String? {
    let text = document.utf8
    guard String(validating: text, as: UTF8.self) != nil else { return "the text is not valid UTF-8" }
    return segments(document) ?? blocks(document, original) ?? marks(document)
  }

  private static func segments(_ document: Document) -> String? {
    let source = document.sourceMap.source.utf8
    var end = 0
    for segment in document.sourceMap.segments {
      if Int(segment.text) != end { return "gap or overlap in the map at \(segment.text)" }
      end = Int(segment.text) + Int(segment.textLength)
      let low = Int(segment.source)
      let high = low + Int(segment.sourceLength)
      if low < 0 || high < low || high > source.count || end > document.utf8.count { return "a segment lies outside" }
      if segment.kind == .verbatim, document.utf8[Int(segment.text)..<end] != source[low..<high] {
        return "a verbatim segment differs from its source at \(segment.text)"
      }
    }
    return end == document.utf8.count ? nil : "the map does not cover the text"
  }

  private static func blocks(_ document: Document, _ original: [UInt8]) -> String? {
    let text = document.utf8
    var isParent = [Bool](repeating: false, count: document.blocks.count)
    for (i, block) in document.blocks.enumerated() {
      if block.span.start < 0 || block.span.end > text.count { return "a block lies outside the text" }
      guard let parent = block.parent else { continue }
      if parent >= i { return "a parent follows its child" }
      isParent[parent] = true
      if !document.blocks[parent].span.contains(block.span) { return "a block lies outside its parent" }
    }
    var last: Block?
    for (i, block) in document.blocks.enumerated() where !isParent[i] {
      if block.span.isEmpty { return "leaf \(i) is empty" }
      if let last, block.span.start <= last.span.end { return "leaf \(i) touches the one before it" }
      if text[block.span.start] & 0xC0 == 0x80 { return "leaf \(i) cuts a character" }
      last = block
      if let problem = place(block.span, document, original) { return problem }
    }
    return nil
  }

  private static func place(_ span: Span, _ document: Document, _ original: [UInt8]) -> String? {
    let count = document.sourceMap.source.utf8.count
    for range in document.sourceMap.decodedRanges(of: span) where range.lowerBound < 0 || range.upperBound > count {
      return "a span maps outside the source"
    }
    let place = document.sourceMap.location(of: span)
    if place.startByte < 0 || place.startByte > place.endByte || place.endByte > original.count {
      return "a span's place is outside the file"
    }
    return nil
  }

  private static func marks(_ document: Document) -> String? {
    for (mark, next) in zip(document.marks, document.marks.dropFirst()) where next.span < mark.span {
      return "marks are out of order"
    }
    return document.marks.contains { $0.span.end > document.utf8.count } ? "a mark lies outside the text" : nil
  }

  /// Asks the map for places at random; any answer must lie inside the file.
  static func brokenPlaces(in document: Document, original: [UInt8], seed: UInt64) -> String? {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let start = generator.below(document.utf8.count + 1)
      let span = Span(start, start + generator.below(document.utf8.count - start + 1))
      if let problem = place(span, document, original) { return problem }
      for location in document.sourceMap.locations(of: span) where location.startByte > location.endByte || location.endByte > original.count {
        return "one of a span's places is outside the file"
      }
    }
    return nil
  }
}
