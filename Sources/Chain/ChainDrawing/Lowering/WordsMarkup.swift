/// The words around the cards: title, headings of columns, legend and footnotes.
struct WordsMarkup {
  let picture: Picture
  let theme: Theme

  func title() -> Markup {
    let sizes = theme.sizes
    var rows = [
      Markup.row([
        .cell(
          [("ALIGN", "LEFT")],
          .words(
            [Wrapping.shortened(picture.title, cells: 80)],
            size: sizes.title,
            color: theme.palette.ink,
            isBold: true
          )
        )
      ])
    ]
    if !picture.subtitle.isEmpty {
      let text = Wrapping.shortened(picture.subtitle, cells: 200)
      rows.append(quiet(text, size: sizes.subtitle))
    }
    return .table(Self.bare(spacing: 2), rows)
  }

  func heading(_ column: Picture.Column) -> Markup {
    var text = Markup.words(
      [Wrapping.shortened(column.heading, cells: 40) + "　"],
      size: theme.sizes.column,
      color: theme.palette.ink,
      isBold: true
    )
    if !column.note.isEmpty {
      // In one cell, so that both sizes stand on one baseline.
      text =
        text
        + .words(
          [Wrapping.shortened(column.note, cells: 40)],
          size: theme.sizes.note,
          color: theme.palette.muted
        )
    }
    return .table(Self.bare(spacing: 5), [.row([.cell([("ALIGN", "LEFT")], text)])])
  }

  private static let entriesInARow = 8

  /// The strip below the columns, or `nil` when there is nothing to say.
  func legend() -> Markup? {
    var rows: [Markup] = []
    // One long line would make a small picture as wide as its legend.
    for start in stride(from: 0, to: picture.legend.count, by: Self.entriesInARow) {
      let cells = picture.legend[start...].prefix(Self.entriesInARow).flatMap { item in
        [symbol(item.symbol), entry(item.text)]
      }
      rows.append(
        .row([
          .cell([("ALIGN", "LEFT")], .table(Self.bare(spacing: 3), [.row(cells)]))
        ])
      )
    }
    for footnote in picture.footnotes {
      rows.append(quiet(Wrapping.shortened(footnote, cells: 240), size: theme.sizes.note))
    }
    return rows.isEmpty ? nil : .table(Self.bare(spacing: 3), rows)
  }

  private func entry(_ text: String) -> Markup {
    .cell(
      [("ALIGN", "LEFT")],
      .words(
        [Wrapping.shortened(text, cells: 40) + "　 "],
        size: theme.sizes.line,
        color: theme.palette.ink
      )
    )
  }

  private func symbol(_ symbol: Picture.LegendSymbol) -> Markup {
    let size = theme.sizes.note
    switch symbol {
    case .card(let style): return swatch(theme.look(of: style))
    case .link(let style):
      let look = theme.look(of: style)
      let line = Markup.words([Self.sample(of: look)], size: size, color: look.color, isBold: true)
      return .cell(
        [],
        line + .words([style == .structure ? "▷" : "▶"], size: size * 0.7, color: look.color)
      )
    case .line(let role):
      let sign = CardMarkup.glyph(of: role, status: nil)
      return .cell([], .words([sign], size: size, color: theme.color(of: role)))
    case .project(let status):
      let sign = CardMarkup.glyph(of: .project, status: status)
      return .cell([], .words([sign], size: size, color: theme.color(of: .project)))
    case .tag(let text):
      // A tag has the colour of its card; that of no card in particular says nothing by itself.
      let look = theme.look(of: .plain)
      let word = Wrapping.shortened(text, cells: 12)
      return .cell(
        [("BGCOLOR", look.border.hex), ("STYLE", "ROUNDED"), ("CELLPADDING", "2")],
        .words([word], size: size, color: theme.palette.page, isBold: true)
      )
    }
  }

  private func swatch(_ look: Theme.CardLook) -> Markup {
    var styles = ["ROUNDED"]
    if look.stroke == .dashed { styles.append("DASHED") }
    if look.stroke == .dotted { styles.append("DOTTED") }
    let box = Markup.table(
      [
        ("BORDER", String(max(1, look.width))), ("STYLE", styles.joined(separator: ",")),
        ("COLOR", look.border.hex), ("BGCOLOR", look.head.hex), ("CELLBORDER", "0"),
        ("CELLSPACING", "0"), ("CELLPADDING", "2"),
      ],
      [
        .row([
          .cell(
            [("WIDTH", "30")],
            .words(
              [look.glyph.isEmpty ? "　" : look.glyph],
              size: theme.sizes.note,
              color: look.headText,
              isBold: true
            )
          )
        ])
      ]
    )
    return .cell([], box)
  }

  /// Lines of text stand in for a stretch of the link; box-drawing characters join up.
  private static func sample(of look: Theme.LinkLook) -> String {
    switch look.stroke {
    case .solid: look.width > 1.4 ? "━━━" : "───"
    case .dashed: "┅┅┅"
    case .dotted: "┈┈┈"
    case .double: "═══"
    }
  }

  private func quiet(_ text: String, size: Double) -> Markup {
    .row([.cell([("ALIGN", "LEFT")], .words([text], size: size, color: theme.palette.muted))])
  }

  private static func bare(spacing: Int) -> [(String, String)] {
    [
      ("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", String(spacing)), ("CELLPADDING", "0"),
    ]
  }
}
