/// Links as edges.
struct LinkLowering {
  let theme: Theme

  func edge(_ link: Picture.Link, from: Int, to: Int) -> Blueprint.Edge {
    let look = theme.look(of: link.style)
    var color = look.color
    if let tint = link.tint, tint >= 0, !theme.tints.isEmpty {
      color = theme.tints[tint % theme.tints.count]
    }
    var width = look.width
    switch link.prominence {
    case .faded: color = theme.faded(color)
    case .focus, .urgent: width *= 1.6
    case .usual: break
    }
    var attributes: [Blueprint.Attribute] = [
      .plain("color", color.hex), .number("penwidth", width),
    ]
    switch link.isTentative ? .dotted : look.stroke {
    case .dashed: attributes.append(.plain("style", "dashed"))
    case .dotted: attributes.append(.plain("style", "dotted"))
    case .double: attributes[1] = .number("penwidth", width * 2)
    case .solid: break
    }
    // For those who lay the golden form out: what returns moves no card.
    if link.style == .feedback { attributes.append(.plain("constraint", "false")) }
    attributes += link.arrowAttributes
    if let label = link.label, !label.isEmpty {
      let text = Wrapping.shortened(label, cells: 24)
      attributes.append(
        .markup("label", self.label(text, color: color))
      )
    }
    if !link.tooltip.isEmpty {
      let text = Escaping.tooltip(Wrapping.prefix(link.tooltip, characters: 300))
      attributes += [.plain("tooltip", text), .plain("labeltooltip", text)]
    }
    return Blueprint.Edge(from: from, to: to, attributes: attributes)
  }

  /// A label with a ground of its own, for the line runs behind it.
  private func label(_ text: String, color: Theme.Color) -> Markup {
    .table(
      [
        ("BORDER", "0"), ("CELLBORDER", "0"), ("CELLSPACING", "0"), ("CELLPADDING", "1"),
        ("BGCOLOR", theme.palette.page.hex), ("STYLE", "ROUNDED"),
      ],
      [.row([.cell([], .words([text], size: theme.sizes.note, color: color))])]
    )
  }
}

extension Picture.Link {
  /// Which ends have an arrow, and of which shape: a hollow one where nothing passes along.
  var arrowAttributes: [Blueprint.Attribute] {
    let isHollow = style == .structure
    return switch arrow {
    case .forward: isHollow ? [.plain("arrowhead", "onormal")] : []
    case .backward: [.plain("dir", "back")] + (isHollow ? [.plain("arrowtail", "onormal")] : [])
    case .none: [.plain("dir", "none")]
    }
  }
}
