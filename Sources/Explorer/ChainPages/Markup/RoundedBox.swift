/// A box with round corners, as Graphviz writes it: a path of eight curves, of which every other one
/// is straight. As a rectangle it takes a fifth of the room.
struct RoundedBox {
  private let left: Double
  private let top: Double
  private let width: Double
  private let height: Double
  private let radius: Double

  /// The box that `path` draws; `nil` when it draws something else.
  init?(path: String) {
    let numbers = path.split { "MC, ".contains($0) }.compactMap { Double($0) }
    guard numbers.count == 50, path.hasPrefix("M") else { return nil }
    let points = (0..<25).map { (x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard points[0] == points[24], let left = xs.min(), let right = xs.max(), let top = ys.min(),
      let bottom = ys.max()
    else { return nil }
    for side in stride(from: 0, to: 24, by: 6) {
      let (from, to) = (points[side], points[side + 3])
      guard abs(from.x - to.x) < 0.02 || abs(from.y - to.y) < 0.02 else { return nil }
    }
    let isLevel = abs(points[0].y - points[3].y) < 0.02
    let start = isLevel ? points[0].x : points[0].y
    let (low, high) = isLevel ? (left, right) : (top, bottom)
    self.left = left
    self.top = top
    width = right - left
    height = bottom - top
    radius = min(start - low, high - start)
  }

  /// The attributes of the rectangle.
  var attributes: String {
    let parts = [("x", left), ("y", top), ("width", width), ("height", height), ("rx", radius)]
    return parts.map { " \($0)=\"\(Self.plain($1))\"" }.joined()
  }

  private static func plain(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    guard tenths % 10 != 0 else { return String(tenths / 10) }
    let digits = String(abs(tenths) / 10) + "." + String(abs(tenths) % 10)
    return tenths < 0 ? "-" + digits : digits
  }
}
