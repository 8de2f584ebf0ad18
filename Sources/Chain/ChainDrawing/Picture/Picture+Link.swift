extension Picture {
  /// An arrow from one card to another.
  public struct Link: Sendable, Hashable, Codable {
    /// The id of the card that it leaves.
    public var from: String

    /// The id of the card that it enters.
    public var to: String

    /// What it is.
    public var style: Picture.LinkStyle

    /// A word or two on the line. Labels cost room and time, so they are for the few links that
    /// need one.
    public var label: String?

    /// What an SVG shows under the pointer.
    public var tooltip: String

    /// How loudly it speaks; ``Picture/Prominence/focus`` and ``Picture/Prominence/urgent`` draw a heavier line.
    public var prominence: Picture.Prominence

    /// Whether it may or may not hold: drawn dotted.
    public var isTentative: Bool

    /// Which of its ends carry an arrow.
    public var arrow: Picture.Arrow

    /// Which group the link belongs to, counted from 0, so that the links of one group can be
    /// followed through a crowd: they share a colour, and the cards that they touch carry the
    /// group's number. `nil` where links are not grouped.
    public var tint: Int?

    /// Creates a link.
    public init(
      from: String,
      to: String,
      style: Picture.LinkStyle = .flow,
      label: String? = nil,
      tooltip: String = "",
      prominence: Picture.Prominence = .usual,
      isTentative: Bool = false,
      arrow: Picture.Arrow = .forward,
      tint: Int? = nil
    ) {
      self.from = from
      self.to = to
      self.style = style
      self.label = label
      self.tooltip = tooltip
      self.prominence = prominence
      self.isTentative = isTentative
      self.arrow = arrow
      self.tint = tint
    }
  }
}

extension Picture {
  /// Which ends of a link carry an arrow.
  public enum Arrow: String, Sendable, Hashable, CaseIterable, Codable {
    /// The end that the link enters.
    case forward
    /// The end that the link leaves: for a relation that runs against the order of the columns.
    case backward
    /// Neither.
    case none
  }
}

extension Picture {
  /// What a link is. A ``Theme`` gives each case its colour, its width and its dashes.
  public enum LinkStyle: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    /// Something passes along, and the document says so.
    case flow
    /// Something passes along, as everybody in the trade knows; no document says so.
    case inferred
    /// Something returns to an earlier stage; it does not move cards.
    case feedback
    /// A flow that starts or ends at a missing segment.
    case gap
    /// A party leads an item.
    case lead
    /// A party is responsible for an item.
    case responsible
    /// A leader is accountable for an item.
    case accountable
    /// A party coordinates an item.
    case coordinate
    /// A party keeps in touch with another level.
    case liaison
    /// A party supports those who lead.
    case support
    /// Is part of, is at, is the counterpart of: the quiet relations that hold a picture together.
    case structure
    /// Somebody does something, such as an enterprise that builds a project.
    case action
  }
}
