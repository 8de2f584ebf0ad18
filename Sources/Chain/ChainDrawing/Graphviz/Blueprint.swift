/// A graph as Graphviz will see it, before any C call: a plain value that tests can look into.
struct Blueprint: Equatable, Sendable {
  var name: String
  var graph: [Attribute]
  var node: [Attribute]
  var edge: [Attribute]
  /// In the order of the picture's cards.
  var nodes: [Node]
  var bands: [Band]
  /// The subgraph around the bands, whose label is the legend; `nil` where there is none.
  var page: [Attribute]?
  /// In the order in which they are drawn.
  var edges: [Edge]
  /// The engine of Graphviz that places everything; `nil` where this target does.
  var engine: String?

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

  struct Node: Equatable, Sendable {
    var name: String
    var attributes: [Attribute]
  }

  /// The subgraph of a column, with its nodes.
  struct Band: Equatable, Sendable {
    var attributes: [Attribute]
    var nodes: [Int]
  }

  /// An edge from one node to another.
  struct Edge: Equatable, Sendable {
    var from: Int
    var to: Int
    var attributes: [Attribute]
  }

  static func bandName(_ index: Int) -> String { "cluster_\(index)" }
  /// The name of a graph whose own cannot be one.
  static let graphName = "_graph"
  static let pageName = "cluster_page"
}
