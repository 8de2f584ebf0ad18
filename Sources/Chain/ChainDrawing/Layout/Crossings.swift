/// Counts where lines cross, however they were made.
enum Crossings {
  /// How often links that share no card cross. Links that share a card are not counted against each
  /// other: they must meet there.
  ///
  /// - Complexity: near-linear in lines and crossings for lines that spread evenly over a page.
  static func count(_ curves: [PictureLayout.Curve]) -> Int {
    var numbers: [String: Int] = [:]
    func number(_ id: String) -> Int {
      let number = numbers[id] ?? numbers.count
      numbers[id] = number
      return number
    }
    let ends = curves.map { (number($0.from), number($0.to)) }
    return Grid(pieces(of: curves)).crossings { one, two in
      let (a, b) = (ends[one], ends[two])
      return a.0 != b.0 && a.0 != b.1 && a.1 != b.0 && a.1 != b.1
    }
  }

  /// A straight piece of a line.
  struct Piece {
    var link: Int
    var start: Point
    var end: Point
  }

  /// The lines as straight pieces. Each is broken at places of its own, so that lines that cross
  /// halfway do not meet in two corners.
  static func pieces(of curves: [PictureLayout.Curve]) -> [Piece] {
    let steps = 12
    var pieces: [Piece] = []
    for (link, curve) in curves.enumerated() {
      let shift = Double(link &* 7919 % 1000) / 1000 * 0.8 + 0.1
      let points = curve.points
      for base in stride(from: 0, to: points.count - 3, by: 3) {
        var last = points[base]
        if isFlat(points[base...base + 3]) {
          pieces.append(Piece(link: link, start: last, end: points[base + 3]))
          continue
        }
        for step in 0...steps {
          let share = step == steps ? 1 : (Double(step) + shift) / Double(steps)
          let next = step == steps ? points[base + 3] : point(points[base...base + 3], at: share)
          pieces.append(Piece(link: link, start: last, end: next))
          last = next
        }
      }
    }
    return pieces
  }

  private static func isFlat(_ points: ArraySlice<Point>) -> Bool {
    points.allSatisfy { $0.y == points[points.startIndex].y }
      || points.allSatisfy { $0.x == points[points.startIndex].x }
  }

  /// A point of a cubic Bézier curve.
  static func point(_ points: ArraySlice<Point>, at share: Double) -> Point {
    let (rest, first) = (1 - share, points.startIndex)
    let weights = [
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share,
    ]
    var point = Point(x: 0, y: 0)
    for (offset, weight) in weights.enumerated() {
      point.x += weight * points[first + offset].x
      point.y += weight * points[first + offset].y
    }
    return point
  }

  /// Where two pieces cross, or `nil`. A corner that lies on the other line counts as above it, so
  /// that a line that passes through a corner crosses once.
  static func crossing(_ one: Piece, _ two: Piece) -> Point? {
    let a = side(two.start, of: one)
    let b = side(two.end, of: one)
    guard (a >= 0) != (b >= 0), (side(one.start, of: two) >= 0) != (side(one.end, of: two) >= 0)
    else { return nil }
    let share = a / (a - b)
    return Point(
      x: two.start.x + (two.end.x - two.start.x) * share,
      y: two.start.y + (two.end.y - two.start.y) * share
    )
  }

  private static func side(_ point: Point, of piece: Piece) -> Double {
    (piece.end.x - piece.start.x) * (point.y - piece.start.y)
      - (piece.end.y - piece.start.y) * (point.x - piece.start.x)
  }
}

/// Squares over a page, each with the pieces that touch it.
private struct Grid {
  private let pieces: [Crossings.Piece]
  private var cells: [[Int]]
  private var columns = 1
  private var rows = 1
  private var origin = Point(x: 0, y: 0)
  private var size = Size(width: 1, height: 1)

  init(_ pieces: [Crossings.Piece]) {
    self.pieces = pieces
    cells = [[]]
    guard let first = pieces.first else { return }
    var (low, high) = (first.start, first.start)
    for point in pieces.lazy.flatMap({ [$0.start, $0.end] }) {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    origin = low
    let side = Int(Double(pieces.count).squareRoot().rounded(.up))
    (columns, rows) = (side, side)
    size = Size(
      width: max(1e-6, (high.x - low.x) / Double(side)),
      height: max(1e-6, (high.y - low.y) / Double(side))
    )
    cells = Array(repeating: [], count: side * side)
    for (index, piece) in pieces.enumerated() {
      let (left, right) = (
        column(min(piece.start.x, piece.end.x)), column(max(piece.start.x, piece.end.x))
      )
      let (top, bottom) = (
        row(min(piece.start.y, piece.end.y)), row(max(piece.start.y, piece.end.y))
      )
      for row in top...bottom {
        for column in left...right { cells[row * columns + column].append(index) }
      }
    }
  }

  private func column(_ x: Double) -> Int {
    min(columns - 1, max(0, Int((x - origin.x) / size.width)))
  }

  private func row(_ y: Double) -> Int {
    min(rows - 1, max(0, Int((y - origin.y) / size.height)))
  }

  func crossings(between areCounted: (Int, Int) -> Bool) -> Int {
    var count = 0
    for (cell, members) in cells.enumerated() {
      for (offset, index) in members.enumerated() {
        for other in members[..<offset] {
          let (one, two) = (pieces[other], pieces[index])
          guard one.link != two.link, let point = Crossings.crossing(one, two),
            // Two pieces can share squares; the one in which they cross counts them.
            row(point.y) * columns + column(point.x) == cell,
            areCounted(one.link, two.link)
          else { continue }
          count += 1
        }
      }
    }
    return count
  }
}
