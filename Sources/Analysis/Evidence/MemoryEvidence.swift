/// Records held in memory, in a value that every worker shares.
package struct MemoryEvidence: EvidenceStore {
  package let stamp: String
  package let records: [EvidenceRecord]
  private let byKey: [WorkKey: Int]
  private let byAuthor: [String: [Int]]

  package init(_ records: [EvidenceRecord], stamp: String) {
    self.stamp = stamp
    self.records = records
    var byKey: [WorkKey: Int] = [:]
    var byAuthor: [String: [Int]] = [:]
    for (index, record) in records.enumerated() {
      for key in record.keys {
        // A trial's number leads to the register's entry rather than to one of the papers about it.
        if let known = byKey[key], key.kind != .registration || records[known].kind == .registration || record.kind != .registration { continue }
        byKey[key] = index
      }
      if record.kind == .article, let author = record.authors.first, let year = record.year {
        byAuthor["\(Folding.nameKey(author)) \(year)", default: []].append(index)
      }
    }
    self.byKey = byKey
    self.byAuthor = byAuthor
  }

  package func open() -> any EvidenceSource { Source(self) }

  private final class Source: EvidenceSource {
    let memory: MemoryEvidence
    init(_ memory: MemoryEvidence) { self.memory = memory }

    func record(_ key: WorkKey) throws(EvidenceError) -> EvidenceRecord? { memory.byKey[key].map { memory.records[$0] } }

    func records(author: String, year: Int) throws(EvidenceError) -> [EvidenceRecord] {
      (memory.byAuthor["\(author) \(year)"] ?? []).prefix(50).map { memory.records[$0] }
    }
  }
}
