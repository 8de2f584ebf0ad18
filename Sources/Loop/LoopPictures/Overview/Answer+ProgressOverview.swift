import Bilingual
import ChainLoop
package import ChainViews
import ProgressLoop

extension Answer {
  /// The list of 进度总览: every number and every sign of its picture.
  package static func progress(_ overview: ProgressOverview) -> Answer {
    func section(_ key: String, zh: String, en: String, _ table: Table) -> Section {
      Section(key: key, title: BilingualText(zh: zh, en: en), content: .table(table))
    }
    let loop = overview.loop
    return Answer(
      command: LoopQuestion.progress.rawValue,
      subject: overview.scope.map { NodeSummary(of: $0, in: loop.dataset.graph) },
      title: overview.title(LoopQuestion.progress.definition.listLabel),
      sections: [
        section("figures", zh: "总数", en: "figures", overview.figuresTable),
        section("clusters", zh: "各集群", en: "clusters", overview.clustersTable),
        section("rows", zh: "事项", en: "items", overview.itemsTable),
        section("months", zh: "各月灯数", en: "lights by month", overview.monthsTable),
        section(
          "departments",
          zh: "\(overview.period) 报送，按单位",
          en: "reports of \(overview.period) by department",
          overview.departmentsTable
        ),
      ],
      notes: overview.basisNotes + overview.sumNotes
        + [overview.reportsNote, overview.rulesNote]
    )
  }
}

extension ProgressOverview {
  private typealias Column = Answer.Table.Column

  fileprivate var figuresTable: Answer.Table {
    typealias Figure = (key: String, zh: String, en: String, now: Answer.Cell, before: Answer.Cell)
    var figures: [Figure] = LightCounts.order.map { light in
      let word = LightSign.word(light)
      return (
        light.rawValue, word.zh, word.en, .number(lights[light]), .number(change(of: light))
      )
    }
    func add(_ key: String, _ zh: String, _ en: String, _ cell: Answer.Cell) {
      figures.append((key, zh, en, cell, .none))
    }
    add("items", "事项", "items", .number(items.count))
    add("clusters", "集群", "clusters", .number(clusters.count))
    add("period", "报告期", "month", .text(period.description))
    add("due", "报送截止", "due", .text(loop.loop.world.rules.dueDay(of: period).description))
    add("value", "完成投资", "invested", loop.amount(total.value, in: "万元"))
    add("valueShown", "完成投资（亿元）", "invested (亿元)", .text(Self.hundredMillions(total.value)))
    add("plan", "年计划", "planned", loop.amount(total.plan, in: "万元"))
    add("planShown", "年计划（亿元）", "planned (亿元)", .text(Self.hundredMillions(total.plan)))
    add("rate", "完成率(%)", "done (%)", .shown(total.rate?.shown))
    add("time", "时间进度(%)", "time (%)", .shown(total.time?.shown))
    add("behind", "落后(点)", "behind (points)", .shown(total.behind?.shown))
    add("expected", "应报", "expected", .number(reports.expected))
    add("reported", "已报", "reported", .number(reports.reported))
    add("onTime", "按时", "on time", .number(reports.onTime))
    add("missing", "未报", "not reported", .number(reports.missing))
    return Answer.Table(
      [
        Column("figure", zh: "项", en: "figure"), Column("now", zh: "数", en: "number"),
        Column("change", zh: "较上期", en: "change"),
      ],
      figures
    ) { figure in
      [
        .word(key: figure.key, label: BilingualText(zh: figure.zh, en: figure.en)), figure.now,
        figure.before,
      ]
    }
  }

  fileprivate var clustersTable: Answer.Table {
    Answer.Table(
      [Column("cluster", zh: "集群", en: "cluster"), Column("items", zh: "事项", en: "items")]
        + LightCounts.order.map { light in
          let word = LightSign.word(light)
          return Column(light.rawValue, zh: word.zh, en: word.en)
        } + [
          Column("missing", zh: "未报", en: "not reported"),
          Column("value", zh: "当年累计", en: "since January"),
          Column("plan", zh: "年计划", en: "planned for the year"),
          Column("rate", zh: "完成率(%)", en: "done (%)"),
          Column("time", zh: "时间进度(%)", en: "time (%)"),
          Column("behind", zh: "落后(点)", en: "behind (points)"),
          Column("leaders", zh: "责任领导", en: "leaders"),
          Column("leads", zh: "牵头单位", en: "lead departments"),
        ],
      clusters
    ) { cluster in
      let lights = LightCounts(cluster.items.map(\.status.light))
      return [.sentence(name(of: cluster)), .number(cluster.items.count)]
        + LightCounts.order.map { .number(lights[$0]) } + [
          .number(cluster.items.count { !$0.missing.isEmpty }),
          loop.amount(cluster.total.value, in: "万元"), loop.amount(cluster.total.plan, in: "万元"),
          .shown(cluster.total.rate?.shown), .shown(cluster.total.time?.shown),
          .shown(cluster.total.behind?.shown), loop.cells(cluster.leaders),
          loop.cells(cluster.leads),
        ]
    }
  }

  fileprivate var itemsTable: Answer.Table {
    var places: [Int: [Answer.Cell]] = [:]
    for cluster in clusters {
      for item in cluster.items {
        places[item.number, default: []].append(.sentence(name(of: cluster)))
      }
    }
    return Answer.Table(
      [
        Column("number", zh: "序号", en: "number"), Column("item", zh: "事项", en: "item"),
        Column("cluster", zh: "集群", en: "cluster"), Column("light", zh: "灯", en: "light"),
        Column("missing", zh: "未报单位", en: "not reported by"),
        Column("reasons", zh: "原因（依据行）", en: "reasons (lines)"),
        Column("lead", zh: "牵头单位", en: "lead departments"),
        Column("leaders", zh: "责任领导", en: "leaders"),
        Column("status", zh: "状态", en: "status"), Column("period", zh: "报告期", en: "month"),
        Column("value", zh: "当年累计", en: "since January"),
        Column("plan", zh: "年计划", en: "planned for the year"),
        Column("rate", zh: "完成率(%)", en: "done (%)"),
        Column("time", zh: "时间进度(%)", en: "time (%)"),
        Column("behind", zh: "落后(点)", en: "behind (points)"),
        Column("lines", zh: "数据行", en: "lines"),
      ],
      items
    ) { item in
      let status = item.status
      let investment = status.investment
      return [
        .number(item.number), loop.cell(ofItem: item.item), .list(places[item.number] ?? []),
        status.light.cell, loop.cells(item.missing),
        .list(status.reasons.map { .sentence($0.cited) }), loop.cells(item.leads),
        loop.cells(item.leaders), .shown(status.status), .shown(status.period),
        loop.amount(status.value), investment.map { loop.amount($0.plan, in: "万元") } ?? .none,
        .shown(investment?.rate.shown), .shown(investment?.time.shown),
        .shown(investment?.behind.shown),
        .list(
          (status.said.map(\.line) + (investment.map { [$0.planLine] } ?? [])).map { .text($0) }
        ),
      ]
    }
  }

  fileprivate var monthsTable: Answer.Table {
    Answer.Table(
      [Column("month", zh: "报告期", en: "month"), Column("at", zh: "所知之日", en: "as known on")]
        + LightCounts.order.map { light in
          let word = LightSign.word(light)
          return Column(light.rawValue, zh: word.zh, en: word.en)
        },
      months
    ) { month in
      [.text(month.period.description), .text(month.at.description)]
        + LightCounts.order.map { .number(month.lights[$0]) }
    }
  }

  fileprivate var departmentsTable: Answer.Table {
    Answer.Table(
      [
        Column("party", zh: "报送单位", en: "reporter"),
        Column("expected", zh: "应报", en: "expected"),
        Column("reported", zh: "已报", en: "reported"),
        Column("onTime", zh: "按时", en: "on time"),
        Column("missing", zh: "未报", en: "not reported"),
      ],
      departments + [reports]
    ) { department in
      let name: Answer.Cell =
        department.party < 0
        ? .sentence(BilingualText(zh: "合计", en: "total")) : loop.cell(ofParty: department.party)
      return [
        name, .number(department.expected), .number(department.reported),
        .number(department.onTime), .number(department.missing),
      ]
    }
  }
}
