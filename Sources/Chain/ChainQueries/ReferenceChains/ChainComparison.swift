package import ChainModel
import Diagnostics
package import GraphKernel

/// Two clusters side by side, of one data set or of two: who has what on each segment.
///
/// Segments of the library are one segment by their identities, whatever each city calls them; what is of
/// a city's own is one with what has its name.
package struct ChainComparison {
  /// One of the two clusters.
  package struct Side {
    package let chain: Chain
    /// All but who belongs to the other cluster alone; `nil` for everybody.
    fileprivate let counted: NodeSet?

    package var graph: ChainGraph { chain.graph }
    package var cluster: NodeIndex { chain.cluster }

    fileprivate func place(of segment: NodeIndex) -> Place {
      Place(
        segment: segment,
        assessment: graph.assessment(of: segment, within: counted),
        actors: graph.actors(on: segment, within: counted)
      )
    }
  }

  /// A segment as one of the two has it.
  package struct Place {
    package let segment: NodeIndex
    package let assessment: Assessment
    package let actors: SegmentActors
  }

  /// Who is known to have a segment.
  package enum Standing: String, Sendable, CaseIterable {
    case both
    case left
    case right
    /// Neither is known to: silence is not absence.
    case neither
  }

  /// A segment of either chain.
  package struct Row {
    package let stage: Stage
    /// The left one's, where it has the segment.
    package let shown: Place
    /// `nil` where the chain of that cluster has no such segment.
    package let left: Place?
    package let right: Place?

    package var standing: Standing {
      switch (left?.isPresent ?? false, right?.isPresent ?? false) {
      case (true, true): .both
      case (true, false): .left
      case (false, true): .right
      case (false, false): .neither
      }
    }
  }

  package let left: Side
  package let right: Side
  /// The segments that count, by stage and in the order of the left chain; those of the right one alone
  /// end their stage.
  package let rows: [Row]
  /// Resources, markets and public things of either chain, which nobody has or lacks.
  package let uncounted: Int

  /// Compares a cluster with another one, of the same graph or of another.
  ///
  /// In one graph, who belongs to one of the two alone counts for that one.
  ///
  /// - Complexity: O(segments and evidence).
  package init(
    _ left: (graph: ChainGraph, cluster: NodeIndex),
    _ right: (graph: ChainGraph, cluster: NodeIndex),
    isOneGraph: Bool
  ) {
    self.left = Self.side(left, but: isOneGraph ? right.cluster : nil)
    self.right = Self.side(right, but: isOneGraph ? left.cluster : nil)
    let (here, there) = (self.left.chain.layers(), self.right.chain.layers())
    let index = SegmentIndex(self.right.chain)
    var (rows, matched): ([Row], Set<NodeIndex>) = ([], [])
    for layer in here {
      let other = index.same(as: layer.segment, of: left.graph)
      if let other { matched.insert(other) }
      let place = self.left.place(of: layer.segment)
      rows.append(
        Row(
          stage: layer.stage,
          shown: place,
          left: place,
          right: other.map(self.right.place)
        )
      )
    }
    for layer in there where !matched.contains(layer.segment) {
      let place = self.right.place(of: layer.segment)
      rows.append(Row(stage: layer.stage, shown: place, left: nil, right: place))
    }
    self.rows = Stage.allCases.flatMap { stage in
      rows.filter { $0.stage == stage && $0.isCounted }
    }
    uncounted = rows.count - self.rows.count
  }

  private static func side(
    _ side: (graph: ChainGraph, cluster: NodeIndex),
    but other: NodeIndex?
  ) -> Side {
    let graph = side.graph
    guard let other else { return Side(chain: graph.chain(of: side.cluster), counted: nil) }
    let own = Set(graph.actors(of: side.cluster))
    let others = Set(graph.actors(of: other)).subtracting(own)
    return Side(
      chain: graph.chain(of: side.cluster),
      counted: NodeSet(complementing: NodeSet(universe: graph.nodes.count, others))
    )
  }
}

/// The segments of a chain, for whoever has the same in another.
private struct SegmentIndex {
  private var byIdentity: [String: NodeIndex] = [:]
  private var byName: [NameKey: NodeIndex] = [:]
  private let graph: ChainGraph

  init(_ chain: Chain) {
    graph = chain.graph
    for segment in chain.segments {
      if graph.isOfLibrary(segment) { byIdentity[graph.id(of: segment)] = segment }
      byName[NameKey(graph.name(of: segment))] = segment
    }
  }

  /// The segment that is the same as one of another graph: by the library's identity, else by the name,
  /// which two segments of the library may share without being one.
  func same(as segment: NodeIndex, of other: ChainGraph) -> NodeIndex? {
    let isOfLibrary = other.isOfLibrary(segment)
    if isOfLibrary, let found = byIdentity[other.id(of: segment)] { return found }
    let named = byName[NameKey(other.name(of: segment))]
    return named.flatMap { isOfLibrary && graph.isOfLibrary($0) ? nil : $0 }
  }
}

extension ChainComparison.Place {
  fileprivate var isPresent: Bool { assessment.verdict.isPresent }
}

extension ChainComparison.Row {
  /// Whether either of the two can have or lack it.
  fileprivate var isCounted: Bool {
    [left, right].contains { $0.map { $0.assessment.verdict != .uncounted } ?? false }
  }
}

extension ChainGraph {
  fileprivate func isOfLibrary(_ segment: NodeIndex) -> Bool {
    attribute(.chain, of: segment) != nil
  }

  /// What belongs to a cluster otherwise than by a segment, which may be of several.
  fileprivate func actors(of cluster: NodeIndex) -> [NodeIndex] {
    let others = NodeSet(complementing: NodeSet(universe: nodes.count, nodes(of: .segment)))
    return digraph(.containment).reach(from: [cluster], .reverse, in: others).map(\.node)
  }
}
