/// A part of a graph with nodes and arcs of its own, and the way back.
public struct Subgraph: Hashable, Sendable {
  /// The part as a graph of its own.
  public let graph: Digraph

  /// The node of the whole graph for each node of the part, in ascending order.
  public let nodes: [NodeIndex]

  /// The arc of the whole graph for each arc of the part, in ascending order.
  public let arcs: [ArcIndex]

  let numbering: NodeNumbering

  /// The node of the part that `node` of the whole graph became; `nil` where it is left out.
  ///
  /// - Complexity: O(1).
  public func local(of node: NodeIndex) -> NodeIndex? {
    let universe = numbering.members.universe
    precondition(
      node.position < universe,
      "node \(node.offset) is outside a graph of \(universe) nodes"
    )
    return numbering.number(of: node.offset).map(NodeIndex.init(offset:))
  }
}
