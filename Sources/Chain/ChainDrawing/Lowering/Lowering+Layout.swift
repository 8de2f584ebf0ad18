extension Lowering {
  @Sendable func placement(_ measures: Measures) -> Placement {
    LayoutEngine(diagram: diagram(measures)).placement()
  }

  /// The placement in the words of the picture.
  func layout(_ measures: Measures) -> PictureLayout {
    let placement = placement(measures)
    let ids = picture.cards.map(\.id)
    let margin = Distance.margin
    let curves = zip(links, placement.routes).map { link, route in
      let moved = route.moved(x: margin, y: margin)
      return PictureLayout.Curve(from: link.link.from, to: link.link.to, points: moved.points)
    }
    return PictureLayout(
      width: placement.page.width + 2 * margin,
      height: placement.page.height + 2 * margin,
      cards: Dictionary(
        zip(ids, placement.cards.map { $0.moved(x: margin, y: margin) }),
        uniquingKeysWith: { first, _ in first }
      ),
      ranks: placement.ranks.map { $0.map { ids[$0] } },
      curves: curves
    )
  }
}
