/// A graph as Graphviz will see it, before any C call: a plain value that tests can look into.
struct Blueprint: Equatable, Sendable {
  var name: String
  var graph: [Attribute]
  var node: [Attribute]
  var edge: [Attribute]
  var elements: [Element]

  struct Attribute: Equatable, Sendable {
    var key: String
    var value: String
    var isMarkup: Bool

    /// An attribute that Graphviz reads as it stands. The value is never somebody's data unless it
    /// went through ``Escaping``.
    static func plain(_ key: String, _ value: String) -> Attribute {
      Attribute(key: key, value: value, isMarkup: false)
    }

    static func number(_ key: String, _ value: Double) -> Attribute {
      plain(key, Markup.number(value))
    }

    static func markup(_ key: String, _ value: Markup) -> Attribute {
      Attribute(key: key, value: value.text, isMarkup: true)
    }
  }

  indirect enum Element: Equatable, Sendable {
    case node(name: String, attributes: [Attribute])
    case edge(from: String, to: String, attributes: [Attribute])
    case subgraph(name: String, attributes: [Attribute], elements: [Element])
  }

  /// The subgraphs that share one vertical extent in the drawing.
  var bands: [String]

  /// The subgraph around the bands, whose label stands below them.
  var page: String?
}
