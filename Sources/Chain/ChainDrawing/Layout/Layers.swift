/// The cards and lanes of a page, rank by rank.
///
/// A link that spans ranks gets a lane through each of those between: a place between the cards
/// where its line passes. Links of one look that share a card share their lanes.
struct Layers: Sendable {
  /// The number of cards; higher items are lanes.
  let cardCount: Int
  /// The rank of each item.
  private(set) var rank: [Int]
  /// For each lane (counted from the first), the trunk that it belongs to.
  private(set) var trunk: [Int] = []
  /// For each link, its items from left to right; empty where the link stays in a rank.
  private(set) var paths: [[Int]]
  /// For each link, whether it shares its lanes with others at its right end rather than its left.
  private(set) var joinsAtRight: [Bool]
  /// The pieces of links between the items of neighbouring ranks.
  private(set) var segments: [Segment] = []
  /// Things that keep together in their rank: lanes, cards, runs of cards.
  private(set) var units: [[Int]]
  /// The unit of each item.
  private(set) var unit: [Int]
  private(set) var rankCount: Int
  private(set) var left: Neighbours
  private(set) var right: Neighbours

  struct Segment: Sendable {
    var left: Int
    var right: Int
    /// The links that run here.
    var links: Int
  }

  /// - Parameter ranks: the ranks of the page, left to right.
  init(_ ranks: [Layering.Rank], links: [Diagram.Link], cardCount: Int) {
    self.cardCount = cardCount
    rankCount = ranks.count
    rank = Array(repeating: 0, count: cardCount)
    unit = Array(repeating: 0, count: cardCount)
    units = []
    for (index, entry) in ranks.enumerated() {
      for stack in entry.stacks {
        for card in stack {
          rank[card] = index
          unit[card] = units.count
        }
        units.append(stack)
      }
    }
    paths = Array(repeating: [], count: links.count)
    joinsAtRight = Array(repeating: false, count: links.count)
    left = Neighbours(count: 0, entries: [])
    right = left
    layLanes(links)
    left = Neighbours(
      count: rank.count,
      entries: segments.map { ($0.right, $0.left, Double($0.links)) }
    )
    right = Neighbours(
      count: rank.count,
      entries: segments.map { ($0.left, $0.right, Double($0.links)) }
    )
  }

  func isLane(_ item: Int) -> Bool { item >= cardCount }

  /// What decides whether two links may run together.
  private struct Bundle: Hashable {
    var card: Int
    var look: Int
    var isAtRight: Bool
    var isBackward: Bool
  }

  private struct Stop: Hashable {
    var bundle: Int
    var rank: Int
  }

  private struct Ends: Hashable {
    var left: Int
    var right: Int
  }

  private mutating func layLanes(_ links: [Diagram.Link]) {
    func bundle(_ link: Diagram.Link, atRight: Bool) -> Bundle {
      let isBackward = rank[link.from] > rank[link.to]
      return Bundle(
        card: isBackward != atRight ? link.to : link.from,
        look: link.look,
        isAtRight: atRight,
        isBackward: isBackward
      )
    }
    var sizes: [Bundle: Int] = [:]
    for link in links where abs(rank[link.from] - rank[link.to]) > 1 {
      for atRight in [false, true] { sizes[bundle(link, atRight: atRight), default: 0] += 1 }
    }
    var numbers: [Bundle: Int] = [:]
    var lanes: [Stop: Int] = [:]
    var found: [Ends: Int] = [:]
    for (index, link) in links.enumerated() {
      let isBackward = rank[link.from] > rank[link.to]
      let ends = isBackward ? (link.to, link.from) : (link.from, link.to)
      guard rank[ends.0] != rank[ends.1] else { continue }
      var path = [ends.0]
      if rank[ends.1] - rank[ends.0] > 1 {
        let (atLeft, atRight) = (bundle(link, atRight: false), bundle(link, atRight: true))
        joinsAtRight[index] = sizes[atRight, default: 0] > sizes[atLeft, default: 0]
        let chosen = joinsAtRight[index] ? atRight : atLeft
        let number = numbers[chosen] ?? numbers.count
        numbers[chosen] = number
        for stop in rank[ends.0] + 1..<rank[ends.1] {
          let key = Stop(bundle: number, rank: stop)
          let lane = lanes[key] ?? rank.count
          if lane == rank.count {
            lanes[key] = lane
            rank.append(stop)
            trunk.append(number)
            unit.append(units.count)
            units.append([lane])
          }
          path.append(lane)
        }
      }
      path.append(ends.1)
      for (from, to) in zip(path, path.dropFirst()) {
        let key = Ends(left: from, right: to)
        if let known = found[key] {
          segments[known].links += 1
        } else {
          found[key] = segments.count
          segments.append(Segment(left: from, right: to, links: 1))
        }
      }
      paths[index] = path
    }
  }
}

/// For each item, the items that it has segments to, with the number of links on each.
struct Neighbours: Sendable {
  private var starts: [Int]
  private(set) var targets: [Int]
  private(set) var weights: [Double]

  init(count: Int, entries: [(from: Int, to: Int, weight: Double)]) {
    starts = Array(repeating: 0, count: count + 1)
    for entry in entries { starts[entry.from + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    targets = Array(repeating: 0, count: entries.count)
    weights = Array(repeating: 0, count: entries.count)
    for entry in entries {
      targets[next[entry.from]] = entry.to
      weights[next[entry.from]] = entry.weight
      next[entry.from] += 1
    }
  }

  /// The places of an item's neighbours in `targets` and `weights`.
  func range(_ item: Int) -> Range<Int> { starts[item]..<starts[item + 1] }
}
