import Bilingual
import ChainModel
import ChainViews
import Diagnostics
import Testing

struct PlainWriterTests {
  /// The parts of an answer that are tables, each as an answer of its own.
  private func tables(on dataset: Dataset) -> [(label: String, table: Answer.Table, answer: Answer)]
  {
    Samples.answers(on: dataset).flatMap { label, answer in
      answer.sections.compactMap { section in
        guard case .table(let table) = section.content, !table.rows.isEmpty,
          table.rows.count < 60
        else { return nil }
        return (label, table, Answer(command: answer.command, table: table))
      }
    }
  }

  private func squeezed(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 != UInt8(ascii: " ") }
  }

  /// What each column must hold, top to bottom, spaces left out.
  private func contents(of table: Answer.Table, _ language: Language) -> [[UInt8]] {
    let shown = table.columns.indices.filter { column in
      !table.columns[column].isForMachines && table.columns[column].key != "explanation"
        && table.rows.contains { !$0[column].text(in: language).isEmpty }
    }
    return shown.map { column in
      squeezed(table.rows.map { $0[column].text(in: language) }.joined())
    }
  }

  @Test(arguments: Language.allCases)
  func `every line of every table keeps to its columns, and nothing is lost`(
    _ language: Language
  ) throws {
    for (label, table, answer) in tables(on: try Samples.large()) {
      let grid = try #require(Grid(answer.text(in: .table, language: language)), "\(label)")
      #expect(grid.lines.count == table.rows.count, "\(label)")
      let lines = grid.lines.compactMap { $0 }
      try #require(lines.count == grid.lines.count, "\(label): a line leaves its columns")
      let columns = grid.widths.indices.map { column in
        squeezed(lines.map { $0[column] }.joined())
      }
      #expect(columns == contents(of: table, language), "\(label)")
    }
  }

  @Test(arguments: [70, 130])
  func `a table wraps to the width of the terminal, and nothing is lost`(_ width: Int) throws {
    for (label, table, answer) in tables(on: try Samples.large()) {
      let text = answer.text(in: .table, language: .zh, width: width)
      let grid = try #require(Grid(text), "\(label)")
      let lines = grid.lines.compactMap { $0 }
      try #require(lines.count == grid.lines.count, "\(label): a line leaves its columns")
      // Eight cells a column is the least that is readable; beyond that a table stays wide.
      let least = grid.widths.count * 10 - 2
      for line in grid.text { #expect(line.cellWidth <= max(width, least), "\(label): \(line)") }
      let columns = grid.widths.indices.map { column in
        squeezed(lines.map { $0[column] }.joined())
      }
      #expect(columns == contents(of: table, .zh), "\(label)")
    }
  }

  @Test func `a table that fits is not wrapped`() throws {
    for (label, _, answer) in tables(on: try Samples.tiny()) {
      let natural = answer.text(in: .table, language: .zh)
      let widest = natural.split(separator: "\n").map { String($0).cellWidth }.max() ?? 0
      #expect(answer.text(in: .table, language: .zh, width: widest) == natural, "\(label)")
    }
  }

  @Test func `numbers stand to the right, texts to the left`() throws {
    let answer = Answer.statistics(of: try Samples.large().graph)
    let grid = try #require(Grid(answer.text(in: .table, language: .zh)))
    for line in grid.lines {
      let cells = try #require(line)
      #expect(cells[0].first != " ")
      // The range at the end is a text.
      for cell in cells.dropFirst().dropLast() { #expect(cell.last?.isNumber == true) }
    }
  }

  @Test func `no line ends in a space`() throws {
    for (label, answer) in Samples.answers(on: try Samples.large()) {
      let lines = answer.text(in: .table, language: .en).split(separator: "\n")
      #expect(!lines.contains { $0.last == " " }, "\(label)")
    }
  }

  @Test func `headings and labels are in the language asked for`() throws {
    for (label, table, _) in tables(on: try Samples.tiny()) {
      for column in table.columns {
        #expect(column.title.en.allSatisfy { $0.isASCII }, "\(label) \(column.key)")
        #expect(!column.title.zh.isEmpty, "\(label) \(column.key)")
      }
    }
  }
}
