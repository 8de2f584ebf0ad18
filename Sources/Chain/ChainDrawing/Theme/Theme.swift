/// How pictures look: one value, so that a city's house style is one file.
///
/// ``standard`` is read from the package's own file; ``load(path:extending:)`` reads a file that
/// changes some of it.
public struct Theme: Sendable, Equatable, Codable {
  /// Font families, the best first; the first that is installed is used.
  public var fonts: [String]

  /// The type sizes.
  public var sizes: TypeSizes

  /// The colours of the page.
  public var palette: Palette

  /// How each style of card looks; ``CardStyle/plain`` stands in for one that is not listed.
  public var cards: [CardStyle: CardLook]

  /// How each style of link looks; ``LinkStyle/flow`` stands in for one that is not listed.
  public var links: [LinkStyle: LinkLook]

  /// The colours of grouped links, by ``Link/tint``; they repeat when there are more groups.
  public var tints: [Color]

  /// Distances and limits.
  public var spacing: Spacing

  /// Creates a theme.
  public init(
    fonts: [String],
    sizes: TypeSizes,
    palette: Palette,
    cards: [CardStyle: CardLook],
    links: [LinkStyle: LinkLook],
    tints: [Color],
    spacing: Spacing
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
  public func look(of style: CardStyle) -> CardLook {
    cards[style] ?? cards[.plain] ?? CardLook()
  }

  /// The look of a link.
  public func look(of style: LinkStyle) -> LinkLook {
    links[style] ?? links[.flow] ?? LinkLook()
  }

  /// How a card looks that is there for orientation alone: still legible, and as pale as that allows.
  func faded(_ look: CardLook) -> CardLook {
    CardLook(
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
  func faded(_ color: Color) -> Color { color.mixed(with: palette.page, share: 0.68) }

  /// The colour of the glyph before a line.
  func color(of role: LineRole) -> Color {
    switch role {
    case .emphasis: palette.star
    case .project: palette.project
    case .normal, .muted: palette.muted
    }
  }
}

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

/// The colours of the page, outside cards and links.
public struct Palette: Sendable, Equatable, Codable {
  /// The paper.
  public var page: Color
  /// The band behind a column.
  public var band: Color
  /// Text.
  public var ink: Color
  /// Quiet text.
  public var muted: Color
  /// Text that is there for orientation alone.
  public var faded: Color
  /// The star before a lead enterprise.
  public var star: Color
  /// The glyph before a project.
  public var project: Color
}

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
