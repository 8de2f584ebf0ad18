/// Tells the links that leave a part by the numbers of the cards at their other ends.
struct References {
  /// The sign before the numbers, and the card at the other end.
  private struct Reference {
    var sign: Sign
    var other: Int
  }

  /// How the other card is seen from this one.
  private enum Sign: String, CaseIterable {
    case to = "→"
    case from = "←"
    case beside = "—"
  }

  private let picture: Picture
  private let theme: Theme
  private let words: PageWords
  private let references: [String: [Reference]]

  init(_ picture: Picture, theme: Theme) {
    self.picture = picture
    self.theme = theme
    words = PageWords(picture)
    let position = Dictionary(
      picture.cards.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var references: [String: [Reference]] = [:]
    for link in picture.links {
      guard let from = position[link.from], let to = position[link.to] else { continue }
      let (there, back): (Sign, Sign) =
        switch link.arrow {
        case .forward: (.to, .from)
        case .backward: (.from, .to)
        case .none: (.beside, .beside)
        }
      references[link.from, default: []].append(Reference(sign: there, other: to))
      references[link.to, default: []].append(Reference(sign: back, other: from))
    }
    self.references = references
  }

  /// The card with a line for each direction in which links leave the part.
  ///
  /// What is too much for a card goes to the page's foot; nothing is cut.
  func reported(on card: Picture.Card, inside: Set<String>, footnotes: inout [String])
    -> Picture.Card
  {
    let outside = (references[card.id] ?? []).filter {
      !inside.contains(picture.cards[$0.other].id)
    }
    guard !outside.isEmpty else { return card }
    let limit = theme.spacing.linesPerCard
    var reported: [Picture.Line] = []
    for sign in Sign.allCases {
      let numbers = numbers(of: outside.filter { $0.sign == sign }.map(\.other))
      guard !numbers.isEmpty else { continue }
      var lines = rows(of: numbers, after: sign.rawValue, cells: theme.spacing.lineCells)
      if reported.count + lines.count > limit / 2 {
        let name = (card.badge ?? card.heading) + " " + sign.rawValue
        footnotes += rows(of: numbers, after: name, cells: 200)
        lines = limit < 4 ? [] : [words.seeFootnote(sign.rawValue, numbers.count)]
      }
      reported += lines.map { Picture.Line(text: $0, role: .muted) }
    }
    var result = card
    let room = max(1, limit - reported.count)
    if card.lines.count > room {
      let hidden = card.lines.count - (room - 1)
      result.lines =
        card.lines.prefix(room - 1) + [Picture.Line(text: "…… +\(hidden)", role: .muted)]
    }
    result.lines += reported
    return result
  }

  /// The numbers of some cards, each once, in order.
  private func numbers(of cards: [Int]) -> [String] {
    Set(cards).map { picture.cards[$0].badge ?? "" }.sorted {
      (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1)
    }
  }

  private func rows(of numbers: [String], after sign: String, cells: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    for number in numbers {
      let longer = row.isEmpty ? "\(sign) \(number)" : row + words.comma + number
      if !row.isEmpty, Wrapping.cells(longer) > cells {
        rows.append(row)
        row = "\(sign) \(number)"
      } else {
        row = longer
      }
    }
    return rows + [row]
  }
}
