/// Where everything is to be drawn, in points; y grows downwards.
struct Placement: Sendable, Equatable {
  /// What is drawn, without the page's margins.
  var page: Box
  /// The middles of the two labels of the page.
  var title: Point
  var legend: Point
  /// In the order of the diagram's columns.
  var bands: [Band]
  /// In the order of the diagram's cards.
  var cards: [Box]
  /// In the order of the diagram's links.
  var routes: [Route]
  /// The cards of each rank, top to bottom; the ranks run left to right.
  var ranks: [[Int]]

  /// The box behind a column, and the middle of its heading.
  struct Band: Sendable, Equatable {
    var box: Box
    var heading: Point
  }
}

/// The line of a link.
struct Route: Sendable, Equatable {
  /// A cubic Bézier curve without the arrows.
  var points: [Point]
  /// Where the line ends with its arrows.
  var start: Point
  var end: Point
  /// Whether the line starts at the card that the link enters. Lines that run together start at the
  /// card that they share, so that their dashes fall upon each other.
  var startsAtHead = false
  /// The middle of the label.
  var label: Point?

  func moved(x: Double, y: Double) -> Route {
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    return Route(
      points: points.map(moved),
      start: moved(start),
      end: moved(end),
      startsAtHead: startsAtHead,
      label: label.map(moved)
    )
  }
}
