public import ChainModel
public import GraphKernel

/// A node that a search found.
public struct SearchHit: Sendable, Hashable {
  /// The node, in the graph of ``Explorer/dataset``.
  public let node: NodeIndex
  /// How it matched.
  public let match: NameMatch
}
