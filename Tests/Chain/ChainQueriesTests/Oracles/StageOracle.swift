import ChainModel
import ChainQueries

/// Where the segments of a chain stand, by the words of the contract.
struct StageOracle {
  let flow: FlowOracle

  func declared(_ segment: Int) -> Stage? {
    flow.sketch.nodes[segment].options[.stage].flatMap(Stage.init(rawValue:))
  }

  /// The segments declared next up or down the flow; the flows of a cycle are not followed, and
  /// nothing is looked for beyond what declares something.
  func declaredNext(_ segment: Int, downstream: Bool) -> [Int] {
    let neighbors = flow.arcs.compactMap { arc -> Int? in
      let (near, far) = downstream ? (arc.source, arc.target) : (arc.target, arc.source)
      return near == segment && !flow.areTogether(near, far) ? far : nil
    }
    return Set(neighbors).flatMap { neighbor in
      declared(neighbor) == nil ? declaredNext(neighbor, downstream: downstream) : [neighbor]
    }
  }

  func stage(of segment: Int) -> Stage {
    if let declared = declared(segment) { return declared }
    let rank = flow.longestWay(segment, towards: false)
    let through = rank + flow.longestWay(segment, towards: true)
    let least = declaredNext(segment, downstream: false).compactMap { declared($0) }.max()
    let most = declaredNext(segment, downstream: true).compactMap { declared($0) }.min()
    let computed: Stage =
      if through == 0 || (3 * rank >= through && 3 * rank <= 2 * through) {
        .midstream
      } else {
        3 * rank < through ? .upstream : .downstream
      }
    let (low, high) = (least ?? .upstream, most ?? .downstream)
    return low <= high ? min(max(computed, low), high) : computed
  }

  /// Each segment that declares a later stage than the earliest declared next, and the first in
  /// name order of those.
  func contradictions() -> Set<[Int]> {
    // A service may serve whoever comes before it.
    declaredAgainstFlow().filter { flow.sketch.nodes[$0[0]].options[.role] != "service" }
  }

  /// The same with services.
  func declaredAgainstFlow() -> Set<[Int]> {
    Set(
      flow.segments.compactMap { segment -> [Int]? in
        guard let own = declared(segment) else { return nil }
        let next = declaredNext(segment, downstream: true)
        guard let earliest = next.compactMap({ declared($0) }).min(), own > earliest,
          let fed = next.filter({ declared($0) == earliest }).min(by: flow.sketch.isBefore)
        else { return nil }
        return [segment, fed]
      }
    )
  }
}
