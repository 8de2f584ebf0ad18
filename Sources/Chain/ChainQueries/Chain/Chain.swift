public import ChainModel
public import GraphKernel

/// The reference chain of a cluster: its segments and the flows between them.
public struct Chain: Sendable {
  /// The graph that the chain is a part of.
  public let graph: ChainGraph
  /// The cluster.
  public let cluster: NodeIndex
  /// The flows between the segments, on indices of its own; see ``segment(_:)``.
  let subgraph: Subgraph

  /// The segments, in the order of the data.
  public var segments: [NodeIndex] { subgraph.nodes }

  /// The flows between the segments, in the order of the graph.
  public var flows: [Relation] { subgraph.arcs.map { graph.relation($0, .flow) } }

  /// The returns between the segments, in the order of the data: what no algorithm follows unasked.
  public var returns: [Relation] {
    let inside = Set(segments)
    return segments.flatMap { graph.relations(of: $0, at: .source, .return) }
      .filter { inside.contains($0.target) }
  }

  /// The flows between a segment of the chain and one of another chain, in the order of the data.
  public func flowsAcross() -> [Relation] {
    let inside = Set(segments)
    return segments.flatMap { segment in
      [RelationDefinition.End.source, .target].flatMap { end in
        graph.relations(of: segment, at: end, .flow)
          .filter { !inside.contains($0.node(at: end.opposite)) }
      }
    }
  }
}

extension ChainGraph {
  /// The chain of `cluster`: everything that flows and lies in it, directly or in parts of parts.
  ///
  /// - Complexity: O(*k* log *k*) for *k* parts of the cluster and their flows, however large the
  ///   graph is.
  public func chain(of cluster: NodeIndex) -> Chain {
    Chain(
      graph: self,
      cluster: cluster,
      subgraph: digraph(.flow).induced(on: segments(of: cluster))
    )
  }

  /// The segments of the chain of `cluster`, in no order.
  func segments(of cluster: NodeIndex) -> [NodeIndex] {
    let flowKinds = ontology.flowKinds
    return parts(of: cluster).lazy.map(\.node).filter { flowKinds.contains(kind(of: $0)) }
  }

  /// The clusters that have a chain, in the order of the data; a cluster inside another one is left
  /// out, since its segments are the other's.
  ///
  /// - Complexity: O(*v* + *e*) over what contains what, and what the clusters are parts of.
  public func clustersWithChain() -> [NodeIndex] {
    let containment = digraph(.containment)
    // A cluster has a chain where a segment is part of it: all are looked for at once, from below.
    let parents = ontology.flowKinds.flatMap { nodes(of: $0) }
      .flatMap { containment.neighbors(of: $0) }
    var wholes = containment.closure(of: parents)
    for parent in parents { wholes.insert(parent) }
    let clusters = nodes(of: .cluster).filter { wholes.contains($0) }
    let all = NodeSet(universe: containment.nodeCount, clusters)
    return clusters.filter { cluster in
      self.wholes(of: cluster).allSatisfy { !all.contains($0.node) }
    }
  }
}
