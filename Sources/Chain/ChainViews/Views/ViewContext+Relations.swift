import Bilingual
import ChainDrawing
import ChainModel
import GraphKernel

/// Relations of any kind between the cards of a picture.
extension ViewContext {
  private static var mostLabels: Int { 40 }

  /// A link for each relation. A label costs room, so only small pictures can have them; the others
  /// tell by colour and pointer.
  ///
  /// - Parameters:
  ///   - isLabelled: whether a small picture has labels.
  ///   - order: where the card of a node stands from left to right.
  func links(
    for relations: [Relation],
    isLabelled: Bool = true,
    order: (NodeIndex) -> Int
  ) -> [Picture.Link] {
    let isLabelled = isLabelled && relations.count <= Self.mostLabels
    return relations.map { relation in
      let phrase = graph.ontology[relation.kind]?.label[language]
      // Columns run left to right; a relation that points left is drawn from its target.
      let isBackward = order(relation.source) > order(relation.target)
      let (source, target) = (graph.id(of: relation.source), graph.id(of: relation.target))
      var link = link(
        relation,
        from: isBackward ? target : source,
        to: isBackward ? source : target,
        label: isLabelled ? phrase : nil
      )
      if isBackward { link.arrow = .backward }
      if graph.isOneOfSeveral(relation) { link.isTentative = true }
      return link
    }
  }

  /// What the links mean, those that occur.
  func relationLegend(_ links: [Picture.Link]) -> [Picture.LegendItem] {
    legend(
      [
        (.flow, say("供给（文件所载）", "supplies (stated)")),
        (.inferred, say("供给（行业常识）", "supplies (industry knowledge)")),
        (.action, say("从事、建设", "who does what")),
        (.structure, say("属于、位于、对应", "part of, located in, counterpart")),
        (.accountable, say("责任领导", "accountable")), (.lead, say("牵头", "leads")),
        (.responsible, say("负责", "responsible")), (.support, say("配合", "supports")),
        (.coordinate, say("统筹", "coordinates")), (.liaison, say("对接", "liaises")),
      ],
      in: links
    )
  }

  /// The relations between any two different ones of `nodes`, by node in their order, by semantics,
  /// then in the order of the data.
  func relations(among nodes: [NodeIndex]) -> [Relation] {
    let inside = Set(nodes)
    return nodes.flatMap { node in
      Semantics.allCases.flatMap { semantics in
        graph.relations(of: node, at: .source, semantics)
          .filter { $0.target != node && inside.contains($0.target) }
      }
    }
  }
}
