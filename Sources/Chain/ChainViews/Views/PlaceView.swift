import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Who and what is in a park or a region: the place, the places inside it, and a column for each
/// kind of what is there.
struct PlaceView {
  let context: ViewContext
  private let name: QuestionName
  private let place: NodeIndex
  private let occupants: [Occupant]

  init(of place: NodeIndex, _ name: QuestionName, _ context: ViewContext) throws(ViewFailure) {
    self.context = context
    self.name = name
    self.place = place
    let graph = context.graph
    let options = context.options
    occupants = graph.occupants(of: place).filter { occupant in
      let isInside = options.cluster.map { graph.isPart(occupant.node, of: $0) } ?? true
      let kinds = options.kinds
      return isInside && (kinds.isEmpty || kinds.contains(graph.kind(of: occupant.node)))
    }
    guard !occupants.isEmpty else {
      let name = graph.name(of: place)
      let rest = Self.unplaced(options.kinds, context)
      throw .isEmpty(
        BilingualText(
          zh: (["数据没有说“\(name)”有什么"] + rest.map(\.zh)).joined(separator: "；"),
          en: (["the data places nothing in '\(name)'"] + rest.map(\.en)).joined(separator: "; ")
        )
      )
    }
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let within = context.options.cluster.map { graph.name(of: $0) }
    let titles = context.titles(
      of: name,
      graph.name(of: place) + (within.map { "（\($0)）" } ?? "")
    )
    let counts = kinds.map { kind in
      label(of: kind) + " \(occupants.count { graph.kind(of: $0.node) == kind })"
    }
    let asked = context.options.kinds.isEmpty ? kinds : context.options.kinds
    let unplaced = Self.unplaced(asked, context)
    let list = list().asList(of: name, title: titles.list).noting(unplaced)
    return Outcome(title: titles.picture, answer: list) {
      Picture(
        name: "place",
        language: language.rawValue,
        title: titles.picture[language],
        subtitle: counts.joined(separator: context.say("，", ", ")),
        columns: columns(),
        cards: cards(),
        links: links(),
        footnotes: [context.sourceNote] + unplaced.map { $0[language] } + [context.numberNote]
      )
    }
  }

  /// What of these kinds, of the cluster that is asked about, the data put nowhere: it may be here, and
  /// is not in the list.
  private static func unplaced(_ kinds: [NodeKind], _ context: ViewContext) -> [BilingualText] {
    let graph = context.graph
    let inside = context.options.cluster.map { Set(graph.members(of: $0).map(\.node)) }
    let places = Set(graph.ontology.placeKinds)
    return kinds.compactMap { kind in
      let nodes = graph.nodes(of: kind).filter { node in
        (inside?.contains(node) ?? true)
          && graph.relations(of: node, at: .source, .location).isEmpty
          && !graph.relations(of: node, at: .source, .containment)
            .contains { places.contains(graph.kind(of: $0.target)) }
      }
      guard !nodes.isEmpty, let label = graph.ontology[kind]?.label else { return nil }
      let shown = nodes.prefix(mostNames)
      let isCut = nodes.count > shown.count
      return BilingualText(
        zh: "未列入：没有写明地点的\(label.zh) \(nodes.count) 个（\(graph.names(shown, .zh))"
          + (isCut ? "……）" : "）"),
        en: "not listed: \(nodes.count) without a place (\(label.en)): \(graph.names(shown, .en))"
          + (isCut ? ", …" : "")
      )
    }
  }

  private static let mostNames = 6

  private var kinds: [NodeKind] {
    let used = Set(occupants.map { graph.kind(of: $0.node) })
    return graph.ontology.kinds.map(\.kind).filter { used.contains($0) }
  }

  private func label(of kind: NodeKind) -> String {
    graph.ontology[kind]?.label[language] ?? kind.name
  }

  /// The places that something is in, the place itself first; a place that is itself listed stands
  /// with its kind.
  private var places: [NodeIndex] {
    let listed = Set(occupants.map(\.node))
    var seen: Set<NodeIndex> = [place]
    return [place]
      + occupants.map(\.place).filter { !listed.contains($0) && seen.insert($0).inserted }
  }

  private func columns() -> [Picture.Column] {
    [
      Picture.Column(
        id: "place",
        heading: label(of: graph.kind(of: place)),
        note: String(places.count)
      )
    ]
      + kinds.map { kind in
        Picture.Column(
          id: columnID(kind),
          heading: label(of: kind),
          note: String(occupants.count { graph.kind(of: $0.node) == kind })
        )
      }
  }

  /// Not the kind's name alone: a data set may have a kind called `place`.
  private func columnID(_ kind: NodeKind) -> String { "kind:" + kind.name }

  private func cards() -> [Picture.Card] {
    let placeCards = places.map { node in
      var card = context.card(node, in: "place")
      if node == place { card.prominence = .focus }
      return card
    }
    return placeCards
      + occupants.enumerated().map { position, occupant in
        let facts = context.facts(of: occupant.node)
        return context.card(
          occupant.node,
          in: columnID(graph.kind(of: occupant.node)),
          number: position + 1,
          lines: facts.isEmpty
            ? []
            : [Picture.Line(text: facts.joined(separator: context.say("，", ", ")), role: .muted)]
        )
      }
  }

  private func links() -> [Picture.Link] {
    let inner = places.dropFirst().map { node in
      Picture.Link(
        from: graph.id(of: place),
        to: graph.id(of: node),
        style: .structure,
        arrow: .none
      )
    }
    return inner
      + occupants.map { occupant in
        var link = context.link(
          occupant.relation,
          from: graph.id(of: occupant.place),
          to: graph.id(of: occupant.node)
        )
        link.arrow = .none
        return link
      }
  }

  private func list() -> Answer {
    let table = Answer.Table(
      [
        .id, .kind, .name, Answer.Table.Column("place", zh: "地点", en: "place"),
        Answer.Table.Column("clusters", zh: "集群", en: "clusters"),
        Answer.Table.Column("status", zh: "状态", en: "status"),
        Answer.Table.Column("capacity", zh: "规模", en: "capacity"), .basis, .source,
      ],
      occupants
    ) { occupant in
      let node = occupant.node
      let clusters = graph.belongings(of: node).map(\.node).filter {
        graph.kind(of: $0) == .cluster
      }
      return graph.headCells(node) + [
        graph.cell(occupant.place), graph.cells(clusters), status(of: node),
        attribute(.capacity, node), graph.basisCell(occupant.relation.origin),
        graph.sourceCell(occupant.relation.origin),
      ]
    }
    return Answer(command: name.rawValue, subject: graph.summary(of: place), table: table)
  }

  /// Only what a kind can have is there to fill in.
  private func status(of node: NodeIndex) -> Answer.Cell {
    // The status of an enterprise is that of its registration, and nothing to fill in here.
    let canHave =
      graph.kind(of: node) != .enterprise
      && graph.definition(of: node).attributes.contains { $0.name == .status }
    return canHave ? graph.statusCell(of: node) : .none
  }

  private func attribute(_ name: AttributeName, _ node: NodeIndex) -> Answer.Cell {
    let canHave = graph.definition(of: node).attributes.contains { $0.name == name }
    return canHave ? graph.attributeCell(name, of: node) : .none
  }
}
