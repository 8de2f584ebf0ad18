import ChainModel
import ChainQueries

/// Coverage by the table of the design, gaps by brute force.
struct GapOracle {
  let sketch: ChainSketch
  let flow: FlowOracle
  private var localEnterprises: [Int: Set<Int>] = [:]
  private var fillingProjects: [Int: Set<Int>] = [:]

  init(_ sketch: ChainSketch, cluster: Int) {
    self.sketch = sketch
    flow = FlowOracle(sketch, cluster: cluster)
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

  func coverage(of segment: Int) -> Coverage {
    let enterprises = enterprises(on: segment).count
    if enterprises >= 2 { return .strong }
    if enterprises == 1 { return .weak }
    let statuses = projects(on: segment).map { sketch.nodes[$0].options[.status] ?? "planned" }
    if statuses.isEmpty { return .missing }
    return statuses.allSatisfy { $0 == "planned" } ? .planned : .building
  }

  func isPresent(_ segment: Int) -> Bool { coverage(of: segment) != .missing }

  /// By all present segments that reach the segment or are reached from it.
  func pattern(of segment: Int) -> Gap.Pattern? {
    if isPresent(segment) { return nil }
    let present = flow.segments.filter { isPresent($0) }
    let isFed = present.contains { flow.reaches($0, segment) }
    let isFeeding = present.contains { flow.reaches(segment, $0) }
    if isFed { return isFeeding ? .break : .openTail }
    return isFeeding ? .openHead : nil
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

  /// The segments with local enterprises at the least distance up or down the flow.
  func nearest(_ segment: Int, upstream: Bool) -> (segments: Set<Int>, distance: Int)? {
    let distances = flow.segments
      .filter { $0 != segment && !enterprises(on: $0).isEmpty }
      .compactMap { other -> (segment: Int, distance: Int)? in
        let distance =
          upstream ? flow.distance[other]?[segment] : flow.distance[segment]?[other]
        return distance.map { (other, $0) }
      }
    guard let least = distances.map(\.distance).min() else { return nil }
    return (Set(distances.filter { $0.distance == least }.map(\.segment)), least)
  }
}
