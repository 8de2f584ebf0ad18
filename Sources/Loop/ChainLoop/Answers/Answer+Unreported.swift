import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `unreported` says of a month: how many reports each department owed and gave, what is missing, what
  /// nobody is expected to report, and what came unasked.
  package static func unreported(
    _ loop: DatasetLoop,
    _ items: [Int],
    of period: ReportPeriod,
    known: Day
  ) -> Answer {
    let wanted = Set(items)
    let reporting = loop.loop.reporting(on: period, known: known)
    func within(_ duties: [ReportDuty]) -> [ReportDuty] {
      duties.filter { wanted.contains($0.item) }
    }
    let nobody = reporting.nobody.filter(wanted.contains)
    let open = reporting.isNotYetDue ? [] : within(reporting.missing)
    let rows: [Row] =
      open.map { Row(item: $0.item, parties: $0.parties, state: .missing) }
      + nobody.map { Row(item: $0, parties: [], state: .nobody) }
      + within(reporting.unexpected).map {
        Row(item: $0.item, parties: $0.parties, state: .unexpected)
      }
    let table = Table(
      [
        Table.Column("item", zh: "事项", en: "item"),
        Table.Column("party", zh: "报送单位", en: "reporter"),
        Table.Column("state", zh: "情况", en: "state"),
      ],
      rows
    ) { row in
      [
        loop.cell(ofItem: row.item),
        row.parties.isEmpty ? .none : .list(row.parties.map { loop.cell(ofParty: $0) }),
        .word(key: row.state.rawValue, label: row.state.label),
      ]
    }
    return Answer(
      command: "unreported",
      title: BilingualText(zh: "\(period) 未报清单", en: "\(period): what was not reported"),
      sections: [
        Section(key: "rows", title: nil, content: .table(table)),
        Section(
          key: "departments",
          title: BilingualText(zh: "各单位报送", en: "by department"),
          content: .table(loop.departments(within(reporting.expected), reporting))
        ),
        Section(
          key: "totals",
          title: BilingualText(zh: "合计", en: "totals"),
          content: .table(loop.totals(within(reporting.expected), reporting))
        ),
      ],
      notes: loop.reportingNotes(reporting, expected: within(reporting.expected))
        + loop.dueNotes + loop.notes(at: known, known: nil)
    )
  }

  private struct Row {
    enum State: String {
      case missing, nobody, unexpected

      var label: BilingualText {
        switch self {
        case .missing: BilingualText(zh: "未报", en: "not reported")
        case .nobody: BilingualText(zh: "无人报送", en: "nobody is expected to report")
        case .unexpected: BilingualText(zh: "报了但不要求", en: "reported unasked")
        }
      }
    }

    let item: Int
    let parties: [Int]
    let state: State
  }
}

extension DatasetLoop {
  fileprivate func departments(
    _ expected: [ReportDuty],
    _ reporting: Reporting
  ) -> Answer.Table {
    let (reported, onTime) = (Set(reporting.reported), Set(reporting.onTime))
    var byParty: [Int: [ReportDuty]] = [:]
    for duty in expected {
      for party in duty.parties { byParty[party, default: []].append(duty) }
    }
    let order = byParty.keys.sorted { a, b in
      let (one, other) = (byParty[a]?.count ?? 0, byParty[b]?.count ?? 0)
      return one != other ? one > other : a < b
    }
    return Answer.Table(
      [
        Answer.Table.Column("party", zh: "报送单位", en: "reporter")
      ] + Self.counts,
      order
    ) { party in
      let duties = byParty[party] ?? []
      return [cell(ofParty: party)]
        + Self.cells(
          duties.count,
          duties.count(where: reported.contains),
          duties.count(where: onTime.contains)
        )
    }
  }

  private static let counts = [
    Answer.Table.Column("expected", zh: "应报", en: "expected"),
    Answer.Table.Column("reported", zh: "已报", en: "reported"),
    Answer.Table.Column("onTime", zh: "按时", en: "on time"),
    Answer.Table.Column("rate", zh: "报送率(%)", en: "reported (%)"),
  ]

  private static func cells(_ expected: Int, _ reported: Int, _ onTime: Int) -> [Answer.Cell] {
    [
      .number(expected), .number(reported), .number(onTime),
      .rate(expected == 0 ? nil : Ratio(reported, of: expected).percent),
    ]
  }

  /// The departments added up, and the items: one is reported when each report of it is there.
  fileprivate func totals(_ expected: [ReportDuty], _ reporting: Reporting) -> Answer.Table {
    let (reported, onTime) = (Set(reporting.reported), Set(reporting.onTime))
    let items = Dictionary(grouping: expected, by: \.item).values
    func sum(_ duties: some Sequence<ReportDuty>) -> Int {
      duties.reduce(0) { $0 + $1.parties.count }
    }
    let rows = [
      (
        "sum", BilingualText(zh: "各单位相加（份）", en: "departments added up: reports"),
        Self.cells(
          sum(expected),
          sum(expected.filter(reported.contains)),
          sum(expected.filter(onTime.contains))
        )
      ),
      (
        "items", BilingualText(zh: "全市（每个事项一次）", en: "the city: items, each once"),
        Self.cells(
          items.count,
          items.count { $0.allSatisfy(reported.contains) },
          items.count { $0.allSatisfy(onTime.contains) }
        )
      ),
    ]
    return Answer.Table(
      [Answer.Table.Column("total", zh: "合计", en: "total")] + Self.counts,
      rows
    ) { key, label, cells in [.word(key: key, label: label)] + cells }
  }

  fileprivate func reportingNotes(
    _ reporting: Reporting,
    expected: [ReportDuty]
  ) -> [BilingualText] {
    let items = Set(expected.map(\.item)).count
    let sum = BilingualText(
      zh: "应报 \(expected.count) 份，涉及 \(items) 个事项；一个事项由几家牵头时各报一份，合计不等于事项数",
      en:
        "\(expected.count) reports are expected, on \(items) items: of several leads each reports, so the sum is not that of items"
    )
    guard reporting.isNotYetDue else { return [sum] }
    return [
      sum,
      BilingualText(
        zh: "报送期到 \(reporting.due) 为止，还没有过，不算未报",
        en: "due until \(reporting.due), which has not passed: nothing is missing yet"
      ),
    ]
  }
}
