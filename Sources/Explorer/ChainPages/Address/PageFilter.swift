package import ChainModel
package import ChainQueries

/// The switches of a page: what to show of a view. An empty choice shows everything.
///
/// A switch speaks of what has its property alone: one of stages leaves enterprises as they are.
package struct PageFilter: Sendable, Hashable {
  /// The kinds to show.
  package var kinds: Set<NodeKind> = []
  /// The stages to show.
  package var stages: Set<Stage> = []
  /// The verdicts to show.
  package var verdicts: Set<Verdict> = []

  /// A filter that shows everything.
  package init() {}

  /// Whether it shows everything.
  package var isEmpty: Bool { kinds.isEmpty && stages.isEmpty && verdicts.isEmpty }
}
