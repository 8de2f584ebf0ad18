public import ChainModel
public import GraphKernel

/// The local actors on a segment; a part's actors count for its whole.
public struct SegmentActors: Sendable, Hashable {
  /// The local enterprises that operate in it, in the order of the data.
  public let enterprises: [NodeIndex]
  /// The projects that fill it, in the order of the data.
  public let projects: [NodeIndex]
  /// Those of them that stand there by general knowledge alone.
  public let general: Set<NodeIndex>
}

extension ChainGraph {
  /// The local actors on `segment` and on its parts.
  ///
  /// Enterprises marked as external work here and are no local actors.
  public func actors(on segment: NodeIndex) -> SegmentActors {
    actors(on: segment, within: nil)
  }

  /// The same as if there were no other nodes than those of `region`; `nil` for all.
  func actors(on segment: NodeIndex, within region: NodeSet?) -> SegmentActors {
    let parts = digraph(.containment).reach(from: [segment], .reverse, in: region)
    let whole = [segment] + parts.map(\.node)
    var seen: Set<NodeIndex> = []
    let relations = whole.flatMap { self.relations(of: $0, at: .target, .presence) }
    let stated = Set(relations.filter { $0.origin.basis.isStated }.map(\.source))
    let present = relations.map(\.source)
      .filter { (region?.contains($0) ?? true) && seen.insert($0).inserted }
    return SegmentActors(
      enterprises: present.filter { kind(of: $0) == .enterprise && !hasFlag(.external, $0) },
      projects: present.filter { kind(of: $0) == .project },
      general: Set(present).subtracting(stated)
    )
  }

  /// The segments on which `actor` stands, in the order of the data: those that it operates in or
  /// fills, and those that a project which it builds will fill.
  public func stands(_ actor: NodeIndex) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    let built = relations(of: actor, at: .source, .action).map(\.target)
    return ([actor] + built).flatMap { relations(of: $0, at: .source, .presence) }
      .map(\.target)
      .filter { seen.insert($0).inserted }
  }
}
