/// Which rank of its column each card stands in.
///
/// By the longest flow alone, as Graphviz ranks, a chain of fourteen steps becomes a
/// ribbon, and a stage of twelve unrelated cards a tower. Here neighbours in a flow may stand under
/// each other, and unrelated cards beside each other, until the page has the shape of the paper.
struct Layering {
  /// For each column of the picture that has cards, its ranks from left to right.
  private(set) var columns: [[Rank]]

  /// Cards above each other. A stack is a run of cards that feed each other downwards, mostly of
  /// one; the order of the stacks is chosen later.
  struct Rank: Equatable {
    var stacks: [[Int]]
    var cards: [Int] { stacks.flatMap { $0 } }
  }

  init(_ diagram: Diagram) {
    if !diagram.rows.isEmpty {
      columns = diagram.columns.map { cards in
        let down = cards.sorted { (diagram.rows[$0], $0) < (diagram.rows[$1], $1) }
        return [Rank(stacks: down.map { [$0] })]
      }
      return
    }
    let input = LayeringInput(diagram)
    let stages = input.columns.map { Stage(cards: $0, input: input) }
    guard input.heights.count <= Self.searchedCount else {
      let room = Self.height(of: input, natural: stages.map(\.natural))
      columns = stages.map { $0.ranks(height: room) }
      return
    }
    var counts = stages.map(\.natural)
    var layers = zip(stages, counts).map { $0.ranks(count: $1) }
    var best = score(layers)
    // One rank more or less in one column at a time, whichever helps most, until nothing does.
    while true {
      var choice: (column: Int, count: Int, ranks: [Rank], score: Double)?
      for column in stages.indices {
        for count in [counts[column] - 1, counts[column] + 1]
        where (1...stages[column].cards.count).contains(count) {
          var candidate = layers
          candidate[column] = stages[column].ranks(count: count)
          let value = score(candidate)
          if value > (choice?.score ?? best) + 1e-9 {
            choice = (column, count, candidate[column], value)
          }
        }
      }
      guard let choice else { break }
      counts[choice.column] = choice.count
      layers[choice.column] = choice.ranks
      best = choice.score
    }
    columns = layers

    /// How large the page comes out on paper, less what it costs in calm.
    func score(_ layers: [[Rank]]) -> Double {
      let width = Double(layers.reduce(0) { $0 + $1.count }) * input.rankWidth
      let tallest = layers.joined().map { $0.cards.reduce(0) { $0 + input.heights[$1] } }.max()
      let height = (tallest ?? 0) + input.frameHeight
      let paperHeight = 842.0
      let scale = min(paperHeight * input.aspect / width, paperHeight / height)
      let stacked = layers.joined().reduce(0) { $0 + $1.cards.count - $1.stacks.count }
      let split = zip(stages, layers).reduce(0) { $0 + max(0, $1.1.count - $1.0.natural) }
      // Beyond the size at which everything is easy to read, larger is hardly better.
      return min(scale, 0.75) + 0.25 * max(0, scale - 0.75)
        - 0.006 * Double(stacked) - (input.flows.isEmpty ? 0.03 : 0.08) * Double(split)
    }
  }

  /// Up to this many cards, the search for the best shape takes no time to speak of.
  private static let searchedCount = 240

  /// How high a rank of a big picture may grow: as high as it wants where the page then has a shape
  /// that can be looked at, and otherwise such that it gets one.
  private static func height(of input: LayeringInput, natural: [Int]) -> Double {
    let all = input.heights.reduce(0, +)
    let fullest =
      zip(input.columns, natural).map { cards, count in
        cards.reduce(0) { $0 + input.heights[$1] } / Double(count)
      }.max() ?? 0
    let width = Double(natural.reduce(0, +)) * input.rankWidth
    // To split columns lengthens links, so a page may become rather high before that is done.
    let patience = input.flows.isEmpty ? 1.0 : 4.0
    guard width * patience < fullest * input.aspect else { return .infinity }
    return (all * input.rankWidth * patience / input.aspect).squareRoot()
  }
}

/// What a layering looks at.
struct LayeringInput {
  /// The cards of each column, in order.
  var columns: [[Int]]
  /// The links that order cards, as pairs of card indices.
  var flows: [(from: Int, to: Int)]
  /// The height of each card with the distance below it.
  var heights: [Double]
  /// The width of a rank with the distance beside it.
  var rankWidth: Double
  /// The height of everything above and below the cards, about.
  var frameHeight: Double
  /// The width over the height that is aimed at.
  var aspect: Double

  init(_ diagram: Diagram) {
    let spacing = diagram.spacing
    columns = diagram.columns
    flows = diagram.links.filter(\.advances).map { ($0.from, $0.to) }
    heights = diagram.cards.map { $0.height + spacing.betweenCards }
    let distance = diagram.links.isEmpty ? spacing.betweenCards : spacing.betweenRanks
    rankWidth = (diagram.cards.map(\.width).max() ?? 0) + distance
    frameHeight = PageFrame.frameHeight(diagram)
    aspect = spacing.aspect
  }
}
