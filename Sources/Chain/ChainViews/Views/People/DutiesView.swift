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

    /// No node's: a data set may have a kind called `role`.
    var id: String { "@" + role.name }
  }

  let context: ViewContext
  private let party: NodeIndex
  private let duties: [Duty]
  private let branches: [Branch]

  init(of party: NodeIndex, _ context: ViewContext) {
    self.context = context
    self.party = party
    let graph = context.graph
    duties = graph.duties(of: party, asked: context.options)
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

  func outcome() -> Outcome {
    let titles = context.titles(of: .duties, graph.name(of: party))
    let name = graph.name(of: party)
    let none = BilingualText(zh: "“\(name)”没有这样的事项", en: "'\(name)' answers for no such item")
    let list = Answer.duties(
      duties,
      of: party,
      in: graph,
      isExplaining: context.options.isExplaining
    ).noting(duties.isEmpty ? none : nil)
    return Outcome(title: titles.picture, answer: list.asList(of: .duties, title: titles.list)) {
      () throws(ViewFailure) in
      guard !duties.isEmpty else { throw .isEmpty(none) }
      return Picture(
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
    }
  }

  private var subtitle: String {
    let counts = branches.map { branch in
      graph.roleLabel(branch.role)[context.language] + " \(branch.rows.count)"
    }
    return context.say("共 \(duties.count) 项：", "\(duties.count) items: ")
      + counts.joined(separator: context.say("，", ", "))
  }

  /// Outwards from the party: its roles, the items of which a statement speaks, those that inherit
  /// it.
  private func columns() -> [Picture.Column] {
    let party = Picture.Column(
      id: "party",
      heading: graph.definition(of: party).label[context.language]
    )
    return [columns(isLeft: true).reversed(), [party], columns(isLeft: false)].flatMap { $0 }
  }

  private func columns(isLeft: Bool) -> [Picture.Column] {
    let rows = branches.filter { $0.isLeft == isLeft }.flatMap(\.rows)
    let inherited = rows.count { duties[$0].isInherited }
    return [
      Picture.Column(id: column("roles", isLeft), heading: context.say("职责", "Roles")),
      Picture.Column(
        id: column("items", isLeft),
        heading: context.say("事项", "Items"),
        note: String(rows.count - inherited)
      ),
      Picture.Column(
        id: column("inherited", isLeft),
        heading: context.say("继承的事项", "Inherited"),
        note: String(inherited)
      ),
    ]
  }

  private func column(_ name: String, _ isLeft: Bool) -> String {
    name + (isLeft ? "-left" : "-right")
  }

  /// By row, the id of its card: a party can answer for an item in several roles.
  private func cardIDs() -> [String] {
    // A party that answers for itself keeps its identity in the middle.
    var seen: Set<NodeIndex> = [party]
    return duties.map { duty in
      let isFirst = seen.insert(duty.item).inserted
      return context.cardID(duty.item, copy: isFirst ? nil : duty.role.name)
    }
  }

  private func cards() -> [Picture.Card] {
    var centre = context.card(party, in: "party", lines: context.titles(of: party))
    centre.prominence = .focus
    let ids = cardIDs()
    let others = branches.flatMap { branch -> [Picture.Card] in
      let role = Picture.Card(
        id: branch.id,
        column: column("roles", branch.isLeft),
        heading: graph.roleLabel(branch.role)[context.language],
        tag: String(branch.rows.count)
      )
      return [role]
        + branch.rows.map { row in
          let duty = duties[row]
          let place = duty.isInherited ? "inherited" : "items"
          var card = context.card(
            duty.item,
            in: column(place, branch.isLeft),
            number: row + 1
          )
          card.id = ids[row]
          card.prominence = duty.isInherited ? .faded : .usual
          card.isTentative = duty.certainty == .possible
          return card
        }
    }
    return [centre] + others
  }

  /// From the party to its roles, to the items, and from an item to those that inherit from it; an
  /// item whose whole is not shown hangs on the role.
  private func links() -> [Picture.Link] {
    let ids = cardIDs()
    return branches.flatMap { branch -> [Picture.Link] in
      let stated = Dictionary(
        branch.rows.filter { !duties[$0].isInherited }.map { (duties[$0].item, ids[$0]) },
        uniquingKeysWith: { first, _ in first }
      )
      let trunk = Picture.Link(
        from: branch.isLeft ? branch.id : graph.id(of: party),
        to: branch.isLeft ? graph.id(of: party) : branch.id,
        style: .structure,
        arrow: .none
      )
      return [trunk]
        + branch.rows.map { row in
          let duty = duties[row]
          let nearer = (duty.isInherited ? stated[duty.from] : nil) ?? branch.id
          var link = context.link(
            duty.relation,
            from: branch.isLeft ? ids[row] : nearer,
            to: branch.isLeft ? nearer : ids[row]
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

extension ChainGraph {
  /// What a party answers for, as the options of a question ask for it.
  func duties(of party: NodeIndex, asked options: QuestionOptions) -> [Duty] {
    duties(
      of: party,
      roles: options.roles.isEmpty ? nil : options.roles,
      kinds: options.kinds.isEmpty ? nil : options.kinds,
      isInheriting: options.isInheriting
    )
  }
}
