/// One page of a picture that was cut to paper.
public struct PicturePage: Sendable, Equatable {
  /// A name for files: the picture's own, with the page's number where there are several pages.
  public var name: String

  /// What stands on the page.
  public var picture: Picture

  /// The page's number, counted from 1; where there are several pages, the first is the overview.
  public var number: Int

  /// How many pages there are.
  public var count: Int
}

extension Picture {
  /// The picture as pages on which everything is legible.
  ///
  /// A picture that fits is one page, as it is. One that does not becomes an overview, on which
  /// every card is a heading and a number, and parts with whole cards. The parts follow the columns,
  /// several to a page or one to several pages. A number is the card's badge where it has one, and
  /// otherwise the next free one in the order of the cards; it is the same on every page. A link
  /// that leads to another part is told at both ends by the number of the other card, as in `→ 12`
  /// and `← 3`.
  ///
  /// The overview is drawn as well as it can be: where there is not enough room for it, the links
  /// of common knowledge are left out, and a footnote says so.
  ///
  /// - Complexity: a layout for each part, and a few more to find where to cut.
  /// - Throws: what ``render(as:theme:page:)`` throws.
  public func pages(on page: Paper.Page, theme: Theme = .standard) throws(RenderError)
    -> [PicturePage]
  {
    let shaped = page.shaping(theme)
    let whole = PicturePage(name: name, picture: self, number: 1, count: 1)
    if try fits(page, theme: shaped) { return [whole] }
    let pagination = Pagination(of: numbered(), on: page, theme: shaped)
    let parts = try pagination.parts()
    guard parts.count > 1 else { return [whole] }
    return try pagination.pages(of: parts)
  }

  /// The picture with a number on every card.
  func numbered() -> Picture {
    var picture = self
    var taken = Set(cards.compactMap(\.badge))
    var next = 1
    for index in picture.cards.indices where (cards[index].badge ?? "").isEmpty {
      while taken.contains(String(next)) { next += 1 }
      taken.insert(String(next))
      picture.cards[index].badge = String(next)
    }
    return picture
  }
}
