import ContentModel

/// Reads plain text: paragraphs, marked lists, quotations, and headings where the shape of the text leaves little doubt.
///
/// The text is the source as it stands; only the markers inside a quotation of
/// several lines are left out. Lists without markers and lists of references are
/// not recognised here, because other formats lose their structure as well.
struct PlainTextReader {
  private let builder: DocumentBuilder
  private let source: [UInt8]
  private var lines: [TextLine] = []
  /// Lines that are comments to the program, and no part of the text: with their terminators.
  private var comments: [TextComment] = []
  private var wrap: LineWrap
  /// The pieces found so far, in source order.
  private var pieces: [TextPiece] = []

  static func read(into builder: DocumentBuilder) {
    var reader = PlainTextReader(builder)
    reader.findPieces()
    TextStructure(reader.source, reader.pieces, comments: reader.comments).write(into: builder)
  }

  private init(_ builder: DocumentBuilder) {
    self.builder = builder
    source = builder.text.source
    wrap = LineWrap([], [])
    var start = 0
    var i = 0
    while i < source.count {
      if source[i] == 0x0A || source[i] == 0x0D {
        let line = start..<i
        if source[i] == 0x0D, i + 1 < source.count, source[i + 1] == 0x0A { i += 1 }
        start = i + 1
        add(line, end: start)
      }
      i += 1
    }
    if start < source.count { add(start..<source.count, end: source.count) }
    wrap = LineWrap(source, lines)
  }

  private mutating func add(_ line: Range<Int>, end: Int) {
    if let comment = TextComment(source, line: line, end: end) {
      comments.append(comment)
    } else {
      lines.append(TextLine(source, line))
    }
  }

  private mutating func findPieces() {
    var i = 0
    var afterBlank = true
    while i < lines.count {
      let line = lines[i]
      switch line.shape {
      case .blank:
        afterBlank = true
        i += 1
        continue
      case .rule(let character):
        underline(with: character, at: i)
        afterBlank = true
        i += 1
        continue
      default: break
      }
      let kind = kind(of: line, at: i, afterBlank: afterBlank)
      var piece = TextPiece(kind: kind, words: [kind == .plain ? line.content : line.words], line: i)
      piece.whole = line.content
      piece.afterBlank = afterBlank
      var last = line
      i += 1
      while i < lines.count, continues(piece, last, lines[i]) {
        last = lines[i]
        piece.words.append(last.words)
        piece.whole = piece.whole.lowerBound..<last.content.upperBound
        i += 1
      }
      piece.beforeBlank = i >= lines.count || lines[i].shape == .blank || isRule(lines[i])
      pieces.append(piece)
      afterBlank = false
    }
  }

  private func isRule(_ line: TextLine) -> Bool { if case .rule = line.shape { true } else { false } }

  /// A row of `=` or `-` under a single line makes it a heading; else it divides.
  private mutating func underline(with character: UInt8, at i: Int) {
    guard character == 0x3D || character == 0x2D, i > 0, lines[i - 1].shape != .blank, let last = pieces.last,
      last.kind == .plain, last.words.count == 1, last.line == i - 1, lines[i - 1].width <= TextStructure.longestHeading
    else { return }
    pieces[pieces.count - 1].kind = .heading(level: character == 0x3D ? 1 : 2)
  }

  private func kind(of line: TextLine, at i: Int, afterBlank: Bool) -> TextPiece.Kind {
    switch line.shape {
    case .quoted: return .quoted
    case .bullet(let character):
      // `– Fiona, Bedford` below a quotation names its speaker; a lone dash starts no list.
      let isDash = character == 0x2D || character == 0x2013 || character == 0x2014
      if isDash, let last = pieces.last, last.kind == .plain,
        LineEnding.endsInQuote(source, last.whole), !isBullet(character, after: i)
      { return .plain }
      if isDash, character != 0x2D, !isBullet(character, after: i), !isBullet(character, before: i),
        pieces.last.map({ LineEnding.last(source, $0.whole) }) != .colon
      { return .plain }
      return .bullet(character)
    case .numbered(let value, let style): return .numbered(value: value, style: style)
    default: return .plain
    }
  }

  private func isBullet(_ character: UInt32, after i: Int) -> Bool {
    var k = i + 1
    while k < lines.count, k < i + 4, lines[k].shape == .blank { k += 1 }
    return k < lines.count && lines[k].shape == .bullet(character)
  }

  private func isBullet(_ character: UInt32, before i: Int) -> Bool {
    pieces.last.map { $0.kind == .bullet(character) } ?? false
  }

  private func continues(_ piece: TextPiece, _ last: TextLine, _ next: TextLine) -> Bool {
    switch piece.kind {
    case .quoted: return next.shape == .quoted && wrap.joins(last, next, isContinued: piece.words.count > 1)
    case .plain, .heading:
      return next.shape == .plain && wrap.joins(last, next, isContinued: piece.words.count > 1)
    case .bullet, .numbered:
      guard next.shape == .plain else { return false }
      let isHanging = next.indent > lines[piece.line].indent
      return isHanging || wrap.joins(last, next, isContinued: true)
    }
  }
}

/// One or more lines that belong together.
struct TextPiece {
  enum Kind: Equatable {
    case plain, quoted
    case heading(level: Int)
    case bullet(UInt32)
    case numbered(value: Int, style: UInt8)
  }
  var kind: Kind
  /// The words of each line, without markers.
  var words: [Range<Int>]
  /// Index of the first line.
  var line: Int
  /// From the first marker or word to the last word.
  var whole: Range<Int> = 0..<0
  var afterBlank = false
  var beforeBlank = false

  init(kind: Kind, words: [Range<Int>], line: Int) {
    self.kind = kind
    self.words = words
    self.line = line
  }

  /// From the first word to the last, markers of the first line left out.
  var span: Range<Int> { (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0) }
}
