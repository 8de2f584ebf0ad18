import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Enterprises with what they do and build: those of a cluster in a column for each stage of its
/// chain, all of them in a column for each cluster.
struct EnterprisesView {
  let context: ViewContext
  private let cluster: NodeIndex?
  private let rows: [ClusterEnterprise]

  init(of cluster: NodeIndex?, _ context: ViewContext) {
    self.context = context
    self.cluster = cluster
    rows = context.graph.enterprises(of: cluster)
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let titles = context.titles(
      of: .enterprises,
      cluster.map { graph.name(of: $0) } ?? context.dataset.jurisdiction
    )
    let answer = Answer.enterprises(rows, scope: cluster, in: graph)
      .asList(of: .enterprises, title: titles.list)
    return Outcome(title: titles.picture, answer: answer) {
      picture(titled: titles.picture[language])
    }
  }

  private func picture(titled title: String) -> Picture {
    let places = places()
    let columns = columns(of: places)
    let cards = zip(rows, places).enumerated().map { position, row in
      card(for: row.0, number: position + 1, in: columnID(row.1))
    }
    return Picture(
      name: QuestionName.enterprises.rawValue,
      language: language.rawValue,
      title: title,
      subtitle: figures,
      columns: columns,
      cards: cards,
      legend: legend,
      footnotes: footnotes
    )
  }

  // MARK: Columns

  /// Where an enterprise stands.
  private enum Place: Hashable {
    case stage(Stage)
    case cluster(NodeIndex)
    case none
  }

  /// A place for each row: the stage of its first segment in the chain, or the cluster where it does
  /// most; of several, the first.
  private func places() -> [Place] {
    guard let cluster else {
      return rows.map { row in home(of: row).map { .cluster($0) } ?? .none }
    }
    let stages = Dictionary(
      graph.chain(of: cluster).layers().map { ($0.segment, $0.stage) },
      uniquingKeysWith: { first, _ in first }
    )
    return rows.map { row in
      row.segments.lazy.compactMap { stages[$0] }.first.map { .stage($0) } ?? .none
    }
  }

  private func home(of row: ClusterEnterprise) -> NodeIndex? {
    var doings: [NodeIndex: Int] = [:]
    for target in row.relations.map(\.target) {
      let wholes = [target] + graph.belongings(of: target).map(\.node)
      for cluster in Set(wholes) where graph.kind(of: cluster) == .cluster {
        doings[cluster, default: 0] += 1
      }
    }
    return graph.clusters(of: row).max { doings[$0, default: 0] < doings[$1, default: 0] }
  }

  /// The places that occur: stages in their order, clusters in that of the data; without any, one
  /// that is empty.
  private func columns(of places: [Place]) -> [Picture.Column] {
    let used = places.isEmpty ? [.none] : Set(places)
    let all: [Place] =
      (cluster == nil
        ? graph.nodes(of: .cluster).map { .cluster($0) } : Stage.allCases.map { .stage($0) })
      + [.none]
    return all.filter { used.contains($0) }.map { place in
      Picture.Column(
        id: columnID(place),
        heading: label(of: place),
        note: String(places.count { $0 == place })
      )
    }
  }

  private func columnID(_ place: Place) -> String {
    switch place {
    case .stage(let stage): stage.rawValue
    case .cluster(let cluster): "cluster:" + graph.id(of: cluster)
    case .none: "none"
    }
  }

  private func label(of place: Place) -> String {
    switch place {
    case .stage(let stage): stage.label[language]
    case .cluster(let cluster): graph.name(of: cluster)
    case .none where rows.isEmpty: context.say("企业", "enterprises")
    case .none where cluster == nil: context.say("未归入集群", "in no cluster")
    case .none: context.say("不在链上环节", "on no segment of the chain")
    }
  }

  // MARK: Cards

  private func card(
    for row: ClusterEnterprise,
    number: Int,
    in column: String
  ) -> Picture.Card {
    let isExternal = graph.hasFlag(.external, row.enterprise)
    var card = context.card(
      row.enterprise,
      in: column,
      number: number,
      tag: row.isAnchor
        ? context.say("龙头", "anchor") : isExternal ? context.say("外地", "external") : nil,
      lines: lines(of: row)
    )
    if !row.isStated { card.mark = "≈" }
    return card
  }

  /// What it does, what it builds, where it is; what is general knowledge is marked.
  private func lines(of row: ClusterEnterprise) -> [Picture.Line] {
    let general = row.generalSegments
    let segments = row.segments.map { segment in
      Picture.Line(text: (general.contains(segment) ? "≈" : "") + graph.name(of: segment))
    }
    let projects = row.projects.map { project in
      Picture.Line(
        text: context.projectText(project),
        role: .project,
        status: context.projectStatus(project)
      )
    }
    let places = graph.relations(of: row.enterprise, at: .source, .location).map(\.target)
    let place =
      places.isEmpty ? [] : [Picture.Line(text: graph.names(places, language), role: .muted)]
    return context.cut(segments + projects + place)
  }

  // MARK: Words around

  /// Who is counted: those that a document names, those presumed, those from elsewhere.
  private var figures: String {
    guard !rows.isEmpty else {
      return context.say(
        "点名企业 0 家，不等于没有",
        "0 enterprises named, which does not mean that there are none"
      )
    }
    let external = rows.count { graph.hasFlag(.external, $0.enterprise) }
    let named = rows.count(where: \.isNamed)
    let others = rows.count - named - external
    let registered = rows.count { row in
      !row.relations.isEmpty && row.relations.allSatisfy { $0.origin.basis == .register }
    }
    return context.say(
      "企业 \(rows.count) 家：点名 \(named)"
        + (registered > 0 ? "（其中只由名录核定 \(registered)）" : "")
        + "，只凭常识列入 \(others)，外地 \(external)",
      "\(rows.count) enterprises: \(named) named"
        + (registered > 0 ? " (\(registered) by a register alone)" : "")
        + ", \(others) by general knowledge alone, \(external) from elsewhere"
    )
  }

  private var legend: [Picture.LegendItem] {
    let statuses = Set(rows.flatMap(\.projects).compactMap { context.projectStatus($0) })
    return context.projectLegend.filter { item in
      item.symbol == .project(.planned)
        ? statuses.contains(.planned) : !statuses.subtracting([.planned]).isEmpty
    }
  }

  private var footnotes: [String] {
    let isMarked = rows.contains { !$0.isStated || !$0.generalSegments.isEmpty }
    let several = cluster == nil ? rows.count { graph.clusters(of: $0).count > 1 } : 0
    return [context.sourceNote]
      + (several > 0
        ? [
          context.say(
            "\(several) 家企业属于几个集群，只画在其从事最多的一个",
            "\(several) enterprises are in several clusters and stand in the one where they do most"
          )
        ] : [])
      + (isMarked
        ? [context.say("≈ 只凭行业常识，文件未载", "≈ by general knowledge; no document says so")] : [])
      + Answer.openListNotes(rows).map { $0[language] } + [context.numberNote]
  }
}

extension ClusterEnterprise {
  /// Whether a document says that it is one.
  fileprivate var isStated: Bool { relations.contains { $0.origin.basis.isStated } }

  /// The segments in which it operates by general knowledge.
  var generalSegments: Set<NodeIndex> {
    Set(relations.filter { !$0.origin.basis.isStated }.map(\.target)).intersection(segments)
  }
}
