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
    let ranks = Layering(layeringInput()).columns
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
            .plain("peripheries", "0"), .number("margin", 10),
          ],
          elements: page
        )
      ]
    }
    let flat = ranks.joined().map(\.cards)
    return Blueprint(
      name: Escaping.nodeName(picture.name),
      graph: graphAttributes(title: words.title()),
      node: [
        .plain("shape", "plain"), .plain("fontname", theme.fontList),
        .number("fontsize", theme.sizes.line),
      ],
      edge: [
        .plain("fontname", theme.fontList), .number("fontsize", theme.sizes.note),
        .plain("arrowhead", "normal"), .plain("arrowsize", "0.55"),
      ],
      elements: page + LinkLowering(theme: theme, names: names, ranks: flat).elements(links),
      bands: columns.indices.map { "cluster_\($0)" }
    )
  }

  private var names: [String] { picture.cards.map { Escaping.nodeName($0.id) } }

  private func graphAttributes(title: Markup) -> [Blueprint.Attribute] {
    let spacing = theme.spacing
    return [
      .plain("rankdir", "LR"), .plain("newrank", "true"), .plain("splines", "spline"),
      .plain("outputorder", "edgesfirst"), .plain("charset", "UTF-8"),
      .number("ratio", 1 / spacing.aspect), .number("nodesep", spacing.betweenCards / 72),
      .number("ranksep", spacing.betweenRanks / 72), .number("pad", 0.35),
      .plain("bgcolor", theme.palette.page.hex), .plain("fontname", theme.fontList),
      .markup("label", title), .plain("labelloc", "t"), .plain("labeljust", "l"),
      .plain("tooltip", Escaping.attribute(shortTooltip(picture.title))),
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
        .plain("tooltip", Escaping.attribute(shortTooltip(column.heading))),
      ],
      elements: ranks.enumerated().map { number, rank in
        .subgraph(
          name: "rank_\(index)_\(number)",
          attributes: [.plain("rank", "same")],
          elements: rank.stacks.flatMap(stack)
        )
      }
    )
  }

  /// Cards under each other are held together by a cluster that nobody sees.
  private func stack(_ cards: [Int]) -> [Blueprint.Element] {
    guard cards.count > 1, let top = cards.first else { return cards.map(node) }
    return [
      .subgraph(
        name: "cluster_stack_\(top)",
        attributes: [
          .plain("label", ""), .plain("peripheries", "0"), .plain("style", ""),
          .plain("margin", "0"),
        ],
        elements: cards.map(node)
      )
    ]
  }

  private func node(_ index: Int) -> Blueprint.Element {
    let card = picture.cards[index]
    let markup = CardMarkup(theme: theme, width: cardWidth)
    var attributes: [Blueprint.Attribute] = [
      .markup("label", markup.label(card, groups: groups[index])),
      .plain("id", Escaping.attribute(card.id)),
      .plain(
        "tooltip",
        Escaping.attribute(shortTooltip(card.tooltip.isEmpty ? card.heading : card.tooltip))
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
        let lines = Double(min(card.lines.count, spacing.linesPerCard))
        return heading * theme.sizes.heading * 1.4 + 18 + lines * theme.sizes.line * 1.6
          + spacing.betweenCards
      },
      rankWidth: cardWidth + 30 + spacing.betweenRanks,
      frameHeight: 150,
      aspect: spacing.aspect
    )
  }
}
