extension Theme {
  /// Refuses values that make Graphviz abort or hang, or that would be syntax in an SVG.
  func validate() throws(RenderError) {
    let sizes = [
      sizes.title, sizes.subtitle, sizes.column, sizes.heading, sizes.line, sizes.note,
    ]
    guard sizes.allSatisfy({ (4...96).contains($0) }) else {
      throw .theme("a type size lies outside 4 to 96 points")
    }
    let lengths = [
      spacing.betweenCards, spacing.betweenRanks, spacing.bandMargin, spacing.cardWidth,
    ]
    guard lengths.allSatisfy({ (0...2000).contains($0) }) else {
      throw .theme("a distance lies outside 0 to 2000 points")
    }
    guard (0.1...10).contains(spacing.aspect) else {
      throw .theme("the aspect lies outside 0.1 to 10")
    }
    guard (4...200).contains(spacing.headingCells), (4...200).contains(spacing.lineCells) else {
      throw .theme("a limit on text lies outside 4 to 200 cells")
    }
    guard cards.values.allSatisfy({ (0...20).contains($0.width) }),
      links.values.allSatisfy({ (0...20).contains($0.width) })
    else { throw .theme("a line's width lies outside 0 to 20 points") }
    guard fonts.allSatisfy(Self.isFontName), !fonts.isEmpty else {
      throw .theme("a font's name holds something besides letters, digits, spaces and - _ .")
    }
  }

  /// The families in the form that both Pango and an SVG's `font-family` read.
  var fontList: String { fonts.joined(separator: ",") }

  /// Graphviz copies font names into an SVG unescaped.
  private static func isFontName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 100
      && name.allSatisfy { $0.isLetter || $0.isNumber || " -_.".contains($0) }
  }
}
