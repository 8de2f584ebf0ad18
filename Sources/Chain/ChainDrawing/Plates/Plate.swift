package import Bilingual

/// A plate: pages whose every mark its maker has put in its place, such as charts and tables of signs.
///
/// A ``Picture`` is a graph, of which this target finds the layout; a plate has none to find. Lengths are
/// those of a browser, 96 to an inch, from the upper left corner.
///
/// ```swift
/// var page = Plate.Page()
/// page.add(.text("进度总览", x: 28, y: 42), size: 24, fill: .black)
/// let svg = Plate(title: "进度总览", language: .zh, pages: [page]).svg(of: 0)
/// ```
package struct Plate: Sendable, Hashable {
  /// What it shows, for readers that cannot see it.
  package let title: String
  package let language: Language
  /// One at least.
  package let pages: [Page]

  /// - Precondition: There is a page.
  package init(title: String, language: Language, pages: [Page]) {
    precondition(!pages.isEmpty, "a plate has a page")
    (self.title, self.language, self.pages) = (title, language, pages)
  }

  /// An A4 sheet that lies across.
  package static let width = 1122.5
  package static let height = 793.7

  /// What is drawn on one sheet, the first mark lowest.
  package struct Page: Sendable, Hashable {
    package private(set) var marks: [Mark] = []

    package init() {}
  }

  /// A point.
  package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Where the point of a text is.
  package enum Anchor: String, Sendable, Hashable {
    case start
    case middle
    case end
  }

  package enum Shape: Sendable, Hashable {
    case box(x: Double, y: Double, width: Double, height: Double)
    case circle(x: Double, y: Double, radius: Double)
    case polygon([Point])
    case line([Point])
    /// One line of text, its base line at `y`.
    case text(
      String,
      x: Double,
      y: Double,
      size: Double,
      isBold: Bool = false,
      anchor: Anchor = .start
    )
  }

  /// A shape, how it looks, and what it stands for.
  package struct Mark: Sendable, Hashable {
    package let shape: Shape
    /// `nil` for none; of a text its colour.
    package let fill: Theme.Color?
    package let stroke: Theme.Color?
    package let strokeWidth: Double
    package let isDashed: Bool
    /// What a reader finds under the pointer.
    package let tooltip: String?
    /// What it stands for, by which programs find it: `red 12`.
    package let meaning: String?
  }
}

extension Plate.Page {
  /// Puts a shape on top of what is there.
  package mutating func add(
    _ shape: Plate.Shape,
    fill: Theme.Color? = nil,
    stroke: Theme.Color? = nil,
    strokeWidth: Double = 1,
    isDashed: Bool = false,
    tooltip: String? = nil,
    meaning: String? = nil
  ) {
    marks.append(
      Plate.Mark(
        shape: shape,
        fill: fill,
        stroke: stroke,
        strokeWidth: strokeWidth,
        isDashed: isDashed,
        tooltip: tooltip,
        meaning: meaning
      )
    )
  }

  /// Puts a line of text, cut to a width where one is given; what was cut stands under the pointer.
  package mutating func write(
    _ text: String,
    x: Double,
    y: Double,
    size: Double,
    isBold: Bool = false,
    color: Theme.Color,
    anchor: Plate.Anchor = .start,
    within width: Double? = nil,
    tooltip: String? = nil,
    meaning: String? = nil
  ) {
    let shown = width.map { TypeWidth.cut(text, to: $0, size: size, isBold: isBold) } ?? text
    guard !shown.isEmpty else { return }
    add(
      .text(shown, x: x, y: y, size: size, isBold: isBold, anchor: anchor),
      fill: color,
      tooltip: tooltip ?? (shown == text ? nil : text),
      meaning: meaning
    )
  }

  /// The texts, in the order in which they were put.
  package var texts: [String] {
    marks.compactMap { mark in
      if case .text(let text, _, _, _, _, _) = mark.shape { text } else { nil }
    }
  }
}
