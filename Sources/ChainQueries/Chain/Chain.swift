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

  /// The flows between a segment of the chain and one of another chain, in the order of the data.
  public func flowsAcross() -> [Relation] {
    let inside = Set(segments)
    return segments.flatMap { segment in
      [RelationEnd.source, .target].flatMap { end in
        graph.relations(of: segment, at: end, .flow)
          .filter { !inside.contains($0.node(at: end.opposite)) }
      }
    }
  }
}

extension ChainGraph {
  /// The chain of `cluster`: everything that flows and lies in it, directly or in parts of parts.
  ///
  /// - Complexity: O(parts of the cluster + their flows).
  public func chain(of cluster: NodeIndex) -> Chain {
    let flowKinds = ontology.flowKinds
    let segments = parts(of: cluster).map(\.node).filter { flowKinds.contains(kind(of: $0)) }
    return Chain(
      graph: self,
      cluster: cluster,
      subgraph: digraph(.flow).induced(on: segments.sorted())
    )
  }

  /// The clusters that have a chain, in the order of the data; a cluster inside another one is left
  /// out, since its segments are the other's.
  public func clustersWithChain() -> [NodeIndex] {
    let clusters = nodes(of: .cluster).filter { !chain(of: $0).segments.isEmpty }
    let all = Set(clusters)
    return clusters.filter { cluster in wholes(of: cluster).allSatisfy { !all.contains($0.node) } }
  }
}
