import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// What `enterprises` says: a row an enterprise, with what it does, what it builds, where it is and
  /// what says so.
  public static func enterprises(
    _ enterprises: [ClusterEnterprise],
    scope: NodeIndex?,
    in graph: ChainGraph
  ) -> Answer {
    let table = Answer.Table(
      [
        .id, .name,
        Answer.Table.Column("clusters", zh: "集群", en: "clusters", isForMachines: scope != nil),
        Answer.Table.Column("segments", zh: "从事环节", en: "operates in"),
        Answer.Table.Column("projects", zh: "建设项目", en: "builds"),
        Answer.Table.Column("role", zh: "作用", en: "role"),
        Answer.Table.Column("places", zh: "位于", en: "located in"),
        Answer.Table.Column("owner", zh: "控股方", en: "controlled by"), .open,
        Answer.Table.Column(
          "generalSegments",
          zh: "按行业常识从事",
          en: "operates in, by general knowledge",
          isForMachines: true
        ), .basis,
        Answer.Table.Column("source", zh: "首个出处", en: "first source", isForMachines: true),
        Answer.Table.Column("sources", zh: "出处", en: "sources"),
      ],
      enterprises
    ) { row in
      let origin =
        row.relations.first { $0.origin.basis.isStated }?.origin
        ?? graph.origin(of: row.enterprise)
      return [
        .text(graph.id(of: row.enterprise)), .text(graph.name(of: row.enterprise)),
        graph.cells(graph.clusters(of: row)), segmentsCell(row, in: graph),
        graph.cells(row.projects), roleCell(row, in: graph),
        graph.markedTargets(of: row.enterprise, .location),
        graph.markedTargets(of: row.enterprise, .control), .flag(row.isOpen),
        graph.cells(row.segments.filter(row.generalSegments.contains)), graph.basisCell(origin),
        graph.sourceCell(origin), sourcesCell(row, in: graph),
      ]
    }
    return Answer(
      command: "enterprises",
      subject: scope.map { graph.summary(of: $0) },
      table: table,
      notes: openListNotes(enterprises)
    )
  }

  /// That there are more, where a list that names one of them is open.
  static func openListNotes(_ enterprises: [ClusterEnterprise]) -> [BilingualText] {
    guard enterprises.contains(where: \.isOpen) else { return [] }
    return [
      BilingualText(
        zh: "名单未尽：文件以“等”结尾，还有未点名的企业",
        en: "an open list ends in 等: there are enterprises that nobody names"
      )
    ]
  }

  /// What it does; what is known to the trade alone is marked.
  private static func segmentsCell(_ row: ClusterEnterprise, in graph: ChainGraph) -> Answer.Cell {
    let general = row.generalSegments
    return .list(
      row.segments.map { segment in
        let name = graph.name(of: segment)
        return .captioned(
          graph.cell(segment),
          caption: BilingualText(same: general.contains(segment) ? "≈\(name)" : name)
        )
      }
    )
  }

  /// Each place that says something of the row, once, in the order of the data.
  private static func sourcesCell(_ row: ClusterEnterprise, in graph: ChainGraph) -> Answer.Cell {
    let origins = row.relations.map(\.origin) + [graph.origin(of: row.enterprise)]
    var seen: Set<Origin> = []
    return .list(
      origins.filter { $0.document != nil && seen.insert($0).inserted }.map(graph.sourceCell)
    )
  }

  private static func roleCell(_ row: ClusterEnterprise, in graph: ChainGraph) -> Answer.Cell {
    var roles: [Answer.Cell] = []
    func add(_ key: String, _ zh: String, _ en: String) {
      roles.append(.word(key: key, label: BilingualText(zh: zh, en: en)))
    }
    if row.isAnchor { add("anchor", "龙头", "anchor") }
    if !row.segments.isEmpty { add("operator", "从事", "operates") }
    if !row.projects.isEmpty { add("builder", "建设", "builds") }
    if graph.hasFlag(.external, row.enterprise) { add("external", "外地", "external") }
    if roles.isEmpty { add("member", "点名", "named") }
    return .list(roles)
  }
}

extension ChainGraph {
  /// What `node` is tied to; what is known to the trade alone is marked.
  func markedTargets(of node: NodeIndex, _ semantics: Semantics) -> Answer.Cell {
    .list(
      relations(of: node, at: .source, semantics).map { relation in
        let name = name(of: relation.target)
        return .captioned(
          cell(relation.target),
          caption: BilingualText(same: relation.origin.basis.isStated ? name : "≈\(name)")
        )
      }
    )
  }

  /// The clusters that an enterprise is one of, in the order of the data.
  func clusters(of row: ClusterEnterprise) -> [NodeIndex] {
    let wholes = row.relations.flatMap { [$0.target] + belongings(of: $0.target).map(\.node) }
    return Set(wholes.filter { kind(of: $0) == .cluster }).sorted()
  }
}
