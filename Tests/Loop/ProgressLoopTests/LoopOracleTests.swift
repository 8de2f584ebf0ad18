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

  @Test(arguments: Fuzzing.seeds(200))
  func `notices and assessments are what the meanings say`(seed: UInt64) {
    let world = RandomWorld(seed: seed).world
    let (loop, slow) = (ClosedLoop(world), SlowLoop(world))
    let months = (0..<12).map { ReportPeriod(year: 2024, month: 1).advanced(by: $0) }
    for day in Self.days {
      for known in [day, day + 60] {
        let notices = loop.notices(at: day, known: known).map { notice in
          let answers = notice.replies.map(\.line)
          return
            "\(notice.line) \(notice.item) \(notice.addressed) \(notice.state.rawValue) \(answers)"
        }
        #expect(notices == slow.notices(day, known), "seed \(seed), \(day), known \(known)")
      }
      let table = loop.assessment(from: months[0], to: months[11], known: day)
      var rows = world.parties.indices.map { "\($0) 0 0 0 0" }
      for row in table.rows {
        guard let party = row.party else { continue }
        rows[party] = "\(party) \(row.expected) \(row.reported) \(row.onTime) \(row.notices)"
      }
      #expect(rows == slow.assessment(months, day), "seed \(seed), \(day)")
    }
  }

  @Test(arguments: Fuzzing.seeds(60))
  func `every number of an assessment is the count of its entries`(seed: UInt64) {
    let loop = ClosedLoop(RandomWorld(seed: seed).world)
    let from = ReportPeriod(year: 2024, month: 1)
    for day in Self.days {
      let table = loop.assessment(from: from, to: from.advanced(by: 11), known: day)
      var sums = [Int](repeating: 0, count: 11)
      for row in table.rows {
        let own = table.entries.filter { $0.party == row.party }
        func count(_ matters: AssessmentEntry.Matter...) -> Int {
          own.count { matters.contains($0.matter) }
        }
        let milestones = own.filter { if case .milestone = $0.matter { true } else { false } }
        let figures = own.filter { if case .investment = $0.matter { true } else { false } }
        let lights = own.compactMap { entry -> (Light, [Reason])? in
          if case .light(let light, let reasons) = entry.matter { (light, reasons) } else { nil }
        }
        #expect(lights.allSatisfy { _, reasons in !reasons.isEmpty })
        let numbers = [
          count(.report(.onTime), .report(.late), .report(.missing)),
          count(.report(.onTime), .report(.late)), count(.report(.onTime)),
          count(.notice(isAnswered: true), .notice(isAnswered: false)),
          count(.notice(isAnswered: true)), count(.wrongReport), milestones.count,
          milestones.count { if case .milestone(_, true) = $0.matter { true } else { false } },
          figures.count, lights.count { $0.0 == .yellow }, lights.count { $0.0 == .red },
        ]
        let shown = [
          row.expected, row.reported, row.onTime, row.notices, row.answered, row.wrongReports,
          row.milestonesDue, row.milestonesKept, row.measured, row.yellow, row.red,
        ]
        #expect(numbers == shown, "seed \(seed), \(day), party \(row.party ?? -1)")
        for place in sums.indices { sums[place] += numbers[place] }
        #expect((row.score == nil) == (row.expected == 0), "seed \(seed), \(day)")
        // Only what is missing, and what its reasons name, has no line of its own.
        for entry in own where entry.lines.isEmpty {
          switch entry.matter {
          case .report(.missing), .light: break
          default: Issue.record("seed \(seed): no line: \(entry)")
          }
        }
      }
      #expect(table.sum.expected == sums[0] && table.sum.red == sums[10], "seed \(seed), \(day)")
      #expect(table.city.expected <= max(table.sum.expected, 0) || !table.nobody.isEmpty)
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
