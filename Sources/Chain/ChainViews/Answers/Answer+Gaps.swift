import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// What `gaps` says.
  public static func gaps(
    _ gaps: [Gap],
    scope: NodeIndex?,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    var table = Answer.Table(
      [
        .id, .name,
        // Under the name of one cluster, people need not read it in every row.
        Answer.Table.Column("cluster", zh: "集群", en: "cluster", isForMachines: scope != nil),
        Answer.Table.Column("state", zh: "状态", en: "state"),
        Answer.Table.Column("pattern", zh: "类型", en: "pattern"),
        Answer.Table.Column("feeds", zh: "供给环节", en: "feeds"),
        Answer.Table.Column("blocks", zh: "卡住环节", en: "blocks"),
        Answer.Table.Column("evidence", zh: "依据", en: "evidence"),
        Answer.Table.Column("owners", zh: "找谁", en: "owners"), .source,
      ],
      gaps
    ) { gap in
      [
        .text(graph.id(of: gap.segment)), .text(graph.name(of: gap.segment)),
        graph.cell(gap.cluster), coverageCell(gap.state),
        gap.pattern.map { .word(key: $0.rawValue, label: $0.label) } ?? .none,
        .number(gap.feeds.count), .number(gap.blocks.count), evidence(of: gap, in: graph),
        graph.cells(graph.contacts(for: gap.segment)),
        graph.sourceCell(graph.origin(of: gap.segment)),
      ]
    }
    if isExplaining {
      table = table.appending(
        .explanation,
        gaps.map { .sentence(GapExplanation(graph: graph).sentence(for: $0)) }
      )
    }
    return Answer(
      command: "gaps",
      subject: scope.map { graph.summary(of: $0) },
      table: table,
      notes: completeness(of: scope.map { [$0] } ?? graph.clustersWithChain(), in: graph)
    )
  }

  private static func evidence(of gap: Gap, in graph: ChainGraph) -> Answer.Cell {
    let actors = graph.actors(on: gap.segment)
    func side(_ nearest: [Gap.NearestActors]) -> Answer.Cell {
      .list(
        nearest.map { nearest in
          .record(
            [
              Answer.Cell.Field("segment", graph.cell(nearest.segment)),
              Answer.Cell.Field("distance", .number(nearest.distance)),
              Answer.Cell.Field("enterprises", graph.cells(nearest.enterprises)),
            ],
            caption: BilingualText(same: graph.name(of: nearest.segment))
          )
        }
      )
    }
    return .record(
      [
        Answer.Cell.Field("rule", .text(gap.state.rawValue)),
        Answer.Cell.Field("enterprises", graph.cells(actors.enterprises)),
        Answer.Cell.Field("projects", graph.cells(actors.projects)),
        Answer.Cell.Field("upstream", side(gap.nearestUpstream)),
        Answer.Cell.Field("downstream", side(gap.nearestDownstream)),
        Answer.Cell.Field("feeds", graph.cells(gap.feeds)),
        Answer.Cell.Field("blocks", graph.cells(gap.blocks)),
      ],
      caption: GapExplanation(graph: graph).summary(of: gap)
    )
  }

  /// "泳装产业集群：26 个环节，覆盖 12 个（46 %）".
  static func completeness(of clusters: [NodeIndex], in graph: ChainGraph) -> [BilingualText] {
    clusters.compactMap { cluster in
      let completeness = graph.chain(of: cluster).completeness
      let (all, covered, percent) = (
        completeness.all, completeness.covered, completeness.percent
      )
      guard all > 0 else { return nil }
      let name = graph.name(of: cluster)
      return BilingualText(
        zh: "\(name)：\(all) 个环节，已覆盖 \(covered) 个（\(percent) %）",
        en: "\(name): \(covered) of \(all) segments covered (\(percent) %)"
      )
    }
  }
}

extension ChainGraph {
  /// Whom to ask about an item: those who lead, else those who are accountable, else whoever is
  /// responsible.
  func contacts(for item: NodeIndex) -> [NodeIndex] {
    let owners = owners(of: item)
    for role in [RelationKind.lead, .accountable, .responsible] {
      let parties = owners.filter { $0.role == role }.map(\.party)
      if !parties.isEmpty { return parties }
    }
    return owners.map(\.party)
  }
}
