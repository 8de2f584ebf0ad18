/// What to draw: columns of cards, links between cards, and the words around them.
///
/// A picture knows texts and ids, never what they stand for. Its order is the order of the drawing:
/// columns run left to right, and cards that could stand anywhere keep the order given here.
public struct Picture: Sendable, Equatable, Codable {
  /// The name of the graph, in ASCII; it shows in the golden form and in an SVG's root title.
  public var name: String

  /// The language of the texts (`zh`, `en`), which becomes the language of an SVG.
  public var language: String

  /// The headline of the page.
  public var title: String

  /// One line under the headline, usually figures.
  public var subtitle: String

  /// The columns, left to right. A column without cards is left out of the drawing.
  public var columns: [Picture.Column]

  /// The cards; each stands in the column that it names.
  public var cards: [Picture.Card]

  /// The links between cards.
  public var links: [Picture.Link]

  /// What the symbols mean, in reading order; it is drawn in one strip below the columns.
  public var legend: [Picture.LegendItem]

  /// Source, date, and what was left out: one line each, below the legend.
  public var footnotes: [String]

  /// Creates a picture.
  public init(
    name: String,
    language: String = "zh",
    title: String,
    subtitle: String = "",
    columns: [Picture.Column],
    cards: [Picture.Card],
    links: [Picture.Link] = [],
    legend: [Picture.LegendItem] = [],
    footnotes: [String] = []
  ) {
    self.name = name
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.cards = cards
    self.links = links
    self.legend = legend
    self.footnotes = footnotes
  }
}

extension Picture {
  /// One column of a picture: a stage of a chain, or a kind of party.
  public struct Column: Sendable, Equatable, Codable {
    /// What cards name to stand here; unique in a picture.
    public var id: String

    /// The heading, such as 上游.
    public var heading: String

    /// A quiet remark beside the heading, such as 9 个环节.
    public var note: String

    /// Creates a column.
    public init(id: String, heading: String, note: String = "") {
      self.id = id
      self.heading = heading
      self.note = note
    }
  }
}
