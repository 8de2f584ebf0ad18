/// A card as a plain label, for pictures of many hundred cards: these are looked at through a lens,
/// and plain labels take a third of the time and of the space.
///
/// Colour, border, glyph, tag, badge and lines are there; the head has no ground of its own.
struct PlainCard {
  let theme: Theme

  /// From this many cards on, cards are plain.
  static let count = 800

  func attributes(_ card: Picture.Card, look: Theme.CardLook, groups: [Int]) -> [Blueprint
    .Attribute]
  {
    let limit = max(1, theme.spacing.linesPerCard)
    let hidden = card.lines.count > limit ? card.lines.count - (limit - 1) : 0
    let shown = hidden > 0 ? card.lines.prefix(limit - 1) : card.lines[...]
    let cells = theme.spacing.lineCells + 4
    // Of a long name the end gives way, not the signs behind it.
    let signs = [card.mark, card.tag.map { "[\($0)]" }, card.badge].compactMap { $0 }
    let room = cells - signs.reduce(0) { $0 + Wrapping.cells($1) + 1 }
    let name = [look.glyph, card.heading].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = [([Wrapping.shortened(name, cells: max(8, room))] + signs).joined(separator: " ")]
    lines += shown.map { CardMarkup.glyph(of: $0.role, status: $0.status) + $0.text }
    if hidden > 0 { lines.append("…… +\(hidden)") }
    if !groups.isEmpty { lines.append(groups.map(CardMarkup.number).joined()) }
    let text = lines.map { Escaping.label(Wrapping.shortened($0, cells: cells)) + "\\l" }
    var styles = ["rounded", "filled"]
    switch look.stroke {
    case .dashed: styles.append("dashed")
    case .dotted: styles.append("dotted")
    case .solid, .double: break
    }
    return [
      .plain("label", text.joined()), .plain("shape", "box"),
      .plain("style", styles.joined(separator: ",")), .plain("fillcolor", look.head.hex),
      .plain("color", look.border.hex), .plain("fontcolor", look.headText.hex),
      .plain("penwidth", String(look.stroke == .double ? look.width + 1 : look.width)),
      .plain("margin", "0.08,0.04"), .plain("width", Markup.number(theme.spacing.cardWidth / 72)),
      .plain("height", "0"),
    ]
  }
}
