/// Turns a picture into a graph: cards into nodes with HTML labels, columns into clusters, and the
/// words around them into labels.
struct Lowering {
  let picture: Picture
  let theme: Theme
  private let names: [String]
  private let columns: [(column: Picture.Column, cards: [Int])]
  let links: [(link: Picture.Link, from: Int, to: Int)]
  /// For each card, the groups whose links touch it, in order.
  private let groups: [[Int]]

  init(_ picture: Picture, theme: Theme) throws(RenderError) {
    try theme.validate()
    self.picture = picture
    self.theme = theme
    var position: [String: Int] = [:]
    for (index, card) in picture.cards.enumerated() {
      guard position.updateValue(index, forKey: card.id) == nil else {
        throw .picture("two cards have the id '\(card.id)'")
      }
    }
    names = Escaping.nodeNames(picture.cards.map(\.id))
    var columns: [(column: Picture.Column, cards: [Int])] = picture.columns.map { ($0, []) }
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
    var links: [(link: Picture.Link, from: Int, to: Int)] = []
    var groups: [Set<Int>] = Array(repeating: [], count: picture.cards.count)
    for link in picture.links {
      guard let from = position[link.from], let to = position[link.to] else {
        throw .picture("a link leads from '\(link.from)' to '\(link.to)', which is not there")
      }
      links.append((link, from, to))
      guard let tint = link.tint else { continue }
      groups[from].insert(tint)
      groups[to].insert(tint)
    }
    // Where lines cross, the later one lies above: the calm ones come first.
    let layer: [Picture.LinkStyle: Int] = [.inferred: 0, .gap: 2, .lead: 3, .feedback: 4]
    self.links = links.enumerated().sorted {
      (layer[$0.element.link.style] ?? 1, $0.offset)
        < (layer[$1.element.link.style] ?? 1, $1.offset)
    }.map(\.element)
    self.groups = groups.map { $0.sorted() }
  }

  func blueprint() -> Blueprint {
    let words = WordsMarkup(picture: picture, theme: theme)
    let edges = LinkLowering(theme: theme)
    let width = cardWidth
    return Blueprint(
      name: Escaping.name(picture.name) ?? Blueprint.graphName,
      graph: graphAttributes(title: words.title()),
      node: [
        .plain("shape", "plain"), .plain("fontname", theme.fontList),
        .number("fontsize", theme.sizes.line),
      ],
      edge: [
        .plain("fontname", theme.fontList), .number("fontsize", theme.sizes.note),
        .plain("arrowhead", "normal"), .plain("arrowsize", "0.55"),
      ],
      nodes: picture.cards.indices.map { node($0, width: width) },
      bands: columns.map { column in
        Blueprint.Band(attributes: band(column.column, words: words), nodes: column.cards)
      },
      page: words.legend().map(page),
      edges: links.map { edges.edge($0.link, from: $0.from, to: $0.to) }
    )
  }

  /// What is to be laid out, once the labels of the blueprint are measured.
  func diagram(_ measures: Measures) -> Diagram {
    var looks: [Picture.Link: Int] = [:]
    return Diagram(
      cards: measures.nodes,
      columns: columns.map(\.cards),
      rows: rows,
      links: links.enumerated().map { index, entry in
        let link = entry.link
        let look = Picture.Link(
          from: "",
          to: "",
          style: link.style,
          prominence: link.prominence,
          isTentative: link.isTentative,
          arrow: link.arrow,
          tint: link.tint
        )
        let number = looks[look] ?? looks.count
        looks[look] = number
        return Diagram.Link(
          from: entry.from,
          to: entry.to,
          advances: link.style != .feedback,
          look: number,
          hasTail: link.arrow == .backward,
          hasHead: link.arrow == .forward,
          label: measures.edges[index]
        )
      },
      headings: measures.bands,
      title: measures.title,
      legend: measures.legend,
      spacing: theme.spacing
    )
  }

  /// The rows of a table; none where a card has no row, or two in a column would have the same.
  private var rows: [Int] {
    let rows = picture.cards.compactMap(\.row)
    let isTable =
      links.isEmpty && rows.count == picture.cards.count
      && columns.allSatisfy { column in
        Set(column.cards.map { rows[$0] }).count == column.cards.count
      }
    return isTable ? rows : []
  }

  private func graphAttributes(title: Markup) -> [Blueprint.Attribute] {
    let spacing = theme.spacing
    return [
      // Our own layout needs none of the first ones; they are for those who lay the golden form out.
      .plain("rankdir", "LR"), .plain("newrank", "true"), .plain("splines", "spline"),
      .number("nodesep", spacing.betweenCards / 72),
      .number("ranksep", spacing.betweenRanks / 72),
      .plain("outputorder", "edgesfirst"), .plain("charset", "UTF-8"),
      .plain("pad", Markup.number(Distance.margin / 72)),
      .plain("bgcolor", theme.palette.page.hex), .plain("fontname", theme.fontList),
      .markup("label", title), .plain("labelloc", "t"), .plain("labeljust", "l"),
      .plain("tooltip", Escaping.tooltip(shortTooltip(picture.title))),
    ]
  }

  private func page(_ legend: Markup) -> [Blueprint.Attribute] {
    [
      .markup("label", legend), .plain("labelloc", "b"), .plain("labeljust", "l"),
      .plain("peripheries", "0"), .plain("bgcolor", "transparent"),
    ]
  }

  private func band(_ column: Picture.Column, words: WordsMarkup) -> [Blueprint.Attribute] {
    [
      .plain("id", Escaping.attribute("column:" + column.id)),
      .markup("label", words.heading(column)), .plain("labelloc", "t"),
      .plain("labeljust", "l"), .plain("style", "filled,rounded"),
      .plain("fillcolor", theme.palette.band.hex), .plain("color", theme.palette.band.hex),
      .number("margin", theme.spacing.bandMargin), .plain("peripheries", "1"),
      .plain("tooltip", Escaping.tooltip(shortTooltip(column.heading))),
    ]
  }

  private func node(_ index: Int, width: Double) -> Blueprint.Node {
    let card = picture.cards[index]
    let markup = CardMarkup(theme: theme, width: width)
    let groups = groups[index]
    var attributes =
      picture.cards.count < PlainCard.count
      ? [.markup("label", markup.label(card, groups: groups))]
      : PlainCard(theme: theme).attributes(
        card,
        look: markup.look(of: card, groups: groups),
        groups: groups
      )
    attributes += [
      .plain("id", Escaping.attribute(card.id)),
      .plain(
        "tooltip",
        Escaping.tooltip(shortTooltip(card.tooltip.isEmpty ? card.heading : card.tooltip))
      ),
    ]
    if let address = card.link.flatMap(Escaping.address) {
      attributes.append(.plain("URL", address))
    }
    return Blueprint.Node(name: names[index], attributes: attributes)
  }

  private func shortTooltip(_ text: String) -> String {
    Wrapping.prefix(text, characters: 300)
  }

  private var cardWidth: Double {
    let hasLines = picture.cards.contains { !$0.lines.isEmpty }
    return hasLines ? theme.spacing.cardWidth : theme.spacing.cardWidth * 0.8
  }
}
