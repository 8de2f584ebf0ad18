extension Picture {
  /// The picture in a format.
  ///
  /// On a page of paper, the drawing stands in the middle, scaled to what a printer can print: a PDF
  /// has the paper's size, an SVG gives it in millimetres, a PNG has 150 pixels an inch. Whether it
  /// is legible there is another question; see ``pages(on:theme:)``. Without a page, or on a screen,
  /// the drawing is as large as it is.
  ///
  /// A picture of more than 300 cards is folded: lines into counts, beyond 1,000 cards those that
  /// nothing tells apart into one, and beyond 3,000, or where links crowd, it is drawn without columns
  /// as small boxes. A footnote says what was folded.
  ///
  /// Safe to call from any number of tasks: layouts take turns. SVG and DOT come out the same, byte
  /// for byte, whenever picture, theme, fonts and version of Graphviz are the same; a PDF holds the
  /// date of its creation.
  ///
  /// - Throws: ``RenderError/picture(_:)`` when ids contradict each other, ``RenderError/theme(_:)``
  ///   for a theme that cannot be drawn with, and the others when the library fails.
  public func render(
    as format: PictureFormat,
    theme: Theme = .standard,
    page: Paper.Page? = nil
  ) throws(RenderError) -> [UInt8] {
    var drawable = try DrawablePicture(self, theme: page?.shaping(theme) ?? theme)
    let sheet = page?.sheet
    switch format {
    case .dot:
      return try Engine.dot(drawable.blueprint)
    case .svg:
      var svg = try drawable.rendered(as: "svg", on: sheet)
      if let size = page?.millimetres {
        svg = SVGDocument.sized(svg, width: size.width, height: size.height)
      }
      return SVGDocument.finished(svg, language: language)
    case .png:
      // At full density, a picture of small boxes would be larger than a PNG can be.
      let usual = drawable.isPlain ? Self.pixelsPerInch / 2 : Self.pixelsPerInch
      drawable.blueprint.graph.append(
        .number("dpi", sheet == nil ? usual : Self.paperPixelsPerInch)
      )
      return try drawable.rendered(as: "png", on: sheet)
    case .pdf:
      // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
      drawable.blueprint.graph.append(.number("margin", 0))
      return try drawable.rendered(as: "pdf", on: sheet)
    }
  }

  private static let pixelsPerInch = 144.0
  private static let paperPixelsPerInch = 150.0

  /// Where everything of the picture stands, and how large its page is.
  ///
  /// It is what ``render(as:theme:page:)`` draws, without the drawing: about half the time goes into
  /// the measuring of texts.
  ///
  /// - Throws: what ``render(as:theme:page:)`` throws.
  public func layout(theme: Theme = .standard) throws(RenderError) -> PictureLayout {
    let lowering = try Lowering(self, theme: theme)
    return lowering.layout(try Engine.measure(lowering.blueprint()))
  }
}
