import Diagnostics

/// What a sheet tells of an item, and what it asks about it.
package struct AskedItem: Sendable, Hashable {
  package let item: Int
  /// What is to be invested in the year of the month, by the plan in force.
  package let plan: ExactDecimal?
  /// What the party reported of the month before; nothing in January, since figures begin anew.
  package let last: JournalLine?
  /// What it has reported of the month itself.
  package let current: JournalLine?
  /// By the plan in force.
  package let planned: [Milestone: DaySpan]
  package let reached: [Milestone: DaySpan]
  /// That of the month before.
  package let light: Light
}

extension ClosedLoop {
  /// What a party is asked about a month, and told with it, by what was known on a day: the items that it is
  /// expected to report on, in the order of the world.
  ///
  /// - Complexity: O(*n*) over the items, statements and lines.
  package func asked(of party: Int, about period: ReportPeriod, known: Day) -> [AskedItem] {
    items(expectedOf: party, on: period, known: known).map { item in
      let before = period.advanced(by: -1)
      var (planned, reached) = ([Milestone: DaySpan](), [Milestone: DaySpan]())
      for milestone in Milestone.allCases {
        planned[milestone] = plans[item].decision(on: milestone, at: known, known: known)?.value
        reached[milestone] = self.reached(milestone, by: item, known: known)?.days
      }
      let isNewYear = period.month == 1
      return AskedItem(
        item: item,
        plan: plans[item].yearly[period.year]?.decision(on: period.last, known: known)?.value,
        last: isNewYear ? nil : report(of: item, by: party, on: before, known: known),
        current: report(of: item, by: party, on: period, known: known),
        planned: planned,
        reached: reached,
        light: light(of: item, in: before, known: known).light
      )
    }
  }

  /// The last report of a party on an item for a month that was known and stood.
  private func report(
    of item: Int,
    by party: Int,
    on period: ReportPeriod,
    known: Day
  ) -> JournalLine? {
    let duty = ReportDuty(item: item, parties: [party])
    let due = world.rules.dueDay(of: period)
    return reports(of: item, on: period, known: known).last { answers($0, duty, due: due) }
      .map { lines.journal[$0] }
  }

  /// The parties that are expected to report on anything for a month, in the order of the world.
  ///
  /// - Complexity: O(*n*) over the items and statements.
  package func parties(expectedOn period: ReportPeriod, known: Day) -> [Int] {
    let all = world.items.indices.flatMap { item in
      duties(of: item, on: period, known: known).flatMap(\.parties)
    }
    return Set(all).sorted()
  }

  /// The line of the journal that is called so, the last of several.
  package func line(called name: String) -> JournalLine? {
    guard let text = lines.journal.texts.find(name),
      let place = lines.journal.entries.lastIndex(where: { $0.line == text })
    else { return nil }
    return lines.journal[place]
  }

  /// Whether something is called, or was called, so: an item by its id or a name of it.
  package func isItem(_ name: String, on day: Day) -> Bool {
    if case .failure(.unknown) = itemNames.find(name, on: day) { return false }
    return true
  }

  /// Names of parties that are close to one that nothing is called.
  package func parties(like name: String) -> [String] {
    SpellingSuggestion.closest(to: name, among: partyNames.names)
  }
}

extension ClosedLoop {
  /// The last day on which a line of the journal was recorded; no further one may be before it.
  package var lastJournalDay: Day? { lines.lastRecorded }
}
