/// Turns a picture that is too large for columns into a graph of small boxes: springs bring together
/// what belongs together, and a column is a colour.
struct PlainLowering {
  let picture: Picture
  let theme: Theme

  private static let engine = "sfdp"
  /// Rounds of moving boxes apart: twenty leave hardly an overlap; two hundred take three times as
  /// long.
  private static let overlap = "prism20"
  /// Chinese characters, twice: what a small box can hold.
  private static let nameCells = 16

  func blueprint() -> Blueprint {
    let colors = self.colors
    let names = Escaping.nodeNames(picture.cards.map(\.id))
    let nodes = zip(picture.cards, names).map { card, name in
      node(card, named: name, color: colors[card.column] ?? theme.palette.ink)
    }
    let position = Dictionary(
      picture.cards.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return Blueprint(
      name: Escaping.name(picture.name) ?? Blueprint.graphName,
      graph: [
        .plain("overlap", Self.overlap), .plain("splines", "line"),
        .plain("outputorder", "edgesfirst"), .plain("charset", "UTF-8"), .number("pad", 0.35),
        .plain("bgcolor", theme.palette.page.hex), .plain("fontname", theme.fontList),
        .markup("label", words), .plain("labelloc", "t"), .plain("labeljust", "l"),
        .plain("tooltip", Escaping.tooltip(Wrapping.prefix(picture.title, characters: 300))),
      ],
      node: [
        .plain("shape", "box"), .plain("style", "filled"), .plain("fontname", theme.fontList),
        .number("fontsize", theme.sizes.note), .plain("margin", "0.06,0.03"),
        .number("height", 0.2), .number("width", 0.3), .number("penwidth", 0.5),
      ],
      edge: [.plain("arrowhead", "normal"), .plain("arrowsize", "0.4")],
      nodes: nodes,
      bands: [],
      page: nil,
      edges: picture.links.compactMap { link in
        guard let from = position[link.from], let to = position[link.to] else { return nil }
        return Blueprint.Edge(from: from, to: to, attributes: attributes(of: link))
      },
      engine: Self.engine
    )
  }

  /// The colour of each column that has cards.
  private var colors: [String: Theme.Color] {
    guard !theme.tints.isEmpty else { return [:] }
    let columns = usedColumns.enumerated().map { ($1.id, theme.tints[$0 % theme.tints.count]) }
    return Dictionary(columns, uniquingKeysWith: { first, _ in first })
  }

  private var usedColumns: [Picture.Column] {
    let used = Set(picture.cards.map(\.column))
    return picture.columns.filter { used.contains($0.id) }
  }

  /// The theme for the words, which grow with the drawing's sides to stay in proportion to it.
  private var wordsTheme: Theme {
    var theme = theme
    let growth = max(1, (Double(picture.cards.count) / 500).squareRoot())
    for field in ThemeFields.sizes {
      field.set(&theme.sizes, field.value(theme.sizes) * growth)
    }
    return theme
  }

  /// Title, colours of the columns, legend and footnotes, all above the drawing: a layout by springs
  /// has one label and no more.
  private var words: Markup {
    let words = WordsMarkup(picture: picture, theme: wordsTheme)
    let parts = [words.title(), columnColors] + [words.legend()].compactMap { $0 }
    let rows = parts.map { Markup.row([.cell([("ALIGN", "LEFT")], $0)]) }
    return .table(
      [("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", "4"), ("CELLPADDING", "0")],
      rows
    )
  }

  private var columnColors: Markup {
    let (colors, sizes) = (colors, wordsTheme.sizes)
    return usedColumns.reduce(.empty) { markup, column in
      let name = Wrapping.shortened(column.heading, cells: 40)
      return markup
        + .words(["■ "], size: sizes.column, color: colors[column.id] ?? theme.palette.ink)
        + .words([name + "　"], size: sizes.line, color: theme.palette.ink)
    } + .words([" "], size: sizes.line, color: theme.palette.ink)
  }

  private func node(
    _ card: Picture.Card,
    named nodeName: String,
    color: Theme.Color
  ) -> Blueprint.Node {
    let glyph = theme.look(of: card.style).glyph
    let name =
      Wrapping.shortened(card.heading, cells: Self.nameCells) + (card.mark.map { " \($0)" } ?? "")
    let isFaded = card.prominence == .faded
    var attributes: [Blueprint.Attribute] = [
      .plain("label", Escaping.label(glyph.isEmpty ? name : glyph + " " + name)),
      .plain("id", Escaping.attribute(card.id)),
      .plain("fillcolor", (isFaded ? theme.palette.page : color).hex),
      .plain("fontcolor", (isFaded ? theme.palette.faded : theme.palette.page).hex),
      .plain("color", (isFaded ? theme.faded(color) : color).hex),
      .plain(
        "tooltip",
        Escaping.tooltip(
          Wrapping.prefix(card.tooltip.isEmpty ? card.heading : card.tooltip, characters: 300)
        )
      ),
    ]
    if card.prominence == .focus || card.prominence == .urgent {
      attributes += [.plain("color", theme.palette.ink.hex), .number("penwidth", 2)]
    }
    if let address = card.link.flatMap(Escaping.address) {
      attributes.append(.plain("URL", address))
    }
    return Blueprint.Node(name: nodeName, attributes: attributes)
  }

  private func attributes(of link: Picture.Link) -> [Blueprint.Attribute] {
    let look = theme.look(of: link.style)
    var attributes: [Blueprint.Attribute] = [
      .plain("color", (link.prominence == .faded ? theme.faded(look.color) : look.color).hex),
      .number("penwidth", look.width / 2),
    ]
    switch link.isTentative ? .dotted : look.stroke {
    case .dashed: attributes.append(.plain("style", "dashed"))
    case .dotted: attributes.append(.plain("style", "dotted"))
    case .solid, .double: break
    }
    return attributes + link.arrowAttributes
  }
}
