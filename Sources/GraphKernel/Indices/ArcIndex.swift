/// An arc of a ``Digraph``: its place in forward order, dense, from zero.
///
/// Forward order sorts arcs by source; arcs of one source keep the order they were given in.
public struct ArcIndex: Hashable, Comparable, Sendable {
  /// The index as it is stored, from zero.
  public let offset: UInt32

  @usableFromInline
  init(offset: UInt32) {
    self.offset = offset
  }

  /// The arc at `int`.
  ///
  /// - Precondition: `int` lies in 0 ..< 2³² − 1; the last value stands for “none” in storage.
  @inlinable
  public init(_ int: Int) {
    precondition(int >= 0 && int < Int(UInt32.max), "\(int) is no arc index")
    offset = UInt32(truncatingIfNeeded: int)
  }

  /// The index as a position in an array that holds one element per arc.
  @inlinable public var position: Int { Int(offset) }

  /// Lower indices first.
  @inlinable
  public static func < (left: ArcIndex, right: ArcIndex) -> Bool {
    left.offset < right.offset
  }
}

extension ArcIndex: Strideable {
  /// How many arcs lie from this one to `other`; negative when `other` comes first.
  @inlinable
  public func distance(to other: ArcIndex) -> Int {
    other.position - position
  }

  /// The arc `distance` places further on.
  @inlinable
  public func advanced(by distance: Int) -> ArcIndex {
    ArcIndex(position + distance)
  }
}
