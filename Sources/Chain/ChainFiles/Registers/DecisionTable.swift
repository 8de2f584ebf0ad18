import Bilingual
import CSV
import ChainModel
import Diagnostics

/// Decisions on firms as a table, a decision a line: what a file of many thousands is, and a spreadsheet opens.
enum DecisionTable {
  /// Beyond how many decisions an attachment keeps them in a table of its own.
  static let fewest = 2_000
  /// The most bytes of a table.
  static let mostBytes = 512 << 20

  /// The columns, in the order in which they are written.
  private enum Column: Int, CaseIterable {
    case firm, creditCode, segment, verdict, by, date
    case field, words, term, tier, share, row, text, prefilled, ended, pending

    var label: String {
      switch self {
      case .firm: "企业"
      case .creditCode: "统一社会信用代码"
      case .segment: "环节"
      case .verdict: "判断"
      case .by: "判断人"
      case .date: "日期"
      case .field: "依据列"
      case .words: "词语"
      case .term: "检索词"
      case .tier: "档次"
      case .share: "比重"
      case .row: "名录行"
      case .text: "文本指纹"
      case .prefilled: "预填"
      case .ended: "已终止"
      case .pending: "待看"
      }
    }

    var isRequired: Bool {
      switch self {
      case .firm, .segment, .verdict, .by, .date: true
      default: false
      }
    }

    static let all = allCases.map {
      CSVTable.Column("\($0)", $0.label, isRequired: $0.isRequired)
    }
  }

  /// Whether a file of that name beside an attachment can be a table of decisions.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.hasPrefix(".") && !name.contains("/") && name.hasSuffix(".csv")
  }

  // MARK: Writing

  /// The table that says what the decisions say.
  static func text(_ decisions: [FirmDecision]) -> String {
    var text = CSVText.row(Column.allCases.map { "\($0)" })
    for decision in decisions {
      let cells = Column.allCases.map { cell($0, of: decision) }
      text += CSVText.row(cells)
    }
    return text
  }

  private static func cell(_ column: Column, of decision: FirmDecision) -> String {
    let evidence = decision.evidence
    return switch column {
    case .firm: decision.firm
    case .creditCode: decision.creditCode
    case .segment: decision.segment
    case .verdict: decision.verdict.rawValue
    case .by: decision.by
    case .date: decision.date.description
    case .field: evidence.field
    case .words: evidence.words.map(escaped).joined(separator: ";")
    case .term: evidence.term
    case .tier: evidence.tier.map { "\($0)" } ?? ""
    case .share: evidence.share.map { "\($0)" } ?? ""
    case .row: "\(evidence.row)"
    case .text: evidence.text
    case .prefilled: evidence.isPrefilled ? "true" : ""
    case .ended: evidence.ended
    case .pending: decision.pending
    }
  }

  /// A word of a list whose items stand between semicolons.
  private static func escaped(_ word: String) -> String {
    word.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
  }

  private static func words(_ cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    var words = [""]
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped: isEscaped = true
      case ";" where !isEscaped: words.append("")
      default:
        words[words.count - 1].unicodeScalars.append(scalar)
        isEscaped = false
      }
    }
    return words
  }

  // MARK: Reading

  /// The decisions of a table, each given with its row; the text, where something was said of it.
  static func read(
    _ bytes: [UInt8],
    path: String,
    log: inout FaultLog,
    _ take: (FirmDecision, CSVTableRow, inout FaultLog) -> Void
  ) -> SourceText? {
    let table = CSVTable(bytes, path: path, columns: Column.all)
    return table.read(log: &log) { row, log in
      guard let decision = decision(row, &log) else { return }
      take(decision, row, &log)
    }
  }

  private static func decision(_ row: CSVTableRow, _ log: inout FaultLog) -> FirmDecision? {
    func text(_ column: Column) -> String { row[column.rawValue] }
    for column in Column.allCases where column.isRequired {
      guard row.required(column.rawValue, log: &log) != nil else { return nil }
    }
    let verdict: FirmDecision.Verdict? = row.word(
      Column.verdict.rawValue,
      meaning: BilingualText(zh: "判断", en: "a verdict"),
      log: &log
    )
    let date = row.date(Column.date.rawValue, log: &log)
    let code = text(.creditCode)
    if !code.isEmpty {
      do throws(CreditCode.Fault) { _ = try CreditCode(parsing: code) } catch {
        log.report(.badCode(.credit(error), at: row.location(Column.creditCode.rawValue)))
        return nil
      }
    }
    let tier = row.count(Column.tier.rawValue, log: &log)
    let number = row.count(Column.row.rawValue, log: &log)
    let share = row.value(
      Column.share.rawValue,
      log: &log,
      orElse: { .badShare($0, at: $1) },
      { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    )
    let isPrefilled = row.value(
      Column.prefilled.rawValue,
      log: &log,
      orElse: { .badFlag($0, at: $1) },
      { ["true": true, "false": false][$0] }
    )
    guard let verdict, let date else { return nil }
    return FirmDecision(
      creditCode: (try? CreditCode(parsing: code).description) ?? "",
      firm: text(.firm),
      segment: text(.segment),
      verdict: verdict,
      by: text(.by),
      date: date,
      evidence: FirmDecision.Evidence(
        field: text(.field),
        words: words(text(.words)),
        term: text(.term),
        tier: tier,
        share: share,
        row: number ?? 0,
        text: text(.text),
        isPrefilled: isPrefilled ?? false,
        ended: text(.ended)
      ),
      pending: text(.pending)
    )
  }
}
