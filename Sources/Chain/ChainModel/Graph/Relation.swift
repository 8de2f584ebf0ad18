public import GraphKernel

/// One relation between two nodes, and where it comes from.
public struct Relation: Hashable, Sendable {
  /// Which relation.
  public let kind: RelationKind
  /// The node that it starts from.
  public let source: NodeIndex
  /// The node that it leads to.
  public let target: NodeIndex
  /// What it rests on.
  public let origin: Origin
  /// Whether the list in which it stands ended with 等: others exist that are not named.
  public let isOpen: Bool

  /// The days on which it is said to hold.
  public var period: Origin.Period { origin.period }

  /// The node at `end`.
  public func node(at end: RelationDefinition.End) -> NodeIndex {
    end == .source ? source : target
  }
}
