/// The lines of a document that is being read: one for each paragraph, a tab between the cells of a
/// row.
struct DocumentLines {
  /// The number of the line that is being written, from 1.
  private(set) var number = 1
  private var output = String.UnicodeScalarView()
  private var isLineEmpty = true
  private var isCellEmpty = true
  /// How many cells are open: in a table, paragraphs of a cell stay on its row's line.
  private var cells = 0

  /// The lines, each but the last with its end.
  var text: String { String(output) }

  /// Whether a cell is open.
  var isInCell: Bool { cells > 0 }

  /// Adds a character of the text; spaces before the first other character do not count.
  mutating func put(_ character: Unicode.Scalar) {
    let character = character == "\n" || character == "\r" ? " " : character
    if character.isSpace, isLineEmpty || (cells > 0 && isCellEmpty) { return }
    output.append(character)
    isLineEmpty = false
    isCellEmpty = false
  }

  /// Adds what stands before the first character of a paragraph.
  mutating func put(before paragraph: String) {
    output.append(contentsOf: paragraph.unicodeScalars)
    isLineEmpty = isLineEmpty && paragraph.isEmpty
    isCellEmpty = isCellEmpty && paragraph.isEmpty
  }

  /// Ends the line, unless it is empty or a row goes on.
  mutating func breakLine() {
    guard !isLineEmpty, cells == 0 else { return }
    output.append("\n")
    isLineEmpty = true
    number += 1
  }

  mutating func beginCell() {
    cells += 1
    isCellEmpty = true
  }

  mutating func endCell() {
    cells = max(0, cells - 1)
    // A cell that is empty, as those are that were merged with the one above, keeps its column.
    if isCellEmpty { output.append("-") }
    output.append("\t")
    isLineEmpty = false
  }

  /// Begins or ends a row or a table.
  mutating func breakRow() {
    cells = 0
    breakLine()
  }
}
