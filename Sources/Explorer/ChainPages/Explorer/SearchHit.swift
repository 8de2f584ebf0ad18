package import ChainModel

/// A node that a search found.
package struct SearchHit: Sendable, Hashable {
  /// The identity of the node.
  package let id: String
  /// How it matched.
  package let match: NameMatch
}
