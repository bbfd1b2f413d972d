/// Several stores as one: each work's record is completed by the stores that follow.
package struct CombinedEvidence: EvidenceStore {
  package var stores: [any EvidenceStore]

  package init(_ stores: [any EvidenceStore]) { self.stores = stores }

  package var stamp: String { stores.map(\.stamp).joined(separator: ", ") }
  package var mappedBytes: Int { stores.reduce(0) { $0 + $1.mappedBytes } }
  package func open() -> any EvidenceSource { Source(stores.map { $0.open() }) }

  private final class Source: EvidenceSource {
    let sources: [any EvidenceSource]
    init(_ sources: [any EvidenceSource]) { self.sources = sources }

    func record(_ key: WorkKey) throws(EvidenceError) -> EvidenceRecord? {
      var result: EvidenceRecord?
      for source in sources {
        if let record = try source.record(key) { result = result?.completed(by: record) ?? record }
      }
      return result
    }

    func records(author: String, year: Int) throws(EvidenceError) -> [EvidenceRecord] {
      var result: [EvidenceRecord] = []
      for source in sources {
        for record in try source.records(author: author, year: year) {
          if let known = result.firstIndex(where: { !Set($0.keys).isDisjoint(with: record.keys) }) {
            result[known] = result[known].completed(by: record)
          } else {
            result.append(record)
          }
        }
      }
      return Array(result.prefix(50))
    }
  }
}
