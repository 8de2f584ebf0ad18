import ChainModel
import ChainQueries
import GraphKernel

/// The nearest local buyers of what segments make: for each the least number of flows to a segment where local
/// enterprises stand, and who.
struct LocalDemand {
  private var nearest: [NodeIndex: [Gap.NearestActors]] = [:]

  /// The demand for what `segments` make, over all chains that they are part of.
  ///
  /// - Complexity: that of the gaps of each chain once.
  init(for segments: Set<NodeIndex>, in graph: ChainGraph) {
    for cluster in graph.clustersWithChain() {
      let chain = graph.chain(of: cluster)
      guard chain.segments.contains(where: segments.contains) else { continue }
      for gap in chain.gaps(Set(Verdict.allCases)) where segments.contains(gap.segment) {
        nearest[gap.segment, default: []] += gap.nearestDownstream
      }
    }
    nearest = nearest.mapValues { found in
      let least = found.map(\.distance).min()
      return found.filter { $0.distance == least }.uniqued()
    }
  }

  /// The flows to the nearest buyers; `nil` where the data know none.
  func distance(from segment: NodeIndex) -> Int? { nearest[segment]?.first?.distance }

  /// The nearest buyers, in the order of the data.
  func buyers(from segment: NodeIndex) -> [NodeIndex] {
    (nearest[segment] ?? []).flatMap(\.enterprises).uniqued()
  }
}
