package import Analysis
import FileSystem

/// Takes files of records into a store.
///
/// A file is read in batches; each is one transaction that also notes how far the file is in, so that an import that was
/// interrupted goes on where it stopped, and a file that is in already is not read again.
package final class EvidenceImporter {
  package struct Problem: Sendable, Equatable {
    package var place: String
    package var reason: String
  }

  package struct Summary: Sendable, Equatable {
    package var path: String
    package var format: ImportFormat
    /// Records taken in now; those of an earlier, interrupted import are not counted again.
    package var records: Int
    package var malformed: Int
    /// The first of what was malformed, at most 20.
    package var problems: [Problem]
    /// Whether the same content was in the store already.
    package var wasKnown: Bool
  }

  private let connection: SQLiteConnection
  /// Records in one transaction.
  var batch = 1000
  /// Larger files should be split.
  static let maximumBytes = 2 << 30

  /// Opens a store for writing; makes it where there is none.
  package init(store path: String) throws(EvidenceError) {
    connection = try SQLiteConnection(path, .write)
    try EvidenceSchema.create(connection)
  }

  package var count: Int {
    get throws(EvidenceError) {
      var count = 0
      try connection.run("SELECT count(*) FROM record") { count = $0.integer(0) ?? 0 }
      return count
    }
  }

  /// Takes one file in.
  ///
  /// - Parameters:
  ///   - progress: told the part that is done, from 0 to 1, about once a batch.
  ///   - limit: batches after which to stop, as an interruption would; for tests.
  /// - Throws: where the file cannot be read at all, or the store cannot be written. What was written before stays.
  package func add(_ path: String, limit: Int = .max, progress: (Double) -> Void = { _ in }) throws(EvidenceError) -> Summary {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileSystem.read(path, limit: Self.maximumBytes) } catch {
      throw EvidenceError(path: path, message: "cannot be read: \(error.reason)")
    }
    if bytes.starts(with: [0x1F, 0x8B]) { throw EvidenceError(path: path, message: "is compressed; unpack it with gunzip") }
    guard let format = ImportFormat.detect(bytes) else {
      throw EvidenceError(path: path, message: "is in no format that is read: \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    var stamp = Stamp()
    stamp.add(bytes)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var (skip, isFinished) = (0, false)
    try connection.run("SELECT position, finished FROM import WHERE file = ? AND stamp = ?", [.text(name), .text(stamp.text)]) {
      skip = $0.integer(0) ?? 0
      isFinished = $0.integer(1) == 1
    }
    var summary = Summary(path: path, format: format, records: 0, malformed: 0, problems: [], wasKnown: isFinished)
    if isFinished { return summary }

    var reader = format.reader(bytes)
    var position = 0
    var batches = 0
    var isAtEnd = false
    while !isAtEnd, batches < limit {
      var records: [EvidenceRecord] = []
      while records.count < batch {
        guard let item = reader.next() else {
          isAtEnd = true
          break
        }
        position += 1
        switch item {
        case .record(let record): if position > skip { records.append(record) }
        case .malformed(let place, let reason):
          summary.malformed += 1
          if summary.problems.count < 20 { summary.problems.append(Problem(place: place, reason: reason)) }
        }
      }
      if records.isEmpty, !isAtEnd { continue }
      try write(records, name, stamp.text, position, isAtEnd)
      summary.records += records.count
      batches += 1
      progress(bytes.isEmpty ? 1 : min(1, Double(reader.position) / Double(bytes.count)))
    }
    return summary
  }

  private func write(_ records: [EvidenceRecord], _ file: String, _ stamp: String, _ position: Int, _ isFinished: Bool) throws(EvidenceError) {
    try connection.execute("BEGIN IMMEDIATE")
    do throws(EvidenceError) {
      for record in records { try EvidenceSchema.store(record, connection) }
      try connection.run(
        "INSERT OR REPLACE INTO import (file, stamp, position, finished) VALUES (?, ?, ?, ?)",
        [.text(file), .text(stamp), .integer(position), .integer(isFinished ? 1 : 0)])
      var own = Stamp()
      own.add((try EvidenceSchema.meta("stamp", connection) ?? "").utf8)
      own.add("\(stamp) \(position)".utf8)
      try connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('stamp', ?)", [.text(own.text)])
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }
}
