/// Which stack of a rank stands above which: such that links cross little and stay level.
///
/// Graphviz orders well too, but not stacks that must hold together, and what it gains in crossings
/// it loses in long vertical runs. The order found here is handed to it as given.
struct Ordering {
  /// The ranks of the whole page with their stacks in order, top to bottom.
  private(set) var ranks: [Layering.Rank]

  private let heights: [Double]
  private let links: [(from: Int, to: Int)]
  private let rankOf: [Int]
  /// For each card, the other ends of its links.
  private let neighbours: [[Int]]

  /// Orders the stacks; where nothing speaks for an order, the given one stays.
  init(_ ranks: [Layering.Rank], links: [(from: Int, to: Int)], heights: [Double]) {
    self.ranks = ranks
    self.heights = heights
    var rankOf = Array(repeating: 0, count: heights.count)
    for (index, rank) in ranks.enumerated() {
      for card in rank.cards { rankOf[card] = index }
    }
    self.rankOf = rankOf
    self.links = links.filter { rankOf[$0.from] != rankOf[$0.to] }
      .map { rankOf[$0.from] < rankOf[$0.to] ? $0 : ($0.to, $0.from) }
    var neighbours: [[Int]] = Array(repeating: [], count: heights.count)
    for link in self.links {
      neighbours[link.from].append(link.to)
      neighbours[link.to].append(link.from)
    }
    self.neighbours = neighbours
    sweep()
    exchange()
  }

  /// Sorts rank after rank by where each stack's links come from, back and forth; keeps the best.
  private mutating func sweep() {
    var best = (ranks: ranks, cost: cost(ranks))
    for round in 0..<16 {
      let order = round.isMultiple(of: 2) ? Array(ranks.indices) : ranks.indices.reversed()
      for index in order {
        let middle = middles(ranks)
        let wanted = ranks[index].stacks.map { stack -> Double in
          let ends = stack.flatMap { neighbours[$0] }.filter { end in
            // The first rounds listen to one side only, which settles faster.
            round >= 8 || (round.isMultiple(of: 2) == (rankOf[end] < index))
          }
          guard !ends.isEmpty else { return middle[stack[0]] }
          return ends.reduce(0) { $0 + middle[$1] } / Double(ends.count)
        }
        ranks[index].stacks = zip(ranks[index].stacks, wanted).enumerated().sorted {
          ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
        }.map(\.element.0)
      }
      let value = cost(ranks)
      if value < best.cost - 1e-9 { best = (ranks, value) }
    }
    ranks = best.ranks
  }

  /// Moves single stacks to other places of their rank as long as that helps.
  private mutating func exchange() {
    var best = cost(ranks)
    var rounds = 0
    var improved = true
    while improved, rounds < 6 {
      improved = false
      rounds += 1
      for index in ranks.indices where ranks[index].stacks.count > 1 {
        for place in ranks[index].stacks.indices.dropLast() {
          var candidate = ranks
          candidate[index].stacks.swapAt(place, place + 1)
          let value = cost(candidate)
          guard value < best - 1e-9 else { continue }
          best = value
          ranks = candidate
          improved = true
        }
      }
    }
  }

  /// The middle of each card, with every rank centred on 0.
  private func middles(_ ranks: [Layering.Rank]) -> [Double] {
    var result = Array(repeating: 0.0, count: heights.count)
    for rank in ranks {
      let cards = rank.cards
      var top = -cards.reduce(0) { $0 + heights[$1] } / 2
      for card in cards {
        result[card] = top + heights[card] / 2
        top += heights[card]
      }
    }
    return result
  }

  /// Crossings, each as bad as a run of a hundred points up or down the page.
  private func cost(_ ranks: [Layering.Rank]) -> Double {
    let middle = middles(ranks)
    var crossings = 0
    var run = 0.0
    for (index, link) in links.enumerated() {
      run += abs(middle[link.from] - middle[link.to])
      for other in links[..<index] {
        let first = max(rankOf[link.from], rankOf[other.from])
        let last = min(rankOf[link.to], rankOf[other.to])
        guard first < last else { continue }
        let before = height(of: link, at: first, middle) - height(of: other, at: first, middle)
        let after = height(of: link, at: last, middle) - height(of: other, at: last, middle)
        if before * after < 0 { crossings += 1 }
      }
    }
    return Double(crossings) * 100 + run
  }

  /// Where a link passes a rank, were it straight.
  private func height(
    of link: (from: Int, to: Int),
    at rank: Int,
    _ middle: [Double]
  ) -> Double {
    let (start, end) = (rankOf[link.from], rankOf[link.to])
    let share = Double(rank - start) / Double(end - start)
    return middle[link.from] + (middle[link.to] - middle[link.from]) * share
  }
}
