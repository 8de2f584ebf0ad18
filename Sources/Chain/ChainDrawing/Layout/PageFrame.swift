/// The page around the cards: bands behind them, the title above, the legend below.
struct PageFrame {
  private let diagram: Diagram
  private let horizontal: HorizontalPlacement
  /// What the cards take from top to bottom.
  private let height: Double

  init(_ diagram: Diagram, horizontal: HorizontalPlacement, height: Double) {
    self.diagram = diagram
    self.horizontal = horizontal
    self.height = height
  }

  /// The whole, from cards and routes whose uppermost card starts at 0.
  func placement(cards: [Box], routes: [Route], ranks: [[Int]]) -> Placement {
    let margin = diagram.spacing.bandMargin
    let heading = diagram.headings.map(\.height).max() ?? 0
    let (title, legend) = (diagram.title, diagram.legend)
    let bandTop = title.height > 0 ? title.height + Distance.words : 0
    let top =
      diagram.headings.isEmpty ? bandTop : bandTop + heading + Self.aboveHeading + margin / 2
    let bandBottom = diagram.headings.isEmpty ? top : top + height + margin
    let legendTop = bandBottom + Distance.words
    let width = horizontal.bands.last?.upperBound ?? 0
    return Placement(
      page: Box(
        left: 0,
        top: 0,
        right: max(width, title.width, legend.width),
        bottom: legend == .zero ? bandBottom : legendTop + legend.height
      ),
      title: Point(x: title.width / 2, y: title.height / 2),
      legend: Point(x: legend.width / 2, y: legendTop + legend.height / 2),
      bands: zip(horizontal.bands, diagram.headings).map { range, heading in
        Placement.Band(
          box: Box(
            left: range.lowerBound,
            top: bandTop,
            right: range.upperBound,
            bottom: bandBottom
          ),
          heading: Point(
            x: range.lowerBound + margin / 2 + heading.width / 2,
            y: bandTop + Self.aboveHeading + heading.height / 2
          )
        )
      },
      cards: cards.map { $0.moved(x: 0, y: top) },
      routes: routes.map { $0.moved(x: 0, y: top) },
      ranks: ranks
    )
  }

  private static let aboveHeading = 4.0

  /// What stands above and below the cards, about.
  static func frameHeight(_ diagram: Diagram) -> Double {
    diagram.title.height + diagram.legend.height + (diagram.headings.map(\.height).max() ?? 0)
      + 2 * Distance.words + 2 * Distance.margin + diagram.spacing.bandMargin
  }
}
