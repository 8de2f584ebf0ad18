import Spreadsheet
import TestSupport
import Testing

/// Choices and notes, as openpyxl finds them in the file.
struct ColumnHelpsTests {
  private struct Book: Decodable {
    struct Sheet: Decodable {
      struct Choices: Decodable, Equatable {
        let places: String
        let list: String
        let type: String
      }
      struct Cell: Decodable {
        let value: String?
        let note: String?
      }
      let name: String
      let state: String
      let choices: [Choices]
      let cells: [[Cell]]
    }
    let sheets: [Sheet]
  }

  private func sheet(_ name: String, _ columns: [Workbook.Column], rows: Int = 1) -> Workbook.Sheet
  {
    Workbook.Sheet(
      name: name,
      title: .init("t", width: 1),
      columns: columns,
      rows: Array(repeating: columns.map { _ in .text("x") }, count: rows)
    )
  }

  private func read(_ sheets: [Workbook.Sheet]) throws -> Book {
    let bytes = try Workbook(sheets: sheets).bytes()
    #expect(try Workbook(sheets: sheets).bytes() == bytes)
    return try Python.read(bytes, with: "read_workbook.py")
  }

  @Test func `short choices stand in the rule, over the rows and the empty ones below`() throws {
    let columns: [Workbook.Column] = [
      .init("名称", width: 4), .init("状态", width: 4, choices: ["在建", "已投产", "a&b"]),
    ]
    let book = try read([sheet("项目", columns, rows: 3)])
    #expect(book.sheets.map(\.name) == ["项目"])
    #expect(
      book.sheets[0].choices == [.init(places: "B3:B205", list: "\"在建,已投产,a&b\"", type: "list")]
    )
  }

  @Test func `choices that a rule cannot hold stand in one hidden sheet, each list once`() throws {
    let long = (1...60).map { "选择\($0)号" }
    let comma = ["a,b", "c"]
    let quote = ["12\" 管", " c"]
    let one = sheet(
      "choices",
      [.init("a", width: 1, choices: long), .init("b", width: 1, choices: comma)]
    )
    let two = sheet(
      "it's",
      [.init("a", width: 1, choices: quote), .init("b", width: 1, choices: long)]
    )
    let book = try read([one, two])
    #expect(book.sheets.map(\.name) == ["choices", "it's", "choices 2"])
    #expect(book.sheets.map(\.state) == ["visible", "visible", "hidden"])
    #expect(
      book.sheets[0].choices.map(\.list) == ["'choices 2'!$A$1:$A$60", "'choices 2'!$B$1:$B$2"]
    )
    #expect(
      book.sheets[1].choices.map(\.list) == ["'choices 2'!$C$1:$C$2", "'choices 2'!$A$1:$A$60"]
    )
    let found = book.sheets[2].cells
    #expect(found.count == 60 && found.map { $0[0].value } == long)
    #expect(found.prefix(2).map { $0[1].value } == comma)
    #expect(found.prefix(2).map { $0[2].value } == quote)
  }

  @Test func `255 bytes fit into the rule, one more does not`() throws {
    // Three texts and two commas; a Chinese character takes three bytes.
    let full = ["😀" + String(repeating: "长", count: 27), String(repeating: "b", count: 84)]
    let most = full + [String(repeating: "c", count: 84)]
    let tooMany = full + [String(repeating: "c", count: 85)]
    let book = try read([
      sheet("a", [.init("a", width: 1, choices: most), .init("b", width: 1, choices: tooMany)])
    ])
    #expect(book.sheets[0].choices.map(\.list.first) == ["\"", "'"])
    #expect(book.sheets.count == 2)
  }

  @Test func `a note stands on its heading alone`() throws {
    let note = "填写单位全称；\n例如：市工业和信息化局 <b> & \u{7}"
    let book = try read([
      sheet("a", [.init("a", width: 1), .init("b", width: 1, note: note)]),
      sheet("b", [.init("c", width: 1, note: "第二")]),
    ])
    let notes = book.sheets.map { $0.cells.map { $0.map(\.note) } }
    #expect(
      notes[0] == [[nil, nil], [nil, "填写单位全称；\n例如：市工业和信息化局 <b> &  "], [nil, nil]]
    )
    #expect(notes[1] == [[nil], ["第二"], [nil]])
  }
}
