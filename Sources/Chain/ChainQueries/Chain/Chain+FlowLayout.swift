public import ChainModel
import GraphKernel

/// The flows of a chain, told apart by what they add to a drawing.
public struct FlowLayout: Sendable {
  /// The flows that run on, and that no longer way implies.
  public let onward: [Relation]
  /// The flows that run on, from a segment to one that it also feeds by a longer way, or by a flow
  /// of another kind that stands before it.
  public let implied: [Relation]
  /// The flows that lead back.
  public let feedback: [Relation]
}

extension Chain {
  /// The flows told apart, each group in the order of the graph.
  ///
  /// Without the feedback the chain runs one way, and no flow runs from a later stage to an earlier
  /// one. Flows to an earlier stage are feedback; a cycle that is left lies within one stage, and
  /// is cut where a search from the sources comes back to a segment that it is still following.
  /// A flow from a segment to itself is feedback.
  ///
  /// - Complexity: O(*v* · *e*).
  public func flowLayout() -> FlowLayout {
    let layers = layers()
    let stages = Dictionary(
      layers.map { ($0.segment, $0.stage) },
      uniquingKeysWith: { first, _ in first }
    )
    var feedback: Set<Relation> = []
    for flow in flows {
      guard let from = stages[flow.source], let to = stages[flow.target] else { continue }
      if from > to { feedback.insert(flow) }
    }
    let forward = remainder(without: feedback)
    let sequence = layers.compactMap { subgraph.local(of: $0.segment) }
    for arc in forward.graph.backArcs(searchingFrom: sequence) {
      feedback.insert(forward.flows[arc.position])
    }
    let acyclic = remainder(without: feedback)
    let redundant = acyclic.graph.transitivelyRedundantArcs()
    let implied = Set(redundant.map { acyclic.flows[$0.position] })
    return FlowLayout(
      onward: flows.filter { !feedback.contains($0) && !implied.contains($0) },
      implied: flows.filter { implied.contains($0) },
      feedback: flows.filter { feedback.contains($0) }
    )
  }

  /// The flows that are not in `left`, as a graph, and by its arcs.
  private func remainder(without left: Set<Relation>) -> (graph: Digraph, flows: [Relation]) {
    let kept = flows.filter { !left.contains($0) }
    let arcs = kept.compactMap { flow in
      subgraph.local(of: flow.source).flatMap { source in
        subgraph.local(of: flow.target).map { (source, $0) }
      }
    }
    let (graph, order) = Digraph.build(nodeCount: segments.count, arcs: arcs)
    return (graph, order.map { kept[$0] })
  }
}
