import ChainFiles
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainQueries

/// The library of chains as nodes and relations that a test may spoil.
struct LibraryDraft {
  struct Node {
    let kind: NodeKind
    let name: String
    let id: String
    let aliases: [String]
    var attributes: [AttributeName: AttributeValue]
    let origin: Origin
  }

  struct Line: Hashable {
    var kind: RelationKind
    var source: NodeIndex
    var target: NodeIndex
    let origin: Origin
  }

  let ontology: Ontology
  var nodes: [Node]
  var lines: [Line]

  init(_ graph: ChainGraph) {
    ontology = graph.ontology
    nodes = graph.nodes.map { node in
      Node(
        kind: graph.kind(of: node),
        name: graph.name(of: node),
        id: graph.id(of: node),
        aliases: graph.aliases(of: node),
        attributes: Dictionary(
          uniqueKeysWithValues: graph.attributes(of: node).map { ($0.definition.name, $0.value) }
        ),
        origin: graph.origin(of: node)
      )
    }
    lines = graph.nodes.flatMap { node in
      Semantics.allCases.flatMap { graph.relations(of: node, at: .source, $0) }
        .map { Line(kind: $0.kind, source: $0.source, target: $0.target, origin: $0.origin) }
    }
  }

  /// Where the flows of a sort stand among ``lines``.
  func positions(of kinds: String...) -> [Int] {
    lines.indices.filter { kinds.contains(lines[$0].kind.name) }
  }

  func graph() throws -> ChainGraph {
    var builder = ChainGraphBuilder(ontology: ontology)
    for node in nodes {
      _ = builder.addNode(
        node.kind,
        name: node.name,
        id: node.id,
        aliases: node.aliases,
        attributes: node.attributes.sorted { $0.key.name < $1.key.name }.map { ($0.key, $0.value) },
        origin: node.origin
      )
    }
    var seen: Set<Line> = []
    for line in lines where seen.insert(line).inserted {
      builder.addRelation(line.kind, from: line.source, to: line.target, origin: line.origin)
    }
    return try builder.finish()
  }
}

/// The library that comes with the program.
enum Library {
  static let folder = Repository.path + "/Data/chains"

  static let graph: ChainGraph = {
    let loaded = Dataset.load(folder: folder)
    guard let dataset = loaded.dataset else {
      fatalError("the library has faults: \(loaded.diagnostics.map(\.message.en))")
    }
    return dataset.graph
  }()

  /// The classification.
  static let classes: IndustryClassification = {
    let path = folder + "/tables/gb4754-2017.tsv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return IndustryClassification(text)
  }()
}
