import Bilingual
import ChainLoop
import ChainModel
import ChainViews
import GraphKernel
import ProgressLoop

/// The words that picture and list of the overview share, so that neither says what the other does not.
extension ProgressOverview {
  /// 葫芦岛市 · 进度总览, or the same of a cluster, a department, a leader.
  func title(_ label: BilingualText) -> BilingualText { loop.title(of: scope, label) }

  func name(of cluster: Cluster) -> BilingualText {
    guard let node = cluster.node else { return BilingualText(zh: "不属于集群", en: "in no cluster") }
    return BilingualText(same: loop.dataset.graph.name(of: node))
  }

  /// What light what is, as the rules of the data set say.
  var rulesNote: BilingualText {
    let rules = loop.loop.world.rules
    func scale(_ light: Light) -> String {
      rules.behind.intervals.filter { $0.light == light }.map(\.interval.description)
        .joined(separator: ", ")
    }
    func steps(_ sign: String, _ steps: ReportingRules.Steps, _ light: Light) -> String {
      let step = light == .red ? steps.red : steps.yellow
      return step.map { "\(sign) \($0)" } ?? "—"
    }
    let behind = (scale(.yellow), scale(.red))
    let late = (steps(">", rules.milestone, .yellow), steps(">", rules.milestone, .red))
    let silent = (steps("≥", rules.unreported, .yellow), steps("≥", rules.unreported, .red))
    return BilingualText(
      zh: "灯取最重的一条：投资落后时间进度（点）偏慢 \(behind.0)、滞后 \(behind.1)；节点逾期（天）偏慢 \(late.0)、"
        + "滞后 \(late.1)；连续未报（期）偏慢 \(silent.0)、滞后 \(silent.1)",
      en:
        "a light is the worst of: points behind time, slow \(behind.0), behind \(behind.1); days that a "
        + "milestone is late, slow \(late.0), behind \(late.1); months in a row not reported, slow "
        + "\(silent.0), behind \(silent.1)"
    )
  }

  /// What sums must say of themselves.
  var sumNotes: [BilingualText] {
    var notes: [BilingualText] = []
    if total.older > 0 {
      notes.append(
        BilingualText(
          zh: "完成投资中有 \(total.older) 项是更早月份的数",
          en: "the figures of \(total.older) items in the sum are of earlier months"
        )
      )
    }
    if !total.unmatched.isEmpty {
      notes.append(
        BilingualText(
          zh: "\(total.unmatched.count) 项有完成数而无年计划，计入完成额，不计入完成率",
          en:
            "\(total.unmatched.count) items have figures and no plan: they are in the sum, not in the rate"
        )
      )
    }
    if !total.disputed.isEmpty {
      notes.append(
        BilingualText(
          zh: "\(total.disputed.count) 项各单位说法不一，取低数",
          en: "of \(total.disputed.count) items reports differ: the lowest is in the sum"
        )
      )
    }
    if repeated > 0 {
      notes.append(
        BilingualText(
          zh: "有事项属于几个集群，各集群都列，合计只计一次（多列 \(repeated) 次）",
          en:
            "items of several clusters stand in each and count once in the sums (\(repeated) more)"
        )
      )
    }
    return notes
  }

  /// 应报 77 份，涉及 66 个事项，其中 11 个由几家各报.
  var reportsNote: BilingualText {
    BilingualText(
      zh: "\(reportedItems) 个事项，\(sharedItems) 个由几家各报",
      en: "\(reportedItems) items, \(sharedItems) with several leads"
    )
  }

  /// 截至 2024-11-06.
  var basisNotes: [BilingualText] { loop.notes(at: day, known: known == day ? nil : known) }

  /// 70.7, of which the unit is 亿元.
  static func hundredMillions(_ amount: ExactDecimal) -> String { amount.shown(per: 10_000) }

  /// 较上期 +1.
  func change(of light: Light) -> Int { lights[light] - previous[light] }
}

extension DatasetLoop {
  /// The heading of a picture or list, of all or of a part.
  func title(of scope: NodeIndex?, _ label: BilingualText) -> BilingualText {
    let subject = scope.map { dataset.graph.name(of: $0) } ?? dataset.jurisdiction
    return BilingualText(zh: "\(subject) · \(label.zh)", en: "\(subject): \(label.en)")
  }

  func cells(_ parties: [Int]) -> Answer.Cell {
    parties.isEmpty ? .none : .list(parties.map { cell(ofParty: $0) })
  }
}

extension Light {
  /// 偏慢, beside the colour as its key.
  var cell: Answer.Cell { .word(key: rawValue, label: LightSign.word(self)) }
}
