import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// One party in the middle, its roles beside it, and its items beyond them: what it inherits is
/// paler, what it may be meant by is dotted.
struct DutiesView {
  /// A role of the party, on one side of it.
  private struct Branch {
    let role: RelationKind
    let isLeft: Bool
    let rows: [Int]

    var id: String { "role:" + role.name }
  }

  let context: ViewContext
  private let party: NodeIndex
  private let duties: [Duty]
  private let branches: [Branch]

  init(of party: NodeIndex, _ context: ViewContext) throws(ViewFailure) {
    self.context = context
    self.party = party
    let graph = context.graph
    let options = context.options
    let duties = graph.duties(
      of: party,
      roles: options.roles.isEmpty ? nil : options.roles,
      isInheriting: options.isInheriting
    ).filter { options.kinds.isEmpty || options.kinds.contains(graph.kind(of: $0.item)) }
    guard !duties.isEmpty else {
      let name = graph.name(of: party)
      throw .isEmpty(
        BilingualText(zh: "“\(name)”没有这样的事项", en: "'\(name)' answers for no such item")
      )
    }
    self.duties = duties
    branches = Self.branches(of: duties, roles: graph.ontology.roles)
  }

  /// The roles in their order, on the right until half of the items stand there: reading begins
  /// with the weightiest role, right of the party.
  private static func branches(of duties: [Duty], roles: [RelationKind]) -> [Branch] {
    var placed = 0
    return roles.compactMap { role in
      let rows = duties.indices.filter { duties[$0].role == role }
      guard !rows.isEmpty else { return nil }
      let isLeft = placed > 0 && (placed + rows.count / 2) * 2 > duties.count
      placed += rows.count
      return Branch(role: role, isLeft: isLeft, rows: rows)
    }
  }

  private var graph: ChainGraph { context.graph }

  func view() -> ChainView {
    let titles = context.titles(of: .duties, graph.name(of: party))
    let picture = Picture(
      name: "duties",
      language: context.language.rawValue,
      title: titles.picture[context.language],
      subtitle: subtitle,
      columns: columns(),
      cards: cards(),
      links: links(),
      legend: [],
      footnotes: footnotes()
    )
    let list = Answer.duties(duties, of: party, in: graph, isExplaining: false)
    return ChainView(
      title: titles.picture,
      picture: picture,
      list: list.asList(of: .duties, title: titles.list)
    )
  }

  private var subtitle: String {
    let counts = branches.map { branch in
      graph.roleLabel(branch.role)[context.language] + " \(branch.rows.count)"
    }
    return context.say("共 \(duties.count) 项：", "\(duties.count) items: ")
      + counts.joined(separator: context.say("，", ", "))
  }

  private func columns() -> [Column] {
    func items(_ isLeft: Bool) -> String {
      let count = branches.filter { $0.isLeft == isLeft }.reduce(0) { $0 + $1.rows.count }
      return String(count)
    }
    let heading = context.say("事项", "Items")
    return [
      Column(id: "items-left", heading: heading, note: items(true)),
      Column(id: "roles-left", heading: context.say("职责", "Roles")),
      Column(id: "party", heading: graph.definition(of: party).label[context.language]),
      Column(id: "roles-right", heading: context.say("职责", "Roles")),
      Column(id: "items-right", heading: heading, note: items(false)),
    ]
  }

  private func cards() -> [Card] {
    var centre = context.card(party, in: "party", lines: titles())
    centre.prominence = .focus
    var used: Set<NodeIndex> = []
    let others = branches.flatMap { branch -> [Card] in
      let side = branch.isLeft ? "left" : "right"
      let role = Card(
        id: branch.id,
        column: "roles-" + side,
        heading: graph.roleLabel(branch.role)[context.language],
        tag: String(branch.rows.count)
      )
      return [role]
        + branch.rows.map { row in
          let duty = duties[row]
          let isFirst = used.insert(duty.item).inserted
          var card = context.card(
            duty.item,
            in: "items-" + side,
            number: row + 1,
            copy: isFirst ? nil : branch.role.name
          )
          card.prominence = duty.isInherited ? .faded : .usual
          card.isTentative = duty.certainty == .possible
          return card
        }
    }
    return [centre] + others
  }

  private func titles() -> [Line] {
    graph.attribute(.titles, of: party).map {
      [Line(text: $0.description(in: context.language), role: .muted)]
    } ?? []
  }

  private func links() -> [Link] {
    var used: Set<NodeIndex> = []
    return branches.flatMap { branch -> [Link] in
      let trunk = Link(
        from: branch.isLeft ? branch.id : graph.id(of: party),
        to: branch.isLeft ? graph.id(of: party) : branch.id,
        style: .structure,
        arrow: .none
      )
      return [trunk]
        + branch.rows.map { row in
          let duty = duties[row]
          let isFirst = used.insert(duty.item).inserted
          let item = graph.id(of: duty.item) + (isFirst ? "" : "@" + branch.role.name)
          var link = context.link(
            duty.relation,
            from: branch.isLeft ? item : branch.id,
            to: branch.isLeft ? branch.id : item
          )
          link.arrow = branch.isLeft ? .backward : .forward
          link.prominence = duty.isInherited ? .faded : .usual
          link.isTentative = duty.certainty == .possible
          return link
        }
    }
  }

  private func footnotes() -> [String] {
    var notes = [context.sourceNote]
    let inherited = duties.count(where: \.isInherited)
    if inherited > 0 {
      notes.append(
        context.say(
          "浅色 \(inherited) 项继承自上级事项的条款",
          "pale: \(inherited) items that inherit the statement of a whole"
        )
      )
    }
    let possible = duties.count { $0.certainty == .possible }
    if possible > 0 {
      notes.append(
        context.say(
          "虚线 \(possible) 项经由“相关”“有关”一类集合，是否在内未定",
          "dotted: \(possible) items through a collective of which only some members are meant"
        )
      )
    }
    return notes + [context.numberNote]
  }
}
