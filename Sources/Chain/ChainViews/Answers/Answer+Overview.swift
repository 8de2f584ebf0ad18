import Bilingual
public import ChainModel
public import ChainQueries
import GraphKernel

extension Answer {
  /// What `audit` says.
  public static func audit(_ findings: [AuditRule.Finding], in graph: ChainGraph) -> Answer {
    let table = Answer.Table(
      [
        .id, .kind, .name, Answer.Table.Column("rule", zh: "规则", en: "rule"),
        Answer.Table.Column("message", zh: "发现", en: "finding"), .source,
      ],
      findings
    ) { finding in
      graph.headCells(finding.node) + [
        .word(key: finding.rule.rawValue, label: finding.rule.label), .sentence(finding.message),
        graph.sourceCell(graph.origin(of: finding.node)),
      ]
    }
    return Answer(command: "audit", table: table)
  }

  /// What `stats` says.
  public static func statistics(of graph: ChainGraph) -> Answer {
    let statistics = graph.statistics()
    let nodes = statistics.nodes.map { kind, count in
      let label = graph.ontology[kind]?.label ?? BilingualText(same: kind.name)
      return (
        column: Answer.Table.Column(kind.name, zh: label.zh, en: label.en),
        cell: Answer.Cell.number(count)
      )
    }
    let relations = statistics.relations.map { kind, count in
      let label = graph.ontology[kind]?.label ?? BilingualText(same: kind.name)
      return (
        column: Answer.Table.Column(kind.name, zh: label.zh, en: label.en),
        cell: Answer.Cell.number(count)
      )
    }
    let verdicts = Verdict.allCases
    let completeness = Answer.Table(
      [Answer.Table.Column("cluster", zh: "集群", en: "cluster")]
        + verdicts.map { Answer.Table.Column($0.rawValue, zh: $0.label.zh, en: $0.label.en) }
        + [.counted, .surveyed, .completeness],
      statistics.completeness
    ) { cluster, completeness in
      [graph.cell(cluster)] + verdicts.map { .number(completeness.counts[$0, default: 0]) }
        + [
          .number(completeness.all), .number(completeness.surveyed), completenessCell(completeness),
        ]
    }
    return Answer(
      command: "stats",
      sections: [
        Answer.Section(
          key: "nodes",
          title: BilingualText(zh: "对象", en: "nodes"),
          content: .record(nodes)
        ),
        Answer.Section(
          key: "relations",
          title: BilingualText(zh: "关系", en: "relations"),
          content: .record(relations)
        ),
        Answer.Section(
          key: "completeness",
          title: BilingualText(zh: "各集群环节结论", en: "verdicts by cluster"),
          content: .table(completeness)
        ),
      ]
    )
  }
}

extension Answer.Table.Column {
  static let counted = Self("counted", zh: "计入环节", en: "counted")
  static let surveyed = Self("surveyed", zh: "已摸排", en: "surveyed")
  static let completeness = Self("completeness", zh: "完整度（至少–至多）", en: "completeness")
}

extension Answer {
  /// A range: how many segments are here at least, and at most.
  static func completenessCell(_ completeness: Completeness) -> Answer.Cell {
    .record(
      [
        Answer.Cell.Field("least", .number(completeness.least)),
        Answer.Cell.Field("most", .number(completeness.most)),
        Answer.Cell.Field("all", .number(completeness.all)),
        Answer.Cell.Field("surveyed", .number(completeness.surveyed)),
      ],
      // Of nothing that counts nothing is said, least of all zero.
      caption: BilingualText(
        same: completeness.all == 0 ? "—" : "\(completeness.figures) (\(completeness.range))"
      )
    )
  }
}
