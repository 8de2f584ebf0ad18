/// Where the links of the units of a rank lead, while the ranks beside it keep their order; units
/// are counted from the top.
struct Reach {
  /// The other ends of a unit's links, those at its left, then those at its right, each sorted by
  /// place.
  private var ends: [End] = []
  /// For each unit, where its ends start, and where those at its right start.
  private var starts: [Int] = [0]
  private var turns: [Int] = []
  /// The mean of the middles of all ends.
  private var wanted: [Double] = []

  private struct End {
    var place: Int
    var links: Double
  }

  init(_ units: [Int], _ order: Ordering) {
    let layers = order.layers
    for unit in units {
      var sum = 0.0
      var weight = 0.0
      for side in [layers.left, layers.right] {
        let start = ends.count
        for item in layers.units[unit] {
          for place in side.range(item) {
            insert(
              End(place: order.position[side.targets[place]], links: side.weights[place]),
              from: start
            )
          }
          order.add(item, side, &sum, &weight)
        }
        if turns.count < starts.count { turns.append(ends.count) }
      }
      starts.append(ends.count)
      wanted.append(weight > 0 ? sum / weight : order.middle[layers.units[unit][0]])
    }
  }

  private mutating func insert(_ end: End, from start: Int) {
    var place = ends.count
    ends.append(end)
    while place > start, ends[place - 1].place > end.place {
      ends[place] = ends[place - 1]
      place -= 1
    }
    ends[place] = end
  }

  /// How often the links of two units cross: with the first above the second, and the other way
  /// round.
  private func crossings(_ one: Int, _ two: Int) -> (now: Double, then: Double) {
    var (now, then) = (0.0, 0.0)
    for (first, second) in [
      (starts[one]..<turns[one], starts[two]..<turns[two]),
      (turns[one]..<starts[one + 1], turns[two]..<starts[two + 1]),
    ] where !first.isEmpty && !second.isEmpty {
      var total = 0.0
      for place in second { total += ends[place].links }
      var (below, upTo) = (0.0, 0.0)
      var (next, same) = (second.lowerBound, second.lowerBound)
      for place in first {
        let end = ends[place]
        while next < second.upperBound, ends[next].place < end.place {
          below += ends[next].links
          next += 1
        }
        while same < second.upperBound, ends[same].place <= end.place {
          upTo += ends[same].links
          same += 1
        }
        now += end.links * below
        then += end.links * (total - upTo)
      }
    }
    return (now, then)
  }

  /// The order in which each unit has the place that is best while the others keep theirs; `nil`
  /// where that is the present one.
  ///
  /// Source: Matuszewski, Schönfeld and Molitor, “Using sifting for k-layer straightline crossing
  /// minimization”, 1999.
  func sifted() -> [Int]? {
    let count = wanted.count
    // What it costs more to have the first above the second than below it.
    var cost = [Double](repeating: 0, count: count * count)
    for one in 0..<count {
      for two in one + 1..<count {
        let (now, then) = crossings(one, two)
        cost[one * count + two] = now - then
        cost[two * count + one] = then - now
      }
    }
    var order = Array(0..<count)
    var hasChanged = false
    for _ in 0..<4 {
      var improved = false
      for unit in 0..<count {
        guard let place = order.firstIndex(of: unit) else { continue }
        order.remove(at: place)
        let ideal = order.count { wanted[$0] < wanted[unit] }
        var best = (cost: 0.0, place: 0, off: ideal)
        var sum = 0.0
        var present = 0.0
        for index in 0..<count {
          let off = abs(index - ideal)
          if sum < best.cost || sum == best.cost && off < best.off { best = (sum, index, off) }
          if index == place { present = sum }
          if index < count - 1 { sum += cost[order[index] * count + unit] }
        }
        let isBetter = best.cost < present || best.off < abs(place - ideal)
        order.insert(unit, at: isBetter ? best.place : place)
        guard isBetter, best.place != place else { continue }
        improved = true
      }
      guard improved else { break }
      hasChanged = true
    }
    return hasChanged ? order : nil
  }

  /// The order after neighbours have traded places where that helps; `nil` where it nowhere does.
  func exchanged() -> [Int]? {
    var order = Array(wanted.indices)
    var hasChanged = false
    for _ in 0..<6 {
      var improved = false
      for index in order.indices.dropLast() {
        let (upper, lower) = (order[index], order[index + 1])
        let (now, then) = crossings(upper, lower)
        guard then < now || then == now && wanted[upper] > wanted[lower] + 1e-9 else { continue }
        order.swapAt(index, index + 1)
        improved = true
      }
      guard improved else { break }
      hasChanged = true
    }
    return hasChanged ? order : nil
  }
}
