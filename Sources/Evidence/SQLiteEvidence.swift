package import Analysis
import FileSystem
import Glibc

/// Records in a SQLite file, read by many workers, each over a connection of its own.
package struct SQLiteEvidence: EvidenceStore {
  package let path: String
  package let stamp: String
  /// Where the store is read from memory.
  private let mapping: MappedFile?

  /// Bytes of memory that the store takes for good; 0 where it is read from its file.
  package var mappedBytes: Int { mapping?.bytes.count ?? 0 }

  /// Whether a file begins as SQLite databases do (file format, 1.3).
  package static func isDatabase(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 16)
    return Glibc.read(descriptor, &head, 16) == 16 && head.starts(with: "SQLite format 3\0".utf8)
  }

  /// - Parameter isMapped: reads the store from memory, for a process that gives up its files.
  /// - Throws: where the file is no store, or of a schema that this program does not know.
  package init(_ path: String, isMapped: Bool = false) throws(EvidenceFileErrors) {
    do throws(EvidenceError) {
      mapping = isMapped ? try MappedFile(path) : nil
      let connection = try Self.connect(path, mapping)
      try EvidenceSchema.check(connection)
      self.path = path
      stamp = try EvidenceSchema.meta("stamp", connection) ?? ""
    } catch { throw EvidenceFileErrors(errors: [EvidenceFileError(path: error.path, message: error.message)]) }
  }

  package func open() -> any EvidenceSource {
    Source { [path, mapping] () throws(EvidenceError) in try Self.connect(path, mapping) }
  }

  private static func connect(_ path: String, _ mapping: MappedFile?) throws(EvidenceError) -> SQLiteConnection {
    if let mapping { try SQLiteConnection(mapping) } else { try SQLiteConnection(path, .read) }
  }

  /// Every record in the order of the store, a page at a time.
  package func forEach(_ body: (EvidenceRecord) -> Void) throws(EvidenceError) {
    let connection = try SQLiteConnection(path, .read)
    var last = 0
    while true {
      var page: [Int] = []
      try connection.run("SELECT id FROM record WHERE id > ? ORDER BY id LIMIT 500", [.integer(last)]) { page.append($0.integer(0) ?? 0) }
      guard let end = page.last else { return }
      last = end
      for id in page { if let record = try EvidenceSchema.record(id, connection) { body(record) } }
    }
  }

  private final class Source: EvidenceSource {
    private let connect: () throws(EvidenceError) -> SQLiteConnection
    private var connection: SQLiteConnection?

    init(_ connect: @escaping () throws(EvidenceError) -> SQLiteConnection) { self.connect = connect }

    private func connected() throws(EvidenceError) -> SQLiteConnection {
      if let connection { return connection }
      let made = try connect()
      connection = made
      return made
    }

    func record(_ key: WorkKey) throws(EvidenceError) -> EvidenceRecord? {
      let connection = try connected()
      guard let id = try EvidenceSchema.id(of: key, connection) else { return nil }
      return try EvidenceSchema.record(id, connection)
    }

    func records(author: String, year: Int) throws(EvidenceError) -> [EvidenceRecord] {
      let connection = try connected()
      var ids: [Int] = []
      try connection.run(
        "SELECT id FROM record WHERE author_key = ? AND year = ? AND kind = 'article' ORDER BY id LIMIT 50", [.text(author), .integer(year)]
      ) { ids.append($0.integer(0) ?? 0) }
      var records: [EvidenceRecord] = []
      for id in ids { if let record = try EvidenceSchema.record(id, connection) { records.append(record) } }
      return records
    }
  }
}
