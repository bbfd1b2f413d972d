/// Finds volume, issue and pages of an entry:
/// `18:518–522`, `18(4):518`, `15, 2201 (2024)`, `18(4), 518–522`, `vol. 3, no. 2`, `pp. 5–9`, `;3:77`.
struct VolumePages {
  private let line: TokenLine
  private let range: Range<Int>

  init(_ line: TokenLine, in range: Range<Int>) {
    self.line = line
    self.range = range
  }

  /// The tokens of the first volume and pages; nil where there are none.
  func find() -> Range<Int>? {
    for k in range {
      guard let token = line[k] else { return nil }
      if let found = token.kind == .word ? named(at: k) : numbered(at: k, token) { return found }
    }
    return nil
  }

  /// `vol. 3, no. 2`, `pp. 5–9`: from the word to the end of what belongs to it.
  private func named(at k: Int) -> Range<Int>? {
    guard line.isWord(k, "vol") || line.isWord(k, "volume") || line.isWord(k, "pp"),
      let end = pages(line.isPunctuation(k + 1, ".") ? k + 2 : k + 1)
    else { return nil }
    var last = end
    while last < range.upperBound, let next = line[last],
      next.kind == .number || next.kind == .punctuation || line.isWord(last, "pp") || line.isWord(last, "no")
        || line.isWord(last, "p") || line.isWord(last, "issue")
    { last += 1 }
    return k..<last
  }

  /// `18:518–522`, `18(4):518`, `15, 2201 (2024)`, `18(4), 518–522`: from the volume's number on.
  private func numbered(at k: Int, _ token: Token) -> Range<Int>? {
    guard token.kind == .number, token.length <= 4 else { return nil }
    var next = k + 1
    var hasIssue = false
    if line.isPunctuation(next, "("), let close = (next + 2...next + 4).first(where: { line.isPunctuation($0, ")") }) {
      // A lone year in the brackets is no issue.
      if line[k + 2]?.isYear != true || close != k + 3 {
        next = close + 1
        hasIssue = true
      }
    }
    if line.isPunctuation(next, ":"), let end = pages(next + 1) {
      let isTime = !hasIssue && token.length <= 2 && line[next + 1]?.length == 2
        && (end == next + 2 || line.isPunctuation(end, ":"))
        && !line.isPunctuation(k - 1, ";") && !line.isPunctuation(k - 1, ",")
      if !isTime { return k..<end }
    }
    let afterComma = next + 1
    guard line.isPunctuation(next, ","), line[afterComma]?.spaceBefore == true, !token.isYear || hasIssue else { return nil }
    if isRange(afterComma) || hasIssue, let end = pages(afterComma), hasIssue || isBehindCapital(k) { return k..<end }
    if line[afterComma]?.kind == .number, line.isPunctuation(afterComma + 1, "("),
      line[afterComma + 2]?.isYear == true, line.isPunctuation(afterComma + 3, ")")
    { return k..<afterComma + 1 }
    if line.isWord(afterComma, "pp") || line.isWord(afterComma, "p") || line.isWord(afterComma, "no"),
      let end = pages(line.isPunctuation(afterComma + 1, ".") ? afterComma + 2 : afterComma + 1)
    { return k..<end }
    return nil
  }

  /// The token behind a page or range of pages, `518`, `S5–S9`, `518a`; nil where there is none.
  private func pages(_ index: Int) -> Int? {
    var k = index
    if let prefix = line[k], prefix.kind == .word, prefix.length <= 3, line[k + 1]?.kind == .number,
      line[k + 1]?.spaceBefore == false
    { k += 1 }
    guard line[k]?.kind == .number, k < range.upperBound else { return nil }
    k += 1
    if let suffix = line[k], suffix.kind == .word, suffix.length == 1, !suffix.spaceBefore { k += 1 }
    if line.isDash(k) {
      var m = k + 1
      if let prefix = line[m], prefix.kind == .word, prefix.length <= 3, !prefix.spaceBefore { m += 1 }
      if line[m]?.kind == .number { k = m + 1 }
    }
    return k
  }

  private func isRange(_ index: Int) -> Bool {
    line[index]?.kind == .number && line.isDash(index + 1) && line[index + 2]?.kind == .number
  }

  /// Whether a capitalised word, as of a journal's name, stands before a token.
  private func isBehindCapital(_ k: Int) -> Bool {
    let index = line.isPunctuation(k - 1, ",") || line.isPunctuation(k - 1, ".") ? k - 2 : k - 1
    return line[index]?.kind == .word && line[index]?.isCapital == true
  }
}
