import GraphKernel

extension Digraph {
  static func of(_ nodeCount: Int, _ arcs: [(Int, Int)]) -> Digraph {
    build(nodeCount: nodeCount, arcs: arcs.map { (NodeIndex($0.0), NodeIndex($0.1)) }).graph
  }

  static let empty = of(0, [])

  /// 0 → 1 → … → 999,999: deep enough to overflow the stack of anything recursive.
  static let chain: Digraph = {
    let arcs = (1..<1_000_000).map {
      (source: NodeIndex($0 - 1), target: NodeIndex($0))
    }
    return build(nodeCount: 1_000_000, arcs: arcs).graph
  }()

  /// The chain with an arc from its end to its beginning.
  static let ring: Digraph = {
    let arcs = (0..<1_000_000).map {
      (source: NodeIndex($0), target: NodeIndex(($0 + 1) % 1_000_000))
    }
    return build(nodeCount: 1_000_000, arcs: arcs).graph
  }()

  /// One node that leads to very many, and all of these to one other: rows longer than any that is
  /// asked for ahead, in a graph that exceeds the nearer caches.
  static let fan: Digraph = {
    let last = NodeIndex(199_999)
    let arcs = (1..<199_999).map(NodeIndex.init).flatMap { middle in
      [(source: NodeIndex(0), target: middle), (source: middle, target: last)]
    }
    return build(nodeCount: 200_000, arcs: arcs).graph
  }()

  /// The condensed chain, made once for all tests that need its components.
  static let condensedChain = chain.condensation()

  static let lastOfChain = NodeIndex(999_999)
}

extension Sequence<NodeIndex> {
  var positions: [Int] { map(\.position) }
}

extension Sequence<ArcIndex> {
  var positions: [Int] { map(\.position) }
}

func nodes(_ positions: Int...) -> [NodeIndex] {
  positions.map(NodeIndex.init)
}
