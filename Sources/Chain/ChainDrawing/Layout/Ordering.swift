/// Which item of a rank stands above which: such that links cross little, then stay level.
///
/// Ranks are sorted by the mean place of their neighbours, back and forth, and neighbours in a rank
/// trade places where that removes crossings. Source: Sugiyama, Tagawa and Toda, “Methods for visual
/// understanding of hierarchical system structures”, 1981; Gansner et al., “A technique for drawing
/// directed graphs”, 1993.
struct Ordering {
  /// The units of each rank, top to bottom.
  private(set) var ranks: [[Int]]

  let layers: Layers
  private let heights: [Double]
  /// The place of each item in its rank.
  private(set) var position: [Int]
  /// Whether a rank or one beside it changed since the last search for better places in it.
  private var isStale: [Bool]
  /// The middle of each item, with every rank centred on 0.
  private(set) var middle: [Double]

  /// Orders the units; where nothing speaks for an order, the given one stays.
  ///
  /// - Parameter heights: what each item takes of its rank's height.
  /// - Complexity: O(*e* log *v*) a round, and the number of rounds has a bound.
  init(_ layers: Layers, heights: [Double]) {
    self.layers = layers
    self.heights = heights
    ranks = Array(repeating: [], count: layers.rankCount)
    position = Array(repeating: 0, count: layers.rank.count)
    isStale = Array(repeating: true, count: layers.rankCount)
    middle = Array(repeating: 0, count: layers.rank.count)
    for (unit, items) in layers.units.enumerated() {
      ranks[layers.rank[items[0]]].append(unit)
    }
    let given = ranks
    var best: (ranks: [[Int]], cost: Cost)?
    for start in 0..<Self.starts(layers.segments.count) {
      begin(given, start: start)
      let found = refined(swept(rounds: 8))
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
      if found.cost.crossings == 0 { break }
    }
    if let best { ranks = best.ranks }
    for rank in ranks.indices {
      arrangeLoose(rank)
      settle(rank)
    }
  }

  /// How many orders the ranks are sorted from: each leads to another of the many that no single step
  /// improves, and small pictures have the time.
  private static func starts(_ segments: Int) -> Int {
    segments <= 400 ? 6 : segments <= 1_000 ? 3 : 1
  }

  /// The items of each rank, top to bottom.
  var items: [[Int]] { ranks.map { $0.flatMap { layers.units[$0] } } }

  /// Sets out from the given order, its reverse, or one that is shuffled, always in the same way.
  private mutating func begin(_ given: [[Int]], start: Int) {
    ranks = given
    for rank in ranks.indices {
      switch start {
      case 0: break
      case 1: ranks[rank].reverse()
      default:
        let key = { (unit: Int) in (unit &+ 1) &* (start &* 7_368_787 &+ 1) % 7919 }
        ranks[rank].sort { (key($0), $0) < (key($1), $1) }
      }
      settle(rank)
    }
  }

  struct Cost: Comparable {
    var crossings: Double
    var run: Double

    static func < (left: Cost, right: Cost) -> Bool {
      (left.crossings, left.run) < (right.crossings, right.run - 1e-9)
    }
  }

  /// The best order that sorting the ranks back and forth comes upon.
  private mutating func swept(rounds: Int) -> (ranks: [[Int]], cost: Cost) {
    var best = (ranks: ranks, cost: cost())
    var idle = 0
    for round in 0..<rounds where idle < 4 {
      let isForward = round.isMultiple(of: 2)
      let order = isForward ? Array(ranks.indices) : ranks.indices.reversed()
      // Every other pair of rounds listens to both sides.
      let isWide = round % 4 > 1
      for rank in order {
        sort(rank, byLeft: isForward || isWide, byRight: !isForward || isWide)
      }
      let value = cost()
      idle += 1
      if value < best.cost {
        best = (ranks, value)
        idle = 0
      }
    }
    return best
  }

  /// An order after single units have gone to better places, as long as there are any.
  private mutating func refined(
    _ start: (ranks: [[Int]], cost: Cost)
  ) -> (ranks: [[Int]], cost: Cost) {
    var best = start
    ranks = best.ranks
    for rank in ranks.indices { settle(rank) }
    for round in 0..<8 {
      let order = round.isMultiple(of: 2) ? Array(ranks.indices) : ranks.indices.reversed()
      for rank in order { exchange(rank) }
      let value = cost()
      guard value < best.cost else { break }
      best = (ranks, value)
    }
    return best
  }

  /// Brings positions and middles up to date with the order of a rank.
  private mutating func settle(_ rank: Int) {
    for index in max(0, rank - 1)...min(ranks.count - 1, rank + 1) { isStale[index] = true }
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

  /// Puts single cards without links into the given order, in the places that such cards have: no
  /// crossing speaks for another order, and readers count down the column.
  private mutating func arrangeLoose(_ rank: Int) {
    let places = ranks[rank].indices.filter { place in
      let items = layers.units[ranks[rank][place]]
      return items.count == 1 && layers.left.range(items[0]).isEmpty
        && layers.right.range(items[0]).isEmpty
    }
    for (place, unit) in zip(places, places.map { ranks[rank][$0] }.sorted()) {
      ranks[rank][place] = unit
    }
  }

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

  func add(_ item: Int, _ side: Neighbours, _ sum: inout Double, _ weight: inout Double) {
    for place in side.range(item) {
      sum += side.weights[place] * middle[side.targets[place]]
      weight += side.weights[place]
    }
  }

  // MARK: Trading places

  private mutating func exchange(_ rank: Int) {
    let count = ranks[rank].count
    guard count > 1, isStale[rank] else { return }
    isStale[rank] = false
    let reach = Reach(ranks[rank], self)
    let order = count <= Self.siftedCount ? reach.sifted() : reach.exchanged()
    guard let order else { return }
    ranks[rank] = order.map { ranks[rank][$0] }
    settle(rank)
    isStale[rank] = false
  }

  /// Ranks of up to this many units are searched for the best place of each.
  private static let siftedCount = 48

  // MARK: Counting

  func cost() -> Cost {
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
