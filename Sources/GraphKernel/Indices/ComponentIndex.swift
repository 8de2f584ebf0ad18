/// A class of a ``Partition``: dense, from zero.
///
/// A type of its own, so that a component is never taken for a node of the graph it is made from.
public struct ComponentIndex: Hashable, Comparable, Sendable {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  @usableFromInline
  init(offset: UInt32) {
    self.offset = offset
  }

  /// The component at `int`.
  ///
  /// - Precondition: `int` lies in 0 ..< 2³² − 1; the last value stands for “none” in storage.
  @inlinable
  public init(_ int: Int) {
    precondition(int >= 0 && int < Int(UInt32.max), "\(int) is no component index")
    offset = UInt32(truncatingIfNeeded: int)
  }

  /// The index as a position in an array that holds one element per component.
  @inlinable public var position: Int { Int(offset) }

  /// Lower indices first.
  @inlinable
  public static func < (left: ComponentIndex, right: ComponentIndex) -> Bool {
    left.offset < right.offset
  }
}

extension ComponentIndex: Strideable {
  /// How many components lie from this one to `other`; negative when `other` comes first.
  @inlinable
  public func distance(to other: ComponentIndex) -> Int {
    other.position - position
  }

  /// The component `distance` places further on.
  @inlinable
  public func advanced(by distance: Int) -> ComponentIndex {
    ComponentIndex(position + distance)
  }
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
