import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct FlowPathsTests {
  @Test func `ways come shortest first, ties in name order`() throws {
    let sketch = try ChainSketch {
      $0.flow("原油", "石脑油", "乙烯", "聚乙烯")
      $0.flow("原油", "轻烃", "乙烯")
      $0.flow("原油", "丙烷", "乙烯")
      $0.flow("原油", "聚乙烯")
    }.sketched()
    let found = sketch.graph.flowPaths(
      from: sketch["原油"],
      to: sketch["聚乙烯"],
      limit: 10
    )
    #expect(
      found.paths.map(sketch.names) == [
        ["原油", "聚乙烯"],
        ["原油", "丙烷", "乙烯", "聚乙烯"],
        ["原油", "石脑油", "乙烯", "聚乙烯"],
        ["原油", "轻烃", "乙烯", "聚乙烯"],
      ]
    )
    #expect(!found.isCut)
  }

  @Test func `a bound keeps the shortest ways and says that it cut`() throws {
    // The long way is entered first.
    let sketch = try ChainSketch {
      $0.flow("始", "甲", "乙", "丙", "终")
      $0.flow("始", "丁", "终")
      $0.flow("始", "终")
    }.sketched()
    func ways(_ limit: Int) -> (paths: [[String]], isCut: Bool) {
      let found = sketch.graph.flowPaths(
        from: sketch["始"],
        to: sketch["终"],
        limit: limit
      )
      return (found.paths.map(sketch.names), found.isCut)
    }
    #expect(ways(0).paths.isEmpty)
    #expect(ways(0).isCut)
    #expect(ways(1).paths == [["始", "终"]])
    #expect(ways(1).isCut)
    #expect(ways(2).paths == [["始", "终"], ["始", "丁", "终"]])
    #expect(ways(2).isCut)
    #expect(ways(3).paths.count == 3)
    #expect(!ways(3).isCut)
  }

  @Test func `from a segment to itself there is one way, which goes nowhere`() throws {
    let sketch = try ChainSketch { $0.flow("一", "二", "一") }.sketched()
    let found = sketch.graph.flowPaths(from: sketch["一"], to: sketch["一"], limit: 9)
    #expect(found.paths.map(sketch.names) == [["一"]])
    #expect(!found.isCut)
  }

  @Test func `against the flow there is no way`() throws {
    let sketch = try ChainSketch { $0.flow("一", "二") }.sketched()
    let found = sketch.graph.flowPaths(from: sketch["二"], to: sketch["一"], limit: 9)
    #expect(found.paths.isEmpty)
    #expect(!found.isCut)
  }

  @Test func `two flows between the same segments make one way`() throws {
    var sketch = ChainSketch { $0.flow("废钢", "钢水", "钢坯") }
    sketch.link(.recycles, 0, 1)
    let graph = try sketch.graph()
    let found = graph.flowPaths(from: NodeIndex(0), to: NodeIndex(2), limit: 9)
    #expect(found.paths == [[NodeIndex(0), NodeIndex(1), NodeIndex(2)]])
    #expect(!found.isCut)
  }

  @Test func `a graph with more ways than can be listed gives an answer`() throws {
    var sketch = ChainSketch()
    let layers = (0..<12).map { layer in
      (0..<6).map { sketch.node(.segment, "层\(layer)号\($0)") }
    }
    for (layer, next) in zip(layers, layers.dropFirst()) {
      for source in layer { for target in next { sketch.link(.supplies, source, target) } }
    }
    let graph = try sketch.graph()
    let found = graph.flowPaths(
      from: NodeIndex(layers[0][0]),
      to: NodeIndex(layers[11][5]),
      limit: 5
    )
    #expect(found.paths.count == 5)
    #expect(found.paths.allSatisfy { $0.count == 12 })
    #expect(found.isCut)
  }

  @Test func `dead ends without number hide no way`() throws {
    var sketch = ChainSketch()
    let (start, middle, end) = (
      sketch.node(.segment, "始"), sketch.node(.segment, "中"), sketch.node(.segment, "终")
    )
    // Each leads to each, and out of them only back to the middle.
    let maze = (0..<14).map { sketch.node(.segment, "丙\($0)") }
    for source in [middle] + maze {
      for target in maze + [middle] where source != target {
        sketch.link(.supplies, source, target)
      }
    }
    sketch.link(.supplies, start, middle)
    sketch.link(.supplies, middle, end)
    let found = try sketch.graph().flowPaths(from: NodeIndex(start), to: NodeIndex(end), limit: 9)
    #expect(found.paths.map { $0.map(\.position) } == [[start, middle, end]])
    #expect(!found.isCut)
  }

  @Test(arguments: 0..<4)
  func `on random graphs the ways are the first of all ways, in order`(_ block: Int) throws {
    for seed in UInt64(block) * 400..<UInt64(block + 1) * 400 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let oracle = FlowOracle(sketch)
      guard let start = oracle.segments.randomElement(using: &generator),
        let end = oracle.segments.randomElement(using: &generator)
      else { continue }
      let graph = try sketch.graph()
      let expected = oracle.paths(from: start, to: end).sorted { a, b in
        if a.count != b.count { return a.count < b.count }
        return a.lexicographicallyPrecedes(b, by: sketch.isBefore)
      }
      for limit in [1, generator.number(below: 8), 100_000] {
        let found = graph.flowPaths(
          from: NodeIndex(start),
          to: NodeIndex(end),
          limit: limit
        )
        #expect(
          found.paths.map { $0.map(\.position) } == Array(expected.prefix(limit)),
          "seed \(seed), limit \(limit)"
        )
        #expect(found.isCut == (expected.count > limit), "seed \(seed), limit \(limit)")
      }
    }
  }
}
