import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `late` says: a row a milestone that is late or was passed late, the longest first.
  package static func late(
    _ loop: DatasetLoop,
    _ items: [Int],
    at day: Day,
    known: Day?
  ) -> Answer {
    let rows = loop.loop.late(of: items, at: day, known: known)
    let hasPlan = loop.loop.world.plan.contains { $0.recorded <= known ?? day }
    let lack = BilingualText(
      zh: "那天以前没有记录过计划，因此说不出什么逾期",
      en: "no plan was recorded until then, so nothing can be said to be late"
    )
    return Answer(
      command: "late",
      title: BilingualText(zh: "逾期清单（截至 \(day)）", en: "what is late, as of \(day)"),
      table: loop.table(of: rows, at: day),
      notes: loop.notes(at: day, known: known) + (hasPlan ? [] : [lack])
    )
  }
}

extension DatasetLoop {
  /// A row a milestone.
  func table(of rows: [LateMilestone], at day: Day) -> Answer.Table {
    Answer.Table(
      [
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("lead", zh: "牵头单位", en: "lead departments"),
        Answer.Table.Column("milestone", zh: "节点", en: "milestone"),
        Answer.Table.Column("plan", zh: "计划日", en: "planned"),
        Answer.Table.Column("original", zh: "原计划日", en: "first planned"),
        Answer.Table.Column("reached", zh: "实际日", en: "reached"),
        Answer.Table.Column("days", zh: "逾期天数", en: "days late"),
        Answer.Table.Column("state", zh: "情况", en: "state"),
        Answer.Table.Column("certainty", zh: "把握", en: "certainty"),
        Answer.Table.Column("line", zh: "依据行", en: "lines"),
      ],
      rows
    ) { late in
      [
        cell(ofItem: late.item), leads(of: late.item, at: day),
        .word(key: late.milestone.rawValue, label: late.milestone.label),
        .text(late.plan.description),
        late.original == late.plan ? .none : .text(late.original.description),
        late.reached.map { .text($0.description) } ?? .none, .number(late.days),
        .word(key: late.state.rawValue, label: late.state.label),
        .word(key: late.certainty.rawValue, label: late.certainty.label),
        .list(([late.planLine] + (late.line.map { [$0] } ?? [])).map { .text($0) }),
      ]
    }
  }
}

extension LateMilestone.State {
  fileprivate var label: BilingualText {
    switch self {
    case .late: BilingualText(zh: "逾期未完成", en: "late")
    case .reachedLate: BilingualText(zh: "逾期完成", en: "reached late")
    }
  }
}

extension Certainty {
  /// For people.
  var label: BilingualText {
    switch self {
    case .certain: BilingualText(zh: "确定", en: "certain")
    case .possible: BilingualText(zh: "可能", en: "possible")
    }
  }
}
