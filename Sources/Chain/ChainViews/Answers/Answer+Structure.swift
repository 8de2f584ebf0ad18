import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

/// What is said of the structure of a flow network.
extension Answer {
  /// What `chokepoints` says: the segments whose loss takes the network of `scope` apart, with what
  /// falls off and what gets no supply; the flows that are bridges; and the minimum cuts of the ends
  /// of supply.
  public static func chokepoints(in network: FlowNetwork, scope: NodeIndex?) -> Answer {
    let graph = network.graph
    let points = Answer.Table(
      [
        .id, .name, .verdict,
        Answer.Table.Column("blocked", zh: "卡住环节", en: "blocks"),
        Answer.Table.Column("cutOff", zh: "脱离环节", en: "cuts off"),
        Answer.Table.Column("owners", zh: "找谁", en: "owners"), .source,
      ],
      network.chokepoints()
    ) { point in
      nameCells(point.segment, in: graph) + [
        counted(point.blocked, in: graph), counted(point.cutOff, in: graph),
        graph.cells(graph.contacts(for: point.segment)),
        graph.sourceCell(graph.origin(of: point.segment)),
      ]
    }
    let bridges = Answer.Table(flowColumns, network.bridges()) { flowCells($0, in: graph) }
    let cuts = Answer.Table(
      [
        .id, .name, .verdict,
        Answer.Table.Column("segments", zh: "最少环节", en: "fewest segments"),
        Answer.Table.Column("cut", zh: "哪些环节", en: "which segments"),
        Answer.Table.Column("flows", zh: "最少供给", en: "fewest flows"),
        Answer.Table.Column("cutFlows", zh: "哪些供给", en: "which flows"),
      ],
      network.supplyCuts()
    ) { cut in
      nameCells(cut.end, in: graph) + [
        cut.segments.map { .number($0.count) } ?? .none,
        cut.segments.map { graph.cells($0) } ?? .none, .number(cut.flows.count),
        .list(cut.flows.map { flowCell($0, in: graph) }),
      ]
    }
    return Answer(
      command: "chokepoints",
      subject: scope.map { graph.summary(of: $0) },
      sections: [
        Answer.Section(
          key: "points",
          title: BilingualText(zh: "卡点和割点环节", en: "chokepoints and cut points"),
          content: .table(points)
        ),
        Answer.Section(
          key: "bridges",
          title: BilingualText(zh: "割边供给", en: "bridges"),
          content: .table(bridges)
        ),
        Answer.Section(
          key: "cuts",
          title: BilingualText(zh: "末端环节的最小割", en: "minimum cuts of the ends of supply"),
          content: .table(cuts)
        ),
      ]
    )
  }

  /// What `betweenness` says: the segments through which the most shortest ways run.
  public static func betweenness(
    _ ranking: BetweennessRanking,
    scope: NodeIndex?,
    in graph: ChainGraph
  ) -> Answer {
    let table = Answer.Table(
      [
        .id, .name, .verdict, Answer.Table.Column("betweenness", zh: "介数", en: "betweenness"),
        Answer.Table.Column("feeding", zh: "上游环节", en: "upstream"),
        Answer.Table.Column("fed", zh: "下游环节", en: "downstream"), .source,
      ],
      ranking.segments
    ) { between in
      nameCells(between.segment, in: graph) + [
        .text(decimal(between.value)), .number(between.feeding), .number(between.fed),
        graph.sourceCell(graph.origin(of: between.segment)),
      ]
    }
    let estimate = ranking.sample.map { count in
      BilingualText(
        zh: "介数是按 \(count) 个起点估计的",
        en: "the values are estimates from \(count) starts"
      )
    }
    let cut = BilingualText(
      zh: "还有更多环节未列出；用 --limit 增加",
      en: "there are more segments; raise --limit to see them"
    )
    return Answer(
      command: "betweenness",
      subject: scope.map { graph.summary(of: $0) },
      table: table,
      notes: [estimate, ranking.isCut ? cut : nil].compactMap(\.self)
    )
  }

  /// What `core` says: each segment with its core number, the innermost core first.
  public static func core(of network: FlowNetwork, scope: NodeIndex?) -> Answer {
    let graph = network.graph
    let table = Answer.Table(
      [
        .id, .name, .verdict, Answer.Table.Column("core", zh: "核数", en: "core number"), .source,
      ],
      network.cores()
    ) { core in
      nameCells(core.segment, in: graph) + [
        .number(core.number), graph.sourceCell(graph.origin(of: core.segment)),
      ]
    }
    return Answer(command: "core", subject: scope.map { graph.summary(of: $0) }, table: table)
  }

  /// What `components` says: the classes of segments that flows join either way, and those whose
  /// members feed one another.
  public static func components(of network: FlowNetwork, scope: NodeIndex?) -> Answer {
    let graph = network.graph
    func table(_ components: [FlowNetwork.Component]) -> Answer.Table {
      Answer.Table(
        [
          Answer.Table.Column("number", zh: "序号", en: "number"),
          Answer.Table.Column("size", zh: "环节数", en: "size"),
          Answer.Table.Column("segments", zh: "环节", en: "segments"),
        ],
        components.enumerated()
      ) { component in
        [
          .number(component.offset + 1), .number(component.element.segments.count),
          graph.cells(component.element.segments),
        ]
      }
    }
    return Answer(
      command: "components",
      subject: scope.map { graph.summary(of: $0) },
      sections: [
        Answer.Section(
          key: "components",
          title: BilingualText(zh: "连通分量（不论方向）", en: "connected components, either way"),
          content: .table(table(network.components()))
        ),
        Answer.Section(
          key: "cycles",
          title: BilingualText(zh: "循环（互相供给）", en: "cycles, whose segments feed one another"),
          content: .table(table(network.cycles()))
        ),
      ]
    )
  }

  // MARK: Cells

  private static func nameCells(_ segment: NodeIndex, in graph: ChainGraph) -> [Answer.Cell] {
    [
      .text(graph.id(of: segment)), .text(graph.name(of: segment)),
      verdictCell(of: graph.assessment(of: segment)),
    ]
  }

  /// All of them for machines, for people how many and which come first.
  private static func counted(_ segments: [NodeIndex], in graph: ChainGraph) -> Answer.Cell {
    guard !segments.isEmpty else { return .list([]) }
    let names = segments.prefix(3).map { graph.name(of: $0) }
    let more = segments.count > names.count
    return .captioned(
      graph.cells(segments),
      caption: BilingualText(
        zh: "\(segments.count)：" + names.joined(separator: "、") + (more ? "……" : ""),
        en: "\(segments.count): " + names.joined(separator: ", ") + (more ? ", …" : "")
      )
    )
  }

  private static var flowColumns: [Answer.Table.Column] {
    [
      Answer.Table.Column("from", zh: "供给方", en: "from"),
      Answer.Table.Column("to", zh: "接收方", en: "to"),
      .basis, .source,
    ]
  }

  private static func flowCells(_ flow: Relation, in graph: ChainGraph) -> [Answer.Cell] {
    [
      graph.reference(flow.source), graph.reference(flow.target),
      graph.basisCell(flow.origin), graph.sourceCell(flow.origin),
    ]
  }

  private static func flowCell(_ flow: Relation, in graph: ChainGraph) -> Answer.Cell {
    .path(
      [graph.id(of: flow.source), graph.id(of: flow.target)],
      caption: "\(graph.name(of: flow.source)) → \(graph.name(of: flow.target))"
    )
  }

  /// With two decimals at most: `12.5`.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? String(rest / 10) : String(rest)
    return "\(whole).\(digits)"
  }
}
