import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// Every function on random graphs, against its definition on plain lists.
struct FunctionOracleTests {
  private static let roles: [RelationKind] = [
    .accountable, .lead, .responsible, .support, .liaison, .coordinate,
  ]

  @Test(arguments: UInt64(0)..<400)
  func `a function finds what its definition says`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomWhole(&generator)
    let graph = try sketch.graph()
    let oracle = QueryOracle(sketch)
    let all = sketch.nodes.indices
    let (a, b) = (
      Set(all.filter { _ in generator.oneIn(5) }), Set(all.filter { _ in generator.oneIn(8) })
    )
    func written(_ nodes: Set<Int>) -> String {
      nodes.isEmpty
        ? "maybe(没有)"
        : "("
          + nodes.sorted().map { "\"\(sketch.id($0))\"" }
          .joined(separator: " + ") + ")"
    }
    func expect(_ expression: String, _ expected: Set<Int>) throws {
      let found = Set(try graph.query(expression).map(\.position))
      #expect(found == expected, "seed \(seed): \(expression)")
    }
    let (x, y) = (written(a), written(b))
    let depth = generator.number(below: 3) + 1
    try expect("\(x) & \(y)", a.intersection(b))
    try expect("\(x) + \(y)", a.union(b))
    try expect("\(x) - \(y)", a.subtracting(b))
    try expect("kind(project, 企业)", Set(sketch.all(.project) + sketch.all(.enterprise)))
    try expect("in(\(x), \(y))", oracle.members(of: a.union(b)))
    try expect("where(\(x), external)", a.filter { sketch.nodes[$0].isExternal })
    try expect(
      "where(\(x), status = 谋划)",
      a.filter { sketch.nodes[$0].options[.status] == "planned" }
    )
    try expect("upstream(\(x))", oracle.upstream(a))
    try expect("upstream(\(x), \(depth))", oracle.upstream(a, depth: depth))
    try expect("downstream(\(x))", oracle.downstream(a))
    try expect("downstream(\(x), \(depth))", oracle.downstream(a, depth: depth))
    let flow = oracle.steps(a, ChainSketch.flowKinds, forward: true)
    try expect("downstream(\(x), flow)", flow.subtracting(a))
    try expect("between(\(x), \(y))", oracle.between(a, b))
    try expect("owners(\(x))", oracle.owners(a, Self.roles))
    try expect("owners(\(x), lead, 责任领导)", oracle.owners(a, [.lead, .accountable]))
    try expect("led-by(maybe(\(x)))", oracle.duties(a, [.lead], inherited: true))
    try expect("duties(maybe(\(x)))", oracle.duties(a, Self.roles, inherited: false))
    try expect("duties(maybe(\(x)), lead, inherited)", oracle.duties(a, [.lead], inherited: true))
    try expect("members(\(x))", oracle.members(a))
    let segments = Set(sketch.all(.segment))
    try expect("gaps(\(x))", oracle.segments(a, .missing, .lacking))
    try expect("gaps()", oracle.segments(segments, .missing, .lacking))
    try expect("weak(\(x))", oracle.segments(a, .short, .single))
    try expect("wanted(\(x))", oracle.segments(a, .wanted))
    try expect("unknown(\(x))", oracle.segments(a, .unknown))
    try expect("verdict()", segments.filter(oracle.evidence.isCounted))
    try expect("verdict(\(x), 未查, many)", oracle.segments(a, .unknown, .many))
    try expect("evidence(\(x))", oracle.evidence(a))
    try expect(
      "neighbors(\(x), partOf)",
      oracle.step(a, [.partOf], forward: true)
        .union(oracle.step(a, [.partOf], forward: false))
    )
    try expect("follow(\(x), operatesIn)", oracle.step(a, [.operatesIn], forward: true))
    let presence: Set<RelationKind> = [.operatesIn, .fills, .evidences]
    try expect("follow(\(x), presence, 逆向)", oracle.step(a, presence, forward: false))
    try expect("orphans(\(x))", oracle.orphans(a))
    let net = StructureOracle(sketch, among: a.union(oracle.parts(a)))
    let whole = StructureOracle(sketch, among: Set(all))
    try expect("cut-points(\(x))", net.cutPoints)
    try expect("cut-points", whole.cutPoints)
    try expect("core(\(x), \(depth))", net.core(depth))
    let most = (0...9).last { !net.core($0).isEmpty } ?? 0
    try expect("core(\(x))", net.core(most))
    try expect("betweenness(\(x), 1000)", Set(net.betweenness().keys))
    let ends = oracle.starts(a)
    let joined = whole.components.filter { !$0.isDisjoint(with: ends) }
    try expect("connected(\(x))", joined.reduce(into: []) { $0.formUnion($1) })
    let mutual = whole.cycles.filter { !$0.isDisjoint(with: ends) }
    try expect("connected(\(x), strong)", mutual.reduce(into: ends) { $0.formUnion($1) })
    for cluster in sketch.all(.cluster) {
      try expect("chokepoints(\"\(sketch.id(cluster))\")", oracle.chokepoints(cluster))
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `a way is one of the shortest, and ways are all there are`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomChain(&generator)
    let segments = sketch.all(.segment)
    guard let start = segments.randomElement(using: &generator),
      let end = segments.randomElement(using: &generator)
    else { return }
    let graph = try sketch.graph()
    let ends = "\"\(sketch.id(start))\", \"\(sketch.id(end))\""
    let oracle = FlowOracle(sketch)
    let all = oracle.paths(from: start, to: end)
    let result = try graph.dataset().evaluate("paths(\(ends), 10000)")
    guard case .paths(let ways, let isCut) = result.content else { throw Wrong() }
    #expect(Set(ways.map { $0.map(\.position) }) == all && !isCut, "seed \(seed)")
    #expect(ways.map(\.count) == ways.map(\.count).sorted(), "seed \(seed)")
    let one = try graph.dataset().evaluate("path(\(ends))")
    guard case .paths(let way, _) = one.content else { throw Wrong() }
    #expect(way.first?.count == all.map(\.count).min(), "seed \(seed)")
    if let way = way.first { #expect(all.contains(way.map(\.position)), "seed \(seed)") }
  }

  @Test(arguments: UInt64(0)..<300)
  func `a minimum cut parts what it is to part, and nothing smaller does`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomChain(&generator)
    let segments = sketch.all(.segment)
    guard let start = segments.randomElement(using: &generator),
      let end = segments.randomElement(using: &generator)
    else { return }
    let graph = try sketch.graph()
    let query = "cut(\"\(sketch.id(start))\", \"\(sketch.id(end))\")"
    let net = StructureOracle(sketch, among: Set(segments))
    if start == end || net.arcs.contains(where: { $0.source == start && $0.target == end }) {
      let faults = #expect(throws: QueryFaults.self) { try graph.query(query) }
      #expect(faults?.diagnostics.first?.code == "cannot-be-parted", "seed \(seed)")
      return
    }
    let found = Set(try graph.query(query).map(\.position))
    #expect(!net.without(found).reached(from: [start]).contains(end), "seed \(seed)")
    let others = segments.filter { $0 != start && $0 != end }
    let isSmallest = (0..<found.count).allSatisfy { size in
      others.subsets(of: size).allSatisfy {
        net.without(Set($0)).reached(from: [start]).contains(end)
      }
    }
    #expect(isSmallest && found.isSubset(of: others), "seed \(seed)")
  }

  private struct Wrong: Error {}
}
