public import Bilingual
import ChainDrawing
public import ChainModel
import ChainQueries
public import GraphKernel

extension ChainView {
  /// Who answers for `items`: leaders, items, lead departments and responsible departments in four
  /// columns, a tint for each item.
  ///
  /// With each item come the parts of it that have statements of their own.
  public static func responsibility(
    for items: [NodeIndex],
    title: BilingualText,
    in dataset: Dataset,
    language: Language
  ) -> ChainView {
    let picture = ResponsibilityPicture(
      items: items,
      title: title,
      dataset: dataset,
      language: language
    )
    return picture.view()
  }
}

/// Puts a picture of responsibilities together.
private struct ResponsibilityPicture {
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

  let title: BilingualText
  let dataset: Dataset
  let graph: ChainGraph
  let language: Language
  private let items: [NodeIndex]
  private let assignments: [Assignment]

  init(items: [NodeIndex], title: BilingualText, dataset: Dataset, language: Language) {
    self.title = title
    self.dataset = dataset
    self.language = language
    let graph = dataset.graph
    self.graph = graph
    var seen: Set<NodeIndex> = []
    // A part with a statement of its own overrides its whole, so it must stand beside it.
    let shown = items.flatMap { item in
      [item] + graph.parts(of: item).map(\.node).filter { !graph.statements(on: $0).isEmpty }
    }.filter { seen.insert($0).inserted }
    self.items = shown
    assignments = shown.enumerated().flatMap { tint, item in
      graph.statements(on: item).flatMap { statement in
        statement.relations.compactMap { relation in
          Self.place(of: relation, in: graph).map {
            Assignment(tint: tint, statement: statement, relation: relation, place: $0)
          }
        }
      }
    }
  }

  private static func place(of relation: Relation, in graph: ChainGraph) -> Place? {
    switch relation.kind {
    case .lead: .lead
    case .coordinate: nil
    default: graph.kind(of: relation.source) == .leader ? .leader : .responsible
    }
  }

  func view() -> ChainView {
    ChainView(
      picture: Picture(
        name: "responsibility",
        language: language.rawValue,
        title: title[language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        links: links(),
        legend: legend(),
        footnotes: footnotes()
      ),
      list: list()
    )
  }

  private func say(_ zh: String, _ en: String) -> String {
    BilingualText(zh: zh, en: en)[language]
  }

  // MARK: Columns and cards

  private func columns() -> [Column] {
    Place.allCases.map { place in
      let count = place == .item ? items.count : parties(at: place).count
      return Column(id: place.rawValue, heading: heading(of: place), note: String(count))
    }
  }

  private func heading(of place: Place) -> String {
    switch place {
    case .leader: say("责任领导", "Accountable leaders")
    case .item: say("集群与任务", "Clusters and tasks")
    case .lead: say("牵头单位", "Lead departments")
    case .responsible: say("责任单位", "Responsible departments")
    }
  }

  private func parties(at place: Place) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return assignments.filter { $0.place == place }.map(\.relation.source)
      .filter { seen.insert($0).inserted }
  }

  /// A department can lead one item and be responsible for another, so it can stand twice; the
  /// second column keeps the identity bare.
  private func cardID(_ party: NodeIndex, at place: Place) -> String {
    place == .lead ? graph.id(of: party) + "@lead" : graph.id(of: party)
  }

  private func cards() -> [Card] {
    let itemCards = items.map { item in
      Card(
        id: graph.id(of: item),
        column: Place.item.rawValue,
        heading: graph.name(of: item),
        style: graph.kind(of: item) == .cluster ? .cluster : .task,
        tag: graph.attribute(.tier, of: item)?.description(in: language),
        tooltip: graph.name(of: item) + " " + graph.citation(graph.origin(of: item), language)
      )
    }
    let partyCards = [Place.leader, .lead, .responsible].flatMap { place in
      parties(at: place).map { card(for: $0, at: place) }
    }
    return itemCards + partyCards
  }

  private func card(for party: NodeIndex, at place: Place) -> Card {
    let titles = graph.attribute(.titles, of: party)?.description(in: language)
    let isCollective = graph.attribute(.quantifier, of: party) != nil
    return Card(
      id: cardID(party, at: place),
      column: place.rawValue,
      heading: graph.name(of: party),
      style: place == .leader ? .leader : (isCollective ? .collective : .department),
      lines: titles.map { [Line(text: $0, role: .muted)] } ?? [],
      tooltip: graph.name(of: party) + " "
        + graph.citation(graph.origin(of: party), language)
    )
  }

  // MARK: Links

  private func links() -> [Link] {
    assignments.map { assignment in
      let relation = assignment.relation
      let item = graph.id(of: relation.target)
      let party = cardID(relation.source, at: assignment.place)
      let tooltip =
        graph.name(of: relation.target) + " · " + graph.roleLabel(relation.kind)[language] + " · "
        + graph.name(of: relation.source) + " " + graph.citation(relation.origin, language)
      let isLeader = assignment.place == .leader
      return Link(
        from: isLeader ? party : item,
        to: isLeader ? item : party,
        style: style(of: assignment),
        tooltip: tooltip,
        tint: assignment.tint
      )
    }
  }

  private func style(of assignment: Assignment) -> LinkStyle {
    switch assignment.relation.kind {
    case .lead: .lead
    case .liaison: .liaison
    default: assignment.place == .leader ? .accountable : .responsible
    }
  }

  // MARK: Words around

  private var subtitle: String {
    let leaders = parties(at: .leader).count
    let departments = Set(parties(at: .lead) + parties(at: .responsible)).count
    return say(
      "\(items.count) 项，\(leaders) 位领导，\(departments) 个单位",
      "\(items.count) items, \(leaders) leaders, \(departments) departments"
    )
  }

  private func legend() -> [LegendItem] {
    let styles = Set(assignments.map { style(of: $0) })
    let links: [(LinkStyle, String)] = [
      (.accountable, say("责任领导", "accountable")), (.lead, say("牵头单位", "leads")),
      (.responsible, say("责任单位", "responsible")), (.liaison, say("对接", "liaises")),
    ]
    let hasCollective = assignments.contains {
      graph.attribute(.quantifier, of: $0.relation.source) != nil
    }
    return links.filter { styles.contains($0.0) }
      .map { LegendItem(symbol: .link($0.0), text: $0.1) }
      + (hasCollective
        ? [LegendItem(symbol: .card(.collective), text: say("集合（各、相关）", "collective"))] : [])
  }

  private func footnotes() -> [String] {
    var notes = [source(of: dataset, language)]
    let open = Set(assignments.filter(\.statement.isOpen).map(\.relation.target)).count
    if open > 0 {
      notes.append(
        say("\(open) 项的名单以“等”结尾，另有未列出的单位", "the lists of \(open) items end with 等: others exist")
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
        say("\(name)统筹其中 \(count) 项（未画线）", "\(name) coordinates \(count) of them (no lines)")
      )
    }
    return notes
  }

  // MARK: The list

  private func list() -> Answer {
    let table = Table(
      [
        Table.Column("number", zh: "序号", en: "number"), .id, .name,
        Table.Column("accountable", zh: "责任领导", en: "accountable"),
        Table.Column("lead", zh: "牵头单位", en: "lead"),
        Table.Column("responsible", zh: "责任单位", en: "responsible"), .open, .source,
      ],
      items.enumerated()
    ) { number, item in
      let own = assignments.filter { $0.relation.target == item }
      func parties(_ place: Place) -> Cell {
        graph.cells(own.filter { $0.place == place }.map(\.relation.source))
      }
      return [
        .number(number + 1), .text(graph.id(of: item)), .text(graph.name(of: item)),
        parties(.leader), parties(.lead), parties(.responsible),
        .flag(own.contains { $0.statement.isOpen }), graph.sourceCell(graph.origin(of: item)),
      ]
    }
    return Answer(command: "responsibility", table: table)
  }
}
