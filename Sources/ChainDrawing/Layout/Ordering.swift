/// Which item of a rank stands above which: such that links cross little, then stay level.
///
/// Ranks are sorted by the mean place of their neighbours, back and forth, and neighbours in a rank
/// trade places where that removes crossings. Source: Sugiyama, Tagawa and Toda, “Methods for visual
/// understanding of hierarchical system structures”, 1981; Gansner et al., “A technique for drawing
/// directed graphs”, 1993.
struct Ordering {
  /// The units of each rank, top to bottom.
  private(set) var ranks: [[Int]]

  private let layers: Layers
  private let heights: [Double]
  /// The place of each item in its rank.
  private var position: [Int]
  /// The middle of each item, with every rank centred on 0.
  private var middle: [Double]

  /// Orders the units; where nothing speaks for an order, the given one stays.
  ///
  /// - Parameter heights: what each item takes of its rank's height.
  /// - Complexity: O(*e* log *v*) a round, and the number of rounds has a bound.
  init(_ layers: Layers, heights: [Double]) {
    self.layers = layers
    self.heights = heights
    ranks = Array(repeating: [], count: layers.rankCount)
    position = Array(repeating: 0, count: layers.rank.count)
    middle = Array(repeating: 0, count: layers.rank.count)
    for (unit, items) in layers.units.enumerated() {
      ranks[layers.rank[items[0]]].append(unit)
    }
    let given = ranks
    let isSmall = layers.segments.count <= Self.smallCount
    var best: (ranks: [[Int]], cost: Cost)?
    for start in isSmall ? Start.allCases : [.given] {
      ranks = start.order(given)
      for rank in ranks.indices { settle(rank) }
      let found = swept(rounds: isSmall ? 12 : 8, from: best)
      best = found
      if found.cost.crossings == 0 { break }
    }
    if let best { ranks = best.ranks }
    for rank in ranks.indices { settle(rank) }
  }

  /// Up to this many pieces of links, several starts are tried.
  private static let smallCount = 2_000

  /// The items of each rank, top to bottom.
  var items: [[Int]] { ranks.map { $0.flatMap { layers.units[$0] } } }

  private enum Start: CaseIterable {
    case given, reversed, lanesFirst

    func order(_ ranks: [[Int]]) -> [[Int]] {
      switch self {
      case .given: ranks
      case .reversed: ranks.map { $0.reversed() }
      case .lanesFirst:
        ranks.map { Array($0.suffix($0.count / 2) + $0.prefix($0.count - $0.count / 2)) }
      }
    }
  }

  struct Cost: Comparable {
    var crossings: Double
    var run: Double

    static func < (left: Cost, right: Cost) -> Bool {
      (left.crossings, left.run) < (right.crossings, right.run - 1e-9)
    }
  }

  private mutating func swept(
    rounds: Int,
    from known: (ranks: [[Int]], cost: Cost)?
  ) -> (ranks: [[Int]], cost: Cost) {
    var best = known ?? (ranks, cost())
    var idle = 0
    for round in 0..<rounds {
      let isForward = round.isMultiple(of: 2)
      let order = isForward ? Array(ranks.indices) : ranks.indices.reversed()
      // The later rounds listen to both sides.
      let isWide = round % 4 > 1
      for rank in order {
        sort(rank, byLeft: isForward || isWide, byRight: !isForward || isWide)
      }
      for rank in order { exchange(rank) }
      let value = cost()
      idle += 1
      if value < best.cost {
        best = (ranks, value)
        idle = 0
      }
      if idle == 4 { break }
    }
    return best
  }

  /// Brings positions and middles up to date with the order of a rank.
  private mutating func settle(_ rank: Int) {
    var top = 0.0
    var count = 0
    for unit in ranks[rank] {
      for item in layers.units[unit] {
        position[item] = count
        count += 1
        middle[item] = top + heights[item] / 2
        top += heights[item]
      }
    }
    for unit in ranks[rank] {
      for item in layers.units[unit] { middle[item] -= top / 2 }
    }
  }

  // MARK: Sorting

  private mutating func sort(_ rank: Int, byLeft: Bool, byRight: Bool) {
    let units = ranks[rank]
    guard units.count > 1 else { return }
    var wanted: [(value: Double, offset: Int, unit: Int)] = []
    wanted.reserveCapacity(units.count)
    for (offset, unit) in units.enumerated() {
      var sum = 0.0
      var weight = 0.0
      for item in layers.units[unit] {
        if byLeft { add(item, layers.left, &sum, &weight) }
        if byRight { add(item, layers.right, &sum, &weight) }
      }
      let value = weight > 0 ? sum / weight : middle[layers.units[unit][0]]
      wanted.append((value, offset, unit))
    }
    wanted.sort { ($0.value, $0.offset) < ($1.value, $1.offset) }
    ranks[rank] = wanted.map(\.unit)
    settle(rank)
  }

  private func add(_ item: Int, _ side: Neighbours, _ sum: inout Double, _ weight: inout Double) {
    for place in side.range(item) {
      sum += side.weights[place] * middle[side.targets[place]]
      weight += side.weights[place]
    }
  }

  // MARK: Trading places

  private mutating func exchange(_ rank: Int) {
    guard ranks[rank].count > 1 else { return }
    var units = ranks[rank].map { Reach($0, self) }
    var hasChanged = false
    for _ in 0..<6 {
      var improved = false
      for index in units.indices.dropLast() {
        let now = units[index].crossings(above: units[index + 1])
        let then = units[index + 1].crossings(above: units[index])
        guard then < now || then == now && units[index].wanted > units[index + 1].wanted + 1e-9
        else { continue }
        units.swapAt(index, index + 1)
        improved = true
      }
      guard improved else { break }
      hasChanged = true
    }
    guard hasChanged else { return }
    ranks[rank] = units.map(\.unit)
    settle(rank)
  }

  /// Where the links of a unit lead, on both sides, each sorted by place.
  private struct Reach {
    struct End {
      var place: Int
      var links: Double
    }

    var unit: Int
    var left: [End] = []
    var right: [End] = []
    /// The mean of the middles of all ends.
    var wanted = 0.0

    init(_ unit: Int, _ order: Ordering) {
      self.unit = unit
      let layers = order.layers
      var sum = 0.0
      var weight = 0.0
      for item in layers.units[unit] {
        for place in layers.left.range(item) {
          let end = layers.left.targets[place]
          left.append(End(place: order.position[end], links: layers.left.weights[place]))
        }
        for place in layers.right.range(item) {
          let end = layers.right.targets[place]
          right.append(End(place: order.position[end], links: layers.right.weights[place]))
        }
        order.add(item, layers.left, &sum, &weight)
        order.add(item, layers.right, &sum, &weight)
      }
      wanted = weight > 0 ? sum / weight : order.middle[layers.units[unit][0]]
      left.sort { $0.place < $1.place }
      right.sort { $0.place < $1.place }
    }

    /// How often the links of this unit cross those of another that stands below it.
    func crossings(above lower: Reach) -> Double {
      Self.crossings(left, lower.left) + Self.crossings(right, lower.right)
    }

    private static func crossings(_ upper: [End], _ lower: [End]) -> Double {
      var sum = 0.0
      var above = 0.0
      var next = 0
      for end in upper {
        while next < lower.count, lower[next].place < end.place {
          above += lower[next].links
          next += 1
        }
        sum += end.links * above
      }
      return sum
    }
  }

  // MARK: Counting

  private func cost() -> Cost {
    var crossings = 0.0
    for rank in ranks.indices.dropLast() { crossings += self.crossings(behind: rank) }
    let run = layers.segments.reduce(0.0) {
      $0 + Double($1.links) * abs(middle[$1.left] - middle[$1.right])
    }
    return Cost(crossings: crossings, run: run)
  }

  /// The crossings between a rank and the next one, each as often as there are links.
  ///
  /// Source: Barth, Jünger and Mutzel, “Simple and efficient bilayer cross counting”, 2002.
  private func crossings(behind rank: Int) -> Double {
    let width = ranks[rank + 1].reduce(0) { $0 + layers.units[$1].count }
    var tree = [Double](repeating: 0, count: width + 1)
    var total = 0.0
    var sum = 0.0
    for unit in ranks[rank] {
      for item in layers.units[unit] {
        let range = layers.right.range(item)
        for place in range {
          var node = position[layers.right.targets[place]] + 1
          var upTo = 0.0
          while node > 0 {
            upTo += tree[node]
            node &= node - 1
          }
          sum += layers.right.weights[place] * (total - upTo)
        }
        for place in range {
          let weight = layers.right.weights[place]
          var node = position[layers.right.targets[place]] + 1
          while node <= width {
            tree[node] += weight
            node += node & -node
          }
          total += weight
        }
      }
    }
    return sum
  }
}
