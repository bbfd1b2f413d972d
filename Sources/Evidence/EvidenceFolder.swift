package import Analysis
import FileSystem

/// The shipped folder of records, `Rules/_evidence`.
package struct EvidenceFolder {
  let path: String

  package init(_ path: String) { self.path = path }

  /// The starter set of real works; nil where the folder is missing.
  package func starter() throws(EvidenceFileErrors) -> MemoryEvidence? { try records("starter.yaml") }

  /// What the examples in rules may rely on: the starter set, invented records and claims, and a fixed day.
  package func exampleKnowledge() throws(EvidenceFileErrors) -> Knowledge {
    var knowledge = Knowledge(today: Day(year: 2026, month: 1, day: 15))
    let stores = [try starter(), try records("examples.yaml")].compactMap { $0 }
    if !stores.isEmpty { knowledge.records = CombinedEvidence(stores) }
    let claims = path + "/example-claims.yaml"
    if isFile(claims) { knowledge.claims = try ClaimFile.read(claims) }
    return knowledge
  }

  private func records(_ name: String) throws(EvidenceFileErrors) -> MemoryEvidence? {
    isFile(path + "/" + name) ? try RecordFile.read(path + "/" + name) : nil
  }

  private func isFile(_ path: String) -> Bool { (try? FileSystem.kind(of: path)) == .file }
}
