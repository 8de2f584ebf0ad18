public import ChainModel

/// A node that a search found.
public struct SearchHit: Sendable, Hashable {
  /// The identity of the node.
  public let id: String
  /// How it matched.
  public let match: NameMatch
}
