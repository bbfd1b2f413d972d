import ContentModel

/// Numbers that cite: `[3]`, `[1,2]`, `(3)`, `fell.1,2`, `ref. 12`, `[Bau24]`.
extension CitationFinder {
  /// Signs before a bracket that make it part of a formula or of code.
  private static let operators: Set<UInt32> = [0x23, 0x24, 0x26, 0x28, 0x2A, 0x2B, 0x2F, 0x3C, 0x3D, 0x3E, 0x5B, 0x5C, 0x5D, 0x7B, 0x7C, 0x7E]

  /// `[3]`, `[1,2]`, `(3)`: the token behind, where there is one.
  mutating func numeric(at k: Int) -> Int? {
    let isSquare = line.isPunctuation(k, "[")
    guard isSquare || line.isPunctuation(k, "("), let close = closing[k], close > k + 1, close - k <= 40 else { return nil }
    guard let labels = labels(k + 1..<close) else {
      return isSquare ? named(k, close) : nil
    }
    guard k > 0, let before = line[k - 1] else { return nil }
    if isSquare {
      // "=> [3, 6, 9]", "f([1])": values, unless an entry has such a number.
      if before.kind == .punctuation, Self.operators.contains(before.scalar), !labels.contains(where: { index.hasLabel($0.text) }) { return nil }
      // A confidence interval, a range of values.
      if labels.count > 1, isInterval(k) { return nil }
      if line.isPunctuation(close + 1, "("), line[close + 1]?.spaceBefore == false { return nil }
    } else {
      guard labels.allSatisfy({ index.hasLabel($0.text) }), let close = line[close + 1] ?? line[close],
        before.kind == .word && line[k]?.spaceBefore == true && before.length > 2 && !before.isCapital && !line.isWord(k - 1, in: SourceVocabulary.numbered)
          || before.kind == .punctuation && line[k]?.spaceBefore == true && (before.scalar == 0x2E || before.scalar == 0x25 || before.scalar == 0x2C),
        close.kind == .punctuation || close.isCapital || close.kind == .word && labels.count == 1
      else { return nil }
    }
    var spans = labels
    var end = close + 1
    if labels.count == 1, let whole = line.span(k..<close + 1) { spans[0].span = whole }
    // "[1]–[3]"
    if isSquare, labels.count == 1, line.isDash(end), line.isPunctuation(end + 1, "["), let other = closing[end + 1], other == end + 3,
      let first = Int(labels[0].text), let last = line[end + 2], last.kind == .number, last.value > first, last.value - first <= 50,
      let whole = line.span(k..<other + 1)
    {
      spans = (first...last.value).map { (String($0), whole) }
      end = other + 1
    }
    add(labels: spans, kind: .numeric)
    use(k..<end)
    return end
  }

  private func isInterval(_ k: Int) -> Bool {
    for m in max(0, k - 4)..<k {
      if line.isWord(m, in: ["ci", "interval", "range", "iqr", "median", "mean", "ki"]) || line.isPunctuation(m, "%") { return true }
    }
    return false
  }

  /// `[Bau24]`, where an entry has that label.
  mutating func named(_ open: Int, _ close: Int) -> Int? {
    guard close - open <= 4, let inner = line.span(open + 1..<close), let whole = line.span(open..<close + 1) else { return nil }
    let text = line.text(inner)
    guard index.hasLabel(text) else { return nil }
    add(labels: [(text, whole)], kind: .numeric)
    use(open..<close + 1)
    return close + 1
  }

  /// `fell.1,2`, `week.3`: numbers that lost their raised place, behind a full stop that touches them; only where entries have these numbers.
  mutating func attached(at k: Int) -> Int? {
    guard let token = line[k], token.kind == .number, !token.spaceBefore, line.isPunctuation(k - 1, ".") || line.isPunctuation(k - 1, ","),
      line[k - 1]?.spaceBefore == false, let word = line[k - 2], word.kind == .word, word.length >= 3 || line.isPunctuation(k - 2, ")")
    else { return nil }
    var end = k + 1
    while let next = line[end], !next.spaceBefore, next.kind == .number || line.isPunctuation(end, ",") || line.isDash(end) { end += 1 }
    while end > k + 1, line[end - 1]?.kind != .number { end -= 1 }
    guard line[end].map({ $0.spaceBefore }) ?? true, let labels = labels(k..<end), labels.allSatisfy({ index.hasLabel($0.text) }) else { return nil }
    add(labels: labels, kind: .superscript)
    use(k..<end)
    return end
  }

  /// `(see reference 9)`, `ref. 12`, `refs 3 and 4`: the token behind.
  mutating func numberedReference(at k: Int) -> Int? {
    guard line.isWord(k, in: ["reference", "references", "ref", "refs"]) else { return nil }
    let isShown = opening[k] >= 0 || line.isWord(k - 1, in: ["see", "in", "cf"])
    if !isShown || line.isWord(k - 1, in: SourceVocabulary.ordered) { return nil }
    let low = line.isPunctuation(k + 1, ".") ? k + 2 : k + 1
    var high = low
    while let token = line[high], high < low + 12,
      token.kind == .number || line.isDash(high) || line.isPunctuation(high, ",") || line.isPunctuation(high, "&") || line.isWord(high, "and")
    { high += 1 }
    while high > low, line[high - 1]?.kind != .number { high -= 1 }
    guard high > low, var labels = labels(low..<high), let whole = line.span(k..<high) else { return nil }
    // In a document without references longer numbers are those of goods.
    if index.isEmpty, labels.contains(where: { $0.text.utf8.count > 2 }) { return nil }
    if labels.count == 1 { labels[0].span = whole }
    add(labels: labels, kind: .numeric)
    use(k..<high)
    return high
  }

  /// Numbers and ranges between two tokens, `1,2`, `3–5`; nil where there is anything else.
  func labels(_ range: Range<Int>) -> [(text: String, span: Span)]? {
    var labels: [(text: String, span: Span)] = []
    var k = range.lowerBound
    while k < range.upperBound {
      guard let token = line[k], token.kind == .number, token.length <= 3, token.value > 0 else { return nil }
      if line.isDash(k + 1), k + 2 < range.upperBound {
        guard let last = line[k + 2], last.kind == .number, last.length <= 3, last.value > token.value, last.value - token.value <= 50
        else { return nil }
        labels.append((String(token.value), token.span))
        let whole = token.span.union(last.span)
        for value in token.value + 1..<max(token.value + 1, last.value) { labels.append((String(value), whole)) }
        labels.append((String(last.value), last.span))
        k += 3
      } else {
        labels.append((String(token.value), token.span))
        k += 1
      }
      guard k < range.upperBound else { break }
      let isSeparator = line.isPunctuation(k, ",") || line.isPunctuation(k, ";") || line.isPunctuation(k, "&") || line.isWord(k, "and")
      guard isSeparator, k + 1 < range.upperBound else { return nil }
      k += 1
    }
    return labels.isEmpty ? nil : labels
  }

  /// Takes back "small [1], medium [2], large [3]", which numbers things, where the document lists no works.
  mutating func dropEnumerations() {
    guard index.isEmpty else { return }
    var isItem = [Bool](repeating: false, count: found.count)
    let numbers = found.indices.filter { found[$0].kind == .numeric }.sorted { found[$0].span < found[$1].span }
    var run: [Int] = []
    func close() {
      if run.count >= 2 { for n in run { isItem[n] = true } }
      run = []
    }
    for n in numbers {
      let value = found[n].label.flatMap { Int($0) } ?? 0
      let follows = run.last.map { found[n].span.start - found[$0].span.end <= 24 && value == run.count + 1 } ?? false
      if !follows { close() }
      if follows || value == 1 { run.append(n) }
    }
    close()
    found = found.indices.filter { !isItem[$0] }.map { found[$0] }
  }
}
