/// Draws the lines of the links.
///
/// A line bends only in the gaps between ranks, where no card is, and runs level through ranks, in a
/// lane that was kept free for it. So no line can pass through a card.
struct Routing {
  let diagram: Diagram
  let layers: Layers
  let cards: [Box]
  let middles: [Double]
  let horizontal: HorizontalPlacement
  let inner: InnerLinks

  /// The lines, in the order of the links.
  func routes() -> [Route] {
    let shifts = parallelShifts()
    var routes = diagram.links.indices.map { index in
      let isInner = layers.paths[index].isEmpty
      return isInner ? innerRoute(index, shift: shifts[index]) : across(index, shift: shifts[index])
    }
    partLabels(&routes)
    return routes
  }

  /// Links with both ends in common leave and enter beside each other.
  private func parallelShifts() -> [Double] {
    var groups: [[Int]: [Int]] = [:]
    for (index, link) in diagram.links.enumerated() {
      groups[[min(link.from, link.to), max(link.from, link.to)], default: []].append(index)
    }
    var shifts = Array(repeating: 0.0, count: diagram.links.count)
    for (ends, members) in groups where members.count > 1 {
      let room = (ends.map { cards[$0].height }.min() ?? 0) - 10
      let step = min(Distance.parallels, max(0, room) / Double(members.count - 1))
      for (place, link) in members.enumerated() {
        shifts[link] = (Double(place) - Double(members.count - 1) / 2) * step
      }
    }
    return shifts
  }

  // MARK: From rank to rank

  private func across(_ index: Int, shift: Double) -> Route {
    let link = diagram.links[index]
    let path = layers.paths[index]
    let (left, right) = (path[0], path[path.count - 1])
    let isBackward = left == link.to
    let start = Point(x: cards[left].right, y: middles[left] + shift)
    let end = Point(x: cards[right].left, y: middles[right] + shift)
    let hasStart = isBackward ? link.hasHead : link.hasTail
    let hasEnd = isBackward ? link.hasTail : link.hasHead
    var line = Pen(from: Point(x: start.x + (hasStart ? Distance.arrow : 0), y: start.y))
    var label: Point?
    for item in path.dropFirst() {
      let range = bends(before: layers.rank[item])
      let y = item == right ? end.y : middles[item]
      if label == nil, link.label != .zero {
        let ends = (layers.right.range(path[0]).count, layers.left.range(item).count)
        label = labelPlace(link.label, line.last.y, y, range, isAtRight: ends.0 > ends.1)
      }
      line.bend(to: y, over: range)
    }
    line.run(to: end.x - (hasEnd ? Distance.arrow : 0))
    let joinsAtRight = layers.joinsAtRight[index]
    return Route(
      points: joinsAtRight ? line.points.reversed() : line.points,
      start: joinsAtRight ? end : start,
      end: joinsAtRight ? start : end,
      startsAtHead: joinsAtRight != isBackward,
      label: label
    )
  }

  /// Where lines bend in the gap before a rank; the same for all, so that two of them cross once or
  /// not at all.
  private func bends(before rank: Int) -> ClosedRange<Double> {
    let gap = horizontal.gaps[rank]
    let room = gap.upperBound - gap.lowerBound
    return gap.lowerBound + min(8, room * 0.2)...gap.upperBound - min(10, room * 0.25)
  }

  // MARK: Inside a rank

  /// How far a curve from one card to another leaves their rank.
  static func bulge(_ rise: Double) -> Double { min(44, 16 + abs(rise) * 0.08) }

  private func innerRoute(_ index: Int, shift: Double) -> Route {
    let link = diagram.links[index]
    let (from, to) = (cards[link.from], cards[link.to])
    let tail = link.hasTail ? Distance.arrow : 0
    let head = link.hasHead ? Distance.arrow : 0
    let gaps = horizontal.gaps
    let rank = layers.rank[link.from]
    switch inner.courses[index] {
    case .loop:
      let room = min(6, from.height / 4) + abs(shift)
      return curve(
        index,
        from: Point(x: from.right, y: from.middle.y - room),
        to: Point(x: from.right, y: from.middle.y + room),
        edge: gaps[rank + 1].lowerBound,
        reach: Self.bulge(0)
      )
    case .right:
      return curve(
        index,
        from: Point(x: from.right, y: from.middle.y + shift),
        to: Point(x: to.right, y: to.middle.y + shift),
        edge: gaps[rank + 1].lowerBound,
        reach: Self.bulge(from.middle.y - to.middle.y)
      )
    case .left:
      return curve(
        index,
        from: Point(x: from.left, y: from.middle.y + shift),
        to: Point(x: to.left, y: to.middle.y + shift),
        edge: gaps[rank].upperBound,
        reach: -Self.bulge(from.middle.y - to.middle.y)
      )
    case .straight, nil:
      let isDown = from.top < to.top
      let x = from.middle.x + shift
      let start = Point(x: x, y: isDown ? from.bottom : from.top)
      let end = Point(x: x, y: isDown ? to.top : to.bottom)
      let sign: Double = isDown ? 1 : -1
      return Route(
        points: Pen.straight(
          Point(x: x, y: start.y + sign * tail),
          Point(x: x, y: end.y - sign * head)
        ),
        start: start,
        end: end
      )
    }
  }

  /// A curve out of the rank at `edge` and back into it.
  private func curve(
    _ index: Int,
    from: Point,
    to: Point,
    edge: Double,
    reach: Double
  ) -> Route {
    let link = diagram.links[index]
    let sign: Double = reach < 0 ? -1 : 1
    let tail = sign * (link.hasTail ? Distance.arrow : 0)
    let head = sign * (link.hasHead ? Distance.arrow : 0)
    var line = Pen(from: Point(x: from.x + tail, y: from.y))
    line.run(to: edge + tail)
    line.turn(to: Point(x: edge + head, y: to.y), reach: reach)
    line.run(to: to.x + head)
    let width = link.label.width
    return Route(
      points: line.points,
      start: from,
      end: to,
      label: link.label == .zero
        ? nil : Point(x: edge + sign * (width / 2 + 8), y: (from.y + to.y) / 2)
    )
  }

  // MARK: Labels

  /// The middle of a label on a bend, near the end with fewer lines, where these are apart.
  private func labelPlace(
    _ size: Size,
    _ start: Double,
    _ end: Double,
    _ range: ClosedRange<Double>,
    isAtRight: Bool
  ) -> Point {
    let half = size.width / 2 + 5
    let x =
      isAtRight
      ? max(range.upperBound - half, range.lowerBound)
      : min(range.lowerBound + half, range.upperBound)
    let share = (x - range.lowerBound) / (range.upperBound - range.lowerBound)
    // Close to the curve, which starts and ends level.
    return Point(x: x, y: start + (end - start) * share * share * (3 - 2 * share))
  }

  /// Moves labels that stand in one gap apart.
  private func partLabels(_ routes: inout [Route]) {
    var gaps: [Int: [Int]] = [:]
    for (index, route) in routes.enumerated() {
      guard let label = route.label else { continue }
      let gap = horizontal.gaps.firstIndex { $0.contains(label.x) }
      gaps[gap ?? -1, default: []].append(index)
    }
    for members in gaps.values where members.count > 1 {
      let sorted = members.sorted {
        (routes[$0].label?.y ?? 0, $0) < (routes[$1].label?.y ?? 0, $1)
      }
      let heights = sorted.map { diagram.links[$0].label.height }
      let places = spread(
        sorted.map { routes[$0].label?.y ?? 0 },
        weights: sorted.map { _ in 1 },
        gaps: heights.indices.map { $0 == 0 ? 0 : (heights[$0 - 1] + heights[$0]) / 2 + 1 },
        bounds: 0...Double.infinity
      )
      for (index, y) in zip(sorted, places) { routes[index].label?.y = y }
    }
  }
}
