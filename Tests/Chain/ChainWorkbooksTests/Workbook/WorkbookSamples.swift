import ChainModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

extension SheetDraft {
  /// The sheet as a reader meets it.
  var grid: Grid {
    let rows = [columns.map(\.heading)] + self.rows
    return Grid(name: name, rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
  }
}

enum WorkbookSamples {
  static let huludao = Repository.ownChains

  /// The sheet that says what a data set is.
  static var manifest: Grid {
    Grid(
      name: "数据集",
      lines: """
        项目|内容
        标题（中文）|试验
        地区|葫芦岛市
        语言|中文
        日期|2023-08-18
        文件|意见
        """
    )
  }

  static var documents: Grid { Grid(name: "文件", lines: "名称|出处\n意见|序言") }

  static func load(_ grids: [Grid]) -> Loaded {
    var reader = WorkbookReader(grids, path: "x.xlsx")
    return reader.read()
  }

  /// Reads further sheets of a small data set.
  static func load(_ sheets: (name: String, lines: String)...) -> Loaded {
    load([manifest, documents] + sheets.map { Grid(name: $0.name, lines: $0.lines) })
  }
}

extension Grid {
  /// A sheet drawn as lines of cells with a bar between them; `↵` is a line break in a cell.
  init(name: String, lines: String, merges: [Merge] = []) {
    self.init(
      name: name,
      rows: lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
          cell.isEmpty ? .empty : .text(String(cell).replacing("↵", with: "\n"))
        }
      },
      merge: { row, column in
        merges.first { $0.rows.contains(row) && $0.columns.contains(column) }
      }
    )
  }
}
