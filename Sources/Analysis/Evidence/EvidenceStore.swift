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
