import ChainModel
import GraphKernel

/// Computes what a plan asks for, one bounded step after another.
struct Evaluator {
  let graph: ChainGraph
  let limits: QueryLimits
  let clock: QueryClock
  var source: QuerySource

  /// What was done, in the order of doing.
  private(set) var steps: [(plan: Plan, count: Int)] = []
  private var variables: [Int: QueryValue] = [:]
  private var named: [QueryValue] = []
  private var walks: [RelationSelection: Digraph] = [:]

  init(_ graph: ChainGraph, _ source: QuerySource, _ limits: QueryLimits, _ clock: QueryClock) {
    self.graph = graph
    self.limits = limits
    self.clock = clock
    self.source = source
  }

  var universe: Int { graph.nodes.count }

  /// Evaluates the named queries, which must stand in such an order that each builds on earlier ones
  /// alone.
  mutating func define(_ plans: [NamedPlan]) throws(QueryFault) {
    let outer = source
    for plan in plans {
      source = plan.source
      named.append(try value(of: plan.plan))
    }
    source = outer
  }

  mutating func value(of plan: Plan) throws(QueryFault) -> QueryValue {
    if clock.isOver { throw outOfTime(plan) }
    let value = try compute(plan)
    if !plan.isTrivial { steps.append((plan, value.count)) }
    return value
  }

  func outOfTime(_ plan: Plan) -> QueryFault {
    source.fault(.outOfTime(clock.limit), at: plan.expression.range)
  }

  mutating func nodes(of plan: Plan) throws(QueryFault) -> NodeSet {
    try value(of: plan).nodes(universe: universe)
  }

  private mutating func compute(_ plan: Plan) throws(QueryFault) -> QueryValue {
    switch plan.action {
    case .nodes(let nodes): return .set(NodeSet(universe: universe, nodes))
    case .kinds(let kinds):
      return .set(NodeSet(universe: universe, kinds.flatMap { graph.nodes(of: $0) }))
    case .variable(let number):
      return variables[number] ?? .set(NodeSet(universe: universe))
    case .named(let number): return named[number]
    case .binding(let number, let value, let body):
      variables[number] = try self.value(of: value)
      return try self.value(of: body)
    case .sum(let first, let terms):
      var result = try nodes(of: first)
      for term in terms {
        let set = try nodes(of: term.set)
        result = term.isAdded ? result.union(set) : result.subtracting(set)
      }
      return .set(result)
    case .intersection(let sets):
      var result: NodeSet?
      for set in sets {
        let next = try nodes(of: set)
        result = result.map { $0.intersection(next) } ?? next
      }
      return .set(result ?? NodeSet(universe: universe))
    case .filter(let set, let test):
      var found = NodeSet(universe: universe)
      for node in try nodes(of: set) {
        if clock.isOver { throw outOfTime(plan) }
        if test.holds(for: node, in: graph) { found.insert(node) }
      }
      return .set(found)
    case .call(.maybe, let sets, _): return try value(of: sets[0])
    case .call(let function, let sets, let options):
      var arguments: [NodeSet] = []
      for set in sets { arguments.append(try nodes(of: set)) }
      return try call(function, arguments, options, plan)
    }
  }

  /// The walk that a call asks for: over the relations that it names, else along the flow.
  mutating func walk(_ options: Plan.Options, _ plan: Plan) throws(QueryFault) -> Walk {
    guard let selection = options.relations else {
      return Walk(graph: graph, relations: graph.digraph(.flow), isFlow: true)
    }
    if let known = walks[selection] { return Walk(graph: graph, relations: known, isFlow: false) }
    guard let digraph = graph.digraph(selection, until: { clock.isOver }) else {
      throw outOfTime(plan)
    }
    walks[selection] = digraph
    return Walk(graph: graph, relations: digraph, isFlow: false)
  }
}

extension Plan {
  /// Whether its size says nothing: one node by name.
  fileprivate var isTrivial: Bool {
    switch action {
    case .nodes(let nodes): nodes.count <= 1
    case .variable, .call(.maybe, _, _): true
    default: false
    }
  }
}
