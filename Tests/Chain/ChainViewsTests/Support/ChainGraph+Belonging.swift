import ChainModel
import ChainQueries
import GraphKernel

/// What belongs to what, by plain searches.
extension ChainGraph {
  /// All that is part of `whole`, and the projects that fill it or a part of it.
  func belonging(to whole: NodeIndex) -> Set<NodeIndex> {
    var (found, queue): (Set<NodeIndex>, [NodeIndex]) = ([], [whole])
    while let node = queue.popLast() {
      let parts = relations(of: node, at: .target, .containment).map(\.source)
      let fills = relations(of: node, at: .target, .presence).map(\.source)
        .filter { kind(of: $0) == .project }
      for member in parts + fills where member != whole && found.insert(member).inserted {
        queue.append(member)
      }
    }
    return found
  }

  /// The enterprises of `cluster`: those that operate in its chain, build its projects, lead it or
  /// belong to it.
  func enterprisesByRelation(of cluster: NodeIndex) -> [NodeIndex] {
    let inside = belonging(to: cluster).union([cluster])
    return nodes(of: .enterprise).filter { enterprise in
      let isHere =
        relations(of: enterprise, at: .source, .presence)
        + relations(of: enterprise, at: .source, .containment)
      let acts = relations(of: enterprise, at: .source, .action).filter { relation in
        relation.kind == .anchors || kind(of: relation.target) == .project
      }
      return (isHere + acts).contains { inside.contains($0.target) }
    }
  }
}
