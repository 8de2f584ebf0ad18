import Liantu
import TestSupport
import Testing

/// The Huludao data set, read once for all tests.
struct Huludao {
  let dataset: Dataset
  var graph: ChainGraph { dataset.graph }

  static let loaded = Dataset.load(folder: Repository.huludao)

  init() throws {
    dataset = try #require(Self.loaded.dataset, "the data set has errors")
  }

  /// The node of a kind that bears `name`.
  func node(_ kind: String, _ name: String) throws -> NodeIndex {
    let node = graph.nodes(of: NodeKind(kind)).first { graph.name(of: $0) == name }
    return try #require(node, "no \(kind) is called \(name)")
  }

  func names(_ nodes: some Sequence<NodeIndex>) -> [String] { nodes.map { graph.name(of: $0) } }

  func names(of kind: NodeKind) -> Set<String> { Set(names(graph.nodes(of: kind))) }

  /// The names of those who stand in a role on `item` itself, in the order of the list.
  func parties(_ role: RelationKind, of item: NodeIndex) -> [String] {
    names(graph.relations(of: item, at: .target, role).map(\.source))
  }

  /// What `node` is directly part of, by name.
  func wholes(of node: NodeIndex) -> [String] {
    names(graph.relations(of: node, at: .source, RelationKind("partOf")).map(\.target))
  }

  func text(_ attribute: String, of node: NodeIndex) -> String? {
    graph.attribute(AttributeName(attribute), of: node)?.description(in: .zh)
  }

  func place(of node: NodeIndex) -> String { graph.origin(of: node).place }

  /// The clusters of a level, in the order of the data.
  func clusters(_ level: String) -> [NodeIndex] {
    graph.nodes(of: .cluster).filter { graph.option(.level, of: $0) == level }
  }
}
