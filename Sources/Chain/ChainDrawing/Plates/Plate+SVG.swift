import Escapes

extension Plate {
  /// A page as SVG of the sheet's size, in UTF-8; its texts are texts, and every mark has what stands under
  /// the pointer as its title.
  ///
  /// - Complexity: O(*n*) over the marks.
  package func svg(of page: Int, fonts: [String], width: Double, height: Double) -> [UInt8] {
    let escape = Escaper.html.escaped
    let family = fonts.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: ", ")
    let number = Markup.number
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"\(language)\" lang=\"\(language)\" role=\"img\""
        + " width=\"\(number(width))mm\" height=\"\(number(height))mm\""
        + " viewBox=\"0 0 \(number(Self.width)) \(number(Self.height))\""
        + " font-family=\"\(escape(family))\">",
      "<title>\(escape(title))</title>",
      "<rect width=\"\(number(Self.width))\" height=\"\(number(Self.height))\" fill=\"#FFFFFF\"/>",
    ]
    lines += pages[page].marks.map { $0.element }
    return Array((lines + ["</svg>", ""]).joined(separator: "\n").utf8)
  }
}

extension Plate.Mark {
  fileprivate var element: String {
    let escape = Escaper.html.escaped
    let number = Markup.number
    var attributes: [(String, String)]
    let name: String
    var content = tooltip.map { "<title>\(escape($0))</title>" } ?? ""
    switch shape {
    case .box(let x, let y, let width, let height):
      name = "rect"
      attributes = [
        ("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)),
      ]
    case .circle(let x, let y, let radius):
      name = "circle"
      attributes = [("cx", number(x)), ("cy", number(y)), ("r", number(radius))]
    case .polygon(let points):
      name = "polygon"
      attributes = [("points", Self.list(points))]
    case .line(let points):
      name = "polyline"
      attributes = [("points", Self.list(points))]
    case .text(let text, let x, let y, let size, let isBold, let anchor):
      name = "text"
      attributes = [("x", number(x)), ("y", number(y)), ("font-size", number(size))]
      if isBold { attributes.append(("font-weight", "bold")) }
      if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
      content += escape(text)
    }
    attributes.append(("fill", fill?.hex ?? "none"))
    if let stroke {
      attributes += [("stroke", stroke.hex), ("stroke-width", number(strokeWidth))]
      if isDashed { attributes.append(("stroke-dasharray", "3 2")) }
    }
    if let meaning { attributes.append(("data-means", escape(meaning))) }
    let list = attributes.map { " \($0)=\"\($1)\"" }.joined()
    return content.isEmpty ? "<\(name)\(list)/>" : "<\(name)\(list)>\(content)</\(name)>"
  }

  private static func list(_ points: [Plate.Point]) -> String {
    points.map { "\(Markup.number($0.x)),\(Markup.number($0.y))" }.joined(separator: " ")
  }
}
