package import ChainLoop
import ChainModel
package import GraphKernel
package import ProgressLoop

/// How everything stands on a day: what the picture and the list of 进度总览 are both made of.
///
/// An item of several clusters stands in each of them, and is counted once in what is said of all. Lights
/// are compared like with like: those of a month are those of the day after its reports were due.
package struct ProgressOverview: Sendable {
  /// An item with its light, numbered from 1 in the order of the clusters, in each the worst first.
  package struct Item: Sendable {
    package let number: Int
    package let status: ItemStatus
    /// Who has not reported on it, of the month that is reported on.
    package let missing: [Int]
    package let leads: [Int]
    package let leaders: [Int]

    package var item: Int { status.item }
  }

  /// A cluster and its items, or those that are in none.
  package struct Cluster: Sendable {
    /// `nil` for what is in no cluster.
    package let node: NodeIndex?
    package let items: [Item]
    package let total: Total
    /// Those of its items, who has the most first.
    package let leaders: [Int]
    package let leads: [Int]
  }

  /// The lights of a month, on the day after its reports were due.
  package struct Month: Sendable {
    package let period: ReportPeriod
    package let at: Day
    package let lights: LightCounts
  }

  /// What a department owed and gave.
  package struct Department: Sendable {
    package let party: Int
    package let expected: Int
    package let reported: Int
    package let onTime: Int
    package let missing: Int
  }

  package let loop: DatasetLoop
  package let scope: NodeIndex?
  package let day: Day
  package let known: Day
  /// The last month whose reports are due.
  package let period: ReportPeriod
  /// Each once, in the order of their numbers.
  package let items: [Item]
  package let clusters: [Cluster]
  package let lights: LightCounts
  /// Those of the day after the reports of the month before were due.
  package let previous: LightCounts
  package let total: Total
  /// From January on, or the first month that is expected.
  package let months: [Month]
  package let departments: [Department]
  /// Reports, not items: of several leads each reports.
  package let reports: Department
  /// How many items reports are expected on.
  package let reportedItems: Int
  /// Items that several departments report on.
  package let sharedItems: Int
  /// Items that stand in several clusters.
  package let repeated: Int

  /// - Complexity: O(*m* · *n*) over the months and the lines of plan and journal.
  package init(_ loop: DatasetLoop, of scope: NodeIndex? = nil, at day: Day, known: Day? = nil) {
    (self.loop, self.scope, self.day) = (loop, scope, day)
    let known = known ?? day
    self.known = known
    let engine = loop.loop
    let rules = engine.world.rules
    let period = rules.lastDue(on: min(day, known))
    self.period = period
    let numbers = loop.items(within: scope, on: day).filter { number in
      guard let kinds = rules.reports, let kind = engine.world.items[number].kind else {
        return true
      }
      return kinds.contains(kind)
    }
    let wanted = Set(numbers)
    let reporting = engine.reporting(on: period, known: known)
    let duties = reporting.expected.filter { wanted.contains($0.item) }
    let missing = reporting.missing.filter { wanted.contains($0.item) }
    let missingByItem = Dictionary(grouping: missing, by: \.item)
    let groups = Self.groups(of: wanted, in: loop, on: day)
    let statuses = numbers.map { engine.status(of: $0, at: day, known: known) }
    let statusByItem = Dictionary(uniqueKeysWithValues: statuses.map { ($0.item, $0) })
    // Money is that of the year of the month that is reported on: in January there is none of the new one yet.
    let moneyDay = period.year == day.period.year ? day : period.last
    func money(of items: [Int]) -> Total {
      // What a target comes to is no investment.
      let invested = items.filter { engine.world.items[$0].kind != NodeKind.target.name }
      return engine.total(of: invested, at: moneyDay, known: known)
    }
    var made: [Int: Item] = [:]
    var items: [Item] = []
    for group in groups {
      let sorted = group.items.compactMap { statusByItem[$0] }
        .sorted { ($1.light, $0.item) < ($0.light, $1.item) }
      for status in sorted where made[status.item] == nil {
        let item = Item(
          number: items.count + 1,
          status: status,
          missing: missingByItem[status.item, default: []].flatMap(\.parties),
          leads: loop.holders(of: status.item, as: .lead, at: day),
          leaders: loop.holders(of: status.item, as: .accountable, at: day)
        )
        made[status.item] = item
        items.append(item)
      }
    }
    self.items = items
    clusters = groups.map { group in
      let own = group.items.compactMap { made[$0] }
        .sorted { ($1.status.light, $0.number) < ($0.status.light, $1.number) }
      return Cluster(
        node: group.node,
        items: own,
        total: money(of: group.items),
        leaders: Self.mostFirst(own.flatMap(\.leaders)),
        leads: Self.mostFirst(own.flatMap(\.leads))
      )
    }
    repeated = clusters.reduce(0) { $0 + $1.items.count } - items.count
    lights = LightCounts(statuses.map(\.light))
    func ofMonth(_ month: ReportPeriod) -> Month {
      let at = rules.dayAfterDue(of: month)
      let known = min(known, at)
      let lights = numbers.map { engine.status(of: $0, at: at, known: known).light }
      return Month(period: month, at: at, lights: LightCounts(lights))
    }
    let first = max(ReportPeriod(year: period.year, month: 1), rules.start ?? period)
    let start = rules.start == nil ? ReportPeriod(year: period.year, month: 1) : first
    months =
      start > period
      ? [] : (start.number...period.number).map { ofMonth(ReportPeriod(number: $0)) }
    let before = period.advanced(by: -1)
    previous = (months.last { $0.period == before } ?? ofMonth(before)).lights
    total = money(of: numbers)
    (departments, reports) = Self.departments(duties, reporting)
    let byItem = Dictionary(grouping: duties, by: \.item)
    reportedItems = byItem.count
    sharedItems = byItem.count { $0.value.count > 1 }
  }

  /// The red ones, the one with the most reasons first as the list has them.
  package var red: [Item] { items.filter { $0.status.light == .red } }
}

extension ProgressOverview {
  private typealias Group = (node: NodeIndex?, items: [Int])

  /// The clusters that have any of the items, in the order of the data, and the items of none.
  private static func groups(
    of wanted: Set<Int>,
    in loop: DatasetLoop,
    on day: Day
  ) -> [Group] {
    var seen: Set<Int> = []
    var groups: [Group] = []
    for cluster in loop.dataset.graph.nodes(of: .cluster) {
      let own = loop.items(within: cluster, on: day).filter(wanted.contains)
      guard !own.isEmpty else { continue }
      seen.formUnion(own)
      groups.append((cluster, own))
    }
    let rest = wanted.subtracting(seen).sorted()
    return rest.isEmpty ? groups : groups + [(nil, rest)]
  }

  private static func mostFirst(_ parties: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    for party in parties {
      if counts[party] == nil { order.append(party) }
      counts[party, default: 0] += 1
    }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return order.sorted { a, b in
      let (one, other) = (counts[a] ?? 0, counts[b] ?? 0)
      return one != other ? one > other : (places[a] ?? 0) < (places[b] ?? 0)
    }
  }

  /// By department, who owes the most first; and all together.
  private static func departments(
    _ duties: [ReportDuty],
    _ reporting: Reporting
  ) -> ([Department], Department) {
    let (reported, onTime) = (Set(reporting.reported), Set(reporting.onTime))
    func department(_ party: Int, _ own: [ReportDuty]) -> Department {
      let given = own.count(where: reported.contains)
      return Department(
        party: party,
        expected: own.count,
        reported: given,
        onTime: own.count(where: onTime.contains),
        missing: reporting.isNotYetDue ? 0 : own.count - given
      )
    }
    var byParty: [Int: [ReportDuty]] = [:]
    for duty in duties { for party in duty.parties { byParty[party, default: []].append(duty) } }
    let all = byParty.map { department($0.key, $0.value) }
      .sorted { ($1.expected, $0.party) < ($0.expected, $1.party) }
    return (all, department(-1, duties))
  }
}

/// How many items have which light.
package struct LightCounts: Sendable, Hashable {
  private var counts: [Light: Int] = [:]

  package init(_ lights: [Light]) { for light in lights { counts[light, default: 0] += 1 } }

  package subscript(light: Light) -> Int { counts[light] ?? 0 }
  package var all: Int { counts.values.reduce(0, +) }

  /// The order in which lights are shown: the best first, what cannot be judged last.
  package static let order: [Light] = [.green, .yellow, .red, .grey]
}

extension DatasetLoop {
  /// Who stands in a role of an item on a day; a post that is empty has nobody.
  func holders(of item: Int, as role: LoopRole, at day: Day) -> [Int] {
    loop.owners(of: item, as: role, at: day).compactMap(\.party)
  }
}
