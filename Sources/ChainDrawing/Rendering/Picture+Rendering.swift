extension Picture {
  /// The picture in a format.
  ///
  /// Safe to call from any number of tasks: layouts take turns. SVG and DOT come out the same, byte
  /// for byte, whenever picture, theme, fonts and version of Graphviz are the same; a PDF holds the
  /// date of its creation.
  ///
  /// - Throws: ``RenderError/picture(_:)`` when ids contradict each other, ``RenderError/theme(_:)``
  ///   for a theme that cannot be drawn with, and the others when the library fails.
  public func render(
    as format: PictureFormat,
    theme: Theme = .standard
  ) throws(RenderError) -> [UInt8] {
    let lowering = try Lowering(self, theme: theme)
    var blueprint = lowering.blueprint()
    func drawn(_ format: String) throws(RenderError) -> [UInt8] {
      try Engine.render(blueprint, format: format, placing: lowering.placement)
    }
    switch format {
    case .dot:
      return try Engine.dot(blueprint)
    case .svg:
      return SVGDocument.finished(try drawn("svg"), language: language)
    case .png:
      blueprint.graph.append(.number("dpi", Self.pixelsPerInch))
      return try drawn("png")
    case .pdf:
      // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
      blueprint.graph.append(.number("margin", 0))
      return try drawn("pdf")
    }
  }

  private static let pixelsPerInch = 144.0

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
