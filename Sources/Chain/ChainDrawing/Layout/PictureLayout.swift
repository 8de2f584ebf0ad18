/// Where everything of a picture stands, in points from the upper left corner of the page; y grows
/// downwards.
public struct PictureLayout: Sendable, Equatable {
  /// The width of the page with its margins.
  public var width: Double

  /// The height of the page with its margins.
  public var height: Double

  /// The cards by id.
  public var cards: [String: Box]

  /// The ids of the cards of each rank, top to bottom; the ranks run left to right.
  public var ranks: [[String]]

  /// The lines of the links, in the order in which they are drawn.
  public var curves: [Curve]

  /// How often links that share no card cross.
  ///
  /// - Complexity: near-linear in links and crossings.
  public var crossings: Int { Self.crossings(of: curves) }

  /// How often curves that have no end in common cross, wherever they come from.
  ///
  /// - Complexity: near-linear in curves and crossings where the curves spread evenly over a page.
  public static func crossings(of curves: [Curve]) -> Int { Crossings.count(curves) }

  /// A place on a page.
  public struct Point: Sendable, Hashable {
    /// From the left, in points.
    public var x: Double
    /// From the top, in points.
    public var y: Double

    /// Creates a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle.
  public struct Box: Sendable, Hashable {
    /// The side with the least x.
    public var left: Double
    /// The side with the least y.
    public var top: Double
    /// The side with the greatest x.
    public var right: Double
    /// The side with the greatest y.
    public var bottom: Double

    /// Creates a rectangle.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }

    /// The width.
    public var width: Double { right - left }

    /// The height.
    public var height: Double { bottom - top }

    /// The point halfway between all sides.
    public var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

    func moved(x: Double, y: Double) -> Box {
      Box(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
    }
  }

  /// The line of a link.
  public struct Curve: Sendable, Equatable {
    /// The id of the card at one end.
    public var from: String
    /// The id of the card at the other end.
    public var to: String
    /// The points of a cubic Bézier curve, one more than a multiple of three.
    public var points: [Point]

    /// Creates a line.
    public init(from: String, to: String, points: [Point]) {
      self.from = from
      self.to = to
      self.points = points
    }
  }
}

typealias Point = PictureLayout.Point
typealias Box = PictureLayout.Box
