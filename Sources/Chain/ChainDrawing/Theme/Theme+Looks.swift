extension Theme {
  /// How a line is drawn; together with its width it tells styles apart without colour.
  public enum Stroke: String, Sendable, Hashable, CaseIterable, Codable {
    /// One unbroken line.
    case solid
    /// Long dashes.
    case dashed
    /// Dots.
    case dotted
    /// Two thin lines; on a link, one wide line.
    case double
  }
}

extension Theme {
  /// The look of one style of card.
  public struct CardLook: Sendable, Equatable, Codable {
    /// The fill of the head.
    public var head: Theme.Color
    /// The text on the head.
    public var headText: Theme.Color
    /// The fill below the head.
    public var body: Theme.Color
    /// The border; also the fill of the head of an urgent card, and of tags.
    public var border: Theme.Color
    /// The border's line.
    public var stroke: Theme.Stroke
    /// The border's width in points.
    public var width: Int
    /// The sign before the heading, or nothing.
    public var glyph: String

    /// Creates a look: black on white where nothing is said.
    public init(
      head: Theme.Color = .white,
      headText: Theme.Color = .black,
      body: Theme.Color = .white,
      border: Theme.Color = .black,
      stroke: Theme.Stroke = .solid,
      width: Int = 1,
      glyph: String = ""
    ) {
      self.head = head
      self.headText = headText
      self.body = body
      self.border = border
      self.stroke = stroke
      self.width = width
      self.glyph = glyph
    }
  }
}

extension Theme {
  /// The look of one style of link.
  public struct LinkLook: Sendable, Equatable, Codable {
    /// The colour of line and arrow.
    public var color: Theme.Color
    /// The line.
    public var stroke: Theme.Stroke
    /// The line's width in points.
    public var width: Double

    /// Creates a look: a thin black line where nothing is said.
    public init(color: Theme.Color = .black, stroke: Theme.Stroke = .solid, width: Double = 1) {
      self.color = color
      self.stroke = stroke
      self.width = width
    }
  }
}
