public import GraphKernel

extension GraphFaults {
  /// What keeps nodes and relations from making a graph.
  public enum Fault: Hashable, Sendable {
    /// Two nodes have one identity.
    case duplicateIdentity(NodeIndex, first: NodeIndex)
    /// A node has no origin.
    case missingOrigin(NodeIndex)
    /// The ontology does not allow a relation between nodes of these kinds.
    case forbiddenRelation(ChainGraphBuilder.RelationHandle)
    /// A relation stands twice.
    case duplicateRelation(
      ChainGraphBuilder.RelationHandle,
      first: ChainGraphBuilder.RelationHandle
    )
    /// Nodes are part of one another in a circle; each is part of the next.
    case containmentCycle([NodeIndex])
  }
}

/// Everything that keeps nodes and relations from making a graph.
public struct GraphFaults: Error, Hashable, Sendable {
  /// The faults, in the order in which they were found; never empty.
  public let faults: [GraphFaults.Fault]
}

extension ChainGraphBuilder {
  /// A relation while its graph is being built, by the order of entry.
  public struct RelationHandle: Hashable, Sendable {
    /// How many relations were entered before it.
    package let position: Int
  }
}
