import Bilingual
import CSV
import Diagnostics
import Spreadsheet

/// Faults for which a register is not read.
extension Diagnostic {
  private static func error(
    _ code: String,
    zh: String,
    en: String,
    help: BilingualText? = nil,
    at location: Location?
  ) -> Self {
    let message = BilingualText(zh: zh, en: en)
    return Diagnostic(.error, code: code, message: message, help: help, at: location)
  }

  // MARK: Columns

  static func missingNameColumn(_ headings: [String], at location: Location) -> Self {
    let named = headings.filter { !$0.isEmpty }
    let most = 30
    let rest = named.count > most ? "…" : ""
    let example = named.first ?? "#1"
    return error(
      "missing-name-column",
      zh: "没有企业名称列；列名有：" + named.prefix(most).joined(separator: "、") + rest,
      en: "no column states the firms' names; the headings are: "
        + named.prefix(most).joined(separator: ", ") + rest,
      help: BilingualText(
        zh: "把列名改成“企业名称”，或写 --columns name=\(example)（也可用列号：name=#1）",
        en: "call the column 企业名称, or write --columns name=\(example) (or its number: name=#1)"
      ),
      at: location
    )
  }

  static func missingHeading(
    _ choice: RegisterColumnNames.Choice,
    among headings: [String],
    at location: Location
  ) -> Self {
    error(
      "unknown-heading",
      zh: "--columns 中“\(choice.column.rawValue)”的列“\(choice.heading)”在文件里没有",
      en: "the file has no column '\(choice.heading)', which --columns names for "
        + "'\(choice.column.rawValue)'",
      help: .instead(
        of: choice.heading,
        among: headings,
        zh: "列名有：",
        en: "the headings are: ",
        most: 30
      ),
      at: location
    )
  }

  static func columnTakenTwice(_ heading: String, at location: Location) -> Self {
    error(
      "repeated-column",
      zh: "--columns 把“\(heading)”列用了两次",
      en: "--columns takes the column '\(heading)' twice",
      at: location
    )
  }

  static func fieldTakenTwice(_ column: RegisterColumn, at location: Location) -> Self {
    error(
      "repeated-field",
      zh: "--columns 给“\(column.rawValue)”指定了两列，它只取一列",
      en: "--columns names two columns for '\(column.rawValue)', which takes one",
      at: location
    )
  }

  static func columnWithoutHeading(_ word: String) -> Self {
    error(
      "bad-columns",
      zh: "“\(word)”缺少等号和列名",
      en: "'\(word)' lacks an equals sign and a heading",
      help: BilingualText(
        zh: "写成 字段=列名，用逗号分开，如 name=企业,scope=业务",
        en: "write field=heading with commas between, such as name=企业,scope=业务"
      ),
      at: nil
    )
  }

  static func unknownRegisterField(_ word: String) -> Self {
    error(
      "unknown-field",
      zh: "没有叫“\(word)”的字段",
      en: "there is no field '\(word)'",
      help: .instead(of: word, among: RegisterColumn.allCases.map(\.rawValue)),
      at: nil
    )
  }

  // MARK: Cells

  static func codeAsNumber(_ text: String, at location: Location) -> Self {
    error(
      "code-as-number",
      zh: "信用代码成了数（\(text)），后几位已经丢失",
      en: "the credit code has become a number (\(text)), and its last digits are lost",
      help: BilingualText(
        zh: "先把该列的格式设为“文本”，再从原始资料重新录入或导出；没有代码就留空",
        en: "set the format of the column to Text first, then type the codes in or export them "
          + "anew; leave the cell empty where there is none"
      ),
      at: location
    )
  }

  static func moreBrokenCodes(_ count: Int, at location: Location) -> Self {
    error(
      "code-as-number",
      zh: "另有 \(count) 个信用代码成了数",
      en: "\(count) more credit \(count == 1 ? "code has" : "codes have") become numbers",
      at: location
    )
  }

  static func overlongRows(_ count: Int, cells: Int, of width: Int, at location: Location) -> Self {
    error(
      "ragged-row",
      zh: "\(count) 行的格数多于列名（第一处 \(cells) 格，列名 \(width) 个），整张表对不齐",
      en: "\(count) \(count == 1 ? "row has" : "rows have") more cells than there are headings "
        + "(\(cells) for \(width) in the first): the table is not aligned",
      help: BilingualText(
        zh: "含分隔符或换行的内容要加英文双引号；不同的表分开保存",
        en: "quote what holds a separator or a line end; save different tables apart"
      ),
      at: location
    )
  }

  static func hugeRow(_ limit: Int, at location: Location) -> Self {
    error(
      "huge-row",
      zh: "从这里开始的一行超过 \(limit >> 20) MiB，可能是引号没有结束",
      en: "the row that begins here is longer than \(limit >> 20) MiB; a quote may not be closed",
      at: location
    )
  }

  static func brokenTable(_ problem: CSVBreak.Problem, at location: Location) -> Self {
    let doubling = BilingualText(
      zh: "整格加英文双引号，其中的双引号写两遍；或在 Excel 里另存为 .xlsx",
      en: "quote the whole cell and write each quote in it twice, or save it as .xlsx"
    )
    let saving = BilingualText(zh: "另存为 UTF-8 的 CSV", en: "save it again as CSV in UTF-8")
    let (zh, en, help) =
      switch problem {
      case .strayQuote: ("未加引号的内容中有双引号", "a quote stands in a cell without quotes", doubling)
      case .textAfterQuote: ("引号结束之后还有内容", "something follows the quote that ends a cell", doubling)
      case .unterminatedQuote: ("引号没有结束", "no quote ends this cell", doubling)
      case .bareReturn: ("单独的回车符", "a carriage return stands alone", saving)
      case .nul: ("含有零字节", "a byte of zero", saving)
      }
    return error("csv-syntax", zh: zh, en: en, help: help, at: location)
  }

  // MARK: Lines

  static func faultyLine(_ fault: StreamFault, at location: Location) -> Self {
    Diagnostic(.error, code: fault.code, message: fault.message, help: fault.help, at: location)
  }

  static func moreFaultyLines(_ count: Int, at location: Location) -> Self {
    error(
      "too-many-faults",
      zh: "另有 \(count) 行有错",
      en: "\(count) more \(count == 1 ? "line has" : "lines have") faults",
      at: location
    )
  }

  // MARK: Files

  static func tooManyRegisterColumns(_ limit: Int, at location: Location) -> Self {
    error("too-many-columns", zh: "超过 \(limit) 列", en: "more than \(limit) columns", at: location)
  }

  static func emptyRegister(at location: Location) -> Self {
    error("empty-register", zh: "文件是空的", en: "there is nothing in the file", at: location)
  }

  static func noFirms(at location: Location) -> Self {
    error("no-firms", zh: "一家企业也没有", en: "there is no firm in it", at: location)
  }

  static func workbook(_ fault: WorkbookFault, path: String) -> Self {
    var cell: SheetCell?
    if let sheet = fault.sheet, let address = fault.address {
      cell = SheetCell(sheet: sheet, reference: "\(address)")
    }
    let location = Location(path: path, range: nil, cell: cell)
    let message = fault.message
    return Diagnostic(.error, code: fault.code, message: message, help: fault.help, at: location)
  }

  static func foreign(_ format: ForeignFormat, at location: Location) -> Self {
    error(
      "other-format",
      zh: "这是 \(format.rawValue) 文件，不能读取",
      en: "this is a file of \(format.rawValue), which cannot be read",
      help: format.help,
      at: location
    )
  }

  static func page(at location: Location) -> Self {
    error(
      "other-format",
      zh: "这是网页或 XML，不是表格",
      en: "this is a page of HTML or XML, not a table",
      help: BilingualText(
        zh: "在 Excel 或 WPS 里打开，另存为 .xlsx 或 CSV",
        en: "open it in Excel or WPS and save it as .xlsx or CSV"
      ),
      at: location
    )
  }

  static func jsonArray(at location: Location) -> Self {
    error(
      "other-format",
      zh: "这是一个 JSON 列表，应为一行一个对象",
      en: "this is a list in JSON, where one object a line is wanted",
      help: BilingualText(zh: "用 jq -c '.[]' 转换", en: "convert it with jq -c '.[]'"),
      at: location
    )
  }

  static func undecodable(as encoding: String, at location: Location) -> Self {
    error(
      "invalid-encoding",
      zh: "文件不是“\(encoding)”编码，或没有这种编码",
      en: "the file is not written in '\(encoding)', or there is no such encoding",
      at: location
    )
  }

  static func undecodable(_ fault: TextEncodings.Fault, path: String) -> Self {
    let before = SourceText(path: path, bytes: fault.text)
    let place = before.position(ofByte: fault.text.count)
    let name =
      switch fault.encoding {
      case .utf8: "UTF-8"
      case .utf16: "UTF-16"
      case .nationalStandard: "GB 18030"
      }
    return error(
      "invalid-encoding",
      zh: "按 \(name) 读到第 \(place.line) 行第 \(place.column) 个字符处（第 \(fault.offset + 1) 个字节）读不下去",
      en: "read as \(name), the text breaks off at line \(place.line), column \(place.column), "
        + "which is byte \(fault.offset + 1)",
      help: BilingualText(
        zh: "文件可能不完整，或是别的编码：重新另存为 UTF-8，或用 --encoding 指明编码",
        en: "it may be cut, or written otherwise: save it anew as UTF-8, or say which encoding it "
          + "is with --encoding"
      ),
      at: Location(path: path, range: SourceRange(start: place))
    )
  }
}
