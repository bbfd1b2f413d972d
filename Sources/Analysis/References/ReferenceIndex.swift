import ContentModel

/// The references of a document by the keys under which citations look for them.
struct ReferenceIndex {
  let references: [Reference]
  private var byName: [String: [Int]] = [:]
  private var byLabel: [String: [Int]] = [:]
  private var byYear: [Int: [Int]] = [:]
  private var byIdentifier: [String: [Int]] = [:]
  /// Entries of reference lists without labels, whose place is their number.
  private var byPosition: [Int] = []
  private var acronyms: [String: [Int]] = [:]

  /// More fitting entries than this say no more than "ambiguous".
  private static let most = 16

  init(_ references: [Reference], blocks: [Block]) {
    self.references = references
    var entries: [Int] = []
    var anyLabel = false
    for (n, reference) in references.enumerated() {
      if let first = reference.authors.first {
        byName[Folding.nameKey(first), default: []].append(n)
        let initials = JournalNames.words(first).filter { !["of", "the", "and", "for", "on"].contains($0) }.compactMap(\.utf8.first)
        if initials.count >= 2 { acronyms[String(decoding: initials, as: UTF8.self), default: []].append(n) }
      }
      if let label = reference.label { byLabel[Self.key(ofLabel: label), default: []].append(n) }
      if let year = reference.year { byYear[year, default: []].append(n) }
      for identifier in [reference.doi, reference.pmid, reference.pmcid, reference.registration].compactMap({ $0 }) {
        byIdentifier[Folding.fold(identifier), default: []].append(n)
      }
      let first = blocks.indices.contains(reference.blocks.lowerBound) ? blocks[reference.blocks.lowerBound] : nil
      let isEntry = first?.kind == .referenceEntry || first?.parent.map { blocks[$0].kind == .referenceEntry } == true
      if isEntry {
        entries.append(n)
        if reference.label != nil { anyLabel = true }
      }
    }
    if !anyLabel { byPosition = entries }
  }

  static func key(ofLabel label: String) -> String {
    let folded = Folding.fold(label)
    if let number = Int(folded) { return String(number) }
    return folded
  }

  var isEmpty: Bool { references.isEmpty }

  func hasLabel(_ label: String) -> Bool { byLabel[Self.key(ofLabel: label)] != nil }

  func labelled(_ label: String) -> [Int] {
    let found = byLabel[Self.key(ofLabel: label)] ?? []
    if !found.isEmpty { return Array(found.prefix(Self.most)) }
    if let position = Int(label), position >= 1, position <= byPosition.count { return [byPosition[position - 1]] }
    return []
  }

  func identified(by identifier: String) -> [Int] {
    Array((byIdentifier[Folding.fold(identifier)] ?? []).prefix(Self.most))
  }

  /// Entries whose first author, and second where two are named, and year fit.
  func written(by authors: [String], year: Int? = nil, yearEnd: Int? = nil, suffix: String? = nil) -> [Int] {
    guard let first = authors.first else { return [] }
    let key = Folding.nameKey(first)
    var candidates = byName[key] ?? []
    if candidates.isEmpty, first.utf8.count <= 6 { candidates = acronyms[Folding.fold(first)] ?? [] }
    var found: [Int] = []
    for n in candidates {
      let reference = references[n]
      if let year {
        guard let own = reference.year, own >= year, own <= (yearEnd ?? year) else { continue }
        if let suffix, let ownSuffix = reference.yearSuffix, suffix != ownSuffix { continue }
      }
      if authors.count == 2, reference.authors.count >= 2,
        Folding.nameKey(authors[1]) != Folding.nameKey(reference.authors[1])
      { continue }
      found.append(n)
      if found.count == Self.most { break }
    }
    return found
  }

  /// Entries of a journal and year.
  func published(in journal: String, year: Int) -> [Int] {
    var found: [Int] = []
    for n in (byYear[year] ?? []).prefix(256) {
      if let own = references[n].journal, JournalNames.areSame(journal, own) { found.append(n) }
      if found.count == Self.most { break }
    }
    return found
  }

  /// Whether an entry's journal has this name, whatever its year.
  func hasJournal(_ journal: String) -> Bool {
    references.prefix(256).contains { $0.journal.map { JournalNames.areSame(journal, $0) } ?? false }
  }

  /// The reference that holds an offset, or begins within two bytes behind it. Logarithmic.
  func reference(at offset: Int) -> Int? {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < references.count, references[low].span.start <= offset + 2 else { return nil }
    return low
  }
}
