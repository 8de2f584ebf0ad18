import ProgressLoop
import TestSupport
import Testing

/// What a returned sheet leaves in the journal.
@Suite struct LoopCollectingTests {
  private let june = ReportPeriod(year: 2024, month: 6)

  private func day(_ text: String) -> Day { Day(firstOf: .of(text)) }

  private var world: LoopWorld {
    var world = LoopWorld(
      items: [LoopItem(id: "n1", name: "港口"), LoopItem(id: "n2", name: "码头")],
      parties: [LoopParty(name: "老局", until: .of("2024-06-30")), LoopParty(name: "新局")],
      statements: [
        LoopStatement(item: "n1", role: .lead, party: "老局"),
        LoopStatement(item: "n2", role: .lead, party: "老局"),
      ],
      successions: [LoopSuccession(new: "新局", old: "老局", from: .of("2024-07-01"))]
    )
    var line = JournalLine(
      line: "j1",
      recorded: day("2024-07-02"),
      period: june,
      by: "新局",
      item: "n1",
      type: .report
    )
    (line.status, line.progress) = ("在建", "封顶")
    line.value = Measured(ExactDecimal(mantissa: 50))
    world.journal.append(line)
    return world
  }

  private func row(_ item: String, _ value: Int64?) -> ReturnedSheet.Row {
    var row = ReturnedSheet.Row(item: item)
    row.value = value.map { Measured(ExactDecimal(mantissa: $0)) }
    return row
  }

  @Test func `a correction names its line and takes over what the sheet leaves empty`() throws {
    var sheet = ReturnedSheet(
      party: "新局",
      period: june,
      received: day("2024-07-04"),
      rows: [row("n1", 60)]
    )
    sheet.reason = "漏报"
    let line = try #require(ClosedLoop(world).collect(sheet).appends.first)
    #expect(line.corrects == "j1" && line.value?.description == "60")
    #expect(line.status == "在建" && line.progress == "封顶" && line.reason == "漏报")
  }

  @Test func `the sheet of a party that is gone is its successor's`() throws {
    let loop = ClosedLoop(world)
    let sheet = ReturnedSheet(
      party: "老局",
      period: june,
      received: day("2024-07-04"),
      rows: [row("码头", 5)]
    )
    let line = try #require(loop.collect(sheet).appends.first)
    #expect(line.by == "新局" && line.item == "n2")
    let heir = try #require(loop.party("新局", on: day("2024-07-04")))
    #expect(loop.items(expectedOf: heir, on: june, known: day("2024-07-04")) == [0, 1])
  }

  @Test func `milestones of a sheet are lines of their own, and the same again adds nothing`() {
    var world = world
    var own = row("n2", nil)
    own.milestones = [.start: DaySpan(.of("2024-06-20"))]
    var sheet = ReturnedSheet(
      party: "新局",
      period: june,
      received: day("2024-07-04"),
      rows: [row("n1", 50), own]
    )
    let first = ClosedLoop(world).collect(sheet)
    #expect(first.result == .append && first.appends.map(\.type) == [.milestone])
    #expect(first.stillMissing == [1])
    for line in first.appends { world.journal.append(line) }
    let again = ClosedLoop(world).collect(sheet)
    #expect(again.result == .nothingToAdd && again.same == [0, 1] && again.appends.isEmpty)
    sheet.rows[1].milestones = [.start: DaySpan(.of("2024-06-25"))]
    #expect(ClosedLoop(world).collect(sheet).result == .correctionNeeded)
  }

  @Test(arguments: Fuzzing.seeds(100))
  func `what is collected is sound, and collected again is the same`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var world = RandomWorld(seed: seed).world
    guard let last = world.journal.lastRecorded, let party = world.parties.first else { return }
    let rows = world.items.map { row($0.id, Int64(random.number(below: 900))) }
    let loop = ClosedLoop(world)
    let period = last.period.advanced(by: -1)
    let own = loop.items(expectedOf: 0, on: period, known: last)
    var sheet = ReturnedSheet(
      party: party.name,
      period: period,
      received: last,
      rows: own.map { rows[$0] }
    )
    sheet.reason = "核实"
    let before = Set(loop.faults())
    let collected = loop.collect(sheet)
    guard collected.result == .append else { return }
    for line in collected.appends { world.journal.append(line) }
    let after = ClosedLoop(world)
    #expect(Set(after.faults()).isSubset(of: before), "seed \(seed)")
    #expect(after.collect(sheet).result == .nothingToAdd, "seed \(seed)")
  }
}
