import Bilingual
import ChainModel
import ChainQueries
package import ChainViews
import GraphKernel
import ProgressLoop

extension Answer {
  /// What stands on the home of a leader or a department: its figures, what it answers for with the light of
  /// each, what is late, what was not reported, and what has changed since the last reports.
  package static func home(_ home: PartyHome) -> Answer {
    let graph = home.loop.dataset.graph
    let name = graph.name(of: home.party)
    func section(_ key: String, _ zh: String, _ en: String, _ table: Table) -> Section {
      Section(key: key, title: BilingualText(zh: zh, en: en), content: .table(table))
    }
    let items = [
      section(
        "rows",
        "负责的事项",
        "what it answers for",
        home.table(of: home.duties.map { [$0] })
      ),
      section(
        "inherited",
        "随之负责的（继承）",
        "what follows from it (inherited)",
        home.table(of: home.inherited)
      ),
    ]
    let progress = [
      section("late", "逾期未完成", "late", home.loop.table(of: home.late, at: home.day)),
      section(
        "unreported",
        "\(home.period) 未报",
        "not reported of \(home.period)",
        home.missingTable
      ),
      section(
        "changes",
        "上期以来的变化（\(home.since) 至 \(home.day)）",
        "changes since the last reports (\(home.since) to \(home.day))",
        home.loop.table(of: home.changes)
      ),
    ]
    return Answer(
      command: "home",
      subject: NodeSummary(of: home.party, in: graph),
      title: BilingualText(zh: "\(name) · 责任主页", en: "\(name): home"),
      sections: [
        Section(
          key: "figures",
          title: BilingualText(zh: "总数", en: "figures"),
          content: .record(home.figures)
        )
      ] + items + (home.isBare ? [] : progress),
      notes: home.notes
    )
  }
}

extension PartyHome {
  /// The counts that stand at its head, each of a table below.
  package var figures: [(column: Answer.Table.Column, cell: Answer.Cell)] {
    let graph = loop.dataset.graph
    var figures: [(column: Answer.Table.Column, cell: Answer.Cell)] = []
    func add(_ key: String, _ label: BilingualText, _ count: Int) {
      figures.append((Answer.Table.Column(key, zh: label.zh, en: label.en), .number(count)))
    }
    for role in graph.ontology.roles {
      let count = duties.count { $0.role == role }
      if count > 0 { add(role.name, graph.roleLabel(role), count) }
    }
    add("inherited", BilingualText(zh: "继承", en: "inherited"), inherited.count)
    guard !isBare else { return figures }
    for light in [Light.red, .yellow, .green, .grey] {
      add(
        light.rawValue,
        BilingualText(zh: light.word.zh + "灯", en: light.word.en),
        count(of: light)
      )
    }
    add("late", BilingualText(zh: "逾期", en: "late"), late.count)
    add("unreported", BilingualText(zh: "未报", en: "not reported"), missing.count)
    add("changes", BilingualText(zh: "变化", en: "changes"), changes.count)
    return figures
  }

  /// A row an item, with the duties that the party has in it, and how it stands.
  fileprivate func table(of items: [[Duty]]) -> Answer.Table {
    let graph = loop.dataset.graph
    return Answer.Table(
      [
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("role", zh: "职责", en: "role"),
        Answer.Table.Column("certainty", zh: "确定性", en: "certainty"),
        Answer.Table.Column("light", zh: "灯", en: "light"),
        Answer.Table.Column("status", zh: "状态", en: "status"),
        Answer.Table.Column("rate", zh: "完成率(%)", en: "done (%)"),
        Answer.Table.Column("behind", zh: "落后(点)", en: "behind (points)"),
        Answer.Table.Column("reasons", zh: "原因", en: "reasons"),
        Answer.Table.Column("from", zh: "依据事项", en: "from"),
        Answer.Table.Column("source", zh: "出处", en: "source"),
      ],
      items
    ) { duties in
      let item = duties[0].item
      let status = loop.number(of: item).flatMap { statuses[$0] }
      // Who is meant for sure needs no word: people see the others.
      let isCertain = duties.contains { $0.certainty == .certain }
      let certainty: Answer.Cell =
        isCertain
        ? .captioned(Answer.certaintyCell(.certain), caption: BilingualText(same: ""))
        : Answer.certaintyCell(.possible)
      return [
        graph.cell(item), graph.kindCell(item), one(duties.map { graph.roleCell($0.role) }),
        certainty,
        status.map { .word(key: $0.light.rawValue, label: $0.light.word) } ?? .none,
        status.map { loop.statusCell($0) } ?? .none, .rate(status?.investment?.rate),
        .rate(status?.investment?.behind),
        .list((status?.reasons ?? []).map { .sentence($0.ownCited) }),
        one(duties.filter(\.isInherited).map { graph.reference($0.from) }),
        one(duties.map { graph.sourceCell(of: $0.relation) }),
      ]
    }
  }

  /// Each once: nothing of none, one by itself, several as a list.
  private func one(_ cells: [Answer.Cell]) -> Answer.Cell {
    var seen: Set<Answer.Cell> = []
    let own = cells.filter { seen.insert($0).inserted }
    return own.isEmpty ? .none : own.count == 1 ? own[0] : .list(own)
  }

  fileprivate var missingTable: Answer.Table {
    Answer.Table(
      [
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("party", zh: "报送单位", en: "reporter"),
      ],
      missing
    ) { duty in
      [loop.cell(ofItem: duty.item), .list(duty.parties.map { loop.cell(ofParty: $0) })]
    }
  }

  fileprivate var notes: [BilingualText] {
    let certain = (duties.map { [$0] } + inherited).filter { duties in
      duties.contains { $0.certainty == .certain }
    }
    let possible = duties.count + inherited.count - certain.count
    let more = BilingualText(
      zh: "还有 \(others) 个环节、企业等随集群归其负责，不报进展，不列在此：见含继承的职责清单",
      en:
        "\(others) segments, firms and so on follow from it too, of which nobody reports; they are in "
        + "the list of duties with inherited ones"
    )
    let maybe = BilingualText(
      zh: "其中 \(possible) 项只是可能由其负责（相关单位，或几个承接者之一），不计入灯、逾期和未报",
      en:
        "\(possible) of these it only may answer for (as one of several), which are not counted in "
        + "lights, what is late and what was not reported"
    )
    return (others == 0 ? [] : [more]) + (possible == 0 || isBare ? [] : [maybe])
      + (isBare ? [] : loop.dueNotes)
      + loop.notes(at: day, known: known == day ? nil : known)
  }
}
