/// Lays a diagram out: ranks, order, heights, widths, lines.
struct LayoutEngine {
  let diagram: Diagram

  /// - Complexity: near-linear in cards and pieces of links.
  func placement() -> Placement {
    let columns = Layering(diagram).columns
    let layers = Layers(
      columns.flatMap { $0 },
      links: diagram.links,
      cardCount: diagram.cards.count
    )
    let isTable = !diagram.rows.isEmpty && diagram.links.isEmpty
    let items =
      isTable
      ? columns.joined().map(\.cards)
      : Ordering(layers, heights: layers.rank.indices.map { crowd($0, layers) }).items
    let inner = InnerLinks(diagram, layers, ranks: items)
    let halves = layers.rank.indices.map {
      layers.isLane($0) ? 0 : diagram.cards[$0].height / 2
    }
    let vertical =
      isTable
      ? VerticalPlacement(
        layers,
        ranks: items,
        halves: halves,
        rows: diagram.rows,
        distance: diagram.spacing.betweenCards
      )
      : VerticalPlacement(layers, ranks: items, halves: halves) { upper, lower in
        guard !layers.isLane(upper), !layers.isLane(lower) else { return Distance.lane }
        return max(diagram.spacing.betweenCards, inner.room(between: upper, lower))
      }
    let horizontal = HorizontalPlacement(
      diagram,
      layers,
      columns: columns.map(\.count),
      middles: vertical.middles,
      height: vertical.height,
      inner: inner
    )
    let cards = diagram.cards.indices.map { card in
      let size = diagram.cards[card]
      let (x, y) = (horizontal.centres[layers.rank[card]], vertical.middles[card])
      return Box(
        left: x - size.width / 2,
        top: y - size.height / 2,
        right: x + size.width / 2,
        bottom: y + size.height / 2
      )
    }
    let routes = Routing(
      diagram: diagram,
      layers: layers,
      cards: cards,
      middles: vertical.middles,
      horizontal: horizontal,
      inner: inner
    ).routes()
    return PageFrame(diagram, horizontal: horizontal, height: vertical.height).placement(
      cards: cards,
      routes: routes,
      ranks: items.map { $0.filter { !layers.isLane($0) } }
    )
  }

  /// What an item takes of its rank's height, about.
  private func crowd(_ item: Int, _ layers: Layers) -> Double {
    layers.isLane(item)
      ? Distance.lane : diagram.cards[item].height + diagram.spacing.betweenCards
  }
}
