/// How pictures look: one value, so that a city's house style is one file.
///
/// ``standard`` is read from the package's own file; ``load(path:extending:)`` reads a file that
/// changes some of it.
public struct Theme: Sendable, Equatable, Codable {
  /// Font families, the best first; the first that is installed is used.
  public var fonts: [String]

  /// The type sizes.
  public var sizes: Theme.TypeSizes

  /// The colours of the page.
  public var palette: Theme.Palette

  /// How each style of card looks; ``Picture/CardStyle/plain`` stands in for one that is not listed.
  public var cards: [Picture.CardStyle: Theme.CardLook]

  /// How each style of link looks; ``Picture/LinkStyle/flow`` stands in for one that is not listed.
  public var links: [Picture.LinkStyle: Theme.LinkLook]

  /// The colours of grouped links, by ``Picture/Link/tint``; they repeat when there are more groups.
  public var tints: [Theme.Color]

  /// Distances and limits.
  public var spacing: Theme.Spacing

  /// Creates a theme.
  public init(
    fonts: [String],
    sizes: Theme.TypeSizes,
    palette: Theme.Palette,
    cards: [Picture.CardStyle: Theme.CardLook],
    links: [Picture.LinkStyle: Theme.LinkLook],
    tints: [Theme.Color],
    spacing: Theme.Spacing
  ) {
    self.fonts = fonts
    self.sizes = sizes
    self.palette = palette
    self.cards = cards
    self.links = links
    self.tints = tints
    self.spacing = spacing
  }

  /// The look of a card.
  public func look(of style: Picture.CardStyle) -> Theme.CardLook {
    cards[style] ?? cards[.plain] ?? Theme.CardLook()
  }

  /// The look of a link.
  public func look(of style: Picture.LinkStyle) -> Theme.LinkLook {
    links[style] ?? links[.flow] ?? Theme.LinkLook()
  }

  /// How a card looks that is there for orientation alone: still legible, and as pale as that allows.
  func faded(_ look: Theme.CardLook) -> Theme.CardLook {
    Theme.CardLook(
      head: palette.page,
      headText: palette.faded,
      body: palette.page,
      border: faded(look.border),
      stroke: look.stroke == .double ? .solid : look.stroke,
      width: 1,
      glyph: look.glyph
    )
  }

  /// A colour on the way to that of the paper.
  func faded(_ color: Theme.Color) -> Theme.Color { color.mixed(with: palette.page, share: 0.68) }

  /// The colour of the glyph before a line.
  func color(of role: Picture.LineRole) -> Theme.Color {
    switch role {
    case .emphasis: palette.star
    case .project: palette.project
    case .normal, .muted: palette.muted
    }
  }
}

extension Theme {
  /// Type sizes in points, on a page that is drawn at full size.
  public struct TypeSizes: Sendable, Equatable, Codable {
    /// The headline.
    public var title: Double
    /// The line under the headline.
    public var subtitle: Double
    /// The heading of a column.
    public var column: Double
    /// The heading of a card.
    public var heading: Double
    /// A line of a card.
    public var line: Double
    /// Tags, badges, legend, footnotes and labels of links.
    public var note: Double
  }
}

extension Theme {
  /// The colours of the page, outside cards and links.
  public struct Palette: Sendable, Equatable, Codable {
    /// The paper.
    public var page: Theme.Color
    /// The band behind a column.
    public var band: Theme.Color
    /// Text.
    public var ink: Theme.Color
    /// Quiet text.
    public var muted: Theme.Color
    /// Text that is there for orientation alone.
    public var faded: Theme.Color
    /// The star before a lead enterprise.
    public var star: Theme.Color
    /// The glyph before a project.
    public var project: Theme.Color
  }
}

extension Theme {
  /// Distances in points, and limits on text in cells (a Chinese character takes two).
  public struct Spacing: Sendable, Equatable, Codable {
    /// The width over the height that a page aims at; 1.414 is that of a page of the A
    /// series laid across.
    public var aspect: Double
    /// Between cards of one rank.
    public var betweenCards: Double
    /// Between ranks.
    public var betweenRanks: Double
    /// Inside a column's band.
    public var bandMargin: Double
    /// The width that every card has at least.
    public var cardWidth: Double
    /// The cells after which a card's heading wraps.
    public var headingCells: Int
    /// The cells after which a card's line wraps.
    public var lineCells: Int
    /// The lines that a card shows at most; the last one says how many more there are.
    public var linesPerCard: Int
  }
}
