extension Picture {
  /// The picture in a format.
  ///
  /// On a page of paper, the drawing stands in the middle, scaled to what a printer can print: a PDF
  /// has the paper's size, an SVG gives it in millimetres, a PNG has 150 pixels an inch. Whether it
  /// is legible there is another question; see ``pages(on:theme:)``. Without a page, or on a screen,
  /// the drawing is as large as it is.
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
    page: Page? = nil
  ) throws(RenderError) -> [UInt8] {
    let lowering = try Lowering(self, theme: page?.shaping(theme) ?? theme)
    var blueprint = lowering.blueprint()
    let sheet = page?.sheet
    func drawn(_ format: String) throws(RenderError) -> [UInt8] {
      try Engine.render(blueprint, format: format, on: sheet, placing: lowering.placement)
    }
    switch format {
    case .dot:
      return try Engine.dot(blueprint)
    case .svg:
      var svg = try drawn("svg")
      if let size = page?.millimetres {
        svg = SVGDocument.sized(svg, width: size.width, height: size.height)
      }
      return SVGDocument.finished(svg, language: language)
    case .png:
      blueprint.graph.append(
        .number("dpi", sheet == nil ? Self.pixelsPerInch : Self.paperPixelsPerInch)
      )
      return try drawn("png")
    case .pdf:
      // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
      blueprint.graph.append(.number("margin", 0))
      return try drawn("pdf")
    }
  }

  private static let pixelsPerInch = 144.0
  private static let paperPixelsPerInch = 150.0

  /// Where everything of the picture stands, and how large its page is.
  ///
  /// It is what ``render(as:theme:)`` draws, without the drawing: about half the time goes into the
  /// measuring of texts.
  ///
  /// - Throws: what ``render(as:theme:)`` throws.
  public func layout(theme: Theme = .standard) throws(RenderError) -> PictureLayout {
    let lowering = try Lowering(self, theme: theme)
    return lowering.layout(try Engine.measure(lowering.blueprint()))
  }
}
