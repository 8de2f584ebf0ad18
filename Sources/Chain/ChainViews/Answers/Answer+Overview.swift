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
    let states = Coverage.allCases
    let coverage = Answer.Table(
      [Answer.Table.Column("cluster", zh: "集群", en: "cluster")]
        + states.map { Answer.Table.Column($0.rawValue, zh: $0.label.zh, en: $0.label.en) }
        + [Answer.Table.Column("completeness", zh: "完整度 %", en: "completeness %")],
      statistics.coverage
    ) { cluster, counts in
      [graph.cell(cluster)] + states.map { .number(counts[$0, default: 0]) }
        + [.number(Completeness(counts: counts).percent)]
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
          key: "coverage",
          title: BilingualText(zh: "各集群覆盖", en: "coverage by cluster"),
          content: .table(coverage)
        ),
      ]
    )
  }
}
