import Testing

@testable import ChainDrawing

@Suite struct OrderingTests {
  /// Ranks of single cards with links of any span.
  private func layers(_ random: inout SplitMix) -> Layers {
    let count = Int.random(in: 2...40, using: &random)
    let rankCount = Int.random(in: 2...6, using: &random)
    var ranks = Array(repeating: Layering.Rank(stacks: []), count: rankCount)
    for card in 0..<count {
      ranks[Int.random(in: 0..<rankCount, using: &random)].stacks.append([card])
    }
    let links = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Diagram.Link(
        from: Int.random(in: 0..<count, using: &random),
        to: Int.random(in: 0..<count, using: &random)
      )
    }
    return Layers(ranks.filter { !$0.stacks.isEmpty }, links: links, cardCount: count)
  }

  /// The slow way: every pair of pieces of links between two ranks.
  private func crossings(_ layers: Layers, _ items: [[Int]]) -> Double {
    var position = Array(repeating: 0, count: layers.rank.count)
    for rank in items {
      for (place, item) in rank.enumerated() { position[item] = place }
    }
    var sum = 0.0
    for (index, one) in layers.segments.enumerated() {
      for two in layers.segments[..<index] where layers.rank[one.left] == layers.rank[two.left] {
        let left = position[one.left] - position[two.left]
        let right = position[one.right] - position[two.right]
        if left * right < 0 { sum += Double(one.links * two.links) }
      }
    }
    return sum
  }

  @Test(arguments: 0..<200)
  func `crossings are counted as every pair shows`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let layers = layers(&random)
    let order = Ordering(layers, heights: layers.rank.map { _ in 10 })
    #expect(order.cost().crossings == crossings(layers, order.items), "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `an order is never worse than the given one, and loses nothing`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let layers = layers(&random)
    let order = Ordering(layers, heights: layers.rank.map { _ in 10 })
    var given: [[Int]] = Array(repeating: [], count: layers.rankCount)
    for item in layers.rank.indices { given[layers.rank[item]].append(item) }
    #expect(order.items.map { $0.sorted() } == given, "seed \(seed)")
    #expect(crossings(layers, order.items) <= crossings(layers, given), "seed \(seed)")
  }

  @Test func `a ladder is untangled`() {
    let left = Layering.Rank(stacks: [[0], [1], [2], [3]])
    let right = Layering.Rank(stacks: [[4], [5], [6], [7]])
    let links = (0..<4).map { Diagram.Link(from: $0, to: 7 - $0) }
    let layers = Layers([left, right], links: links, cardCount: 8)
    let order = Ordering(layers, heights: Array(repeating: 10, count: 8))
    #expect(crossings(layers, order.items) == 0)
  }

  @Test func `cards without links keep the given order wherever they come to stand`() {
    let left = Layering.Rank(stacks: [[0], [1], [2], [3]])
    let right = Layering.Rank(stacks: (4..<12).map { [$0] })
    let links = (0..<4).map { Diagram.Link(from: $0, to: 11 - 2 * $0) }
    let layers = Layers([left, right], links: links, cardCount: 12)
    let order = Ordering(layers, heights: Array(repeating: 10, count: 12))
    #expect(crossings(layers, order.items) == 0)
    #expect(order.items[1].filter { $0.isMultiple(of: 2) } == [4, 6, 8, 10])
  }

  @Test func `links of one look that leave one card share their lanes`() {
    let ranks = [[0], [1], [2, 3]].map { Layering.Rank(stacks: $0.map { [$0] }) }
    let same = [Diagram.Link(from: 0, to: 2), Diagram.Link(from: 0, to: 3)]
    #expect(Layers(ranks, links: same, cardCount: 4).rank.count == 5)
    let other = [Diagram.Link(from: 0, to: 2), Diagram.Link(from: 0, to: 3, look: 1)]
    #expect(Layers(ranks, links: other, cardCount: 4).rank.count == 6)
  }
}
