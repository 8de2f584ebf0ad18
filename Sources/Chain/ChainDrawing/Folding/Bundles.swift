/// The cards of a picture in so few groups that a person can read it: those of a column that look
/// alike and follow each other, as many to a group as it takes.
struct Bundles {
  /// The groups of cards, as positions, in the order of their first cards.
  let groups: [[Int]]

  /// About `most` groups to a column, and at least one for each look.
  init(_ picture: Picture, most: Int) {
    var sizes: [String: Int] = [:]
    for card in picture.cards { sizes[card.column, default: 0] += 1 }
    var groups: [[Int]] = []
    var open: [Look: Int] = [:]
    for (index, card) in picture.cards.enumerated() {
      let look = Look(of: card)
      let size = ((sizes[card.column] ?? 0) + most - 1) / most
      if let group = open[look], groups[group].count < size {
        groups[group].append(index)
      } else {
        open[look] = groups.count
        groups.append([index])
      }
    }
    self.groups = groups
  }
}
