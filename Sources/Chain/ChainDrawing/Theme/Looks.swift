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

/// The look of one style of card.
public struct CardLook: Sendable, Equatable, Codable {
  /// The fill of the head.
  public var head: Color
  /// The text on the head.
  public var headText: Color
  /// The fill below the head.
  public var body: Color
  /// The border; also the fill of the head of an urgent card, and of tags.
  public var border: Color
  /// The border's line.
  public var stroke: Stroke
  /// The border's width in points.
  public var width: Int
  /// The sign before the heading, or nothing.
  public var glyph: String

  /// Creates a look: black on white where nothing is said.
  public init(
    head: Color = .white,
    headText: Color = .black,
    body: Color = .white,
    border: Color = .black,
    stroke: Stroke = .solid,
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

/// The look of one style of link.
public struct LinkLook: Sendable, Equatable, Codable {
  /// The colour of line and arrow.
  public var color: Color
  /// The line.
  public var stroke: Stroke
  /// The line's width in points.
  public var width: Double

  /// Creates a look: a thin black line where nothing is said.
  public init(color: Color = .black, stroke: Stroke = .solid, width: Double = 1) {
    self.color = color
    self.stroke = stroke
    self.width = width
  }
}
