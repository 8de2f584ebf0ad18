extension Picture {
  /// One entry of a legend: a symbol and its meaning.
  public struct LegendItem: Sendable, Equatable, Codable {
    /// The symbol, drawn as it looks in the picture.
    public var symbol: Picture.LegendSymbol

    /// Its meaning.
    public var text: String

    /// Creates an entry.
    public init(symbol: Picture.LegendSymbol, text: String) {
      self.symbol = symbol
      self.text = text
    }
  }
}

extension Picture {
  /// A symbol that a legend can explain.
  public enum LegendSymbol: Sendable, Hashable, Codable {
    /// A small card.
    case card(Picture.CardStyle)
    /// A short stretch of line.
    case link(Picture.LinkStyle)
    /// The glyph before a line.
    case line(Picture.LineRole)
    /// The glyph of a project's status.
    case project(Picture.ProjectStatus)
    /// A card's tag, with its word.
    case tag(String)
  }
}
