/// How high everything stands: cards level with what they are linked to, long links straight, and
/// nothing lower than the fullest rank needs.
struct VerticalPlacement {
  /// The middle of each item.
  private(set) var middles: [Double]
  /// What the cards take from top to bottom.
  private(set) var height: Double

  private let layers: Layers
  private let ranks: [[Int]]
  /// Half of what each item is high.
  private let halves: [Double]
  /// The least distance of the middles of an item and the one above it; 0 for the first.
  private let gaps: [Double]
  /// Where the middle of each item would be, were its rank centred and as tight as it can be.
  private let centred: [Double]

  /// - Parameters:
  ///   - ranks: the items of each rank, top to bottom.
  ///   - halves: half the height of each item.
  ///   - distance: the least distance between two items, the upper one given first.
  /// - Complexity: O(*v* + *e*): the number of rounds is fixed.
  init(_ layers: Layers, ranks: [[Int]], halves: [Double], distance: (Int, Int) -> Double) {
    self.layers = layers
    self.ranks = ranks
    self.halves = halves
    var gaps = Array(repeating: 0.0, count: halves.count)
    var centred = gaps
    var height = 0.0
    for items in ranks {
      var last: Int?
      var bottom = 0.0
      for item in items {
        if let last {
          gaps[item] = halves[last] + distance(last, item) + halves[item]
          centred[item] = centred[last] + gaps[item]
        } else {
          centred[item] = halves[item]
        }
        bottom = centred[item] + halves[item]
        last = item
      }
      for item in items { centred[item] -= bottom / 2 }
      height = max(height, bottom)
    }
    self.gaps = gaps
    self.centred = centred
    self.height = height
    middles = centred
    for round in 0..<Self.rounds { sweep(isForward: round.isMultiple(of: 2), frozen: nil) }
    let trunks = Trunks(layers, ranks: ranks)
    straighten(trunks)
    for round in 0..<4 {
      sweep(isForward: round.isMultiple(of: 2), frozen: trunks)
      shift(trunks)
    }
    sweep(isForward: true, frozen: trunks)
    for _ in 0..<2 { snap(trunks) }
    liftUnlinked()
    let top = topmost
    for item in middles.indices { middles[item] -= top }
    self.height = ranks.compactMap(\.last).map { middles[$0] + halves[$0] }.max() ?? 0
  }

  /// The cards of a table: each starts at the upper side of its row, and a row is as high as what is
  /// highest in it.
  ///
  /// - Complexity: O(*v* log *v*).
  init(_ layers: Layers, ranks: [[Int]], halves: [Double], rows: [Int], distance: Double) {
    self.layers = layers
    self.ranks = ranks
    self.halves = halves
    (gaps, centred) = (
      Array(repeating: 0, count: halves.count), Array(repeating: 0, count: halves.count)
    )
    var heights: [Int: Double] = [:]
    for (card, row) in rows.enumerated() {
      heights[row] = max(heights[row] ?? 0, 2 * halves[card])
    }
    var (tops, bottom): ([Int: Double], Double) = ([:], -distance)
    for (row, height) in heights.sorted(by: { $0.key < $1.key }) {
      tops[row] = bottom + distance
      bottom += distance + height
    }
    height = max(0, bottom)
    middles = Array(repeating: 0, count: halves.count)
    for (card, row) in rows.enumerated() { middles[card] = (tops[row] ?? 0) + halves[card] }
  }

  private static let rounds = 16

  /// The upper side of the uppermost item.
  private var topmost: Double {
    ranks.compactMap(\.first).map { middles[$0] - halves[$0] }.min() ?? 0
  }

  // MARK: Levelling

  /// Lets each rank follow its neighbours, all items of a rank at once.
  private mutating func sweep(isForward: Bool, frozen trunks: Trunks?) {
    let order = isForward ? Array(ranks.indices) : ranks.indices.reversed()
    for rank in order where !ranks[rank].isEmpty {
      let items = ranks[rank]
      var wanted: [Double] = []
      var weights: [Double] = []
      wanted.reserveCapacity(items.count)
      weights.reserveCapacity(items.count)
      for item in items {
        if let trunks, trunks.isFixed(item) {
          wanted.append(middles[item])
          weights.append(1e9)
          continue
        }
        var sum = centred[item] * Self.calm
        var weight = Self.calm
        pull(item, layers.left, &sum, &weight)
        pull(item, layers.right, &sum, &weight)
        gather(item, &sum, &weight)
        wanted.append(sum / weight)
        weights.append(weight)
      }
      let low = -height / 2 + (items.first.map { halves[$0] } ?? 0)
      let high = height / 2 - (items.last.map { halves[$0] } ?? 0)
      let places = spread(
        wanted,
        weights: weights,
        gaps: items.map { gaps[$0] },
        bounds: low...max(low, high)
      )
      for (item, place) in zip(items, places) where trunks?.isFixed(item) != true {
        middles[item] = place
      }
    }
  }

  /// How much an item insists on its place in a tight and centred rank, beside 1 for a link.
  private static let calm = 0.08

  private func pull(
    _ item: Int,
    _ side: Neighbours,
    _ sum: inout Double,
    _ weight: inout Double
  ) {
    for place in side.range(item) {
      let other = side.targets[place]
      // Bends within a lane are the ugliest, those beside cards the least ugly.
      let stiffness: Double =
        switch (layers.isLane(item), layers.isLane(other)) {
        case (true, true): 6
        case (false, false): 1
        default: 2
        }
      // Eight links that run together are not eight times as important.
      let share = stiffness * side.weights[place].squareRoot()
      sum += share * middles[other]
      weight += share
    }
  }

  /// Draws the cards of a stack together.
  private func gather(_ item: Int, _ sum: inout Double, _ weight: inout Double) {
    let stack = layers.units[layers.unit[item]]
    guard stack.count > 1 else { return }
    var middle = 0.0
    var tight = 0.0
    for card in stack {
      middle += middles[card]
      tight += centred[card]
    }
    let share = Self.cohesion
    sum += share * (centred[item] + (middle - tight) / Double(stack.count))
    weight += share
  }

  /// How much a card insists on its place in its stack.
  private static let cohesion = 6.0

  // MARK: Straightening

  /// Makes each trunk level, and pushes apart what stands in its way: the mean of pushing everything
  /// down and of pushing everything up.
  private mutating func straighten(_ trunks: Trunks) {
    let count = trunks.members.count
    guard count > 0 else { return }
    var wanted = trunks.members.map { members in
      members.reduce(0) { $0 + middles[$1] } / Double(members.count)
    }
    let order = trunks.topDown
    // Where each could be at most and at least, since a page has an end.
    var low = Array(repeating: 0.0, count: count)
    for group in order {
      low[group] =
        trunks.members[group].map { item in
          trunks.above[item].map { low[trunks.group[$0]] + gaps[item] } ?? halves[item]
        }.max() ?? 0
    }
    var high = Array(repeating: 0.0, count: count)
    for group in order.reversed() {
      high[group] =
        trunks.members[group].map { item in
          trunks.below[item].map { high[trunks.group[$0]] - gaps[$0] } ?? -halves[item]
        }.min() ?? 0
    }
    let needed = (0..<count).map { low[$0] - high[$0] }.max() ?? 0
    height = max(height, needed)
    for group in 0..<count {
      let range = (low[group] - height / 2)...(high[group] + height / 2 + 1e-6)
      wanted[group] = min(max(wanted[group], range.lowerBound), range.upperBound)
    }
    var down = wanted
    for group in order {
      for item in trunks.members[group] {
        guard let above = trunks.above[item] else { continue }
        down[group] = max(down[group], down[trunks.group[above]] + gaps[item])
      }
    }
    var up = wanted
    for group in order.reversed() {
      for item in trunks.members[group] {
        guard let below = trunks.below[item] else { continue }
        up[group] = min(up[group], up[trunks.group[below]] - gaps[below])
      }
    }
    for (item, group) in trunks.group.enumerated() {
      middles[item] = (down[group] + up[group]) / 2
    }
  }

  /// Where a group can stand while its neighbours stay where they are.
  private func room(of members: [Int], _ trunks: Trunks) -> (low: Double, high: Double) {
    var (low, high) = (-Double.infinity, Double.infinity)
    for item in members {
      let above = trunks.above[item].map { middles[$0] + gaps[item] }
      let below = trunks.below[item].map { middles[$0] - gaps[$0] }
      low = max(low, above ?? halves[item] - height / 2)
      high = min(high, below ?? height / 2 - halves[item])
    }
    return (low, high)
  }

  /// Moves each trunk to where its ends pull it, as far as its neighbours let it.
  private mutating func shift(_ trunks: Trunks) {
    for members in trunks.members where members.count > 1 {
      let (low, high) = room(of: members, trunks)
      var sum = 0.0
      var weight = 0.0
      for item in members {
        for side in [layers.left, layers.right] {
          for place in side.range(item) {
            let other = side.targets[place]
            guard trunks.group[other] != trunks.group[item] else { continue }
            sum += side.weights[place].squareRoot() * middles[other]
            weight += side.weights[place].squareRoot()
          }
        }
      }
      guard weight > 0, low < high else { continue }
      let place = min(max(sum / weight, low), high)
      for item in members { middles[item] = place }
    }
  }

  /// Moves whatever is nearly level with the other end of a link, and free to be quite so.
  private mutating func snap(_ trunks: Trunks) {
    for members in trunks.members {
      let (low, high) = room(of: members, trunks)
      guard low < high else { continue }
      let now = middles[members[0]]
      var ends: [(place: Double, weight: Double)] = []
      for item in members {
        for side in [layers.left, layers.right] {
          for place in side.range(item) {
            let other = side.targets[place]
            guard trunks.group[other] != trunks.group[item] else { continue }
            ends.append((middles[other], side.weights[place]))
          }
        }
      }
      func level(at place: Double) -> Double {
        ends.reduce(0) { abs($1.place - place) < 0.01 ? $0 + $1.weight : $0 }
      }
      let near = ends.filter {
        abs($0.place - now) < Self.nearly && (low...high).contains($0.place)
      }
      var best = (place: now, weight: level(at: now))
      for end in near {
        let weight = level(at: end.place)
        if weight > best.weight { best = (end.place, weight) }
      }
      for item in members { middles[item] = best.place }
    }
  }

  /// The rise of a line that looks like a mistake rather than a bend.
  private static let nearly = 16.0

  /// Ranks that nothing leads to are lists, and lists start at the top.
  private mutating func liftUnlinked() {
    let top = topmost
    for items in ranks {
      let isLinked = items.contains {
        !layers.left.range($0).isEmpty || !layers.right.range($0).isEmpty
      }
      guard !isLinked, let first = items.first else { continue }
      let lift = middles[first] - halves[first] - top
      for item in items { middles[item] -= lift }
    }
  }
}
