public import GraphKernel

/// What one data set says and another does not.
///
/// The order of nodes and of relations is no difference: whoever sorts a table changes no fact. Every
/// list is in a total order: the fields of the manifest in theirs; nodes by kind, then as their data
/// set has them; relations by kind, source and target; queries by their order.
public struct DatasetDifference: Sendable {
  /// A node that is in both, and what of it changed.
  public struct NodeChange: Sendable {
    /// The node in the first.
    public let before: NodeIndex
    /// The node in the second.
    public let after: NodeIndex
    /// What changed, in the order of an entry; never empty.
    public let fields: [DatasetDifference.FieldChange]
  }

  /// A relation between the same two nodes that is not stated as it was.
  public struct RelationChange: Sendable {
    /// As it was, in the first.
    public let before: Relation
    /// As it is, in the second.
    public let after: Relation
    /// What changed: its origin, whether its list is open; never empty.
    public let fields: [DatasetDifference.FieldChange]
  }

  /// A query of that name that is not what it was.
  public struct QueryChange: Sendable {
    /// The name.
    public let name: String
    /// As it was; `nil` when it is new.
    public let before: NamedQuery?
    /// As it is; `nil` when it is gone.
    public let after: NamedQuery?
    /// What changed of one that is in both.
    public let fields: [DatasetDifference.FieldChange]
  }

  /// The data set that was.
  public let before: Dataset
  /// The data set that is.
  public let after: Dataset
  /// Which node of the first is which of the second.
  public let matching: NodeMatching
  /// What changed of the data set as a whole.
  public let manifest: [DatasetDifference.FieldChange]
  /// Whether the vocabulary is another one.
  public let changesVocabulary: Bool
  /// Nodes of the second that the first does not have.
  public let addedNodes: [NodeIndex]
  /// Nodes of the first that the second does not have.
  public let removedNodes: [NodeIndex]
  /// Nodes that are in both and differ.
  public let changedNodes: [NodeChange]
  /// Relations of the second that the first does not have.
  public let addedRelations: [Relation]
  /// Relations of the first that the second does not have.
  public let removedRelations: [Relation]
  /// Relations that are in both and are stated otherwise.
  public let changedRelations: [RelationChange]
  /// Queries that differ.
  public let queries: [QueryChange]

  /// Compares two data sets.
  ///
  /// - Complexity: O(*v* + *e* log *e*) time, O(*v* + *e*) memory.
  public init(from before: Dataset, to after: Dataset) {
    let matching = NodeMatching(from: before.graph, to: after.graph)
    self.init(from: before, to: after, matching: matching)
  }

  /// Compares two data sets of which it is known which node is which.
  init(from before: Dataset, to after: Dataset, matching: NodeMatching) {
    let comparison = Comparison(before: before, after: after, matching: matching)
    self.before = before
    self.after = after
    self.matching = matching
    manifest = comparison.manifest()
    changesVocabulary = before.graph.ontology != after.graph.ontology
    let kinds = before.graph.ontology.kinds.map(\.kind)
    let newKinds = after.graph.ontology.kinds.map(\.kind)
    addedNodes = newKinds.flatMap { kind in
      after.graph.nodes(of: kind).filter { matching.before($0) == nil }
    }
    let old = kinds.flatMap { before.graph.nodes(of: $0) }
    removedNodes = old.filter { matching.after($0) == nil }
    changedNodes = old.compactMap { node in
      guard let same = matching.after(node) else { return nil }
      let fields = comparison.fields(of: node, same)
      return fields.isEmpty ? nil : NodeChange(before: node, after: same, fields: fields)
    }
    (addedRelations, removedRelations, changedRelations) = comparison.relations()
    queries = comparison.queries()
  }

  /// Whether the two say the same.
  public var isEmpty: Bool { changeCount == 0 }

  /// How many things differ: a node, a relation, a field of the manifest, a query each.
  public var changeCount: Int {
    let nodes = addedNodes.count + removedNodes.count + changedNodes.count
    let relations = addedRelations.count + removedRelations.count + changedRelations.count
    return manifest.count + (changesVocabulary ? 1 : 0) + nodes + relations + queries.count
  }
}

extension DatasetDifference {
  /// The first thing that differs, in a few English words for whoever must find out why; empty when
  /// nothing does.
  package var firstChange: String {
    if let field = manifest.first { return "dataset.yaml: \(field.field)" }
    if changesVocabulary { return "ontology" }
    if let node = addedNodes.first { return "added \(after.graph.id(of: node))" }
    if let node = removedNodes.first { return "removed \(before.graph.id(of: node))" }
    if let change = changedNodes.first {
      let field = change.fields.first
      return "\(before.graph.id(of: change.before)): \(field?.field ?? "") "
        + "'\(field?.before?.en ?? "")' → '\(field?.after?.en ?? "")'"
    }
    func text(_ relation: Relation, _ graph: ChainGraph) -> String {
      "\(graph.id(of: relation.source)) \(relation.kind.name) \(graph.id(of: relation.target))"
    }
    if let relation = addedRelations.first { return "added \(text(relation, after.graph))" }
    if let relation = removedRelations.first { return "removed \(text(relation, before.graph))" }
    if let change = changedRelations.first {
      return "\(text(change.before, before.graph)): \(change.fields.first?.field ?? "")"
    }
    return queries.first.map { "query \($0.name)" } ?? ""
  }
}

extension Ontology: Equatable {
  /// Whether both declare the same, in the same order.
  public static func == (a: Ontology, b: Ontology) -> Bool {
    a.kinds == b.kinds && a.relations == b.relations && a.units == b.units
  }
}
