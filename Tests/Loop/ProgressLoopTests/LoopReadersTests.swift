import ChainFiles
import ChainModel
import Diagnostics
import Foundation
import ProgressLoop
import TestSupport
import Testing

/// Plans, journals and rules are read strictly, each fault at its place.
@Suite struct LoopReadersTests {
  private static let head =
    "line,recorded,received,period,by,item,type,status,value,milestone,date,corrects,answers\n"

  private func expect(
    _ faults: [ExpectedFault],
    in marked: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ read: ([UInt8], inout FaultLog) -> Void
  ) {
    let text = MarkedText(marked)
    var log = FaultLog(path: "x")
    read(Array(text.text.utf8), &log)
    let places = text.ranges.map { Diagnostic.Location(path: "x", range: $0) }
    expectFaults(faults, at: places, among: log.diagnostics, sourceLocation: sourceLocation)
  }

  private func journal(_ bytes: [UInt8], _ log: inout FaultLog) {
    var reader = JournalReader(units: .builtIn)
    _ = reader.read(bytes, path: "x", log: &log)
  }

  private func plan(_ bytes: [UInt8], _ log: inout FaultLog) {
    var reader = PlanReader(units: .builtIn)
    _ = reader.read(bytes, path: "x", log: &log)
  }

  private func rules(_ bytes: [UInt8], _ log: inout FaultLog) {
    _ = ReportingRulesReader.read(bytes, path: "x", log: &log)
  }

  @Test func `a journal is read under headings of both languages`() throws {
    let english = """
      line,recorded,received,period,by,item,type,status,value,progress,milestone,date,answers
      j1,2024-06-04,2024-06-03,2024-05,市数据局,数据中心,report,在建,0.35 亿元,"封顶, 一期",开工,2024-05,
      j2,2024-06-05,,2024-05,市商务局,招商,月报,,82 户,,,,
      j3,2024-06-06,,,督查室,数据中心,督办,,,,,2024-06-20,
      j4,2024-06-07,,,市数据局,数据中心,整改反馈,,,,,,j3

      """
    let chinese = english.replacing(
      "line,recorded,received,period,by,item,type,status,value,progress,milestone,date,answers",
      with: "行号,记录日,收到日,报告期,报送单位,事项,类型,状态,完成值,形象进度,节点,日期,答复"
    )
    for text in [english, chinese, "\u{FEFF}" + english] {
      var reader = JournalReader(units: .builtIn)
      var log = FaultLog(path: "x")
      #expect(reader.read(Array(text.utf8), path: "x", log: &log) == nil)
      #expect(log.diagnostics.isEmpty)
      try #require(reader.journal.count == 4)
      let first = reader.journal[0]
      #expect(first.value == Measured(ExactDecimal(mantissa: 3_500)))
      #expect(first.received == Day(firstOf: .of("2024-06-03")))
      #expect(first.progress == "封顶, 一期" && first.milestone == .start)
      #expect(first.date == DaySpan(.of("2024-05")) && first.type == .report)
      #expect(reader.journal[1].value == Measured(ExactDecimal(mantissa: 82), unit: "户"))
      #expect(reader.journal[1].received == nil && reader.journal[1].status.isEmpty)
      #expect(reader.journal[2].type == .notice && reader.journal[2].period == nil)
      #expect(reader.journal[3].type == .answer && reader.journal[3].answers == "j3")
    }
  }

  @Test func `the page of the files has every column, every type and every rule`() throws {
    let page = try String(
      contentsOf: Repository.url.appending(
        path: "Sources/Loop/ProgressLoop/ProgressLoop.docc/PlanAndJournal.md"
      ),
      encoding: .utf8
    )
    for column in PlanReader.columns + JournalReader.columns {
      #expect(page.contains("`\(column.name)`") && page.contains(column.label), "\(column.name)")
    }
    for field in ReportingRulesReader.fields { #expect(page.contains("`\(field)`"), "\(field)") }
    for type in JournalType.allCases {
      let words = type.words.filter { !$0.contains("/") }
      for word in words { #expect(page.contains(word), "\(word)") }
    }
    for milestone in Milestone.allCases { #expect(page.contains(milestone.rawValue)) }
  }

  @Test(arguments: Fuzzing.seeds(40))
  func `lines that are written are read as they were`(seed: UInt64) {
    let journal = RandomWorld(seed: seed).world.journal
    var lines = (0..<journal.count).map { journal[$0] }
    for place in lines.indices {
      lines[place].progress = "封顶，\"一期\", 见附件"
      guard place % 3 == 0 else { continue }
      lines[place].value = Measured(ExactDecimal(mantissa: 7), unit: "户")
    }
    var reader = JournalReader(units: .builtIn)
    var log = FaultLog(path: "x")
    let text = JournalText.head + JournalText.text(lines)
    _ = reader.read(Array(text.utf8), path: "x", log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
    #expect((0..<reader.journal.count).map { reader.journal[$0] } == lines)
  }

  @Test func `money of every unit is counted in ten thousands, exactly`() throws {
    let amounts = ["1": "1", "2.50 万元": "2.5", "0.1 亿元": "1000", "123 元": "0.0123", "-3": "-3"]
    for (written, meant) in amounts {
      var reader = JournalReader(units: .builtIn)
      var log = FaultLog(path: "x")
      let text = Self.head + "j1,2024-06-04,,2024-05,局,事,report,,\(written),,,,\n"
      _ = reader.read(Array(text.utf8), path: "x", log: &log)
      try #require(reader.journal.count == 1, "\(written): \(log.diagnostics)")
      #expect(reader.journal[0].value?.description == meant)
    }
  }

  @Test func `every fault of a journal is told at its line and column`() {
    let good = ",2024-05,局,事,report,,,,,,\n"
    expect(["missing-field"], in: Self.head + "⟦\"\"⟧,2024-06-04,\(good)", journal)
    expect(["bad-loop-date"], in: Self.head + "j1,⟦2024-02-30⟧,\(good)", journal)
    expect(["not-a-day"], in: Self.head + "j1,⟦2024-02⟧,\(good)", journal)
    expect(["received-later"], in: Self.head + "j1,2024-06-04,⟦2024-06-05⟧\(good)", journal)
    expect(["not-a-month"], in: Self.head + "j1,2024-06-04,,⟦2024⟧,局,事,report,,,,,,\n", journal)
    expect(
      [ExpectedFault("unknown-word", didYouMean: "report")],
      in: Self.head + "j1,2024-06-04,,2024-05,局,事,⟦reprot⟧,,,,,,\n",
      journal
    )
    expect(
      ["bad-amount"],
      in: Self.head + "j1,2024-06-04,,2024-05,局,事,report,,⟦1e5⟧,,,,\n",
      journal
    )
    expect(
      ["unknown-unit"],
      in: Self.head + "j1,2024-06-04,,2024-05,局,事,report,,⟦12 万美元⟧,,,,\n",
      journal
    )
    expect(
      ["unknown-word"],
      in: Self.head + "j1,2024-06-04,,2024-05,局,事,milestone,,,⟦开幕⟧,2024-05-01,,\n",
      journal
    )
    expect(["ragged-row"], in: Self.head + "⟦j1,2024-06-04⟧\n", journal)
    expect(
      ["unknown-header"],
      in: "line,recorded,by,item,type,⟦invested⟧\n",
      journal
    )
  }

  @Test func `every fault of a plan is told at its line and column`() {
    let head = "line,recorded,item,what,period,value\n"
    expect(["unknown-aim"], in: head + "p1,2024-01-15,事,⟦开幕⟧,,2024-05\n", plan)
    expect(["idle-period"], in: head + "p1,2024-01-15,事,开工,⟦2024⟧,2024-05\n", plan)
    expect(["not-a-month"], in: head + "p1,2024-01-15,事,投资,⟦2024-05-01⟧,100\n", plan)
    expect(["bad-amount"], in: head + "p1,2024-01-15,事,投资,2024,⟦82 户⟧\n", plan)
    expect(["bad-amount"], in: head + "p1,2024-01-15,事,投资,2024,⟦-1⟧\n", plan)
    expect(["bad-loop-date"], in: head + "p1,2024-01-15,事,开工,,⟦五月⟧\n", plan)
    expect([], in: "行号,记录日,事项,内容,时期,数值,来源\np1,2024-01-15,事,投资,2024-03,1 亿元,会议\n", plan)
  }

  @Test func `every fault of the rules is told at its place`() {
    expect(["unknown-field"], in: "start: 2024-01\n⟦due_day⟧: 5\n", rules)
    expect(["not-a-month"], in: "start: ⟦2024⟧\n", rules)
    expect(["bad-rule-number"], in: "due-day: ⟦32⟧\n", rules)
    expect(["bad-due-day"], in: "due: {2024-09: ⟦2024-09-30⟧}\n", rules)
    expect(["unknown-word"], in: "several-leads: ⟦all⟧\n", rules)
    expect(["bad-interval"], in: "behind: {green: ⟦ten⟧}\n", rules)
    let hole = #"behind: {green: "<= 0", yellow: ⟦10..30⟧, red: "> 30"}"#
    expect(["broken-scale"], in: hole + "\n", rules)
    let overlap = #"behind: {green: "< 10", yellow: 10..30, red: ⟦">= 30"⟧}"#
    expect(["broken-scale"], in: overlap + "\n", rules)
    expect(["wrong-order"], in: "milestone: {yellow: 90, red: ⟦0⟧}\n", rules)
    expect(["both-scores"], in: "score: {points: ⟦{⟧}, weights: {on-time: 1}}\n", rules)
    expect(["bad-amount"], in: "score: {deduct: {cap: ⟦lots⟧}}\n", rules)
  }

  @Test func `the rules of a file are what it says, and else what holds without one`() {
    let text = """
      start: 2024-01
      due-day: 5
      due: {2024-09: 2024-10-08}
      reports: [project, task]
      several-leads: any
      final: 竣工
      behind: {green: "< 5", yellow: 5..20.5, red: "> 20.5"}
      milestone: {yellow: 0, red: 60}
      unreported: {yellow: 1, red: 3}
      enrolled: {yellow: 1, red: 2}
      score:
        weights: {on-time: 30, investment: 30, milestones: 40}
        deduct: {notice: 1.5, wrong-report: 3, cap: 12}

      """
    var log = FaultLog(path: "x")
    let rules = ReportingRulesReader.read(Array(text.utf8), path: "x", log: &log).rules
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
    #expect(rules.start == ReportPeriod(year: 2024, month: 1))
    #expect(rules.dueDay(of: ReportPeriod(year: 2024, month: 9)).description == "2024-10-08")
    #expect(rules.dueDay(of: ReportPeriod(year: 2024, month: 12)).description == "2025-01-05")
    #expect(rules.reports == ["project", "task"] && rules.final == .completion)
    #expect(rules.enrolled == ReportingRules.Steps(yellow: 1, red: 2))
    guard case .rates(let rates) = rules.score else {
      Issue.record("no rates")
      return
    }
    #expect(rates.onTime == ExactDecimal(mantissa: 30) && rates.cap == ExactDecimal(mantissa: 12))
    let empty = ReportingRulesReader.read([], path: "x", log: &log).rules
    #expect(empty == ReportingRules() && log.diagnostics.isEmpty)
  }

  @Test func `what contradicts another line is told at its own line and column`() {
    let text = MarkedText(
      "line,recorded,period,by,item,type,corrects\n"
        + "j1,2024-06-04,2024-05,局,事,report,\n"
        + "j2,2024-06-05,⟦2024-05⟧,局,事,report,\n"
        + "j3,⟦2024-06-01⟧,2024-05,局,事,report,j1\n"
        + "j4,2024-06-06,2024-05,局,事,report,⟦j1⟧\n"
        + "j5,2024-06-06,2024-05,局,⟦亊⟧,report,\n"
        + "⟦j5⟧,2024-06-07,2024-04,局,事,report,\n"
        + "j7,2024-06-08,2024-05,局,事,withdraw,⟦j9⟧\n"
    )
    let bytes = Array(text.text.utf8)
    let files = LoopFiles(journals: [LoopFiles.File(path: "x", bytes: bytes)])
    let reading = files.read(units: .builtIn)
    #expect(reading.diagnostics.isEmpty)
    let world = LoopWorld(items: [LoopItem(id: "事")], journal: reading.journal)
    let found = files.diagnostics(of: ClosedLoop(world).faults(), in: world)
    expectFaults(
      [
        "already-reported", "recorded-backwards", "already-corrected", "unknown-item",
        "duplicate-line", "unknown-line",
      ],
      at: text.ranges.map { Diagnostic.Location(path: "x", range: $0) },
      among: found.diagnostics
    )
    #expect(found.sources.count == 1)
  }

  @Test func `hostile bytes are faults, and never more than that`() {
    let journalText =
      Self.head + "j1,2024-06-04,2024-06-03,2024-05,局,事,report,在建,12 万元,,,,\n"
      + "j2,2024-06-05,,2024-05,局,事,withdraw,,,,,j1,\nj3,2024-06-06,,,室,事,notice,,,,2024-06,,\n"
    let rulesText =
      #"{start: 2024-01, due: {2024-09: 2024-10-08}, score: {points: {cap: 9}}, "#
      + #"behind: {green: "< 10", yellow: 10..30, red: "> 30"}}"#
    let planText = "line,recorded,item,what,period,value\np1,2024-01-15,事,投资,2024,100\n"
    let tokens = Mutator(tokens: [
      ",", "\"", "\n", "\r", "\u{0}", "j1", "2024-05", "9999-12-31", "999999999999 万元",
      "999999999999", "0.000001", "-", ".", "0001", "{", "}", "..", "<", "万元",
    ])
    var random = SplitMix64(seed: 7)
    let sound = LoopFiles(
      plans: [.init(path: "p", bytes: Array(planText.utf8))],
      journals: [.init(path: "j", bytes: Array(journalText.utf8))]
    )
    for _ in Fuzzing.rounds(1_500) {
      let files = LoopFiles(
        plans: [.init(path: "p", bytes: tokens.changed(Array(planText.utf8), &random))],
        journals: [.init(path: "j", bytes: tokens.changed(Array(journalText.utf8), &random))],
        rules: .init(path: "r", bytes: tokens.changed(Array(rulesText.utf8), &random))
      )
      let reading = files.read(units: .builtIn)
      let world = LoopWorld(
        items: [LoopItem(id: "事")],
        parties: [LoopParty(name: "局")],
        statements: [LoopStatement(item: "事", role: .lead, party: "局")],
        plan: reading.plan,
        journal: reading.journal,
        rules: reading.rules
      )
      let loop = ClosedLoop(world)
      let day = Day(firstOf: .of("2024-12-31"))
      _ = files.diagnostics(of: loop.faults(), in: world)
      _ = loop.status(of: 0, at: day)
      _ = files.diagnostics(of: loop.oddities(), in: world)
      _ = loop.notices(at: day)
      _ = files.growth(since: sound)
      _ = sound.growth(since: files)
      _ = loop.total(at: loop.lastRecorded ?? day)
      _ = loop.changes(since: day - 200, until: day)
      let year = ReportPeriod(year: 2024, month: 1)
      _ = loop.assessment(from: year, to: year.advanced(by: 11), known: day)
    }
  }
}
