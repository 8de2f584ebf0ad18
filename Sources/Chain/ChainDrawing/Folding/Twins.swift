/// The cards of a picture that nothing tells apart but their names and lines.
struct Twins {
  /// The groups of cards, as positions, in the order of their first cards; most are of one card.
  let groups: [[Int]]

  /// One end of a link, as seen from the other.
  private struct Neighbour: Hashable {
    /// The position of the card; -1 for the card itself.
    let card: Int
    let isTarget: Bool
    let style: Picture.LinkStyle
    let prominence: Picture.Prominence
    let isTentative: Bool
    let arrow: Picture.Arrow
    let tint: Int?
    let label: String
  }

  private struct Likeness: Hashable {
    let look: Look
    let neighbours: Set<Neighbour>
  }

  init(_ picture: Picture) {
    let position = Dictionary(
      picture.cards.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var neighbours: [Set<Neighbour>] = Array(repeating: [], count: picture.cards.count)
    for link in picture.links {
      guard let from = position[link.from], let to = position[link.to] else { continue }
      func end(_ card: Int, isTarget: Bool) -> Neighbour {
        Neighbour(
          card: from == to ? -1 : card,
          isTarget: isTarget,
          style: link.style,
          prominence: link.prominence,
          isTentative: link.isTentative,
          arrow: link.arrow,
          tint: link.tint,
          label: link.label ?? ""
        )
      }
      neighbours[from].insert(end(to, isTarget: true))
      neighbours[to].insert(end(from, isTarget: false))
    }
    var groups: [[Int]] = []
    var groupOf: [Likeness: Int] = [:]
    for (index, card) in picture.cards.enumerated() {
      let likeness = Likeness(look: Look(of: card), neighbours: neighbours[index])
      if let group = groupOf[likeness] {
        groups[group].append(index)
      } else {
        groupOf[likeness] = groups.count
        groups.append([index])
      }
    }
    self.groups = groups
  }
}
