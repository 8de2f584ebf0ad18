import Diagnostics
import Testing

@testable import ChainWorkbooks
@testable import LoopSheets

/// A value that somebody merged over several rows is of none of them.
@Suite struct MergedCellTests {
  @Test func `a merged amount is a fault in each row below its first`() throws {
    func row(_ texts: [String]) -> [Grid.Cell] { texts.map { $0.isEmpty ? .empty : .text($0) } }
    var grid = Grid(
      name: "月报",
      rows: [
        row(["编号", "事项", "本期累计", "状态"]), row(["a", "甲", "321", ""]), row(["b", "乙", "321", ""]),
        row(["c", "丙", "5", ""]),
      ]
    )
    grid.merge = { row, column in
      column == 2 && (1...2).contains(row) ? Grid.Merge(rows: 1...2, columns: 2...2) : nil
    }
    let table = try #require(
      SheetTable(
        grid,
        [],
        SheetPlaces(path: "回.xlsx", sheet: 0, text: GridText([grid], path: "回.xlsx"))
      )
    )
    let merged = table.faults.filter { $0.diagnostic.code == "sheet-merged-cell" }
    #expect(merged.map(\.row) == [2] && merged.map(\.column) == [2])
  }
}
