package import Analysis
import Yams

/// Records written by hand: a YAML file with a list under `records`.
package enum RecordFile {
  static let keys = [
    "kind", "doi", "pmid", "pmcid", "registrations", "title", "authors", "year", "journal", "abbreviation", "volume", "pages",
    "designs", "phase", "size", "pooled_studies", "endpoints", "conclusion", "harms", "harm_terms", "retraction", "source",
    "checked",
  ]

  /// - Throws: every mistake in the file.
  package static func read(_ path: String) throws(EvidenceFileErrors) -> MemoryEvidence {
    let file = ClosedYAML(path: path)
    var records: [EvidenceRecord] = []
    for node in file.entries("records") {
      if let entry = file.entry(node, keys: keys) { records.append(record(entry)) }
    }
    guard file.errors.isEmpty else { throw EvidenceFileErrors(errors: file.errors) }
    var stamp = Stamp()
    stamp.add(file.bytes)
    return MemoryEvidence(records, stamp: stamp.text)
  }

  private static func record(_ entry: ClosedYAML.Entry) -> EvidenceRecord {
    var record = EvidenceRecord()
    if let text = entry.text("kind") { record.kind = entry.choice("kind", text, EvidenceRecord.Kind.self) ?? .article }
    for kind in [WorkKey.Kind.doi, .pmid, .pmcid] {
      guard let text = entry.text(kind.rawValue) else { continue }
      if let key = WorkKey(kind, text) { record.keys.append(key) } else { entry.file.note(entry[kind.rawValue], "'\(text)' is no \(kind.rawValue.uppercased())") }
    }
    for text in entry.texts("registrations") {
      if let key = WorkKey(.registration, text) { record.keys.append(key) } else { entry.file.note(entry["registrations"], "'\(text)' is no registration number") }
    }
    if record.keys.isEmpty { entry.file.note(entry.node, "lacks a doi, pmid, pmcid or registration") }
    record.title = entry.required("title")
    record.authors = entry.texts("authors")
    record.year = entry.integer("year", in: 1600...2200)
    record.journal = entry.text("journal")
    record.journalAbbreviation = entry.text("abbreviation")
    record.volume = entry.text("volume")
    record.pages = entry.text("pages")
    record.designs = entry.texts("designs").compactMap { entry.choice("designs", $0, Study.Design.self) }
    if let text = entry.text("phase") {
      if let phase = Double(text), (0...4).contains(phase) { record.phase = phase } else { entry.file.note(entry["phase"], "'phase' should be a number from 0 to 4, such as 1.5 for phase I/II") }
    }
    record.size = entry.integer("size", in: 1...1_000_000_000)
    record.pooledStudies = entry.integer("pooled_studies", in: 1...1_000_000)
    record.endpoints = entry.texts("endpoints").compactMap { entry.choice("endpoints", $0, Study.Endpoint.self) }
    record.conclusion = entry.text("conclusion")
    record.harms = entry.text("harms")
    record.harmTerms = entry.texts("harm_terms")
    for term in record.harmTerms where !isPlain(term) {
      entry.file.note(entry["harm_terms"], "'\(term)' should be plain words")
    }
    record.source = entry.required("source")
    record.checked = day(entry, "checked")
    if let node = entry["retraction"], let own = entry.file.entry(node, keys: ["kind", "date", "reason", "source"]) {
      var retraction = EvidenceRecord.Retraction(date: day(own, "date"), reason: own.text("reason"), source: own.text("source"))
      if let text = own.text("kind") { retraction.kind = own.choice("kind", text, EvidenceRecord.Retraction.Kind.self) ?? .retraction }
      record.retraction = retraction
    }
    return record
  }

  private static func isPlain(_ term: String) -> Bool {
    !term.utf8.isEmpty && term.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0 == "'" }
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  private static func day(_ entry: ClosedYAML.Entry, _ key: String) -> String? {
    guard let text = entry.text(key) else { return nil }
    let whole = text.utf8.count == 4 ? text + "-01-01" : text.utf8.count == 7 ? text + "-01" : text
    if Day(whole) == nil { entry.file.note(entry[key], "'\(key)' should be a day as YYYY-MM-DD, YYYY-MM or YYYY") }
    return text
  }
}

/// A running hash of content that results depend on (FNV-1a, 64 bits): tells change, resists no forger.
struct Stamp {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = (state ^ 0xFF) &* 0x100_0000_01B3
  }

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
