public import GraphKernel

/// The typed graph of an industrial chain and of who answers for it.
///
/// Immutable: built once by ``ChainGraphBuilder``, then shared freely. Nodes are dense indices;
/// each relation semantics has an adjacency of its own, since algorithms walk semantics.
public struct ChainGraph: Sendable {
  /// The vocabulary that the nodes and relations are declared in.
  public let ontology: Ontology
  let nodeTable: NodeTable
  let relationTables: [Semantics: RelationTable]
  let names: NameTable

  /// All nodes, in the order in which the data set declares them.
  public var nodes: NodeIndices { NodeIndices(count: nodeTable.records.count) }
}

/// The nodes of a graph, from the first to the last.
public struct NodeIndices: RandomAccessCollection, Sendable {
  let count_: Int

  init(count: Int) { count_ = count }

  /// The position of the first node.
  public var startIndex: Int { 0 }
  /// One past the position of the last node.
  public var endIndex: Int { count_ }
  /// The node at `position`.
  public subscript(position: Int) -> NodeIndex { NodeIndex(position) }
}

/// What is stored of each node.
struct NodeTable: Sendable {
  struct Record: Sendable {
    var kind: Int
    var id: String
    var name: String
    var aliases: [String]
    var attributes: [(name: AttributeName, value: AttributeValue)]
    var origin: Origin
  }

  var records: [Record]
  var byKind: [[NodeIndex]]
}

/// The relations of one semantics: an adjacency, and for each arc what is known of it.
struct RelationTable: Sendable {
  struct Record: Sendable {
    var kind: Int
    var origin: Origin
    var isOpen: Bool
    /// Where the relation stood among those of its semantics as they were entered: the order of
    /// the lists that people wrote.
    var sequence: Int
  }

  let digraph: Digraph
  /// Parallel to the arcs of `digraph`.
  let records: [Record]
}
