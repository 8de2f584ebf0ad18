import ChainModel
import Diagnostics
import GraphKernel

/// Says a fault of the graph in terms of files.
struct FaultExplainer {
  let places: [(place: Diagnostic.Location, name: String)]
  let relationPlaces: [(place: Diagnostic.Location, name: String)]

  func diagnostic(for fault: GraphFaults.Fault) -> Diagnostic {
    switch fault {
    case .duplicateIdentity(let node, let first):
      let (place, name) = places[node.position]
      return .duplicateIdentity(name, first: places[first.position].place.text, at: place)
    case .missingOrigin(let node):
      let (place, name) = places[node.position]
      return .missingSource(name, at: place)
    case .forbiddenRelation(let handle), .duplicateRelation(let handle, first: _):
      let (place, name) = relationPlaces[handle.position]
      if case .duplicateRelation(_, let first) = fault {
        let original = relationPlaces[first.position]
        return .duplicateRelation(name, first: original.place.text, at: place)
      }
      preconditionFailure("the reader checks the kinds of both ends")
    case .containmentCycle(let nodes):
      let names = nodes.map { places[$0.position].name }
      return .containmentCycle(names, at: places[nodes[0].position].place)
    }
  }
}
