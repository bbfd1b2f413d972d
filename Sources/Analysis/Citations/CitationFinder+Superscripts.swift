import ContentModel

/// Raised numbers, letters and symbols, as characters or as marked text: `paper⁷`, `improved*`.
extension CitationFinder {
  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "ft", "in", "yd", "mi", "µm", "um", "nm", "s", "kg", "h", "min", "mc", "r", "x", "chi", "sq", "ha",
  ]

  /// `paper⁷`, `improved*`: the token behind.
  mutating func symbol(at k: Int) -> Int? {
    guard let token = line[k], k > 0, !token.spaceBefore, let before = line[k - 1] else { return nil }
    if token.kind == .superscript {
      guard isMarkable(before), line[k + 1].map({ $0.spaceBefore || $0.kind == .punctuation }) ?? true else { return nil }
      let text = line.text(token.span)
      guard !text.utf8.starts(with: "\u{207B}".utf8) else { return nil }
      add(labels: superscriptLabels(token), kind: .superscript)
      use(k..<k + 1)
      return k + 1
    }
    guard token.kind == .punctuation, [0x2A, 0x2020, 0x2021, 0xA7].contains(token.scalar) else { return nil }
    var end = k + 1
    while let next = line[end], next.kind == .punctuation, next.scalar == token.scalar, !next.spaceBefore { end += 1 }
    guard end - k <= 3, line[end].map({ $0.spaceBefore || $0.kind == .punctuation }) ?? true, let whole = line.span(k..<end) else { return end }
    let isWordLike = before.kind == .word && before.length >= 2 || before.kind == .punctuation && !before.spaceBefore || before.kind == .number
    let label = line.text(whole)
    guard isWordLike, index.hasLabel(label) else { return end }
    add(labels: [(label, whole)], kind: .superscript)
    use(k..<end)
    return end
  }

  mutating func superscript(_ mark: Span, target: String?) {
    let inner = TokenLine(document.utf8, mark)
    guard let first = inner[0], mark.start > span.start, !isUsed(at: mark.start) else { return }
    let before = line.index(atOrAfter: mark.start) - 1
    guard let token = line[before] else { return }
    let isAttached = token.end == mark.start
    if first.kind == .number {
      // "[3]" in a superscript is found as a number in brackets, "st" and "th" never come here.
      guard target != nil || isAttached && isMarkable(token) else { return }
      let low = line.index(atOrAfter: mark.start)
      guard let labels = labels(low..<low + inner.count) else { return }
      add(labels: labels, kind: .superscript, target: target)
      use(mark)
    } else if first.kind == .punctuation, [0x2A, 0x2020, 0x2021, 0xA7].contains(first.scalar) {
      let text = document.text(mark)
      let references = index.labelled(text)
      found.append(Citation(span: mark, kind: .superscript, label: text, references: references))
      use(mark)
    } else if first.kind == .word, inner.count == 1, first.length == 1, index.hasLabel(document.text(mark)) || isLettered(target, isAttached) {
      add(labels: [(document.text(mark), mark)], kind: .superscript, target: target)
      use(mark)
    } else if let target, let reference = anchored(target), inner.count <= 4 {
      let digits = inner.tokens.first { $0.kind == .number }.map { document.text($0.span) }
      found.append(Citation(span: mark, kind: .superscript, label: digits ?? document.text(mark), references: [reference]))
      use(mark)
    }
  }

  /// Whether a raised letter without an entry is a note mark all the same: the document letters its notes, or the letter links to one.
  private func isLettered(_ target: String?, _ isAttached: Bool) -> Bool {
    if let target, target.utf8.first == 0x23 { return true }
    return isAttached && ["a", "b", "c"].contains { index.hasLabel($0) }
  }

  /// Whether a superscript on this token can be a note mark: not a power, a unit or a formula.
  private func isMarkable(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .superscript: return false
    case .punctuation: return token.scalar != 0x2F && token.scalar != 0xD7 && token.scalar != 0xB7
    case .word: return token.length > 1 && !Self.units.contains(line.folded(token))
    }
  }

  /// The labels of a superscript run such as `¹⁻³` or `¹,²`.
  private func superscriptLabels(_ token: Token) -> [(text: String, span: Span)] {
    var numbers: [(value: Int, low: Int, high: Int, isRangeEnd: Bool)] = []
    var isRange = false
    line.bytes.withUnsafeBufferPointer { b in
      var i = token.start
      while i < token.end {
        let (scalar, width) = Folding.decode(b, i, token.end)
        if let digit = Folding.superscriptDigit(scalar) {
          if let last = numbers.last, last.high == i, last.value < 1000 {
            numbers[numbers.count - 1].value = last.value * 10 + digit
            numbers[numbers.count - 1].high = i + width
          } else {
            numbers.append((digit, i, i + width, isRange))
          }
          isRange = false
        } else {
          isRange = scalar == 0x207B || scalar == 0x2013
        }
        i += width
      }
    }
    var labels: [(text: String, span: Span)] = []
    for (n, number) in numbers.enumerated() {
      if number.isRangeEnd, n > 0, number.value - numbers[n - 1].value <= 50, number.value > numbers[n - 1].value {
        for value in numbers[n - 1].value + 1..<number.value { labels.append((String(value), Span(numbers[n - 1].low, number.high))) }
      }
      labels.append((String(number.value), Span(number.low, number.high)))
    }
    return labels
  }
}
