import Bilingual
import CSV
import Diagnostics

/// The first row of a file: what each column is called, and its type in Neo4j's notation.
struct BulkHeader: Sendable {
  struct Column: Sendable {
    /// What stands before the colon; empty for `:LABEL`.
    let name: String
    /// What stands behind it; `nil` without a colon.
    let type: String?
    /// The bytes of the file.
    let range: Range<Int>

    var text: String { type.map { "\(name):\($0)" } ?? name }

    /// The types that only say what the column is for.
    static let roles = ["ID", "LABEL", "START_ID", "END_ID", "TYPE", "IGNORE"]
    static let valueTypes = ["string", "int", "long", "float", "double", "boolean", "date"]

    /// `LABEL` for `:LABEL`; `nil` for a column of values.
    var role: String? { type.flatMap { Self.roles.contains($0) ? $0 : nil } }

    var isList: Bool { type?.hasSuffix("[]") == true }

    /// The type without the mark of a list; without a type it is a string.
    var valueType: String { type.map { isList ? String($0.dropLast(2)) : $0 } ?? "string" }
  }

  let columns: [Column]
  /// Where the rows begin.
  let bodyStart: Int
  /// How many lines the header takes.
  let lineCount: Int

  private static let mostColumns = 1_024

  /// Reads the header of a file; `nil` and a report where it is none.
  init?(of file: BulkFile, log: inout BulkFaultLog) {
    var bytes = file.bytes(0..<min(file.size, BulkChunkReader.longestRow))
    let count = bytes.count
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    guard start < count else {
      log.report(0..<0) { .emptyText(at: $0) }
      return nil
    }
    bytes += Array(repeating: 0xFF, count: CSVTokenizer.padding)
    var tokenizer = CSVTokenizer(columnCount: Self.mostColumns)
    let stop = bytes.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.map { base in
        tokenizer.read(base, count: count, from: start, limit: start + 1, isEnd: count == file.size)
      }
    }
    if case .broken(let fault) = stop {
      log.report(fault.position..<fault.position + 1) { .csvSyntax(fault.problem, at: $0) }
      return nil
    }
    // A row of just as many cells as the tokenizer takes is no ragged one.
    let isWide = tokenizer.rowCount > 0
    guard !isWide, tokenizer.raggedRows.first.map({ $0.cellCount < Self.mostColumns }) != false
    else {
      log.report(start..<start + 1) { .tooManyColumns(limit: Self.mostColumns - 1, at: $0) }
      return nil
    }
    guard let row = tokenizer.raggedRows.first else {
      log.report(start..<start + 1) { .rowTooLong(limit: BulkChunkReader.longestRow, at: $0) }
      return nil
    }
    if let invalid = SourceText.firstInvalidByte(in: Array(bytes[row.range])) {
      let at = row.range.lowerBound + invalid
      log.report(at..<at + 1) { .invalidUTF8(at: $0) }
      return nil
    }
    columns = tokenizer.cells[..<row.cellCount].map { cell in
      let text = String(decoding: bytes[cell.range], as: UTF8.self)
      guard let colon = text.lastIndex(of: ":") else {
        return Column(name: text, type: nil, range: cell.written)
      }
      return Column(
        name: String(text[..<colon]),
        type: String(text[text.index(after: colon)...]),
        range: cell.written
      )
    }
    if columns.count == 1,
      let separator = CSVSeparator.other(in: columns[0].name + (columns[0].type ?? ""))
    {
      log.report(columns[0].range) { .otherSeparator(separator, at: $0) }
      return nil
    }
    bodyStart = tokenizer.position
    lineCount = 1 + tokenizer.quotedLineEnds
  }

  /// Where the header stands.
  var range: Range<Int> {
    (columns.first?.range.lowerBound ?? 0)..<(columns.last?.range.upperBound ?? 0)
  }
}

/// Gives columns their meaning, each once.
struct BulkHeaderReader {
  let header: BulkHeader
  /// What a message lists as the headers of the file.
  let known: [String]
  private var taken: [Bool]
  private var names: [String: Int] = [:]

  init(_ header: BulkHeader, known: [String]) {
    self.header = header
    self.known = known
    taken = header.columns.map { $0.role == "IGNORE" }
  }

  /// The column of a role such as `:LABEL`; where it is wanted and not there, that is reported.
  mutating func role(_ role: String, _ log: inout BulkFaultLog) -> Int? {
    let found = header.columns.indices.filter { header.columns[$0].role == role }
    for column in found { taken[column] = true }
    if found.isEmpty {
      let text = role == "ID" ? "id:ID" : ":\(role)"
      log.report(header.range) { .missingHeader(text, at: $0) }
    }
    for column in found.dropFirst() { duplicate(column, &log) }
    return found.first
  }

  /// The column called `name`, of one of the given types.
  mutating func named(
    _ name: String,
    types: [String] = ["string"],
    _ log: inout BulkFaultLog
  ) -> Int? {
    let found = header.columns.indices.filter { column in
      header.columns[column].name == name && header.columns[column].role == nil
    }
    for column in found { taken[column] = true }
    for column in found.dropFirst() { duplicate(column, &log) }
    guard let column = found.first else { return nil }
    let type = header.columns[column].type
    // Without a type a column is one of strings, which any single value can be read from.
    if let wrong = type ?? (types.allSatisfy { $0.hasSuffix("[]") } ? "string" : nil),
      !types.contains(wrong)
    {
      log.report(header.columns[column].range) {
        .wrongHeaderType(wrong, of: name, types: types, at: $0)
      }
    }
    return column
  }

  /// Reports the columns that have no meaning.
  func finish(_ log: inout BulkFaultLog) {
    for (column, isTaken) in zip(header.columns, taken) where !isTaken {
      let (text, known) = (column.text, known)
      log.report(column.range) { .unknownHeader(text, headers: known, at: $0) }
    }
  }

  private func duplicate(_ column: Int, _ log: inout BulkFaultLog) {
    let text = header.columns[column].text
    log.report(header.columns[column].range) { .duplicateHeader(text, at: $0) }
  }
}

/// What stands between the cells of a file.
package enum CSVSeparator {
  /// What stands where commas should in a header of one cell; `nil` when nothing looks like it.
  package static func other(in header: String) -> Character? {
    header.first { [";", "\t", "，", "；", "|"].contains($0) }
  }
}
