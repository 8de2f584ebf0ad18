import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// What `owners` says.
  public static func owners(
    of item: NodeIndex,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    let owners = graph.owners(of: item)
    var table = Answer.Table(
      [
        Answer.Table.Column("party", zh: "责任方", en: "party"), .role, .scope,
        Answer.Table.Column("from", zh: "依据条款", en: "from"), .certainty,
        Answer.Table.Column("conflict", zh: "冲突", en: "conflict"), .open, .source,
      ],
      owners
    ) { owner in
      [
        graph.cell(owner.party), graph.roleCell(owner.role), scopeCell(owner.isInherited),
        graph.reference(owner.from), certaintyCell(owner.certainty), .flag(owner.isConflicting),
        .flag(owner.relation.isOpen), graph.sourceCell(of: owner.relation),
      ]
    }
    if isExplaining {
      let explanation = ResponsibilityExplanation(graph: graph)
      table = table.appending(.explanation, owners.map { .sentence(explanation.sentence(for: $0)) })
    }
    return Answer(command: "owners", subject: graph.summary(of: item), table: table)
      .noting(vacancies(graph.vacantPosts(of: item), in: graph))
  }

  /// What is said of posts that stand empty: whom the statement names ended, and nobody succeeded it.
  static func vacancies(_ vacant: [Standing.Handover], in graph: ChainGraph) -> [BilingualText] {
    vacant.map { vacancy in
      let (role, name) = (graph.roleLabel(vacancy.role), graph.name(of: vacancy.predecessor))
      let since = vacancy.since.map { BilingualText(zh: "自 \($0) 起", en: " since \($0)") }
      return BilingualText(
        zh: "\(role.zh)\(since?.zh ?? "")空缺：原为\(name)，没有写明由谁承接",
        en:
          "the post of \(role.en) is vacant\(since?.en ?? ""): it was \(name), and nothing says who "
          + "succeeded"
      )
    }
  }

  /// What `duties` says.
  public static func duties(
    _ duties: [Duty],
    of party: NodeIndex,
    in graph: ChainGraph,
    isExplaining: Bool
  ) -> Answer {
    var table = Answer.Table(
      [
        .id, .kind, .name, .role, .scope, Answer.Table.Column("from", zh: "依据条款", en: "from"),
        Answer.Table.Column("through", zh: "经由集合", en: "through"), .certainty, .open, .source,
      ],
      duties
    ) { duty in
      graph.headCells(duty.item) + [
        graph.roleCell(duty.role), scopeCell(duty.isInherited), graph.reference(duty.from),
        duty.through.map { graph.reference($0) } ?? .none, certaintyCell(duty.certainty),
        .flag(duty.relation.isOpen), graph.sourceCell(of: duty.relation),
      ]
    }
    if isExplaining {
      let explanation = ResponsibilityExplanation(graph: graph)
      table = table.appending(
        .explanation,
        duties.map { .sentence(explanation.sentence(for: $0, of: party)) }
      )
    }
    return Answer(command: "duties", subject: graph.summary(of: party), table: table)
  }

  /// What `workload` says.
  public static func workload(in graph: ChainGraph) -> Answer {
    let roles = graph.ontology.roles
    let table = Answer.Table(
      [
        Answer.Table.Column("party", zh: "责任方", en: "party"), .kind,
        Answer.Table.Column("total", zh: "合计", en: "total"),
        Answer.Table.Column("counts", zh: "分职责", en: "by role"),
        Answer.Table.Column("possible", zh: "其中可能", en: "of these possible"),
      ],
      graph.workloads()
    ) { workload in
      let counted = zip(roles, workload.counts).filter { $0.1 > 0 }
      let caption = { (language: Language) in
        counted.map { "\(graph.roleLabel($0.0)[language]) \($0.1)" }
          .joined(separator: language == .zh ? "，" : ", ")
      }
      return [
        graph.cell(workload.party), graph.kindCell(workload.party), .number(workload.total),
        .record(
          zip(roles, workload.counts).map { Answer.Cell.Field($0.name, .number($1)) },
          caption: BilingualText(zh: caption(.zh), en: caption(.en))
        ), workload.possible > 0 ? .number(workload.possible) : .none,
      ]
    }
    return Answer(command: "workload", table: table)
  }

  /// What `alignment` says.
  public static func alignment(in graph: ChainGraph) -> Answer {
    let table = Answer.Table(
      [
        Answer.Table.Column("cluster", zh: "省级集群", en: "provincial cluster"),
        Answer.Table.Column("provinceLeader", zh: "省牵头领导", en: "provincial leader"),
        Answer.Table.Column("provinceMembers", zh: "省专班成员单位", en: "provincial members"),
        Answer.Table.Column("cityLeader", zh: "市对接领导", en: "city leader"),
        Answer.Table.Column("cityMembers", zh: "市对接成员单位", en: "city members"),
        Answer.Table.Column("cityCluster", zh: "市级集群", en: "city cluster"),
        Answer.Table.Column(
          "cityClusters",
          zh: "市级集群（全部）",
          en: "city clusters",
          isForMachines: true
        ),
        .source,
      ],
      graph.alignment()
    ) { aligned in
      [
        graph.cell(aligned.cluster), one(aligned.provinceLeaders, graph),
        graph.cells(aligned.provinceMembers), one(aligned.cityLeaders, graph),
        graph.cells(aligned.cityMembers),
        one(aligned.cityClusters, presumed: aligned.presumedClusters, graph),
        graph.cells(aligned.cityClusters), graph.sourceCell(aligned.origin),
      ]
    }
    return Answer(command: "alignment", table: table)
  }

  /// One node as itself, none as nothing; of several, machines get the first and people all, those
  /// marked that are known to the trade alone.
  private static func one(
    _ nodes: [NodeIndex],
    presumed: Set<NodeIndex> = [],
    _ graph: ChainGraph
  ) -> Answer.Cell {
    guard let first = nodes.first else { return .none }
    let names = nodes.map { (presumed.contains($0) ? "≈" : "") + graph.name(of: $0) }
    return .captioned(
      graph.cell(first),
      caption: BilingualText(
        zh: names.joined(separator: "、"),
        en: names.joined(separator: ", ")
      )
    )
  }

  static func scopeCell(_ isInherited: Bool) -> Answer.Cell {
    isInherited
      ? .word(key: "inherited", label: BilingualText(zh: "继承", en: "inherited"))
      : .word(key: "direct", label: BilingualText(zh: "直接", en: "direct"))
  }

  package static func certaintyCell(_ certainty: Statement.Certainty) -> Answer.Cell {
    .word(key: certainty.rawValue, label: certainty.label)
  }
}
