/// An arc of a ``Digraph``: its place in forward order, dense, from zero.
///
/// Forward order sorts arcs by source; arcs of one source keep the order they were given in.
public struct ArcIndex: DenseIndex {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  /// The index that is stored as `offset`.
  @inlinable
  public init(offset: UInt32) { self.offset = offset }
}
