import ChainModel
import ChainQueries

/// Gaps by brute force; what may be said of a segment is told by ``EvidenceOracle``.
struct GapOracle {
  let sketch: ChainSketch
  let flow: FlowOracle
  let evidence: EvidenceOracle
  private var localEnterprises: [Int: Set<Int>] = [:]
  private var fillingProjects: [Int: Set<Int>] = [:]
  private let verdicts: [Int: Verdict]

  init(_ sketch: ChainSketch, cluster: Int) {
    self.sketch = sketch
    flow = FlowOracle(sketch, cluster: cluster)
    let evidence = EvidenceOracle(sketch)
    self.evidence = evidence
    verdicts = Dictionary(
      uniqueKeysWithValues: sketch.all(.segment).map { ($0, evidence.verdict(of: $0)) }
    )
    for link in sketch.links where [.operatesIn, .fills].contains(link.kind) {
      for segment in sketch.wholes(of: link.target).union([link.target]) {
        if link.kind == .fills {
          fillingProjects[segment, default: []].insert(link.source)
        } else if !sketch.nodes[link.source].isExternal {
          localEnterprises[segment, default: []].insert(link.source)
        }
      }
    }
  }

  /// The local enterprises on the segment and its parts.
  func enterprises(on segment: Int) -> Set<Int> { localEnterprises[segment] ?? [] }

  /// The projects on the segment and its parts.
  func projects(on segment: Int) -> Set<Int> { fillingProjects[segment] ?? [] }

  func verdict(of segment: Int) -> Verdict { verdicts[segment] ?? .unknown }

  func isPresent(_ segment: Int) -> Bool { verdict(of: segment).isPresent }

  /// The segments of a verdict among those of the chain.
  func segments(_ verdict: Verdict) -> [Int] {
    flow.segments.filter { self.verdict(of: $0) == verdict }
  }

  /// By all present segments that reach the segment or are reached from it.
  func position(of segment: Int) -> Gap.Position? {
    guard [.missing, .lacking].contains(verdict(of: segment)) else { return nil }
    let present = flow.segments.filter { isPresent($0) }
    let isFed = present.contains { flow.reaches($0, segment) }
    let isFeeding = present.contains { flow.reaches(segment, $0) }
    if isFed { return isFeeding ? .inner : .tail }
    return isFeeding ? .head : .apart
  }

  /// The segments that it feeds directly, and where somebody is named.
  func demand(_ segment: Int) -> Set<Int> {
    Set(flow.arcs.filter { $0.source == segment }.map(\.target))
      .filter { $0 != segment && evidence.isNamed($0) }
  }

  func feeds(_ segment: Int) -> Set<Int> {
    Set(flow.segments.filter { $0 != segment && isPresent($0) && flow.reaches(segment, $0) })
  }

  /// Takes the gap away and sees what the starts of supply no longer reach.
  func blocks(_ gap: Int) -> Set<Int> {
    let starts = flow.segments.filter { segment in
      flow.segments.allSatisfy { !flow.reaches($0, segment) || flow.reaches(segment, $0) }
    }
    let others = flow.segments.filter { $0 != gap }
    let arcs = flow.arcs.filter { $0.source != gap && $0.target != gap }
    let distance = FlowOracle.distances(others, arcs)
    return Set(
      others.filter { segment in
        isPresent(segment)
          && !starts.contains { start in
            start != gap && (start == segment || distance[start]?[segment] != nil)
          }
      }
    )
  }

  /// The segments where enterprises are named, at the least distance up or down the flow.
  func nearest(_ segment: Int, upstream: Bool) -> (segments: Set<Int>, distance: Int)? {
    let distances = flow.segments
      .filter { $0 != segment && !evidence.enterprises($0).isEmpty }
      .compactMap { other -> (segment: Int, distance: Int)? in
        let distance =
          upstream ? flow.distance[other]?[segment] : flow.distance[segment]?[other]
        return distance.map { (other, $0) }
      }
    guard let least = distances.map(\.distance).min() else { return nil }
    return (Set(distances.filter { $0.distance == least }.map(\.segment)), least)
  }
}
