/// What a line of a journal is.
package enum JournalType: UInt8, Sendable, Hashable, CaseIterable {
  /// 月报
  case report
  /// 节点
  case milestone
  /// 核查
  case inspect
  /// 提醒, 督办
  case notice
  /// 整改反馈
  case answer
  /// 撤回
  case withdraw

  /// As people write it, in English and in Chinese.
  package var words: [String] {
    switch self {
    case .report: ["report", "月报"]
    case .milestone: ["milestone", "节点"]
    case .inspect: ["inspect", "核查"]
    case .notice: ["notice", "提醒", "督办", "提醒/督办"]
    case .answer: ["answer", "整改反馈"]
    case .withdraw: ["withdraw", "撤回"]
    }
  }
}

/// A line of a journal, as one writes it.
package struct JournalLine: Hashable, Sendable {
  package var line: String
  package var recorded: Day
  /// When it came in, where that is not when it was written down.
  package var received: Day?
  package var period: ReportPeriod?
  package var by: String
  package var item: String
  package var type: JournalType
  package var status = ""
  package var value: Measured?
  package var progress = ""
  package var problem = ""
  package var next = ""
  package var milestone: Milestone?
  /// Of a milestone when it was passed, of an inspection when it was made, of a notice its term.
  package var date: DaySpan?
  /// The line that it takes the place of, or withdraws.
  package var corrects = ""
  /// The notice that it answers.
  package var answers = ""
  package var number = ""
  package var level = ""
  package var reason = ""
  package var source = ""

  package init(
    line: String,
    recorded: Day,
    period: ReportPeriod? = nil,
    by: String,
    item: String,
    type: JournalType
  ) {
    (self.line, self.recorded, self.period) = (line, recorded, period)
    (self.by, self.item, self.type) = (by, item, type)
  }
}

/// The lines of a journal, in the order in which they were recorded; a line takes no more room than its
/// numbers, since its texts are kept once each.
///
/// ```swift
/// var journal = Journal()
/// journal.append(JournalLine(line: "j1", recorded: day, by: "市数据局", item: "数据中心", type: .report))
/// ```
package struct Journal: Sendable {
  /// A line made of numbers.
  struct Entry {
    var line = TextNumber.empty
    var by = TextNumber.empty
    var item = TextNumber.empty
    var status = TextNumber.empty
    var corrects = TextNumber.empty
    var answers = TextNumber.empty
    var unit = TextNumber.empty
    var progress = TextNumber.empty
    var problem = TextNumber.empty
    var next = TextNumber.empty
    var number = TextNumber.empty
    var level = TextNumber.empty
    var reason = TextNumber.empty
    var source = TextNumber.empty
    var recorded = Day.distantPast
    /// When it was recorded, where nothing else is said.
    var received = Day.distantPast
    var period = Entry.noPeriod
    var dates = DaySpan(first: .distantPast, last: .distantPast)
    var value = ExactDecimal(mantissa: 0)
    var place = LinePlace(file: -1, start: 0)
    var type = JournalType.report
    var hasValue = false
    var hasDate = false
    /// The place of the milestone among all; -1 for none.
    var milestone: Int8 = -1

    static let noPeriod = ReportPeriod(number: .min)
  }

  package internal(set) var texts = TextPool()
  var entries: [Entry] = []

  package init() {}

  package init(_ lines: some Sequence<JournalLine>) {
    for line in lines { append(line) }
  }

  package var count: Int { entries.count }

  package mutating func append(_ line: JournalLine) {
    var entry = Entry()
    entry.line = texts.intern(line.line)
    entry.by = texts.intern(line.by)
    entry.item = texts.intern(line.item)
    entry.status = texts.intern(line.status)
    entry.corrects = texts.intern(line.corrects)
    entry.answers = texts.intern(line.answers)
    entry.progress = texts.intern(line.progress)
    entry.problem = texts.intern(line.problem)
    entry.next = texts.intern(line.next)
    entry.number = texts.intern(line.number)
    entry.level = texts.intern(line.level)
    entry.reason = texts.intern(line.reason)
    entry.source = texts.intern(line.source)
    entry.recorded = line.recorded
    entry.received = line.received ?? line.recorded
    entry.period = line.period ?? Entry.noPeriod
    entry.type = line.type
    if let value = line.value {
      (entry.value, entry.hasValue) = (value.number, true)
      entry.unit = texts.intern(value.unit ?? "")
    }
    if let date = line.date { (entry.dates, entry.hasDate) = (date, true) }
    if let milestone = line.milestone { entry.milestone = Int8(milestone.position) }
    entries.append(entry)
  }

  /// The line at a position from 0.
  package subscript(position: Int) -> JournalLine {
    let entry = entries[position]
    var line = JournalLine(
      line: texts[entry.line],
      recorded: entry.recorded,
      period: entry.period == Entry.noPeriod ? nil : entry.period,
      by: texts[entry.by],
      item: texts[entry.item],
      type: entry.type
    )
    line.received = entry.received == entry.recorded ? nil : entry.received
    line.status = texts[entry.status]
    line.value = value(of: entry)
    (line.progress, line.problem) = (texts[entry.progress], texts[entry.problem])
    line.next = texts[entry.next]
    line.milestone = entry.milestone < 0 ? nil : Milestone.allCases[Int(entry.milestone)]
    line.date = entry.hasDate ? entry.dates : nil
    (line.corrects, line.answers) = (texts[entry.corrects], texts[entry.answers])
    (line.number, line.level) = (texts[entry.number], texts[entry.level])
    (line.reason, line.source) = (texts[entry.reason], texts[entry.source])
    return line
  }

  /// The last day on which a line was recorded.
  package var lastRecorded: Day? { entries.map(\.recorded).max() }

  /// The lines recorded until a day: what was known then.
  package func known(on day: Day) -> Journal {
    var journal = self
    journal.entries.removeAll { $0.recorded > day }
    return journal
  }

  func value(of entry: Entry) -> Measured? {
    guard entry.hasValue else { return nil }
    return Measured(entry.value, unit: entry.unit.isEmpty ? nil : texts[entry.unit])
  }
}

extension Milestone {
  /// Its place in the order of all.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
