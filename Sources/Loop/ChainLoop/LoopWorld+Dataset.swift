package import ChainModel
import ChainQueries
import GraphKernel
package import ProgressLoop

extension LoopWorld {
  /// What a data set says of items, of parties and of who answers for what, beside the lines of its files.
  ///
  /// Items are its projects, tasks and targets, in that order; a party that may be meant, and may not, states
  /// nothing here: nobody is expected to report by it. A statement holds in its period, and from the day of its
  /// document on where it says no first day; an item inherits the nearest that holds on the day.
  ///
  /// - Complexity: as `owners(of:)` for each item, once for each day from which on something else may hold.
  package init(of dataset: Dataset, _ reading: LoopFiles.Reading) {
    let graph = dataset.graph
    self.init(plan: reading.plan, journal: reading.journal, rules: reading.rules)
    documents = graph.nodes(of: .document).map { document in
      LoopDocument(
        name: graph.id(of: document),
        date: graph.date(.date, of: document),
        effective: graph.date(.effective, of: document),
        expires: graph.date(.expires, of: document)
      )
    }
    parties = graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }.map { party in
      var told = LoopParty(
        id: graph.id(of: party),
        name: graph.name(of: party),
        from: graph.date(.from, of: party),
        until: graph.date(.until, of: party),
        formerly: graph.formerNames(of: party)
      )
      told.aliases = graph.aliases(of: party)
      return told
    }
    isClosed = true
    let nodes = Self.itemKinds.flatMap { graph.nodes(of: $0) }
    items = nodes.map { item in
      var told = LoopItem(
        id: graph.id(of: item),
        name: graph.name(of: item),
        from: graph.date(.from, of: item),
        until: graph.date(.until, of: item),
        formerly: graph.formerNames(of: item),
        kind: graph.kind(of: item).name
      )
      told.aliases = graph.aliases(of: item)
      told.measure = graph.measure(of: item)
      told.goal = graph.goal(of: item)
      return told
    }
    statements = StatedDays(of: graph, nodes).statements
    successions = graph.successions(among: nodes)
  }

  /// The kinds of what is planned and reported on.
  package static let itemKinds: [NodeKind] = [.project, .task, .target]
}

/// Who answers for items from when to when, each with the nearest statement of its days.
private struct StatedDays {
  private(set) var statements: [LoopStatement] = []
  /// Where the statements that still hold stand among all.
  private var open: [Key: Int] = [:]

  private struct Key: Hashable {
    let item: NodeIndex
    let role: LoopRole
    let relation: Relation
  }

  init(of graph: ChainGraph, _ items: [NodeIndex]) {
    let days = graph.turningDays
    // Before the first of the days things stand as on the day before it.
    let first = days.first.map { CalendarDate(daysSince1970: $0.daysSince1970 - 1) }
    take(first.map { graph.inForce(on: $0, handsOn: false) } ?? graph, items, from: nil)
    for day in days { take(graph.inForce(on: day, handsOn: false), items, from: day) }
  }

  private mutating func take(_ graph: ChainGraph, _ items: [NodeIndex], from day: CalendarDate?) {
    var still: [Key: Int] = [:]
    for item in items {
      for owner in graph.owners(of: item) where owner.certainty == .certain {
        guard let role = LoopRole(rawValue: owner.role.name) else { continue }
        let key = Key(item: item, role: role, relation: owner.relation)
        guard still[key] == nil else { continue }
        if let known = open[key] {
          still[key] = known
          continue
        }
        still[key] = statements.count
        statements.append(
          LoopStatement(
            item: graph.id(of: item),
            role: role,
            party: graph.id(of: owner.party),
            from: day ?? owner.relation.period.from,
            document: owner.relation.origin.document.map { graph.id(of: $0) }
          )
        )
      }
    }
    if let day {
      let last = CalendarDate(daysSince1970: day.daysSince1970 - 1)
      for (key, number) in open where still[key] == nil { statements[number].until = last }
    }
    open = still
  }
}

extension ChainGraph {
  /// What took the place of what: parties with the items that each took over, and items.
  fileprivate func successions(among items: [NodeIndex]) -> [LoopSuccession] {
    var found: [LoopSuccession] = []
    let parties = ontology.partyKinds.flatMap { nodes(of: $0) }
    // When each party has gone: the day after its last, or that on which it is succeeded.
    var gone: [NodeIndex: CalendarDate] = [:]
    for party in parties {
      let ended = date(.until, of: party)?.nextDay
      let heirs = relations(of: party, at: .target, .succeeds).filter {
        kind(of: $0.source) == kind(of: party)
      }
      let days = heirs.compactMap { $0.period.from?.firstDay ?? ended } + [ended].compactMap { $0 }
      // Who is succeeded and nobody says when was gone all along.
      let isUndated = ended == nil && heirs.contains { $0.period.from == nil }
      gone[party] = isUndated ? CalendarDate(parsing: "0001-01-01") : days.min()
      for relation in heirs {
        found.append(
          LoopSuccession(
            new: id(of: relation.source),
            old: id(of: party),
            from: relation.period.from
          )
        )
      }
    }
    for party in parties {
      for taken in relations(of: party, at: .source, .takesOver) {
        // From whoever of its kind was stated there and has gone.
        let others = Set(relations(of: taken.target, at: .target, .responsibility).map(\.source))
        for old in others.sorted() where old != party && kind(of: old) == kind(of: party) {
          guard let day = gone[old] else { continue }
          // What has no statement of the other has that of its whole.
          let special = items.filter { item in
            item == taken.target || !isStated(old, on: item) && isPart(item, of: taken.target)
          }
          guard !special.isEmpty else { continue }
          found.append(
            LoopSuccession(
              new: id(of: party),
              old: id(of: old),
              from: max(taken.period.from?.firstDay ?? day, day),
              items: special.map { id(of: $0) }
            )
          )
        }
      }
    }
    for item in items {
      for relation in relations(of: item, at: .source, .succeeds)
      where kind(of: relation.target) == kind(of: item) {
        found.append(
          LoopSuccession(
            new: id(of: item),
            old: id(of: relation.target),
            from: relation.period.from ?? date(.from, of: item)
          )
        )
      }
    }
    return found
  }

  private func isStated(_ party: NodeIndex, on item: NodeIndex) -> Bool {
    relations(of: item, at: .target, .responsibility).contains { $0.source == party }
  }

  private func isPart(_ item: NodeIndex, of whole: NodeIndex) -> Bool {
    wholes(of: item).contains { $0.node == whole }
  }

  /// Of a project or a task money is reported; of a target whatever its figure is in.
  fileprivate func measure(of item: NodeIndex) -> LoopMeasure? {
    guard kind(of: item) == .target else { return .money }
    guard case .quantity(let quantity) = attribute(.value, of: item) else { return nil }
    let dimension = quantity.unit.dimension
    if dimension == "money" { return .money }
    return .units(ontology.units.filter { $0.dimension == dimension }.map(\.symbol))
  }

  /// What a target is to come to; nothing of one without a figure, or with one that is no exact decimal.
  fileprivate func goal(of item: NodeIndex) -> LoopGoal? {
    guard kind(of: item) == .target, case .quantity(let quantity) = attribute(.value, of: item),
      let number = ExactDecimal(parsing: Quantity.plain(quantity.amount))
    else { return nil }
    let unit = quantity.unit
    var factors: [String: ExactDecimal] = [:]
    for other in ontology.units where other.dimension == unit.dimension {
      factors[other.symbol] = ExactDecimal(parsing: Quantity.plain(other.factor))
    }
    // Lines of a journal have money in 万元, without its name.
    if unit.dimension == "money" { factors[""] = factors["万元"] }
    let words = [name(of: item), attribute(.metric, of: item)?.description(in: .zh) ?? ""].joined()
    var goal = LoopGoal(
      option(.comparator, of: item).flatMap(LoopGoal.Comparator.init(rawValue:)) ?? .reach,
      Measured(number, unit: unit.symbol),
      isGrowth: unit.dimension == "ratio" && (words.contains("增") || words.contains("growth")),
      factors: factors
    )
    if case .date(let date) = attribute(AttributeName("baseline"), of: item) {
      goal.baseline = Day(lastOf: date).period
    }
    return goal
  }
}
