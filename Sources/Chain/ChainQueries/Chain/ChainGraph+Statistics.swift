public import ChainModel
public import GraphKernel

/// The size of a graph, and how complete its chains are.
public struct Statistics: Sendable {
  /// The number of nodes of each kind, in the order of the ontology.
  public let nodes: [(kind: NodeKind, count: Int)]
  /// The number of relations of each kind, in the order of the ontology.
  public let relations: [(kind: RelationKind, count: Int)]
  /// For each cluster that has a chain, how much of it is here.
  public let completeness: [(cluster: NodeIndex, completeness: Completeness)]
}

extension ChainGraph {
  /// Counts everything.
  public func statistics() -> Statistics {
    Statistics(
      nodes: ontology.kinds.map { ($0.kind, nodes(of: $0.kind).count) },
      relations: relationCounts(),
      completeness: clustersWithChain().map { ($0, completeness(of: segments(of: $0))) }
    )
  }
}
