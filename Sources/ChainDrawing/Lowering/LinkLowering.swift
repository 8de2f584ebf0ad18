/// Links as edges, and the edges nobody sees that hold the ranks in their order.
struct LinkLowering {
  let theme: Theme
  let names: [String]
  /// The ranks of the whole page, left to right.
  let ranks: [[Int]]

  /// The visible links, then those nobody sees.
  func elements(_ links: [(link: Link, from: Int, to: Int)]) -> [Blueprint.Element] {
    let place = places()
    var joined: Set<Int> = []
    var held: Set<[Int]> = []
    // Where lines cross, the later one lies above: the calm ones come first.
    let layer: [LinkStyle: Int] = [.inferred: 0, .gap: 2, .lead: 3, .feedback: 4]
    let sorted = links.enumerated().sorted {
      (layer[$0.element.link.style] ?? 1, $0.offset)
        < (layer[$1.element.link.style] ?? 1, $1.offset)
    }
    var elements = sorted.map { _, entry in
      let (start, end) = (place[entry.from], place[entry.to])
      let isFeedback = entry.link.style == .feedback
      if !isFeedback, end.rank == start.rank + 1 { joined.insert(start.rank) }
      let course: Course =
        if start.rank == end.rank {
          start.row < end.row ? .down : .up
        } else {
          isFeedback || end.rank < start.rank ? .back : .forward
        }
      if course == .down { held.insert([entry.from, entry.to]) }
      if course == .up { held.insert([entry.to, entry.from]) }
      return edge(entry.link, from: entry.from, to: entry.to, course: course)
    }
    for index in ranks.indices.dropLast() where !joined.contains(index) {
      guard let from = ranks[index].first, let to = ranks[index + 1].first else { continue }
      elements.append(unseen(from: from, to: to, weight: 0))
    }
    // Graphviz puts the tail of a link within a rank below its head, unless its weight is nothing.
    for cards in ranks {
      for (upper, lower) in zip(cards, cards.dropFirst()) where !held.contains([upper, lower]) {
        elements.append(unseen(from: lower, to: upper, weight: 1))
      }
    }
    return elements
  }

  /// Which way a link runs on the page.
  private enum Course {
    case forward, back, down, up
  }

  private func places() -> [(rank: Int, row: Int)] {
    var places = Array(repeating: (rank: 0, row: 0), count: names.count)
    for (rank, cards) in ranks.enumerated() {
      for (row, card) in cards.enumerated() { places[card] = (rank, row) }
    }
    return places
  }

  private func unseen(from: Int, to: Int, weight: Int) -> Blueprint.Element {
    .edge(
      from: names[from],
      to: names[to],
      attributes: [.plain("style", "invis"), .plain("weight", String(weight))]
    )
  }

  private func edge(_ link: Link, from: Int, to: Int, course: Course) -> Blueprint.Element {
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
    switch course {
    case .forward:
      // Leaving in the middle of the right side and entering in the middle of the left one, the
      // links of a card run together, which is calmer than a comb of arrows.
      attributes += [.plain("tailport", "e"), .plain("headport", "w")]
    case .back: attributes.append(.plain("constraint", "false"))
    case .down, .up: break
    }
    // A link down its rank is laid out the other way round.
    let isTurned = (course == .down) != (link.arrow == .backward)
    if link.arrow == .none {
      attributes.append(.plain("dir", "none"))
    } else if isTurned {
      attributes.append(.plain("dir", "back"))
    }
    if let label = link.label, !label.isEmpty {
      let text = Wrapping.shortened(label, cells: 24)
      attributes.append(
        .markup("label", .words([text], size: theme.sizes.note, color: color))
      )
    }
    if !link.tooltip.isEmpty {
      let text = Escaping.tooltip(Wrapping.prefix(link.tooltip, characters: 300))
      attributes += [.plain("tooltip", text), .plain("labeltooltip", text)]
    }
    return course == .down
      ? .edge(from: names[to], to: names[from], attributes: attributes)
      : .edge(from: names[from], to: names[to], attributes: attributes)
  }
}
