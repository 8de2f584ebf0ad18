package import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `changes --since` says: a row for each thing that is not seen of an item as it was seen before.
  package static func changes(
    _ loop: DatasetLoop,
    _ items: [Int],
    since: Day,
    until: Day
  ) -> Answer {
    Answer(
      command: "changes",
      title: BilingualText(
        zh: "\(since) 至 \(until) 的变化",
        en: "changes from \(since) to \(until)"
      ),
      table: loop.table(of: loop.loop.changes(of: items, since: since, until: until)),
      notes: [
        BilingualText(
          zh: "\(since) 按当时记录的行所见，与 \(until) 所见相比；同在报送期后比，灯才可比",
          en:
            "what was seen on \(since), by the lines recorded until then, against \(until); lights "
            + "compare on days that both follow a day of reporting"
        )
      ]
    )
  }
}

extension DatasetLoop {
  /// A row a change.
  package func table(of changes: [Change]) -> Answer.Table {
    Answer.Table(
      [
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("sort", zh: "怎样变的", en: "how"),
        Answer.Table.Column("field", zh: "项目", en: "field"),
        Answer.Table.Column("before", zh: "原为", en: "before"),
        Answer.Table.Column("after", zh: "现为", en: "after"),
      ],
      changes
    ) { change in
      [
        cell(ofItem: change.item),
        .word(key: change.sort.rawValue, label: change.sort.label),
        .word(key: change.field.description, label: label(of: change.field)),
        cell(change.before, change.field), cell(change.after, change.field),
      ]
    }
  }

  private func label(of field: Change.Field) -> BilingualText {
    switch field {
    case .name: BilingualText(zh: "名称", en: "name")
    case .owners(let role): dataset.graph.roleLabel(RelationKind(role.rawValue))
    case .plan(let milestone):
      BilingualText(zh: "计划\(milestone.rawValue)", en: "planned \(milestone.label.en)")
    case .yearlyPlan(let year):
      BilingualText(zh: "\(year) 年计划（万元）", en: "plan of \(year) (万元)")
    case .cumulativePlan(let period):
      BilingualText(zh: "至 \(period) 计划（万元）", en: "plan to \(period) (万元)")
    case .reached(let milestone): milestone.label
    case .status: BilingualText(zh: "状态", en: "status")
    case .value: BilingualText(zh: "当年累计", en: "since January")
    case .inspection: BilingualText(zh: "核查", en: "inspection")
    case .notice(let line): BilingualText(zh: "督办 \(line)", en: "notice \(line)")
    case .light: BilingualText(zh: "灯", en: "light")
    }
  }

  /// One side of a change; what nothing was said of is empty.
  private func cell(_ text: String?, _ field: Change.Field) -> Answer.Cell {
    guard let text else { return .none }
    switch field {
    case .light:
      guard let light = Light(rawValue: text) else { return .text(text) }
      return .word(key: light.rawValue, label: light.word)
    case .value:
      guard let number = ExactDecimal(parsing: text) else { return .text(text) }
      return amount(number, in: "万元")
    default: return .text(text)
    }
  }
}

extension Change.Sort {
  /// For people.
  package var label: BilingualText {
    switch self {
    case .happened: BilingualText(zh: "发生", en: "happened")
    case .learnedLate: BilingualText(zh: "后来才知道", en: "learned late")
    case .reported: BilingualText(zh: "新报", en: "reported")
    case .corrected: BilingualText(zh: "更正", en: "corrected")
    case .planChanged: BilingualText(zh: "计划调整", en: "plan changed")
    case .computed: BilingualText(zh: "算出", en: "computed")
    }
  }
}
