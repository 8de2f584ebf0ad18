import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainQueries

struct ImpactTests {
  @Test func `a segment whose last supplier goes loses all supply`() throws {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "纱", "布", "衣")
      $0.flow("纱", "布", "衣")
      $0.enterprise("甲", worksIn: "纱")
      $0.enterprise("乙", worksIn: "布")
      $0.item("集群", .lead, "局")
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["甲"]])
    #expect(sketch.names(impact.segments.map(\.segment)) == ["布", "纱"])
    #expect(impact.segments.map(\.supply) == [.lost, nil])
    // Nobody says that it is lacking now: who else is there is not known.
    #expect(impact.segments[1].before == .single && impact.segments[1].after == .unknown)
    #expect(sketch.names(impact.clusters.map(\.cluster)) == ["集群"])
    #expect(impact.clusters[0].before.least == 2 && impact.clusters[0].after.least == 1)
    #expect(sketch.names(impact.notified.map(\.party)) == ["局"])
    #expect(sketch.names(impact.notified[0].items) == ["布", "纱", "集群"])
  }

  @Test func `one of two suppliers leaves a single source, one of three does not`() throws {
    let sketch = try ChainSketch {
      $0.flow("纱", "布")
      $0.flow("线", "布")
      $0.enterprise("布厂", worksIn: "布")
      $0.enterprise("甲", worksIn: "纱")
      $0.enterprise("乙", worksIn: "线", "纱")
      $0.project("丙", fills: "线", status: "operating")
    }.sketched()
    let one = sketch.graph.impact(removing: [sketch["甲"]])
    #expect(sketch.names(one.segments.map(\.segment)) == ["纱"])
    let two = sketch.graph.impact(removing: [sketch["甲"], sketch["丙"]])
    let cloth = two.segments.first { sketch.graph.name(of: $0.segment) == "布" }
    #expect(cloth?.supply == .single)
    #expect(sketch.names(cloth?.sourcesAfter ?? []) == ["乙"])
  }

  @Test
  func `a segment that goes takes its suppliers from what it feeds, and itself from its chain`()
    throws
  {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "纱", "布")
      $0.flow("纱", "布")
      $0.enterprise("甲", worksIn: "纱")
      $0.enterprise("布厂", worksIn: "布")
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["纱"]])
    #expect(sketch.names(impact.segments.map(\.segment)) == ["布"])
    #expect(impact.clusters[0].before.all == 2 && impact.clusters[0].after.all == 1)
  }

  @Test func `a project falls with its only builder, and not while another builds it`() throws {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "纱", "布", "衣", "鞋")
      $0.flow("纱", "布")
      $0.enterprise("外", worksIn: "纱", external: true)
      $0.project("丙", fills: "纱", status: "building")
      $0.project("丁", fills: "布", status: "building")
      $0.project("戊", fills: "衣", status: "building")
      $0.project("己", fills: "鞋", status: "building")
      $0.builds("甲", "丙", "丁")
      $0.builds("乙", "丁")
      // A list that ends in 等 has others; nobody is said to build 己.
      $0.builds("甲", "戊", isOpen: true)
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["甲"]])
    #expect(sketch.names(impact.removed) == ["甲"] && sketch.names(impact.fallen) == ["丙"])
    #expect(sketch.names(impact.segments.map(\.segment)) == ["纱"])
    #expect(impact.segments[0].before == .building && impact.segments[0].after == .unknown)
    // What is built is not here yet.
    #expect(impact.clusters.isEmpty)
    let both = sketch.graph.impact(removing: [sketch["甲"], sketch["乙"]])
    #expect(sketch.names(both.fallen) == ["丙", "丁"])
    let foreign = sketch.graph.impact(removing: [sketch["外"]])
    #expect(foreign.segments.isEmpty && foreign.clusters.isEmpty && foreign.fallen.isEmpty)
  }

  @Test func `a completed project that another keeps loses the name of the builder that goes`()
    throws
  {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "纱", "布")
      $0.flow("纱", "布")
      $0.project("丙", fills: "纱", status: "operating")
      $0.builds("甲", "丙")
      $0.builds("乙", "丙")
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["甲"]])
    #expect(impact.fallen.isEmpty)
    #expect(sketch.names(impact.segments.map(\.segment)) == ["纱"])
    #expect(impact.segments.map(\.before) == [.many] && impact.segments.map(\.after) == [.single])
  }

  @Test func `what was missing or unknown before is not lost`() throws {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "纱", "布", "衣")
      $0.flow("纱", "布")
      $0.flow("纱", "衣")
      $0.lacking("布")
      $0.enterprise("甲", worksIn: "纱")
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["甲"]])
    // Neither 布, which is lacking, nor 衣, of which nothing is known, had a supply to lose.
    #expect(sketch.names(impact.segments.map(\.segment)) == ["纱"])
  }

  /// Taking away what falls as well changes nothing more.
  @Test(arguments: UInt64(0)..<300)
  func `an impact is that of what is removed and of what falls with it`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomWhole(&generator)
    let graph = try sketch.graph()
    let gone = sketch.all(.enterprise).filter { _ in generator.oneIn(2) }.map { NodeIndex($0) }
    let one = graph.impact(removing: gone)
    let both = graph.impact(removing: gone + one.fallen)
    #expect(both.fallen.isEmpty, "seed \(seed)")
    #expect(both.removed == (gone + one.fallen).sorted(), "seed \(seed)")
    #expect(both.segments == one.segments && both.clusters == one.clusters, "seed \(seed)")
    let told = { (impact: Impact) in
      impact.notified.map { party in [party.party] + party.items.sorted() }
    }
    #expect(told(one) == told(both), "seed \(seed)")
  }

  @Test func `an impact on many segments asks before each whether to go on`() throws {
    let names = (0..<200).map { "环\($0)号" }
    let sketch = try ChainSketch {
      $0.cluster("集群", of: names[0], names[1])
      for (first, second) in zip(names, names.dropFirst()) { $0.flow(first, second) }
      for name in names { $0.enterprise("企\(name)", worksIn: name) }
      $0.item("集群", .lead, "局")
    }.sketched()
    let gone = sketch.graph.nodes(of: .enterprise)
    var count = 0
    let whole = sketch.graph.impact(removing: gone) { () throws(Never) in count += 1 }
    #expect(whole.segments.count == names.count && whole.clusters.count == 1)
    // Each segment and the cluster once by themselves, and what is affected once for its parties.
    #expect(count == names.count + 1 + whole.removed.count + names.count + 1)

    for most in [0, names.count / 2, names.count, count - 1] {
      var left = most
      #expect(throws: Enough.self) {
        try sketch.graph.impact(removing: gone) { () throws(Enough) in
          left -= 1
          if left < 0 { throw Enough() }
        }
      }
    }
  }

  private struct Enough: Error {}

  /// Rebuilds the graph without the nodes and looks at both.
  @Test(arguments: UInt64(0)..<600)
  func `an impact is the difference between the graph and one rebuilt without the nodes`(
    _ seed: UInt64
  ) throws {
    var generator = SplitMix64(seed: seed)
    let sketch = ChainSketch.randomWhole(&generator)
    let candidates = [NodeKind.enterprise, .project, .segment].flatMap { sketch.all($0) }
    let gone = Set(candidates.filter { _ in generator.oneIn(4) })
    let fallen = ImpactOracle.fallen(sketch, gone)
    let oracle = ImpactOracle(sketch, without: gone.union(fallen))
    let impact = try sketch.graph().impact(removing: gone.map { NodeIndex($0) })
    #expect(impact.removed.map(\.position) == gone.sorted(), "seed \(seed)")
    #expect(impact.fallen.map(\.position) == fallen.sorted(), "seed \(seed)")

    let found = impact.segments.map { segment in
      ImpactOracle.Change(
        segment: segment.segment.position,
        verdicts: [segment.before, segment.after],
        sources: [segment.sourcesBefore, segment.sourcesAfter].map {
          oracle.evidence.houses($0.map(\.position))
        }
      )
    }
    #expect(Set(found) == oracle.changes && found.count == oracle.changes.count, "seed \(seed)")
    let supply = impact.segments.map { $0.supply.map { $0 == .lost ? 0 : 1 } ?? 2 }
    #expect(supply == supply.sorted(), "seed \(seed)")

    let clusters = Dictionary(
      impact.clusters.map {
        (
          $0.cluster.position,
          [$0.before, $0.after].map { [$0.all, $0.least, $0.most] }
        )
      },
      uniquingKeysWith: { first, _ in first }
    )
    #expect(clusters == oracle.clusters, "seed \(seed)")

    let affected = gone.union(fallen).union(oracle.changes.map(\.segment)).union(
      oracle.clusters.keys
    )
    let roles: [RelationKind] = [.accountable, .lead, .responsible, .coordinate]
    let notified = QueryOracle(sketch).owners(affected, roles)
    #expect(Set(impact.notified.map(\.party.position)) == notified, "seed \(seed)")
    let counts = impact.notified.map(\.items.count)
    #expect(counts == counts.sorted(by: >), "seed \(seed)")
    for party in impact.notified {
      let owned = affected.filter {
        QueryOracle(sketch).owners([$0], roles).contains(party.party.position)
      }
      #expect(Set(party.items.map(\.position)) == owned, "seed \(seed)")
    }

    if !gone.isEmpty {
      let names = gone.map { "\"\(sketch.id($0))\"" }.joined(separator: " + ")
      let asked = try sketch.graph().query("impact(\(names))")
      let expected = Set(oracle.changes.map(\.segment)).union(oracle.clusters.keys)
      #expect(Set(asked.map(\.position)) == expected, "seed \(seed)")
    }
  }
}
