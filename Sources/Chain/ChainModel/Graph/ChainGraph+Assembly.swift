import Columns
internal import GraphKernel

extension ChainGraph {
  /// Puts columns together, or says everything that keeps them from being a graph: the given
  /// faults, then those of relations in the order of their entry, then circles of parts.
  ///
  /// - Precondition: Kinds, origins and nodes that the columns speak of exist.
  /// - Complexity: O(*v* + *e*).
  package init(
    ontology: Ontology,
    nodes: NodeTable,
    names: NameTable,
    origins: OriginTable,
    relations: consuming RelationColumns,
    faults: [GraphFaults.Fault] = []
  ) throws(GraphFaults) {
    let forbidden = relations.forbidden(RelationEnds(ontology), kinds: nodes.kinds)
    self.init(
      ontology: ontology,
      nodeTable: Guarded(nodes),
      relationTables: relations.tables(ontology, nodeCount: nodes.count).mapValues { Guarded($0) },
      origins: Guarded(origins),
      names: Guarded(names)
    )
    try check(forbidden: forbidden, faults)
  }

  /// Puts columns together whose relations come in parts, or says which of these stand twice, then
  /// circles of parts.
  ///
  /// - Precondition: Kinds, origins and nodes that the columns speak of exist, and the ontology allows
  ///   each relation between its ends.
  /// - Complexity: O(*v* + *e*); see ``RelationPart``.
  package init(
    ontology: Ontology,
    nodes: NodeTable,
    names: NameTable,
    origins: OriginTable,
    soundRelations: consuming [RelationPart]
  ) throws(GraphFaults) {
    self.init(
      ontology: ontology,
      nodeTable: Guarded(nodes),
      relationTables: soundRelations.tables(ontology, nodeCount: nodes.count)
        .mapValues { Guarded($0) },
      origins: Guarded(origins),
      names: Guarded(names)
    )
    try check(forbidden: [], [])
  }

  private func check(forbidden: [Int], _ faults: [GraphFaults.Fault]) throws(GraphFaults) {
    let duplicate = relationTables.values.flatMap {
      $0.duplicates(outside: Set(forbidden), periods: origins)
    }
    let ofRelations =
      forbidden.map {
        (
          at: $0,
          fault: GraphFaults.Fault.forbiddenRelation(ChainGraphBuilder.RelationHandle(position: $0))
        )
      }
      + duplicate.map { relation, first in
        (
          at: relation,
          fault: .duplicateRelation(
            ChainGraphBuilder.RelationHandle(position: relation),
            first: ChainGraphBuilder.RelationHandle(position: first)
          )
        )
      }
    let circles = containmentCycles().map { GraphFaults.Fault.containmentCycle($0) }
    let all = faults + ofRelations.sorted { $0.at < $1.at }.map(\.fault) + circles
    guard all.isEmpty else { throw GraphFaults(faults: all) }
  }

  /// One circle for each group of nodes that contain one another.
  private func containmentCycles() -> [[NodeIndex]] {
    let digraph = digraph(.containment)
    guard digraph.arcCount > 0 else { return [] }
    let components = digraph.stronglyConnectedComponents()
    return components.indices
      .filter { components.isCyclic($0) }
      .compactMap { component in
        let subgraph = digraph.induced(on: Array(components.members(of: component)))
        return subgraph.graph.findCycle()?.map { subgraph.nodes[$0.position] }
      }
  }
}

/// Which kinds may stand at the ends of which relations, by their positions in the ontology.
struct RelationEnds {
  private let sources: [Bool]
  private let targets: [Bool]
  private let kindCount: Int

  init(_ ontology: Ontology) {
    kindCount = ontology.kinds.count
    sources = ontology.relations.flatMap { relation in
      ontology.kinds.map { relation.sources.contains($0.kind) }
    }
    targets = ontology.relations.flatMap { relation in
      ontology.kinds.map { relation.targets.contains($0.kind) }
    }
  }

  func allow(_ relation: Int, from source: Int, to target: Int) -> Bool {
    sources[relation * kindCount + source] && targets[relation * kindCount + target]
  }
}
