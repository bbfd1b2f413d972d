import ContentModel

/// Reads one entry's leaves into a ``Reference``.
struct ReferenceReader {
  let document: Document
  let blocks: [Block]

  /// The reference of an entry or footnote block and its descendants `index + 1..<end`.
  func reference(_ index: Int, end: Int) -> Reference? {
    var leaves = (index..<end).filter { $0 + 1 >= blocks.count || blocks[$0 + 1].parent != $0 }
    leaves.removeAll { blocks[$0].span.isEmpty }
    guard let first = leaves.first, let last = leaves.last else { return nil }
    var reference = Reference(
      span: blocks[first].span.union(blocks[last].span), blocks: first..<last + 1, label: blocks[index].label)
    read(leaves, into: &reference, isEntry: blocks[index].kind == .referenceEntry)
    return reference
  }

  /// A paragraph that begins with a note mark: `* Based on …`, `¹ Baumann K. …`, `<sup>1</sup> Baumann …`.
  func note(_ index: Int) -> Reference? {
    let span = blocks[index].span
    guard !span.isEmpty else { return nil }
    let first = document.utf8[span.start]
    let isMark = first == 0x2A || first == 0xC2 || first == 0xE2 || markAtStart(of: span) != nil
    guard isMark else { return nil }
    var label = markAtStart(of: span)
    if label == nil {
      let line = TokenLine(document.utf8, Span(span.start, min(span.end, span.start + 64)))
      guard let token = line[0], line.count >= 3, line[1]?.kind != .punctuation || line.isPunctuation(1, "*") else { return nil }
      if token.kind == .superscript {
        label = EntryLabel.digits(of: line, token)
      } else if token.kind == .punctuation, [0x2A, 0x2020, 0x2021, 0xA7].contains(token.scalar) {
        var end = 1
        while line[end]?.kind == .punctuation, line[end]?.scalar == token.scalar, end < 4 { end += 1 }
        label = line.span(0..<end).map(line.text)
        // Asterisks that come again are emphasis: "**Good to know.** …".
        if token.scalar == 0x2A, document.utf8[(span.start + end)..<span.end].contains(0x2A) { return nil }
      }
    }
    guard let label else { return nil }
    var reference = Reference(span: span, blocks: index..<index + 1, label: label)
    read([index], into: &reference, isEntry: false)
    return reference
  }

  /// The text of a superscript mark that begins a span.
  private func markAtStart(of span: Span) -> String? {
    var low = 0
    var high = document.marks.count
    while low < high {
      let middle = (low + high) / 2
      if document.marks[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    while low < document.marks.count, document.marks[low].span.start == span.start {
      let mark = document.marks[low]
      if mark.kind == .superscript, mark.span.count <= 3, mark.span.end < span.end, !mark.span.isEmpty { return document.text(mark.span) }
      low += 1
    }
    return nil
  }

  private func read(_ leaves: [Int], into reference: inout Reference, isEntry: Bool) {
    var shapes: [(leaf: Int, line: TokenLine, shape: EntryShape)] = []
    for leaf in leaves {
      let line = TokenLine(document.utf8, blocks[leaf].span)
      shapes.append((leaf, line, EntryShape(line, identifiers: WorkIdentifier.all(in: document.utf8, blocks[leaf].span))))
    }
    // The leaf with authors and year leads; else the first.
    let source = shapes.firstIndex { $0.shape.authors != nil && $0.shape.year != nil && $0.shape.strength >= .medium }
      ?? shapes.firstIndex { $0.shape.strength >= .medium } ?? 0
    let (_, line, shape) = shapes[source]
    reference.label = reference.label ?? shapes[0].shape.label ?? shape.label
    let trusted = isEntry || shape.strength >= .medium
    if trusted {
      reference.authors = shape.authors?.names.map(line.text) ?? []
      reference.year = shape.year
      reference.yearSuffix = shape.yearSuffix
      reference.title = shape.title
      reference.journal = shape.journal.map(line.text)
      if source > 0 {
        let title = shapes[source - 1]
        if reference.title == nil || shape.isBare { reference.title = titleSpan(title.line, title.shape) }
      } else if shapes.count > 1, shape.authors == nil {
        readFields(shapes.map(\.line), into: &reference)
      }
    }
    if reference.authors.isEmpty, shapes.count > 1 { readFields(shapes.map(\.line), into: &reference) }
    for (_, _, shape) in shapes {
      for identifier in shape.identifiers {
        switch identifier.kind {
        case .doi: reference.doi = reference.doi ?? identifier.value
        case .pmid: reference.pmid = reference.pmid ?? identifier.value
        case .pmcid: reference.pmcid = reference.pmcid ?? identifier.value
        case .registration: reference.registration = reference.registration ?? identifier.value
        case .url: reference.url = reference.url ?? identifier.value
        }
      }
    }
    readLinks(into: &reference)
    readSummary(shapes.map { ($0.leaf, $0.line, $0.shape) }, source, into: &reference)
    reference.isBibliographic =
      isEntry || shape.strength >= .medium || reference.doi != nil || reference.pmid != nil || reference.registration != nil
      || reference.url != nil || namesSource(line, shape)
    reference.study = StudyReader(document.utf8, reference.span).study()
  }

  /// A note that says where its figures come from: `Source: …`, `… survey of 120 users, 2023`.
  private func namesSource(_ line: TokenLine, _ shape: EntryShape) -> Bool {
    for k in shape.bodyStart..<max(shape.bodyStart, line.count) {
      if line.isWord(k, in: SourceVocabulary.leadIns), line.isPunctuation(k + 1, ":"), line.count > k + 2 { return true }
      if line.isWord(k, "on"), line.isWord(k + 1, "file"), line.isWord(k - 1, "data") { return true }
    }
    return false
  }

  private func titleSpan(_ line: TokenLine, _ shape: EntryShape) -> Span? {
    var low = shape.label == nil ? 0 : shape.bodyStart
    var high = line.count
    while low < high, line.isQuote(low) { low += 1 }
    while high > low, line.isPunctuation(high - 1, ".") || line.isQuote(high - 1) { high -= 1 }
    return line.span(low..<high)
  }

  /// `Authors: …`, `Journal: …`, `Year: …` on lines of their own.
  private func readFields(_ lines: [TokenLine], into reference: inout Reference) {
    for line in lines where line.isWord(0, in: EntryVocabulary.fieldLabels) {
      guard let colon = (1...2).first(where: { line.isPunctuation($0, ":") }) else { continue }
      if line.isWord(0, "author") || line.isWord(0, "authors") || line.isWord(0, "autoren") || line.isWord(0, "autor") {
        if let list = AuthorList.parse(line, at: colon + 1) { reference.authors = list.names.map(line.text) }
      } else {
        for k in colon + 1..<max(colon + 1, line.count) where line[k]?.isYear == true {
          reference.year = reference.year ?? line[k]?.value
        }
        if line.isWord(0, "journal") || line.isWord(0, "published") || line.isWord(0, "publication") {
          var end = colon + 1
          while let token = line[end], token.kind == .word || line.isPunctuation(end, "&") { end += 1 }
          let low = line.isWord(colon + 1, "in") ? colon + 2 : colon + 1
          if low < end, reference.journal == nil { reference.journal = line.span(low..<end).map(line.text) }
        }
      }
    }
    if reference.title == nil, let first = lines.first, !first.isWord(0, in: EntryVocabulary.fieldLabels) {
      reference.title = first.span(0..<first.count)
    }
  }

  /// The first outside address that a link inside the entry points to, and the identifiers in it.
  private func readLinks(into reference: inout Reference) {
    var low = 0
    var high = document.marks.count
    while low < high {
      let middle = (low + high) / 2
      if document.marks[middle].span.start < reference.span.start { low = middle + 1 } else { high = middle }
    }
    while low < document.marks.count, document.marks[low].span.start < reference.span.end {
      let mark = document.marks[low]
      low += 1
      guard mark.kind == .link, let target = mark.target, LinkTarget.isOutside(target) else { continue }
      reference.url = reference.url ?? target
      for identifier in WorkIdentifier.inAddress(target) {
        switch identifier.kind {
        case .doi: reference.doi = reference.doi ?? identifier.value
        case .pmid: reference.pmid = reference.pmid ?? identifier.value
        case .pmcid: reference.pmcid = reference.pmcid ?? identifier.value
        case .registration: reference.registration = reference.registration ?? identifier.value
        case .url: break
        }
      }
    }
  }

  private func readSummary(
    _ shapes: [(leaf: Int, line: TokenLine, shape: EntryShape)], _ source: Int, into reference: inout Reference
  ) {
    for (n, item) in shapes.enumerated() {
      if let labelEnd = EntryVocabulary.summaryLabelEnd(item.line, at: 0) {
        if let first = item.line[labelEnd], let last = item.line[item.line.count - 1] {
          reference.summary = Span(first.start, last.end)
        } else if n + 1 < shapes.count {
          reference.summary = blocks[shapes[n + 1].leaf].span
        }
        return
      }
      if n >= source, let summary = item.shape.summary {
        reference.summary = summary
        return
      }
    }
    // A paragraph behind the source line that is no link or identifier.
    for item in shapes.dropFirst(source + 1)
    where !EntryVocabulary.isIdentifierLine(item.line, item.shape.identifiers)
      && !item.line.isWord(0, in: EntryVocabulary.fieldLabels)
    {
      reference.summary = blocks[item.leaf].span
      return
    }
  }
}
