/// What a reader tells the cards of a picture apart by, beside names and lines.
struct Look: Hashable {
  private let column: String
  private let style: Picture.CardStyle
  private let prominence: Picture.Prominence
  private let isTentative: Bool
  private let tag: String?

  init(of card: Picture.Card) {
    column = card.column
    style = card.style
    prominence = card.prominence
    isTentative = card.isTentative
    tag = card.tag
  }
}
