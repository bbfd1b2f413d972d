import Analysis
import CSQLite

/// One connection to a store's file, with its prepared statements. Not for use from two threads at a time.
final class SQLiteConnection {
  enum Access { case read, write }

  let path: String
  private var database: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]

  /// The file's bytes, where the database is read from them.
  private let mapping: MappedFile?

  /// Opens a file; for writing, makes it if it is missing.
  init(_ path: String, _ access: Access) throws(EvidenceError) {
    self.path = path
    mapping = nil
    try open(path, access == .read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    sqlite3_busy_timeout(database, 5000)
    if access == .read { try execute("PRAGMA query_only = 1") }
    try execute("PRAGMA cell_size_check = 1")
  }

  /// Reads a database from its bytes in memory: no file is touched from now on.
  init(_ mapping: MappedFile) throws(EvidenceError) {
    path = mapping.path
    self.mapping = mapping
    try open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
    let count = Int64(mapping.bytes.count)
    // SQLite takes a pointer that it may write to, and with this flag never writes.
    let bytes = UnsafeMutableRawPointer(mutating: mapping.bytes.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    guard sqlite3_deserialize(database, "main", bytes, count, count, UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK else { throw failure }
    try execute("PRAGMA cell_size_check = 1")
  }

  private func open(_ name: String, _ flags: Int32) throws(EvidenceError) {
    let code = sqlite3_open_v2(name, &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let database else {
      let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? "cannot be opened"
      sqlite3_close_v2(database)
      self.database = nil
      throw EvidenceError(path: path, message: message)
    }
    _ = obstat_distrust(database)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(database)
  }

  private var failure: EvidenceError {
    EvidenceError(path: path, message: database.map { String(cString: sqlite3_errmsg($0)) } ?? "is closed")
  }

  /// Runs statements without values.
  func execute(_ sql: String) throws(EvidenceError) {
    guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Runs a statement, prepared once for the connection, and gives each row.
  func run(_ sql: String, _ values: [Value] = [], row: (Row) -> Void = { _ in }) throws(EvidenceError) {
    let statement: OpaquePointer
    if let known = statements[sql] {
      statement = known
    } else {
      var made: OpaquePointer?
      guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil) == SQLITE_OK, let made else { throw failure }
      statements[sql] = made
      statement = made
    }
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let code: Int32
      switch value {
      case .null: code = sqlite3_bind_null(statement, position)
      case .integer(let number): code = sqlite3_bind_int64(statement, position, Int64(number))
      case .real(let number): code = sqlite3_bind_double(statement, position, number)
      case .text(let text):
        var text = text
        code = text.withUTF8 { utf8 in
          utf8.withMemoryRebound(to: CChar.self) { obstat_bind_text(statement, position, $0.baseAddress, Int32(clamping: $0.count)) }
        }
      }
      guard code == SQLITE_OK else { throw failure }
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: row(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw failure
      }
    }
  }

  var lastRow: Int { Int(sqlite3_last_insert_rowid(database)) }

  enum Value {
    case null, integer(Int), real(Double), text(String)

    init(_ text: String?) { self = text.map(Value.text) ?? .null }
    init(_ number: Int?) { self = number.map(Value.integer) ?? .null }
    init(_ number: Double?) { self = number.map(Value.real) ?? .null }
  }

  struct Row {
    fileprivate let statement: OpaquePointer

    func text(_ column: Int32) -> String? {
      guard let bytes = sqlite3_column_text(statement, column) else { return nil }
      return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
    }

    func integer(_ column: Int32) -> Int? {
      sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : Int(sqlite3_column_int64(statement, column))
    }

    func real(_ column: Int32) -> Double? {
      sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_double(statement, column)
    }

    func list(_ column: Int32) -> [String] { text(column)?.split(separator: "\n").map(String.init) ?? [] }
  }
}
