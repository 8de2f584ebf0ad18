package import ChainModel
import GraphKernel

extension Chain {
  /// Flows of general knowledge at segments of the city's own which the library says as well, of what
  /// they are parts of or of their parts: 化纤 to 织造 beside 锦纶长丝 to 针织坯布.
  ///
  /// - Complexity: O(*e*) times the parts of a segment.
  package func restatedFlows() -> [Relation] {
    let library = Set(segments).filter { graph.attribute(.chain, of: $0) != nil }
    guard !library.isEmpty else { return [] }
    let said = Set(
      flows.filter { library.contains($0.source) && library.contains($0.target) }
        .map { Pair(source: $0.source, target: $0.target) }
    )
    // A segment's kin: what it is a part of, and its parts, any number of steps away.
    let (parts, inside) = (
      graph.digraph(.containment), NodeSet(universe: graph.nodes.count, segments)
    )
    var kin: [NodeIndex: Set<NodeIndex>] = [:]
    for segment in segments {
      let family = [Direction.forward, .reverse].flatMap {
        parts.reach(from: [segment], $0, in: inside).map(\.node)
      }
      kin[segment] = library.contains(segment) ? [segment] : library.intersection(family)
    }
    return flows.filter { flow in
      guard !flow.origin.basis.isStated,
        !library.contains(flow.source) || !library.contains(flow.target)
      else { return false }
      return (kin[flow.source] ?? []).contains { source in
        (kin[flow.target] ?? []).contains { said.contains(Pair(source: source, target: $0)) }
      }
    }
  }

  private struct Pair: Hashable {
    let source: NodeIndex
    let target: NodeIndex
  }
}
