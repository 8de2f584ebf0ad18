import Foundation
import Testing

@testable import Spreadsheet

struct WorkbookBytesTests {
  private func sheet(_ rows: [[Workbook.Cell]], columns: Int = 1) -> Workbook.Sheet {
    Workbook.Sheet(
      name: "a",
      title: .init("t", width: 1),
      columns: Array(repeating: .init("c", width: 1), count: columns),
      rows: rows
    )
  }

  @Test func `a file is a zip archive, the same for the same value`() throws {
    let workbook = Workbook(sheets: [sheet([[.text("锂")], [.decimal(6000, unit: "吨")]])])
    let bytes = try workbook.bytes()
    #expect(bytes.starts(with: Array("PK".utf8)))
    for _ in 0..<5 { #expect(try workbook.bytes() == bytes) }
    var later = workbook
    later.created = .init(year: 2024, month: 2, day: 29)
    #expect(try later.bytes() != bytes)
  }

  @Test func `workbooks that are written at once keep their own dates`() async throws {
    let days = (1...8).map { Workbook.Day(year: 2015 + $0, month: $0, day: $0) }
    let workbooks = days.map { Workbook(sheets: [sheet([[.text("锂")]])], created: $0) }
    let alone = try workbooks.map { try $0.bytes() }
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for round in 0..<400 {
        let number = round % workbooks.count
        group.addTask { (number, try workbooks[number].bytes()) }
      }
      for try await (number, bytes) in group { #expect(bytes == alone[number]) }
    }
  }

  @Test func `a workbook of nothing is a workbook`() throws {
    #expect(try Workbook(sheets: []).bytes().starts(with: Array("PK".utf8)))
    #expect(try Workbook(sheets: [sheet([], columns: 0)]).bytes().count > 100)
    #expect(try Workbook(sheets: [sheet([])]).bytes().count > 100)
  }

  @Test func `more rows or columns than Excel has is told with the sheet's name`() {
    // The title and the heading count.
    let rows = Array(repeating: [Workbook.Cell](), count: 1_048_575)
    #expect(throws: SpreadsheetError.tooManyRows(sheet: "a", count: 1_048_577)) {
      try Workbook(sheets: [sheet(rows, columns: 0)]).bytes()
    }
    #expect(throws: SpreadsheetError.tooManyColumns(sheet: "a", count: 16_385)) {
      try Workbook(sheets: [sheet([], columns: 16_385)]).bytes()
    }
  }

  @Test func `nothing is left in the temporary folder`() throws {
    let path: String
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      try Data([1]).write(to: URL(filePath: folder.file))
      #expect(try folder.contents() == [1])
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
