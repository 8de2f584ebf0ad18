import Bilingual
package import ChainFiles
package import ChainModel
package import Diagnostics

/// Reads the files of a journal, strictly: every fault at its line and column.
///
/// ```swift
/// var reader = JournalReader(units: ontology)
/// for file in files { reader.read(file.bytes, path: file.path, log: &log) }
/// let journal = reader.journal
/// ```
package struct JournalReader {
  fileprivate enum Column: Int, CaseIterable {
    case line, recorded, received, period, by, item, type, status, value, progress, problem, next
    case milestone, date, corrects, answers, number, level, reason, source

    var label: String {
      switch self {
      case .line: "行号"
      case .recorded: "记录日"
      case .received: "收到日"
      case .period: "报告期"
      case .by: "报送单位"
      case .item: "事项"
      case .type: "类型"
      case .status: "状态"
      case .value: "完成值"
      case .progress: "形象进度"
      case .problem: "存在问题"
      case .next: "下步措施"
      case .milestone: "节点"
      case .date: "日期"
      case .corrects: "更正"
      case .answers: "答复"
      case .number: "文号"
      case .level: "级别"
      case .reason: "原因"
      case .source: "来源"
      }
    }

    var isRequired: Bool {
      switch self {
      case .line, .recorded, .by, .item, .type: true
      default: false
      }
    }
  }

  /// The columns of a file, in the order in which one is written.
  package static let columns = Column.allCases.map {
    CSVTable.Column("\($0)", $0.label, isRequired: $0.isRequired)
  }

  /// What has been read.
  package private(set) var journal = Journal()
  private var cells: LoopCells
  /// By the number of the text: the words of types and milestones are the first texts of all.
  private var types: [JournalType?] = [nil]
  private var milestones: [Int8] = [-1]
  /// By column the last text of it that is likely to come again in the next line.
  private var last = Array(repeating: TextNumber.empty, count: Column.allCases.count)
  private var files = 0

  package init(units ontology: Ontology) {
    cells = LoopCells(ontology: ontology)
    for type in JournalType.allCases {
      for word in type.words where journal.texts.find(word) == nil {
        _ = journal.texts.intern(word)
        types.append(type)
      }
    }
    milestones = Array(repeating: -1, count: journal.texts.count)
    for (place, milestone) in Milestone.allCases.enumerated() {
      _ = journal.texts.intern(milestone.rawValue)
      milestones.append(Int8(place))
    }
  }

  /// Makes room for files of so many bytes.
  package mutating func reserve(bytes: Int) {
    // Lines are hardly shorter than a hundred bytes, and half of each is numbers and repeated names.
    journal.entries.reserveCapacity(bytes / 128)
    journal.texts.reserve(texts: bytes / 128, bytes: bytes / 2)
  }

  /// Reads a file behind those read before it; the text, where something was said of it.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package mutating func read(
    _ bytes: [UInt8],
    path: String,
    log: inout FaultLog
  ) -> SourceText? {
    let table = CSVTable(bytes, path: path, columns: Self.columns)
    let file = files
    files += 1
    return table.read(log: &log) { row, log in
      var entry = Journal.Entry()
      if take(row, &entry, &log) {
        entry.place = LinePlace(file: file, start: row.start)
        journal.entries.append(entry)
      }
    }
  }

  /// Reads a row; whether it can be used.
  private mutating func take(
    _ row: CSVTableRow,
    _ entry: inout Journal.Entry,
    _ log: inout FaultLog
  ) -> Bool {
    let before = log.diagnostics.count
    let line = journal.texts.announce(cell(.line, row))
    let item = journal.texts.announce(cell(.item, row))
    entry.by = repeatedText(.by, row)
    entry.status = repeatedText(.status, row)
    entry.corrects = text(.corrects, row)
    entry.answers = text(.answers, row)
    entry.number = text(.number, row)
    entry.level = repeatedText(.level, row)
    entry.progress = prose(.progress, row)
    entry.problem = prose(.problem, row)
    entry.next = prose(.next, row)
    entry.reason = prose(.reason, row)
    entry.source = prose(.source, row)
    if line.text.isEmpty { log.report(.missingField("line", at: row.location(.line))) }
    if entry.by.isEmpty { log.report(.missingField("by", at: row.location(.by))) }
    if item.text.isEmpty { log.report(.missingField("item", at: row.location(.item))) }
    takeType(row, &entry, &log)
    takeDays(row, &entry, &log)
    takeValue(row, &entry, &log)
    entry.line = journal.texts.intern(line)
    entry.item = journal.texts.intern(item)
    return log.diagnostics.count == before
  }

  private func cell(_ column: Column, _ row: CSVTableRow) -> UnsafeBufferPointer<UInt8> {
    LoopCells.trimmed(row.bytes(of: column.rawValue))
  }

  private mutating func text(_ column: Column, _ row: CSVTableRow) -> TextNumber {
    journal.texts.intern(cell(column, row))
  }

  /// The text of a column in which lines that stand together mostly say the same.
  private mutating func repeatedText(_ column: Column, _ row: CSVTableRow) -> TextNumber {
    let bytes = cell(column, row)
    if bytes.isEmpty { return .empty }
    let number = journal.texts.intern(bytes, likely: last[column.rawValue])
    last[column.rawValue] = number
    return number
  }

  private mutating func prose(_ column: Column, _ row: CSVTableRow) -> TextNumber {
    journal.texts.keep(cell(column, row))
  }

  private mutating func takeType(
    _ row: CSVTableRow,
    _ entry: inout Journal.Entry,
    _ log: inout FaultLog
  ) {
    let place = { row.location(.type) }
    let word = repeatedText(.type, row)
    if Int(word.offset) < types.count, let type = types[Int(word.offset)] {
      entry.type = type
    } else if word.isEmpty {
      log.report(.missingField("type", at: place()))
    } else {
      let meaning = BilingualText(zh: "类型", en: "type")
      let words = JournalType.allCases.flatMap(\.words)
      let told = journal.texts[word]
      log.report(.unknownWord(told, meaning: meaning, words: words, at: place()))
    }
    let milestone = repeatedText(.milestone, row)
    if Int(milestone.offset) < milestones.count, milestones[Int(milestone.offset)] >= 0 {
      entry.milestone = milestones[Int(milestone.offset)]
    } else if !milestone.isEmpty {
      let meaning = BilingualText(zh: "节点", en: "milestone")
      let words = Milestone.allCases.map(\.rawValue)
      let told = journal.texts[milestone]
      let place = row.location(.milestone)
      log.report(.unknownWord(told, meaning: meaning, words: words, at: place))
    }
    switch entry.type {
    case .milestone where milestone.isEmpty:
      log.report(.missingField("milestone", at: row.location(.milestone)))
    case .withdraw where entry.corrects.isEmpty:
      log.report(.missingField("corrects", at: row.location(.corrects)))
    case .answer where entry.answers.isEmpty:
      log.report(.missingField("answers", at: row.location(.answers)))
    default: break
    }
  }

  private mutating func takeDays(
    _ row: CSVTableRow,
    _ entry: inout Journal.Entry,
    _ log: inout FaultLog
  ) {
    if let day = cells.day(row, Column.recorded.rawValue, log: &log) {
      entry.recorded = day
    } else if row.bytes(of: Column.recorded.rawValue).isEmpty {
      log.report(.missingField("recorded", at: row.location(.recorded)))
    }
    entry.received =
      cells.day(row, Column.received.rawValue, log: &log) ?? entry.recorded
    if entry.received > entry.recorded {
      log.report(.receivedLater(at: row.location(.received)))
    }
    if let period = cells.period(row, Column.period.rawValue, log: &log) {
      entry.period = period
    } else if entry.type == .report, row.bytes(of: Column.period.rawValue).isEmpty {
      log.report(.missingField("period", at: row.location(.period)))
    }
    if let dates = cells.dates(row, Column.date.rawValue, log: &log) {
      (entry.dates, entry.hasDate) = (dates, true)
    } else if entry.milestone >= 0, row.bytes(of: Column.date.rawValue).isEmpty {
      log.report(.missingField("date", at: row.location(.date)))
    }
  }

  private mutating func takeValue(
    _ row: CSVTableRow,
    _ entry: inout Journal.Entry,
    _ log: inout FaultLog
  ) {
    guard let value = cells.value(row, Column.value.rawValue, &journal.texts, log: &log) else {
      return
    }
    (entry.value, entry.unit, entry.hasValue) = (value.number, value.unit, true)
  }
}

extension CSVTableRow {
  fileprivate func location(_ column: JournalReader.Column) -> Diagnostic.Location {
    location(column.rawValue)
  }
}

extension LoopFault.Column {
  /// Its place among the columns of a journal.
  var journalColumn: Int {
    JournalReader.columns.firstIndex { $0.name == rawValue } ?? 0
  }
}
