/// A node of a ``Digraph``: dense, from zero, in the order the owner of the graph numbered them.
public struct NodeIndex: Hashable, Comparable, Sendable {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  @usableFromInline
  init(offset: UInt32) {
    self.offset = offset
  }

  /// The node at `int`.
  ///
  /// - Precondition: `int` lies in 0 ..< 2³² − 1; the last value stands for “none” in storage.
  @inlinable
  public init(_ int: Int) {
    precondition(int >= 0 && int < Int(UInt32.max), "\(int) is no node index")
    offset = UInt32(truncatingIfNeeded: int)
  }

  /// The index as a position in an array that holds one element per node.
  @inlinable public var position: Int { Int(offset) }

  /// Lower indices first.
  @inlinable
  public static func < (left: NodeIndex, right: NodeIndex) -> Bool {
    left.offset < right.offset
  }
}

extension NodeIndex: Strideable {
  /// How many nodes lie from this one to `other`; negative when `other` comes first.
  @inlinable
  public func distance(to other: NodeIndex) -> Int {
    other.position - position
  }

  /// The node `distance` places further on.
  @inlinable
  public func advanced(by distance: Int) -> NodeIndex {
    NodeIndex(position + distance)
  }
}
