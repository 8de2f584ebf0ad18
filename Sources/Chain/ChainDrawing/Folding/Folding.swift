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

  /// The links between cards that became one, which cannot be drawn.
  private(set) var inner = 0

  /// What was folded, as the picture's foot says it; `nil` when nothing was.
  private(set) var footnote: String?

  /// How many links of the original each link of ``picture`` stands for.
  private var multiplicity: [Int]
  /// What the cards of the original are called.
  private let headings: [String: String]

  fileprivate init(_ picture: Picture) {
    self.picture = picture
    multiplicity = Array(repeating: 1, count: picture.links.count)
    headings = Dictionary(
      picture.cards.map { ($0.id, $0.heading) },
      uniquingKeysWith: { first, _ in first }
    )
    members = Dictionary(picture.cards.map { ($0.id, [$0.id]) }, uniquingKeysWith: { a, _ in a })
  }

  fileprivate mutating func fold(by policy: FoldingPolicy) {
    let count = picture.cards.count
    guard count > policy.cardsWithLines || policy.cardsPerColumn != nil else { return }
    let tally = LineTally(picture)
    if count > policy.cardsApart { merge(Twins(picture).groups) }
    if let most = policy.cardsPerColumn {
      dropWords()
      merge(Bundles(picture, most: most).groups)
    }
    countLines(tally)
    if picture.cards.count > policy.cardsApart {
      dropWords()
      isPlain =
        picture.cards.count > policy.cardsInColumns
        || Double(picture.links.count) > policy.linksPerCard * Double(picture.cards.count)
    }
    footnote = FoldingWords(picture).footnote(of: self)
    if let footnote { picture.footnotes.append(footnote) }
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

  /// Each group of cards becomes one card, and the links of its members are the links of that card.
  /// Of twins each has them all, so that the picture says what it said before; of a bundle some do.
  private mutating func merge(_ groups: [[Int]]) {
    let cards = picture.cards
    let words = FoldingWords(picture)
    var leader: [String: String] = [:]
    var merged: [String: [String]] = [:]
    picture.cards = groups.map { group in
      for index in group { leader[cards[index].id] = cards[group[0]].id }
      let all = group.flatMap { members[cards[$0].id] ?? [] }
      merged[cards[group[0]].id] = all
      return group.count == 1
        ? cards[group[0]] : words.card(cards[group[0]], for: all.map { headings[$0] ?? "" })
    }
    members = merged
    let several = members.values.map(\.count).filter { $0 > 1 }
    self.merged = (several.reduce(0, +), several.count)
    joinLinks(leader)
  }

  private mutating func joinLinks(_ leader: [String: String]) {
    var position: [LinkKey: Int] = [:]
    var links: [Picture.Link] = []
    var counts: [Int] = []
    for (var link, count) in zip(picture.links, multiplicity) {
      let isLoop = link.from == link.to
      link.from = leader[link.from] ?? link.from
      link.to = leader[link.to] ?? link.to
      if link.from == link.to, !isLoop {
        inner += count
        continue
      }
      let key = LinkKey(link)
      if let known = position[key] {
        counts[known] += count
        // What is said of one link only would be untrue of the others.
        if links[known].tooltip != link.tooltip { links[known].tooltip = "" }
      } else {
        position[key] = links.count
        links.append(link)
        counts.append(count)
      }
    }
    picture.links = links
    multiplicity = counts
    let several = counts.filter { $0 > 1 }
    joined = (several.reduce(0, +), several.count)
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
