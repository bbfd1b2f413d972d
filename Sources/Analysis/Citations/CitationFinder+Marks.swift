import ContentModel

/// What the document marks: footnote references, superscripts, links.
extension CitationFinder {
  mutating func findMarks() {
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

  func isUsed(at offset: Int) -> Bool {
    let k = line.index(atOrAfter: offset)
    return k < isUsed.count && isUsed[k]
  }
}
