package import Columns
public import GraphKernel

/// The typed graph of an industrial chain and of who answers for it.
///
/// Immutable: built once by ``ChainGraphBuilder``, then shared freely. Nodes are dense indices;
/// each relation semantics has an adjacency of its own, since algorithms walk semantics. Everything
/// lies in columns: of a graph with millions of nodes no node is an object, and a file may lend the
/// memory.
public struct ChainGraph: Sendable {
  /// The vocabulary that the nodes and relations are declared in.
  public let ontology: Ontology
  /// The day that is asked about: on it surveys hold or have run out; `nil` for no day, on which only
  /// surveys without an end hold. A data set's graph is asked about the data set's date.
  public internal(set) var day: CalendarDate?
  /// How things stand on that day, where relations hold for some days alone and it was asked for one.
  package internal(set) var standing: Standing?
  /// The document that a place is in where no other is named: the first of the data set; `nil` outside of one.
  package internal(set) var firstDocument: NodeIndex?
  private let guardedNodes: Guarded<NodeTable>
  /// Each table by itself, and behind one gate more what is expected of all together.
  private let guardedRelations: Guarded<[Semantics: Guarded<RelationTable>]>
  private let guardedOrigins: Guarded<OriginTable>
  private let guardedNames: Guarded<NameTable>
  /// What stands for the relations of a semantics that has none.
  private let noRelations: Late<RelationTable>

  /// A graph of parts that fit one another, or that are looked over before they are used.
  ///
  /// - Parameter togetherBehind: looks at how the tables of relations fit one another, before all of
  ///   them are used together.
  package init(
    ontology: Ontology,
    nodeTable: Guarded<NodeTable>,
    relationTables: [Semantics: Guarded<RelationTable>],
    togetherBehind gate: Gate? = nil,
    origins: Guarded<OriginTable>,
    names: Guarded<NameTable>
  ) {
    self.ontology = ontology
    guardedNodes = nodeTable
    guardedRelations = Guarded(relationTables, behind: gate)
    guardedOrigins = origins
    guardedNames = names
    let nodeCount = nodeTable.unchecked.count
    noRelations = Late { RelationTable(nodeCount: nodeCount) }
  }

  package var nodeTable: NodeTable { guardedNodes.value }
  package var relationTables: [Semantics: RelationTable] {
    guardedRelations.value.mapValues(\.value)
  }
  package var origins: OriginTable { guardedOrigins.value }
  package var names: NameTable { guardedNames.value }

  func table(_ semantics: Semantics) -> RelationTable {
    guardedRelations.unchecked[semantics]?.value ?? noRelations.value
  }

  /// All nodes, in the order in which the data set declares them.
  public var nodes: ChainGraph.NodeIndices {
    ChainGraph.NodeIndices(count: guardedNodes.unchecked.count)
  }

  /// How many bytes the graph takes at rest: adjacency, names, identities, origins and the indices
  /// over them, whether the memory is its own or borrowed.
  public var byteCount: Int {
    nodeTable.byteCount + names.byteCount + origins.byteCount
      + relationTables.values.reduce(0) { $0 + $1.byteCount }
  }
}

extension ChainGraph {
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
}
