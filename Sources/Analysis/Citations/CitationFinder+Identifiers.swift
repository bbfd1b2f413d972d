import ContentModel

/// Identifiers and addresses of works in running text.
extension CitationFinder {
  mutating func findIdentifiers() {
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
