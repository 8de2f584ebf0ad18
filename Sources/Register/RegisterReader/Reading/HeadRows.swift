import CSV

/// The first rows of a text whose cells are parted by one sign, read without knowing how many cells a row
/// has, and with patience: a stray quote is a part of its cell.
struct HeadRows {
  struct Row {
    let cells: [CSVCell]
    /// The texts of the cells, without blanks at their ends.
    let texts: [String]
    /// Where the row begins, and the next one.
    let start: Int
    let next: Int
  }

  private(set) var rows: [Row] = []
  /// Whether a row has more cells than a table may have.
  private(set) var isTooWide = false

  /// The most columns of a table.
  static let mostColumns = 1_024
  /// How far the rows are looked for.
  private static let reach = 1 << 18

  /// - Complexity: O(*n*) over at most a quarter of a mebibyte.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ separator: UInt8) {
    let end = min(bytes.count, start + Self.reach)
    var position = start
    while position < end, rows.count < HeadingRow.mostRows {
      guard let row = Self.row(bytes, at: position, end: end, separator) else {
        isTooWide = isTooWide || rows.isEmpty
        return
      }
      rows.append(row)
      position = row.next
    }
  }

  /// The row that begins at `start`; `nil` where it has too many cells.
  static func row(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    end: Int,
    _ separator: UInt8
  ) -> Row? {
    var cells: [CSVCell] = []
    var texts: [String] = []
    var position = start
    // Looking for the end of one open quote after another would take forever.
    var heedsQuotes = true
    while true {
      let cell = cell(bytes, at: position, end: end, separator, &heedsQuotes)
      guard cells.count < mostColumns else { return nil }
      cells.append(cell.cell)
      texts.append(cell.text)
      position = cell.end
      guard position < end, bytes[position] == separator else { break }
      position += 1
    }
    if position < end, bytes[position] == 0x0D { position += 1 }
    if position < end, bytes[position] == 0x0A { position += 1 }
    return Row(cells: cells, texts: texts, start: start, next: position)
  }

  private static func cell(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    end: Int,
    _ separator: UInt8,
    _ heedsQuotes: inout Bool
  ) -> (cell: CSVCell, text: String, end: Int) {
    func isEnd(_ position: Int) -> Bool {
      position >= end || bytes[position] == separator || bytes[position] == 0x0A
        || bytes[position] == 0x0D && (position + 1 >= end || bytes[position + 1] == 0x0A)
    }
    if heedsQuotes, start < end, bytes[start] == 0x22 {
      var text: [UInt8] = []
      var position = start + 1
      while position < end {
        if bytes[position] == 0x22 {
          if position + 1 < end, bytes[position + 1] == 0x22 {
            position += 1
          } else if isEnd(position + 1) {
            let cell = CSVCell(start: start + 1, count: position - start - 1, isQuoted: true)
            return (cell, Self.text(text), position + 1)
          }
        }
        text.append(bytes[position])
        position += 1
      }
      heedsQuotes = false
    }
    var position = start
    while !isEnd(position) { position += 1 }
    let cell = CSVCell(start: start, count: position - start, isQuoted: false)
    return (cell, text(Array(bytes[start..<position])), position)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { CellBytes($0).text }
  }
}
