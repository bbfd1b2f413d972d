import ContentModel

/// Finds the citations of one leaf: marks first, then identifiers, numbers, authors, journals and source lines.
///
/// Linear in the leaf's length: every look-ahead is bounded.
struct CitationFinder {
  let document: Document
  let span: Span
  let index: ReferenceIndex
  /// Anchor ids and where they stand.
  let anchors: [String: Int]
  let line: TokenLine
  /// Tokens that already belong to a citation or an identifier.
  private(set) var isUsed: [Bool]
  /// For every token the innermost bracket pair around it, as token indices; -1 where there is none.
  private(set) var opening: [Int]
  private(set) var closing: [Int: Int] = [:]
  var found: [Citation] = []

  init(document: Document, span: Span, index: ReferenceIndex, anchors: [String: Int]) {
    self.document = document
    self.span = span
    self.index = index
    self.anchors = anchors
    line = TokenLine(document.utf8, span)
    isUsed = [Bool](repeating: false, count: line.count)
    opening = [Int](repeating: -1, count: line.count)
    pairBrackets()
  }

  mutating func run() -> [Citation] {
    findMarks()
    findIdentifiers()
    var k = noteLabelEnd()
    while k < line.count {
      if isUsed[k] {
        k += 1
        continue
      }
      k = numeric(at: k) ?? attached(at: k) ?? numberedReference(at: k) ?? symbol(at: k) ?? authorYear(at: k) ?? publishedBy(at: k) ?? publishedIn(at: k) ?? k + 1
    }
    findJournalsInBrackets()
    findSourceLines()
    dropEnumerations()
    return found
  }

  private mutating func pairBrackets() {
    var stack: [Int] = []
    for (k, token) in line.tokens.enumerated() {
      if token.kind == .punctuation {
        if token.scalar == 0x28 || token.scalar == 0x5B {
          opening[k] = stack.last ?? -1
          stack.append(k)
          continue
        }
        if token.scalar == 0x29 || token.scalar == 0x5D, let last = stack.last {
          let isPair = (line.tokens[last].scalar == 0x28) == (token.scalar == 0x29)
          if isPair {
            stack.removeLast()
            closing[last] = k
            opening[k] = last
            continue
          }
        }
      }
      opening[k] = stack.last ?? -1
    }
  }

  /// A note's own mark at the start of its paragraph is no citation.
  private func noteLabelEnd() -> Int {
    guard let first = line[0] else { return 0 }
    if first.kind == .superscript { return 1 }
    if line.isPunctuation(0, "["), line[1]?.kind == .number, line.isPunctuation(2, "]") { return 3 }
    var k = 0
    while let token = line[k], token.kind == .punctuation, [0x2A, 0x2020, 0x2021, 0xA7].contains(token.scalar) { k += 1 }
    return k
  }

  mutating func use(_ range: Range<Int>) {
    for k in range where k >= 0 && k < isUsed.count { isUsed[k] = true }
  }

  mutating func use(_ span: Span) {
    var k = line.index(atOrAfter: span.start)
    while let token = line[k], token.start < span.end {
      isUsed[k] = true
      k += 1
    }
  }

  /// Adds numeric labels, one citation each; a range's inner labels share its span.
  mutating func add(labels: [(text: String, span: Span)], kind: Citation.Kind, target: String? = nil) {
    for label in labels {
      var references = index.labelled(label.text)
      if references.isEmpty, let target, let anchored = anchored(target) { references = [anchored] }
      found.append(Citation(span: label.span, kind: kind, label: label.text, references: references))
    }
  }

  /// The reference at the anchor that a target inside the document names.
  func anchored(_ target: String) -> Int? {
    guard target.utf8.first == 0x23, let offset = anchors[String(target.dropFirst())] else { return nil }
    return index.reference(at: offset)
  }
}
