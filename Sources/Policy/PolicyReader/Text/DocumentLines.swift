/// The lines of a document that is being read: one for each paragraph, and for each row of a table one with a tab
/// between its cells.
struct DocumentLines {
  /// The number of the line that is being written, from 1; of what stands in a table, of the table's first.
  private(set) var number = 1
  private var output = String.UnicodeScalarView()
  private var paragraph: Characters = []
  /// The tables that are open, one within the other.
  private var tables: [TableGrid] = []
  /// How many tables are open that stand deeper than any page's, and whose cells are those of the table around.
  private var tablesTooDeep = 0
  /// The most tables one within the other.
  private static let mostTables = 24
  /// How many characters spans may still repeat.
  private var room = 2_000_000

  /// The lines, each with its end but the one that is open.
  var text: String { String(output) + String(String.UnicodeScalarView(paragraph)) }

  /// Whether a cell is open.
  var isInCell: Bool { tables.last?.isCellOpen ?? false }

  /// Adds a character of the text; spaces before the first other character do not count.
  mutating func put(_ character: Unicode.Scalar) {
    let character = character == "\n" || character == "\r" ? " " : character
    if character.isSpace, paragraph.isEmpty { return }
    paragraph.append(character)
  }

  /// Adds what stands before the first character of a paragraph.
  mutating func put(before text: String) { paragraph.append(contentsOf: text.unicodeScalars) }

  /// Ends the paragraph, unless it is empty.
  mutating func breakLine() {
    guard !paragraph.isEmpty else { return }
    if tables.isEmpty {
      write(paragraph)
    } else {
      tables[tables.count - 1].add(paragraph)
    }
    paragraph.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ line: Characters) {
    output.append(contentsOf: line)
    output.append("\n")
    number += 1
  }

  // MARK: Tables

  mutating func beginTable() {
    breakLine()
    guard tables.count < Self.mostTables else {
      tablesTooDeep += 1
      return
    }
    if !tables.isEmpty { tables[tables.count - 1].holdsTable = true }
    tables.append(TableGrid())
  }

  mutating func endTable() {
    breakLine()
    guard tablesTooDeep == 0 else {
      tablesTooDeep -= 1
      return
    }
    guard let table = tables.popLast() else { return }
    for line in table.lines(room: &room) {
      if tables.isEmpty { write(line) } else { tables[tables.count - 1].add(line) }
    }
    // So that the next table is another one.
    if tables.isEmpty { write([]) }
  }

  mutating func beginRow() {
    breakLine()
    if tables.isEmpty { beginTable() }
    tables[tables.count - 1].beginRow()
  }

  mutating func endRow() {
    breakLine()
    if !tables.isEmpty { tables[tables.count - 1].endRow() }
  }

  /// - Parameters:
  ///   - columns: How many columns it spans.
  ///   - rows: How many rows it spans.
  mutating func beginCell(columns: Int = 1, rows: Int = 1) {
    breakLine()
    if tables.isEmpty { beginTable() }
    tables[tables.count - 1].beginCell(columns: columns, rows: rows)
  }

  /// The open cell spans so many columns.
  mutating func spanCell(columns: Int) {
    if !tables.isEmpty { tables[tables.count - 1].span(columns: columns) }
  }

  /// The open cell goes on with the one above.
  mutating func continueCell() {
    if !tables.isEmpty { tables[tables.count - 1].goOn() }
  }

  mutating func endCell() {
    breakLine()
    if !tables.isEmpty { tables[tables.count - 1].endCell() }
  }

  /// Ends every table that is still open.
  mutating func finish() {
    breakLine()
    while !tables.isEmpty { endTable() }
  }
}
