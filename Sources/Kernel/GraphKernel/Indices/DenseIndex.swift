/// A number that stands for one thing of a kind, counted from zero.
///
/// Each kind of thing has a type of its own, so that none is taken for another; all are stored as 32
/// bits, of which the last value stands for “none”.
public protocol DenseIndex: Hashable, Comparable, Strideable, Sendable where Stride == Int {
  /// The index as it is stored.
  var offset: UInt32 { get }

  /// The index that is stored as `offset`.
  init(offset: UInt32)
}

extension DenseIndex {
  /// The index of the thing at `int`.
  ///
  /// - Precondition: `int` lies in 0 ..< 2³² − 1.
  @inlinable
  public init(_ int: Int) {
    precondition(int >= 0 && int < Int(UInt32.max), "\(int) is no \(Self.self)")
    self.init(offset: UInt32(truncatingIfNeeded: int))
  }

  /// The index as a position in an array that holds one element per thing.
  @inlinable public var position: Int { Int(offset) }

  /// Lower indices first.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }

  /// How many things lie from this one to `other`; negative when `other` comes first.
  @inlinable
  public func distance(to other: Self) -> Int { other.position - position }

  /// The index `distance` places further on.
  @inlinable
  public func advanced(by distance: Int) -> Self { Self(position + distance) }
}
