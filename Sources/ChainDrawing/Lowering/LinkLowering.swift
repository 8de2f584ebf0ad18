/// Links as edges, and the edges nobody sees that hold the ranks in their order.
struct LinkLowering {
  let theme: Theme
  let names: [String]
  /// The ranks of the whole page, left to right.
  let ranks: [[Int]]

  func elements(_ links: [(link: Link, from: Int, to: Int)]) -> [Blueprint.Element] {
    var rank = Array(repeating: 0, count: names.count)
    for (index, cards) in ranks.enumerated() {
      for card in cards { rank[card] = index }
    }
    var joined: Set<Int> = []
    // Where lines cross, the later one lies above: the calm ones come first.
    let order: [LinkStyle: Int] = [.inferred: 0, .gap: 2, .lead: 3, .feedback: 4]
    let sorted = links.enumerated().sorted {
      (order[$0.element.link.style] ?? 1, $0.offset)
        < (order[$1.element.link.style] ?? 1, $1.offset)
    }
    var elements = sorted.map { _, entry in
      let advance = entry.link.style == .feedback ? -1 : rank[entry.to] - rank[entry.from]
      if advance == 1 { joined.insert(rank[entry.from]) }
      return edge(entry.link, from: entry.from, to: entry.to, advance: advance)
    }
    for index in ranks.indices.dropLast() {
      guard !joined.contains(index), let from = ranks[index].first, let to = ranks[index + 1].first
      else { continue }
      elements.append(
        .edge(
          from: names[from],
          to: names[to],
          attributes: [.plain("style", "invis"), .plain("weight", "0")]
        )
      )
    }
    return elements
  }

  private func edge(_ link: Link, from: Int, to: Int, advance: Int) -> Blueprint.Element {
    let look = theme.look(of: link.style)
    var color = look.color
    if let tint = link.tint, tint >= 0, !theme.tints.isEmpty {
      color = theme.tints[tint % theme.tints.count]
    }
    var attributes: [Blueprint.Attribute] = [
      .plain("color", color.hex), .number("penwidth", look.width),
    ]
    switch look.stroke {
    case .dashed: attributes.append(.plain("style", "dashed"))
    case .dotted: attributes.append(.plain("style", "dotted"))
    case .double: attributes[1] = .number("penwidth", look.width * 2)
    case .solid: break
    }
    if advance > 0 {
      // Leaving in the middle of the right side and entering in the middle of the left one, the
      // links of a card run together, which is calmer than a comb of arrows.
      attributes += [.plain("tailport", "e"), .plain("headport", "w")]
    } else if advance < 0 {
      attributes.append(.plain("constraint", "false"))
    }
    if let label = link.label, !label.isEmpty {
      let text = Wrapping.shortened(label, cells: 24)
      attributes.append(
        .markup("label", .words([text], size: theme.sizes.note, color: color))
      )
    }
    if !link.tooltip.isEmpty {
      let text = Escaping.attribute(Wrapping.prefix(link.tooltip, characters: 300))
      attributes += [.plain("tooltip", text), .plain("labeltooltip", text)]
    }
    return .edge(from: names[from], to: names[to], attributes: attributes)
  }
}
