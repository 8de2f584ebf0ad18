import ChainModel
import GraphKernel

/// The functions of the language for the structure of a flow network.
extension Evaluator {
  /// The network of the segments of the set and inside it, or of all.
  private func network(_ scope: NodeSet?) -> FlowNetwork {
    guard let scope else { return graph.flowNetwork() }
    let parts = graph.digraph(.containment).closure(of: Array(scope), .reverse)
    return FlowNetwork(graph, of: scope.union(parts))
  }

  func cutPoints(_ scope: NodeSet?) -> NodeSet {
    NodeSet(universe: universe, network(scope).cutPoints())
  }

  func betweenness(_ scope: NodeSet?, _ limit: Int, _ plan: Plan) throws(QueryFault) -> NodeSet {
    let ranking = try network(scope).betweenness(limit: limit) { () throws(QueryFault) in
      if clock.isOver { throw outOfTime(plan) }
    }
    return NodeSet(universe: universe, ranking.segments.map(\.segment))
  }

  func core(_ scope: NodeSet?, _ number: Int?, _ plan: Plan) throws(QueryFault) -> NodeSet {
    let cores = try network(scope).cores { () throws(QueryFault) in
      if clock.isOver { throw outOfTime(plan) }
    }
    let least = number ?? cores.first?.number ?? 0
    return NodeSet(universe: universe, cores.filter { $0.number >= least }.map(\.segment))
  }

  mutating func cut(
    _ from: NodeSet,
    _ to: NodeSet,
    _ options: Plan.Options,
    _ plan: Plan
  ) throws(QueryFault) -> NodeSet {
    let walk = try walk(options, plan)
    let (starts, ends) = (Array(walk.ends(from)), Array(walk.ends(to)))
    let cut = try walk.relations.minimumNodeCut(from: starts, to: ends) { _ throws(QueryFault) in
      if clock.isOver { throw outOfTime(plan) }
    }
    guard let cut else { throw source.fault(.cannotBeParted, at: plan.expression.range) }
    return NodeSet(universe: universe, cut)
  }

  mutating func connected(
    _ nodes: NodeSet,
    _ options: Plan.Options,
    _ plan: Plan
  ) throws(QueryFault) -> NodeSet {
    let walk = try walk(options, plan)
    let ends = walk.ends(nodes)
    let classes =
      options.isStrong
      ? walk.relations.stronglyConnectedComponents().partition
      : walk.relations.weaklyConnectedComponents()
    return NodeSet(
      universe: universe,
      Set(ends.map { classes.component(of: $0) }).flatMap { classes.members(of: $0) }
    )
  }
}
