import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Everything around a node: what points to it at its left, what it points to at its right, a
/// column for each number of relations away.
struct NeighborhoodView {
  /// A node in the picture: how far away, and on which side.
  private struct Place {
    let distance: Int
    let isLeft: Bool

    var column: String { distance == 0 ? "0" : (isLeft ? "-" : "+") + String(distance) }
  }

  let context: ViewContext
  private let centre: NodeIndex
  private let places: [NodeIndex: Place]
  /// The nodes in the order in which they were reached, the centre first.
  private let nodes: [NodeIndex]
  /// The relations between them, those by which a node was reached in the order of the nodes.
  private let relations: [Relation]

  init(of centre: NodeIndex, _ context: ViewContext) {
    self.context = context
    self.centre = centre
    var places = [centre: Place(distance: 0, isLeft: false)]
    var nodes = [centre]
    var relations: [Relation] = []
    var seen: Set<Relation> = []
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      next += 1
      // The rim is not looked around in: what hangs together out there is another question.
      guard let place = places[node], place.distance < context.options.radius else { continue }
      for (relation, end) in Self.relations(of: node, context) {
        let other = relation.node(at: end.opposite)
        if places[other] == nil {
          // Beyond the first step a node stays on the side of the one that led to it.
          let isLeft = place.distance == 0 ? end == .target : place.isLeft
          places[other] = Place(distance: place.distance + 1, isLeft: isLeft)
          nodes.append(other)
        }
        if seen.insert(relation).inserted { relations.append(relation) }
      }
    }
    self.places = places
    self.nodes = nodes
    self.relations = relations
  }

  /// The relations of a node with the end at which it stands, by semantics, those that leave it
  /// first.
  private static func relations(
    of node: NodeIndex,
    _ context: ViewContext
  ) -> [(relation: Relation, end: RelationDefinition.End)] {
    let wanted = context.options.relations
    return Semantics.allCases.flatMap { semantics in
      [RelationDefinition.End.source, .target].flatMap { end in
        context.graph.relations(of: node, at: end, semantics)
          .filter { $0.source != $0.target && (wanted.isEmpty || wanted.contains($0.kind)) }
          .map { ($0, end) }
      }
    }
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(of: .neighborhood, graph.name(of: centre))
    let links = links()
    return Outcome(
      title: titles.picture,
      answer: list().asList(of: .neighborhood, title: titles.list)
    ) {
      Picture(
        name: "neighborhood",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: context.say(
          "\(nodes.count - 1) 个对象，\(relations.count) 条关系，半径 \(context.options.radius)",
          "\(nodes.count - 1) nodes, \(relations.count) relations, radius \(context.options.radius)"
        ),
        columns: columns(),
        cards: cards(),
        links: links,
        legend: context.relationLegend(links),
        footnotes: [
          context.sourceNote,
          context.say(
            "左侧指向中心，右侧由中心指向；圈内数字为引出该对象的关系在清单中的序号",
            "what points to the centre stands left of it; a number is that of the relation in the "
              + "list that led to the node"
          ), context.possibleNote(on: relations),
        ].compactMap(\.self)
      )
    }
  }

  private func columns() -> [Picture.Column] {
    let radius = nodes.compactMap { places[$0]?.distance }.max() ?? 0
    let sides = (1...max(1, radius)).map { $0 }
    func column(_ place: Place) -> Picture.Column {
      let count = nodes.count { places[$0]?.column == place.column }
      let heading =
        place.distance == 0
        ? context.say("中心", "Centre")
        : context.say("\(place.distance) 步之内", "\(place.distance) away")
      return Picture.Column(id: place.column, heading: heading, note: String(count))
    }
    return sides.reversed().map { column(Place(distance: $0, isLeft: true)) }
      + [column(Place(distance: 0, isLeft: false))]
      + sides.map { column(Place(distance: $0, isLeft: false)) }
  }

  private func cards() -> [Picture.Card] {
    var rows: [NodeIndex: Int] = [:]
    for (row, relation) in relations.enumerated() {
      for node in [relation.source, relation.target] where node != centre && rows[node] == nil {
        // The first relation that touches a node is the one by which it was reached.
        rows[node] = row + 1
      }
    }
    return nodes.map { node in
      let isSegment = graph.ontology.flowKinds.contains(graph.kind(of: node))
      var card = context.card(
        node,
        in: places[node]?.column ?? "0",
        number: rows[node],
        tag: isSegment ? nil : graph.definition(of: node).label[context.language]
      )
      if node == centre { card.prominence = .focus }
      return card
    }
  }

  private func links() -> [Picture.Link] { context.links(for: relations, order: order) }

  private func order(of node: NodeIndex) -> Int {
    guard let place = places[node] else { return 0 }
    return place.isLeft ? -place.distance : place.distance
  }

  private func list() -> Answer {
    let table = Answer.Table(
      [
        Answer.Table.Column("from", zh: "主体", en: "from"),
        Answer.Table.Column("relation", zh: "关系", en: "relation"),
        Answer.Table.Column("to", zh: "对象", en: "to"), .basis, .source,
      ],
      relations
    ) { relation in
      let label = graph.ontology[relation.kind]?.label ?? BilingualText(same: relation.kind.name)
      return [
        graph.cell(relation.source, in: relation), .word(key: relation.kind.name, label: label),
        graph.cell(relation.target), graph.basisCell(relation.origin),
        graph.sourceCell(of: relation),
      ]
    }
    return Answer(
      command: QuestionName.neighborhood.rawValue,
      subject: graph.summary(of: centre),
      table: table
    )
  }
}
