import Analysis

/// The tables of a store, and what stands between a row and a record.
enum EvidenceSchema {
  /// "OBST", so that `file` and the program tell a store from any other database.
  static let applicationID = 0x4F42_5354
  static let version = 1

  static let tables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT, authors TEXT, author_key TEXT, year INTEGER,
      journal TEXT, abbreviation TEXT, volume TEXT, pages TEXT,
      designs TEXT, phase REAL, size INTEGER, pooled_studies INTEGER, endpoints TEXT,
      conclusion TEXT, harms TEXT, harm_terms TEXT,
      retraction_kind TEXT, retraction_date TEXT, retraction_reason TEXT, retraction_source TEXT,
      source TEXT, checked TEXT
    );
    CREATE INDEX record_author ON record (author_key, year);
    CREATE TABLE identifier (
      kind TEXT NOT NULL, value TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record (id),
      PRIMARY KEY (kind, value, record)
    ) WITHOUT ROWID;
    CREATE INDEX identifier_record ON identifier (record);
    CREATE TABLE import (
      file TEXT PRIMARY KEY, stamp TEXT NOT NULL, position INTEGER NOT NULL, finished INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  static func check(_ connection: SQLiteConnection) throws(EvidenceError) {
    guard try pragma("application_id", connection) == applicationID else {
      throw EvidenceError(path: connection.path, message: "is a database, but no store of evidence records")
    }
    let found = try pragma("user_version", connection)
    guard found == version else {
      throw EvidenceError(path: connection.path, message: "has the schema version \(found), and this program reads version \(version)")
    }
  }

  static func create(_ connection: SQLiteConnection) throws(EvidenceError) {
    var count = 0
    try connection.run("SELECT count(*) FROM sqlite_schema") { count = $0.integer(0) ?? 0 }
    guard count == 0 else { return try check(connection) }
    try connection.execute("BEGIN IMMEDIATE; \(tables) PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version); COMMIT")
  }

  private static func pragma(_ name: String, _ connection: SQLiteConnection) throws(EvidenceError) -> Int {
    var value = 0
    try connection.run("PRAGMA \(name)") { value = $0.integer(0) ?? 0 }
    return value
  }

  static func meta(_ key: String, _ connection: SQLiteConnection) throws(EvidenceError) -> String? {
    var value: String?
    try connection.run("SELECT value FROM meta WHERE key = ?", [.text(key)]) { value = $0.text(0) }
    return value
  }

  static func id(of key: WorkKey, _ connection: SQLiteConnection) throws(EvidenceError) -> Int? {
    var id: Int?
    // The register's own entry answers to a trial's number before the papers about it.
    try connection.run(
      """
      SELECT record FROM identifier JOIN record ON record.id = identifier.record WHERE identifier.kind = ? AND value = ?
      ORDER BY (record.kind = identifier.kind) DESC, record LIMIT 1
      """, [.text(key.kind.rawValue), .text(key.value)]) { id = $0.integer(0) }
    return id
  }

  private static let columns =
    "kind, title, authors, year, journal, abbreviation, volume, pages, designs, phase, size, pooled_studies, endpoints, conclusion, harms, harm_terms, retraction_kind, retraction_date, retraction_reason, retraction_source, source, checked"

  static func record(_ id: Int, _ connection: SQLiteConnection) throws(EvidenceError) -> EvidenceRecord? {
    var found: EvidenceRecord?
    try connection.run("SELECT \(columns) FROM record WHERE id = ?", [.integer(id)]) { row in
      var record = EvidenceRecord(kind: row.text(0).flatMap(EvidenceRecord.Kind.init) ?? .article)
      record.title = row.text(1)
      record.authors = row.list(2)
      record.year = row.integer(3)
      record.journal = row.text(4)
      record.journalAbbreviation = row.text(5)
      record.volume = row.text(6)
      record.pages = row.text(7)
      record.designs = row.list(8).compactMap(Study.Design.init)
      record.phase = row.real(9)
      record.size = row.integer(10)
      record.pooledStudies = row.integer(11)
      record.endpoints = row.list(12).compactMap(Study.Endpoint.init)
      record.conclusion = row.text(13)
      record.harms = row.text(14)
      record.harmTerms = row.list(15)
      if let kind = row.text(16).flatMap(EvidenceRecord.Retraction.Kind.init) {
        record.retraction = EvidenceRecord.Retraction(kind: kind, date: row.text(17), reason: row.text(18), source: row.text(19))
      }
      record.source = row.text(20)
      record.checked = row.text(21)
      found = record
    }
    guard var record = found else { return nil }
    try connection.run("SELECT kind, value FROM identifier WHERE record = ? ORDER BY kind, value LIMIT 200", [.integer(id)]) { row in
      if let kind = row.text(0).flatMap(WorkKey.Kind.init), let value = row.text(1), let key = WorkKey(kind, value) { record.keys.append(key) }
    }
    return record
  }

  /// Adds a record, or completes the one with the same identifiers: what the newer source tells counts.
  static func store(_ record: EvidenceRecord, _ connection: SQLiteConnection) throws(EvidenceError) {
    var record = record
    // A trial's number stands in many papers; it makes two records one only between entries of the register.
    let own = record.keys.filter { ($0.kind == .registration) == (record.kind == .registration) }
    var target: Int?
    for key in own {
      guard let id = try id(of: key, connection), let known = try self.record(id, connection), known.kind == record.kind else { continue }
      if id == target { continue }
      record = record.completed(by: known)
      if target == nil {
        target = id
      } else {
        // What came as two is one work.
        try connection.run("DELETE FROM identifier WHERE record = ?", [.integer(id)])
        try connection.run("DELETE FROM record WHERE id = ?", [.integer(id)])
      }
    }
    let list = { (items: [String]) -> SQLiteConnection.Value in items.isEmpty ? .null : .text(items.joined(separator: "\n")) }
    let values: [SQLiteConnection.Value] = [
      .init(target), .text(record.kind.rawValue), .init(record.title), list(record.authors),
      .init(record.authors.first.map(WorkKey.authorKey)), .init(record.year), .init(record.journal), .init(record.journalAbbreviation),
      .init(record.volume), .init(record.pages), list(record.designs.map(\.rawValue)), .init(record.phase), .init(record.size),
      .init(record.pooledStudies), list(record.endpoints.map(\.rawValue)), .init(record.conclusion), .init(record.harms),
      list(record.harmTerms), .init(record.retraction?.kind.rawValue), .init(record.retraction?.date), .init(record.retraction?.reason),
      .init(record.retraction?.source), .init(record.source), .init(record.checked),
    ]
    try connection.run(
      """
      INSERT OR REPLACE INTO record (id, kind, title, authors, author_key, year, journal, abbreviation, volume, pages, designs, phase, size,
        pooled_studies, endpoints, conclusion, harms, harm_terms, retraction_kind, retraction_date, retraction_reason, retraction_source,
        source, checked) VALUES (\(Array(repeating: "?", count: values.count).joined(separator: ", ")))
      """, values)
    let id = target ?? connection.lastRow
    for key in record.keys {
      try connection.run(
        "INSERT OR IGNORE INTO identifier (kind, value, record) VALUES (?, ?, ?)",
        [.text(key.kind.rawValue), .text(key.value), .integer(id)])
    }
  }
}
