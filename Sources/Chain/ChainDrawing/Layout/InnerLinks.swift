/// The links that stay in a rank.
struct InnerLinks {
  /// How such a link runs.
  enum Course {
    /// Straight from one card to the one below or above it.
    case straight
    /// Through the gap at the right of the rank.
    case right
    /// Through the gap at the left of the rank.
    case left
    /// From a card to itself, at its right.
    case loop
  }

  /// For each link that stays in a rank, its course.
  private(set) var courses: [Int: Course] = [:]
  private let arrows: Set<Pair>

  private struct Pair: Hashable {
    var upper: Int
    var lower: Int
  }

  init(_ diagram: Diagram, _ layers: Layers, ranks: [[Int]]) {
    var place = Array(repeating: 0, count: diagram.cards.count)
    for items in ranks {
      for (index, card) in items.lazy.filter({ !layers.isLane($0) }).enumerated() {
        place[card] = index
      }
    }
    var arrows: Set<Pair> = []
    for (index, link) in diagram.links.enumerated() where layers.paths[index].isEmpty {
      let (from, to) = (place[link.from], place[link.to])
      if from == to {
        courses[index] = .loop
      } else if abs(from - to) == 1, link.label == .zero {
        courses[index] = .straight
        arrows.insert(
          from < to
            ? Pair(upper: link.from, lower: link.to) : Pair(upper: link.to, lower: link.from)
        )
      } else {
        courses[index] = from < to ? .right : .left
      }
    }
    self.arrows = arrows
  }

  /// What two cards above each other need between them.
  func room(between upper: Int, _ lower: Int) -> Double {
    arrows.contains(Pair(upper: upper, lower: lower)) ? Distance.arrowDown : 0
  }
}
