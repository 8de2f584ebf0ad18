import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Provincial leader, provincial cluster, city leader and city cluster in four columns.
struct AlignmentView {
  let context: ViewContext
  private let rows: [AlignedCluster]

  init(_ context: ViewContext) {
    self.context = context
    rows = context.graph.alignment()
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(of: .alignment, context.dataset.jurisdiction)
    let paired = rows.count { !$0.cityClusters.isEmpty }
    let links = links()
    let none = BilingualText(zh: "没有省级集群", en: "there are no provincial clusters")
    let list = Answer.alignment(in: graph).asList(of: .alignment, title: titles.list)
      .noting(rows.isEmpty ? none : nil)
    return Outcome(title: titles.picture, answer: list) { () throws(ViewFailure) in
      guard !rows.isEmpty else { throw .isEmpty(none) }
      return Picture(
        name: "alignment",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: context.say(
          "省级集群 \(rows.count) 个，其中 \(paired) 个有对应的市级集群",
          "\(rows.count) provincial clusters, \(paired) with a counterpart in the city"
        ),
        columns: columns(),
        cards: cards(),
        links: links,
        legend: context.legend(
          [
            (.accountable, context.say("省牵头领导", "provincial leader")),
            (.liaison, context.say("市对接领导", "city leader")),
            (.structure, context.say("对应", "counterpart")),
          ],
          in: links
        ),
        footnotes: [
          context.sourceNote,
          context.say(
            "浅色为没有对应市级集群的省级集群；专班和对接成员单位见清单",
            "pale: no counterpart in the city; member departments are in the list"
          ), presumedNote, context.numberNote,
        ].compactMap(\.self)
      )
    }
  }

  private func columns() -> [Picture.Column] {
    [
      column("province-leader", "省牵头领导", "Provincial leaders", provinceLeaders.count),
      column("province-cluster", "省级集群", "Provincial clusters", rows.count),
      column("city-leader", "市对接领导", "City leaders", cityLeaders.count),
      column("city-cluster", "市级集群", "City clusters", cityClusters.count),
    ]
  }

  private func column(_ id: String, _ zh: String, _ en: String, _ count: Int) -> Picture.Column {
    Picture.Column(id: id, heading: context.say(zh, en), note: String(count))
  }

  private func distinct(_ nodes: [NodeIndex]) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return nodes.filter { seen.insert($0).inserted }
  }

  private var provinceLeaders: [NodeIndex] { distinct(rows.flatMap(\.provinceLeaders)) }
  private var cityLeaders: [NodeIndex] { distinct(rows.flatMap(\.cityLeaders)) }
  private var cityClusters: [NodeIndex] { distinct(rows.flatMap(\.cityClusters)) }

  /// A leader who stands on both sides keeps the identity on the province's.
  private var doubled: Set<NodeIndex> { Set(provinceLeaders).intersection(cityLeaders) }

  private func cards() -> [Picture.Card] {
    let doubled = doubled
    let provincial = rows.enumerated().map { position, row in
      var card = context.card(row.cluster, in: "province-cluster", number: position + 1)
      card.prominence = row.cityClusters.isEmpty ? .faded : .usual
      return card
    }
    return provinceLeaders.map {
      context.card($0, in: "province-leader", lines: context.titles(of: $0))
    }
      + provincial
      + cityLeaders.map { leader in
        context.card(
          leader,
          in: "city-leader",
          copy: doubled.contains(leader) ? "city" : nil,
          lines: context.titles(of: leader)
        )
      }
      + cityClusters.map { cluster in
        let numbers = rows.enumerated().filter { $0.element.cityClusters.contains(cluster) }
          .map { String($0.offset + 1) }
        let line = "← " + numbers.joined(separator: context.say("、", ", "))
        return context.card(
          cluster,
          in: "city-cluster",
          copy: copy(of: cluster),
          lines: [Picture.Line(text: line, role: .muted)]
        )
      }
  }

  /// A provincial cluster that is another's counterpart keeps its identity on the province's side.
  private func copy(of counterpart: NodeIndex) -> String? {
    rows.contains { $0.cluster == counterpart } ? "city" : nil
  }

  private func links() -> [Picture.Link] {
    let doubled = doubled
    return rows.flatMap { row -> [Picture.Link] in
      let cluster = graph.id(of: row.cluster)
      let above = graph.relations(of: row.cluster, at: .target, .accountable).map {
        context.link($0)
      }
      let beside = graph.relations(of: row.cluster, at: .target, .liaison)
        .filter { graph.kind(of: $0.source) == .leader }
        .map { relation in
          let leader = context.cardID(
            relation.source,
            copy: doubled.contains(relation.source) ? "city" : nil
          )
          return context.link(relation, from: cluster, to: leader)
        }
      return above + beside
    } + counterparts()
  }

  /// What corresponds are the clusters, whoever joins them; dotted where no document says so.
  private func counterparts() -> [Picture.Link] {
    rows.flatMap { row in
      row.cityClusters.map { counterpart in
        let (name, other) = (graph.name(of: row.cluster), graph.name(of: counterpart))
        return Picture.Link(
          from: graph.id(of: row.cluster),
          to: context.cardID(counterpart, copy: copy(of: counterpart)),
          style: .structure,
          tooltip: context.say("\(name) 对应 \(other)", "\(name) corresponds to \(other)"),
          isTentative: row.presumedClusters.contains(counterpart)
        )
      }
    }
  }

  /// That dotted lines are no document's.
  private var presumedNote: String? {
    guard rows.contains(where: { !$0.presumedClusters.isEmpty }) else { return nil }
    return context.say("点线的对应按行业常识，文件没有写明", "dotted: counterparts by general knowledge alone")
  }
}
