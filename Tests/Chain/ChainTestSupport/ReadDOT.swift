import CGraphviz
import ChainDrawing

/// What the library of Graphviz reads in a text of the DOT language.
package struct ReadDOT: Sendable {
  /// One node.
  package struct Node: Hashable, Sendable {
    package let name: String
    package let attributes: [String: String]
  }

  /// One edge, by the names of its ends.
  package struct Edge: Hashable, Sendable {
    package let from: String
    package let to: String
    package let attributes: [String: String]
  }

  package var nodes: [Node] = []
  package var edges: [Edge] = []

  /// Reads, with the attributes of these names; `nil` for a text that is no DOT.
  package init?(_ text: String, attributes names: [String] = []) {
    // Tests run beside each other, and the library is for one at a time.
    guard let read = GraphvizTurn.take({ Self(reading: text, names) }) else { return nil }
    self = read
  }

  private init?(reading text: String, _ names: [String]) {
    guard let graph = cgv_graph_read(text) else { return nil }
    defer { cgv_graph_close(graph) }
    func attributes(of object: UnsafeMutableRawPointer) -> [String: String] {
      let values = names.map { name in (name, cgv_get(object, name).map { String(cString: $0) }) }
      return Dictionary(
        values.compactMap { name, value in value.map { (name, $0) } },
        uniquingKeysWith: { first, _ in first }
      )
    }
    func name(of node: UnsafeMutableRawPointer) -> String {
      cgv_name(node).map { String(cString: $0) } ?? ""
    }
    var node = cgv_next_node(graph, nil)
    while let this = node {
      nodes.append(Node(name: name(of: this), attributes: attributes(of: this)))
      var edge = cgv_next_edge(graph, this, nil)
      while let made = edge {
        if let head = cgv_edge_head(made) {
          edges.append(
            Edge(from: name(of: this), to: name(of: head), attributes: attributes(of: made))
          )
        }
        edge = cgv_next_edge(graph, this, made)
      }
      node = cgv_next_node(graph, this)
    }
  }
}
