import ChainModel
import ChainQueries

/// What changes, by looking at a graph and at one that never had the nodes.
struct ImpactOracle {
  struct Change: Hashable {
    let segment: Int
    let verdicts: [Verdict]
    /// Houses and completed projects, before and after.
    let sources: [Set<Int>]
  }

  let evidence: EvidenceOracle
  let changes: Set<Change>
  /// All that count, the least and the most that are here, before and after.
  let clusters: [Int: [[Int]]]

  /// The projects that have builders, all of them among `gone`, and none in a list that is open.
  static func fallen(_ sketch: ChainSketch, _ gone: Set<Int>) -> Set<Int> {
    Set(
      sketch.all(.project).filter { project in
        let builders = sketch.links.filter { $0.kind == .builds && $0.target == project }
        return !gone.contains(project) && !builders.isEmpty
          && builders.allSatisfy { gone.contains($0.source) && !$0.isOpen }
      }
    )
  }

  init(_ sketch: ChainSketch, without gone: Set<Int>) {
    let rest = sketch.isolating(gone)
    let (before, after) = (EvidenceOracle(sketch), EvidenceOracle(rest))
    evidence = before
    func sources(_ segment: Int, _ oracle: EvidenceOracle) -> Set<Int> {
      let suppliers = oracle.sketch.links.filter {
        ChainSketch.flowKinds.contains($0.kind) && $0.target == segment && $0.source != segment
      }.map(\.source)
      return Set(
        suppliers.flatMap { oracle.houses(on: $0).union(oracle.completedProjects($0)) }
      )
    }
    changes = Set(
      sketch.all(.segment).filter { !gone.contains($0) }.compactMap { segment in
        let change = Change(
          segment: segment,
          verdicts: [before.verdict(of: segment), after.verdict(of: segment)],
          sources: [sources(segment, before), sources(segment, after)]
        )
        // What is not known to be here has no supply to lose.
        let counts = change.verdicts[0].isPresent ? change.sources.map(\.count) : [0, 0]
        let falls = (counts[0] >= 1 && counts[1] == 0) || (counts[0] >= 2 && counts[1] == 1)
        return change.verdicts[0] != change.verdicts[1] || falls ? change : nil
      }
    )
    var clusters: [Int: [[Int]]] = [:]
    for cluster in sketch.all(.cluster) {
      let figures = [before, after].map { oracle in
        let counted = sketch.all(.segment).filter {
          oracle.sketch.wholes(of: $0).contains(cluster) && oracle.isCounted($0)
        }
        let verdicts = counted.map { oracle.verdict(of: $0) }
        return [
          counted.count, verdicts.count { $0.isPresent }, verdicts.count { !$0.isGap },
        ]
      }
      if figures[0][0] > 0, figures[0] != figures[1] { clusters[cluster] = figures }
    }
    self.clusters = clusters
  }
}
