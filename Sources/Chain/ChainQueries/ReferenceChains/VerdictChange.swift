package import Bilingual
package import ChainModel
import GraphKernel

/// A segment of which something else may be said in one reading of a data set than in another.
package struct VerdictChange: Hashable, Sendable {
  /// What made it so.
  package enum Cause: String, CaseIterable, Sendable {
    /// The chain is another; what the city says is the same.
    case library
    /// The city says something else.
    case city

    /// The word for people.
    package var label: BilingualText {
      switch self {
      case .library: BilingualText(zh: "库变", en: "from the library")
      case .city: BilingualText(zh: "市变", en: "from the city")
      }
    }
  }

  package let cause: Cause
  /// The name of the cluster in whose chain it lies.
  package let cluster: String
  /// The identity and name of the segment, as it is called last.
  package let id: String
  package let name: String
  /// What may be said of it before and after; `nil` where it is not in the chain.
  package let before: Verdict?
  package let after: Verdict?
}

extension VerdictChange {
  /// The segments of all chains with another verdict in `new` than in `old`, in the order of the clusters and
  /// then of the segments' names.
  ///
  /// - Parameter following: where identities of `old` lead that `new` does not have. Of several that lead to
  ///   one each is compared with it.
  package static func changes(
    from old: ChainGraph,
    to new: ChainGraph,
    following: [String: String],
    cause: Cause
  ) -> [VerdictChange] {
    let clusters = new.clustersWithChain().map { new.id(of: $0) }
    let gone = old.clustersWithChain().map { old.id(of: $0) }.filter { !clusters.contains($0) }
    return (clusters + gone).flatMap { cluster in
      let (before, after) = (verdicts(in: old, cluster), verdicts(in: new, cluster))
      var found = before.compactMap { id, was -> VerdictChange? in
        let goal = after[id] == nil ? following[id] ?? id : id
        let now = after[goal]
        guard was.verdict != now?.verdict else { return nil }
        return VerdictChange(
          cause: cause,
          cluster: was.cluster,
          id: goal,
          name: now?.name ?? was.name,
          before: was.verdict,
          after: now?.verdict
        )
      }
      let known = Set(before.keys.map { after[$0] == nil ? following[$0] ?? $0 : $0 })
      found += after.filter { !known.contains($0.key) }.map { id, now in
        VerdictChange(
          cause: cause,
          cluster: now.cluster,
          id: id,
          name: now.name,
          before: nil,
          after: now.verdict
        )
      }
      return found.sorted {
        ($0.name, $0.id, $0.before?.rawValue ?? "") < ($1.name, $1.id, $1.before?.rawValue ?? "")
      }
    }
  }

  private static func verdicts(
    in graph: ChainGraph,
    _ cluster: String
  ) -> [String: (cluster: String, name: String, verdict: Verdict)] {
    guard let cluster = graph.node(id: cluster) else { return [:] }
    let title = graph.name(of: cluster)
    return Dictionary(
      graph.chain(of: cluster).segments.map { segment in
        (graph.id(of: segment), (title, graph.name(of: segment), graph.verdict(of: segment)))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
