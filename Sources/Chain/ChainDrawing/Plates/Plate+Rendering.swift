extension Plate {
  /// What a plate comes to in a format: a PDF of all pages, or else a file for each.
  ///
  /// The SVG is written here, so that it is the same on every machine. PNG and PDF are drawn by the library
  /// that draws pictures, as the background of a graph that holds nothing: it is the one way from shapes to
  /// pixels and paper that there is here, and both have the same fonts.
  ///
  /// - Throws: ``RenderError/output(format:_:)`` for DOT, which has no shapes, and what the library says.
  package func files(
    as format: PictureFormat,
    theme: Theme = .standard,
    paper: Paper = .a4
  ) throws(RenderError) -> [[UInt8]] {
    let page = Paper.Page(paper == .screen ? .a4 : paper)
    guard let size = page.millimetres, let sheet = page.sheet else { return [] }
    switch format {
    case .dot: throw .output(format: format.rawValue, "a plate is no graph")
    case .svg:
      return pages.indices.map {
        svg(of: $0, fonts: theme.fonts, width: size.width, height: size.height)
      }
    case .png:
      var files: [[UInt8]] = []
      for page in pages { files.append(try page.drawn(as: "png", on: sheet, theme)) }
      return files
    case .pdf:
      return [
        try Engine.document(
          pages.map { page in
            Engine.Page(
              blueprint: page.blueprint(theme, on: sheet),
              sheet: sheet.edgeToEdge,
              placing: { _ in Plate.placement(on: sheet) }
            )
          }
        )
      ]
    }
  }

  /// Whether the machine has no font for its texts; see ``Picture/lacksFont``.
  package var lacksFont: Bool {
    pages.contains { $0.texts.contains { ChineseFont.isNeeded(by: $0) } } && ChineseFont.isMissing
  }

  /// Nothing but the sheet.
  fileprivate static func placement(on sheet: Sheet) -> Placement {
    let box = Box(left: 0, top: 0, right: sheet.size.width, bottom: sheet.size.height)
    return Placement(
      page: box,
      title: box.middle,
      legend: box.middle,
      bands: [],
      cards: [],
      routes: [],
      ranks: []
    )
  }
}

extension Sheet {
  /// The same sheet, drawn on up to its edges: a plate has its margins within.
  fileprivate var edgeToEdge: Sheet { Sheet(size: size, printable: size) }
}

extension Plate.Page {
  private static let pixelsPerInch = 150.0

  fileprivate func drawn(
    as format: String,
    on sheet: Sheet,
    _ theme: Theme
  ) throws(RenderError) -> [UInt8] {
    var blueprint = blueprint(theme, on: sheet)
    blueprint.graph.append(.number("dpi", Self.pixelsPerInch))
    return try Engine.render(blueprint, format: format, on: sheet.edgeToEdge) { _ in
      Plate.placement(on: sheet)
    }
  }

  /// A graph of nothing, on whose background the marks stand.
  fileprivate func blueprint(_ theme: Theme, on sheet: Sheet) -> Blueprint {
    let scale = min(sheet.size.width / Plate.width, sheet.size.height / Plate.height)
    let pen = BackgroundPen(scale: scale, height: sheet.size.height, fonts: theme.fontList)
    return Blueprint(
      name: Blueprint.graphName,
      graph: [
        .plain("charset", "UTF-8"), .number("pad", 0), .number("margin", 0),
        .plain("bgcolor", Theme.Color.white.hex),
        .plain("_background", marks.map { pen.draw($0) }.joined(separator: " ")),
      ],
      node: [],
      edge: [],
      nodes: [],
      bands: [],
      page: nil,
      edges: []
    )
  }
}

/// Writes marks in the language of drawings in which Graphviz takes the background of a graph (xdot), in
/// points that grow upwards.
private struct BackgroundPen {
  let scale: Double
  let height: Double
  let fonts: String

  func draw(_ mark: Plate.Mark) -> String {
    var words: [String] = []
    if let stroke = mark.stroke ?? mark.fill { words.append("c " + Self.counted(stroke.hex)) }
    if let fill = mark.fill { words.append("C " + Self.counted(fill.hex)) }
    words.append("S " + Self.counted("setlinewidth(\(number(mark.strokeWidth * scale)))"))
    words.append("S " + Self.counted(mark.isDashed ? "dashed" : "solid"))
    let isFilled = mark.fill != nil
    switch mark.shape {
    case .box(let x, let y, let width, let height):
      let corners = [
        Plate.Point(x, y), Plate.Point(x + width, y), Plate.Point(x + width, y + height),
        Plate.Point(x, y + height),
      ]
      words.append("\(isFilled ? "P" : "p") \(list(corners))")
    case .circle(let x, let y, let radius):
      let size = number(radius * scale)
      words.append("\(isFilled ? "E" : "e") \(place(Plate.Point(x, y))) \(size) \(size)")
    case .polygon(let points): words.append("\(isFilled ? "P" : "p") \(list(points))")
    case .line(let points): words.append("L \(list(points))")
    case .text(let text, let x, let y, let size, let isBold, let anchor):
      let text = Escaping.cleaned(text)
      let width = TypeWidth.of(text, size: size, isBold: isBold) * scale
      let side = anchor == .start ? -1 : anchor == .middle ? 0 : 1
      words.append("F \(number(size * scale)) " + Self.counted(fonts))
      words.append("t \(isBold ? 1 : 0)")
      // The library sets the base line higher than it is told, by a fifth of the type's size.
      words.append(
        "T \(place(Plate.Point(x, y + size / 5))) \(side) \(number(width)) " + Self.counted(text)
      )
    }
    return words.joined(separator: " ")
  }

  private func list(_ points: [Plate.Point]) -> String {
    ([String(points.count)] + points.map(place)).joined(separator: " ")
  }

  private func place(_ point: Plate.Point) -> String {
    "\(number(point.x * scale)) \(number(height - point.y * scale))"
  }

  private func number(_ value: Double) -> String { Markup.number(value) }

  private static func counted(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
}
