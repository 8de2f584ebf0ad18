/// A card as an HTML label: a head with glyph, heading, tag and badge, and lines below.
struct CardMarkup {
  let theme: Theme
  /// The least inner width of a card of this picture, in points.
  let width: Double

  func label(_ card: Picture.Card, groups all: [Int]) -> Markup {
    let look = look(of: card, groups: all)
    // The number that a card of one group wears as its badge need not be said twice.
    let groups = all.filter { card.badge != String($0 + 1) || all.count > 1 }
    var rows = [Markup.row([.cell([], head(card, look: look, groups: groups))])]
    if !chipsFit(card, groups: groups) {
      rows.append(textRow(chips(groups, size: theme.sizes.line, color: nil)))
    }
    if Self.aside(card, cells: theme.spacing.lineCells) == nil {
      let isFaded = card.prominence == .faded
      for line in shown(card.lines) { rows.append(textRow(words(line, isFaded: isFaded))) }
    }
    var styles = ["ROUNDED"]
    switch look.stroke {
    case .dashed: styles.append("DASHED")
    case .dotted: styles.append("DOTTED")
    case .solid, .double: break
    }
    let card = Markup.table(
      [
        ("BORDER", String(look.stroke == .double ? 1 : look.width)),
        ("STYLE", styles.joined(separator: ",")), ("COLOR", look.border.hex),
        ("BGCOLOR", look.body.hex), ("CELLBORDER", "0"), ("CELLSPACING", "3"),
        ("CELLPADDING", "0"),
      ],
      rows
    )
    guard look.stroke == .double else { return card }
    return .table(
      [
        ("BORDER", "1"), ("STYLE", "ROUNDED"), ("COLOR", look.border.hex),
        ("BGCOLOR", theme.palette.page.hex), ("CELLBORDER", "0"), ("CELLSPACING", "2"),
        ("CELLPADDING", "0"),
      ],
      [.row([.cell([], card)])]
    )
  }

  /// A card shouts by taking its border's colour as the fill of its head; a cluster of a single
  /// group wears the colour of the group's links.
  func look(of card: Picture.Card, groups: [Int]) -> Theme.CardLook {
    var look = theme.look(of: card.style)
    if card.style == .cluster, groups.count == 1, let tint = tint(groups[0]) {
      look.head = tint
      look.border = tint
    }
    switch card.prominence {
    case .usual: break
    case .faded: look = theme.faded(look)
    case .focus: look.width += 2
    case .urgent:
      look.headText = theme.palette.page
      look.head = look.border
      look.width += 1
    }
    if card.isTentative { look.stroke = .dotted }
    return look
  }

  /// The remark that stands beside the heading: small cards with a single quiet line are one line
  /// high, which makes room for twenty of them in a column.
  static func aside(_ card: Picture.Card, cells: Int) -> String? {
    switch card.style {
    case .leader, .department, .collective, .plain, .industry, .enterprise, .place: break
    case .cluster, .project, .task: return nil
    case .short, .many, .single, .unnamed, .building, .missing, .lacking, .wanted, .presumed,
      .unknown, .uncounted:
      return nil
    }
    guard card.lines.count == 1, let line = card.lines.first, line.role == .muted,
      card.tag == nil, Wrapping.cells(card.drawnHeading) + Wrapping.cells(line.text) + 2 <= cells
    else { return nil }
    return line.text
  }

  private func chipsFit(_ card: Picture.Card, groups: [Int]) -> Bool {
    let aside = Self.aside(card, cells: theme.spacing.lineCells) ?? ""
    let cells = Wrapping.cells(card.drawnHeading) + Wrapping.cells(aside) + groups.count * 2
    return cells <= theme.spacing.lineCells + 2
  }

  private func head(_ card: Picture.Card, look: Theme.CardLook, groups: [Int]) -> Markup {
    let sizes = theme.sizes
    let inHead = chipsFit(card, groups: groups) ? groups : []
    let tag = card.tag.map(Self.tag)
    let badge = card.badge.map(Self.badge)
    // The width that the marks at the right take from the heading, in points.
    let marks =
      (tag.map { Double(Wrapping.cells($0)) * sizes.note / 2 + 8 } ?? 0)
      + (badge.map { max(16, Double(Wrapping.cells($0)) * sizes.note * 0.6 + 6) + 2 } ?? 0)
      + Double(inHead.count) * sizes.heading
    let room = theme.spacing.headingCells - Int(marks / (sizes.heading * 0.56))
    let lines = Wrapping.lines(card.heading, sign: card.mark, width: max(8, room), limit: 3)
    let glyph = look.glyph.isEmpty ? "" : look.glyph + " "
    // Spaces stand at the end of a run, since some readers of SVG drop them at its start.
    let aside = Self.aside(card, cells: theme.spacing.lineCells)
    var text = Markup.words(
      [glyph + lines[0] + (aside == nil ? "" : "　")],
      size: sizes.heading,
      color: look.headText,
      isBold: true
    )
    if let aside {
      let isDark = look.headText == theme.palette.page
      let color = isDark ? look.headText : theme.palette.muted
      text = text + .words([aside], size: sizes.note, color: color)
    }
    // The heading takes all the width that the marks leave, so that these stand at the right.
    var cells = [
      Markup.cell(
        [
          ("ALIGN", "LEFT"), ("CELLPADDING", glyph.isEmpty ? "4" : "2"),
          ("WIDTH", Markup.number(max(20, width - marks - 6))),
        ],
        .lowered(text)
      )
    ]
    if !inHead.isEmpty {
      let isDark = look.headText == theme.palette.page
      let size = sizes.heading
      let color = isDark ? look.headText : nil
      cells.append(.cell([("ALIGN", "RIGHT")], chips(inHead, size: size, color: color)))
    }
    if let tag {
      let pill =
        switch card.prominence {
        case .urgent: pill(tag, fill: look.headText, text: look.head, width: 0)
        // White on a pale border could not be read.
        case .faded:
          pill(tag, fill: look.head, text: look.headText, border: look.border, width: 0)
        case .usual, .focus: pill(tag, fill: look.border, text: look.body, width: 0)
        }
      cells.append(pill)
    }
    if let badge {
      cells.append(
        pill(badge, fill: look.head, text: look.headText, border: look.headText, width: 14)
      )
    }
    var rows = [Markup.row(cells)]
    // The marks stand in the first line's row, or they would grow as high as the heading.
    for line in lines.dropFirst() {
      let indent = Markup.words(["　 "], size: sizes.heading, color: look.headText, isBold: true)
      let rest = Markup.words([line], size: sizes.heading, color: look.headText, isBold: true)
      let words = glyph.isEmpty ? rest : indent + rest
      let span = String(cells.count)
      let padding = glyph.isEmpty ? "3" : "1"
      rows.append(
        .row([.cell([("ALIGN", "LEFT"), ("COLSPAN", span), ("CELLPADDING", padding)], words)])
      )
    }
    return .table(
      [
        ("BORDER", "0"), ("STYLE", "ROUNDED"), ("BGCOLOR", look.head.hex), ("CELLBORDER", "0"),
        ("CELLSPACING", "0"), ("CELLPADDING", "1"), ("WIDTH", Markup.number(width)),
      ],
      rows
    )
  }

  private func pill(
    _ text: String,
    fill: Theme.Color,
    text color: Theme.Color,
    border: Theme.Color? = nil,
    width: Int
  ) -> Markup {
    let cell = Markup.cell(
      [("CELLPADDING", "1"), ("WIDTH", String(width))],
      .lowered(.words([text], size: theme.sizes.note, color: color, isBold: true))
    )
    let table = Markup.table(
      [
        ("BORDER", border == nil ? "0" : "1"), ("STYLE", "ROUNDED"),
        ("COLOR", (border ?? fill).hex), ("BGCOLOR", fill.hex), ("CELLBORDER", "0"),
        ("CELLSPACING", "0"), ("CELLPADDING", "0"),
      ],
      [.row([cell])]
    )
    return .cell([("ALIGN", "RIGHT"), ("VALIGN", "MIDDLE")], table)
  }

  private func textRow(_ content: Markup) -> Markup {
    .row([
      .cell([("ALIGN", "LEFT"), ("BALIGN", "LEFT"), ("CELLPADDING", "1")], content)
    ])
  }

  private func words(_ line: Picture.Line, isFaded: Bool) -> Markup {
    let palette = theme.palette
    let size = theme.sizes.line
    let isBold = line.role == .emphasis
    let color = isFaded ? palette.faded : line.role == .muted ? palette.muted : palette.ink
    let wrapped = Wrapping.lines(line.text, width: theme.spacing.lineCells, limit: 3)
    // Sign and text are two runs on each line, or rounding would shift the second line.
    return wrapped.enumerated().reduce(.empty) { markup, entry in
      let sign = entry.offset == 0 ? Self.glyph(of: line.role, status: line.status) : "　"
      return markup
        + .words(
          [Self.margin + sign + Self.margin],
          size: size,
          color: isFaded ? color : theme.color(of: line.role)
        )
        + .words(
          [entry.element + Self.margin],
          size: size,
          color: color,
          isBold: isBold
        )
        + .lineBreak
    }
  }

  /// A thin space, which Graphviz does not trim.
  private static let margin = "\u{2009}"

  private func shown(_ lines: [Picture.Line]) -> [Picture.Line] {
    let limit = max(1, theme.spacing.linesPerCard)
    guard lines.count > limit else { return lines }
    let hidden = lines.count - (limit - 1)
    return lines.prefix(limit - 1) + [Picture.Line(text: "…… +\(hidden)", role: .muted)]
  }

  private func chips(_ groups: [Int], size: Double, color: Theme.Color?) -> Markup {
    let (shown, rest) = Self.shown(groups)
    let signs = shown.reduce(.empty) { markup, group in
      let shade = color ?? tint(group) ?? theme.palette.ink
      return markup + .words([Self.number(group)], size: size, color: shade, isBold: true)
    }
    guard let rest else { return signs }
    return signs + .words([rest], size: size, color: color ?? theme.palette.ink, isBold: true)
  }

  /// The most groups whose signs stand on a card: one that stands for many others may have thousands.
  private static let mostSigns = 30

  /// The groups whose signs are shown, and how many more there are.
  private static func shown(_ groups: [Int]) -> (groups: ArraySlice<Int>, rest: String?) {
    guard groups.count > mostSigns else { return (groups[...], nil) }
    return (groups.prefix(mostSigns - 1), " …… +\(groups.count - mostSigns + 1)")
  }

  private func tint(_ group: Int) -> Theme.Color? {
    theme.tints.isEmpty || group < 0 ? nil : theme.tints[group % theme.tints.count]
  }

  /// The sign of a group: a circled number as far as there are any.
  static func number(_ group: Int) -> String {
    let first: Int
    switch group {
    case 0..<20: first = 0x2460
    case 20..<35: first = 0x3251 - 20
    case 35..<50: first = 0x32B1 - 35
    default: return "(\(group + 1))"
    }
    return UInt32(exactly: first + group).flatMap(Unicode.Scalar.init).map(String.init)
      ?? "(\(group + 1))"
  }

  /// The sign before a line, one full character wide, so that wrapped text aligns under it.
  static func glyph(of role: Picture.LineRole, status: Picture.ProjectStatus?) -> String {
    switch role {
    case .emphasis: "★"
    case .normal: "・"
    case .muted: "　"
    case .project:
      switch status {
      case .planned, .preparing: "△"
      case .operating: "●"
      case nil, .building, .completing: "▲"
      }
    }
  }

  private static func tag(_ text: String) -> String { Wrapping.shortened(text, cells: 12) }
  private static func badge(_ text: String) -> String { Wrapping.shortened(text, cells: 6) }
}
