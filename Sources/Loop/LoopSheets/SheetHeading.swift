import Bilingual
import ChainModel
import Spreadsheet
import ProgressLoop

/// What stands over the table of a sheet, in cells that everybody sees.
enum SheetHeading: CaseIterable, Hashable {
  case party, period, made

  /// The labels in Chinese and in English.
  var label: BilingualText {
    switch self {
    case .party: BilingualText(zh: "报送单位", en: "reporter")
    case .period: BilingualText(zh: "报告期", en: "period")
    case .made: BilingualText(zh: "制表日", en: "made on")
    }
  }

  /// A line of it.
  func line(_ value: String, _ language: Language) -> String {
    label[language] + (language == .zh ? "：" : ": ") + value
  }

  /// What a text says of it, as `报告期：2024-06`; nothing behind the label where the value stands in a cell
  /// of its own.
  static func read(_ text: String) -> (heading: SheetHeading, value: String)? {
    for heading in allCases {
      for label in [heading.label.zh, heading.label.en] where text.hasPrefix(label) {
        let rest = text.dropFirst(label.count)
        guard rest.isEmpty || rest.first == "：" || rest.first == ":" else { continue }
        return (heading, String(rest.dropFirst()).trimmingSpace())
      }
    }
    return nil
  }
}

extension ReportPeriod {
  /// The month that people write: 2024-06, 2024年6月, 2024/6; of a day that a spreadsheet made of it, the first.
  init?(written text: String) {
    guard let date = CalendarDate(written: text), date.month != nil, date.day ?? 1 == 1 else {
      return nil
    }
    self.init(date)
  }
}
