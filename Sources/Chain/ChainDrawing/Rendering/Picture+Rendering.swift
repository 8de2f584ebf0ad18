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
  /// as small boxes. A footnote says what was folded. A PNG or PDF that viewers would not open for its
  /// size is drawn smaller.
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
    try rendering(as: format, theme: theme, page: page).bytes
  }

  /// A drawing and how it came out.
  package struct Rendering: Sendable {
    /// What goes into a file.
    package let bytes: [UInt8]
    /// Below 1 where the drawing is smaller than usual, since programs would not open it otherwise.
    package let scale: Double
  }

  /// What ``render(as:theme:page:)`` gives, with how it came out.
  package func rendering(
    as format: PictureFormat,
    theme: Theme = .standard,
    page: Paper.Page? = nil
  ) throws(RenderError) -> Rendering {
    var drawable = try DrawablePicture(self, theme: page?.shaping(theme) ?? theme)
    let sheet = page?.sheet
    switch format {
    case .dot:
      return Rendering(bytes: try Engine.dot(drawable.blueprint), scale: 1)
    case .svg:
      var svg = try drawable.rendered(as: "svg", on: sheet)
      if let size = page?.millimetres {
        svg = SVGDocument.sized(svg, width: size.width, height: size.height)
      }
      return Rendering(bytes: SVGDocument.finished(svg, language: language), scale: 1)
    case .png:
      // At full density, a picture of small boxes would be larger than a PNG can be.
      let usual = drawable.isPlain ? Self.pixelsPerInch / 2 : Self.pixelsPerInch
      let density = sheet == nil ? usual : Self.paperPixelsPerInch
      drawable.blueprint.graph.append(.number("dpi", density))
      return try Self.rendering(drawable, "png", sheet, .pixels(perInch: density))
    case .pdf:
      // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
      drawable.blueprint.graph.append(.number("margin", 0))
      return try Self.rendering(drawable, "pdf", sheet, .pdf)
    }
  }

  private static func rendering(
    _ drawable: DrawablePicture,
    _ format: String,
    _ sheet: Sheet?,
    _ bound: DrawingBound
  ) throws(RenderError) -> Rendering {
    guard sheet == nil else {
      return Rendering(bytes: try drawable.rendered(as: format, on: sheet), scale: 1)
    }
    let drawn = try drawable.drawn(as: format, within: bound)
    return Rendering(bytes: drawn.bytes, scale: drawn.scale)
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
