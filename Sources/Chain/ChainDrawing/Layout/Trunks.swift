/// What has to stay level: the lanes of one trunk as far as no other trunk crosses it, and every
/// other item by itself.
struct Trunks {
  /// The items of each group, left to right.
  private(set) var members: [[Int]]
  /// The group of each item.
  private(set) var group: [Int]
  /// The neighbours of each item in its rank.
  private(set) var above: [Int?]
  private(set) var below: [Int?]
  /// The groups, such that each follows those that stand above it anywhere.
  private(set) var topDown: [Int] = []

  init(_ layers: Layers, ranks: [[Int]]) {
    let count = layers.rank.count
    above = Array(repeating: nil, count: count)
    below = above
    var position = Array(repeating: 0, count: count)
    for items in ranks {
      for (upper, lower) in zip(items, items.dropFirst()) {
        above[lower] = upper
        below[upper] = lower
      }
      for (place, item) in items.enumerated() { position[item] = place }
    }
    group = Array(repeating: -1, count: count)
    members = []
    for items in ranks {
      // Of two trunks that cross here, the upper one goes on level.
      var lowest = -1
      for item in items {
        let before = layers.isLane(item) ? Self.previous(item, in: layers) : nil
        if let before, position[before] > lowest {
          lowest = position[before]
          group[item] = group[before]
          members[group[before]].append(item)
        } else {
          group[item] = members.count
          members.append([item])
        }
      }
    }
    sortGroups()
  }

  /// Whether the item has to stay where its trunk is.
  func isFixed(_ item: Int) -> Bool { members[group[item]].count > 1 }

  /// The lane before a lane of the same trunk.
  private static func previous(_ item: Int, in layers: Layers) -> Int? {
    let own = layers.trunk[item - layers.cardCount]
    for place in layers.left.range(item) {
      let other = layers.left.targets[place]
      if layers.isLane(other), layers.trunk[other - layers.cardCount] == own { return other }
    }
    return nil
  }

  private mutating func sortGroups() {
    var waiting = members.map { $0.count { above[$0] != nil } }
    topDown = members.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < topDown.count {
      for item in members[topDown[next]] {
        guard let lower = below[item] else { continue }
        waiting[group[lower]] -= 1
        if waiting[group[lower]] == 0 { topDown.append(group[lower]) }
      }
      next += 1
    }
  }
}
