import ContentModel

/// Decides what the pieces of a plain text are to a reader, and writes them as blocks.
struct TextStructure {
  private let source: [UInt8]
  private let pieces: [TextPiece]
  private let comments: [TextComment]

  /// Scalars up to which a line can be a heading.
  static let longestHeading = 100
  private static let mostHeadingWords = 14

  init(_ source: [UInt8], _ pieces: [TextPiece], comments: [TextComment]) {
    self.source = source
    self.pieces = pieces
    self.comments = comments
  }

  func write(into builder: DocumentBuilder) {
    // The text is the source, except for comments and what stands between the lines of a quotation.
    var written = 0
    var removed: [(source: Int, text: Int)] = [(0, 0)]
    var remaining = comments[...]
    func leaveOutComments(before limit: Int) {
      while let comment = remaining.first, comment.line.upperBound <= limit {
        builder.text.verbatim(written..<comment.line.lowerBound)
        written = comment.line.upperBound
        removed.append((written, builder.text.count))
        remaining.removeFirst()
      }
    }
    for piece in pieces where piece.kind == .quoted {
      for (line, next) in zip(piece.words, piece.words.dropFirst()) {
        leaveOutComments(before: line.lowerBound)
        builder.text.verbatim(written..<line.upperBound)
        while let first = remaining.first, first.line.lowerBound < next.lowerBound { remaining.removeFirst() }
        builder.text.atomic(CollectionOfOne(0x0A), from: line.upperBound..<next.lowerBound)
        written = next.lowerBound
        removed.append((next.lowerBound, builder.text.count))
      }
    }
    leaveOutComments(before: source.count)
    builder.text.verbatim(written..<source.count)

    func span(_ range: Range<Int>) -> Span {
      func offset(_ position: Int) -> Int {
        var low = 0
        var high = removed.count
        while low + 1 < high {
          let middle = (low + high) / 2
          if removed[middle].source <= position { low = middle } else { high = middle }
        }
        return position - removed[low].source + removed[low].text
      }
      return Span(offset(range.lowerBound), offset(range.upperBound))
    }

    var i = 0
    while i < pieces.count {
      let piece = pieces[i]
      switch piece.kind {
      case .quoted: builder.append(Block(kind: .quotation, span: span(piece.span)))
      case .heading(let level): builder.append(Block(kind: .heading, span: span(piece.whole), level: level))
      case .bullet, .numbered:
        let end = endOfList(from: i)
        if end > i, !(end == i + 1 && isNote(piece)) {
          let list = builder.blocks.count
          let whole = span(pieces[i].span).union(span(pieces[end - 1].span))
          builder.append(Block(kind: .list, span: whole, level: 1))
          for item in pieces[i..<end] {
            // The letters of "a)" number no notes that a text could cite.
            let label: String? = if case .numbered(let value, let style) = item.kind, style < 8 { String(value) } else { nil }
            builder.append(Block(kind: .item, span: span(item.span), parent: list, label: label))
          }
          i = end
          continue
        }
        builder.append(plainBlock(at: i, span(piece.whole)))
      case .plain: builder.append(plainBlock(at: i, span(piece.whole)))
      }
      i += 1
    }
    placeComments(in: builder) { span($0..<$0).start }
  }

  /// A comment between the lines of a block belongs to it, another to the block that follows, as a whole where it stands before a list.
  private func placeComments(in builder: DocumentBuilder, offset: (Int) -> Int) {
    let leaves = builder.blocks.indices.filter { $0 + 1 >= builder.blocks.count || builder.blocks[$0 + 1].parent != $0 }
    var next = 0
    for comment in comments {
      let place = offset(comment.line.upperBound)
      while next < leaves.count, builder.blocks[leaves[next]].span.end <= place { next += 1 }
      var span = Span(place, place)
      if next < leaves.count {
        let leaf = builder.blocks[leaves[next]]
        span = leaf.span
        if let parent = leaf.parent, leaf.span.start >= place, builder.blocks[parent].span.start >= place {
          span = builder.blocks[parent].span
        }
      }
      builder.comments.append(Comment(text: comment.text, source: comment.range, block: span))
    }
  }

  /// A single line that begins with an asterisk is a note to what bears one, not a list.
  private func isNote(_ piece: TextPiece) -> Bool {
    if case .bullet(0x2A) = piece.kind { true } else { false }
  }

  /// Behind the last item of the list that starts at a piece; the piece itself where it starts none.
  private func endOfList(from start: Int) -> Int {
    var i = start + 1
    switch pieces[start].kind {
    case .bullet(let first):
      // Another sign behind a blank line starts another list.
      while i < pieces.count, case .bullet(let sign) = pieces[i].kind, sign == first || !pieces[i].afterBlank { i += 1 }
      return i
    case .numbered(var value, let style):
      while i < pieces.count, pieces[i].kind == .numbered(value: value + 1, style: style) {
        value += 1
        i += 1
      }
      return i > start + 1 ? i : start
    default: return start
    }
  }

  private func plainBlock(at i: Int, _ span: Span) -> Block {
    if let level = headingLevel(at: i) {
      return Block(kind: .heading, span: span, level: level, flags: .inferred)
    }
    return Block(kind: .paragraph, span: span)
  }

  /// The level of a heading that only its shape tells; nil for a paragraph.
  private func headingLevel(at i: Int) -> Int? {
    let piece = pieces[i]
    guard piece.words.count == 1, isHeadingShaped(piece), i + 1 < pieces.count else { return nil }
    let next = pieces[i + 1]
    if case .numbered = piece.kind { return isText(next) || endOfList(from: i + 1) > i + 1 ? 2 : nil }
    if i == 0 {
      if case .bullet = next.kind { return 1 }
      return piece.beforeBlank || isCapitals(piece) || isText(next) || isShortPair(piece, next) ? 1 : nil
    }
    let previous = pieces[i - 1]
    if case .plain = previous.kind, LineEnding.last(source, previous.whole) == .colon { return nil }
    guard piece.afterBlank || isCapitals(piece) else { return nil }
    if isCapitals(piece) { return 2 }
    // Between points without markers nothing tells the last one from a heading.
    let isAfterHeading = i == 1 && headingLevel(at: 0) != nil
    if !isAfterHeading, previous.kind == .plain, !isText(previous), !isCapitals(previous) { return nil }
    guard isText(next) else { return nil }
    return piece.beforeBlank || isBrief(piece) && next.span.count > 2 * piece.span.count ? 2 : nil
  }

  /// Whether a piece is so short that it heads even the line right below it.
  private func isBrief(_ piece: TextPiece) -> Bool {
    source[piece.whole].split(whereSeparator: isWhiteSpace).count <= 5
  }

  /// A title and the line below it, apart from what follows.
  private func isShortPair(_ piece: TextPiece, _ next: TextPiece) -> Bool {
    next.beforeBlank && next.kind == .plain && pieces.count > 2 && isText(pieces[2]) && piece.whole.count <= 60
  }

  /// Whether a piece is running text: it ends a sentence, or is longer than headings are.
  private func isText(_ piece: TextPiece) -> Bool {
    switch piece.kind {
    case .plain, .quoted, .numbered:
      piece.span.count > Self.longestHeading || piece.words.count > 1 || LineEnding.last(source, piece.span) != .other
        || source[piece.span].holdsSentenceEnd
    default: false
    }
  }

  private func isHeadingShaped(_ piece: TextPiece) -> Bool {
    guard LineEnding.last(source, piece.whole) == .other, piece.whole.count <= Self.longestHeading else { return false }
    guard LineEnding.first(source, piece.span) == .other else { return false }
    if source[piece.span].containsURL || source[piece.span].holdsSentenceEnd { return false }
    let words = source[piece.whole].split(whereSeparator: isWhiteSpace).count
    // A bracket or a quotation at the start is a note or a voice, no heading.
    let first = source[piece.whole.lowerBound]
    return words <= Self.mostHeadingWords && (first != 0x28 || piece.kind != .plain) && first != 0x5B && first != 0x22
  }

  /// Whether all letters are capitals, and there are at least four.
  private func isCapitals(_ piece: TextPiece) -> Bool {
    var letters = 0
    for scalar in String(decoding: source[piece.whole], as: UTF8.self).unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { letters += 1 }
    }
    return letters >= 4
  }
}

extension ArraySlice<UInt8> {
  /// Whether a full stop, exclamation or question mark behind a long word is followed by a space or a quotation mark.
  fileprivate var holdsSentenceEnd: Bool {
    var i = startIndex + 4
    while i + 1 < endIndex {
      if self[i] == 0x2E || self[i] == 0x21 || self[i] == 0x3F, [0x20, 0x22, 0xE2].contains(self[i + 1]),
        self[(i - 4)..<i].allSatisfy({ isASCIILetter($0) || $0 >= 0x80 })
      { return true }
      i += 1
    }
    return false
  }

  /// Whether `://` or `www.` stands in it.
  fileprivate var containsURL: Bool {
    var i = startIndex
    while i + 3 < endIndex {
      if self[i] == 0x3A, self[i + 1] == 0x2F, self[i + 2] == 0x2F { return true }
      if self[i] == 0x77, self[i + 1] == 0x77, self[i + 2] == 0x77, self[i + 3] == 0x2E { return true }
      i += 1
    }
    return false
  }
}
