/// The way in which arcs are followed.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// From source to target.
  case forward

  /// From target to source.
  case reverse

  /// The other way round.
  public var opposite: Direction {
    switch self {
    case .forward: .reverse
    case .reverse: .forward
    }
  }
}
