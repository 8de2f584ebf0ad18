import Bilingual
import ProgressLoop

/// What a column of a sheet holds.
enum SheetColumn: Hashable {
  case id, name, cluster, leader, plan, last
  case current, status, progress, problem, next
  case planned(Milestone), reached(Milestone)
  case light
  /// Why a sheet is sent back: only in one that is.
  case fault

  /// Those of a sheet, in its order.
  static let all: [SheetColumn] =
    [.id, .name, .cluster, .leader, .plan, .last] + [.current, .status, .progress, .problem, .next]
    + Milestone.allCases.flatMap { [.planned($0), .reached($0)] } + [.light]

  /// Those that say what a month was like.
  static let reported: [SheetColumn] = [.current, .status, .progress, .problem, .next]

  private static let byHeading = Dictionary(
    uniqueKeysWithValues: (all + [.fault]).flatMap { column in
      Set([column.heading.zh, column.heading.en]).map { ($0, column) }
    }
  )

  /// The column of a heading in either language; `nil` for one of somebody's own.
  init?(heading: String) {
    guard let column = Self.byHeading[heading.filter { !$0.isNewline }] else { return nil }
    self = column
  }

  /// Whether it is asked about; the others are told.
  var isAsked: Bool {
    switch self {
    case .current, .status, .progress, .problem, .next, .reached: true
    case .id, .name, .cluster, .leader, .plan, .last, .planned, .light, .fault: false
    }
  }

  var heading: BilingualText {
    switch self {
    case .id: BilingualText(zh: "编号", en: "id")
    case .name: BilingualText(zh: "事项", en: "item")
    case .cluster: BilingualText(zh: "集群", en: "cluster")
    case .leader: BilingualText(zh: "责任领导", en: "leader")
    case .plan: BilingualText(zh: "年计划", en: "planned for the year")
    case .last: BilingualText(zh: "上月累计", en: "last month")
    case .current: BilingualText(zh: "本期累计", en: "since January")
    case .status: BilingualText(zh: "状态", en: "status")
    case .progress: BilingualText(zh: "形象进度", en: "progress")
    case .problem: BilingualText(zh: "存在问题", en: "problem")
    case .next: BilingualText(zh: "下步措施", en: "next")
    case .planned(let milestone):
      BilingualText(zh: "\(milestone.rawValue)计划日", en: "\(milestone) planned")
    case .reached(let milestone):
      BilingualText(zh: "\(milestone.rawValue)实际日", en: "\(milestone) reached")
    case .light: BilingualText(zh: "上月灯", en: "last light")
    case .fault: BilingualText(zh: "退回原因", en: "why it is sent back")
    }
  }

  /// What is shown when the pointer rests on the heading; nothing where it speaks for itself.
  var note: BilingualText? {
    switch self {
    case .id: BilingualText(zh: "请勿改动：报回时按编号对应", en: "leave it as it is: rows are known by it")
    case .plan:
      BilingualText(zh: "当年计划投资；目标则是目标值", en: "money planned for the year; of a target its figure")
    case .current:
      BilingualText(
        zh: "自 1 月 1 日起的累计，不是当月数；直接填数，单位见格中，也可写作 3500万元、82户；没有数就空着，空着不是零",
        en:
          "since the first of January, not of the month alone; a number in the unit that the cell shows, or "
          + "3500万元, 82户; leave it empty where there is none: empty is not zero"
      )
    case .status:
      BilingualText(zh: "可选也可自己写", en: "choose one, or write your own word")
    case .reached:
      BilingualText(
        zh: "已经完成的日子，如 2024-06-30；只知道月份写 2024-06",
        en:
          "the day on which it was reached, as 2024-06-30, or 2024-06 where only the month is known"
      )
    case .name, .cluster, .leader, .last, .progress, .problem, .next, .planned, .light, .fault: nil
    }
  }

  /// The most cells of a terminal that it takes; longer texts are wrapped.
  var mostWidth: Int {
    switch self {
    case .id: 22
    case .name: 26
    case .cluster: 18
    case .leader: 14
    case .plan, .last, .current, .planned, .reached: 14
    case .status, .light: 10
    case .progress, .problem, .next: 24
    case .fault: 40
    }
  }

  /// The least, so that there is room to write.
  var leastWidth: Int {
    switch self {
    case .progress, .problem, .next: 24
    case .planned, .reached: 13
    default: 8
    }
  }
}
