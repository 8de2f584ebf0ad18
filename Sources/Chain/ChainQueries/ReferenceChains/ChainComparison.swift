package import ChainModel
import Diagnostics
package import GraphKernel

/// Two clusters side by side, of one data set or of two: who has what on each segment.
///
/// Segments of the library are one segment by their identities; those of a city's own by their names,
/// where both cities have them.
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
    var keys: [SegmentKey: LayeredSegment] = [:]
    for layer in there { keys[SegmentKey(layer.segment, right.graph)] = layer }
    var (rows, matched): ([Row], Set<NodeIndex>) = ([], [])
    for layer in here {
      let other = keys[SegmentKey(layer.segment, left.graph)]
      if let other { matched.insert(other.segment) }
      let place = self.left.place(of: layer.segment)
      rows.append(
        Row(
          stage: layer.stage,
          shown: place,
          left: place,
          right: (other?.segment).map(self.right.place)
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

/// What makes two segments one: the library's identity, else the name.
private struct SegmentKey: Hashable {
  private let text: String

  init(_ segment: NodeIndex, _ graph: ChainGraph) {
    let isOfLibrary = graph.attribute(.chain, of: segment) != nil
    text = isOfLibrary ? "=" + graph.id(of: segment) : NameKey(graph.name(of: segment)).text
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
  /// What belongs to a cluster otherwise than by a segment, which may be of several.
  fileprivate func actors(of cluster: NodeIndex) -> [NodeIndex] {
    let others = NodeSet(complementing: NodeSet(universe: nodes.count, nodes(of: .segment)))
    return digraph(.containment).reach(from: [cluster], .reverse, in: others).map(\.node)
  }
}
