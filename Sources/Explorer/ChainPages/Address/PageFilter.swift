public import ChainModel
public import ChainQueries

/// The switches of a page: what to show of a view. An empty choice shows everything.
///
/// A switch speaks of what has its property alone: one of stages leaves enterprises as they are.
public struct PageFilter: Sendable, Hashable {
  /// The kinds to show.
  public var kinds: Set<NodeKind> = []
  /// The stages to show.
  public var stages: Set<Stage> = []
  /// The states of coverage to show.
  public var coverages: Set<Coverage> = []

  /// A filter that shows everything.
  public init() {}

  /// Whether it shows everything.
  public var isEmpty: Bool { kinds.isEmpty && stages.isEmpty && coverages.isEmpty }
}
