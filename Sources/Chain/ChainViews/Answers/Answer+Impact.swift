import Bilingual
public import ChainModel
public import ChainQueries
import GraphKernel

extension Answer {
  /// What `impact` says: segments, then clusters, then who must be told.
  public static func impact(_ impact: Impact, in graph: ChainGraph) -> Answer {
    let table = Answer.Table(
      [
        .id, .kind, .name, Answer.Table.Column("effects", zh: "影响", en: "effects"),
        Answer.Table.Column("before", zh: "之前", en: "before"),
        Answer.Table.Column("after", zh: "之后", en: "after"),
        Answer.Table.Column("sourcesBefore", zh: "原供给方", en: "suppliers before"),
        Answer.Table.Column("sourcesAfter", zh: "现供给方", en: "suppliers after"),
        Answer.Table.Column("answersFor", zh: "负责的对象", en: "answers for"),
      ],
      impact.rows
    ) { row in
      switch row {
      case .segment(let segment):
        return graph.headCells(segment.segment) + [
          effects(segment.effects), verdictCell(segment.before), verdictCell(segment.after),
          graph.cells(segment.sourcesBefore), graph.cells(segment.sourcesAfter), .none,
        ]
      case .cluster(let cluster):
        return graph.headCells(cluster.cluster) + [
          effects([.completeness]), completenessCell(cluster.before),
          completenessCell(cluster.after), .none, .none, .none,
        ]
      case .notified(let notified):
        return graph.headCells(notified.party) + [
          effects([.notified]), .none, .none, .none, .none, items(notified.items, in: graph),
        ]
      }
    }
    let names = graph.names(impact.removed, .zh)
    let subject = impact.removed.count == 1 ? impact.removed.first : nil
    return Answer(
      command: "impact",
      subject: subject.map { graph.summary(of: $0) },
      table: table,
      notes: [
        BilingualText(
          zh: "假设移除：\(names)",
          en: "taken away: \(graph.names(impact.removed, .en))"
        )
      ] + (impact.fallen.isEmpty ? [] : [fallen(impact, graph)]) + [
        BilingualText(
          zh: "只说已知的本地供给：外购未知，也未否认；原来就缺或未查的不算失去",
          en:
            "known local supply alone: nothing is known or denied of purchase from elsewhere; what "
            + "was missing or unknown before is not lost"
        )
      ]
    )
  }

  /// The projects that go with what is taken away.
  private static func fallen(_ impact: Impact, _ graph: ChainGraph) -> BilingualText {
    BilingualText(
      zh: "随之失去只由其建设的项目：\(graph.names(impact.fallen, .zh))",
      en: "with it go the projects that nobody else builds: \(graph.names(impact.fallen, .en))"
    )
  }

  /// All items for machines; people see the first few, since a party may answer for everything.
  private static func items(_ items: [NodeIndex], in graph: ChainGraph) -> Answer.Cell {
    let most = 3
    let (first, count) = (items.prefix(most), items.count)
    guard count > most else { return graph.cells(items) }
    return .captioned(
      graph.cells(items),
      caption: BilingualText(
        zh: "\(graph.names(first, .zh))等 \(count) 项",
        en: "\(graph.names(first, .en)) and \(count - most) more"
      )
    )
  }

  private static func effects(_ effects: [ImpactEffect]) -> Answer.Cell {
    .list(effects.map { .word(key: $0.rawValue, label: $0.label) })
  }
}

/// What happens to something; the raw value is its name in JSON.
enum ImpactEffect: String {
  case loses
  case single
  case verdict
  case completeness
  case notified = "told"

  var label: BilingualText {
    switch self {
    case .loses: BilingualText(zh: "失去已知本地供给", en: "loses all known local supply")
    case .single: BilingualText(zh: "已知来源只剩一个", en: "single known source")
    case .verdict: BilingualText(zh: "结论变化", en: "verdict changes")
    case .completeness: BilingualText(zh: "完整度变化", en: "completeness changes")
    case .notified: BilingualText(zh: "需告知", en: "to be told")
    }
  }

  /// The same in as few letters as a card has room for.
  var tag: BilingualText {
    switch self {
    case .loses: BilingualText(zh: "失去供给", en: "no supply")
    case .single: BilingualText(zh: "单一来源", en: "one source")
    case .verdict: BilingualText(zh: "结论变化", en: "verdict")
    case .completeness, .notified: label
    }
  }
}

/// A row of the list of what changes.
enum ImpactRow {
  case segment(Impact.Segment)
  case cluster(Impact.Cluster)
  case notified(Impact.NotifiedParty)

  var node: NodeIndex {
    switch self {
    case .segment(let impact): impact.segment
    case .cluster(let impact): impact.cluster
    case .notified(let notified): notified.party
    }
  }
}

extension Impact {
  /// The rows of the list, and the order of the numbers in the picture.
  var rows: [ImpactRow] {
    segments.map { .segment($0) } + clusters.map { .cluster($0) } + notified.map { .notified($0) }
  }
}

extension Impact.Segment {
  var effects: [ImpactEffect] {
    let supply: [ImpactEffect] =
      switch supply {
      case .lost: [.loses]
      case .single: [.single]
      case nil: []
      }
    return supply + (before == after ? [] : [.verdict])
  }
}
