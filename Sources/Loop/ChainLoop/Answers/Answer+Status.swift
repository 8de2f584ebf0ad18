package import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `status` says: a row an item, in the order of the data, with its light and why it is that.
  package static func status(
    _ loop: DatasetLoop,
    _ items: [Int],
    at day: Day,
    known: Day?
  ) -> Answer {
    let rows = items.map { loop.loop.status(of: $0, at: day, known: known) }
    let table = Table(
      [
        Table.Column("item", zh: "事项", en: "item"), Table.Column("light", zh: "灯", en: "light"),
        Table.Column("lead", zh: "牵头单位", en: "lead departments"),
        Table.Column("period", zh: "报告期", en: "period"),
        Table.Column("status", zh: "状态", en: "status"),
        Table.Column("value", zh: "当年累计", en: "since January"),
        Table.Column("valuePeriod", zh: "累计截至", en: "figure of"),
        Table.Column("plan", zh: "年计划", en: "planned for the year"),
        Table.Column("rate", zh: "完成率(%)", en: "done (%)"),
        Table.Column("time", zh: "时间进度(%)", en: "time (%)"),
        Table.Column("behind", zh: "落后(点)", en: "behind (points)"),
        Table.Column("goal", zh: "目标值", en: "goal"),
        Table.Column("reached", zh: "达到", en: "reached"),
        Table.Column("base", zh: "基数", en: "base"),
        Table.Column("progress", zh: "目标进度(%)", en: "of the way (%)"),
        Table.Column("age", zh: "距今天数", en: "age in days"),
        Table.Column("reasons", zh: "原因", en: "reasons"),
        Table.Column("remarks", zh: "提示", en: "remarks"),
      ],
      rows
    ) { status in
      [
        loop.cell(ofItem: status.item),
        .word(key: status.light.rawValue, label: status.light.word),
        loop.leads(of: status.item, at: day), .shown(status.period), loop.statusCell(status),
        loop.amount(status.value), .shown(status.valuePeriod),
        status.investment.map { loop.amount($0.plan, in: "万元") } ?? .none,
        .rate(status.investment?.rate), .rate(status.investment?.time),
        .rate(status.investment?.behind), loop.goal(status.goal?.goal),
        status.goal.map { .word(key: $0.state.rawValue, label: $0.state.label) } ?? .none,
        loop.base(status.goal?.base), .rate(status.goal?.progress),
        status.age.map { .number($0) } ?? .none,
        .list(status.reasons.map { .sentence($0.cited) }),
        status.remarks.isEmpty ? .none : .list(status.remarks.map { loop.remark($0) }),
      ]
    }
    let counts = Dictionary(grouping: rows, by: \.light).mapValues(\.count)
    let told = [Light.red, .yellow, .green, .grey].compactMap { light in
      counts[light].map { (light, $0) }
    }
    let sum = BilingualText(
      zh: told.map { "\($0.word.zh) \($1)" }.joined(separator: "，"),
      en: told.map { "\($0.word.en) \($1)" }.joined(separator: ", ")
    )
    return Answer(
      command: "status",
      title: BilingualText(zh: "进展（截至 \(day)）", en: "status as of \(day)"),
      table: table,
      notes: (told.isEmpty ? [] : [sum]) + (loop.loop.world.rules.start == nil ? [] : loop.dueNotes)
        + loop.notes(at: day, known: known)
    )
  }
}

extension Reason {
  /// Why, with the light before it and the line behind it.
  package var cited: BilingualText { citing(text) }

  /// Why, with the line behind it.
  package var ownCited: BilingualText { citing(ownText) }

  private func citing(_ text: BilingualText) -> BilingualText {
    guard let line else { return text }
    return BilingualText(zh: "\(text.zh)（\(line)）", en: "\(text.en) (\(line))")
  }
}

extension Answer.Cell {
  /// A value as it is written; nothing where there is none.
  package static func shown(_ value: (some CustomStringConvertible)?) -> Self {
    value.map { .text($0.description) } ?? .none
  }

  /// Percents or points, with one digit behind the point; nothing where there are none.
  static func rate(_ ratio: Ratio?) -> Self {
    ratio.map { .decimal($0.tenths, places: 1) } ?? .none
  }
}

extension DatasetLoop {
  /// An amount with its unit: of money that is 万元, in which the journal counts.
  package func amount(_ value: Measured?) -> Answer.Cell {
    guard let value else { return .none }
    return amount(value.number, in: value.unit ?? "万元")
  }

  package func amount(_ number: ExactDecimal, in unit: String) -> Answer.Cell {
    guard let amount = Double(number.description), let unit = dataset.graph.ontology.unit(unit)
    else { return .text("\(number) \(unit)") }
    return .quantity(Quantity(amount: amount, unit: unit))
  }

  /// What was last reported that an item is.
  func statusCell(_ status: ItemStatus) -> Answer.Cell {
    status.isDisputed
      ? .word(key: "disputed", label: BilingualText(zh: "说法不一", en: "disputed"))
      : .shown(status.status)
  }

  /// What is told of an item beside its light, with its line.
  func remark(_ remark: StatusRemark) -> Answer.Cell {
    switch remark {
    case .unexpected(let party, let line):
      let name = cell(ofParty: party)
      return .sentence(
        BilingualText(
          zh: "\(name.text(in: .zh))不是应报单位，报了而不计入报送（\(line)）",
          en: "\(name.text(in: .en)) is not who is to report: kept, and not counted (\(line))"
        )
      )
    case .claimed(let milestone, let line):
      return .sentence(
        BilingualText(
          zh: "报了“\(milestone.rawValue)”，但没有记过这个节点（\(line)）；另记一行 milestone 才算",
          en:
            "\(milestone.rawValue) is reported and no milestone is recorded (\(line)); that takes a line of its own"
        )
      )
    }
  }

  /// An item of a table: its node.
  package func cell(ofItem item: Int) -> Answer.Cell {
    node(ofItem: item).map { .node(Answer.NodeSummary(of: $0, in: dataset.graph)) }
      ?? .text(loop.world.items[item].name)
  }

  /// A party of a table: its node, else what the journal calls it.
  package func cell(ofParty party: Int) -> Answer.Cell {
    node(ofParty: party).map { .node(Answer.NodeSummary(of: $0, in: dataset.graph)) }
      ?? .text(loop.parties[party].name)
  }

  /// Who leads an item on a day.
  func leads(of item: Int, at day: Day) -> Answer.Cell {
    let owners = loop.owners(of: item, as: .lead, at: day).compactMap(\.party)
    return owners.isEmpty ? .none : .list(owners.map { cell(ofParty: $0) })
  }

  /// Until which day a month is taken to be reported, where nobody says so.
  var dueNotes: [BilingualText] {
    guard !loop.world.rules.saysDueDay else { return [] }
    let day = loop.world.rules.dueDay
    return [
      hasRules
        ? BilingualText(
          zh: "reporting.yaml 没有写 due-day：按次月 \(day) 日为限",
          en:
            "reporting.yaml says no due-day: reports are taken to be due on day \(day) of the next month"
        )
        : BilingualText(
          zh: "没有 reporting.yaml：按次月 \(day) 日为限，其余也按通常的规则",
          en:
            "there is no reporting.yaml: reports are taken to be due on day \(day) of the next month, and the "
            + "usual rules hold"
        )
    ]
  }

  /// Which day is answered about, and by what was known when.
  package func notes(at day: Day, known: Day?) -> [BilingualText] {
    let basis = BilingualText(
      zh: known.map { "截至 \(day) 的情况，按 \($0) 前记录的行" } ?? "截至 \(day) 的情况",
      en: known.map { "as of \(day), by the lines recorded until \($0)" } ?? "as of \(day)"
    )
    let isBare = loop.world.plan.isEmpty && loop.world.journal.count == 0
    guard isBare, loop.world.rules.start == nil else { return [basis] }
    return [
      basis,
      BilingualText(
        zh: "数据集没有计划（plans）和台账（journal），因此没有进展可说",
        en: "the data set has neither plans nor a journal, so nothing can be said of progress"
      ),
    ]
  }
}
