/// A picture folded so that it can be drawn, and what it took.
struct Folding {
  /// What is drawn; its last footnote says what was folded.
  private(set) var picture: Picture

  /// Whether it is drawn without columns, as small boxes.
  private(set) var isPlain = false

  /// For each card of ``picture``, the ids of the cards of the original that it stands for.
  private(set) var members: [String: [String]]

  /// The cards whose lines became counts, and those lines.
  private(set) var counted = (cards: 0, lines: 0)

  /// The cards that became one with others, and what became of them.
  private(set) var merged = (cards: 0, into: 0)

  /// The links that became one with others, and what became of them.
  private(set) var joined = (links: 0, into: 0)

  /// The links whose words were left out.
  private(set) var unlabelled = 0

  fileprivate init(_ picture: Picture) {
    self.picture = picture
    members = Dictionary(picture.cards.map { ($0.id, [$0.id]) }, uniquingKeysWith: { a, _ in a })
  }

  fileprivate mutating func fold(by policy: FoldingPolicy) {
    let count = picture.cards.count
    guard count > policy.cardsWithLines else { return }
    let tally = LineTally(picture)
    if count > policy.cardsApart { mergeTwins(tally) }
    countLines(tally)
    if picture.cards.count > policy.cardsApart {
      dropWords()
      isPlain =
        picture.cards.count > policy.cardsInColumns
        || Double(picture.links.count) > policy.linksPerCard * Double(picture.cards.count)
    }
    if let footnote = FoldingWords(picture).footnote(of: self) {
      picture.footnotes.append(footnote)
    }
  }

  // MARK: Steps

  /// The lines of a card become one line of counts. A single line is as short as its count.
  private mutating func countLines(_ tally: LineTally) {
    for index in picture.cards.indices {
      let card = picture.cards[index]
      let ids = members[card.id] ?? []
      if ids.count > 1 {
        let text = tally.text(of: ids)
        if !text.isEmpty {
          picture.cards[index].lines.append(Picture.Line(text: text, role: .muted))
        }
        counted.cards += ids.count { tally.count(of: $0) > 0 }
        counted.lines += ids.reduce(0) { $0 + tally.count(of: $1) }
      } else if card.lines.count > 1 {
        picture.cards[index].lines = [Picture.Line(text: tally.text(of: ids), role: .muted)]
        counted.cards += 1
        counted.lines += card.lines.count
      }
    }
  }

  /// Cards of the same look in the same column with the same neighbours become one card. Whatever
  /// links their card has, each of them has, so that the folded picture says what the whole one does.
  private mutating func mergeTwins(_ tally: LineTally) {
    let groups = Twins(picture).groups
    let cards = picture.cards
    let words = FoldingWords(picture)
    var leader: [String: String] = [:]
    members = [:]
    picture.cards = groups.map { group in
      for index in group { leader[cards[index].id] = cards[group[0]].id }
      members[cards[group[0]].id] = group.map { cards[$0].id }
      return group.count == 1 ? cards[group[0]] : words.card(for: group.map { cards[$0] })
    }
    let apart = groups.filter { $0.count > 1 }
    merged = (apart.reduce(0) { $0 + $1.count }, apart.count)
    joinLinks(leader)
  }

  private mutating func joinLinks(_ leader: [String: String]) {
    var position: [LinkKey: Int] = [:]
    var multiplicity: [Int] = []
    var links: [Picture.Link] = []
    for var link in picture.links {
      link.from = leader[link.from] ?? link.from
      link.to = leader[link.to] ?? link.to
      let key = LinkKey(link)
      if let known = position[key] {
        multiplicity[known] += 1
        // What is said of one link only would be untrue of the others.
        if links[known].tooltip != link.tooltip { links[known].tooltip = "" }
      } else {
        position[key] = links.count
        links.append(link)
        multiplicity.append(1)
      }
    }
    let several = multiplicity.filter { $0 > 1 }
    joined = (several.reduce(0, +), several.count)
    picture.links = links
  }

  private mutating func dropWords() {
    for index in picture.links.indices {
      if !(picture.links[index].label ?? "").isEmpty { unlabelled += 1 }
      picture.links[index].label = nil
      picture.links[index].tooltip = ""
    }
  }
}

extension Picture {
  /// The picture as it can be drawn: whole where it is small, folded where it is not, with a footnote
  /// that says what was folded.
  ///
  /// - Complexity: O(*cards* + *links*).
  func folded(by policy: FoldingPolicy = .standard) -> Folding {
    var folding = Folding(self)
    folding.fold(by: policy)
    return folding
  }
}

/// What must be equal for links between the same cards to be one.
private struct LinkKey: Hashable {
  let from, to, label: String
  let style: Picture.LinkStyle
  let prominence: Picture.Prominence
  let isTentative: Bool
  let arrow: Picture.Arrow
  let tint: Int?

  init(_ link: Picture.Link) {
    from = link.from
    to = link.to
    label = link.label ?? ""
    style = link.style
    prominence = link.prominence
    isTentative = link.isTentative
    arrow = link.arrow
    tint = link.tint
  }
}
