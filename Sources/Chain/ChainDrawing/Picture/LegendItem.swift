/// One entry of a legend: a symbol and its meaning.
public struct LegendItem: Sendable, Equatable, Codable {
  /// The symbol, drawn as it looks in the picture.
  public var symbol: LegendSymbol

  /// Its meaning.
  public var text: String

  /// Creates an entry.
  public init(symbol: LegendSymbol, text: String) {
    self.symbol = symbol
    self.text = text
  }
}

/// A symbol that a legend can explain.
public enum LegendSymbol: Sendable, Hashable, Codable {
  /// A small card.
  case card(CardStyle)
  /// A short stretch of line.
  case link(LinkStyle)
  /// The glyph before a line.
  case line(LineRole)
  /// The glyph of a project's status.
  case project(ProjectStatus)
  /// A card's tag, with its word.
  case tag(String)
}
