/// What a drawing takes, in points that grow upwards, without padding.
struct DrawnArea: Sendable, Equatable {
  var extent: Extent
  var middle: Point
}

extension DrawnArea {
  init(_ placement: Placement) {
    let page = placement.page
    extent = Extent(width: page.width, height: page.height)
    middle = Point(x: page.middle.x, y: page.bottom - page.middle.y)
  }
}
