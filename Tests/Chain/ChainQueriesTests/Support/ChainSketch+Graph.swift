import ChainModel
import GraphKernel
import TestSupport

/// The real graph of a sketch, spoken of by names.
struct Sketched {
  let graph: ChainGraph

  /// The node called `name`.
  subscript(_ name: String) -> NodeIndex {
    guard let node = graph.nodes.first(where: { graph.name(of: $0) == name }) else {
      preconditionFailure("the sketch has no \(name)")
    }
    return node
  }

  func names(_ nodes: some Sequence<NodeIndex>) -> [String] { nodes.map { graph.name(of: $0) } }
}

extension ChainSketch {
  /// Builds the graph.
  func sketched() throws -> Sketched { Sketched(graph: try graph()) }

  /// Builds the graph, asked on ``day``. Nodes are general knowledge, and so are relations but those
  /// that are evidence: a document says these, which stands behind all other nodes where there are any.
  ///
  /// - Parameter generator: when given, nodes and links are entered in another order.
  func graph() throws -> ChainGraph {
    try graph(nodeOrder: Array(nodes.indices), linkOrder: Array(links.indices))
  }

  /// Builds the graph with nodes and links entered in an order of the generator's.
  func shuffledGraph(_ generator: inout SplitMix64) throws -> ChainGraph {
    try graph(
      nodeOrder: nodes.indices.shuffled(using: &generator),
      linkOrder: links.indices.shuffled(using: &generator)
    )
  }

  private func graph(nodeOrder: [Int], linkOrder: [Int]) throws -> ChainGraph {
    var builder = ChainGraphBuilder(ontology: ontology)
    var entered: [Int: NodeIndex] = [:]
    for number in nodeOrder {
      let node = nodes[number]
      entered[number] = builder.addNode(
        node.kind,
        name: node.name,
        id: node.id,
        aliases: node.aliases,
        attributes: try attributes(of: node),
        origin: .industryKnowledge
      )
    }
    let needsDocument = isStated || links.contains { self.isCited($0) }
    let document = needsDocument ? builder.addNode(.document, name: "依据", id: "document:依据") : nil
    if let document { builder.setOrigin(.cited(document, place: "序言"), of: document) }
    if isStated, let document {
      for node in entered.values { builder.setOrigin(.cited(document, place: "一"), of: node) }
    }
    for number in linkOrder {
      let link = links[number]
      guard let source = entered[link.source], let target = entered[link.target] else {
        throw SketchFault.unknownNode
      }
      builder.addRelation(
        link.kind,
        from: source,
        to: target,
        origin: document.map { isCited(link) ? .cited($0, place: "一") : .industryKnowledge }
          ?? .industryKnowledge,
        isOpen: link.isOpen
      )
    }
    return try builder.finish().dataset(on: Self.day).graph
  }

  /// Whether a document says it: evidence that is not marked as general knowledge.
  private func isCited(_ link: Link) -> Bool {
    let evidence: Set<RelationKind> = [
      .operatesIn, .fills, .evidences, .statesRunning, .statesShort, .statesLacking, .statesWanted,
      .surveys, .builds, .controlledBy, .partOf,
    ]
    return (isStated || evidence.contains(link.kind)) && !link.isGeneral
  }

  private func attributes(
    of node: Node
  ) throws -> [(name: AttributeName, value: AttributeValue)] {
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    for definition in ontology[node.kind]?.attributes ?? [] {
      if let key = node.options[definition.name] {
        guard case .option(let options) = definition.type,
          let option = options.first(where: { $0.key == key })
        else { throw SketchFault.unknownOption(key) }
        attributes.append((definition.name, .option(option)))
      }
      if let date = node.dates[definition.name] {
        guard let date = CalendarDate(parsing: date) else { throw SketchFault.unknownOption(date) }
        attributes.append((definition.name, .date(date)))
      }
      if definition.name == .external, node.isExternal {
        attributes.append((.external, .flag(true)))
      }
      if definition.name == .value, let amount = node.amount {
        let quantity = try Quantity(parsing: amount, ontology: ontology)
        attributes.append((.value, .quantity(quantity)))
      }
    }
    return attributes
  }

  enum SketchFault: Error {
    case unknownNode
    case unknownOption(String)
  }
}
