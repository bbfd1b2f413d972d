import ContentModel

/// A document while a reader builds it: text, blocks and marks, kept in the invariants of ``Block`` and ``Mark``.
///
/// Blocks come into being with their first word, so that empty elements leave no
/// trace; a container that turns out to hold one plain paragraph becomes a leaf.
/// Every operation takes constant time, apart from the bytes that it copies.
final class DocumentBuilder {
  var text: TextBuilder
  private(set) var blocks: [Block] = []
  private(set) var marks: [Mark] = []
  var metadata: [MetadataEntry] = []
  var language: String?
  var notes: [ReadingNote] = []
  var comments = CommentPlacement()

  /// The kind of leaf that the next word opens.
  var style = LeafStyle()
  private var containers: [Container] = []
  /// Containers beyond ``maximumDepth``, which leave no block.
  private var tooDeep = 0
  private var hasNotedDepth = false
  private var leaf: Int?
  private var leafStart = 0
  private var openMarks: [OpenMark] = []
  private var nextTicket = 0
  /// White space or line breaks seen, to be written before the next word of the same leaf.
  private var gap: Gap?
  /// Published words that follow the open leaf: alternative texts, hidden words.
  private var pendingAsides: [Aside] = []
  private var lastLeafEnd = 0
  private var isInAside = false

  /// Deeper containers are flattened, so that nobody who walks the tree goes deeper.
  let maximumDepth: Int
  /// Blocks beyond which no further one is begun.
  let maximumBlocks: Int
  /// Whether a block was not begun for ``maximumBlocks``: the document is incomplete.
  private(set) var isFull = false
  static let maximumOpenMarks = 32
  /// Marks beyond which an element open across many leaves marks no further ones; only hostile markup has so many.
  private var maximumCarriedMarks: Int { 1000 + text.source.count / 8 }

  struct LeafStyle {
    var kind = Block.Kind.paragraph
    var level = 0
    var flags: Block.Flags = []
    var label: String?
  }

  /// A leaf of its own whose words are appended by `write` after the open leaf.
  struct Aside {
    var style: LeafStyle
    var write: (DocumentBuilder) -> Void
  }

  private struct Container {
    var block: Block
    /// Index in `blocks`, once it has a word.
    var index: Int?
    var children = 0
  }

  private struct OpenMark {
    var kind: Mark.Kind
    var target: String?
    var start: Int
    var ticket: Int
  }

  private struct Gap {
    var range: Range<Int>
    /// Line breaks that the document asks for; 0 is mere white space.
    var breaks: Int
  }

  init(source: [UInt8], maximumDepth: Int = 100, maximumBlocks: Int = .max) {
    text = TextBuilder(source: source)
    self.maximumDepth = maximumDepth
    self.maximumBlocks = maximumBlocks
  }

  var hasOpenLeaf: Bool { leaf != nil }
  /// Nesting depth of lists at this place.
  var listDepth: Int { containers.count { $0.block.kind == .list } }

  // MARK: Containers

  func openContainer(_ kind: Block.Kind, level: Int = 0, flags: Block.Flags = [], label: String? = nil) {
    closeLeaf()
    guard containers.count < maximumDepth, tooDeep == 0 else {
      if tooDeep == 0, !hasNotedDepth {
        hasNotedDepth = true
        notes.append(
          ReadingNote(
            message: "lists, tables or quotations are nested more than \(maximumDepth) deep (limits.nesting); the deeper ones are read as one level",
            sourceByte: text.sourceEnd, isLimit: true))
      }
      tooDeep += 1
      return
    }
    let block = Block(kind: kind, span: Span(0, 0), level: level, flags: flags, label: label)
    containers.append(Container(block: block))
  }

  /// Closes the innermost container and returns the index of its block, if it left one.
  @discardableResult
  func closeContainer() -> Int? {
    closeLeaf()
    guard tooDeep == 0 else {
      tooDeep -= 1
      return nil
    }
    guard let container = containers.popLast() else { return nil }
    defer { comments.containerCloses(hasWords: container.children > 0, end: lastLeafEnd, depth: containers.count) }
    guard let index = container.index else { return nil }
    if container.children == 0 {
      blocks.removeLast()
      if !containers.isEmpty { containers[containers.count - 1].children -= 1 }
      return nil
    }
    let start = blocks[index + 1].span.start
    blocks[index].span = Span(start, max(start, lastLeafEnd))
    if container.children == 1, index == blocks.count - 2, Self.becomesLeaf(container.block.kind), let only = blocks.last,
      only.kind == .paragraph
    {
      blocks[index].span = only.span
      blocks[index].flags.formUnion(only.flags)
      blocks.removeLast()
    }
    return index
  }

  private static func becomesLeaf(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .item, .cell, .caption, .quotation, .footnote, .referenceEntry: true
    default: false
    }
  }

  private func parentForNewLeaf() -> Int? {
    for i in containers.indices where containers[i].index == nil {
      containers[i].index = blocks.count
      var block = containers[i].block
      block.parent = i > 0 ? containers[i - 1].index : nil
      block.span = Span(text.count, text.count)
      if i > 0 { containers[i - 1].children += 1 }
      blocks.append(block)
    }
    if !containers.isEmpty { containers[containers.count - 1].children += 1 }
    return containers.last?.index
  }

  // MARK: Leaves

  private func openLeaf() {
    guard leaf == nil, hasRoom else { return }
    let parent = parentForNewLeaf()
    leafStart = text.count
    if !isInAside || style.kind == .imageText { comments.leafOpens(at: leafStart) }
    leaf = blocks.count
    gap = nil
    blocks.append(
      Block(
        kind: style.kind, span: Span(text.count, text.count), parent: parent, level: style.level, flags: style.flags,
        label: style.label))
  }

  /// Ends the open leaf, if any, and writes what waits behind it.
  func closeLeaf() {
    let words = endLeaf()
    if !isInAside { comments.leafCloses(words, end: lastLeafEnd, depth: containers.count) }
  }

  /// As ``closeLeaf()``, and says which words the leaf had.
  private func endLeaf() -> Span? {
    var words: Span?
    gap = nil
    if let index = leaf {
      leaf = nil
      let span = trimmed(leafStart..<text.count)
      if text.utf8[span.utf8Offsets].containsVisibleText {
        blocks[index].span = span
        lastLeafEnd = span.end
        words = span
        if marks.count < maximumCarriedMarks {
          for mark in openMarks { addMark(mark, in: span) }
        }
      } else {
        blocks.removeLast()
        if !containers.isEmpty { containers[containers.count - 1].children -= 1 }
      }
      text.synthetic(CollectionOfOne(0x0A))
      for i in openMarks.indices { openMarks[i].start = text.count }
    }
    while !pendingAsides.isEmpty {
      let asides = pendingAsides
      pendingAsides = []
      let outer = style
      for aside in asides {
        style = aside.style
        writeAside(aside)
      }
      style = outer
    }
    return words
  }

  private func writeAside(_ aside: Aside) {
    let outer = openMarks
    let wasInAside = isInAside
    openMarks = []
    isInAside = true
    aside.write(self)
    closeLeaf()
    isInAside = wasInAside
    openMarks = outer
    for i in openMarks.indices { openMarks[i].start = text.count }
  }

  /// Adds a leaf behind the open one, or here where none is open.
  func addAside(_ style: LeafStyle, _ write: @escaping (DocumentBuilder) -> Void) {
    pendingAsides.append(Aside(style: style, write: write))
    if leaf == nil { _ = endLeaf() }
  }

  private func trimmed(_ range: Range<Int>) -> Span {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isWhiteSpace(text.utf8[low]) { low += 1 }
    while high > low, isWhiteSpace(text.utf8[high - 1]) { high -= 1 }
    return Span(low, high)
  }

  // MARK: Words

  /// Prepares for a word: opens a leaf, writes the gap before the word.
  private func beforeWord() {
    if let gap, leaf != nil {
      if gap.breaks > 1, style.kind == .paragraph {
        closeLeaf()
      } else if gap.breaks > 0 {
        text.atomic(repeatElement(0x0A, count: gap.breaks > 1 ? 2 : 1), from: gap.range)
      } else if gap.range.count == 1, text.source[gap.range.lowerBound] == 0x20 {
        text.verbatim(gap.range)
      } else {
        text.atomic(CollectionOfOne(0x20), from: gap.range)
      }
    }
    gap = nil
    openLeaf()
  }

  /// Appends words as they stand in the source.
  func words(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    beforeWord()
    text.verbatim(range)
  }

  /// Appends words that stand for a source range as a whole.
  func words(_ bytes: some Collection<UInt8>, from range: Range<Int>) {
    guard !bytes.isEmpty else { return }
    beforeWord()
    text.atomic(bytes, from: range)
  }

  /// White space between words; it counts only between two words of one leaf.
  func space(_ range: Range<Int>) {
    if leaf != nil, gap == nil, let last = text.utf8.last, last != 0x20, last != 0x0A { gap = Gap(range: range, breaks: 0) }
  }

  /// A line break inside a leaf. Two in a row end a paragraph.
  func lineBreak(_ range: Range<Int>) {
    guard leaf != nil else { return }
    if let old = gap, old.breaks > 0, old.range.lowerBound <= range.upperBound {
      gap = Gap(range: old.range.lowerBound..<range.upperBound, breaks: old.breaks + 1)
    } else {
      gap = Gap(range: range, breaks: 1)
    }
  }

  // MARK: Comments

  /// A comment between words or blocks: its whole range and the words in it.
  func comment(_ range: Range<Int>, content: Range<Int>) {
    comments.add(text.source[content], range: range, isInLeaf: leaf != nil && text.count > leafStart, depth: containers.count)
  }

  // MARK: Marks

  /// Opens a mark before the next word and returns its ticket for ``closeMark(_:)``.
  func openMark(_ kind: Mark.Kind, target: String? = nil) -> Int {
    guard openMarks.count < Self.maximumOpenMarks else { return -1 }
    nextTicket += 1
    openMarks.append(OpenMark(kind: kind, target: target, start: text.count, ticket: nextTicket))
    return nextTicket
  }

  func closeMark(_ ticket: Int) {
    guard ticket >= 0, let i = openMarks.lastIndex(where: { $0.ticket == ticket }) else { return }
    let mark = openMarks.remove(at: i)
    if leaf != nil { addMark(mark, in: Span(leafStart, text.count)) }
  }

  private func addMark(_ mark: OpenMark, in span: Span) {
    let start = max(mark.start, span.start)
    guard start < span.end else { return }
    let words = trimmed(start..<span.end)
    if !words.isEmpty { marks.append(Mark(kind: mark.kind, span: words, target: mark.target)) }
  }

  /// A place that links can point to, before the next word.
  func anchor(_ id: String) {
    if !id.isEmpty { marks.append(Mark(kind: .anchor, span: Span(text.count, text.count), target: id)) }
  }

  /// A mark over text already written.
  func addMark(_ kind: Mark.Kind, _ span: Span, target: String?) {
    marks.append(Mark(kind: kind, span: span, target: target))
  }

  // MARK: The document

  /// Closes whatever is open.
  func finish() {
    closeLeaf()
    tooDeep = 0
    while !containers.isEmpty { closeContainer() }
  }

  /// Adds a finished block; for readers that know the whole structure in advance.
  func append(_ block: Block) { if hasRoom { blocks.append(block) } }

  private var hasRoom: Bool {
    if blocks.count >= maximumBlocks { isFull = true }
    return !isFull
  }

  func replaceMarks(_ change: (Mark) -> [Mark]) { marks = marks.flatMap(change) }

  func document(path: String, format: DocumentFormat, source: DecodedSource) -> Document {
    if comments.isFull {
      notes.append(
        ReadingNote(
          message: "more than \(Comment.maximumCount) comments speak to the program; the others are not heard", sourceByte: 0, isLimit: true))
    }
    let notes = source.notes + notes.map {
      ReadingNote(message: $0.message, sourceByte: source.text.originalOffset($0.sourceByte), isLimit: $0.isLimit)
    }
    return Document(
      path: path, format: format, utf8: text.utf8, blocks: blocks, marks: ordered(marks), metadata: metadata,
      language: language, sourceMap: SourceMap(source: source.text, segments: text.segments), notes: notes, comments: comments.comments)
  }

  /// By span; equal spans in the order in which they were closed.
  private func ordered(_ marks: [Mark]) -> [Mark] {
    marks.enumerated().sorted { $0.element.span != $1.element.span ? $0.element.span < $1.element.span : $0.offset < $1.offset }
      .map(\.element)
  }
}
