import Bilingual
import ChainLoop
package import ChainViews
import ProgressLoop

extension Answer {
  /// The list of 进度表: every milestone, and every light of every month with its reasons.
  package static func schedule(_ schedule: ProgressSchedule) -> Answer {
    let overview = schedule.overview
    func section(_ key: String, zh: String, en: String, _ table: Table) -> Section {
      Section(key: key, title: BilingualText(zh: zh, en: en), content: .table(table))
    }
    return Answer(
      command: LoopQuestion.schedule.rawValue,
      subject: overview.scope.map { NodeSummary(of: $0, in: overview.loop.dataset.graph) },
      title: overview.title(LoopQuestion.schedule.definition.listLabel),
      sections: [
        section("items", zh: "事项", en: "items", schedule.itemsTable),
        section("rows", zh: "节点", en: "milestones", schedule.milestonesTable),
        section("months", zh: "各月的灯", en: "lights by month", schedule.monthsTable),
      ],
      notes: overview.basisNotes + [schedule.yearNote, overview.rulesNote]
    )
  }
}

extension ProgressSchedule {
  private typealias Column = Answer.Table.Column

  /// Which months are shown.
  var yearNote: BilingualText {
    BilingualText(
      zh: "\(year) 年；各月的灯只看当月的报告和当月末的节点，以后不改",
      en:
        "\(year); the light of a month goes by its own reports and the milestones at its end, and stays"
    )
  }

  fileprivate var itemsTable: Answer.Table {
    let loop = overview.loop
    return Answer.Table(
      [
        Column("number", zh: "序号", en: "number"), Column("item", zh: "事项", en: "item"),
        Column("cluster", zh: "集群", en: "cluster"), Column("light", zh: "灯", en: "light"),
        Column("status", zh: "状态", en: "status"),
        Column("rate", zh: "完成率(%)", en: "done (%)"),
        Column("behind", zh: "落后(点)", en: "behind (points)"),
        Column("lead", zh: "牵头单位", en: "lead departments"),
        Column("leaders", zh: "责任领导", en: "leaders"),
        Column("reasons", zh: "原因（依据行）", en: "reasons (lines)"),
      ],
      rows
    ) { row in
      let status = row.item.status
      return [
        .number(row.item.number), loop.cell(ofItem: row.item.item),
        .sentence(clusterName(of: row)), status.light.cell, .shown(status.status),
        .shown(status.investment?.rate.shown), .shown(status.investment?.behind.shown),
        loop.cells(row.item.leads), loop.cells(row.item.leaders),
        .list(status.reasons.map { .sentence($0.cited) }),
      ]
    }
  }

  fileprivate var milestonesTable: Answer.Table {
    let loop = overview.loop
    let all = rows.flatMap { row in row.milestones.map { (row, $0) } }
    return Answer.Table(
      [
        Column("number", zh: "序号", en: "number"), Column("item", zh: "事项", en: "item"),
        Column("milestone", zh: "节点", en: "milestone"),
        Column("plan", zh: "计划日", en: "planned"),
        Column("original", zh: "原计划日", en: "first planned"),
        Column("reached", zh: "实际日", en: "reached"),
        Column("state", zh: "情况", en: "state"), Column("days", zh: "天数", en: "days"),
        Column("certainty", zh: "把握", en: "certainty"),
        Column("lines", zh: "依据行", en: "lines"),
      ],
      all
    ) { row, status in
      let state = MilestoneState(status)
      return [
        .number(row.item.number), loop.cell(ofItem: row.item.item),
        .word(key: status.milestone.rawValue, label: status.milestone.label),
        .shown(status.plan), status.original == status.plan ? .none : .shown(status.original),
        .shown(status.reached), .word(key: state.rawValue, label: state.label),
        status.late.map { .number($0.days) } ?? .none,
        status.late.map { late in
          late.certainty == .certain
            ? .word(key: "certain", label: BilingualText(zh: "确定", en: "certain"))
            : .word(key: "possible", label: BilingualText(zh: "可能", en: "possible"))
        } ?? .none,
        .list([status.planLine, status.line].compactMap { $0 }.map { .text($0) }),
      ]
    }
  }

  fileprivate var monthsTable: Answer.Table {
    let loop = overview.loop
    let all = rows.flatMap { row in row.months.map { (row, $0) } }
    return Answer.Table(
      [
        Column("number", zh: "序号", en: "number"), Column("item", zh: "事项", en: "item"),
        Column("month", zh: "报告期", en: "month"), Column("light", zh: "灯", en: "light"),
        Column("missing", zh: "未报单位", en: "not reported by"),
        Column("reasons", zh: "原因（依据行）", en: "reasons (lines)"),
      ],
      all
    ) { row, month in
      [
        .number(row.item.number), loop.cell(ofItem: row.item.item),
        .text(month.period.description), month.light.cell, loop.cells(month.missing),
        .list(month.reasons.map { .sentence($0.cited) }),
      ]
    }
  }

  func clusterName(of row: Row) -> BilingualText {
    guard let cluster = row.cluster else { return BilingualText(zh: "不属于集群", en: "in no cluster") }
    return BilingualText(same: overview.loop.dataset.graph.name(of: cluster))
  }
}

/// How a milestone stands.
enum MilestoneState: String {
  case reached
  case reachedLate = "reached late"
  case late
  case open

  init(_ status: MilestoneStatus) {
    switch status.late?.state {
    case .late: self = .late
    case .reachedLate: self = .reachedLate
    case nil: self = status.reached == nil ? .open : .reached
    }
  }

  var label: BilingualText {
    switch self {
    case .reached: BilingualText(zh: "已完成", en: "reached")
    case .reachedLate: BilingualText(zh: "逾期完成", en: "reached late")
    case .late: BilingualText(zh: "逾期未完成", en: "late")
    case .open: BilingualText(zh: "未到期", en: "not yet due")
    }
  }
}
