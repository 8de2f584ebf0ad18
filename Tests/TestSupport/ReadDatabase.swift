import CSQLite

/// A database of SQLite, read by its own library from the bytes of its file.
package final class ReadDatabase {
  private let database: OpaquePointer

  /// `nil` for bytes that are no database.
  package init?(_ bytes: [UInt8]) {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else { return nil }
    database = opened
    guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else { return nil }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    let count = Int64(bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let image = copy.assumingMemoryBound(to: UInt8.self)
    guard sqlite3_deserialize(opened, "main", image, count, count, flags) == SQLITE_OK,
      rows("SELECT count(*) FROM sqlite_schema") != nil
    else { return nil }
  }

  deinit { sqlite3_close(database) }

  /// The rows of a query, each value as text; `nil` for one that is null, and for a query that fails.
  package func rows(_ query: String) -> [[String?]]? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK else { return nil }
    defer { sqlite3_finalize(statement) }
    var rows: [[String?]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { Self.text(statement, $0) })
      case SQLITE_DONE: return rows
      default: return nil
      }
    }
  }

  private static func text(_ statement: OpaquePointer?, _ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
