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
  /// as small boxes. A PNG, a PDF or a page that would not be legible on a sheet of A0, the largest
  /// that offices print, is folded further: of each column, cards that look alike become one. A footnote
  /// says what was folded. A PNG or PDF that viewers would not open for its size is drawn smaller. On a
  /// screen an SVG has no bound, since browsers scroll and zoom it.
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
    package var bytes: [UInt8]
    /// Below 1 where the drawing is smaller than usual, since programs would not open it otherwise.
    package var scale = 1.0
    /// What was folded, as the picture's foot says it; `nil` when nothing was.
    package var folded: String?
    /// How many pages a PDF has.
    package var pageCount = 1
  }

  /// What ``render(as:theme:page:)`` gives, with how it came out.
  ///
  /// - Parameter isPaged: Whether a PDF without a page may become one of many pages of A3, an overview
  ///   and parts, where it would be folded for being illegible otherwise.
  package func rendering(
    as format: PictureFormat,
    theme: Theme = .standard,
    page: Paper.Page? = nil,
    isPaged: Bool = false
  ) throws(RenderError) -> Rendering {
    let shaped = page?.shaping(theme) ?? theme
    let sheet = page?.sheet
    let bound: DrawingBound
    switch format {
    case .dot:
      let drawable = try DrawablePicture(self, theme: shaped)
      return Rendering(bytes: try Engine.dot(drawable.blueprint), folded: drawable.folded)
    case .svg where sheet == nil:
      let drawable = try DrawablePicture(self, theme: shaped)
      let svg = try drawable.rendered(as: "svg", on: nil)
      return Rendering(bytes: finished(svg: svg, on: page), folded: drawable.folded)
    // A sheet has its bound.
    case .svg: bound = .unbounded
    case .png: bound = .pixels(perInch: sheet == nil ? Self.pixelsPerInch : Self.paperPixelsPerInch)
    case .pdf: bound = .pdf
    }
    for policy in [.standard] + FoldingPolicy.legible {
      let isLast = policy == FoldingPolicy.legible.last
      var drawable = try DrawablePicture(self, theme: shaped, policy: policy)
      drawable.blueprint.graph.append(contentsOf: Self.attributes(for: format, on: sheet))
      if let drawn = try drawable.drawn(
        as: format.rawValue,
        on: sheet,
        within: bound,
        mustBeLegible: !isLast
      ) {
        return Rendering(
          bytes: format == .svg ? finished(svg: drawn.bytes, on: page) : drawn.bytes,
          scale: drawn.scale,
          folded: drawable.folded
        )
      }
      guard !isPaged || page != nil || format != .pdf else {
        return try paged(theme: theme)
      }
    }
    throw .output(format: format.rawValue, "nothing came out")
  }

  private func finished(svg: [UInt8], on page: Paper.Page?) -> [UInt8] {
    let sized = page?.millimetres.map {
      SVGDocument.sized(svg, width: $0.width, height: $0.height)
    }
    return SVGDocument.finished(sized ?? svg, language: language)
  }

  private static func attributes(
    for format: PictureFormat,
    on sheet: Sheet?
  ) -> [Blueprint.Attribute] {
    switch format {
    case .png: [.number("dpi", sheet == nil ? pixelsPerInch : paperPixelsPerInch)]
    // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
    case .pdf: [.number("margin", 0)]
    case .svg, .dot: []
    }
  }

  /// The picture as a PDF of pages of A3, which offices print.
  private func paged(theme: Theme) throws(RenderError) -> Rendering {
    let page = Paper.Page(.a3)
    let pages = try pages(on: page, theme: theme)
    let bytes = try Self.document(of: pages, on: page, theme: theme)
    return Rendering(bytes: bytes, pageCount: pages.count)
  }

  /// One PDF of all pages of a picture, in their order, each as ``render(as:theme:page:)`` draws it.
  ///
  /// - Precondition: The page is one of paper.
  package static func document(
    of pages: [PicturePage],
    on page: Paper.Page,
    theme: Theme = .standard
  ) throws(RenderError) -> [UInt8] {
    guard let sheet = page.sheet else { preconditionFailure("a screen has no pages") }
    let shaped = page.shaping(theme)
    var sheets: [Engine.Page] = []
    for page in pages {
      // Parts are cut so that they are legible; an overview of everything may not be.
      let drawable =
        page.number == 1
        ? try DrawablePicture.legible(page.picture, theme: shaped)
        : try DrawablePicture(page.picture, theme: shaped)
      sheets.append(drawable.page(on: sheet))
    }
    return try Engine.document(sheets)
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
