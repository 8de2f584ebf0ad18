import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// What keeps records from being a graph, told at their places.
extension MappingRun {
  mutating func report(
    _ nodes: [NodeIndex],
    _ text: String,
    _ reference: ReferenceMapping,
    _ relation: RelationDefinition,
    _ end: RelationDefinition.End,
    _ builder: ChainGraphBuilder,
    at place: Diagnostic.Location
  ) {
    if nodes.count > 1 {
      let ids = nodes.map { builder.id(of: $0) }
      return log.report(.ambiguousReference(text, ids: ids, at: place))
    }
    if let node = nodes.first {
      return log.report(
        .forbiddenReference(
          text,
          kind: builder.kind(of: node),
          relation: relation,
          end: end,
          at: place
        )
      )
    }
    let isAffordable = suggestions.affords(builder.count)
    switch reference.target {
    case .named(let kinds):
      let names = isAffordable ? builder.names(of: kinds) : []
      log.report(.unknownReference(text, kinds: kinds, candidates: names, at: place))
    case .key(_, let literal):
      let names = isAffordable ? keys.keys(of: literal, most: 100_000) : []
      log.report(.unknownKey(text, candidates: names, at: place))
    case .own: break
    }
  }

  mutating func graph(_ builder: consuming ChainGraphBuilder) -> ChainGraph? {
    do {
      return try builder.finish()
    } catch {
      for fault in error.faults { report(fault) }
      return nil
    }
  }

  private mutating func report(_ fault: GraphFaults.Fault) {
    switch fault {
    case .duplicateIdentity(let node, let first):
      // What the mapping adds itself stands behind what was found.
      guard node.position < found.count, first.position < found.count else { return }
      let (entity, other) = (found[node.position], found[first.position])
      log.report(
        .duplicateIdentity(
          entity.id ?? entity.name,
          first: location(other.place).text,
          at: location(entity.place)
        )
      )
    case .missingOrigin(let node):
      guard node.position < found.count else { return }
      let entity = found[node.position]
      log.report(.missingSource(entity.name, at: location(entity.place)))
    case .forbiddenRelation(let handle):
      preconditionFailure("the kinds of both ends of relation \(handle.position) were looked at")
    case .duplicateRelation(let handle, let first):
      let (place, name) = relationPlaces[handle.position]
      let original = location(relationPlaces[first.position].place).text
      log.report(.parallelEdge(name, first: original, at: location(place)))
    case .containmentCycle(let nodes):
      let names = nodes.compactMap { node in
        node.position < found.count ? found[node.position].name : nil
      }
      guard let first = nodes.first, first.position < found.count else { return }
      log.report(.containmentCycle(names, at: location(found[first.position].place)))
    }
  }
}
