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
    var blueprint = try Lowering(self, theme: theme).blueprint()
    switch format {
    case .dot:
      return try Engine.dot(blueprint)
    case .svg:
      return SVGDocument.finished(
        try Engine.render(blueprint, format: "svg"),
        language: language
      )
    case .png:
      blueprint.graph.append(.number("dpi", Self.pixelsPerInch))
      return try Engine.render(blueprint, format: "png")
    case .pdf:
      // The drawing has its own padding; the half inch that Graphviz adds would be doubled by it.
      blueprint.graph.append(.number("margin", 0))
      return try Engine.render(blueprint, format: "pdf")
    }
  }

  private static let pixelsPerInch = 144.0
}
