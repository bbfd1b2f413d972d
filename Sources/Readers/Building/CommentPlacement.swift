import ContentModel

/// Finds, while a document is built, the block that each comment belongs to.
///
/// A comment among words belongs to their leaf; any other to the next block in
/// the same container, be it a leaf or a whole list or table. Titles, tooltips
/// and descriptions in between count as no block. Each comment is touched a
/// constant number of times.
struct CommentPlacement {
  private(set) var comments: [Comment] = []
  /// Whether a comment was not kept for ``Comment/maximumCount``.
  private(set) var isFull = false
  /// Comments within the open leaf.
  private var inLeaf: [Int] = []
  /// Comments before a block, those in deeper containers last.
  private var waiting: [Waiting] = []

  private struct Waiting {
    var comment: Int
    /// Number of containers that were open around it.
    var depth: Int
    /// Offset in the text of the first word behind it, once that is known.
    var start: Int?
  }

  /// - Parameters:
  ///   - range: the whole comment.
  ///   - content: its words.
  ///   - depth: the number of open containers.
  mutating func add(_ text: some Sequence<UInt8>, range: Range<Int>, isInLeaf: Bool, depth: Int) {
    guard let words = Self.words(text) else { return }
    guard comments.count < Comment.maximumCount else {
      isFull = true
      return
    }
    if isInLeaf { inLeaf.append(comments.count) } else { waiting.append(Waiting(comment: comments.count, depth: depth)) }
    comments.append(Comment(text: words, source: range))
  }

  /// The words, if they speak to the program.
  static func words(_ text: some Sequence<UInt8>) -> String? {
    let bytes = Array(text.drop(while: isWhiteSpace).prefix(Comment.maximumLength))
    guard bytes.starts(with: "obstat".utf8), bytes.count == 6 || isWhiteSpace(bytes[6]) || bytes[6] == 0x3A else { return nil }
    var words = String(decoding: bytes, as: UTF8.self)
    while let last = words.unicodeScalars.last, last.properties.isWhitespace { words.unicodeScalars.removeLast() }
    return words
  }

  /// A leaf begins at an offset of the text.
  mutating func leafOpens(at start: Int) {
    for i in waiting.indices.reversed() {
      if waiting[i].start != nil { break }
      waiting[i].start = start
    }
  }

  /// The open leaf ends; `words` is nil where it had none.
  ///
  /// - Parameters:
  ///   - end: behind the words that belong to it: alternative texts, tooltips.
  ///   - depth: the number of open containers.
  mutating func leafCloses(_ words: Span?, end: Int, depth: Int) {
    if let words {
      for comment in inLeaf { comments[comment].block = Span(words.start, max(words.end, end)) }
    } else {
      for comment in inLeaf { waiting.append(Waiting(comment: comment, depth: depth)) }
    }
    inLeaf.removeAll(keepingCapacity: true)
    blockEnds(at: end, depth: depth)
  }

  /// A container ends, and leaves `depth` others open. What waited inside it for a block has waited in vain.
  mutating func containerCloses(hasWords: Bool, end: Int, depth: Int) {
    while let last = waiting.last, last.depth > depth { waiting.removeLast() }
    if hasWords { blockEnds(at: end, depth: depth) }
  }

  private mutating func blockEnds(at end: Int, depth: Int) {
    while let last = waiting.last, last.depth == depth, let start = last.start, start < end {
      comments[last.comment].block = Span(start, end)
      waiting.removeLast()
    }
  }

  /// Takes a comment that its reader has placed.
  mutating func append(_ comment: Comment) {
    if comments.count < Comment.maximumCount { comments.append(comment) } else { isFull = true }
  }

  mutating func place(_ index: Int, in block: Span) { comments[index].block = block }
}
