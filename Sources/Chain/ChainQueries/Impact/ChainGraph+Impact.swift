public import ChainModel
public import GraphKernel

extension Ontology {
  /// The kinds whose loss can be asked about: enterprises, projects, and whatever flows.
  public var removableKinds: [NodeKind] { [.enterprise, .project] + flowKinds }
}

extension ChainGraph {
  /// What changes when `nodes` are taken away, and every relation that touches them; with them go the
  /// projects that nobody else builds. What was missing or unknown before is not lost.
  ///
  /// - Precondition: The nodes are of the ontology's ``ChainModel/Ontology/removableKinds``.
  /// - Complexity: O(actors and parts of what is near) and, for each cluster touched, O(its
  ///   segments).
  public func impact(removing nodes: some Sequence<NodeIndex>) -> Impact {
    impact(removing: nodes) { () throws(Never) in }
  }

  /// The same, asking before each node that is looked at whether to go on.
  func impact<Stop: Error>(
    removing nodes: some Sequence<NodeIndex>,
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> Impact {
    let removed = NodeSet(universe: self.nodes.count, nodes)
    let fallen = projectsKeptAlive(by: removed)
    let kinds = ontology.removableKinds
    precondition(
      removed.allSatisfy { kinds.contains(kind(of: $0)) },
      "only enterprises, projects and segments can be taken away"
    )
    let remains = Remains(
      graph: self,
      removed: removed.union(NodeSet(universe: self.nodes.count, fallen))
    )
    let segments = try remains.segmentImpacts(unless: stop)
    let clusters = try remains.clusterImpacts(changing: segments.map(\.segment), unless: stop)
    let affected = Array(removed) + fallen + segments.map(\.segment) + clusters.map(\.cluster)
    return Impact(
      removed: Array(removed),
      fallen: fallen,
      segments: segments,
      clusters: clusters,
      notified: try parties(answeringFor: affected, unless: stop)
    )
  }

  /// The projects that have builders, all of them among `removed`, in the order of the data; where a
  /// list of builders is open, there are others.
  private func projectsKeptAlive(by removed: NodeSet) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return removed.flatMap { digraph(.action).neighbors(of: $0, .forward) }
      .filter { project in
        guard kind(of: project) == .project, !removed.contains(project),
          seen.insert(project).inserted
        else { return false }
        return relations(of: project, at: .target, .action)
          .allSatisfy { removed.contains($0.source) && !$0.isOpen }
      }
      .sorted()
  }

  private func parties<Stop: Error>(
    answeringFor items: [NodeIndex],
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [Impact.NotifiedParty] {
    var notified: [NodeIndex: [NodeIndex]] = [:]
    for item in items {
      try stop()
      for party in Set(owners(of: item).map(\.party)) { notified[party, default: []].append(item) }
    }
    return inNameOrder(notified.keys).enumerated()
      .map {
        (
          order: $0.offset,
          party: Impact.NotifiedParty(party: $0.element, items: notified[$0.element] ?? [])
        )
      }
      .sorted { (-$0.party.items.count, $0.order) < (-$1.party.items.count, $1.order) }
      .map(\.party)
  }
}

/// A graph without some of its nodes.
private struct Remains {
  let graph: ChainGraph
  let removed: NodeSet
  private let kept: NodeSet

  init(graph: ChainGraph, removed: NodeSet) {
    self.graph = graph
    self.removed = removed
    kept = NodeSet(universe: graph.nodes.count, graph.nodes).subtracting(removed)
  }

  // MARK: Segments

  func segmentImpacts<Stop: Error>(
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [Impact.Segment] {
    let flowKinds = graph.ontology.flowKinds
    let changed = segmentsTouched()
    // Whatever a touched or removed segment feeds may have lost a supplier.
    let fed = (Array(changed) + Array(removed)).flatMap {
      graph.digraph(.flow).neighbors(of: $0, .forward)
    }
    let candidates = changed.union(NodeSet(universe: graph.nodes.count, fed)).intersection(kept)
      .filter { flowKinds.contains(graph.kind(of: $0)) }
    var impacts: [NodeIndex: Impact.Segment] = [:]
    for segment in candidates {
      try stop()
      let impact = Impact.Segment(
        segment: segment,
        before: graph.verdict(of: segment),
        after: graph.verdict(of: segment, within: kept),
        sourcesBefore: sources(of: segment, within: nil),
        sourcesAfter: sources(of: segment, within: kept)
      )
      if impact.before != impact.after || impact.supply != nil { impacts[segment] = impact }
    }
    return graph.inNameOrder(impacts.keys).enumerated()
      .compactMap { order, segment in impacts[segment].map { (order: order, impact: $0) } }
      .sorted { ($0.impact.rank, $0.order) < ($1.impact.rank, $1.order) }
      .map(\.impact)
  }

  /// The segments on which something that is taken away stands or of which it is a part.
  private func segmentsTouched() -> NodeSet {
    // What they build may stand on segments too, where others keep it alive.
    let built = removed.flatMap { graph.digraph(.action).neighbors(of: $0, .forward) }
    let stood = (Array(removed) + built).flatMap {
      graph.digraph(.presence).neighbors(of: $0, .forward)
    }
    let touched = Array(Set(stood).union(removed))
    let wholes = graph.digraph(.containment).closure(of: touched, .forward)
    return wholes.union(NodeSet(universe: graph.nodes.count, touched))
  }

  /// Who is known to supply a segment: named on the segments that feed it directly, and completed
  /// projects there.
  private func sources(of segment: NodeIndex, within region: NodeSet?) -> [NodeIndex] {
    let suppliers = Set(graph.digraph(.flow).neighbors(of: segment, .reverse))
      .filter { $0 != segment && region?.contains($0) ?? true }
    let assessments = suppliers.map { graph.assessment(of: $0, within: region) }
    let completed = assessments.flatMap(\.evidence).filter { $0.nature == .completed }.map(\.giver)
    // Those of one owner are one source, on whichever segments they stand.
    let named = graph.independent(Set(assessments.flatMap(\.named)).sorted())
    return Set(named + completed).sorted()
  }

  // MARK: Clusters

  func clusterImpacts<Stop: Error>(
    changing segments: [NodeIndex],
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [Impact.Cluster] {
    let touched = graph.digraph(.containment).closure(of: Array(removed) + segments, .forward)
    let clusters = graph.nodes(of: .cluster).filter { touched.contains($0) && kept.contains($0) }
    var impacts: [NodeIndex: Impact.Cluster] = [:]
    for cluster in clusters {
      try stop()
      let before = graph.chain(of: cluster).completeness
      let after = completeness(of: cluster)
      guard before.all > 0,
        (before.all, before.least, before.most) != (after.all, after.least, after.most)
      else { continue }
      impacts[cluster] = Impact.Cluster(cluster: cluster, before: before, after: after)
    }
    return graph.inNameOrder(impacts.keys).compactMap { impacts[$0] }
  }

  /// What of the cluster's chain is still part of it, and how much of it is here.
  private func completeness(of cluster: NodeIndex) -> Completeness {
    let flowKinds = graph.ontology.flowKinds
    let segments = graph.digraph(.containment).closure(of: [cluster], .reverse, in: kept)
      .filter { flowKinds.contains(graph.kind(of: $0)) }
    return graph.completeness(of: segments, within: kept)
  }
}

extension Impact.Segment {
  /// What matters most comes first.
  fileprivate var rank: Int {
    let verdicts = Verdict.fromWorst
    let fall =
      (verdicts.firstIndex(of: before) ?? 0) - (verdicts.firstIndex(of: after) ?? 0)
    let supply = supply.flatMap { Impact.SupplyChange.allCases.firstIndex(of: $0) }
    return (supply ?? Impact.SupplyChange.allCases.count) * 100 - fall
  }
}
