/// Where ranks and bands stand, left to right, and how much room lines have between the ranks.
struct HorizontalPlacement {
  /// The middle of each rank.
  private(set) var centres: [Double] = []
  /// The room for lines before each rank and behind the last one: from where no card ends any more to
  /// where the first one starts.
  private(set) var gaps: [ClosedRange<Double>] = []
  /// The left and the right side of each band.
  private(set) var bands: [ClosedRange<Double>] = []

  /// - Parameters:
  ///   - columns: the number of ranks of each column.
  ///   - middles: how high each item stands.
  init(
    _ diagram: Diagram,
    _ layers: Layers,
    columns: [Int],
    middles: [Double],
    inner: InnerLinks
  ) {
    var widths = Array(repeating: 0.0, count: layers.rankCount)
    for (card, size) in diagram.cards.enumerated() {
      widths[layers.rank[card]] = max(widths[layers.rank[card]], size.width)
    }
    let needs = Self.needs(diagram, layers, middles: middles, inner: inner)
    let margin = diagram.spacing.bandMargin
    var x = 0.0
    var rank = 0
    var last: Double?
    for (column, count) in columns.enumerated() {
      let inside = (rank..<rank + count).reduce(0.0) { sum, index in
        sum + widths[index] + (index > rank ? needs[index] : 0)
      }
      // A band is as wide as its heading at least.
      let spare = max(0, diagram.headings[column].width + margin - inside - 2 * margin) / 2
      let before = Self.margins(needs[rank], margin: margin, isFirst: column == 0)
      let behind = Self.margins(
        needs[rank + count],
        margin: margin,
        isFirst: column == columns.count - 1
      )
      let left = x
      x += before.inside + spare
      for index in rank..<rank + count {
        if index > rank { x += needs[index] }
        gaps.append((last ?? left)...x)
        centres.append(x + widths[index] / 2)
        x += widths[index]
        last = x
      }
      x += behind.inside + spare
      bands.append(left...x)
      x += behind.outside
      rank += count
    }
    if let last, let right = bands.last?.upperBound { gaps.append(last...right) }
  }

  /// How a gap between columns is parted into the margins inside the bands and the distance of the
  /// bands.
  private static func margins(
    _ need: Double,
    margin: Double,
    isFirst: Bool
  ) -> (inside: Double, outside: Double) {
    guard !isFirst else { return (max(margin, need), 0) }
    let spare = max(0, need - 2 * margin - Distance.bands)
    return (margin + spare * 0.3, Distance.bands + spare * 0.4)
  }

  /// The room that the lines need before each rank and behind the last one.
  private static func needs(
    _ diagram: Diagram,
    _ layers: Layers,
    middles: [Double],
    inner: InnerLinks
  ) -> [Double] {
    let usual = diagram.spacing.betweenRanks
    var needs = Array(repeating: usual * 0.6, count: layers.rankCount + 1)
    needs[0] = 0
    needs[layers.rankCount] = 0
    // A steep line is hard to follow.
    for segment in layers.segments {
      let rise = abs(middles[segment.left] - middles[segment.right])
      let gap = layers.rank[segment.right]
      needs[gap] = max(needs[gap], min(usual * 2.2, usual * 0.6 + rise * 0.14))
    }
    for (index, link) in diagram.links.enumerated() {
      let gap: Int
      if let first = layers.paths[index].first {
        gap = layers.rank[first] + 1
      } else {
        switch inner.courses[index] {
        case .left: gap = layers.rank[link.from]
        case .right, .loop: gap = layers.rank[link.from] + 1
        case .straight, nil: continue
        }
        needs[gap] = max(needs[gap], Routing.bulge(middles[link.from] - middles[link.to]) + 8)
      }
      if link.label != .zero { needs[gap] = max(needs[gap], link.label.width + 16) }
    }
    return needs
  }
}
