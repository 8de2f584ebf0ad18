/// How pictures look: one value, so that a city's house style is one file.
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
    sizes: TypeSizes = TypeSizes(),
    palette: Palette = Palette(),
    cards: [CardStyle: CardLook],
    links: [LinkStyle: LinkLook],
    tints: [Color],
    spacing: Spacing = Spacing()
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
  public var title = 26.0
  /// The line under the headline.
  public var subtitle = 13.0
  /// The heading of a column.
  public var column = 16.0
  /// The heading of a card.
  public var heading = 12.5
  /// A line of a card.
  public var line = 10.5
  /// Tags, badges, legend, footnotes and labels of links.
  public var note = 10.0

  /// Creates the usual sizes.
  public init() {}
}

/// The colours of the page, outside cards and links.
public struct Palette: Sendable, Equatable, Codable {
  /// The paper.
  public var page = Color(0xFFFFFF)
  /// The band behind a column.
  public var band = Color(0xF3F5F7)
  /// Text.
  public var ink = Color(0x1B2733)
  /// Quiet text.
  public var muted = Color(0x55626F)
  /// Text that is there for orientation alone.
  public var faded = Color(0x6B7782)
  /// The star before a lead enterprise.
  public var star = Color(0x1D4F7C)
  /// The glyph before a project.
  public var project = Color(0x8A5A00)

  /// Creates the usual colours.
  public init() {}
}

/// Distances in points, and limits on text in cells (a Chinese character takes two).
public struct Spacing: Sendable, Equatable, Codable {
  /// The width over the height that a page aims at; that of an A3 page laid across.
  public var aspect = 1.414
  /// Between cards of one rank.
  public var betweenCards = 13.0
  /// Between ranks.
  public var betweenRanks = 60.0
  /// Inside a column's band.
  public var bandMargin = 14.0
  /// The width that every card has at least.
  public var cardWidth = 146.0
  /// The cells after which a card's heading wraps.
  public var headingCells = 20
  /// The cells after which a card's line wraps.
  public var lineCells = 24
  /// The lines that a card shows at most; the last one says how many more there are.
  public var linesPerCard = 8

  /// Creates the usual distances.
  public init() {}
}
