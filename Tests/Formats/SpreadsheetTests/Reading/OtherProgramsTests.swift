import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Workbooks as other programs write them.
struct OtherProgramsTests {
  @Test func `values that openpyxl writes are read`() throws {
    let book = try WorkbookContents(bytes: Python.make(with: "make_workbook.py", "cells"))
    #expect(book.sheets.map(\.name) == ["值"])
    let values = book.sheets[0].rows.flatMap(\.cells).map(\.value)
    #expect(
      values.map(\.plainText) == [
        "锂电", " 两端空白 ", "一\n二", "30.5", "2025", "0.3", "-0.000001", "100000000000000000000", "0",
        "0.35", "1234.5", "12", "45000", "TRUE", "FALSE", "#N/A", "", "2025-12-31", "2025-12",
        "2025",
        "1900-02-28", "2024-02-29 08:30:15", "08:30:00", "30:00:00", "1900-02-29", "1900-03-01",
        "9999-12-31",
      ]
    )
    #expect(values[3] == .number(30.5, plain: "30.5"))
    let percentages = book.sheets[0].percentages.map { book.sheets[0].cell(at: $0).plainText }
    #expect(percentages == ["0.35"])
    #expect(values[13] == .flag(true) && values[15] == .error("#N/A") && values[16] == .uncomputed)
    guard case .date(let month) = values[18] else {
      Issue.record("no date: \(values[18])")
      return
    }
    #expect(month.day == .init(year: 2025, month: 12, day: 1) && month.precision == .month)
    #expect(month.second == nil)
  }

  @Test func `days counted from 1904 are read`() throws {
    let book = try WorkbookContents(bytes: Python.make(with: "make_workbook.py", "mac"))
    #expect(book.sheets[0].lines == ["A1 2025-12-31", "A2 1904-01-01"])
  }

  @Test func `merged cells give the value of their first, and hidden sheets say so`() throws {
    let book = try WorkbookContents(bytes: Python.make(with: "make_workbook.py", "merged"))
    #expect(book.sheets.map(\.name).dropFirst() == ["看不见", "更看不见", "看得见"])
    #expect(book.sheets.map(\.isHidden) == [false, true, true, false])
    let sheet = book.sheets[0]
    for place in ["B2", "C2", "D2", "B3", "D3"] { #expect(sheet[place] == .text("产能")) }
    for place in ["A2", "B1", "B4", "D4", "E1", "F2"] { #expect(sheet[place] == .empty) }
    for place in ["E2", "E3", "E39999", "E40000"] { #expect(sheet[place] == .text("年份")) }
    #expect(sheet["E40001"] == .empty)
    #expect(sheet.rawCell(at: CellAddress(row: 3, column: 3)) == .empty)
    #expect(
      sheet.mergedCells(at: CellAddress(row: 3, column: 3))
        == CellAddress(row: 2, column: 2)...CellAddress(row: 3, column: 4)
    )
    #expect(sheet.rows.map(\.number) == [2, 50_000] && sheet.lastColumn == 5)
  }

  @Test func `a file that LibreOffice saved is read, with results of formulas`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixture/libreoffice.xlsx")
    let book = try WorkbookContents(bytes: Array(Data(contentsOf: path)))
    #expect(book.sheets.map(\.name) == ["项目", "隐藏"])
    #expect(book.sheets.map(\.isHidden) == [false, true])
    #expect(
      book.sheets[0].lines == [
        "A1 重点项目清单", "A2 名称", "B2 产能（万吨）", "C2 投产日期", "D2 在建", "A3 锂电 一期", "B3 30.5",
        "C3 2025-12-31", "D3 TRUE", "A4 石化 & <二期>\n扩建", "B4 2025", "C4 2024-02-29 08:30:00",
        "D4 FALSE", "A5 合计", "B5 2055.5", "C5 锂电 一期!", "D5 #DIV/0!",
      ]
    )
    #expect(book.sheets[0]["D1"] == .text("重点项目清单"))
    #expect(book.sheets[1].lines == ["B3 x"])
  }

  @Test func `the habits of WPS are read`() throws {
    // Parts under other names and in another order, absolute places, cells that do not say where they
    // are, pictures in cells, reading aids, and parts of its own.
    let wps = "http://www.wps.cn/officeDocument/2017/etCustomData"
    let parts: [(String, String)] = [
      ("docProps/custom.xml", "<Properties>KSOProductBuildVer</Properties>"),
      ("xl/cellimages.xml", "<etc:cellImages xmlns:etc=\"\(wps)\"/>"),
      (
        "XL/SharedStrings.xml",
        """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <sst xmlns="\(MadeWorkbook.main)" count="3" uniqueCount="3"><si><t>名称</t><phoneticPr fontId="1" \
        type="noConversion"/></si><si><r><rPr><b/></rPr><t xml:space="preserve">锂电 </t></r><r><t>一期</t>\
        </r><rPh sb="0" eb="2"><t>リ</t></rPh></si><si><t xml:space="preserve"> a_x000D_\nb </t></si></sst>
        """
      ),
      (
        "xl/worksheets/Sheet1.xml",
        """
        <worksheet xmlns="\(MadeWorkbook.main)" xmlns:etc="\(wps)"><dimension ref="A1:XFD1048576"/>\
        <cols><col min="1" max="16384"/></cols><sheetData><row><c t="s"><v>0</v></c><c/>\
        <c t="s"><v>1</v></c></row><row spans="1:3"><c t="s" s="0"><v>2</v></c><c t="str">\
        <f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row><row r="1048576"><c s="7"/></row>\
        </sheetData><etc:own><row><c><v>9</v></c></row></etc:own><extLst><ext><x><c><v>8</v></c></x></ext>\
        </extLst></worksheet>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(MadeWorkbook.main)" xmlns:r="\(MadeWorkbook.types)"><workbookPr/><sheets>\
        <sheet name="清单" sheetId="3" r:id="rId7"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(MadeWorkbook.ties)">\
        <Relationship Id="rId9" Type="\(wps)/cellImage" Target="cellimages.xml"/>\
        <Relationship Id="rId8" Type="\(MadeWorkbook.types)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
        <Relationship Id="rId7" Type="\(MadeWorkbook.types)/worksheet" Target="/xl/worksheets/sheet1.xml"/>\
        </Relationships>
        """
      ),
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
        PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.\
        spreadsheetml.sheet.main+xml"/></Types>
        """
      ),
    ]
    let book = try WorkbookContents(bytes: StoredZip.bytes(parts.map { ($0, Array($1.utf8)) }))
    #expect(book.sheets.map(\.name) == ["清单"])
    #expect(
      book.sheets[0].lines
        == ["A1 名称", "C1 锂电 一期", "A2  a\nb ", "B2 =DISPIMG(\"ID_1\",1)"]
    )
  }

  @Test func `the strict form of the standard is read, its dates included`() throws {
    let strict = "http://purl.oclc.org/ooxml"
    let made = MadeWorkbook(extra: [
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(MadeWorkbook.ties)"><Relationship Id="a" \
        Type="\(strict)/officeDocument/relationships/officeDocument" Target="./book/Main.xml"/></Relationships>
        """
      ),
      (
        "book/main.xml",
        """
        <s:workbook xmlns:s="\(strict)/spreadsheetml/main" conformance="strict"><s:sheets>\
        <s:sheet name="甲" xmlns:q="\(strict)/officeDocument/relationships" q:id="b"/></s:sheets></s:workbook>
        """
      ),
      (
        "book/_rels/Main.xml.rels",
        """
        <Relationships xmlns="\(MadeWorkbook.ties)"><Relationship Id="b" \
        Type="\(strict)/officeDocument/relationships/worksheet" Target="..\\data.xml"/></Relationships>
        """
      ),
      (
        "data.xml",
        """
        <s:worksheet xmlns:s="\(strict)/spreadsheetml/main"><s:sheetData><s:row>\
        <s:c t="d"><s:v>2025-12-31</s:v></s:c><s:c t="d"><s:v>2024-02-29T08:30:00.5Z</s:v></s:c>\
        <s:c t="d"><s:v>T08:30</s:v></s:c></s:row></s:sheetData></s:worksheet>
        """
      ),
    ])
    #expect(
      try made.sheet().lines == ["A1 2025-12-31", "B1 2024-02-29 08:30:00", "C1 08:30:00"]
    )
  }

  @Test func `a workbook of ours comes back as it was written`() throws {
    let rows: [[Workbook.Cell]] = [
      [.text("_x0041_ 锂\n电"), .decimal(30.5, unit: "万吨"), .flag(true), .toFill("待补")],
      [.text(" a "), .integer(2025), .flag(false), .empty],
    ]
    let choices = (0..<80).map { "选择\($0)" }
    let columns: [Workbook.Column] = [
      .init("名称", width: 4, note: "全称"), .init("产能", width: 4, kind: .number),
      .init("在建", width: 4, kind: .mark), .init("状态", width: 4, choices: choices),
    ]
    let sheet = Workbook.Sheet(
      name: "项目",
      title: .init("清单", width: 4),
      columns: columns,
      rows: rows,
      notes: [.init("注", width: 2)]
    )
    let book = try WorkbookContents(bytes: Workbook(sheets: [sheet]).bytes())
    #expect(book.sheets.map(\.isHidden) == [false, true])
    #expect(
      book.sheets[0].lines == [
        "A1 清单", "A2 名称", "B2 产能", "C2 在建", "D2 状态", "A3 _x0041_ 锂\n电", "B3 30.5", "C3 ✓", "D3 待补",
        "A4  a ", "B4 2025", "A6 注",
      ]
    )
    #expect(book.sheets[0]["D1"] == .text("清单"))
    #expect(book.sheets[1].rows.count == 80)
  }
}
