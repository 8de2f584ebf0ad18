import ChainLoop
package import GraphKernel
package import ProgressLoop

/// The lights of each month and the milestones of items: what the picture and the list of 进度表 are both made
/// of.
package struct ProgressSchedule: Sendable {
  /// The light of an item in a month, which no later month changes, and who has not reported of it.
  package struct Month: Sendable {
    package let period: ReportPeriod
    package let light: Light
    package let reasons: [Reason]
    package let missing: [Int]
  }

  /// An item with its months and milestones.
  package struct Row: Sendable {
    package let item: ProgressOverview.Item
    /// The first cluster that it is of; `nil` for none.
    package let cluster: NodeIndex?
    /// From January to the last month whose reports are due.
    package let months: [Month]
    package let milestones: [MilestoneStatus]
  }

  /// How everything stands on the day, whose numbers the items have.
  package let overview: ProgressOverview
  /// Each item once, in the order of the numbers, the best and the worst of a cluster together.
  package let rows: [Row]

  /// The year that is shown.
  package var year: Int { overview.period.year }

  /// - Complexity: O(*m* · *n*) over the months and the lines of plan and journal.
  package init(_ overview: ProgressOverview) {
    self.overview = overview
    let engine = overview.loop.loop
    let wanted = Set(overview.items.map(\.item))
    var missing: [ReportPeriod: [Int: [Int]]] = [:]
    for month in overview.months {
      let open = engine.reporting(on: month.period, known: overview.known).missing
      missing[month.period] = Dictionary(grouping: open.filter { wanted.contains($0.item) }) {
        $0.item
      }.mapValues { $0.flatMap(\.parties) }
    }
    var clusters: [Int: NodeIndex] = [:]
    for cluster in overview.clusters {
      for item in cluster.items where clusters[item.number] == nil {
        clusters[item.number] = cluster.node
      }
    }
    rows = overview.items.map { item in
      Row(
        item: item,
        cluster: clusters[item.number],
        months: overview.months.map { month in
          let told = engine.light(of: item.item, in: month.period, known: overview.known)
          return Month(
            period: month.period,
            light: told.light,
            reasons: told.reasons,
            missing: missing[month.period]?[item.item] ?? []
          )
        },
        milestones: engine.milestones(of: item.item, at: overview.day, known: overview.known)
      )
    }
  }
}
