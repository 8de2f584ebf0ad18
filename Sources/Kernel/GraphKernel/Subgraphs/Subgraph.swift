/// A part of a graph with nodes and arcs of its own, and the way back.
public struct Subgraph: Hashable, Sendable {
  /// The part as a graph of its own.
  public let graph: Digraph

  /// The node of the whole graph for each node of the part, in ascending order.
  public let nodes: [NodeIndex]

  /// The arc of the whole graph for each arc of the part, in ascending order.
  public let arcs: [ArcIndex]

  /// How many nodes the whole graph has.
  private let universe: Int

  /// The numbers of the nodes, where they are so many that a bit for each node of the whole graph
  /// takes no more memory than they do.
  private let numbering: NodeNumbering?

  init(graph: Digraph, nodes: [NodeIndex], arcs: [ArcIndex], universe: Int) {
    self.graph = graph
    self.nodes = nodes
    self.arcs = arcs
    self.universe = universe
    let isDense = nodes.count >= NodeSet.wordCount(universe)
    numbering = isDense ? NodeNumbering(NodeSet(universe: universe, nodes)) : nil
  }

  /// The node of the part that `node` of the whole graph became; `nil` where it is left out.
  ///
  /// - Complexity: O(1) where the part has more than every 64th node of the graph, O(log *k*) for
  ///   *k* nodes of the part otherwise.
  public func local(of node: NodeIndex) -> NodeIndex? {
    precondition(
      node.position < universe,
      "node \(node.offset) is outside a graph of \(universe) nodes"
    )
    if let numbering { return numbering.number(of: node.offset).map(NodeIndex.init(offset:)) }
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = low + (high - low) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? NodeIndex(low) : nil
  }
}
