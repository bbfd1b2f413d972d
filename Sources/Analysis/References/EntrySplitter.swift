import ContentModel

/// Finds where several entries that share one leaf begin: at line breaks, at labels, or behind a finished entry.
struct EntrySplitter {
  let bytes: [UInt8]
  let span: Span

  /// The entries' spans, in order and parted by white space; one span, the whole leaf, where there is nothing to split.
  func pieces() -> [Span] {
    let line = TokenLine(bytes, span)
    guard line.count >= 12 else { return [span] }
    for starts in [labelStarts(line), lineStarts(line), authorStarts(line)] where starts.count > 1 {
      let spans = cut(line, starts)
      if areEntries(spans) { return spans }
    }
    return [span]
  }

  /// From each start to the last token before the next.
  private func cut(_ line: TokenLine, _ starts: [Int]) -> [Span] {
    var spans: [Span] = []
    for (n, start) in starts.enumerated() {
      let end = n + 1 < starts.count ? starts[n + 1] : line.count
      let low = n == 0 ? span.start : line.tokens[start].start
      let high = n + 1 < starts.count ? line.tokens[end - 1].end : span.end
      spans.append(Span(low, high))
    }
    return spans
  }

  /// Whether most pieces are entries by themselves.
  private func areEntries(_ spans: [Span]) -> Bool {
    var fitting = 0
    for piece in spans {
      let line = TokenLine(bytes, piece)
      let shape = EntryShape(line, identifiers: WorkIdentifier.all(in: bytes, piece))
      if shape.strength >= .medium { fitting += 1 }
    }
    return fitting * 2 > spans.count
  }

  /// Labels that count up from the leaf's first: `[1] … [2] …`, `1. … 2. …`.
  private func labelStarts(_ line: TokenLine) -> [Int] {
    // "References: [1] …"
    let first = line.isPunctuation(1, ":") && line[0]?.kind == .word ? 2 : 0
    guard let number = label(line, first) else { return [] }
    var starts = [0]
    var expected = number + 1
    for k in first + 3..<max(first + 3, line.count) {
      guard line[k]?.spaceBefore == true, label(line, k) == expected else { continue }
      let isBracket = line.isPunctuation(k, "[")
      let previousEnds = line[k]?.lineBreakBefore == true || line.isPunctuation(k - 1, ".") || line.isPunctuation(k - 1, ";")
      if isBracket || previousEnds {
        starts.append(k)
        expected += 1
      }
    }
    return starts
  }

  private func label(_ line: TokenLine, _ k: Int) -> Int? {
    if line.isPunctuation(k, "["), let number = line[k + 1], number.kind == .number, line.isPunctuation(k + 2, "]"),
      number.length <= 3
    { return number.value }
    if let number = line[k], number.kind == .number, number.length <= 3,
      line.isPunctuation(k + 1, ".") || line.isPunctuation(k + 1, ")"), line[k + 2]?.spaceBefore == true,
      line[k + 2]?.kind == .word, line[k + 2]?.isCapital == true
    { return number.value }
    if let token = line[k], token.kind == .superscript { return Int(EntryLabel.digits(of: line, token)) }
    return nil
  }

  /// Lines, where each is an entry of its own.
  private func lineStarts(_ line: TokenLine) -> [Int] {
    var starts = [0]
    for k in 1..<line.count where line[k]?.lineBreakBefore == true {
      let begins = AuthorList.parse(line, at: k).map { $0.style != .bare } ?? false
      if begins || label(line, k) != nil { starts.append(k) }
    }
    return starts
  }

  /// Author lists that begin a sentence behind a volume, a year or an identifier.
  private func authorStarts(_ line: TokenLine) -> [Int] {
    var starts = [0]
    guard let head = AuthorList.parse(line, at: 0), head.style == .initials else { return [] }
    var k = head.end
    while k < line.count {
      guard line.isPunctuation(k, "."), let before = line[k - 1], before.kind == .number || line.isPunctuation(k - 1, ")"),
        line[k + 1]?.spaceBefore == true, let authors = AuthorList.parse(line, at: k + 1), authors.style == .initials,
        authors.end > k + 2
      else {
        k += 1
        continue
      }
      starts.append(k + 1)
      k = authors.end
    }
    return starts
  }
}
