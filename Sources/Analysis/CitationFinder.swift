// Over 400 lines: every kind of citation reads the same leaf in one order, and each leaves alone what one before it took.
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

  /// Signs before a bracket that make it part of a formula or of code.
  private static let operators: Set<UInt32> = [0x23, 0x24, 0x26, 0x28, 0x2A, 0x2B, 0x2F, 0x3C, 0x3D, 0x3E, 0x5B, 0x5C, 0x5D, 0x7B, 0x7C, 0x7E]

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

  // MARK: Numbers in brackets

  /// `[3]`, `[1,2]`, `(3)`: the token behind, where there is one.
  private mutating func numeric(at k: Int) -> Int? {
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

  /// `fell.1,2`, `week.3`: numbers that lost their raised place, behind a full stop that touches them; only where entries have these numbers.
  private mutating func attached(at k: Int) -> Int? {
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
  private mutating func numberedReference(at k: Int) -> Int? {
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

  /// Takes back "small [1], medium [2], large [3]", which numbers things, where the document lists no works.
  private mutating func dropEnumerations() {
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

  /// `[Bau24]`, where an entry has that label.
  private mutating func named(_ open: Int, _ close: Int) -> Int? {
    guard close - open <= 4, let inner = line.span(open + 1..<close), let whole = line.span(open..<close + 1) else { return nil }
    let text = line.text(inner)
    guard index.hasLabel(text) else { return nil }
    add(labels: [(text, whole)], kind: .numeric)
    use(open..<close + 1)
    return close + 1
  }

  private func isInterval(_ k: Int) -> Bool {
    for m in max(0, k - 4)..<k {
      if line.isWord(m, in: ["ci", "interval", "range", "iqr", "median", "mean", "ki"]) || line.isPunctuation(m, "%") { return true }
    }
    return false
  }

  // MARK: Superscripts and symbols

  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "ft", "in", "yd", "mi", "µm", "um", "nm", "s", "kg", "h", "min", "mc", "r", "x", "chi", "sq", "ha",
  ]

  /// `paper⁷`, `improved*`: the token behind.
  private mutating func symbol(at k: Int) -> Int? {
    guard let token = line[k], k > 0, !token.spaceBefore, let before = line[k - 1] else { return nil }
    if token.kind == .superscript {
      guard isMarkable(before), line[k + 1].map({ $0.spaceBefore || $0.kind == .punctuation }) ?? true else { return nil }
      let text = line.text(token.span)
      guard !text.utf8.starts(with: "\u{207B}".utf8) else { return nil }
      add(labels: superscriptLabels(token), kind: .superscript)
      isUsed[k] = true
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

  // MARK: Marks

  private mutating func findMarks() {
    var low = 0
    var high = document.marks.count
    while low < high {
      let middle = (low + high) / 2
      if document.marks[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    var marks: [Mark] = []
    while low < document.marks.count, document.marks[low].span.start < span.end {
      marks.append(document.marks[low])
      low += 1
    }
    var lastLink: Mark?
    for (n, mark) in marks.enumerated() {
      switch mark.kind {
      case .footnoteReference:
        let label = mark.target ?? document.text(mark.span)
        found.append(Citation(span: mark.span, kind: .footnote, label: label, references: index.labelled(label)))
        use(mark.span)
      case .superscript:
        // A link around it, or inside it.
        var target = lastLink.flatMap { $0.span.contains(mark.span) ? $0.target : nil }
        if target == nil, n + 1 < marks.count, marks[n + 1].kind == .link, mark.span.contains(marks[n + 1].span) { target = marks[n + 1].target }
        superscript(mark.span, target: target)
      case .link:
        lastLink = mark
        let isRaised = marks[max(0, n - 2)..<min(marks.count, n + 3)].contains {
          $0.kind == .superscript && ($0.span.contains(mark.span) || mark.span.contains($0.span))
        }
        if !isRaised { link(mark) }
      case .code: use(mark.span)
      default: break
      }
    }
  }

  private mutating func superscript(_ mark: Span, target: String?) {
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

  private func isUsed(at offset: Int) -> Bool {
    let k = line.index(atOrAfter: offset)
    return k < isUsed.count && isUsed[k]
  }

  private mutating func link(_ mark: Mark) {
    guard let target = mark.target, !mark.span.isEmpty, !isUsed(at: mark.span.start) else { return }
    if target.utf8.first == 0x23 {
      let inner = TokenLine(document.utf8, mark.span)
      let digits = inner.tokens.first { $0.kind == .number && $0.length <= 3 }
      if let reference = anchored(target) {
        found.append(Citation(span: mark.span, kind: .link, label: target, references: [reference]))
        use(mark.span)
      } else if let digits, inner.count <= 3, anchors[String(target.dropFirst())] == nil, looksLikeNote(target) {
        let references = index.labelled(document.text(digits.span))
        found.append(Citation(span: mark.span, kind: .link, label: target, references: references))
        use(mark.span)
      }
      return
    }
    guard LinkTarget.isOutside(target) else { return }
    var references: [Int] = []
    let identifiers = WorkIdentifier.inAddress(target)
    for identifier in identifiers where references.isEmpty { references = index.identified(by: identifier.value) }
    guard !identifiers.isEmpty || LinkTarget.isEvidence(target) || isSourceWording(mark.span) else { return }
    found.append(Citation(span: mark.span, kind: .link, label: target, references: references, isSelfContained: true))
    use(mark.span)
  }

  /// `#ref3`, `#fn-2`, `#cite_note-7`, `#bib4`
  private func looksLikeNote(_ target: String) -> Bool {
    let id = Folding.fold(String(target.dropFirst()))
    return ["ref", "fn", "cite", "note", "bib", "footnote", "src", "source", "r"].contains { prefix in
      id.utf8.starts(with: prefix.utf8) && id.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  /// Whether a link's words, or those just before it, call its target a source.
  private func isSourceWording(_ link: Span) -> Bool {
    let low = line.index(atOrAfter: link.start)
    var k = low
    while let token = line[k], token.start < link.end, k < low + 16 {
      if line.isWord(k, in: SourceVocabulary.linkNouns) { return true }
      k += 1
    }
    if line.isPunctuation(low - 1, ":"), line.isWord(low - 2, in: SourceVocabulary.leadIns) { return true }
    return line.isWord(low - 2, "according") && line.isWord(low - 1, "to")
  }

  // MARK: Identifiers

  private mutating func findIdentifiers() {
    let identifiers = WorkIdentifier.all(in: document.utf8, span)
    var n = 0
    while n < identifiers.count {
      let identifier = identifiers[n]
      var named = identifier
      // An address and what it names are one citation.
      while n + 1 < identifiers.count, identifiers[n + 1].span == identifier.span {
        n += 1
        named = identifiers[n]
      }
      n += 1
      let isSeen = isUsed(at: identifier.span.start)
      use(identifier.span)
      guard !isSeen else { continue }
      if named.kind == .url, !LinkTarget.isEvidence(named.value), !followsSource(identifier.span) { continue }
      let references = named.kind == .url ? [] : index.identified(by: named.value)
      let kind: Citation.Kind = identifier.kind == .url ? .link : .identifier
      found.append(
        Citation(span: identifier.span, kind: kind, label: identifier.kind == .url ? identifier.value : named.value, references: references, isSelfContained: true))
    }
  }

  private func followsSource(_ span: Span) -> Bool {
    let k = line.index(atOrAfter: span.start)
    return line.isPunctuation(k - 1, ":") && line.isWord(k - 2, in: SourceVocabulary.leadIns)
  }
}
