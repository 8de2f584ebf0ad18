package import ChainModel
import ChainQueries
import GraphKernel
package import ProgressLoop

extension LoopWorld {
  /// What a data set says of items, of parties and of who answers for what, beside the lines of its files.
  ///
  /// Items are its projects, tasks and targets, in that order; a party that may be meant, and may not, states
  /// nothing here: nobody is expected to report by it. A statement holds from the day of its document on.
  ///
  /// - Complexity: as `owners(of:)` for each item.
  package init(of dataset: Dataset, _ reading: LoopFiles.Reading) {
    let graph = dataset.graph
    self.init(plan: reading.plan, journal: reading.journal, rules: reading.rules)
    documents = graph.nodes(of: .document).map { document in
      LoopDocument(name: graph.id(of: document), date: graph.day(of: document))
    }
    parties = graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }.map { party in
      var told = LoopParty(
        id: graph.id(of: party),
        name: graph.name(of: party),
        formerly: graph.formerNames(of: party)
      )
      told.aliases = graph.aliases(of: party)
      return told
    }
    isClosed = true
    for item in Self.itemKinds.flatMap({ graph.nodes(of: $0) }) {
      var told = LoopItem(
        id: graph.id(of: item),
        name: graph.name(of: item),
        formerly: graph.formerNames(of: item),
        kind: graph.kind(of: item).name
      )
      told.aliases = graph.aliases(of: item)
      told.measure = graph.measure(of: item)
      told.goal = graph.goal(of: item)
      items.append(told)
      for owner in graph.owners(of: item) where owner.certainty == .certain {
        guard let role = LoopRole(rawValue: owner.role.name) else { continue }
        statements.append(
          LoopStatement(
            item: graph.id(of: item),
            role: role,
            party: graph.id(of: owner.party),
            document: owner.relation.origin.document.map { graph.id(of: $0) }
          )
        )
      }
    }
  }

  /// The kinds of what is planned and reported on.
  package static let itemKinds: [NodeKind] = [.project, .task, .target]
}

extension ChainGraph {
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

  fileprivate func day(of document: NodeIndex) -> CalendarDate? {
    guard case .date(let date) = attribute(.date, of: document) else { return nil }
    return date
  }
}
