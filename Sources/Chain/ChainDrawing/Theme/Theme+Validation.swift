extension Theme {
  /// Refuses values that make Graphviz abort or hang, or that would be syntax in an SVG.
  func validate() throws(RenderError) {
    try Self.check(sizes, ThemeFields.sizes, of: "sizes")
    try Self.check(spacing, ThemeFields.spacing, of: "spacing")
    for (style, look) in cards {
      try Self.check(look, ThemeFields.cardNumbers, of: style.rawValue)
      guard ThemeFields.isGlyph(look.glyph) else {
        throw .theme("the glyph of \(style.rawValue) is longer than four cells")
      }
    }
    for (style, look) in links {
      try Self.check(look, ThemeFields.linkNumbers, of: style.rawValue)
    }
    guard fonts.allSatisfy(ThemeFields.isFontName), !fonts.isEmpty else {
      throw .theme("a font's name holds something besides letters, digits, spaces and - _ .")
    }
  }

  private static func check<Part>(
    _ part: Part,
    _ fields: [NumberField<Part>],
    of name: String
  ) throws(RenderError) {
    for field in fields where !field.allows(field.value(part)) {
      throw .theme("\(field.name) of \(name) is not \(field.demand.en)")
    }
  }

  /// The families in the form that both Pango and an SVG's `font-family` read.
  var fontList: String { fonts.joined(separator: ",") }
}
