import ChainModel
import GraphKernel

/// Where each relation of a graph is written: at one end, in a list that is open or is not.
///
/// The conventional end writes it. Where some relations of one list are open and some are not, the
/// closed ones are written at the other end, since 等 speaks of a whole list.
struct WrittenRelations {
  /// The list of an entry's field.
  struct List {
    let definition: RelationDefinition
    let end: RelationDefinition.End
    var relations: [Relation] = []
    var isOpen: Bool { relations.contains(where: \.isOpen) }
  }

  private let graph: ChainGraph
  /// Closed relations by the node at the end that is not the conventional one.
  private var elsewhere: [NodeIndex: [Relation]] = [:]

  init(of graph: ChainGraph) {
    self.graph = graph
    for node in graph.nodes {
      for list in conventional(node) where list.isOpen {
        for relation in list.relations where !relation.isOpen {
          elsewhere[relation.node(at: list.end.opposite), default: []].append(relation)
        }
      }
    }
  }

  /// The lists of the entry of `node`, in the order of the ontology; none is empty.
  func lists(of node: NodeIndex) -> [List] {
    var lists: [List] = []
    for var list in conventional(node) {
      if list.isOpen { list.relations.removeAll { !$0.isOpen } }
      lists.append(list)
    }
    guard let others = elsewhere[node] else { return lists }
    for definition in graph.ontology.relations {
      let relations = others.filter { $0.kind == definition.kind }
      guard !relations.isEmpty else { continue }
      let end = definition.writtenEnd.opposite
      lists.append(List(definition: definition, end: end, relations: relations))
    }
    return lists
  }

  private func conventional(_ node: NodeIndex) -> [List] {
    let kind = graph.kind(of: node)
    var lists: [List] = []
    var read: [Semantics: [Relation]] = [:]
    for definition in graph.ontology.relations {
      let end = definition.writtenEnd
      guard definition.kinds(at: end).contains(kind) else { continue }
      let all =
        read[definition.semantics] ?? graph.relations(of: node, at: end, definition.semantics)
      read[definition.semantics] = all
      let relations = all.filter { $0.kind == definition.kind }
      guard !relations.isEmpty else { continue }
      lists.append(List(definition: definition, end: end, relations: relations))
    }
    return lists
  }
}
