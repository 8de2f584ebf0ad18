public import ChainModel
public import GraphKernel

/// Segments and the flows between them, as a network whose structure is asked about: the chain of a
/// cluster, some other segments, or the whole data set.
///
/// Actors and places do not matter here, nor do flows to segments outside.
public struct FlowNetwork: Sendable {
  /// The graph that the network is a part of.
  public let graph: ChainGraph
  /// The flows between the segments, on indices of its own.
  let subgraph: Subgraph

  /// The segments, in the order of the data.
  public var segments: [NodeIndex] { subgraph.nodes }

  /// The network of the given nodes, those that do not flow left out.
  ///
  /// - Complexity: O(*k* log *k* + *e*) for *k* nodes with *e* flows.
  public init(_ graph: ChainGraph, of nodes: some Sequence<NodeIndex>) {
    let flowKinds = graph.ontology.flowKinds
    let segments = nodes.filter { flowKinds.contains(graph.kind(of: $0)) }
    self.graph = graph
    subgraph = graph.digraph(.flow).induced(on: segments)
  }

  /// The node of the graph that a node of the subgraph is.
  func segment(_ local: NodeIndex) -> NodeIndex { subgraph.nodes[local.position] }

  func named(_ locals: some Sequence<NodeIndex>) -> [NodeIndex] {
    graph.inNameOrder(locals.map { segment($0) })
  }

  /// The flows with those left out that join two segments which an earlier one joins: several flows
  /// between the same two segments make one way.
  ///
  /// - Parameter isEitherWay: whether a flow back is left out too.
  func simple(isEitherWay: Bool = false) -> Digraph {
    var seen: Set<[NodeIndex]> = []
    return subgraph.graph.filtered { _, source, target in
      let pair = isEitherWay ? [min(source, target), max(source, target)] : [source, target]
      return source != target && seen.insert(pair).inserted
    }
  }
}

extension ChainGraph {
  /// The flow network of `scope`: the segments that it contains at any depth, as a cluster contains
  /// those of its chain; of the whole data set for `nil`.
  ///
  /// - Complexity: O(*k* log *k* + *e*) for *k* segments with *e* flows.
  public func flowNetwork(of scope: NodeIndex? = nil) -> FlowNetwork {
    guard let scope else {
      return FlowNetwork(self, of: ontology.flowKinds.flatMap { nodes(of: $0) })
    }
    return FlowNetwork(self, of: [scope] + segments(of: scope))
  }
}
