import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Who answers for what: leaders, items, lead departments and responsible departments in four
/// columns, a tint for each item.
///
/// Of a cluster: the cluster and the parts of it that have statements of their own. Of everything:
/// the clusters that have a chain and every other item with a statement, but for the province's
/// clusters, which the alignment shows.
struct ResponsibilityView {
  private enum Place: String, CaseIterable {
    case leader
    case item
    case lead
    case responsible
  }

  private struct Assignment {
    let tint: Int
    let statement: Statement
    let relation: Relation
    let place: Place
  }

  let context: ViewContext
  private let cluster: NodeIndex?
  private let items: [NodeIndex]
  private let itemSet: Set<NodeIndex>
  private let assignments: [Assignment]

  init(of cluster: NodeIndex?, _ context: ViewContext) throws(ViewFailure) {
    self.context = context
    self.cluster = cluster
    let graph = context.graph
    let starts = cluster.map { [$0] } ?? Self.allItems(in: graph)
    var seen: Set<NodeIndex> = []
    // A part with a statement of its own overrides its whole, so it must stand beside it.
    let items = starts.flatMap { item in
      [item] + graph.members(of: item).map(\.node).filter { !graph.statements(on: $0).isEmpty }
    }.filter { seen.insert($0).inserted }
    self.items = items
    itemSet = Set(items)
    assignments = items.enumerated().flatMap { tint, item in
      graph.statements(on: item).flatMap { statement in
        statement.relations.compactMap { relation in
          Self.place(of: relation, in: graph).map {
            Assignment(tint: tint, statement: statement, relation: relation, place: $0)
          }
        }
      }
    }
    guard !items.isEmpty else {
      throw .isEmpty(BilingualText(zh: "没有任何责任条款", en: "nobody answers for anything"))
    }
  }

  private static func allItems(in graph: ChainGraph) -> [NodeIndex] {
    let aligned = Set(graph.alignment().map(\.cluster))
    let stated = graph.nodes.filter { node in
      !aligned.contains(node)
        && graph.statements(on: node).contains { ![.coordinate, .reporter].contains($0.role) }
    }
    return graph.clustersWithChain() + stated
  }

  private static func place(of relation: Relation, in graph: ChainGraph) -> Place? {
    place(relation.kind, of: relation.source, in: graph)
  }

  private static func place(
    _ role: RelationKind,
    of party: NodeIndex,
    in graph: ChainGraph
  ) -> Place? {
    switch role {
    case .lead: .lead
    // Who coordinates has a line of its own; who reports answers for nothing by that.
    case .coordinate, .reporter: nil
    default: graph.kind(of: party) == .leader ? .leader : .responsible
    }
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let titles = context.titles(
      of: .responsibility,
      cluster.map { graph.name(of: $0) } ?? context.dataset.jurisdiction
    )
    return Outcome(
      title: titles.picture,
      answer: list().asList(of: .responsibility, title: titles.list)
    ) {
      Picture(
        name: "responsibility",
        language: language.rawValue,
        title: titles.picture[language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        links: links(),
        legend: legend(),
        footnotes: footnotes()
      )
    }
  }

  // MARK: Columns and cards

  private func columns() -> [Picture.Column] {
    Place.allCases.map { place in
      let count = place == .item ? items.count : parties(at: place).count
      return Picture.Column(id: place.rawValue, heading: heading(of: place), note: String(count))
    }
  }

  private func heading(of place: Place) -> String {
    switch place {
    case .leader: context.say("责任领导", "Accountable leaders")
    case .item: context.say("集群与任务", "Clusters and tasks")
    case .lead: context.say("牵头单位", "Lead departments")
    case .responsible: context.say("责任单位", "Responsible departments")
    }
  }

  private func parties(at place: Place) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return assignments.filter { $0.place == place }.map(\.relation.source)
      .filter { seen.insert($0).inserted }
  }

  private func cards() -> [Picture.Card] {
    let itemCards = items.enumerated().map { position, item in
      context.card(
        item,
        in: Place.item.rawValue,
        number: position + 1,
        tag: graph.attribute(.tier, of: item)?.description(in: language)
      )
    }
    let partyCards = [Place.leader, .lead, .responsible].flatMap { place in
      parties(at: place).map { card(for: $0, at: place) }
    }
    return itemCards + partyCards
  }

  /// A department can lead one item and be responsible for another, so it can stand twice; the
  /// last column keeps the identity bare. A party that others answer for keeps it as an item.
  private func copy(of party: NodeIndex, at place: Place) -> String? {
    place == .lead || itemSet.contains(party) ? place.rawValue : nil
  }

  private func card(for party: NodeIndex, at place: Place) -> Picture.Card {
    context.card(
      party,
      in: place.rawValue,
      copy: copy(of: party, at: place),
      lines: context.titles(of: party)
    )
  }

  // MARK: Links

  private func links() -> [Picture.Link] {
    assignments.map { assignment in
      let relation = assignment.relation
      let item = graph.id(of: relation.target)
      let party =
        context.cardID(
          relation.source,
          copy: copy(of: relation.source, at: assignment.place)
        )
      let isLeader = assignment.place == .leader
      var link = context.link(
        relation,
        from: isLeader ? party : item,
        to: isLeader ? item : party
      )
      link.tint = assignment.tint
      link.isTentative = graph.isOneOfSeveral(relation)
      return link
    }
  }

  // MARK: Words around

  private var subtitle: String {
    let leaders = parties(at: .leader).count
    let departments = Set(parties(at: .lead) + parties(at: .responsible)).count
    return context.say(
      "\(items.count) 项，\(leaders) 位领导，\(departments) 个单位",
      "\(items.count) items, \(leaders) leaders, \(departments) departments"
    )
  }

  private func legend() -> [Picture.LegendItem] {
    let say = context.say
    let styles = context.legend(
      [
        (.accountable, say("责任领导", "accountable")), (.lead, say("牵头单位", "leads")),
        (.responsible, say("责任单位", "responsible")), (.support, say("配合单位", "supports")),
        (.liaison, say("对接", "liaises")),
      ],
      in: links()
    )
    let hasCollective = assignments.contains {
      graph.attribute(.quantifier, of: $0.relation.source) != nil
    }
    return styles
      + (hasCollective
        ? [Picture.LegendItem(symbol: .card(.collective), text: say("集合（各、相关）", "collective"))]
        : [])
  }

  private func footnotes() -> [String] {
    var notes = [context.sourceNote]
    let open = Set(assignments.filter(\.statement.isOpen).map(\.relation.target)).count
    if open > 0 {
      notes.append(
        context.say(
          "\(open) 项的名单以“等”结尾，另有未列出的单位",
          "the lists of \(open) items end with 等: others exist"
        )
      )
    }
    // One line says what a link to every item would only clutter.
    var coordinated: [NodeIndex: Int] = [:]
    for item in items {
      for relation in graph.relations(of: item, at: .target, .coordinate) {
        coordinated[relation.source, default: 0] += 1
      }
    }
    for party in graph.inNameOrder(coordinated.keys) {
      let count = coordinated[party, default: 0]
      let name = graph.name(of: party)
      notes.append(
        context.say(
          "\(name)统筹其中 \(count) 项（未画线）",
          "\(name) coordinates \(count) of them (no lines)"
        )
      )
    }
    return notes + context.standingNotes(of: items).map { $0[language] } + [context.numberNote]
  }

  // MARK: The list

  private func list() -> Answer {
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("content", zh: "要点", en: "content"),
        Answer.Table.Column("accountable", zh: "责任领导", en: "accountable"),
        Answer.Table.Column("lead", zh: "牵头单位", en: "lead"),
        Answer.Table.Column("responsible", zh: "责任单位", en: "responsible"), .open,
        Answer.Table.Column("deadline", zh: "时限", en: "deadline"),
        Answer.Table.Column("progress", zh: "进展", en: "progress"), .source,
      ],
      items
    ) { item in
      let own = assignments.filter { $0.relation.target == item }
      func parties(_ place: Place) -> Answer.Cell {
        graph.holdersCell(
          own.filter { $0.place == place }.map(\.relation),
          vacant: graph.vacancies(of: item).filter {
            Self.place($0.role, of: $0.predecessor, in: graph) == place
          }
        ) ?? .list([])
      }
      return [
        .text(graph.id(of: item)), .text(graph.name(of: item)),
        graph.attribute(.content, of: item).map { graph.cell($0) } ?? .none,
        parties(.leader), parties(.lead), parties(.responsible),
        .flag(own.contains { $0.statement.isOpen }), graph.attributeCell(.deadline, of: item),
        graph.statusCell(of: item), graph.sourceCell(graph.origin(of: item)),
      ]
    }
    return Answer(
      command: QuestionName.responsibility.rawValue,
      subject: cluster.map { graph.summary(of: $0) },
      table: table,
      notes: context.standingNotes(of: items)
    )
  }
}
