import ContentModel

/// A reference's record, and how it was found.
package struct FoundRecord: Sendable {
  package enum Way: Sendable {
    case identifier, bibliography
    /// By a trial's number alone, which may stand for several papers.
    case trial
  }
  package var record: EvidenceRecord
  package var way: Way
  /// Identifiers of the entry that lead to another work than its first.
  package var strayKeys: [WorkKey]
}

/// A way in which an entry differs from the record of the work it names.
package struct RecordDifference: Sendable, Equatable {
  package var field: String
  package var given: String
  package var recorded: String
}

extension DocumentAnalysis {
  /// The identifiers that an entry gives, the most telling first.
  package func workKeys(ofReference index: Int) -> [WorkKey] {
    let reference = references[index]
    return [
      reference.doi.flatMap { WorkKey(.doi, $0) }, reference.pmid.flatMap { WorkKey(.pmid, $0) },
      reference.pmcid.flatMap { WorkKey(.pmcid, $0) }, reference.registration.flatMap { WorkKey(.registration, $0) },
    ].compactMap { $0 }
  }

  /// The identifiers that a citation in the running text gives by itself.
  package func workKeys(ofCitation index: Int) -> [WorkKey] {
    let citation = citations[index]
    let identifiers = WorkIdentifier.all(in: document.utf8, citation.span) + (citation.label.map(WorkIdentifier.inAddress) ?? [])
    return identifiers.compactMap { identifier in
      switch identifier.kind {
      case .doi: WorkKey(.doi, identifier.value)
      case .pmid: WorkKey(.pmid, identifier.value)
      case .pmcid: WorkKey(.pmcid, identifier.value)
      case .registration: WorkKey(.registration, identifier.value)
      case .url: nil
      }
    }
  }

  /// The record of the work that an entry names: by its identifiers, else by first author, year and a title that shares most words.
  package func record(ofReference index: Int, in source: any EvidenceSource) throws(EvidenceError) -> FoundRecord? {
    var found: FoundRecord?
    for key in workKeys(ofReference: index) {
      guard let record = try source.record(key) else { continue }
      guard var known = found else {
        found = FoundRecord(record: record, way: key.kind == .registration ? .trial : .identifier, strayKeys: [])
        continue
      }
      if known.record.keys.contains(key) || !Set(known.record.keys).isDisjoint(with: record.keys) { continue }
      if key.kind == .registration {
        let own = known.record
        known.record = own.completed(by: record)
        known.record.keys = own.keys
      } else {
        known.strayKeys.append(key)
      }
      found = known
    }
    if found == nil { found = try bibliographicRecord(references[index], in: source) }
    guard var result = found else { return nil }
    // The register tells of the same trial what the paper's record may lack.
    if result.record.kind == .article {
      let keys = result.record.keys
      for key in keys.filter({ $0.kind == .registration }).prefix(4) {
        if let trial = try source.record(key), trial.kind == .registration { result.record = result.record.completed(by: trial) }
      }
      result.record.keys = keys
    }
    return result
  }

  private func bibliographicRecord(_ reference: Reference, in source: any EvidenceSource) throws(EvidenceError) -> FoundRecord? {
    guard let author = reference.authors.first, let year = reference.year, let title = reference.title else { return nil }
    let quoted = document.text(title)
    var best: EvidenceRecord?
    for record in try source.records(author: Folding.nameKey(author), year: year) {
      guard let recorded = record.title else { continue }
      if TitleComparison(quoted: quoted, true: recorded).kind == .different { continue }
      if let journal = reference.journal, let known = record.journal, !Self.isJournal(journal, known, record.journalAbbreviation) { continue }
      // Two that fit are none.
      if best != nil { return nil }
      best = record
    }
    return best.map { FoundRecord(record: $0, way: .bibliography, strayKeys: []) }
  }

  private static func isJournal(_ given: String, _ name: String, _ abbreviation: String?) -> Bool {
    JournalNames.areSame(given, name) || abbreviation.map { JournalNames.areSame(given, $0) } ?? false
  }

  /// How an entry's title differs from the record's; nil where either has none, or the record is a register's entry.
  package func titleComparison(ofReference index: Int, from found: FoundRecord) -> TitleComparison? {
    guard found.record.kind == .article, found.way != .trial, let recorded = found.record.title, let title = references[index].title else { return nil }
    let comparison = TitleComparison(quoted: document.text(title), true: recorded)
    // Where the entry's parts were told apart wrongly, the whole of it may still hold the true title.
    if comparison.kind != .same, TitleWords(recorded).isContained(in: document.text(references[index].span)) {
      return TitleComparison(quoted: recorded, true: recorded)
    }
    return comparison
  }

  /// Where an entry's first author, year, journal or identifiers differ from its record.
  ///
  /// A year next to the recorded one is none: papers come out online and in print.
  package func differences(ofReference index: Int, from found: FoundRecord) -> [RecordDifference] {
    let reference = references[index]
    let record = found.record
    guard record.kind == .article, found.way == .identifier else { return [] }
    if let title = reference.title, let recorded = record.title,
      TitleComparison(quoted: document.text(title), true: recorded).kind == .different,
      !TitleWords(recorded).isContained(in: document.text(reference.span))
    { return [RecordDifference(field: "title", given: document.text(title), recorded: recorded)] }
    var differences: [RecordDifference] = []
    if let given = reference.authors.first, let recorded = record.authors.first,
      !record.authors.contains(where: { Folding.nameKey($0) == Folding.nameKey(given) })
    { differences.append(RecordDifference(field: "first author", given: given, recorded: recorded)) }
    if let given = reference.year, let recorded = record.year, abs(given - recorded) > 1 {
      differences.append(RecordDifference(field: "year", given: String(given), recorded: String(recorded)))
    }
    if let given = reference.journal, let recorded = record.journal, !Self.isJournal(given, recorded, record.journalAbbreviation) {
      differences.append(RecordDifference(field: "journal", given: given, recorded: recorded))
    }
    for key in found.strayKeys {
      differences.append(
        RecordDifference(field: key.kind.rawValue.uppercased(), given: key.value, recorded: "another work than \(found.record.keys.first?.value ?? "the entry")"))
    }
    return differences
  }
}
