import Bilingual
import ChainModel
import ChainViews
import Testing

/// Workbooks, read again by another library.
struct WorkbookTests {
  @Test(arguments: Language.allCases)
  func `a workbook of many lists holds each cell of each answer`(_ language: Language) throws {
    let answers = Samples.answers(on: try Samples.large())
    let lists = answers.map { Answer.Named($0.label, $0.answer) }
    let book = try ReadWorkbook(try Answer.workbook(of: lists, language: language))
    var sheets = book.sheets[...]
    for (label, answer) in answers {
      let expected = PaperSheet.all(of: answer, language)
      for (number, paper) in expected.enumerated() {
        let sheet = try #require(sheets.first, "\(label)")
        sheets.removeFirst()
        let isLast = number == expected.count - 1
        sheet.expectEqual(to: paper, notes: isLast ? answer.notes.count : 0, language, label)
        let part = expected.count > 1 ? " · " : ""
        let title = sheet.cells.first?.first
        #expect(title?.bold == true, "\(label)")
        if case .text(let text)? = title?.value {
          #expect(text.hasPrefix(answer.heading[language] + part), "\(label): \(text)")
        } else {
          Issue.record("\(label) has no title")
        }
      }
    }
    #expect(sheets.isEmpty)
    let names = book.sheets.map { $0.name.lowercased() }
    #expect(Set(names).count == names.count && names.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test func `each kind of answer makes a workbook of its own, the same on every run`() throws {
    var seen: Set<String> = []
    for (label, answer) in Samples.answers(on: try Samples.large())
    where seen.insert(answer.command).inserted {
      let bytes = try answer.bytes(in: .xlsx, language: .zh)
      let again = try answer.bytes(in: .xlsx, language: .zh)
      #expect(again == bytes, "\(label)")
      let book = try ReadWorkbook(bytes)
      let expected = PaperSheet.all(of: answer, .zh)
      #expect(book.sheets.count == expected.count, "\(label)")
      for (sheet, paper) in zip(book.sheets, expected) { try expectPrintable(sheet, paper, label) }
    }
    #expect(seen.count >= 12)
  }

  private func expectPrintable(
    _ sheet: ReadWorkbook.Sheet,
    _ paper: PaperSheet,
    _ label: String
  ) throws {
    let last = sheet.widths.count
    let end = Character(Unicode.Scalar(UInt8(64 + last)))
    #expect(
      last == paper.headings.count && !sheet.widths.contains { $0 > 70 || $0 < 5 },
      "\(label)"
    )
    #expect(sheet.freeze == "A3" && sheet.repeated == "$1:$2", "\(label)")
    #expect(sheet.filter == "A2:\(end)\(2 + paper.rows.count)", "\(label)")
    #expect(last == 1 || sheet.merged.contains("A1:\(end)1"), "\(label)")
    #expect(sheet.orientation == "landscape" && sheet.paper == 9, "\(label)")
    #expect(sheet.fitToPage == true && sheet.fitToWidth == 1 && sheet.fitToHeight == 0, "\(label)")
    #expect(sheet.footer == "&P / &N", "\(label)")
  }

  @Test func `columns are as wide as their Chinese, up to a limit`() throws {
    let texts = [String(repeating: "锂", count: 10), String(repeating: "锂", count: 500), "锂"]
    let columns = texts.indices.map { Answer.Table.Column("c\($0)", zh: "列", en: "column") }
    let answer = Answer(
      command: "list",
      table: Answer.Table(columns, [texts]) { $0.map { .text($0) } }
    )
    let sheet = try #require(try ReadWorkbook(answer.bytes(in: .xlsx, language: .zh)).sheets.first)
    #expect(sheet.widths[0] >= 20 && sheet.widths[0] < 28)
    #expect(sheet.widths[1] >= 60 && sheet.widths[1] < 70)
    #expect(sheet.widths[2] < 12)
  }

  @Test func `a number with a unit adds up, and a place to fill in is yellow`() throws {
    let units = ["吨", "\"", "a\"b", "\\", String(repeating: "长", count: 60), "万千瓦"]
    let cells = units.map { symbol in
      Answer.Cell.quantity(
        Quantity(
          amount: 6000.5,
          unit: UnitOfMeasure(symbol: symbol, dimension: "mass", factor: 1)
        )
      )
    }
    let column = Answer.Table.Column("capacity", zh: "规模", en: "capacity")
    let answer = Answer(
      command: "list",
      title: BilingualText(zh: "项目清单", en: "Projects"),
      table: Answer.Table([column], cells + [.unanswered]) { [$0] }
    )
    let sheet = try #require(try ReadWorkbook(answer.bytes(in: .xlsx, language: .zh)).sheets.first)
    #expect(sheet.cells[0][0].value == .text("项目清单"))
    let found = sheet.cells.dropFirst(2).compactMap(\.first)
    let formats = [
      "General \"吨\"", nil, nil, "General \"\\\"", nil, "General \"万千瓦\"",
    ]
    for (found, format) in zip(found, formats) {
      guard let format else {
        // No format of Excel's holds a quote for sure, and none is so long: the words stay.
        #expect(found.type == "s")
        continue
      }
      #expect(found.value == .number(6000.5) && found.format == format)
    }
    #expect(found.last?.value == .text("待填") && found.last?.fill == "FFFFF8D6")
    let english = try answer.bytes(in: .xlsx, language: .en)
    #expect(try ReadWorkbook(english).sheets.first?.cells.last?.first?.value == .text("to fill"))
  }

  @Test func `a workbook is dated by its data, not by the clock`() throws {
    let graph = try Samples.tiny().graph
    let answer = Answer.alignment(in: graph)
    let date = try #require(CalendarDate(parsing: "2023-08-18"))
    let dated = try ReadWorkbook(try answer.bytes(in: .xlsx, language: .zh, date: date))
    #expect(dated.created == "2023-08-18 00:00:00")
    let undated = try ReadWorkbook(try answer.bytes(in: .xlsx, language: .zh))
    #expect(undated.created == "2000-01-01 00:00:00")
  }

  @Test func `hostile names come back from cells, and no cell is a formula`() throws {
    for answer in try HostileNames.answers().prefix(1) {
      let book = try ReadWorkbook(try answer.bytes(in: .xlsx, language: .zh))
      for (sheet, paper) in zip(book.sheets, PaperSheet.all(of: answer, .zh)) {
        sheet.expectEqual(to: paper, notes: answer.notes.count, .zh, "audit")
      }
    }
  }

  @Test func `hostile names of sheets are mended and differ`() throws {
    let answers = try HostileNames.answers().dropFirst()
    let lists = zip(HostileNames.all, answers).map { Answer.Named($0, $1) }
    let book = try ReadWorkbook(try Answer.workbook(of: lists, language: .zh))
    let names = book.sheets.map(\.name)
    #expect(names.count == lists.reduce(0) { $0 + PaperSheet.all(of: $1.answer, .zh).count })
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(!name.isEmpty && name.utf16.count <= 31 && name.lowercased() != "history")
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'"))
      #expect(!name.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) })
    }
    var sheets = book.sheets[...]
    for list in lists {
      for paper in PaperSheet.all(of: list.answer, .zh) {
        sheets.removeFirst().expectEqual(to: paper, notes: 0, .zh, String(list.name.prefix(20)))
      }
    }
  }

  @Test func `a list that is longer than a sheet says so`() throws {
    let rows = Array(repeating: 0, count: 1_048_576)
    let answer = Answer(command: "gaps", table: Answer.Table([], rows) { _ in [] })
    let failure = #expect(throws: WorkbookFailure.self) {
      try answer.bytes(in: .xlsx, language: .zh)
    }
    #expect(failure?.cause == .data)
    #expect(failure?.message.zh.contains("缺链清单") == true)
  }
}
