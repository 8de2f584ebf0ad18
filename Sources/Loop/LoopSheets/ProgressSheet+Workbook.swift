package import Bilingual
package import ChainViews
import Diagnostics
import ProgressLoop
import Spreadsheet

extension ProgressSheet {
  /// The sheet as the bytes of a workbook: its heading, what is told in grey, what is asked about in yellow.
  ///
  /// - Complexity: O(*n*) over the items, and over the lines of the journal for the words in use.
  package func file(language: Language) throws(WorkbookFailure) -> [UInt8] {
    do throws(SpreadsheetError) { return try workbook(language).bytes() } catch {
      throw WorkbookFailure(error)
    }
  }

  private func workbook(_ language: Language) -> Workbook {
    let cells = SheetCells(self, language)
    let statuses = loop.statuses()
    let rows = items.map { item in SheetColumn.all.map { cells.cell($0, item) } }
    let texts = items.map { item in SheetColumn.all.map { cells.text($0, item) } }
    let columns = SheetColumn.all.enumerated().map { place, column in
      SheetLayout.column(column, texts.map { $0[place] }, statuses: statuses, language)
    }
    var sheet = Workbook.Sheet(
      name: BilingualText(zh: "月报 \(period)", en: "report \(period)")[language],
      title: nil,
      columns: columns,
      rows: rows,
      lines: texts.map { SheetLayout.lines(of: $0, columns) },
      frozenColumns: 2
    )
    sheet.lead = lead(language)
    return Workbook(sheets: [sheet], created: SheetLayout.day(made))
  }

  private func lead(_ language: Language) -> [String] {
    let due = loop.loop.world.rules.dueDay(of: period)
    let told = BilingualText(
      zh: "黄色请填，灰色只供对照，改了也不读；空着就是没有说，不是零。请在 \(due) 以前报回。",
      en:
        "Yellow is asked, grey is told and not read back; an empty cell says nothing, and is not zero. "
        + "Please return it by \(due)."
    )
    return [
      SheetHeading.party.line(party.map { loop.loop.parties[$0].name } ?? "", language),
      SheetHeading.period.line("\(period)", language),
      SheetHeading.made.line("\(made)", language),
      told[language],
    ]
  }
}

/// How sheets look, those that go out and those that are sent back.
enum SheetLayout {
  /// The arrow of the filter stands beside the heading.
  private static let arrow = 3

  static func column(
    _ column: SheetColumn,
    _ texts: [String],
    statuses: [String],
    _ language: Language
  ) -> Workbook.Column {
    let heading = column.heading[language]
    let widest = texts.map(\.widestLine).max() ?? 0
    let wanted = max(widest, column.leastWidth, min(heading.cellWidth, 16) + arrow)
    var result = Workbook.Column(
      heading,
      width: min(wanted, max(column.mostWidth, min(heading.cellWidth, 16) + arrow)),
      kind: isText(column) ? .verbatim : .text,
      choices: column == .status ? statuses : [],
      note: column.note?[language]
    )
    result.shade = column.isAsked ? .asked : .told
    result.isOpen = true
    return result
  }

  /// Whether what is typed stays what it is: no day is made of it.
  private static func isText(_ column: SheetColumn) -> Bool {
    switch column {
    case .plan, .last, .current: false
    default: true
    }
  }

  /// The lines that a row needs.
  static func lines(of texts: [String], _ columns: [Workbook.Column]) -> Int {
    zip(texts, columns).map { text, column in
      text.lineCount(width: column.width)
    }.max() ?? 1
  }

  static func day(_ day: Day) -> Workbook.Day {
    let date = day.date
    return Workbook.Day(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }
}
