/// Turns a picture into a graph: cards into nodes with HTML labels, columns into clusters with one
/// subgraph per rank, and the words around them into labels.
struct Lowering {
  let picture: Picture
  let theme: Theme
  private let position: [String: Int]
  private let columns: [(column: Column, cards: [Int])]
  private let links: [(link: Link, from: Int, to: Int)]
  /// For each card, the groups whose links touch it, in order.
  private let groups: [[Int]]

  init(_ picture: Picture, theme: Theme) throws(RenderError) {
    try theme.validate()
    self.picture = picture
    self.theme = theme
    var position: [String: Int] = [:]
    for (index, card) in picture.cards.enumerated() {
      guard position.updateValue(index, forKey: Escaping.nodeName(card.id)) == nil else {
        throw .picture("two cards have the id '\(card.id)'")
      }
    }
    self.position = position
    var columns: [(column: Column, cards: [Int])] = picture.columns.map { ($0, []) }
    var columnPosition: [String: Int] = [:]
    for (index, column) in picture.columns.enumerated() {
      guard columnPosition.updateValue(index, forKey: column.id) == nil else {
        throw .picture("two columns have the id '\(column.id)'")
      }
    }
    for (index, card) in picture.cards.enumerated() {
      guard let column = columnPosition[card.column] else {
        throw .picture(
          "card '\(card.id)' stands in the column '\(card.column)', which is not there"
        )
      }
      columns[column].cards.append(index)
    }
    self.columns = columns.filter { !$0.cards.isEmpty }
    var links: [(link: Link, from: Int, to: Int)] = []
    var groups: [Set<Int>] = Array(repeating: [], count: picture.cards.count)
    for link in picture.links {
      guard let from = position[Escaping.nodeName(link.from)],
        let to = position[Escaping.nodeName(link.to)]
      else {
        throw .picture("a link leads from '\(link.from)' to '\(link.to)', which is not there")
      }
      links.append((link, from, to))
      guard let tint = link.tint else { continue }
      groups[from].insert(tint)
      groups[to].insert(tint)
    }
    self.links = links
    self.groups = groups.map { $0.sorted() }
  }

  func blueprint() -> Blueprint {
    let ranks = orderedRanks()
    let words = WordsMarkup(picture: picture, theme: theme)
    var page: [Blueprint.Element] = zip(columns, ranks).enumerated().map { index, stage in
      cluster(index, column: stage.0.column, ranks: stage.1, words: words)
    }
    if let legend = words.legend() {
      page = [
        .subgraph(
          name: "cluster_page",
          attributes: [
            .markup("label", legend), .plain("labelloc", "b"), .plain("labeljust", "l"),
            .plain("peripheries", "0"), .plain("bgcolor", "transparent"),
            .number("margin", 10),
          ],
          elements: page
        )
      ]
    }
    let flat = ranks.joined().map(\.cards)
    return Blueprint(
      name: Escaping.nodeName(picture.name),
      graph: graphAttributes(title: words.title(), ranks: ranks),
      node: [
        .plain("shape", "plain"), .plain("fontname", theme.fontList),
        .number("fontsize", theme.sizes.line),
      ],
      edge: [
        .plain("fontname", theme.fontList), .number("fontsize", theme.sizes.note),
        .plain("arrowhead", "normal"), .plain("arrowsize", "0.55"),
      ],
      elements: page + LinkLowering(theme: theme, names: names, ranks: flat).elements(links),
      bands: columns.indices.map { "cluster_\($0)" },
      page: "cluster_page"
    )
  }

  /// The ranks of each column, left to right.
  private func orderedRanks() -> [[Layering.Rank]] {
    let input = layeringInput()
    var columns = Layering(input).columns
    let order = Ordering(
      columns.flatMap { $0 },
      links: links.map { ($0.from, $0.to) },
      heights: input.heights
    )
    var ranks = order.ranks[...]
    for column in columns.indices {
      let count = columns[column].count
      columns[column] = Array(ranks.prefix(count))
      ranks = ranks.dropFirst(count)
    }
    return columns
  }

  /// What title, headings, legend and margins take of a page's height, about.
  private static let frameHeight = 170.0

  /// The height over the width of the columns, such that the whole page gets the theme's aspect.
  private func ratio(_ ranks: [[Layering.Rank]]) -> Double {
    let input = layeringInput()
    let cards = ranks.joined().map { $0.cards.reduce(0) { $0 + input.heights[$1] } }.max() ?? 0
    let width = Double(ranks.reduce(0) { $0 + $1.count }) * input.rankWidth
    let height = max(cards + Self.frameHeight, width / input.aspect)
    return (height - Self.frameHeight * 0.75) / (height * input.aspect)
  }

  private var names: [String] { picture.cards.map { Escaping.nodeName($0.id) } }

  private func graphAttributes(
    title: Markup,
    ranks: [[Layering.Rank]]
  ) -> [Blueprint.Attribute] {
    let spacing = theme.spacing
    return [
      .plain("rankdir", "LR"), .plain("newrank", "true"), .plain("remincross", "false"),
      .plain("splines", "spline"),
      .plain("outputorder", "edgesfirst"), .plain("charset", "UTF-8"),
      .number("ratio", ratio(ranks)), .number("nodesep", spacing.betweenCards / 72),
      .number("ranksep", spacing.betweenRanks / 72), .number("pad", 0.35),
      .plain("bgcolor", theme.palette.page.hex), .plain("fontname", theme.fontList),
      .markup("label", title), .plain("labelloc", "t"), .plain("labeljust", "l"),
      .plain("tooltip", Escaping.tooltip(shortTooltip(picture.title))),
    ]
  }

  private func cluster(
    _ index: Int,
    column: Column,
    ranks: [Layering.Rank],
    words: WordsMarkup
  ) -> Blueprint.Element {
    .subgraph(
      name: "cluster_\(index)",
      attributes: [
        .plain("id", Escaping.attribute("column:" + column.id)),
        .markup("label", words.heading(column)), .plain("labelloc", "t"),
        .plain("labeljust", "l"), .plain("style", "filled,rounded"),
        .plain("fillcolor", theme.palette.band.hex), .plain("color", theme.palette.band.hex),
        .number("margin", theme.spacing.bandMargin), .plain("peripheries", "1"),
        .plain("tooltip", Escaping.tooltip(shortTooltip(column.heading))),
      ],
      elements: ranks.enumerated().map { number, rank in
        .subgraph(
          name: "rank_\(index)_\(number)",
          attributes: [.plain("rank", "same")],
          elements: rank.cards.map(node)
        )
      }
    )
  }

  private func node(_ index: Int) -> Blueprint.Element {
    let card = picture.cards[index]
    let markup = CardMarkup(theme: theme, width: cardWidth)
    var attributes: [Blueprint.Attribute] = [
      .markup("label", markup.label(card, groups: groups[index])),
      .plain("id", Escaping.attribute(card.id)),
      .plain(
        "tooltip",
        Escaping.tooltip(shortTooltip(card.tooltip.isEmpty ? card.heading : card.tooltip))
      ),
    ]
    if let address = card.link.flatMap(Escaping.address) {
      attributes.append(.plain("URL", address))
    }
    return .node(name: names[index], attributes: attributes)
  }

  private func shortTooltip(_ text: String) -> String {
    Wrapping.prefix(text, characters: 300)
  }

  private var cardWidth: Double {
    let hasLines = picture.cards.contains { !$0.lines.isEmpty }
    return hasLines ? theme.spacing.cardWidth : theme.spacing.cardWidth * 0.8
  }

  private func layeringInput() -> Layering.Input {
    let spacing = theme.spacing
    return Layering.Input(
      columns: columns.map(\.cards),
      flows: links.filter { $0.link.style != .feedback }.map { ($0.from, $0.to) },
      heights: picture.cards.map { card in
        let heading = Wrapping.cells(card.heading) > spacing.headingCells ? 2.0 : 1.0
        let isOneLine = CardMarkup.aside(card, cells: spacing.lineCells) != nil
        let lines = isOneLine ? 0 : Double(min(card.lines.count, spacing.linesPerCard))
        return heading * theme.sizes.heading * 1.4 + 18 + lines * theme.sizes.line * 1.6
          + spacing.betweenCards
      },
      rankWidth: cardWidth + 30 + spacing.betweenRanks,
      frameHeight: Self.frameHeight,
      aspect: spacing.aspect
    )
  }
}
