/// Records of works, shared by workers; each opens a source of its own.
package protocol EvidenceStore: Sendable {
  /// A source for one worker. Cheap: connections are opened when first asked.
  func open() -> any EvidenceSource
  /// Changes whenever the records do.
  var stamp: String { get }
  /// Bytes of address space that the store takes for good; 0 where it is read from its file.
  var mappedBytes: Int { get }
}

extension EvidenceStore {
  package var mappedBytes: Int { 0 }
}

/// A worker's way to the records. Not for use from two threads at a time.
package protocol EvidenceSource: AnyObject {
  /// The record of a work or trial; nil where there is none. A trial's number leads to the register's entry first.
  func record(_ key: WorkKey) throws(EvidenceError) -> EvidenceRecord?

  /// Works by first author's ``Folding/nameKey(_:)`` and year; at most 50.
  func records(author: String, year: Int) throws(EvidenceError) -> [EvidenceRecord]
}

/// Why records could not be read.
package struct EvidenceError: Error, Sendable, Equatable {
  package var path: String
  /// One phrase.
  package var message: String

  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }
}

/// What is known beside the document: records of works, approved claims, and the day.
package struct Knowledge: Sendable {
  package var records: (any EvidenceStore)?
  package var claims: ClaimLibrary?
  /// The day on which approvals are judged; nil where nothing expires.
  package var today: Day?

  package init(records: (any EvidenceStore)? = nil, claims: ClaimLibrary? = nil, today: Day? = nil) {
    self.records = records
    self.claims = claims
    self.today = today
  }

  /// What results depend on beside rules and documents.
  package var stamps: [String] {
    var stamps: [String] = []
    if let records { stamps.append("records " + records.stamp) }
    if let claims {
      stamps.append("claims " + claims.stamp)
      if let today { stamps.append("today \(today)") }
    }
    return stamps
  }
}

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
