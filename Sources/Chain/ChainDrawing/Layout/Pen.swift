/// Draws a line from left to right as a cubic Bézier curve.
struct Pen {
  private(set) var points: [Point]
  /// Where the next piece starts; the straight piece up to there is drawn when something follows that
  /// is not straight.
  private var pending: Point

  init(from start: Point) {
    points = [start]
    pending = start
  }

  var last: Point { pending }

  /// Goes on level.
  mutating func run(to x: Double) {
    pending.x = x
    draw()
  }

  /// Swings to another height over a stretch, level at both ends.
  mutating func bend(to y: Double, over range: ClosedRange<Double>) {
    guard abs(y - pending.y) > 0.2 else { return }
    pending.x = range.lowerBound
    draw()
    let reach = (range.upperBound - range.lowerBound) * 0.52
    append(
      Point(x: range.lowerBound + reach, y: pending.y),
      Point(x: range.upperBound - reach, y: y),
      Point(x: range.upperBound, y: y)
    )
  }

  /// Swings out sideways and back.
  mutating func turn(to end: Point, reach: Double) {
    draw()
    // A cubic curve reaches three quarters of the way to its control points.
    let swing = reach / 0.75
    append(Point(x: pending.x + swing, y: pending.y), Point(x: pending.x + swing, y: end.y), end)
  }

  /// A straight line.
  static func straight(_ start: Point, _ end: Point) -> [Point] {
    func between(_ share: Double) -> Point {
      Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
    }
    return [start, between(1 / 3), between(2 / 3), end]
  }

  private mutating func draw() {
    guard let drawn = points.last, abs(drawn.x - pending.x) > 0.01 else { return }
    points += Self.straight(drawn, Point(x: pending.x, y: drawn.y)).dropFirst()
  }

  private mutating func append(_ first: Point, _ second: Point, _ end: Point) {
    points += [first, second, end]
    pending = end
  }
}
