import Bilingual
import ChainViews
import ProgressLoop

extension DatasetLoop {
  /// What a target is to come to: its comparator and figure.
  func goal(_ goal: LoopGoal?) -> Answer.Cell {
    guard let goal else { return .none }
    return .record(
      [
        Answer.Cell.Field("comparator", .text(goal.comparator.rawValue)),
        Answer.Cell.Field("value", amount(goal.value)),
      ],
      caption: goal.label
    )
  }

  /// The figure that the way of a target begins with, its month and line.
  func base(_ base: GoalStatus.Base?) -> Answer.Cell {
    guard let base else { return .none }
    let value = amount(base.value)
    return .record(
      [
        Answer.Cell.Field("value", value), Answer.Cell.Field("period", .text("\(base.period)")),
        Answer.Cell.Field("line", .text(base.line)),
      ],
      caption: BilingualText(
        zh: "\(value.text(in: .zh))（\(base.period)，\(base.line)）",
        en: "\(value.text(in: .en)) (\(base.period), \(base.line))"
      )
    )
  }

  /// How far a target has come, in words; nothing for what is none.
  func notes(on goal: GoalStatus?) -> [BilingualText] {
    guard let goal else { return [] }
    let lines = goal.lines.joined(separator: "、")
    var zh = "目标：\(goal.goal.label.zh)；\(goal.state.label.zh)" + (lines.isEmpty ? "" : "（\(lines)）")
    var en =
      "target: \(goal.goal.label.en); \(goal.state.label.en)" + (lines.isEmpty ? "" : " (\(lines))")
    if goal.state == .uncertain {
      zh += "，“左右”没有写明相差多少也算"
      en += ", since nobody says how far off “about” may be"
    }
    if let base = goal.base {
      let told = self.base(base)
      zh += "；基数 \(told.text(in: .zh))"
      en += "; from \(told.text(in: .en))"
    }
    if let progress = goal.progress {
      zh += "，走完 \(progress.shown)%"
      en += ", \(progress.shown)% of the way"
    } else if goal.goal.isGrowth {
      zh += "；增长率没有从基数起的进度"
      en += "; a rate of growth has no way from a base"
    } else if let baseline = goal.goal.baseline, goal.base == nil {
      zh += "；没有报过 \(baseline) 的数，因此没有从基数起的进度"
      en += "; no figure of \(baseline) was reported, so there is no way from a base"
    }
    return [BilingualText(zh: zh, en: en)]
  }
}

extension LoopGoal {
  fileprivate var label: BilingualText {
    switch comparator {
    case .reach: BilingualText(zh: "达到 \(value)", en: "reaches \(value)")
    case .atLeast: BilingualText(zh: "\(value)以上", en: "at least \(value)")
    case .exceed: BilingualText(zh: "超过 \(value)", en: "more than \(value)")
    case .about: BilingualText(zh: "\(value)左右", en: "about \(value)")
    }
  }
}

extension GoalStatus.State {
  /// For people.
  var label: BilingualText {
    switch self {
    case .reached: BilingualText(zh: "已达到", en: "reached")
    case .notReached: BilingualText(zh: "未达到", en: "not reached")
    case .uncertain: BilingualText(zh: "未定", en: "cannot be said")
    case .unknown: BilingualText(zh: "没有可比的数", en: "no figure to compare")
    }
  }
}
