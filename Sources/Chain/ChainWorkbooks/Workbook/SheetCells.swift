import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

/// The cells of one sheet as nodes of YAML, each where it stands.
struct SheetCells {
  let grid: Grid
  /// The position of the sheet in its workbook.
  let sheet: Int
  let text: GridText
  /// That of the data set.
  let language: Language

  func table(_ headings: HeadedTable.Headings, log: inout FaultLog) -> HeadedTable? {
    HeadedTable(grid, sheet: sheet, text: text, headings, log: &log)
  }

  func range(_ row: Int, _ column: Int) -> SourceRange {
    text.range(sheet: sheet, row: row, column: column)
  }

  /// Those of the columns that hold something in a row; merged cells count once.
  func full(_ columns: [Int], row: Int, log: inout FaultLog) -> [Int] {
    columns.filter { column in
      let cell = grid.cell(row, column)
      switch cell {
      case .error(let text):
        log.report(.cellError(text, at: log.location(of: range(row, column))))
        return false
      case .uncomputed:
        log.report(.uncomputedCell(at: log.location(of: range(row, column))))
        return false
      case .empty, .text, .number, .date, .flag: break
      }
      if columns.count > 1, let merge = grid.merge(row, column),
        merge.columns.lowerBound < column
      {
        return false
      }
      return !cell.isEmpty
    }
  }

  func scalar(_ row: Int, _ column: Int) -> EntryNode {
    scalar(grid.cell(row, column).text.trimmingSpace(), row, column)
  }

  private func scalar(_ text: String, _ row: Int, _ column: Int) -> EntryNode {
    EntryNode(.scalar(text), range: range(row, column))
  }

  /// The value of an attribute, in the form in which data files write it.
  func value(
    _ row: Int,
    _ column: Int,
    as type: AttributeDefinition.ValueType,
    log: inout FaultLog
  ) -> EntryNode? {
    let text = grid.cell(row, column).text.trimmingSpace()
    switch type {
    case .flag:
      guard let flag = Self.flags[NameKey(text).text] else {
        log.report(.badYesOrNo(text, at: log.location(of: range(row, column))))
        return nil
      }
      return scalar(flag, row, column)
    case .quantity: return scalar(Self.spaced(text), row, column)
    case .date:
      // What has a time beside its day is meant as the day; a day that people write is one too.
      guard case .date = grid.cell(row, column) else {
        return scalar(CalendarDate(written: text)?.description ?? text, row, column)
      }
      return scalar(String(text.prefix { $0 != " " }), row, column)
    case .text, .integer, .option: return scalar(text, row, column)
    }
  }

  private static let flags = [
    "是": "true", "yes": "true", "true": "true", "否": "false", "no": "false", "false": "false",
  ]

  /// A quantity with the space that people leave out: `20万千瓦`.
  private static func spaced(_ text: String) -> String {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard !number.isEmpty, let next = text[number.endIndex...].first, !next.isWhitespace else {
      return text
    }
    return number + " " + text[number.endIndex...]
  }

  // MARK: Lists

  /// The texts of a list.
  func texts(_ row: Int, _ column: Int, log: inout FaultLog) -> [EntryNode] {
    items(row, column, hasNotes: false, &log)
      .map { EntryNode(.scalar($0.text.text), range: $0.text.range) }
  }

  /// The items of a relation's list.
  func relations(_ row: Int, _ column: Int, log: inout FaultLog) -> [EntryNode] {
    items(row, column, hasNotes: true, &log).map { relation($0, &log) }
  }

  private func items(
    _ row: Int,
    _ column: Int,
    hasNotes: Bool,
    _ log: inout FaultLog
  ) -> [ListCell.Item] {
    ListCell.items(
      of: grid.cell(row, column).text,
      firstLine: text.line(sheet: sheet, row: row, column: column),
      hasNotes: hasNotes,
      log: &log
    ) ?? []
  }

  private func relation(_ item: ListCell.Item, _ log: inout FaultLog) -> EntryNode {
    let name = EntryNode(.scalar(item.text.text), range: item.text.range)
    guard item.text.isQuoted || !item.notes.isEmpty else { return name }
    var pairs = [Self.pair("to", name)]
    var isOpen = false
    for note in item.notes.flatMap(\.parted) {
      if let only = note.texts.first, note.texts.count == 1, !only.isQuoted,
        RelationItem.openEnds.contains(only.text)
      {
        if !isOpen {
          pairs.append(Self.pair("open", EntryNode(.scalar("true"), range: note.range)))
        }
        isOpen = true
        continue
      }
      if let only = note.texts.first, note.texts.count == 1, !only.isQuoted,
        let days = days(only.text, note, &log)
      {
        if pairs.contains(where: { $0.key.scalar == "from" || $0.key.scalar == "until" }) {
          log.report(.duplicateKey(only.text, at: log.location(of: note.range)))
        } else {
          pairs += days
        }
        continue
      }
      let origin = Self.origin(note)
      if pairs.contains(where: { $0.key.scalar == origin.key.scalar }) {
        let text = note.texts.map(\.text).joined(separator: "：")
        log.report(.duplicateKey(text, at: log.location(of: note.range)))
      } else {
        pairs.append(origin)
      }
    }
    return EntryNode(.mapping(pairs), range: item.text.range)
  }

  /// What a note says of days, 2024-04-01起, 2024-03-31止 or 2023-08-18至2024-03-31; `nil` where it says
  /// something else.
  private func days(
    _ text: String,
    _ note: ListCell.Note,
    _ log: inout FaultLog
  ) -> [EntryNode.Pair]? {
    do throws(Origin.Period.Fault) {
      guard let period = try Origin.Period(parsing: text) else { return nil }
      return [("from", period.from), ("until", period.until)].compactMap { field, day in
        day.map { Self.pair(field, EntryNode(.scalar($0.description), range: note.range)) }
      }
    } catch {
      switch error {
      case .badDay(let day): log.report(.badDate(day, at: log.location(of: note.range)))
      case .isEmpty: log.report(.emptyPeriod(text, at: log.location(of: note.range)))
      }
      return []
    }
  }

  // MARK: Origins

  /// What the cell of the source says: a place, or that the row is general knowledge.
  func source(_ row: Int, _ column: Int, key: EntryNode, log: inout FaultLog) -> [EntryNode.Pair] {
    let cell = grid.cell(row, column).text
    let line = text.line(sheet: sheet, row: row, column: column)
    return ListCell.note(of: cell, firstLine: line, log: &log).map { [Self.origin($0)] } ?? []
  }

  private static func origin(_ note: ListCell.Note) -> EntryNode.Pair {
    let texts = note.texts.map { EntryNode(.scalar($0.text), range: $0.range) }
    guard texts.count == 1 else {
      let fields = zip(["document", "place"], texts).map { pair($0, $1) }
      return pair("source", EntryNode(.mapping(fields), range: note.range))
    }
    let isWord = !note.texts[0].isQuoted && OriginReader.basis(note.texts[0].text) != nil
    return pair(isWord ? "basis" : "source", texts[0])
  }

  private static func pair(_ field: String, _ value: EntryNode) -> EntryNode.Pair {
    EntryNode.Pair(key: EntryNode(.scalar(field), range: value.range), value: value)
  }
}

extension SheetCells {
  /// What the first sheet says that the workbook was made from; `nil` when it does not.
  func fingerprint() -> Fingerprint? {
    var quiet = FaultLog(path: "")
    let name = BilingualText(zh: "数据集", en: "data set")
    let headings = WholeSheets.headings(WholeSheets.manifestColumns, of: name, language)
    guard let table = table(headings, log: &quiet), let label = table.columns[0]?.first,
      let content = table.columns[1]?.first
    else { return nil }
    let row = table.rows(of: grid).first { row in
      WholeSheets.isFingerprint(grid.cell(row, label).text.trimmingSpace())
    }
    let text = row.map { grid.cell($0, content).text.trimmingSpace() } ?? ""
    return text.isEmpty ? nil : Fingerprint(text: text)
  }
}
