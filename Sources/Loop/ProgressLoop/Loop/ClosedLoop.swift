/// The closed loop of a world: what was planned, what was reported, who answers for it, on any day and by
/// what was known on any day.
///
/// ```swift
/// let loop = ClosedLoop(world)
/// let status = loop.status(of: item, at: day)
/// for reason in status.reasons { print(reason.text) }
/// ```
///
/// An answer about a day goes by the lines of plan and journal that were recorded until `known`, the day
/// itself unless said otherwise; statements, names and successions are those of the world. Since no line is
/// recorded before another that stands in front of it, what was known on a day is a beginning of what is
/// known now.
package struct ClosedLoop: Sendable {
  package let world: LoopWorld
  /// The parties of the world, and behind them those that only statements or lines of the journal name.
  package let parties: [LoopParty]
  /// How many of the parties the world has, or statements name.
  let partyCount: Int
  let itemNames: NameFinder
  let partyNames: NameFinder
  let itemDays: [DaySpan]
  /// By item.
  let statements: [[BoundStatement]]
  /// By the party that is succeeded.
  let successions: [[BoundSuccession]]
  /// By item.
  let plans: [ItemPlan]
  let lines: JournalIndex
  /// By item, what it was split off or merged from.
  let parents: [[Int]]

  /// - Complexity: O(*n*) over the lines and statements.
  package init(_ world: LoopWorld) {
    self.world = world
    var itemNames = NameFinder(isLenient: false)
    itemDays = world.items.map { DaySpan(from: $0.from, until: $0.until) }
    for (offset, item) in world.items.enumerated() {
      itemNames.add(
        offset,
        id: item.id,
        name: item.name,
        days: itemDays[offset],
        formerly: item.formerly,
        aliases: item.aliases
      )
    }
    var finder = PartyFinder(world.parties)
    let binder = StatementBinder(world: world, itemNames: itemNames)
    statements = binder.statements(&finder)
    successions = binder.successions(&finder)
    parents = binder.parents()
    partyCount = finder.parties.count
    plans = ItemPlan.plans(world.plan, items: world.items.count, names: itemNames)
    lines = JournalIndex(world.journal, items: world.items.count, itemNames, &finder)
    parties = finder.parties
    partyNames = finder.names
    self.itemNames = itemNames
  }

  /// The item that is meant by a name or id on a day; `nil` where none or several are.
  package func item(_ name: String, on day: Day) -> Int? {
    try? itemNames.find(name, on: day).get()
  }

  /// The party that is meant by a name on a day, a former one included; `nil` where none or several are.
  package func party(_ name: String, on day: Day) -> Int? {
    try? partyNames.find(name, on: day).get()
  }

  /// What an item was called on a day.
  package func name(ofItem item: Int, on day: Day) -> String {
    NameOnDay.name(world.items[item].name, formerly: world.items[item].formerly, on: day)
  }

  /// What a party was called on a day.
  package func name(ofParty party: Int, on day: Day) -> String {
    NameOnDay.name(parties[party].name, formerly: parties[party].formerly, on: day)
  }

  /// The last day on which anything was recorded: what is asked about where no day is said.
  package var lastRecorded: Day? {
    [lines.lastRecorded, world.plan.map(\.recorded).max()].compactMap { $0 }.max()
  }
}

/// Finds parties, and takes up those that nobody declared.
struct PartyFinder {
  private(set) var parties: [LoopParty]
  private(set) var names = NameFinder(isLenient: true)

  init(_ parties: [LoopParty]) {
    self.parties = parties
    for (offset, party) in parties.enumerated() { add(offset, party) }
  }

  private mutating func add(_ offset: Int, _ party: LoopParty) {
    names.add(
      offset,
      id: party.id,
      name: party.name,
      days: DaySpan(from: party.from, until: party.until),
      formerly: party.formerly,
      aliases: party.aliases
    )
  }

  mutating func find(_ name: String, on day: Day) -> Int {
    switch names.find(name, on: day) {
    case .success(let party): return party
    case .failure(.ambiguous): return parties.firstIndex { $0.name == name } ?? 0
    case .failure(.unknown):
      parties.append(LoopParty(name: name))
      add(parties.count - 1, parties[parties.count - 1])
      return parties.count - 1
    }
  }
}
