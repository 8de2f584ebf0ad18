package import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// What `gaps` says: the gaps of a chain, or its segments of other verdicts, each with the evidence
  /// that it rests on, who needs it, what might be done and whom to ask.
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
        .verdict, Answer.Table.Column("position", zh: "位置", en: "position"),
        Answer.Table.Column("evidence", zh: "证据", en: "evidence"),
        Answer.Table.Column("demand", zh: "谁需要", en: "needed by"),
        Answer.Table.Column("feeds", zh: "供给环节", en: "feeds"),
        Answer.Table.Column("blocks", zh: "卡住环节", en: "blocks"),
        Answer.Table.Column("measure", zh: "建议措施", en: "suggested measure"),
        Answer.Table.Column("candidates", zh: "目标企业", en: "target enterprises"),
        Answer.Table.Column("park", zh: "承接园区", en: "receiving park"),
        Answer.Table.Column("owners", zh: "找谁", en: "owners"), .source,
      ],
      gaps
    ) { gap in
      [
        .text(graph.id(of: gap.segment)), .text(graph.name(of: gap.segment)),
        graph.cell(gap.cluster), verdictCell(of: gap.assessment),
        gap.position.map { .word(key: $0.rawValue, label: $0.label) } ?? .none,
        evidenceCell(gap.assessment.evidence, in: graph), graph.cells(gap.demand),
        .number(gap.feeds.count), .number(gap.blocks.count),
        gap.measure.map { .word(key: $0.rawValue, label: $0.label) } ?? .none,
        offers(graph.candidates(for: gap), for: gap, in: graph),
        offers(graph.parks(for: gap), for: gap, in: graph),
        graph.cells(graph.contacts(for: gap.segment)),
        graph.sourceCell(
          gap.assessment.evidence.first?.relation.origin ?? graph.origin(of: gap.segment)
        ),
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
        + (scope == nil ? unclustered(in: graph) : [])
    )
  }

  /// That segments of no cluster stand in no list of chains.
  static func unclustered(in graph: ChainGraph) -> [BilingualText] {
    let loose = graph.segmentsOfNoChain()
    guard !loose.isEmpty else { return [] }
    let shown = loose.prefix(10)
    let more = loose.count - shown.count
    return [
      BilingualText(
        zh: "另有 \(loose.count) 个环节不属于任何集群，未列入：\(graph.names(shown, .zh))"
          + (more > 0 ? "等" : ""),
        en: "\(loose.count) segments belong to no cluster and are not listed: "
          + graph.names(shown, .en) + (more > 0 ? ", …" : "")
      )
    ]
  }

  /// Candidates or parks: to fill in where something is to come, empty where it is here.
  private static func offers(
    _ nodes: [NodeIndex],
    for gap: Gap,
    in graph: ChainGraph
  ) -> Answer.Cell {
    gap.verdict.isGap || gap.verdict == .wanted ? graph.cellsToFill(nodes) : graph.cells(nodes)
  }

  /// The verdict, and whether only parts are known.
  static func verdictCell(of assessment: Assessment) -> Answer.Cell {
    .word(key: assessment.verdict.rawValue, label: assessment.label)
  }

  /// Each piece of evidence: what it gives, who gives it and where that is written.
  static func evidenceCell(_ evidence: [Evidence], in graph: ChainGraph) -> Answer.Cell {
    .list(
      evidence.map { piece in
        let origin = piece.relation.origin
        return .record(
          [
            Answer.Cell.Field(
              "nature",
              .word(key: piece.nature.rawValue, label: piece.nature.label)
            ), Answer.Cell.Field("giver", graph.cell(piece.giver)),
            Answer.Cell.Field("of", graph.cell(piece.subject)),
            Answer.Cell.Field("open", .flag(piece.relation.isOpen)),
            Answer.Cell.Field("date", graph.dateCell(.date, of: piece)),
            Answer.Cell.Field("validUntil", graph.dateCell(.validUntil, of: piece)),
            Answer.Cell.Field("source", graph.sourceCell(origin)),
          ],
          caption: BilingualText(
            zh: piece.words(in: graph, .zh),
            en: piece.words(in: graph, .en)
          )
        )
      }
    )
  }

  /// "泳装产业集群：计入 31 个环节，有 5–26 个（16%–84%），其中已摸排 0 个".
  static func completeness(of clusters: [NodeIndex], in graph: ChainGraph) -> [BilingualText] {
    clusters.compactMap { cluster in
      let completeness = graph.chain(of: cluster).completeness
      guard completeness.all > 0 else { return nil }
      let (name, words) = (graph.name(of: cluster), completeness.words)
      return BilingualText(zh: "\(name)：\(words.zh)", en: "\(name): \(words.en)")
    }
  }
}

extension ChainGraph {
  /// The enterprises of elsewhere that somebody confirmed could fill `segment`, in the order of the data.
  func targetEnterprises(of segment: NodeIndex) -> [NodeIndex] {
    relations(of: segment, at: .target, .couldFill).filter(\.origin.basis.isStated).map(\.source)
  }

  /// A date of a survey; nothing for evidence of another sort.
  fileprivate func dateCell(_ name: AttributeName, of piece: Evidence) -> Answer.Cell {
    guard piece.nature == .surveyed || piece.nature == .expired else { return .none }
    return attribute(name, of: piece.giver).map { cell($0) } ?? .none
  }

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

  /// The enterprises that the data know for a gap: those of elsewhere that somebody confirmed could fill it, and
  /// builders of what is planned or under way.
  fileprivate func candidates(for gap: Gap) -> [NodeIndex] {
    let confirmed = targetEnterprises(of: gap.segment)
    let builders = gap.projects.flatMap { relations(of: $0, at: .target, .action) }.map(\.source)
    return (confirmed + builders).filter { kind(of: $0) == .enterprise }.uniqued()
  }

  /// The parks that the data know for a gap: where its projects and what fills it are to stand.
  fileprivate func parks(for gap: Gap) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return gap.projects.flatMap { relations(of: $0, at: .source, .location) }.map(\.target)
      .filter { kind(of: $0) == .park && seen.insert($0).inserted }
  }
}

extension Evidence {
  /// 称缺 〔二/(六)/2〕; 从事 恒泰针织 〔二/(六)/3〕: a document that is cited says so itself.
  func words(in graph: ChainGraph, _ language: Language) -> String {
    let giver = relation.origin.document == giver ? [] : [graph.name(of: giver)]
    // General knowledge says so itself.
    let isUncited = nature == .general && relation.origin.document == nil
    let citation = isUncited ? [] : [graph.citation(relation.origin, language)]
    return ([nature.label[language]] + giver + dates(in: graph, language) + citation)
      .joined(separator: " ")
  }

  /// Of a survey its day, and until when it holds.
  package func dates(in graph: ChainGraph, _ language: Language) -> [String] {
    guard nature == .surveyed || nature == .expired else { return [] }
    return [
      graph.attribute(AttributeName("scope"), of: giver)?.description(in: language),
      graph.attribute(.date, of: giver)?.description(in: language),
      graph.attribute(.validUntil, of: giver).map {
        BilingualText(
          zh: "有效期至 \($0.description(in: .zh))",
          en: "valid until \($0.description(in: .en))"
        )[language]
      },
    ].compactMap(\.self)
  }
}
