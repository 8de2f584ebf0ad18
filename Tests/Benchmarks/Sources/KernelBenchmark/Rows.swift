import GraphKernel

/// The rows of the table, in its order. Answers are by the numbers of the file, whatever order the
/// graph was brought into.
struct Rows {
  let table: ArcTable
  let graph: Digraph
  let ownership: Digraph
  let numbering: Renumbering?

  init(path: String, isRenumbered: Bool) throws {
    table = try ArcTable(path: path)
    let given = table.graph()
    let owners = Digraph.union(
      nodeCount: table.nodeCount,
      of: [
        DirectedPart(table.graph { $0 == 1 }, .forward),
        DirectedPart(table.graph { $0 == 2 }, .reverse),
      ]
    ).graph
    let numbering = isRenumbered ? given.breadthFirstOrder() : nil
    graph = numbering.map { given.renumbered($0).graph } ?? given
    ownership = numbering.map { owners.renumbered($0).graph } ?? owners
    self.numbering = numbering
  }

  private func inner(_ node: Int) -> NodeIndex {
    numbering?.new(NodeIndex(node)) ?? NodeIndex(node)
  }

  private func outer(_ node: NodeIndex) -> Int {
    numbering?.old(node).position ?? node.position
  }

  /// Values by node, in the order of the file.
  private func spread<Value>(_ values: [Value]) -> [Value] {
    numbering == nil ? values : (0..<table.nodeCount).map { values[inner($0).position] }
  }

  /// The lowest node of each node's class.
  private func lowest(_ partition: Partition) -> [UInt32] {
    var lowest = [UInt32](repeating: .max, count: partition.count)
    for node in 0..<table.nodeCount {
      let label = partition.component(of: inner(node)).position
      lowest[label] = min(lowest[label], UInt32(node))
    }
    return (0..<table.nodeCount).map { lowest[partition.component(of: inner($0)).position] }
  }

  /// Evenly spread nodes, the same for every competitor.
  private func picks(_ count: Int, salt: Int = 0) -> [Int] {
    (0..<count).map { (($0 + salt) * 2_654_435_761 + salt) % table.nodeCount }
  }

  func run(_ watch: Stopwatch) throws {
    let isLarge = table.nodeCount > 1_000_000
    let starts = isLarge ? 200 : 1_000
    let picks = picks(starts).map(inner)
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
      try Files.write(spread(ranks).map { UInt32($0) }, to: "\(watch.folder)/ours-ranks.bin")
    }
    partition = nil
    try watch.row("wcc") {
      partition = graph.weaklyConnectedComponents()
      return [UInt32]()
    }
    if let partition { try Files.write(lowest(partition), to: "\(watch.folder)/ours-wcc.bin") }
    try watch.row("pagerank") {
      spread(graph.pageRank(tolerance: 0, rounds: 20).shares)
    }
    let centers = self.picks(64).map(inner)
    try watch.row("betweenness") {
      spread(graph.betweenness(from: centers))
    }
    try watch.row("articulation") {
      graph.cutPoints().nodes.map { UInt32(outer($0)) }.sorted()
    }
    let ends = self.picks(starts, salt: 7).map(inner)
    try watch.row("path", perRun: starts) {
      zip(picks, ends).map { pair in
        graph.shortestPath(from: pair.0, to: pair.1).map { UInt32($0.count) } ?? .max
      }
    }
    let root = inner(busiest())
    try watch.row("dominators") {
      let tree = graph.dominators(from: [root])
      return (0..<table.nodeCount).map {
        tree.immediateDominator(of: inner($0)).map { UInt32(outer($0)) } ?? .max
      }
    }
    let simple = simpleGraph()
    try watch.row("kshortest", perRun: 20) {
      zip(picks, ends).prefix(20).flatMap { pair in
        let lengths = simple.shortestPaths(from: pair.0, to: pair.1).prefix(10).map(\.length)
        return [UInt32(lengths.count)] + lengths.map { UInt32($0) }
      }
    }
    try watch.row("cores") {
      spread(graph.coreNumbers().map { UInt32($0) })
    }
  }

  /// The graph without parallel arcs and self-loops: peers know no paths that differ in arcs alone.
  private func simpleGraph() -> Digraph {
    var last = [UInt32](repeating: .max, count: graph.nodeCount)
    return graph.filtered { _, source, target in
      defer { last[target.position] = source.offset }
      return source != target && last[target.position] != source.offset
    }.graph
  }

  /// The node with the most arcs that leave it, the lowest of several.
  private func busiest() -> Int {
    var counts = [Int](repeating: 0, count: table.nodeCount)
    for source in table.sources { counts[Int(source)] += 1 }
    return counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }
}
