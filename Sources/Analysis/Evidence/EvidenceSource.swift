/// A worker's way to the records. Not for use from two threads at a time.
package protocol EvidenceSource: AnyObject {
  /// The record of a work or trial; nil where there is none. A trial's number leads to the register's entry first.
  func record(_ key: WorkKey) throws(EvidenceError) -> EvidenceRecord?

  /// Works by first author's ``Folding/nameKey(_:)`` and year; at most 50.
  func records(author: String, year: Int) throws(EvidenceError) -> [EvidenceRecord]
}
