import Spreadsheet
import TestSupport
import Testing

/// Workbooks that are none, that are damaged, and that are made to harm.
struct WorkbookFaultTests {
  @Test func `what people take for a workbook is refused with what to do`() {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let old = MadeWorkbook.fault(ole + Array(repeating: 0, count: 600))
    #expect(old?.code == "old-workbook" && old?.help?.en.contains("save it as .xlsx") == true)
    let hidden = "EncryptedPackage".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), 0] }
    #expect(MadeWorkbook.fault(ole + [0, 0] + hidden + [0])?.code == "encrypted-workbook")
    for text in ["", "名称,产能\n", "<html><table>", "<?xml version='1.0'?><Workbook/>"] {
      #expect(MadeWorkbook.fault(Array(text.utf8))?.code == "not-a-workbook")
    }
    let sheets = StoredZip.bytes([("mimetype", [1]), ("content.xml", [1])])
    #expect(MadeWorkbook.fault(sheets)?.message.en.contains("OpenDocument") == true)
    let binary = StoredZip.bytes([("xl/workbook.bin", [1])])
    #expect(MadeWorkbook.fault(binary)?.message.en.contains(".xlsb") == true)
    let other = StoredZip.bytes([("word/document.xml", [1])])
    #expect(MadeWorkbook.fault(other)?.code == "not-a-workbook")
    var word = MadeWorkbook()
    word.extra = [("xl/workbook.xml", "<w:document xmlns:w=\"w\"/>")]
    #expect(word.fault()?.code == "not-a-workbook")
    #expect(MadeWorkbook.fault(Array("PK and no more".utf8))?.code == "damaged-workbook")
    #expect(
      MadeWorkbook.fault(StoredZip.bytes(MadeWorkbook().parts, flags: 1))?.code
        == "encrypted-workbook"
    )
  }

  @Test(
    arguments: [
      ("<c r='C12' t='s'><v>1</v></c>", "表!C12"), ("<c r='C12' t='s'><v>x</v></c>", "表!C12"),
      ("<c r='C12'><v>一</v></c>", "表!C12"), ("<c r='C12'><v>nan</v></c>", "表!C12"),
      ("<c r='C12'><v>0x10</v></c>", "表!C12"), ("<c r='C12'><v>1e999</v></c>", "表!C12"),
      ("<c r='C12' t='b'><v>2</v></c>", "表!C12"), ("<c r='C12' t='d'><v>2025</v></c>", "表!C12"),
      ("<c r='C12' t='new'><v>1</v></c>", "表!C12"),
      ("<c r='C12'><v>1</v></c><c r='C12'><v>1</v></c>", "表!C12"),
      ("<c><v>1</v></c><c r='B2'><v>1</v></c><c r='A1'><v>1</v></c>", "表!A1"),
      ("<c r='C0'><v>1</v></c>", "表"), ("<c r='XFE1'><v>1</v></c>", "表"), ("<c r=''/>", "表"),
      ("<c r='XFD1'><v>1</v></c><c/>", "表"), ("<c><v>1</c>", "表"),
    ]
  )
  func `a damaged cell is named`(cells: String, place: String) throws {
    let made = MadeWorkbook(rows: "<row>\(cells)</row>", strings: "<si><t>a</t></si>")
    let fault = try #require(made.fault())
    #expect(fault.code == "damaged-workbook" && fault.place == place)
  }

  @Test func `rows outside of a sheet and ranges that are none are refused with its name`() {
    for row in ["0", "1048577", "x", "99999999999999999999", "-1"] {
      #expect(MadeWorkbook(rows: "<row r='\(row)'/>").fault()?.place == "表")
    }
    for range in ["", "A1:", "A1:B2:C3", "A1:XFE2", "A:B"] {
      let merges = "<mergeCells><mergeCell ref='\(range)'/></mergeCells>"
      #expect(MadeWorkbook(behind: merges).fault()?.place == "表", "\(range)")
    }
  }

  @Test func `a sheet whose part is missing is named`() {
    var made = MadeWorkbook()
    made.extra = [("xl/_rels/workbook.xml.rels", "<Relationships xmlns='\(MadeWorkbook.ties)'/>")]
    #expect(made.fault()?.place == "表")
    let parts = MadeWorkbook().parts.filter { $0.name != "xl/worksheets/sheet1.xml" }
    let fault = MadeWorkbook.fault(StoredZip.bytes(parts))
    #expect(fault?.place == "表" && fault?.message.en.contains("xl/worksheets/sheet1.xml") == true)
  }

  @Test func `a sheet without styles and shared texts needs none`() throws {
    let made = MadeWorkbook(rows: "<row><c s='9'><v>46022</v></c></row>")
    #expect(try made.sheet().lines == ["A1 46022"])
  }

  @Test func `cells in any order are put in order, merged ranges from any corner`() throws {
    let made = MadeWorkbook(
      rows: """
        <row r='3'><c r='B3'><v>4</v></c><c r='A3'><v>3</v></c></row><row r='1'><c r='D1'><v>2</v></c>\
        <c r='B1'><v>1</v></c></row>
        """,
      behind: "<mergeCells><mergeCell ref='C2:B1'/></mergeCells>"
    )
    let sheet = try made.sheet()
    #expect(sheet.lines == ["B1 1", "D1 2", "A3 3", "B3 4"])
    #expect(sheet["C2"] == sheet["B1"] && sheet.rows.map(\.number) == [1, 3])
  }

  @Test func `a formula's empty text is nothing, its missing result is told`() throws {
    let made = MadeWorkbook(
      rows: """
        <row><c t='str'><f>A9</f><v></v></c><c t='str'><f>A9</f></c><c><f>A9</f><v/></c><c t='str'>\
        <f>A9</f><v> x </v></c></row>
        """
    )
    let sheet = try made.sheet()
    #expect(sheet["A1"] == .empty && sheet["B1"] == .uncomputed && sheet["C1"] == .uncomputed)
    #expect(sheet["D1"] == .text(" x "))
  }

  @Test func `blanks that are not marked as meant go, as in Excel`() throws {
    let made = MadeWorkbook(
      rows: "<row><c t='inlineStr'><is><t> a </t></is></c><c t='s'><v>0</v></c></row>",
      strings: "<si><r><t xml:space='preserve'> b </t></r><r><t>\n c\t</t></r></si>"
    )
    #expect(try made.sheet().lines == ["A1 a", "B1  b c"])
  }

  @Test func `document types are refused in every part`() {
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
    let whole = MadeWorkbook(
      rows: "<row><c t='s'><v>0</v></c></row>",
      strings: "<si><t>a</t></si>",
      styles: ""
    )
    #expect(whole.fault() == nil)
    for (name, bytes) in whole.parts {
      var changed = whole
      changed.extra = [(name, bomb + String(decoding: bytes, as: UTF8.self))]
      #expect(changed.fault()?.code == "refused-workbook", "\(name)")
      #expect(changed.fault()?.message.en.hasPrefix("\(name):1:1") == true)
    }
  }

  @Test func `a part that claims too much, and one nested too deep, are refused`() {
    let bomb = StoredZip.bytes([("_rels/.rels", [3, 0])], claimedSize: 3 << 30)
    #expect(MadeWorkbook.fault(bomb)?.code == "refused-workbook")
    let deep = String(repeating: "<c>", count: 300_000)
    #expect(MadeWorkbook(rows: deep).fault()?.code == "refused-workbook")
    let climbing = StoredZip.bytes(MadeWorkbook().parts + [("../x", [1])])
    #expect(MadeWorkbook.fault(climbing)?.code == "refused-workbook")
  }

  @Test func `each limit holds, and empty cells count for nothing`() {
    var limits = WorkbookLimits()
    limits.cells = 3
    limits.merges = 1
    let cells = String(repeating: "<c><v>1</v></c><c/>", count: 3)
    #expect(MadeWorkbook(rows: "<row>\(cells)</row>").fault(limits: limits) == nil)
    let more = MadeWorkbook(rows: "<row>\(cells)<c><v>1</v></c></row>").fault(limits: limits)
    #expect(more?.code == "refused-workbook" && more?.place == "表")
    let strings = String(repeating: "<si/>", count: 4)
    #expect(MadeWorkbook(strings: strings).fault(limits: limits)?.code == "refused-workbook")
    let merges = String(repeating: "<mergeCell ref='A1:B1'/>", count: 2)
    let merged = MadeWorkbook(behind: "<mergeCells>\(merges)</mergeCells>")
    #expect(merged.fault(limits: limits)?.place == "表")
    limits = WorkbookLimits()
    limits.partBytes = 1_000
    #expect(MadeWorkbook(strings: strings).fault(limits: limits) == nil)
    limits.totalBytes = 1_000
    #expect(MadeWorkbook(strings: strings).fault(limits: limits)?.code == "refused-workbook")
  }

  @Test func `ties that lead outside or round in a circle do no harm`() {
    for target in ["../../../etc/passwd", "/..", "http://x/y", "workbook.xml", "", "."] {
      var made = MadeWorkbook()
      made.extra = [
        (
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="\(MadeWorkbook.ties)"><Relationship Id="r1" \
          Type="\(MadeWorkbook.types)/worksheet" Target="\(target)"/></Relationships>
          """
        )
      ]
      let fault = made.fault()
      #expect(fault == nil ? target == "workbook.xml" : fault?.place == "表", "\(target)")
    }
  }
}
