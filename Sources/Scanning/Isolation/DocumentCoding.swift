import ContentModel

extension WireWriter {
  /// A document without its path, format and, where it is UTF-8, without the source bytes that the other end has.
  mutating func document(_ document: Document, from given: [UInt8]) {
    sourceMap(document.sourceMap, from: given)
    data(document.utf8)
    list(document.blocks) { $0.block($1) }
    list(document.marks) { writer, mark in
      writer.choice(mark.kind)
      writer.span(mark.span)
      writer.optional(mark.target) { $0.text($1) }
    }
    list(document.metadata) { writer, entry in
      writer.text(entry.key)
      writer.text(entry.value)
    }
    optional(document.language) { $0.text($1) }
    list(document.notes) { writer, note in
      writer.text(note.message)
      writer.number(note.sourceByte)
      writer.flag(note.isLimit)
    }
    list(document.comments) { writer, comment in
      writer.text(comment.text)
      writer.number(comment.source.lowerBound)
      writer.number(comment.source.count)
      writer.span(comment.block)
    }
  }

  private mutating func block(_ block: Block) {
    choice(block.kind)
    span(block.span)
    optional(block.parent) { $0.number($1) }
    number(block.level)
    number(Int(block.flags.rawValue))
    optional(block.label) { $0.text($1) }
  }

  mutating func span(_ span: Span) {
    number(span.start)
    number(span.count)
  }

  private mutating func sourceMap(_ map: SourceMap, from given: [UInt8]) {
    let source = map.source
    text(source.encoding)
    number(source.originalStart)
    list(source.segments) { $0.segment($1) }
    let isGiven = source.segments.isEmpty && source.utf8.elementsEqual(given.dropFirst(source.originalStart))
    flag(isGiven)
    if !isGiven { data(source.utf8) }
    list(map.segments) { $0.segment($1) }
  }

  private mutating func segment(_ segment: SourceMap.Segment) {
    number(Int(segment.text))
    number(Int(segment.textLength))
    number(Int(segment.source))
    number(Int(segment.sourceLength))
    number(Int(segment.kind.rawValue))
  }
}

extension WireReader {
  /// A document that keeps what those who show it rely on: spans within the text, parents before children, a map within the source.
  mutating func document(path: String, format: DocumentFormat, from given: [UInt8]) throws(Nonsense) -> Document {
    let (source, segments) = try sourceText(from: given)
    let utf8 = try data()
    guard utf8.count <= Int32.max, String(validating: utf8, as: UTF8.self) != nil else { throw Nonsense() }
    let map = SourceMap(source: source, segments: try Self.checked(segments, text: utf8.count, source: source.utf8.count))
    var blocks: [Block] = []
    for _ in 0..<(try count()) { blocks.append(try block(blocks.count, in: utf8.count)) }
    let marks = try list { reader throws(Nonsense) in
      Mark(
        kind: try reader.choice(Mark.Kind.self), span: try reader.span(in: utf8.count),
        target: try reader.optional { reader throws(Nonsense) in try reader.text() })
    }
    let metadata = try list { reader throws(Nonsense) in
      MetadataEntry(key: try reader.text(), value: try reader.text())
    }
    let language = try optional { reader throws(Nonsense) in try reader.text() }
    let notes = try list { reader throws(Nonsense) in
      ReadingNote(message: try reader.text(), sourceByte: try reader.number(most: Int(Int32.max)), isLimit: try reader.flag())
    }
    let comments = try list { reader throws(Nonsense) in
      let text = try reader.text()
      let start = try reader.number(most: source.utf8.count)
      let end = start + (try reader.number(most: source.utf8.count - start))
      return Comment(text: text, source: start..<end, block: try reader.span(in: utf8.count))
    }
    guard comments.count <= Comment.maximumCount else { throw Nonsense() }
    return Document(
      path: path, format: format, utf8: utf8, blocks: blocks, marks: marks, metadata: metadata, language: language,
      sourceMap: map, notes: notes, comments: comments)
  }

  private mutating func block(_ index: Int, in length: Int) throws(Nonsense) -> Block {
    Block(
      kind: try choice(Block.Kind.self), span: try span(in: length),
      parent: try optional { reader throws(Nonsense) in
        guard index > 0 else { throw Nonsense() }
        return try reader.number(most: index - 1)
      },
      level: try number(most: 1000), flags: Block.Flags(rawValue: UInt8(try number(most: 255))),
      label: try optional { reader throws(Nonsense) in try reader.text() })
  }

  mutating func span(in length: Int) throws(Nonsense) -> Span {
    let start = try number(most: length)
    return Span(start, start + (try number(most: length - start)))
  }

  /// The decoded source, and the segments from the text to it.
  private mutating func sourceText(
    from given: [UInt8]
  ) throws(Nonsense) -> (SourceText, [SourceMap.Segment]) {
    let encoding = try text()
    let start = try number(most: given.count)
    let segments = try list { reader throws(Nonsense) in try reader.segment() }
    let utf8 = try flag() ? Array(given.dropFirst(start)) : try data()
    guard utf8.count <= Int32.max, String(validating: utf8, as: UTF8.self) != nil,
      !segments.isEmpty || utf8.count + start <= given.count
    else { throw Nonsense() }
    let source = SourceText(
      utf8: utf8, encoding: encoding, segments: try Self.checked(segments, text: utf8.count, source: given.count),
      originalStart: start)
    return (source, try list { reader throws(Nonsense) in try reader.segment() })
  }

  private mutating func segment() throws(Nonsense) -> SourceMap.Segment {
    let most = Int(Int32.max)
    let (text, length) = (try number(most: most), try number(most: most))
    let (source, sourceLength) = (try number(most: most), try number(most: most))
    guard let kind = SourceMap.Segment.Kind(rawValue: UInt8(try number(most: 255))) else { throw Nonsense() }
    return SourceMap.Segment(text: text, textLength: length, source: source, sourceLength: sourceLength, kind: kind)
  }

  /// Segments that cover the text without gap or overlap and stay within the source.
  private static func checked(
    _ segments: [SourceMap.Segment], text: Int, source: Int
  ) throws(Nonsense) -> [SourceMap.Segment] {
    var end = 0
    for segment in segments {
      let (length, sourceLength) = (Int(segment.textLength), Int(segment.sourceLength))
      guard Int(segment.text) == end, end + length <= text, Int(segment.source) + sourceLength <= source else {
        throw Nonsense()
      }
      end += length
      switch segment.kind {
      case .verbatim: guard length == sourceLength else { throw Nonsense() }
      case .scaled: guard length > 0, sourceLength.isMultiple(of: length) else { throw Nonsense() }
      case .atomic, .synthetic: break
      }
    }
    guard end == text || segments.isEmpty else { throw Nonsense() }
    return segments
  }
}
