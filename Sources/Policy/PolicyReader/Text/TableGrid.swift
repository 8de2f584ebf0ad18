/// A table of a document while it is read: cells with their spans, a grid when it ends.
struct TableGrid {
  private struct Cell {
    /// The paragraphs that hold anything; those of a table within keep its tabs.
    var paragraphs: [Characters] = []
    var columns: Int
    let rows: Int
    /// Whether it goes on with the cell above (Word's merged cells).
    var isContinued = false
  }

  private var rows: [[Cell]] = []
  /// Whether a row is open, so that a cell that begins is its.
  private var isRowOpen = false
  private(set) var isCellOpen = false
  /// Whether a table stands in one of its cells: pages are laid out so.
  var holdsTable = false

  /// The most columns and rows that a cell spans; HTML has the first of the limits as well.
  private static let mostColumns = 64
  private static let mostRows = 1_000
  /// How wide a row grows by spans; what stands in cells of its own always has its place.
  private static let widest = 256
  /// A text that is longer stands in the first of its cells alone.
  private static let longestRepeated = 200
  /// From how many paragraphs on a cell of a table of one row holds a text, not a value.
  private static let manyParagraphs = 4

  mutating func beginRow() {
    rows.append([])
    isRowOpen = true
    isCellOpen = false
  }

  mutating func endRow() {
    isRowOpen = false
    isCellOpen = false
  }

  mutating func beginCell(columns: Int, rows: Int) {
    if !isRowOpen { beginRow() }
    let cell = Cell(columns: Self.bounded(columns), rows: min(max(1, rows), Self.mostRows))
    self.rows[self.rows.count - 1].append(cell)
    isCellOpen = true
  }

  private static func bounded(_ columns: Int) -> Int { min(max(1, columns), mostColumns) }

  /// The open cell spans so many columns.
  mutating func span(columns: Int) {
    guard isCellOpen else { return }
    rows[rows.count - 1][rows[rows.count - 1].count - 1].columns = Self.bounded(columns)
  }

  /// The open cell goes on with the one above.
  mutating func goOn() {
    guard isCellOpen else { return }
    rows[rows.count - 1][rows[rows.count - 1].count - 1].isContinued = true
  }

  mutating func endCell() { isCellOpen = false }

  /// Adds a paragraph to the open cell; text between cells is text of the cell before.
  mutating func add(_ paragraph: Characters) {
    if !isCellOpen, rows.last?.isEmpty ?? true {
      beginCell(columns: 1, rows: 1)
      isCellOpen = false
    }
    let row = rows.count - 1
    rows[row][rows[row].count - 1].paragraphs.append(paragraph)
  }

  /// Whether it lays out a page, and its cells are text one after the other.
  private var isLayout: Bool {
    if holdsTable { return true }
    let filled = rows.map { row in row.count { !$0.paragraphs.isEmpty || $0.isContinued } }
    guard (rows.map(\.count).max() ?? 0) > 1 else { return true }
    let isData = filled.count { $0 > 1 } > 1
    return !isData && rows.joined().contains { $0.paragraphs.count >= Self.manyParagraphs }
  }

  /// The lines of the table: a row each, a tab between its cells, what a cell spans in each of its places; of a
  /// table that lays out a page the paragraphs.
  ///
  /// - Parameter room: How many characters may be written more than once.
  func lines(room: inout Int) -> [Characters] {
    if isLayout { return rows.joined().flatMap(\.paragraphs) }
    /// What cells above say of each column, and for how many rows more.
    var above: [(text: Characters, rows: Int)] = []
    var lines: [Characters] = []
    for row in rows {
      var texts: [Characters] = []
      func spanned(_ text: Characters) -> Characters {
        guard text.count <= Self.longestRepeated, text.count <= room else { return [] }
        room -= text.count
        return text
      }
      func take(_ text: Characters, _ rows: Int) {
        let column = texts.count
        texts.append(text)
        while above.count <= column { above.append(([], 0)) }
        above[column] = (text, rows)
      }
      func takeSpanned() {
        while texts.count < above.count, above[texts.count].rows > 1, texts.count < Self.widest {
          let column = texts.count
          take(spanned(above[column].text), above[column].rows - 1)
        }
      }
      for cell in row {
        takeSpanned()
        let isContinued = cell.isContinued && texts.count < above.count
        let text = isContinued ? spanned(above[texts.count].text) : Self.text(of: cell)
        take(text, cell.rows)
        for _ in 1..<cell.columns where texts.count < Self.widest { take(spanned(text), cell.rows) }
      }
      takeSpanned()
      guard texts.contains(where: { !$0.isEmpty }) else { continue }
      // An empty cell keeps its place.
      lines.append(Array(texts.map { $0.isEmpty ? ["-"] : $0 }.joined(separator: ["\t"])))
    }
    return lines
  }

  /// The paragraphs of a cell on one line.
  private static func text(of cell: Cell) -> Characters {
    Array(cell.paragraphs.joined(separator: [" "]).map { $0 == "\t" ? " " : $0 })
  }
}
