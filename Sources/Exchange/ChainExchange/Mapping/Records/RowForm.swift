import Bilingual
import Diagnostics

/// Rows of a table that are no records, by their form: what people write under a register, and between
/// its parts.
enum RowForm: String, Sendable, CaseIterable {
  /// A sum of the rows above: 合计, 小计, total.
  case totals
  /// What is said of the table: 注：…, 填报单位：…
  case notes
  /// The names of columns once more, as on printed pages, and the second row of a heading.
  case headings
}

/// A row that is taken for no record.
struct AsideRow: Sendable {
  let form: RowForm
  /// The number of the row: its line in a text, and in a sheet what stands at its left.
  let number: Int
  let place: BytePlace
}

extension RowForm {
  /// The form of a row, by its texts in the order of the columns, each with the name of its column.
  ///
  /// - Complexity: O(*n*) over the first few texts; over all where these look like none of a record.
  init?(_ texts: [(column: String, text: String)], width: Int) {
    guard let first = texts.first else { return nil }
    let isHeading = texts.count > 1 || width == 1
    if isHeading, texts.allSatisfy({ $0.text.onOneLine == $0.column }) {
      self = .headings
    } else if Self.isTotal(texts.map(\.text)) {
      self = .totals
    } else if texts.allSatisfy({ Self.isNote($0.text) }) && !Self.isNote(first.column) {
      self = .notes
    } else {
      return nil
    }
  }

  /// Whether a text may begin a row that is no record, so that the row is worth a look.
  ///
  /// - Complexity: O(1) for most texts.
  static func isSuspect(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    // The last bytes of 计, total, totals and sum, of 以下空白 and 以下无正文, and of a bracket.
    if suspectEnds.contains(last) { return true }
    var before: UInt8 = 0
    for byte in text.prefix(48) {
      if byte == 0x3A || byte == 0x9A && before == 0xBC { return true }
      before = byte
    }
    return false
  }

  private static let suspectEnds: Set<UInt8> = Set([0xA1, 0xBD, 0x87, 0x89] + "lLsSmM)".utf8)

  private static let sums: Set<String> = [
    "合计", "总计", "小计", "共计", "本页合计", "本页小计", "累计",
  ]
  private static let englishSums: Set<String> = [
    "total", "totals", "subtotal", "sub-total", "grand total", "sum",
  ]

  /// A word for a sum stands among the first three texts: alone, or at the end of the name of a group,
  /// as in 高新区小计; and figures behind it, unless it stands first and is one of ours.
  private static func isTotal(_ texts: [String]) -> Bool {
    for (position, text) in texts.prefix(3).enumerated() {
      let marks = text.filter { !":：（）()".contains($0) }
      let word = marks.filter { !$0.isWhitespace }
      if position == 0, sums.contains(word) { return true }
      let rest = texts[(position + 1)...]
      guard rest.allSatisfy(isFigure) else { continue }
      if sums.contains(word) { return true }
      // A firm may be called Total; what it is has words then.
      guard !rest.isEmpty else { continue }
      if englishSums.contains(marks.lowercased().trimmingSpace()) { return true }
      if position == 0, word.count <= 12, sums.contains(String(word.suffix(2))) { return true }
    }
    return false
  }

  /// A number, with a unit or without, or a sign in its place.
  private static func isFigure(_ text: String) -> Bool {
    text.first?.isNumber == true || !text.contains(where: \.isLetter)
  }

  private static let labels: Set<String> = [
    "注", "备注", "附注", "说明", "填表说明", "填报说明", "填报单位", "填表单位", "制表单位", "编制单位", "报送单位",
    "上报单位", "填报部门", "报送部门", "主管部门", "填报人", "填表人", "制表人", "制表", "审核人", "审核", "复核人",
    "复核", "审批人", "负责人", "单位负责人", "统计负责人", "联系人", "联系电话", "电话", "填报日期", "填表日期", "制表日期",
    "报送日期", "日期", "填报时间", "制表时间", "数据来源", "资料来源", "来源", "单位", "计量单位", "数据截至",
    "截至日期", "统计时间", "盖章", "note", "notes", "source", "sources", "remark", "remarks", "prepared by",
    "checked by", "reported by", "as of", "unit", "units",
  ]

  /// A label of what is said of a table, and a colon: 注：, 注1：, 填报单位（盖章）：.
  private static func isNote(_ text: String) -> Bool {
    if text == "以下空白" || text == "以下无正文" { return true }
    guard let colon = text.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return false
    }
    let label = text[..<colon].lowercased().prefix { $0 != "（" && $0 != "(" }
      .filter { !$0.isWhitespace || $0 == " " }
    let word = label.last?.isNumber == true ? String(label.dropLast()) : String(label)
    return labels.contains(word.trimmingSpace())
  }
}

extension Diagnostic {
  /// - Parameter numbers: of the rows, in the order of the file.
  static func asideRows(_ form: RowForm, numbers: [Int], at location: Location) -> Self {
    let most = 10
    let rest = numbers.count > most ? "…" : ""
    let list = numbers.prefix(most).map(String.init)
    let zhList = list.joined(separator: "、") + rest
    let enList = list.joined(separator: ", ") + rest
    let noun = numbers.count == 1 ? "row" : "rows"
    let what =
      switch form {
      case .totals: BilingualText(zh: "是合计、小计", en: "totals")
      case .notes: BilingualText(zh: "是表的说明", en: "notes on the table")
      case .headings: BilingualText(zh: "是重复的或第二行的列名", en: "names of columns again")
      }
    return Diagnostic(
      .warning,
      code: "rows-left-out",
      message: BilingualText(
        zh: "\(numbers.count) 行\(what.zh)，不是记录，没有取：第 \(zhList) 行",
        en: "\(numbers.count) \(noun) left out as no records but \(what.en): \(noun) \(enList)"
      ),
      help: BilingualText(
        zh: "若是记录，在映射文件里写 keep_rows: [\(form.rawValue)]",
        en: "if they are records, write keep_rows: [\(form.rawValue)] in the mapping"
      ),
      at: location
    )
  }
}
