import ChainModel
import ChainQueries

/// The functions of the query language on plain lists, by definition.
struct QueryOracle {
  let sketch: ChainSketch
  let responsibility: ResponsibilityOracle
  let evidence: EvidenceOracle

  init(_ sketch: ChainSketch) {
    self.sketch = sketch
    responsibility = ResponsibilityOracle(sketch: sketch)
    evidence = EvidenceOracle(sketch)
  }

  private static let flows = ChainSketch.flowKinds
  private static let presence: Set<RelationKind> = [.operatesIn, .fills, .evidences]

  private func isSegment(_ node: Int) -> Bool { sketch.nodes[node].kind == .segment }

  /// The nodes one relation away; `forward` from sources to targets.
  func step(_ nodes: Set<Int>, _ kinds: Set<RelationKind>, forward: Bool) -> Set<Int> {
    Set(
      sketch.links.filter { kinds.contains($0.kind) }.compactMap { link in
        nodes.contains(forward ? link.source : link.target)
          ? (forward ? link.target : link.source) : nil
      }
    )
  }

  /// Steps, at least one and at most `depth`.
  func steps(
    _ nodes: Set<Int>,
    _ kinds: Set<RelationKind>,
    forward: Bool,
    depth: Int = 1_000
  ) -> Set<Int> {
    var found: Set<Int> = []
    var front = nodes
    for _ in 0..<depth {
      front = step(front, kinds, forward: forward)
      if front.isSubset(of: found) { break }
      found.formUnion(front)
    }
    return found
  }

  func parts(_ nodes: Set<Int>) -> Set<Int> { steps(nodes, [.partOf], forward: false) }

  /// What belongs to the nodes: their parts, and the projects that fill segments.
  func members(of nodes: Set<Int>) -> Set<Int> { steps(nodes, [.partOf, .fills], forward: false) }

  /// The segments that a set means as the start of a walk along the flow.
  func starts(_ nodes: Set<Int>) -> Set<Int> {
    let others = nodes.filter { !isSegment($0) }
    let built = step(others, [.builds], forward: true)
    return nodes.subtracting(others)
      .union(step(others.union(built), Self.presence, forward: true))
      .union(parts(others).filter { isSegment($0) })
  }

  private func withActors(_ segments: Set<Int>) -> Set<Int> {
    let actors = step(segments.union(parts(segments)), Self.presence, forward: false)
    return segments.union(actors).union(step(actors, [.builds], forward: false))
  }

  func upstream(_ nodes: Set<Int>, depth: Int = 1_000) -> Set<Int> {
    withActors(steps(starts(nodes), Self.flows, forward: false, depth: depth)).subtracting(nodes)
  }

  func downstream(_ nodes: Set<Int>, depth: Int = 1_000) -> Set<Int> {
    withActors(steps(starts(nodes), Self.flows, forward: true, depth: depth)).subtracting(nodes)
  }

  func between(_ from: Set<Int>, _ to: Set<Int>) -> Set<Int> {
    let (from, to) = (starts(from), starts(to))
    let after = from.union(steps(from, Self.flows, forward: true))
    return withActors(after.intersection(to.union(steps(to, Self.flows, forward: false))))
  }

  func owners(_ nodes: Set<Int>, _ roles: [RelationKind]) -> Set<Int> {
    Set(
      nodes.flatMap { item in
        roles.flatMap { role in
          (responsibility.nearest(item, role)?.items ?? [])
            .flatMap { responsibility.stated(on: $0, role) }
        }
      }
    )
  }

  func duties(_ nodes: Set<Int>, _ roles: [RelationKind], inherited: Bool) -> Set<Int> {
    Set(
      sketch.nodes.indices.filter { item in
        nodes.contains { party in
          roles.contains { role in
            responsibility.namings(of: party, for: item, role).contains {
              inherited || $0.from == item
            }
          }
        }
      }
    )
  }

  func members(_ nodes: Set<Int>) -> Set<Int> { steps(nodes, [.memberOf], forward: false) }

  /// The segments in the set or inside it of these verdicts.
  func segments(_ nodes: Set<Int>, _ verdicts: Verdict...) -> Set<Int> {
    nodes.union(parts(nodes)).filter {
      isSegment($0) && verdicts.contains(evidence.verdict(of: $0))
    }
  }

  /// What the verdicts of the segments in the set or inside it rest on.
  func evidence(_ nodes: Set<Int>) -> Set<Int> {
    let segments = nodes.union(parts(nodes)).filter { isSegment($0) }
    return Set(segments.flatMap { evidence.evidence($0).map(\.giver) })
  }

  /// The segments of the cluster's chain that block one that is here.
  func chokepoints(_ cluster: Int) -> Set<Int> {
    let oracle = GapOracle(sketch, cluster: cluster)
    return Set(oracle.flow.segments.filter { !oracle.blocks($0).isEmpty })
  }

  func orphans(_ nodes: Set<Int>) -> Set<Int> {
    nodes.filter { node in !sketch.links.contains { $0.source == node || $0.target == node } }
  }
}
