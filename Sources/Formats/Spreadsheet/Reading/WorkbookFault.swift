package import Bilingual
internal import XML
internal import Zip

/// Why a file is not read as a workbook.
package struct WorkbookFault: Error, Hashable, Sendable {
  /// A stable name, such as `old-workbook`, by which scripts and documents know the fault.
  package let code: String
  /// What is wrong: no capital, no full stop, without the place.
  package let message: BilingualText
  /// What to do, when that can be said.
  package let help: BilingualText?
  /// The name of the sheet at fault.
  package private(set) var sheet: String?
  /// The cell at fault.
  package private(set) var address: CellAddress?

  private init(
    _ code: String,
    zh: String,
    en: String,
    help: BilingualText? = nil
  ) {
    self.code = code
    message = BilingualText(zh: zh, en: en)
    self.help = help
  }

  /// Where the fault lies, as `sheet!C12` or the sheet's name; `nil` for the file as a whole.
  package var place: String? {
    sheet.map { sheet in address.map { "\(sheet)!\($0)" } ?? sheet }
  }

  func at(_ sheet: String?, _ address: CellAddress? = nil) -> Self {
    var fault = self
    (fault.sheet, fault.address) = (sheet, address)
    return fault
  }
}

/// The catalogue.
extension WorkbookFault {
  private static let saveAs = BilingualText(
    zh: "请在 Excel 或 WPS 里打开，另存为 .xlsx",
    en: "open it in Excel or WPS and save it as .xlsx"
  )

  static let notWorkbook = Self(
    "not-a-workbook",
    zh: "不是 Excel 工作簿（.xlsx）",
    en: "not an Excel workbook (.xlsx)",
    help: saveAs
  )

  static let oldWorkbook = Self(
    "old-workbook",
    zh: "是旧格式的工作簿（.xls 或 .et），不能读取",
    en: "a workbook of an old format (.xls or .et), which cannot be read",
    help: saveAs
  )

  static let binaryWorkbook = Self(
    "old-workbook",
    zh: "是二进制工作簿（.xlsb），不能读取",
    en: "a binary workbook (.xlsb), which cannot be read",
    help: saveAs
  )

  static let openDocument = Self(
    "not-a-workbook",
    zh: "是 OpenDocument 文件（.ods），不能读取",
    en: "an OpenDocument file (.ods), which cannot be read",
    help: BilingualText(zh: "请另存为 .xlsx", en: "save it as .xlsx")
  )

  static let encrypted = Self(
    "encrypted-workbook",
    zh: "工作簿设有打开密码，不能读取",
    en: "the workbook is protected by a password and cannot be read",
    help: BilingualText(zh: "请去掉密码后另存", en: "save it without a password")
  )

  static func zip(_ fault: ZipFault) -> Self {
    let code =
      switch fault.reason {
      case .damaged: "damaged-workbook"
      case .encrypted: "encrypted-workbook"
      case .tooLarge, .tooManyParts, .climbingName, .repeatedName, .foreignMethod:
        "refused-workbook"
      }
    return Self(code, zh: fault.message.zh, en: fault.message.en)
  }

  static func xml(_ fault: XMLFault, in part: String) -> Self {
    let position = "\(part):\(fault.position.line):\(fault.position.column)"
    return Self(
      fault.reason == .malformed ? "damaged-workbook" : "refused-workbook",
      zh: "\(position)：\(fault.message.zh)",
      en: "\(position): \(fault.message.en)"
    )
  }

  static func missing(_ part: String) -> Self {
    Self("damaged-workbook", zh: "工作簿里缺少 \(part)", en: "the workbook lacks its part \(part)")
  }

  static func tooManyCells(_ limit: Int) -> Self {
    Self(
      "refused-workbook",
      zh: "工作簿有内容的单元格超过 \(limit) 个，不予读取",
      en: "the workbook has more than \(limit) cells that hold something, and is not read"
    )
  }

  static func tooManyMerges(_ limit: Int) -> Self {
    Self(
      "refused-workbook",
      zh: "工作表合并的区域超过 \(limit) 处，不予读取",
      en: "the sheet has more than \(limit) merged ranges, and is not read"
    )
  }

  static func badReference(_ text: String) -> Self {
    Self(
      "damaged-workbook",
      zh: "“\(text.prefix(40))”不是单元格或区域的位置",
      en: "'\(text.prefix(40))' is no place of a cell or a range"
    )
  }

  static let repeatedCell = Self(
    "damaged-workbook",
    zh: "这个单元格出现了两次",
    en: "the cell occurs twice"
  )

  static func badValue(_ text: String, type: String) -> Self {
    Self(
      "damaged-workbook",
      zh: "“\(text.prefix(40))”不是类型为“\(type.prefix(10))”的单元格的值",
      en: "'\(text.prefix(40))' is no value of a cell of type '\(type.prefix(10))'"
    )
  }
}
