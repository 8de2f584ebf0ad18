extension Picture {
  /// One box of a picture.
  public struct Card: Sendable, Equatable, Codable {
    /// Unique in a picture; the id of the element in an SVG.
    public var id: String

    /// The id of the column that it stands in.
    public var column: String

    /// Which row of a table it stands in, counted from 0; `nil` where it may stand at any height. A
    /// picture whose cards all have rows is a table: what is in one row starts level.
    public var row: Int?

    /// Which part of the whole it belongs to, as people call it; where a picture is cut into pages, each
    /// part begins one.
    public var section: String?

    /// The name in the card's head; wrapped, and cut when very long.
    public var heading: String

    /// A short mark at the right of the head, such as the number of a gap in its list.
    public var badge: String?
    /// A sign behind the heading, such as ≈ for what no document names.
    public var mark: String?

    /// What it is, told by colour, line and glyph at once.
    public var style: Picture.CardStyle

    /// A short word of state at the head of the card, such as 缺链.
    public var tag: String?

    /// How loudly it speaks.
    public var prominence: Picture.Prominence

    /// Whether it may or may not belong here: drawn with a dotted border.
    public var isTentative: Bool

    /// The lines below the head, top to bottom.
    public var lines: [Picture.Line]

    /// What an SVG shows under the pointer; the heading where it is empty.
    public var tooltip: String

    /// Where a click leads: an http or https address, a fragment or a relative address.
    ///
    /// Any other scheme is dropped.
    public var link: String?

    /// Creates a card.
    public init(
      id: String,
      column: String,
      row: Int? = nil,
      section: String? = nil,
      heading: String,
      badge: String? = nil,
      mark: String? = nil,
      style: Picture.CardStyle = .plain,
      tag: String? = nil,
      prominence: Picture.Prominence = .usual,
      isTentative: Bool = false,
      lines: [Picture.Line] = [],
      tooltip: String = "",
      link: String? = nil
    ) {
      self.id = id
      self.column = column
      self.row = row
      self.section = section
      self.heading = heading
      self.badge = badge
      self.mark = mark
      self.style = style
      self.tag = tag
      self.prominence = prominence
      self.isTentative = isTentative
      self.lines = lines
      self.tooltip = tooltip
      self.link = link
    }
  }
}

extension Picture.Card {
  /// The heading as it is drawn, with its sign.
  var drawnHeading: String { mark.map { "\(heading) \($0)" } ?? heading }
}

extension Picture {
  /// What a card is. A ``Theme`` gives each case its colours, its border and its glyph.
  public enum CardStyle: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    /// A segment that is here and short.
    case short
    /// A segment with several enterprises.
    case many
    /// A segment with one enterprise.
    case single
    /// A segment that is here, nobody named.
    case unnamed
    /// A segment that projects under way will fill.
    case building
    /// A segment that a survey did not find.
    case missing
    /// A segment that a document says is lacking.
    case lacking
    /// A segment that is wanted.
    case wanted
    /// A segment that is here by general knowledge alone.
    case presumed
    /// A segment of which nothing is known.
    case unknown
    /// A segment that no chain lacks: a resource, a market, a public thing.
    case uncounted
    /// A person who answers for others' work.
    case leader
    /// An industrial cluster.
    case cluster
    /// A department.
    case department
    /// An industry.
    case industry
    /// An enterprise.
    case enterprise
    /// A project.
    case project
    /// A park or a region.
    case place
    /// A task or a target.
    case task
    /// A group of departments that a text names together, such as 各县（市）区.
    case collective
    /// Anything else.
    case plain
  }
}

extension Picture {
  /// One line of text in a card.
  public struct Line: Sendable, Equatable, Codable {
    /// The text, without any glyph; it is wrapped once, then cut.
    public var text: String

    /// How it is set.
    public var role: Picture.LineRole

    /// How far the project has come; only read where the role is ``Picture/LineRole/project``.
    public var status: Picture.ProjectStatus?

    /// Creates a line.
    public init(
      text: String,
      role: Picture.LineRole = .normal,
      status: Picture.ProjectStatus? = nil
    ) {
      self.text = text
      self.role = role
      self.status = status
    }
  }
}

extension Picture {
  /// How a line of a card is set.
  public enum LineRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// A lead enterprise: bold, after a star.
    case emphasis
    /// An enterprise, or any plain line.
    case normal
    /// A project: after the glyph of its status.
    case project
    /// A remark, such as 等 3 家.
    case muted
  }
}

extension Picture {
  /// How far a project has come, as far as its glyph tells.
  public enum ProjectStatus: String, Sendable, Hashable, CaseIterable, Codable {
    /// Planned: an empty triangle.
    case planned
    /// Being prepared: an empty triangle, since nothing is under way yet.
    case preparing
    /// Being built: a filled triangle, as it is when no status is given.
    case building
    /// Being completed: a filled triangle.
    case completing
    /// In operation: a filled disc.
    case operating
  }
}
