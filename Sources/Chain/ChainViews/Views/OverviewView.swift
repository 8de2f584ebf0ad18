import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The city's industrial pattern on one page: industries by group, clusters with tier, targets and
/// completeness, and the leaders who are accountable for them.
struct OverviewView {
  let context: ViewContext
  private let clusters: [NodeIndex]

  init(_ context: ViewContext) throws(ViewFailure) {
    self.context = context
    let graph = context.graph
    let aligned = Set(graph.alignment().map(\.cluster))
    clusters = graph.nodes(of: .cluster).filter { cluster in
      // The province's clusters, and towns' clusters inside a city's, have pages of their own.
      !aligned.contains(cluster)
        && graph.wholes(of: cluster).allSatisfy { graph.kind(of: $0.node) != .cluster }
    }
    guard !clusters.isEmpty else {
      throw .isEmpty(BilingualText(zh: "没有产业集群", en: "there are no clusters"))
    }
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let titles = context.titles(of: .overview, context.dataset.jurisdiction)
    let links = links()
    return Outcome(title: titles.picture, answer: list().asList(of: .overview, title: titles.list))
    {
      Picture(
        name: "overview",
        language: language.rawValue,
        title: titles.picture[language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        links: links,
        legend: context.legend(
          [
            (.structure, context.say("产业与集群", "industry and cluster")),
            (.accountable, context.say("责任领导", "accountable leader")),
          ],
          in: links
        ),
        footnotes: [context.sourceNote]
          + context.standingNotes(of: clusters).map { $0[language] } + [context.numberNote]
      )
    }
  }

  // MARK: Columns

  private var industries: [NodeIndex] { graph.nodes(of: .industry) }

  /// The groups of industries that occur, in the order of their declaration; `nil` for those
  /// without one.
  private var groups: [AttributeDefinition.Option?] {
    let definition = graph.ontology[.industry]?.attributes.first { $0.name == .group }
    guard case .option(let options) = definition?.type else { return [nil] }
    let groups: [AttributeDefinition.Option?] = options.map { $0 } + [nil]
    return groups.filter { group in industries.contains { self.group(of: $0) == group } }
  }

  private func group(of industry: NodeIndex) -> AttributeDefinition.Option? {
    guard case .option(let option) = graph.attribute(.group, of: industry) else { return nil }
    return option
  }

  private func columnID(_ group: AttributeDefinition.Option?) -> String {
    "industry:" + (group?.key ?? "")
  }

  private func columns() -> [Picture.Column] {
    let industryColumns = groups.map { group in
      Picture.Column(
        id: columnID(group),
        heading: group?.label[language] ?? context.say("产业", "Industries"),
        note: String(industries.count { self.group(of: $0) == group })
      )
    }
    return industryColumns + [
      Picture.Column(
        id: "cluster",
        heading: context.say("产业集群", "Clusters"),
        note: String(clusters.count)
      ),
      Picture.Column(
        id: "leader",
        heading: context.say("责任领导", "Accountable leaders"),
        note: String(leaders.count)
      ),
    ]
  }

  private var leaders: [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return clusters.flatMap { owners(of: $0, .accountable) }.filter { seen.insert($0).inserted }
  }

  private func owners(of cluster: NodeIndex, _ role: RelationKind) -> [NodeIndex] {
    graph.owners(of: cluster).filter { $0.role == role }.map(\.party)
  }

  // MARK: Cards and links

  private func cards() -> [Picture.Card] {
    let industryCards = industries.map { context.card($0, in: columnID(group(of: $0))) }
    let clusterCards = clusters.enumerated().map { position, cluster in
      context.card(
        cluster,
        in: "cluster",
        number: position + 1,
        tag: graph.attribute(.tier, of: cluster)?.description(in: language),
        lines: lines(of: cluster)
      )
    }
    let leaderCards = leaders.map { leader in
      context.card(leader, in: "leader", lines: context.titles(of: leader))
    }
    return industryCards + clusterCards + leaderCards
  }

  private func lines(of cluster: NodeIndex) -> [Picture.Line] {
    let completeness = graph.chain(of: cluster).completeness
    let figures =
      completeness.all == 0
      ? []
      : [
        Picture.Line(
          text: context.say(
            "\(completeness.bar) 有 \(completeness.range)，摸排 \(completeness.surveyed)/\(completeness.all)",
            "\(completeness.bar) \(completeness.range) here, surveyed "
              + "\(completeness.surveyed)/\(completeness.all)"
          )
        )
      ]
    let named = graph.enterpriseTarget(of: cluster).map { target in
      let count = graph.enterprises(of: cluster).count(where: \.isNamed)
      return Picture.Line(
        text: context.say(
          "点名 \(count)/规上 \(target)",
          "named \(count) of target \(target)"
        )
      )
    }
    let departments = owners(of: cluster, .lead)
    let lead =
      departments.isEmpty
      ? []
      : [
        Picture.Line(
          text: context.say("牵头：", "lead: ") + graph.names(departments, language)
        )
      ]
    return targets(of: cluster).map { Picture.Line(text: phrase($0), role: .emphasis) } + figures
      + [named].compactMap(\.self) + lead
  }

  /// The targets of the cluster itself, in the order of the data.
  private func targets(of cluster: NodeIndex) -> [NodeIndex] {
    graph.relations(of: cluster, at: .target, .containment).map(\.source)
      .filter { graph.kind(of: $0) == .target }
  }

  /// 集群产值 580 亿元以上（2025）, 规上企业户数达到 50 户（2025-12）.
  private func phrase(_ target: NodeIndex) -> String {
    func text(_ name: AttributeName) -> String? {
      graph.attribute(name, of: target)?.description(in: language)
    }
    let metric = text(.metric) ?? graph.name(of: target)
    let until = text(.deadline).map { context.say("（\($0)）", " (\($0))") } ?? ""
    guard let value = text(.value) else { return metric + until }
    let comparator = text(.comparator) ?? ""
    // 以上 and 左右 follow the figure in Chinese, and 达到 and 超过 precede it.
    let follows = ["at-least", "about"].contains(graph.option(.comparator, of: target))
    return context.say(
      follows ? "\(metric) \(value)\(comparator)" : "\(metric)\(comparator) \(value)",
      [metric, comparator, value].filter { !$0.isEmpty }.joined(separator: " ")
    ) + until
  }

  private func links() -> [Picture.Link] {
    clusters.flatMap { cluster -> [Picture.Link] in
      let above = graph.relations(of: cluster, at: .source, .containment)
        .filter { graph.kind(of: $0.target) == .industry }
        .map { relation in
          var link = context.link(
            relation,
            from: graph.id(of: relation.target),
            to: graph.id(of: cluster)
          )
          link.arrow = .none
          return link
        }
      let beyond = graph.owners(of: cluster).filter { $0.role == .accountable }.map { owner in
        var link = context.link(
          owner.relation,
          from: graph.id(of: cluster),
          to: graph.id(of: owner.party)
        )
        link.arrow = .backward
        link.isTentative = graph.isOneOfSeveral(owner.relation)
        return link
      }
      return above + beyond
    }
  }

  private var subtitle: String {
    let parts = groups.map { group in
      let count = industries.count { self.group(of: $0) == group }
      return (group?.label[language] ?? context.say("产业", "industries")) + " \(count)"
    }
    return (parts + [context.say("产业集群 \(clusters.count)", "clusters \(clusters.count)")])
      .joined(separator: context.say("，", ", "))
  }

  // MARK: The list

  private func list() -> Answer {
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("tier", zh: "量级", en: "tier"),
        Answer.Table.Column("industries", zh: "所属产业", en: "industries"),
        Answer.Table.Column("targets", zh: "目标", en: "targets"),
        Answer.Table.Column("accountable", zh: "责任领导", en: "accountable"),
        Answer.Table.Column("lead", zh: "牵头单位", en: "lead"),
        .counted, .surveyed, .completeness,
        Answer.Table.Column("enterprises", zh: "企业", en: "enterprises"),
        Answer.Table.Column("projects", zh: "项目", en: "projects"), .source,
      ],
      clusters
    ) { cluster in
      let completeness = graph.chain(of: cluster).completeness
      let members = graph.members(of: cluster).map(\.node)
      let industries = graph.relations(of: cluster, at: .source, .containment).map(\.target)
        .filter { graph.kind(of: $0) == .industry }
      return [
        .text(graph.id(of: cluster)), .text(graph.name(of: cluster)),
        graph.attributeCell(.tier, of: cluster), graph.cellsToFill(industries),
        targetsCell(targets(of: cluster)), graph.holdersCell(of: cluster, .accountable),
        graph.holdersCell(of: cluster, .lead), .number(completeness.all),
        .number(completeness.surveyed), Answer.completenessCell(completeness),
        .number(graph.enterprises(of: cluster).count),
        .number(members.count { graph.kind(of: $0) == .project }),
        graph.sourceCell(graph.origin(of: cluster)),
      ]
    }
    return Answer(command: QuestionName.overview.rawValue, table: table)
  }

  private func targetsCell(_ targets: [NodeIndex]) -> Answer.Cell {
    guard !targets.isEmpty else { return .unanswered }
    return .list(
      targets.map { target in
        .captioned(graph.cell(target), caption: BilingualText(same: phrase(target)))
      }
    )
  }
}
