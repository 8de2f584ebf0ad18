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
  ///   - height: what the cards take from top to bottom.
  init(
    _ diagram: Diagram,
    _ layers: Layers,
    columns: [Int],
    middles: [Double],
    height: Double,
    inner: InnerLinks
  ) {
    var widths = Array(repeating: 0.0, count: layers.rankCount)
    for (card, size) in diagram.cards.enumerated() {
      widths[layers.rank[card]] = max(widths[layers.rank[card]], size.width)
    }
    let needs = Self.loosened(
      Self.needs(diagram, layers, middles: middles, inner: inner),
      empty: diagram.spacing.betweenCards,
      widths: widths,
      height: height + PageFrame.frameHeight(diagram),
      aspect: diagram.spacing.aspect
    )
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

  /// The room for lines where a page is higher than paper: its lines may as well be less steep.
  private static func loosened(
    _ needs: [Double?],
    empty: Double,
    widths: [Double],
    height: Double,
    aspect: Double
  ) -> [Double] {
    let lines = needs.reduce(0) { $0 + ($1 ?? 0) }
    let gaps = Double(max(0, widths.count - 1))
    let spare = height * aspect - widths.reduce(0, +) - lines - gaps * empty
    let factor = lines > 0 ? min(1.6, max(1, 1 + spare / lines)) : 1
    return needs.enumerated().map { index, need in
      need.map { $0 * factor } ?? (index == 0 || index == widths.count ? 0 : empty)
    }
  }

  /// The room that lines need before each rank and behind the last one; `nil` where there are none.
  private static func needs(
    _ diagram: Diagram,
    _ layers: Layers,
    middles: [Double],
    inner: InnerLinks
  ) -> [Double?] {
    let usual = diagram.spacing.betweenRanks
    let least = usual * 0.6
    var needs: [Double?] = Array(repeating: nil, count: layers.rankCount + 1)
    func widen(_ gap: Int, to width: Double) { needs[gap] = max(needs[gap] ?? 0, width) }
    // A steep line is hard to follow.
    for segment in layers.segments {
      let rise = abs(middles[segment.left] - middles[segment.right])
      widen(layers.rank[segment.right], to: min(usual * 2.2, least + rise * 0.14))
    }
    for (index, link) in diagram.links.enumerated() {
      if let first = layers.paths[index].first {
        guard link.label != .zero else { continue }
        // The line swings beside the label.
        widen(layers.rank[first] + 1, to: link.label.width + least)
        continue
      }
      let rank = layers.rank[link.from]
      let bulge = Routing.bulge(middles[link.from] - middles[link.to]) + 8
      let room = max(bulge, link.label == .zero ? 0 : link.label.width + 16)
      switch inner.courses[index] {
      case .left: widen(rank, to: room)
      case .right, .loop: widen(rank + 1, to: room)
      case .straight, nil: break
      }
    }
    return needs
  }
}
