/// A node of a ``Digraph``: dense, from zero, in the order the owner of the graph numbered them.
public struct NodeIndex: DenseIndex {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  /// The index that is stored as `offset`.
  @inlinable
  public init(offset: UInt32) { self.offset = offset }
}
