import SQLite
import TestSupport
import Testing

struct SQLiteFileTests {
  private static let tables = "CREATE TABLE t(a, b TEXT, c REAL)"

  private static func bytes(_ rows: [[SQLiteValue]]) throws -> [UInt8] {
    var file = try SQLiteFile(applicationID: 7, version: 3)
    try file.run(tables)
    let table = try file.rows(of: "t")
    for row in rows { try file.insert(row, into: table) }
    var bytes: [UInt8] = []
    try file.finish { bytes += $0 }
    return bytes
  }

  @Test func `what is put in is read back, whatever a text holds`() throws {
    let texts = [
      "", "'", "\"; DROP TABLE t; --", "a\0b", "一\n二\r\n", "\u{1}\u{7F}", "👩‍👩‍👧", "𠮷",
      String(repeating: "长", count: 100_000),
    ]
    let rows: [[SQLiteValue]] = texts.enumerated().map {
      [.integer($0.offset), .text($0.element), .null]
    }
    let read = try #require(ReadDatabase(try Self.bytes(rows)))
    #expect(read.rows("SELECT b FROM t ORDER BY a") == texts.map { [$0] })
    // An empty text is no null.
    #expect(read.rows("SELECT count(*) FROM t WHERE b IS NULL") == [["0"]])
    #expect(read.rows("SELECT length(CAST(b AS BLOB)) FROM t WHERE a = 3") == [["3"]])
  }

  @Test func `numbers keep their kind`() throws {
    let rows: [[SQLiteValue]] = [
      [.integer(.max), .null, .real(0.1)], [.integer(.min), .null, .null],
      [.real(2), .null, .real(.infinity)],
    ]
    let read = try #require(ReadDatabase(try Self.bytes(rows)))
    #expect(
      read.rows("SELECT typeof(a), a, typeof(c) FROM t") == [
        ["integer", "9223372036854775807", "real"], ["integer", "-9223372036854775808", "null"],
        ["real", "2.0", "real"],
      ]
    )
  }

  @Test func `the file says what made it, and the same rows give the same bytes`() throws {
    let rows = (0..<20_000).map { number in
      [SQLiteValue.integer(number), .text("第\(number)行"), .real(Double(number) / 3)]
    }
    let bytes = try Self.bytes(rows)
    #expect(bytes.count > 2 << 18 && bytes.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(try Self.bytes(rows) == bytes)
    let read = try #require(ReadDatabase(bytes))
    #expect(read.rows("PRAGMA application_id") == [["7"]])
    #expect(read.rows("PRAGMA user_version") == [["3"]])
    #expect(read.rows("PRAGMA encoding") == [["UTF-8"]])
    #expect(read.rows("PRAGMA integrity_check") == [["ok"]])
    #expect(read.rows("SELECT count(*), sum(a) FROM t") == [["20000", "199990000"]])
  }

  @Test func `what SQLite refuses is a fault in its words`() throws {
    var file = try SQLiteFile(applicationID: 0, version: 0)
    #expect(throws: SQLiteFault.self) { try file.run("CREATE TABEL t(a)") }
    try file.run("CREATE TABLE t(a PRIMARY KEY NOT NULL)")
    #expect(throws: SQLiteFault.self) { _ = try file.rows(of: "nothing") }
    let rows = try file.rows(of: "t")
    try file.insert([.text("一")], into: rows)
    let twice = #expect(throws: SQLiteFault.self) { try file.insert([.text("一")], into: rows) }
    #expect(twice?.text.contains("UNIQUE") == true)
    // It goes on after that.
    try file.insert([.text("二")], into: rows)
    var bytes: [UInt8] = []
    try file.finish { bytes += $0 }
    #expect(ReadDatabase(bytes)?.rows("SELECT count(*) FROM t") == [["2"]])
  }

  @Test func `a sink that has enough ends it`() throws {
    struct Enough: Error {}
    func give() throws {
      let file = try SQLiteFile(applicationID: 0, version: 0)
      try file.run("CREATE TABLE t(a)")
      try file.finish { _ in throw Enough() }
    }
    #expect(throws: Enough.self) { try give() }
  }
}
