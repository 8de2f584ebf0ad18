import Foundation
import GraphKernel
import TestSupport
import Testing

/// The examples of the article on using the kernel alone, in its words.
@Suite struct ExamplesTests {
  @Test func `the examples of the article compile, and give what they say`() {
    let names = ["ore", "steel", "sheet", "wire", "car", "scrap"]
    let arcs = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (5, 1)]
    let (graph, order) = Digraph.build(
      nodeCount: names.count,
      arcs: arcs.map { (NodeIndex($0.0), NodeIndex($0.1)) }
    )
    let (ore, steel, car) = (NodeIndex(0), NodeIndex(1), NodeIndex(4))
    let made = graph.neighbors(of: steel).map { names[$0.position] }
    // made == ["sheet", "wire"]
    let firstGiven = order.first.map { arcs[Int($0)] }
    #expect(made == ["sheet", "wire"])
    #expect(firstGiven.map { [$0.0, $0.1] } == [0, 1])

    let scrap = NodeIndex(5)
    let primary = graph.filtered { _, source, target in source != scrap && target != scrap }
    let eitherWay = Digraph.union(
      nodeCount: graph.nodeCount,
      of: [DirectedPart(primary), DirectedPart(primary, .reverse)]
    )
    let part = graph.induced(on: [steel, NodeIndex(2), car])
    let whole = part.nodes.map { names[$0.position] }
    // whole == ["steel", "sheet", "car"]
    #expect(eitherWay.arcCount == 10)
    #expect(whole == ["steel", "sheet", "car"])

    let needed = graph.closure(of: [car], .reverse).map { names[$0.position] }
    // needed == ["ore", "steel", "sheet", "wire", "scrap"]
    let near = graph.reach(from: [ore], depth: 2).map { (names[$0.node.position], $0.distance) }
    let next = graph.levels(from: [ore]).nodes(at: 1).map { names[$0.position] }
    // next == ["steel"]
    #expect(needed == ["ore", "steel", "sheet", "wire", "scrap"])
    #expect(near.map(\.1) == [1, 2, 2])
    #expect(next == ["steel"])

    let shortest = graph.shortestPath(from: ore, to: car)
    let best = graph.shortestPaths(from: ore, to: car).prefix(2).map { path in
      path.map { names[graph.target(of: $0).position] }
    }
    // best == [["steel", "sheet", "car"], ["steel", "wire", "car"]]
    let all = graph.simplePaths(from: ore, to: car, maximumLength: 4).first(10)
    // all.paths.count == 2 && !all.isCut
    #expect(shortest?.count == 3)
    #expect(best == [["steel", "sheet", "car"], ["steel", "wire", "car"]])
    #expect(all.paths.count == 2 && !all.isCut)

    let components = graph.stronglyConnectedComponents()
    let cycle = components.members(of: components.component(of: steel)).map { names[$0.position] }
    // cycle == ["steel", "sheet", "wire", "car", "scrap"]
    let islands = graph.weaklyConnectedComponents().count
    // islands == 1
    #expect(cycle == ["steel", "sheet", "wire", "car", "scrap"])
    #expect(islands == 1)

    let tree = graph.dominators(from: [ore])
    let gate = tree.immediateDominator(of: car).map { names[$0.position] }
    // gate == "steel"
    let points = graph.cutPoints().nodes.map { names[$0.position] }
    // points == ["steel"]
    let cut = graph.minimumNodeCut(from: [steel], to: [car])?.map { names[$0.position] }
    // cut == ["sheet", "wire"]
    #expect(gate == "steel")
    #expect(points == ["steel"])
    #expect(cut == ["sheet", "wire"])

    let ranks = primary.ranks()
    // ranks == [0, 1, 2, 2, 3, 0]
    let betweenness = primary.betweenness()
    // betweenness[1] == 3
    let cores = primary.coreNumbers()
    // cores == [1, 2, 2, 2, 2, 0]
    struct OutOfTime: Error {}
    let stopped = try? graph.betweenness { share throws(OutOfTime) in
      if share > 0.5 { throw OutOfTime() }
    }
    // stopped == nil
    #expect(ranks == [0, 1, 2, 2, 3, 0])
    #expect(betweenness[1] == 3)
    #expect(cores == [1, 2, 2, 2, 2, 0])
    #expect(stopped == nil)
  }

  @Test func `every example of the article stands above, line for line and in its order`() throws {
    let page = Repository.url.appending(
      path: "Sources/Kernel/GraphKernel/GraphKernel.docc/UsingTheKernel.md"
    )
    let blocks = try String(contentsOf: page, encoding: .utf8)
      .components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```").first ?? "" }
    #expect(blocks.count == 7)
    var rest = lines(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))[...]
    for block in blocks {
      let wanted = lines(block)
      let start = rest.indices.first { rest[$0...].starts(with: wanted) }
      let found = try #require(start, "not compiled:\n\(block)")
      rest = rest[(found + wanted.count)...]
    }
  }

  @Test func `what a comment of the article says is expected above`() throws {
    let source = lines(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let said = source.filter { $0.hasPrefix("// ") && $0.contains(" == ") }
    #expect(said.count == 15)
    for line in said {
      #expect(source.contains("#expect(\(line.dropFirst(3)))"), "\(line)")
    }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
