internal import CSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a cell of a table holds.
package enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}

/// A new SQLite database, filled in one transaction and then given away as bytes.
///
/// ```swift
/// var file = try SQLiteFile(applicationID: 0x4C6E_7475, version: 1)
/// try file.run("CREATE TABLE places(name TEXT PRIMARY KEY)")
/// let places = try file.rows(of: "places")
/// try file.insert([.text("兴城市")], into: places)
/// try file.finish { try output.write($0) }
/// ```
///
/// It lies in a file of the system's temporary folder (`TMPDIR`) that has lost its name already, so that it
/// vanishes with the process; memory does not grow with it. The same calls give the same bytes.
package struct SQLiteFile: ~Copyable {
  /// A table that rows are put into.
  package struct Rows: Sendable {
    fileprivate let place: Int
    fileprivate let columnCount: Int
  }

  private let database: OpaquePointer
  /// The file once more, to be read when it is whole.
  private let descriptor: Int32
  private var statements: [OpaquePointer] = []

  /// How much of the file is kept in memory, in KiB: the tables' indices are filled in no order.
  private static let cacheSize = 65_536
  private static let pieceSize = 1 << 20

  /// - Parameters:
  ///   - applicationID: by which `file` and others tell what made it.
  ///   - version: that of its tables.
  package init(applicationID: Int32, version: Int32) throws(SQLiteFault) {
    let (descriptor, path) = try Self.temporaryFile()
    // Nobody else sees the file before it is whole, so there is nothing to roll back to.
    let settings = """
      PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -\(Self.cacheSize);
      PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);
      BEGIN EXCLUSIVE;
      """
    let database: OpaquePointer
    do throws(SQLiteFault) {
      database = try Self.opened(path, settings)
    } catch {
      close(descriptor)
      throw error
    }
    (self.database, self.descriptor) = (database, descriptor)
  }

  /// The database in a file, which loses its name.
  private static func opened(
    _ path: String,
    _ settings: String
  ) throws(SQLiteFault) -> OpaquePointer {
    defer { unlink(path) }
    var opened: OpaquePointer?
    var code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    if code == SQLITE_OK { code = sqlite3_exec(opened, settings, nil, nil, nil) }
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw SQLiteFault(String(cString: sqlite3_errstr(code)))
    }
    return opened
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close(database)
    close(descriptor)
  }

  private static func temporaryFile() throws(SQLiteFault) -> (descriptor: Int32, path: String) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/liantu-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw SQLiteFault("\(folder): " + String(cString: strerror(errno)))
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // Without the zero at its end.
    let path = name.dropLast().map { UInt8(bitPattern: $0) }
    return (descriptor, String(decoding: path, as: UTF8.self))
  }

  /// Runs statements that give no rows.
  package func run(_ statements: String) throws(SQLiteFault) {
    try check(sqlite3_exec(database, statements, nil, nil, nil))
  }

  /// A table that has been made, to put rows into.
  package mutating func rows(of table: String) throws(SQLiteFault) -> Rows {
    let count = Int(sqlite3_column_count(try prepared("SELECT * FROM \(table)")))
    let marks = Array(repeating: "?", count: count).joined(separator: ",")
    _ = try prepared("INSERT INTO \(table) VALUES(\(marks))")
    return Rows(place: statements.count - 1, columnCount: count)
  }

  private mutating func prepared(_ text: String) throws(SQLiteFault) -> OpaquePointer {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(database, text, -1, &statement, nil))
    guard let statement else { throw SQLiteFault("an empty statement") }
    statements.append(statement)
    return statement
  }

  /// Puts a row behind the others.
  ///
  /// - Precondition: there is a value for each column.
  package func insert(_ values: [SQLiteValue], into rows: Rows) throws(SQLiteFault) {
    precondition(values.count == rows.columnCount, "a row of another table")
    let statement = statements[rows.place]
    for (place, value) in values.enumerated() {
      let column = Int32(place + 1)
      switch value {
      case .null: try check(sqlite3_bind_null(statement, column))
      case .integer(let number): try check(sqlite3_bind_int64(statement, column, Int64(number)))
      case .real(let number): try check(sqlite3_bind_double(statement, column, number))
      case .text(var text):
        // The length is given, since a text may hold a zero byte.
        try check(
          text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
              // Without an address SQLite would take an empty text for none.
              withUnsafePointer(to: CChar(0)) { none in
                liantu_bind_text(
                  statement,
                  column,
                  bytes.baseAddress ?? none,
                  UInt64(bytes.count)
                )
              }
            }
          }
        )
      }
    }
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw fault() }
  }

  /// Ends the transaction, and gives the file to `sink`, about a megabyte at a time.
  package consuming func finish(to sink: ([UInt8]) throws -> Void) throws {
    for statement in statements { sqlite3_finalize(statement) }
    statements = []
    try run("COMMIT")
    var offset = 0
    while true {
      let piece = try self.piece(at: offset)
      if piece.isEmpty { return }
      try sink(piece)
      offset += piece.count
    }
  }

  /// The next bytes of the file; none at its end.
  private func piece(at offset: Int) throws(SQLiteFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.pieceSize)
    var count = -1
    repeat {
      count = pread(descriptor, &bytes, bytes.count, off_t(offset))
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw SQLiteFault(String(cString: strerror(errno))) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func check(_ code: Int32) throws(SQLiteFault) {
    guard code == SQLITE_OK else { throw fault() }
  }

  private func fault() -> SQLiteFault { SQLiteFault(String(cString: sqlite3_errmsg(database))) }
}
