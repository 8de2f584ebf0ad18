import GraphKernel
import TestSupport

/// A small random graph, and all that a test may want to ask of it.
struct Sample: CustomStringConvertible {
  let seed: UInt64
  let given: [(source: Int, target: Int)]
  let plain: PlainGraph
  let graph: Digraph
  let order: [Int]
  let direction: Direction

  /// Up to three nodes, in any order, perhaps repeated.
  let starts: [Int]
  let depth: Int?

  /// `nil` for half of the samples.
  let region: Set<Int>?

  /// From no node to nine; from no arc to three a node; half of the graphs without a cycle longer
  /// than one arc.
  init(seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    let nodeCount = Int.random(in: 0...9, using: &random)
    let arcCount = nodeCount == 0 ? 0 : Int.random(in: 0...(nodeCount * 3), using: &random)
    let isLayered = Bool.random(using: &random)
    given = (0..<arcCount).map { _ in
      let ends = (0..<2).map { _ in Int.random(in: 0..<nodeCount, using: &random) }
      return isLayered ? (max(ends[0], ends[1]), min(ends[0], ends[1])) : (ends[0], ends[1])
    }
    plain = PlainGraph(nodeCount: nodeCount, given: given)
    (graph, order) = Digraph.build(
      nodeCount: nodeCount,
      arcs: given.map { (NodeIndex($0.source), NodeIndex($0.target)) }
    )
    direction = Bool.random(using: &random) ? .forward : .reverse
    let startCount = nodeCount == 0 ? 0 : Int.random(in: 0...3, using: &random)
    starts = (0..<startCount).map { _ in Int.random(in: 0..<nodeCount, using: &random) }
    depth = Bool.random(using: &random) ? nil : Int.random(in: 0...4, using: &random)
    let chosen = (0..<nodeCount).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    region = Bool.random(using: &random) ? nil : Set(chosen)
  }

  var description: String {
    "seed \(seed): \(graph.nodeCount) nodes, \(given), \(direction), from \(starts), "
      + "depth \(depth ?? -1), in \(region?.sorted() ?? [-1])"
  }

  /// The plain graph in the sample's direction and region.
  var confined: PlainGraph {
    let turned = plain.turned(direction)
    return region.map(turned.confined(to:)) ?? turned
  }

  var confinedStarts: [Int] {
    starts.filter { region?.contains($0) ?? true }
  }

  var nodeSet: NodeSet? {
    region.map { NodeSet(universe: graph.nodeCount, $0.map(NodeIndex.init)) }
  }

  /// The samples of the seeds from 0 on, at most 3,000 of them.
  static func all(_ count: Int) -> ArraySlice<Sample> {
    precondition(count <= made.count, "only \(made.count) samples are made")
    return made.prefix(count)
  }

  /// Made once for all tests.
  private static let made = (0..<3_000).map(Sample.init(seed:))
}
