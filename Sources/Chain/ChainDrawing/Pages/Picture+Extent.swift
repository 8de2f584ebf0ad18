extension Picture {
  /// The size that the picture is drawn in, in points at full size, without padding.
  ///
  /// - Complexity: that of a layout.
  func extent(theme: Theme) throws(RenderError) -> Extent {
    try DrawablePicture(self, theme: theme).extent()
  }

  /// Whether the picture is legible on a page; the theme has the page's shape.
  func fits(_ page: Paper.Page, theme: Theme) throws(RenderError) -> Bool {
    guard let sheet = page.sheet else { return true }
    // Most questions are answered without a layout: the cards alone would cover more than there is.
    let scale = Paper.Page.leastType / theme.sizes.line
    let room = sheet.printable.width * sheet.printable.height / (scale * scale)
    guard leastArea(theme: theme) <= room else { return false }
    return page.holds(try extent(theme: theme), theme: theme)
  }

  /// Less than the area that the cards take with the distances between them.
  func leastArea(theme: Theme) -> Double {
    let width = theme.spacing.cardWidth * 0.8 + theme.spacing.betweenRanks * 0.8
    return cards.reduce(0) { $0 + width * $1.leastHeight(theme: theme) }
  }
}

extension Picture.Card {
  /// Less than the height of the card with the distance below it.
  func leastHeight(theme: Theme) -> Double {
    let count = lines.count > 1 ? min(lines.count, theme.spacing.linesPerCard) : 0
    return theme.sizes.heading * 1.2 + Double(count) * theme.sizes.line * 1.1
      + theme.spacing.betweenCards
  }
}
