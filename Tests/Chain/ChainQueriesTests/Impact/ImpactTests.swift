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
    #expect(impact.segments[1].before == .weak && impact.segments[1].after == .missing)
    #expect(sketch.names(impact.clusters.map(\.cluster)) == ["集群"])
    #expect(impact.clusters[0].before.covered == 2 && impact.clusters[0].after.covered == 1)
    #expect(sketch.names(impact.notified.map(\.party)) == ["局"])
    #expect(sketch.names(impact.notified[0].items) == ["布", "纱", "集群"])
  }

  @Test func `one of two suppliers leaves a single source, one of three does not`() throws {
    let sketch = try ChainSketch {
      $0.flow("纱", "布")
      $0.flow("线", "布")
      $0.enterprise("甲", worksIn: "纱")
      $0.enterprise("乙", worksIn: "线", "纱")
      $0.project("丙", fills: "线", status: "building")
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
    }.sketched()
    let impact = sketch.graph.impact(removing: [sketch["纱"]])
    #expect(sketch.names(impact.segments.map(\.segment)) == ["布"])
    #expect(impact.clusters[0].before.all == 2 && impact.clusters[0].after.all == 1)
  }

  @Test func `what an enterprise builds stays when it goes, and external ones change nothing`()
    throws
  {
    let sketch = try ChainSketch {
      $0.flow("纱", "布")
      $0.enterprise("外", worksIn: "纱", external: true)
      $0.project("丙", fills: "纱", status: "building")
      $0.enterprise("甲")
      $0.link(.builds, $0.node(.enterprise, "甲"), $0.node(.project, "丙"))
    }.sketched()
    for name in ["外", "甲"] {
      let impact = sketch.graph.impact(removing: [sketch[name]])
      #expect(impact.segments.isEmpty && impact.clusters.isEmpty)
      #expect(sketch.names(impact.removed) == [name])
    }
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
    let oracle = ImpactOracle(sketch, without: gone)
    let impact = try sketch.graph().impact(removing: gone.map { NodeIndex($0) })
    #expect(impact.removed.map(\.position) == gone.sorted(), "seed \(seed)")

    let found = impact.segments.map { segment in
      ImpactOracle.Change(
        segment: segment.segment.position,
        coverage: [segment.before, segment.after],
        sources: [segment.sourcesBefore, segment.sourcesAfter].map { Set($0.map(\.position)) }
      )
    }
    #expect(Set(found) == oracle.changes && found.count == oracle.changes.count, "seed \(seed)")
    let supply = impact.segments.map { $0.supply.map { $0 == .lost ? 0 : 1 } ?? 2 }
    #expect(supply == supply.sorted(), "seed \(seed)")

    let clusters = Dictionary(
      impact.clusters.map {
        ($0.cluster.position, [$0.before.covered, $0.before.all, $0.after.covered, $0.after.all])
      },
      uniquingKeysWith: { first, _ in first }
    )
    #expect(clusters == oracle.clusters, "seed \(seed)")

    let affected = gone.union(oracle.changes.map(\.segment)).union(oracle.clusters.keys)
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

/// What changes, by looking at a graph and at one that never had the nodes.
private struct ImpactOracle {
  struct Change: Hashable {
    let segment: Int
    let coverage: [Coverage]
    let sources: [Set<Int>]
  }

  let changes: Set<Change>
  /// Covered and all, before and after.
  let clusters: [Int: [Int]]

  init(_ sketch: ChainSketch, without gone: Set<Int>) {
    let rest = sketch.isolating(gone)
    func oracle(_ sketch: ChainSketch) -> GapOracle { GapOracle(sketch, cluster: 0) }
    let (before, after) = (oracle(sketch), oracle(rest))
    func sources(_ segment: Int, _ sketch: ChainSketch, _ oracle: GapOracle) -> Set<Int> {
      let suppliers = sketch.links.filter {
        [.supplies, .recycles].contains($0.kind) && $0.target == segment && $0.source != segment
      }.map(\.source)
      return Set(suppliers.flatMap { oracle.enterprises(on: $0).union(oracle.projects(on: $0)) })
    }
    changes = Set(
      sketch.all(.segment).filter { !gone.contains($0) }.compactMap { segment in
        let change = Change(
          segment: segment,
          coverage: [before.coverage(of: segment), after.coverage(of: segment)],
          sources: [sources(segment, sketch, before), sources(segment, rest, after)]
        )
        let counts = change.sources.map(\.count)
        let falls = (counts[0] >= 1 && counts[1] == 0) || (counts[0] >= 2 && counts[1] == 1)
        return change.coverage[0] != change.coverage[1] || falls ? change : nil
      }
    )
    var clusters: [Int: [Int]] = [:]
    for cluster in sketch.all(.cluster) {
      let figures = [(sketch, before), (rest, after)].flatMap { sketch, oracle in
        let segments = sketch.all(.segment).filter { sketch.wholes(of: $0).contains(cluster) }
        return [segments.count { oracle.isPresent($0) }, segments.count]
      }
      if figures[1] > 0, Array(figures[..<2]) != Array(figures[2...]) {
        clusters[cluster] = figures
      }
    }
    self.clusters = clusters
  }
}
