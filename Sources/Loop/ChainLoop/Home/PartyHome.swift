import ChainModel
package import ChainQueries
package import GraphKernel
package import ProgressLoop

/// The home of a leader or a department on a day: what it answers for, and how all of that stands.
///
/// What a party only may answer for is among its duties, and not counted in what is late or owed.
package struct PartyHome: Sendable {
  package let loop: DatasetLoop
  package let party: NodeIndex
  package let day: Day
  package let known: Day
  /// What a statement names it for.
  package let duties: [Duty]
  /// What follows from that, of the kinds that are planned and reported on: an item each, with all roles in it.
  package let inherited: [[Duty]]
  /// How many other items follow from it: segments, firms and so on, of which nobody reports.
  package let others: Int
  /// Of the items that are planned and reported on, each once.
  package let statuses: [Int: ItemStatus]
  /// Milestones whose planned day has passed, and which have not been reached.
  package let late: [LateMilestone]
  /// The last month whose reports are due.
  package let period: ReportPeriod
  /// What was not reported of that month: of a department its own, of a leader that on his items.
  package let missing: [ReportDuty]
  /// The day after the reports of the month before were due, on which lights compare with those of now.
  package let since: Day
  /// What is not as it was seen then.
  package let changes: [Change]
  /// Whether there is neither plan nor journal, so that nothing can be said of progress.
  package let isBare: Bool

  /// The home of `party`, one that the data set has as a party.
  ///
  /// - Complexity: That of `duties(of:)`, and O(*n*) over the lines of its items.
  package init(_ loop: DatasetLoop, of party: NodeIndex, at day: Day, known: Day? = nil) {
    (self.loop, self.party, self.day, self.known) = (loop, party, day, known ?? day)
    let engine = loop.loop
    let graph = loop.dataset.asked(on: day.date).graph
    let all = graph.duties(of: party, isInheriting: true)
    duties = all.filter { !$0.isInherited }
    let direct = Set(duties.map(\.item))
    let following = Dictionary(grouping: all.filter(\.isInherited), by: \.item)
    inherited = following.filter { loop.number(of: $0.key) != nil }.values
      .sorted { $0[0].item < $1[0].item }
    others = following.keys.count { loop.number(of: $0) == nil && !direct.contains($0) }
    let rules = engine.world.rules
    isBare = engine.world.plan.isEmpty && engine.world.journal.count == 0 && rules.start == nil
    let period = rules.lastDue(on: min(day, self.known))
    self.period = period
    since = rules.dayAfterDue(of: period.advanced(by: -1))
    guard !isBare else {
      (statuses, late, missing, changes) = ([:], [], [], [])
      return
    }
    let certain = all.filter { $0.certainty == .certain }.compactMap { loop.number(of: $0.item) }
    let items = Set(certain).sorted()
    statuses = Dictionary(
      uniqueKeysWithValues: items.map {
        ($0, engine.status(of: $0, at: day, known: known))
      }
    )
    late = engine.late(of: items, at: day, known: known).filter { $0.state == .late }
    let own = loop.number(ofParty: party)
    let isLeader = graph.kind(of: party) == .leader
    missing = engine.reporting(of: items, on: period, known: self.known).missing.filter { duty in
      isLeader || own.map(duty.parties.contains) ?? false
    }
    changes = engine.changes(of: items, since: since, until: day)
  }

  /// How many of its items have which light.
  package func count(of light: Light) -> Int { statuses.values.count { $0.light == light } }
}
