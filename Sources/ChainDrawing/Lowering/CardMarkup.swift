/// A card as an HTML label: a head with glyph, heading, tag and badge, and lines below.
struct CardMarkup {
  let theme: Theme
  /// The least inner width of a card of this picture, in points.
  let width: Double

  func label(_ card: Card, groups: [Int]) -> Markup {
    let look = look(of: card, groups: groups)
    var rows = [Markup.row([.cell([], head(card, look: look, groups: groups))])]
    if groups.count > Self.groupsInHead {
      rows.append(textRow(chips(groups), look: look))
    }
    for line in shown(card.lines) { rows.append(textRow(words(line), look: look)) }
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
  func look(of card: Card, groups: [Int]) -> CardLook {
    var look = theme.look(of: card.style)
    if card.style == .cluster, groups.count == 1, let tint = tint(groups[0]) {
      look.head = tint
      look.border = tint
    }
    if card.isUrgent {
      look.headText = theme.palette.page
      look.head = look.border
      look.width += 1
    }
    return look
  }

  private static let groupsInHead = 2

  private func head(_ card: Card, look: CardLook, groups: [Int]) -> Markup {
    let sizes = theme.sizes
    let inHead = groups.count <= Self.groupsInHead ? groups : []
    let tagCells = card.tag.map { Wrapping.cells(Self.tag($0)) + 1 } ?? 0
    let badgeCells = card.badge.map { Wrapping.cells(Self.badge($0)) + 2 } ?? 0
    let room = max(10, theme.spacing.headingCells - tagCells - badgeCells - inHead.count * 2)
    let glyph = look.glyph.isEmpty ? "" : look.glyph + " "
    var lines = Wrapping.lines(card.heading, width: room, limit: 3)
    lines = lines.enumerated().map { $0 == 0 ? glyph + $1 : (glyph.isEmpty ? "" : "　 ") + $1 }
    var cells = [
      Markup.cell(
        [("ALIGN", "LEFT"), ("BALIGN", "LEFT"), ("CELLPADDING", "4")],
        .words(lines, size: sizes.heading, color: look.headText, isBold: true)
      )
    ]
    for group in inHead {
      let color = card.style == .cluster || card.isUrgent ? look.headText : tint(group)
      cells.append(
        .cell(
          [("ALIGN", "RIGHT"), ("WIDTH", "16")],
          .words(
            [Self.number(group)],
            size: sizes.heading,
            color: color ?? look.headText,
            isBold: true
          )
        )
      )
    }
    if let tag = card.tag {
      let (fill, text) = card.isUrgent ? (look.headText, look.head) : (look.border, look.body)
      cells.append(pill(Self.tag(tag), fill: fill, text: text))
    }
    if let badge = card.badge {
      let (fill, text) = card.isUrgent ? (look.head, look.headText) : (look.head, look.headText)
      cells.append(pill(Self.badge(badge), fill: fill, text: text, border: text))
    }
    return .table(
      [
        ("BORDER", "0"), ("STYLE", "ROUNDED"), ("BGCOLOR", look.head.hex), ("CELLBORDER", "0"),
        ("CELLSPACING", "2"), ("CELLPADDING", "0"), ("WIDTH", Markup.number(width)),
      ],
      [.row(cells)]
    )
  }

  private func pill(_ text: String, fill: Color, text color: Color, border: Color? = nil) -> Markup
  {
    let cell = Markup.cell(
      [("CELLPADDING", "2")],
      .words([text], size: theme.sizes.note, color: color, isBold: true)
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

  private func textRow(_ content: Markup, look: CardLook) -> Markup {
    .row([
      .cell([("ALIGN", "LEFT"), ("BALIGN", "LEFT"), ("CELLPADDING", "1")], content)
    ])
  }

  private func words(_ line: Line) -> Markup {
    let palette = theme.palette
    let size = theme.sizes.line
    let wrapped = Wrapping.lines(line.text, width: theme.spacing.lineCells, limit: 2)
    let lines = wrapped.enumerated().map { index, text in
      (index == 0 ? Self.glyph(of: line.role, status: line.status) : "　") + text + " "
    }
    return .words(
      lines,
      size: size,
      color: line.role == .muted ? palette.muted : palette.ink,
      isBold: line.role == .emphasis
    )
  }

  private func shown(_ lines: [Line]) -> [Line] {
    let limit = max(1, theme.spacing.linesPerCard)
    guard lines.count > limit else { return lines }
    let hidden = lines.count - (limit - 1)
    return lines.prefix(limit - 1) + [Line(text: "…… +\(hidden)", role: .muted)]
  }

  private func chips(_ groups: [Int]) -> Markup {
    groups.reduce(.empty) { markup, group in
      markup
        + .words(
          [Self.number(group)],
          size: theme.sizes.line,
          color: tint(group) ?? theme.palette.ink,
          isBold: true
        )
    }
  }

  private func tint(_ group: Int) -> Color? {
    theme.tints.isEmpty || group < 0 ? nil : theme.tints[group % theme.tints.count]
  }

  /// The sign of a group: a circled number as far as fonts have them.
  static func number(_ group: Int) -> String {
    guard (0..<20).contains(group), let scalar = Unicode.Scalar(0x2460 + UInt32(group)) else {
      return "(\(group + 1))"
    }
    return String(scalar)
  }

  /// The sign before a line, one full character wide, so that wrapped text aligns under it.
  static func glyph(of role: LineRole, status: ProjectStatus?) -> String {
    switch role {
    case .emphasis: "★"
    case .normal: "・"
    case .muted: "　"
    case .project:
      switch status {
      case .planned: "△"
      case .operating: "●"
      case nil, .preparing, .building, .completing: "▲"
      }
    }
  }

  private static func tag(_ text: String) -> String { Wrapping.shortened(text, cells: 12) }
  private static func badge(_ text: String) -> String { Wrapping.shortened(text, cells: 6) }
}
