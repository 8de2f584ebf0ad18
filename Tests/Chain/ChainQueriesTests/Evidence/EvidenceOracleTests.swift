import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// Verdicts on random graphs with every sort of evidence, against the words that define them.
struct EvidenceOracleTests {
  @Test(arguments: 0..<4)
  func `on random graphs a verdict is what the table says, by all evidence`(_ block: Int) throws {
    for seed in UInt64(block) * 250..<UInt64(block + 1) * 250 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let oracle = EvidenceOracle(sketch)
      for segment in sketch.all(.segment) {
        let node = NodeIndex(segment)
        let found = graph.assessment(of: node)
        let comment: Comment = "seed \(seed): \(sketch.nodes[segment].name)"
        #expect(found.verdict == oracle.verdict(of: segment), comment)
        #expect(graph.verdict(of: node) == found.verdict, comment)
        #expect(found.isPartial == oracle.isPartial(segment), comment)
        #expect(found.isClosed == oracle.isClosed(segment), comment)
        #expect(found.isNamed == oracle.isNamed(segment), comment)
        #expect(graph.isCounted(node) == oracle.isCounted(segment), comment)
        // One enterprise stands for each house.
        let named = found.named.map(\.position)
        #expect(oracle.houses(named) == oracle.houses(on: segment), comment)
        #expect(named.count == oracle.houses(on: segment).count, comment)
        #expect(oracle.enterprises(segment).isSuperset(of: named), comment)
        let evidence = found.evidence.map {
          EvidenceOracle.Piece(
            nature: $0.nature,
            kind: $0.relation.kind,
            giver: $0.giver.position,
            subject: $0.subject.position
          )
        }
        #expect(Set(evidence) == oracle.evidence(segment), comment)
        #expect(Set(evidence).count == evidence.count, comment)
      }
    }
  }

  @Test func `the random graphs hold every verdict, many times`() throws {
    var counts: [Verdict: Int] = [:]
    var partial = 0
    for seed in UInt64(0)..<1_000 {
      var generator = SplitMix64(seed: seed)
      let oracle = EvidenceOracle(ChainSketch.randomChain(&generator))
      for segment in oracle.sketch.all(.segment) {
        counts[oracle.verdict(of: segment), default: 0] += 1
        if oracle.isPartial(segment) { partial += 1 }
      }
    }
    for verdict in Verdict.allCases { #expect(counts[verdict] ?? 0 > 20, "\(verdict)") }
    #expect(partial > 20)
  }

  @Test func `on random graphs the actors of a segment are those on it and on its parts`() throws {
    for seed in UInt64(0)..<1_000 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let oracle = GapOracle(sketch, cluster: 0)
      for segment in sketch.all(.segment) {
        let actors = graph.actors(on: NodeIndex(segment))
        let enterprises = actors.enterprises.map(\.position)
        let projects = actors.projects.map(\.position)
        #expect(Set(enterprises) == oracle.enterprises(on: segment), "seed \(seed)")
        #expect(Set(projects) == oracle.projects(on: segment), "seed \(seed)")
        #expect(Set(enterprises).count == enterprises.count, "seed \(seed)")
        #expect(Set(projects).count == projects.count, "seed \(seed)")
      }
    }
  }

  @Test func `on random graphs the completeness of a chain is the range of its verdicts`() throws {
    for seed in UInt64(0)..<400 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let oracle = GapOracle(sketch, cluster: cluster)
        let counted = oracle.flow.segments.filter { oracle.evidence.isCounted($0) }
        let found = graph.chain(of: NodeIndex(cluster)).completeness
        let present: [Verdict] = [.many, .single, .short, .unnamed]
        let least = counted.filter { present.contains(oracle.verdict(of: $0)) }.count
        let gone = counted.filter { [.missing, .lacking].contains(oracle.verdict(of: $0)) }.count
        #expect(found.all == counted.count, "seed \(seed)")
        #expect(found.least == least, "seed \(seed)")
        #expect(found.most == counted.count - gone, "seed \(seed)")
        #expect(found.surveyed == counted.filter(oracle.evidence.isClosed).count, "seed \(seed)")
        #expect(
          found.counts.values.reduce(0, +) == oracle.flow.segments.count,
          "seed \(seed)"
        )
        guard !counted.isEmpty else { continue }
        let (low, high) = (found.percent.lowerBound, found.percent.upperBound)
        let share = { (count: Int) in Double(count * 100) / Double(counted.count) }
        #expect(low == Int(share(least).rounded(.down)), "seed \(seed)")
        #expect(high == Int(share(counted.count - gone).rounded(.up)), "seed \(seed)")
      }
    }
  }

  @Test func `without what returns no verdict, position, demand or rank of a gap changes`() throws {
    var returns = 0
    for seed in UInt64(0)..<400 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let rest = sketch.keeping { $0.kind != .returns }
      returns += sketch.links.count - rest.links.count
      let (graph, other) = (try sketch.graph(), try rest.graph())
      for cluster in graph.nodes(of: .cluster) {
        let (chain, bare) = (graph.chain(of: cluster), other.chain(of: cluster))
        #expect(
          chain.gaps(Set(Verdict.allCases)).map(Self.told)
            == bare.gaps(Set(Verdict.allCases)).map(Self.told),
          "seed \(seed)"
        )
        #expect(chain.chokepoints() == bare.chokepoints(), "seed \(seed)")
        #expect(chain.layers().map(\.rank) == bare.layers().map(\.rank), "seed \(seed)")
        let inside = Set(chain.segments.map(\.position))
        let expected = sketch.links.filter {
          $0.kind == .returns && inside.contains($0.source) && inside.contains($0.target)
        }
        #expect(
          Set(chain.returns.map { [$0.source.position, $0.target.position] })
            == Set(expected.map { [$0.source, $0.target] }),
          "seed \(seed)"
        )
        #expect(chain.returns.count == expected.count && bare.returns.isEmpty, "seed \(seed)")
      }
      for segment in graph.nodes(of: .segment) {
        let (down, downBare) = (graph.downstream(of: segment), other.downstream(of: segment))
        #expect(down.steps.map(\.segment) == downBare.steps.map(\.segment), "seed \(seed)")
      }
    }
    #expect(returns > 300)
  }

  @Test func `without the segments and flows of general knowledge no verdict changes`() throws {
    var general = 0
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      // A survey of a chain closes what general knowledge makes part of it.
      let random = ChainSketch.randomChain(&generator)
      var sketch = random.keeping {
        $0.kind != .surveys || random.nodes[$0.target].kind == .segment
      }
      sketch.isStated = true
      general += sketch.links.filter(\.isGeneral).count
      let graph = try sketch.graph()
      let stated = graph.dataset().statedByDocuments().graph
      for segment in graph.nodes(of: .segment) {
        let node = try #require(stated.node(id: graph.id(of: segment)))
        #expect(graph.verdict(of: segment) == stated.verdict(of: node), "seed \(seed)")
      }
    }
    #expect(general > 300)
  }

  /// Everything of a gap that is told by nodes: both graphs number them alike.
  private static func told(_ gap: Gap) -> String {
    let nearest = (gap.nearestUpstream + gap.nearestDownstream).map {
      "\($0.segment) \($0.distance) \($0.enterprises)"
    }
    return "\(gap.segment) \(gap.verdict) \(String(describing: gap.position)) \(gap.demand) "
      + "\(gap.feeds) \(gap.blocks) \(nearest) \(String(describing: gap.measure))"
  }
}
