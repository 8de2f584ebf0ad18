import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

/// What is asked of an assessment.
package struct AssessmentQuestion: Sendable {
  package var from: ReportPeriod
  package var to: ReportPeriod
  package var known: Day
  package var by: AssessedBy
  /// Whose row; everybody's without one.
  package var party: Int?
  /// Whether each thing that counts is listed.
  package var isExplained: Bool

  package init(
    from: ReportPeriod,
    to: ReportPeriod,
    known: Day,
    by: AssessedBy = .department,
    party: Int? = nil,
    isExplained: Bool = false
  ) {
    (self.from, self.to, self.known, self.by) = (from, to, known, by)
    (self.party, self.isExplained) = (party, isExplained)
  }
}

extension Answer {
  /// What `assess` says: a row a department or leader, the highest score first, then the sum of the rows
  /// beside the city's, in which every item is counted once.
  package static func assessment(_ loop: DatasetLoop, _ question: AssessmentQuestion) -> Answer {
    let table = loop.loop.assessment(
      from: question.from,
      to: question.to,
      known: question.known,
      by: question.by
    )
    let rows = table.ranked.filter { ranked in
      question.party.map { ranked.row.party == $0 } ?? !table.isIdle(ranked.row)
    }
    var sections = [
      Section(
        key: "rows",
        title: nil,
        content: .table(
          Table(
            [
              Table.Column("party", zh: question.by.label.zh, en: question.by.label.en),
              Table.Column("rank", zh: "名次", en: "rank"),
              Table.Column("score", zh: "得分", en: "score"),
              Table.Column("taken", zh: "扣分", en: "taken off"),
            ] + counts,
            rows
          ) { rank, row in
            [
              row.party.map { loop.cell(ofParty: $0) } ?? .none, rank.map { .number($0) } ?? .none,
              row.score.map { .rate($0) } ?? .captioned(.none, caption: withoutScore(row)),
              row.score == nil ? .none : .rate(row.taken),
            ] + cells(row)
          }
        )
      )
    ]
    if question.party == nil { sections.append(totals(table, by: question.by)) }
    if question.isExplained {
      let entries = table.entries.filter { entry in
        question.party.map { entry.party == $0 } ?? true
      }
      sections.append(
        Section(
          key: "entries",
          title: BilingualText(zh: "各数的依据", en: "what the numbers are made of"),
          content: .table(loop.entries(entries, by: question.by))
        )
      )
    }
    return Answer(
      command: "assess",
      title: BilingualText(
        zh: "\(question.from) 至 \(question.to) 考评表",
        en: "Assessment, \(question.from) to \(question.to)"
      ),
      sections: sections,
      notes: loop.notes(on: table, question)
    )
  }

  private static let counts = [
    Table.Column("onTimeRate", zh: "按时报送率(%)", en: "on time (%)"),
    Table.Column("investmentRate", zh: "投资完成率(%)", en: "investment (%)"),
    Table.Column("milestoneRate", zh: "节点按期率(%)", en: "milestones (%)"),
    Table.Column("items", zh: "事项", en: "items"),
    Table.Column("expected", zh: "应报", en: "expected"),
    Table.Column("onTime", zh: "按时", en: "on time"),
    Table.Column("late", zh: "迟报", en: "late"),
    Table.Column("missing", zh: "未报", en: "not reported"),
    Table.Column("measured", zh: "有投资数", en: "with a figure"),
    Table.Column("milestonesDue", zh: "到期节点", en: "milestones due"),
    Table.Column("milestonesKept", zh: "按期节点", en: "in time"),
    Table.Column("yellow", zh: "黄灯", en: "yellow"),
    Table.Column("red", zh: "红灯", en: "red"),
    Table.Column("notices", zh: "督办", en: "notices"),
    Table.Column("answered", zh: "按期反馈", en: "answered in time"),
    Table.Column("wrongReports", zh: "与核查不符", en: "against an inspection"),
  ]

  private static func cells(_ row: Assessment) -> [Cell] {
    [
      .rate(row.onTimeRate?.percent), .rate(row.investmentRate?.percent),
      .rate(row.milestoneRate?.percent), .number(row.items.count), .number(row.expected),
      .number(row.onTime), .number(row.late), .number(row.missing), .number(row.measured),
      .number(row.milestonesDue), .number(row.milestonesKept), .number(row.yellow),
      .number(row.red), .number(row.notices), .number(row.answered), .number(row.wrongReports),
    ]
  }

  private static func withoutScore(_ row: Assessment) -> BilingualText {
    row.expected == 0
      ? BilingualText(zh: "无应报事项，不评分", en: "no items, no score")
      : BilingualText(zh: "没有可计分的，不评分", en: "nothing to score")
  }

  private static func totals(_ table: AssessmentTable, by: AssessedBy) -> Section {
    let sum =
      by == .department
      ? BilingualText(zh: "各单位相加", en: "departments added up")
      : BilingualText(zh: "各领导相加", en: "leaders added up")
    let rows = [
      ("sum", sum, table.sum),
      ("city", BilingualText(zh: "全市（每个事项一次）", en: "the city, each item once"), table.city),
    ]
    return Section(
      key: "totals",
      title: BilingualText(zh: "合计", en: "totals"),
      content: .table(
        Table([Table.Column("total", zh: "合计", en: "total")] + counts, rows) { key, label, row in
          [.word(key: key, label: label)] + cells(row)
        }
      )
    )
  }
}

extension AssessedBy {
  fileprivate var label: BilingualText {
    switch self {
    case .department: BilingualText(zh: "责任单位", en: "department")
    case .leader: BilingualText(zh: "责任领导", en: "leader")
    }
  }
}

extension DatasetLoop {
  fileprivate func entries(_ entries: [AssessmentEntry], by: AssessedBy) -> Answer.Table {
    let order = Dictionary(
      entries.map { ($0.party, $0.party) },
      uniquingKeysWith: { first, _ in first }
    )
    let sorted = order.keys.sorted().flatMap { party in entries.filter { $0.party == party } }
    return Answer.Table(
      [
        Answer.Table.Column("party", zh: by.label.zh, en: by.label.en),
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("period", zh: "月份", en: "month"),
        Answer.Table.Column("counts", zh: "计入", en: "counts as"),
        Answer.Table.Column("share", zh: "占应完成(%)", en: "of what was due (%)"),
        Answer.Table.Column("reason", zh: "原因", en: "reason"),
        Answer.Table.Column("lines", zh: "依据行", en: "lines"),
      ],
      sorted
    ) { entry in
      var lines = entry.lines
      var reasons: [Answer.Cell] = []
      var share = Answer.Cell.none
      switch entry.matter {
      case .light(_, let own):
        reasons = own.map { .sentence($0.text) }
        lines = own.compactMap(\.line)
      case .investment(let ratio): share = .rate(ratio.percent)
      case .milestone(let milestone, _): reasons = [.text(milestone.rawValue)]
      case .report, .notice, .wrongReport: break
      }
      return [
        cell(ofParty: entry.party), cell(ofItem: entry.item), .text("\(entry.period)"),
        .word(key: entry.matter.key, label: entry.matter.label), share,
        reasons.isEmpty ? .none : .list(reasons), told(lines),
      ]
    }
  }

  fileprivate func notes(
    on table: AssessmentTable,
    _ question: AssessmentQuestion
  ) -> [BilingualText] {
    var notes = [loop.world.rules.score.rule]
    let months = table.months
    notes.append(
      months.isEmpty
        ? BilingualText(
          zh: "到 \(question.known) 为止没有一个月过了报送期，因此没有分数",
          en: "no month's day has passed by \(question.known), so there is no score"
        )
        : BilingualText(
          zh: "计入 \(months.count) 个月：\(months[0]) 至 \(months[months.count - 1])",
          en: "\(months.count) months are counted: \(months[0]) to \(months[months.count - 1])"
        )
    )
    if !table.pending.isEmpty {
      let told = table.pending.map(\.description)
      notes.append(
        BilingualText(
          zh: "报送期未过、没有计入：\(told.joined(separator: "、"))",
          en: "not counted, since their day has not passed: \(told.joined(separator: ", "))"
        )
      )
    }
    notes.append(
      BilingualText(
        zh: "投资完成率是各事项各月的平均，每月按当月末应完成的算，超过的按 100% 算",
        en:
          "the rate of investment is the mean over items and months, each against what should have been "
          + "spent by its end, and at most 100 %"
      )
    )
    if question.party == nil {
      let idle = table.rows.filter(table.isIdle).compactMap(\.party)
        .filter { isAssessed($0, question.by) }.map { loop.parties[$0].name }
      if !idle.isEmpty {
        notes.append(
          BilingualText(
            zh: "没有应报事项、不评分的 \(idle.count) 个\(question.by.label.zh)：\(idle.joined(separator: "、"))",
            en:
              "without items, and so without a score, \(idle.count): \(idle.joined(separator: ", "))"
          )
        )
      }
      notes.append(
        BilingualText(
          zh: "一个事项由几家负责时各算一次，相加的数不是全市的数；全市每个事项只算一次",
          en:
            "what several answer for is counted with each, so the sum is not the city's, where every item is "
            + "counted once"
        )
      )
      if !table.nobody.isEmpty {
        notes.append(
          BilingualText(
            zh: "\(table.nobody.count) 个事项在全市之内而不算在任何\(question.by.label.zh)名下",
            en: "\(table.nobody.count) items are in the city's and put down to nobody"
          )
        )
      }
    }
    return notes + dueNotes + self.notes(at: question.known, known: nil)
  }
}

extension DatasetLoop {
  /// Whether a party is of the sort that is assessed so: leaders, or all others.
  fileprivate func isAssessed(_ party: Int, _ by: AssessedBy) -> Bool {
    guard let node = node(ofParty: party) else { return true }
    return (dataset.graph.kind(of: node) == .leader) == (by == .leader)
  }
}

extension AssessmentTable {
  /// Whether nothing at all is put down to a party.
  fileprivate func isIdle(_ row: Assessment) -> Bool {
    row.expected + row.notices + row.milestonesDue == 0
  }
}

extension AssessmentEntry.Matter {
  fileprivate var key: String {
    switch self {
    case .report(let report): report.rawValue
    case .light(let light, _): light.rawValue
    case .investment: "investment"
    case .wrongReport: "wrong report"
    case .notice(let isAnswered): isAnswered ? "notice, answered" : "notice"
    case .milestone(_, let isKept): isKept ? "milestone, in time" : "milestone, missed"
    }
  }

  fileprivate var label: BilingualText {
    switch self {
    case .report(.onTime): BilingualText(zh: "按时", en: "reported on time")
    case .report(.late): BilingualText(zh: "迟报", en: "reported late")
    case .report(.missing): BilingualText(zh: "未报", en: "not reported")
    case .light(let light, _): BilingualText(zh: "\(light.word.zh)灯", en: "\(light.word.en) month")
    case .investment: BilingualText(zh: "投资", en: "investment")
    case .wrongReport: BilingualText(zh: "与核查不符", en: "against an inspection")
    case .notice(true): BilingualText(zh: "督办，按期反馈", en: "notice, answered in time")
    case .notice(false): BilingualText(zh: "督办，没有按期反馈", en: "notice, not answered in time")
    case .milestone(_, true): BilingualText(zh: "节点按期", en: "milestone in time")
    case .milestone(_, false): BilingualText(zh: "节点未按期", en: "milestone missed")
    }
  }
}

extension ReportingRules.Score {
  /// How the score comes about, in words.
  fileprivate var rule: BilingualText {
    switch self {
    case .rates(let rates):
      let zhCap = rates.cap.map { "，至多扣 \($0)" } ?? ""
      let enCap = rates.cap.map { ", at most \($0)" } ?? ""
      return BilingualText(
        zh: "得分＝按时报送率×\(rates.onTime)＋投资完成率×\(rates.investment)＋节点按期率×\(rates.milestones)，"
          + "按有数的各项的权重折成 100 分，再扣督办每件 \(rates.notice)、与核查不符每份 \(rates.wrongReport)\(zhCap)",
        en: "score: on time × \(rates.onTime) + investment × \(rates.investment) + milestones × "
          + "\(rates.milestones), of a hundred by the weights of what could be measured, less "
          + "\(rates.notice) a notice and \(rates.wrongReport) a report against an inspection\(enCap)"
      )
    case .points(let points):
      let zhCap = points.cap.map { "，至多扣 \($0)" } ?? ""
      let enCap = points.cap.map { ", at most \($0) altogether" } ?? ""
      return BilingualText(
        zh: "得分＝\(points.full)，扣未报每份 \(points.missing)、迟报每份 \(points.late)、黄灯每月 \(points.yellow)、"
          + "红灯每月 \(points.red)、督办每件 \(points.notice)，按期反馈每件加回 \(points.answered)\(zhCap)；"
          + "按件扣分，事项多的单位扣得多",
        en:
          "score: \(points.full), less \(points.missing) a missing report, \(points.late) a late one, "
          + "\(points.yellow) a yellow month, \(points.red) a red one, \(points.notice) a notice, "
          + "\(points.answered) back for one answered in time\(enCap); points for each thing weigh on those "
          + "with many items"
      )
    }
  }
}
