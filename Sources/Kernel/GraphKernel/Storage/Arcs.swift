/// An arc as one of its ends sees it.
public struct Arc: Hashable, Sendable {
  /// The arc.
  public let index: ArcIndex

  /// The node at its other end.
  public let neighbor: NodeIndex

  /// An arc and the node at its other end.
  @inlinable
  public init(index: ArcIndex, neighbor: NodeIndex) {
    self.index = index
    self.neighbor = neighbor
  }
}

/// The arcs of one node in one direction.
public struct Arcs: RandomAccessCollection, Sendable {
  @usableFromInline let neighbors: NodeSlice

  /// The arc of each slot, or `nil` where a slot is its own arc.
  @usableFromInline let arcs: IndexBuffer?

  @inlinable
  init(neighbors: NodeSlice, arcs: IndexBuffer?) {
    self.neighbors = neighbors
    self.arcs = arcs
  }

  /// Zero.
  @inlinable public var startIndex: Int { 0 }

  /// How many there are.
  @inlinable public var endIndex: Int { neighbors.count }

  /// The arc at `position`.
  @inlinable
  public subscript(position: Int) -> Arc {
    let neighbor = neighbors[position]
    let slot = neighbors.slots.lowerBound + position
    return Arc(index: ArcIndex(offset: arcs?[slot] ?? UInt32(slot)), neighbor: neighbor)
  }
}
