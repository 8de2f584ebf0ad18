import Testing

@testable import ChainDrawing

/// Layouts of sizes that were never measured, so that hundreds of them cost nothing.
@Suite struct LayoutEngineTests {
  private func diagram(_ random: inout SplitMix) -> Diagram {
    let columnCount = Int.random(in: 1...15, using: &random)
    var columns: [[Int]] = Array(repeating: [], count: columnCount)
    let count = Int.random(in: 0...60, using: &random)
    let cards = (0..<count).map { card in
      columns[Int.random(in: 0..<columnCount, using: &random)].append(card)
      return Size(
        width: Double.random(in: 60...240, using: &random),
        height: Double.random(in: 16...180, using: &random)
      )
    }
    let links: [Diagram.Link] =
      count == 0
      ? []
      : (0..<Int.random(in: 0...90, using: &random)).map { _ in
        let hasLabel = Int.random(in: 0..<8, using: &random) == 0
        return Diagram.Link(
          from: Int.random(in: 0..<count, using: &random),
          to: Int.random(in: 0..<count, using: &random),
          advances: Bool.random(using: &random),
          look: Int.random(in: 0..<3, using: &random),
          hasTail: Bool.random(using: &random),
          hasHead: Bool.random(using: &random),
          label: hasLabel
            ? Size(width: Double.random(in: 20...90, using: &random), height: 14) : .zero
        )
      }
    columns.removeAll { $0.isEmpty }
    return Diagram(
      cards: cards,
      columns: columns,
      links: links,
      headings: columns.map { _ in
        Size(width: Double.random(in: 40...300, using: &random), height: 24)
      },
      title: Size(width: 300, height: 50),
      legend: Bool.random(using: &random) ? Size(width: 500, height: 60) : .zero,
      spacing: Theme.standard.spacing
    )
  }

  private func overlap(_ one: Box, _ two: Box) -> Bool {
    one.left < two.right - 1e-6 && two.left < one.right - 1e-6 && one.top < two.bottom - 1e-6
      && two.top < one.bottom - 1e-6
  }

  private func holds(_ outer: Box, _ inner: Box) -> Bool {
    outer.left - 1e-6 <= inner.left && inner.right <= outer.right + 1e-6
      && outer.top - 1e-6 <= inner.top && inner.bottom <= outer.bottom + 1e-6
  }

  @Test(arguments: 0..<200)
  func `whatever the sizes, cards keep apart and lines keep off them`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let diagram = diagram(&random)
    let placement = LayoutEngine(diagram: diagram).placement()
    #expect(placement.ranks.joined().sorted() == Array(diagram.cards.indices))
    for (index, card) in placement.cards.enumerated() {
      for other in placement.cards[..<index] where overlap(card, other) {
        Issue.record("\(card) overlaps \(other), seed \(seed)")
      }
    }
    for (link, route) in zip(diagram.links, placement.routes) {
      let curve = PictureLayout.Curve(from: "", to: "", points: route.points)
      #expect(route.points.count % 3 == 1)
      for card in placement.cards where curve.passes(through: card) {
        Issue.record("\(link) passes through \(card), seed \(seed)")
      }
      let pieces = Crossings.pieces(of: [curve])
      let strays = pieces.contains { piece in
        let end = piece.end
        return !holds(
          placement.page,
          Box(left: end.x, top: end.y, right: end.x, bottom: end.y)
        )
      }
      if strays { Issue.record("\(link) leaves the page, seed \(seed)") }
      guard let middle = route.label else { continue }
      let label = Box(
        left: middle.x - link.label.width / 2,
        top: middle.y - link.label.height / 2,
        right: middle.x + link.label.width / 2,
        bottom: middle.y + link.label.height / 2
      )
      for card in placement.cards where overlap(label, card) {
        Issue.record("the label of \(link) covers \(card), seed \(seed)")
      }
    }
    for (band, column) in zip(placement.bands, diagram.columns) {
      for card in column where !holds(band.box, placement.cards[card]) {
        Issue.record("\(placement.cards[card]) leaves its band, seed \(seed)")
      }
      #expect(holds(placement.page, band.box))
    }
    for (band, next) in zip(placement.bands, placement.bands.dropFirst()) {
      #expect(band.box.right < next.box.left, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40)
  func `a layout depends on nothing but its diagram`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let diagram = diagram(&random)
    let placement = LayoutEngine(diagram: diagram).placement()
    #expect(LayoutEngine(diagram: diagram).placement() == placement)
  }

  @Test func `a thousand cards are laid out`() {
    var random = SplitMix(state: 1)
    let diagram = Diagram(
      cards: Array(repeating: Size(width: 100, height: 30), count: 1000),
      columns: (0..<10).map { column in (0..<100).map { column * 100 + $0 } },
      links: (0..<1500).map { _ in
        Diagram.Link(
          from: Int.random(in: 0..<1000, using: &random),
          to: Int.random(in: 0..<1000, using: &random)
        )
      },
      headings: Array(repeating: Size(width: 50, height: 20), count: 10),
      title: .zero,
      legend: .zero,
      spacing: Theme.standard.spacing
    )
    let placement = LayoutEngine(diagram: diagram).placement()
    for rank in placement.ranks {
      for (upper, lower) in zip(rank, rank.dropFirst())
      where placement.cards[upper].bottom > placement.cards[lower].top {
        Issue.record("\(upper) overlaps \(lower)")
      }
    }
  }
}
