import Testing

@testable import Spreadsheet

struct CellValueTests {
  @Test func `an address is read as it is written, and nothing else is`() {
    for (row, column, text) in [
      (1, 1, "A1"), (12, 3, "C12"), (9, 26, "Z9"), (9, 27, "AA9"), (9, 702, "ZZ9"),
      (9, 703, "AAA9"),
      (1_048_576, 16_384, "XFD1048576"),
    ] {
      #expect("\(CellAddress(row: row, column: column))" == text)
      #expect(CellAddress(text) == CellAddress(row: row, column: column))
    }
    #expect(CellAddress("$b$3") == CellAddress(row: 3, column: 2))
    for text in [
      "", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "A-1", "甲1", "A99999999999999999999",
      "AAAAAAAAAAAAAAAAAAAAAAAA1", "A1:B2", "R1C1 ",
    ] {
      #expect(CellAddress(text) == nil, "\(text)")
    }
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (30.5, "30.5"), (2025, "2025"), (13_800_000_000, "13800000000"),
      (0.1 + 0.2, "0.3"), (30.499_999_999_999_996, "30.5"), (0.1, "0.1"), (1.1, "1.1"),
      (1e-7, "0.0000001"), (1e21, "1000000000000000000000"), (-12.5e-3, "-0.0125"),
      (123_456_789_012_345, "123456789012345"), (1_234_567_890_123_456, "1234567890123460"),
      (0.999_999_999_999_999_9, "1"), (9_999_999_999_999_998, "10000000000000000"),
    ]
  )
  func `a number is written plainly, in fifteen digits`(number: Double, text: String) {
    #expect(number.plainText == text)
  }

  @Test func `any number that is written plainly is that number, but for its last digits`() {
    var number = 1.234_567_89e-300
    while number < 1e300 {
      let back = Double(number.plainText) ?? .nan
      #expect(abs(back - number) <= abs(number) * 5.1e-15, "\(number)")
      number *= -7.3
    }
  }

  @Test(
    arguments: [
      ("General", NumberFormat.number), ("0.00E+00", .number), ("0\" d/y\"", .number),
      ("\\d0", .number), ("[Red]#,##0;[Blue]-0", .number),
      ("[h]:mm", .span(NumberSpan(unit: .hours, hasSeconds: false))),
      ("[mm]:ss", .span(NumberSpan(unit: .minutes, hasSeconds: true))),
      ("000000", .padded(6)), ("0", .number), ("00.0", .number),
      ("G/通用格式", .number), ("G/通用格式\"天\"", .number), ("_y0", .number), ("@", .number),
      ("", .number),
      ("yyyy-mm-dd", .day(.day, hasTime: false)), ("m/d/yy h:mm", .day(.day, hasTime: true)),
      ("[$-804]yyyy\"年\"m\"月\";@", .day(.month, hasTime: false)),
      ("YYYY", .day(.year, hasTime: false)),
      ("yyyy.mm", .day(.month, hasTime: false)), ("m\"月\"d\"日\"", .day(.day, hasTime: false)),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", .day(.day, hasTime: false)),
      ("aaaa", .day(.day, hasTime: false)), ("h:mm AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time),
      ("mm:ss.0", .time), ("hh:mm:ss", .time), ("e\"年\"m\"月\"", .day(.month, hasTime: false)),
      ("\"unclosed", .number), ("[unclosed", .number), ("\\", .number),
    ]
  )
  func `a format tells days and times from numbers`(code: String, format: NumberFormat) {
    #expect(NumberFormat(code) == format)
  }

  @Test func `Excel's own formats are known by number`() {
    #expect([0, 44, 49, 164].allSatisfy { NumberFormat(builtIn: $0) == .number })
    #expect([9, 10].allSatisfy { NumberFormat(builtIn: $0) == .percent })
    #expect(NumberFormat(builtIn: 14) == .day(.day, hasTime: false))
    #expect(NumberFormat(builtIn: 57) == .day(.month, hasTime: false))
    #expect(NumberFormat(builtIn: 22) == .day(.day, hasTime: true))
    #expect(NumberFormat(builtIn: 20) == .time)
  }

  @Test func `a number is given as it is shown where that says more`() throws {
    var made = MadeWorkbook()
    made.styles = """
      <numFmts><numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="[h]:mm"/>
      </numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="46"/>
      </cellXfs>
      """
    made.rows = """
      <row r="1"><c r="A1" s="1"><v>10000</v></c><c r="B1" s="2"><v>1.2534722222222223</v></c>
      <c r="C1" s="3"><v>1.5</v></c><c r="D1"><v>913600001234567890</v></c>
      <c r="E1"><v>9.1360000123456794E+17</v></c><c r="F1" s="1"><v>1234567</v></c>
      <c r="G1" s="1"><v>1.5</v></c></row>
      """
    #expect(
      try made.sheet().rows[0].cells.map(\.value.plainText) == [
        "010000", "30:05", "36:00:00", "913600001234567890", "913600001234568000", "1234567", "1.5",
      ]
    )
  }

  @Test func `comments are found by their cells, and hidden rows are known`() throws {
    var made = MadeWorkbook()
    made.rows = """
      <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>
      """
    made.extra = [
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        """
        <Relationships xmlns="\(MadeWorkbook.ties)"><Relationship Id="c" \
        Type="\(MadeWorkbook.types)/comments" Target="../comments1.xml"/></Relationships>
        """
      ),
      (
        "xl/comments1.xml",
        """
        <comments xmlns="\(MadeWorkbook.main)"><authors><author>a</author></authors><commentList>\
        <comment ref="B2" authorId="0"><text><t>已更名</t></text></comment></commentList></comments>
        """
      ),
    ]
    let sheet = try made.sheet()
    #expect(sheet.comments.map(\.description) == ["B2"])
    #expect(sheet.rows.map(\.isHidden) == [false, true])
  }

  private func date(_ number: Double, _ format: String, uses1904: Bool = false) -> String? {
    CellDate(number, NumberFormat(format), uses1904: uses1904)?.description
  }

  @Test func `days are those that Excel shows, its 29th of February 1900 included`() {
    #expect(date(1, "y-m-d") == "1900-01-01" && date(59, "y-m-d") == "1900-02-28")
    #expect(date(60, "y-m-d") == "1900-02-29" && date(61, "y-m-d") == "1900-03-01")
    #expect(date(36_585, "y-m-d") == "2000-02-29" && date(46_022, "y-m-d") == "2025-12-31")
    #expect(date(2_958_465, "y-m-d") == "9999-12-31" && date(2_958_466, "y-m-d") == nil)
    #expect(date(0, "y-m-d", uses1904: true) == "1904-01-01")
    #expect(date(44_560, "y-m-d", uses1904: true) == "2025-12-31")
    #expect(date(-1, "y-m-d") == nil && date(0.5, "y-m-d") == nil)
  }

  @Test func `times are rounded to the second, over midnight too`() {
    #expect(date(46_022.999_999, "y-m-d h:mm") == "2026-01-01")
    #expect(date(46_022.25, "y-m-d h:mm") == "2025-12-31 06:00:00")
    #expect(date(46_022.25, "y-m-d") == "2025-12-31")
    #expect(date(0.354_166_666_666_666_7, "h:mm") == "08:30:00")
    #expect(date(0.25, "y-m-d h:mm") == "06:00:00")
  }

  @Test func `each day of four centuries follows the one before`() {
    var day = Workbook.Day(daysAfter1970: -25_567)
    #expect(day == .init(year: 1900, month: 1, day: 1))
    for number in -25_566..<120_530 {
      let next = Workbook.Day(daysAfter1970: number)
      let isNextDay = (next.year, next.month, next.day) == (day.year, day.month, day.day + 1)
      let isNextMonth = (next.year, next.month, next.day) == (day.year, day.month + 1, 1)
      let isNextYear =
        (next.year, next.month, next.day) == (day.year + 1, 1, 1) && day.month == 12
        && day.day == 31
      #expect(isNextDay || (isNextMonth && day.day >= 28) || isNextYear)
      day = next
    }
    #expect(day == .init(year: 2299, month: 12, day: 31))
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-1", "T25:00", "08", "2025-01-01x", "", "T"])
  func `what is no day of ISO 8601 is none`(text: String) {
    #expect(CellDate(iso: text, .number) == nil)
  }

  @Test func `escapes stand for units of UTF-16, and line ends become one`() {
    #expect("_x0041__x005F_x0041__x005f_".withoutEscapes == "A_x0041__")
    #expect("_xD83D__xDE00_".withoutEscapes == "😀" && "_xD83D_".withoutEscapes == "\u{FFFD}")
    #expect("a_x000D_\nb_x000d_c\r\nd".withoutEscapes == "a\nb\nc\nd")
    #expect("_x004_ _X0041_ _x00G1_ _x0041".withoutEscapes == "_x004_ _X0041_ _x00G1_ _x0041")
    for text in ["_x0041_", "__x0041_", "_x005F_", "a_b"] {
      #expect(text.cellText().withoutEscapes == text)
    }
  }
}
