import GraphKernel

/// The rows of the table, in its order.
struct Rows {
  let table: ArcTable
  let graph: Digraph
  let ownership: Digraph

  init(path: String) throws {
    table = try ArcTable(path: path)
    graph = table.graph()
    ownership = Digraph.union(
      nodeCount: table.nodeCount,
      of: [
        DirectedPart(table.graph { $0 == 1 }, .forward),
        DirectedPart(table.graph { $0 == 2 }, .reverse),
      ]
    )
  }

  /// The lowest node of each node's class.
  private func lowest(_ partition: Partition) -> [UInt32] {
    var lowest = [UInt32](repeating: .max, count: partition.count)
    for node in graph.nodes {
      let label = partition.component(of: node).position
      lowest[label] = min(lowest[label], node.offset)
    }
    return graph.nodes.map { lowest[partition.component(of: $0).position] }
  }

  /// Evenly spread nodes, the same for every competitor.
  private func picks(_ count: Int, salt: Int = 0) -> [NodeIndex] {
    (0..<count).map { NodeIndex((($0 + salt) * 2_654_435_761 + salt) % table.nodeCount) }
  }

  func run(_ watch: Stopwatch) throws {
    let isLarge = table.nodeCount > 1_000_000
    let starts = isLarge ? 200 : 1_000
    let picks = picks(starts)
    let few = picks.prefix(isLarge ? 20 : 100)
    let (sources, targets) = (IndexBuffer(table.sources), IndexBuffer(table.targets))
    try watch.row("build") {
      let built = Digraph.build(nodeCount: table.nodeCount, sources: sources, targets: targets)
      return [UInt32(built.graph.arcCount)]
    }
    try watch.row("closure", perRun: few.count) {
      few.map { UInt32(graph.levels(from: [$0]).nodes.count) }
    }
    try watch.row("depth3", perRun: starts) {
      picks.map { UInt32(graph.levels(from: [$0], depth: 3).nodes.count) }
    }
    try watch.row("ownership", perRun: starts) {
      picks.map { UInt32(ownership.levels(from: [$0]).nodes.count) }
    }
    let stored = StoredClosures(graph)
    try watch.row("stored", perRun: starts) {
      picks.map { UInt32(stored.closure(of: $0).universe) }
    }
    var partition: Partition?
    try watch.row("scc") {
      partition = graph.stronglyConnectedComponents().partition
      return [UInt32(partition?.count ?? 0)]
    }
    if let partition { try Files.write(lowest(partition), to: "\(watch.folder)/ours-scc.bin") }
    var ranks: [Int] = []
    try watch.row("ranks") {
      ranks = graph.ranks()
      return [UInt32]()
    }
    if !ranks.isEmpty {
      try Files.write(ranks.map { UInt32($0) }, to: "\(watch.folder)/ours-ranks.bin")
    }
    partition = nil
    try watch.row("wcc") {
      partition = graph.weaklyConnectedComponents()
      return [UInt32]()
    }
    if let partition { try Files.write(lowest(partition), to: "\(watch.folder)/ours-wcc.bin") }
    let centers = self.picks(64)
    try watch.row("betweenness") {
      graph.betweenness(from: centers)
    }
    try watch.row("articulation") {
      graph.cutPoints().nodes.map(\.offset)
    }
    let ends = self.picks(starts, salt: 7)
    try watch.row("path", perRun: starts) {
      zip(picks, ends).map { pair in
        graph.shortestPath(from: pair.0, to: pair.1).map { UInt32($0.count) } ?? .max
      }
    }
    let root = NodeIndex(busiest())
    try watch.row("dominators") {
      let tree = graph.dominators(from: [root])
      return graph.nodes.map { tree.immediateDominator(of: $0)?.offset ?? .max }
    }
    let simple = simpleGraph()
    try watch.row("kshortest", perRun: 20) {
      zip(picks, ends).prefix(20).flatMap { pair in
        let lengths = simple.shortestPaths(from: pair.0, to: pair.1).prefix(10).map(\.count)
        return [UInt32(lengths.count)] + lengths.map { UInt32($0) }
      }
    }
    try watch.row("cores") {
      graph.coreNumbers().map { UInt32($0) }
    }
  }

  /// The graph without parallel arcs and self-loops: peers know no paths that differ in arcs alone.
  private func simpleGraph() -> Digraph {
    var last = [UInt32](repeating: .max, count: graph.nodeCount)
    return graph.filtered { _, source, target in
      defer { last[target.position] = source.offset }
      return source != target && last[target.position] != source.offset
    }
  }

  /// The node with the most arcs that leave it, the lowest of several.
  private func busiest() -> Int {
    var counts = [Int](repeating: 0, count: table.nodeCount)
    for source in table.sources { counts[Int(source)] += 1 }
    return counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }
}
