import Bilingual
public import ChainModel
public import ChainQueries
import GraphKernel

extension Answer {
  /// What `audit` says.
  public static func audit(_ findings: [AuditFinding], in graph: ChainGraph) -> Answer {
    let table = Table(
      [
        .id, .kind, .name, Table.Column("rule", zh: "规则", en: "rule"),
        Table.Column("message", zh: "发现", en: "finding"), .source,
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
      return (column: Table.Column(kind.name, zh: label.zh, en: label.en), cell: Cell.number(count))
    }
    let relations = statistics.relations.map { kind, count in
      let label = graph.ontology[kind]?.label ?? BilingualText(same: kind.name)
      return (column: Table.Column(kind.name, zh: label.zh, en: label.en), cell: Cell.number(count))
    }
    let states = Coverage.allCases
    let coverage = Table(
      [Table.Column("cluster", zh: "集群", en: "cluster")]
        + states.map { Table.Column($0.rawValue, zh: $0.label.zh, en: $0.label.en) }
        + [Table.Column("completeness", zh: "完整度 %", en: "completeness %")],
      statistics.coverage
    ) { cluster, counts in
      [graph.cell(cluster)] + states.map { .number(counts[$0, default: 0]) }
        + [.number(Completeness(counts: counts).percent)]
    }
    return Answer(
      command: "stats",
      sections: [
        Section(
          key: "nodes",
          title: BilingualText(zh: "对象", en: "nodes"),
          content: .record(nodes)
        ),
        Section(
          key: "relations",
          title: BilingualText(zh: "关系", en: "relations"),
          content: .record(relations)
        ),
        Section(
          key: "coverage",
          title: BilingualText(zh: "各集群覆盖", en: "coverage by cluster"),
          content: .table(coverage)
        ),
      ]
    )
  }
}
