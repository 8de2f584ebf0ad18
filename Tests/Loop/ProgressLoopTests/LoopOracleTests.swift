import ProgressLoop
import TestSupport
import Testing

/// The answers against the meanings taken word for word, on random worlds.
@Suite struct LoopOracleTests {
  private static let days = (0..<12).map { Day(number: 19_723 + 5 + 37 * $0) }

  private func rows(_ answer: Reporting) -> [String] {
    let onTime = Set(answer.onTime)
    let reported = Set(answer.reported)
    let duties = answer.expected.map { duty in
      let word = onTime.contains(duty) ? "on time" : reported.contains(duty) ? "late" : "missing"
      return "\(word) \(duty.item) \(duty.parties)"
    }
    let unexpected = answer.unexpected.map { "unexpected \($0.item) \($0.parties[0])" }
    return (duties + unexpected + answer.nobody.map { "nobody \($0)" }).sorted()
  }

  private func row(_ late: LateMilestone) -> String {
    "\(late.item) \(late.milestone) \(late.state.rawValue) \(late.days) \(late.certainty)"
  }

  private func row(_ status: ItemStatus) -> String {
    [
      status.period?.description, status.status, status.value?.description, status.light.rawValue,
    ].map { $0 ?? "-" }.joined(separator: " ")
  }

  @Test(arguments: Fuzzing.seeds(300))
  func `every answer is what the meanings say`(seed: UInt64) {
    let world = RandomWorld(seed: seed).world
    let (loop, slow) = (ClosedLoop(world), SlowLoop(world))
    for day in Self.days where (Int(day.number) + Int(seed)) % 3 == 0 {
      for known in [day, day + 60] {
        #expect(loop.late(at: day, known: known).map(row) == slow.late(day, known), "seed \(seed)")
        let period = day.period
        #expect(
          rows(loop.reporting(on: period, known: known)) == slow.reporting(period, known),
          "seed \(seed), \(period), known \(known)"
        )
        for item in world.items.indices {
          #expect(
            loop.owners(of: item, as: .lead, at: day) == slow.owners(item, .lead, day),
            "seed \(seed), item \(item), \(day)"
          )
          #expect(
            row(loop.status(of: item, at: day, known: known)) == slow.status(item, day, known),
            "seed \(seed), item \(item), \(day), known \(known)"
          )
        }
      }
    }
  }

  @Test(arguments: Fuzzing.seeds(40))
  func `what was known on a day is a beginning of what is known now`(seed: UInt64) {
    let world = RandomWorld(seed: seed).world
    let loop = ClosedLoop(world)
    let (from, to) = (ReportPeriod(year: 2024, month: 1), ReportPeriod(year: 2024, month: 12))
    for day in Self.days {
      var cut = world
      cut.journal = world.journal.known(on: day)
      cut.plan.removeAll { $0.recorded > day }
      let before = ClosedLoop(cut)
      for item in world.items.indices {
        #expect(loop.status(of: item, at: day) == before.status(of: item, at: day))
        #expect(loop.history(of: item, known: day) == before.history(of: item, known: day))
      }
      #expect(loop.late(at: day) == before.late(at: day))
      let period = day.period
      #expect(loop.reporting(on: period, known: day) == before.reporting(on: period, known: day))
      #expect(loop.total(at: day) == before.total(at: day))
      #expect(loop.notices(at: day) == before.notices(at: day))
      let past = day - 30
      #expect(loop.changes(since: past, until: day) == before.changes(since: past, until: day))
      #expect(
        loop.assessment(from: from, to: to, known: day)
          == before.assessment(from: from, to: to, known: day)
      )
    }
  }

  @Test(arguments: Fuzzing.seeds(60))
  func `changes join, and a day has none against itself`(seed: UInt64) {
    struct Key: Hashable {
      let item: Int
      let field: Change.Field
    }
    let loop = ClosedLoop(RandomWorld(seed: seed).world)
    for (place, first) in Self.days.dropLast(2).enumerated() {
      let (middle, last) = (Self.days[place + 1], Self.days[place + 2])
      #expect(loop.changes(since: first, until: first).isEmpty)
      let early = loop.changes(since: first, until: middle)
      let late = loop.changes(since: middle, until: last)
      var joined: [Key: (before: String?, after: String?)] = [:]
      for change in early + late {
        let key = Key(item: change.item, field: change.field)
        if let known = joined[key] { #expect(known.after == change.before, "seed \(seed)") }
        joined[key] = ((joined[key] ?? (change.before, nil)).before, change.after)
      }
      let whole = loop.changes(since: first, until: last)
      let expected = joined.filter { $0.value.before != $0.value.after }
      #expect(Set(whole.map { Key(item: $0.item, field: $0.field) }) == Set(expected.keys))
      for change in whole {
        let pair = expected[Key(item: change.item, field: change.field)]
        #expect(pair?.before == change.before && pair?.after == change.after, "seed \(seed)")
      }
    }
  }
}
