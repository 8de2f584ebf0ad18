public import ChainModel
import GraphKernel

extension Chain {
  /// The flows that lead back: without them the chain runs one way, and none runs from a later
  /// stage to an earlier one.
  ///
  /// Flows to an earlier stage come first; a cycle that is left lies within one stage, and is cut
  /// where a search from the sources comes back to a segment that it is still following.
  ///
  /// - Complexity: O(*v* log *v* + *e*).
  public func feedbackFlows() -> Set<Relation> {
    let layers = layers()
    let stages = Dictionary(
      layers.map { ($0.segment, $0.stage) },
      uniquingKeysWith: { first, _ in first }
    )
    var feedback: Set<Relation> = []
    var onward: [(arc: (NodeIndex, NodeIndex), flow: Relation)] = []
    for flow in flows {
      guard let from = stages[flow.source], let to = stages[flow.target],
        let source = subgraph.local(of: flow.source), let target = subgraph.local(of: flow.target)
      else { continue }
      if from > to { feedback.insert(flow) } else { onward.append(((source, target), flow)) }
    }
    let (remainder, order) = Digraph.build(
      nodeCount: segments.count,
      arcs: onward.map { ($0.arc.0, $0.arc.1) }
    )
    let sequence = layers.compactMap { subgraph.local(of: $0.segment) }
    for arc in remainder.backArcs(searchingFrom: sequence) {
      feedback.insert(onward[order[arc.position]].flow)
    }
    return feedback
  }
}
