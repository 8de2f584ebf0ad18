/// A class of a ``Partition``: dense, from zero.
///
/// A type of its own, so that a component is never taken for a node of the graph it is made from.
public struct ComponentIndex: DenseIndex {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  /// The index that is stored as `offset`.
  @inlinable
  public init(offset: UInt32) { self.offset = offset }
}

extension ComponentIndex {
  /// The node that stands for this component in the graph of a ``Condensation``.
  @inlinable public var node: NodeIndex { NodeIndex(offset: offset) }

  /// The component that `node` stands for in the graph of a ``Condensation``.
  @inlinable
  public init(_ node: NodeIndex) {
    self.init(offset: node.offset)
  }
}
