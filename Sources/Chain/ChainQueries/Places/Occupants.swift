public import ChainModel
public import GraphKernel

/// Something that is at a place, and the relation that says so.
public struct Occupant: Sendable, Hashable {
  /// What is there.
  public let node: NodeIndex
  /// The place that it is said to be at: the one asked for, or one inside it.
  public let place: NodeIndex
  /// The relation that says so, of location or of containment; its source is ``node``.
  public let relation: Relation
}

extension ChainGraph {
  /// Everything that is at `place` or at a place inside it, by place in the order in which the
  /// places are reached, then in the order of the data; each node once, with the first place that
  /// is found. `place` itself is left out, and so are places that are only part of another.
  ///
  /// At a place is what is located in it, and what is part of it; inside it are the places among
  /// these.
  ///
  /// - Complexity: O(places inside + what is there).
  public func occupants(of place: NodeIndex) -> [Occupant] {
    let placeKinds = ontology.placeKinds
    var places = [place]
    var known: Set<NodeIndex> = [place]
    var listed: Set<NodeIndex> = [place]
    var occupants: [Occupant] = []
    var next = 0
    while next < places.count {
      let here = places[next]
      next += 1
      let parts = relations(of: here, at: .target, .containment)
      for relation in relations(of: here, at: .target, .location) + parts
      where relation.source != here {
        let node = relation.source
        let isPlace = placeKinds.contains(kind(of: node))
        if isPlace, known.insert(node).inserted { places.append(node) }
        // A place inside a place only says where to look on; a park at a place is something there.
        let isInner = isPlace && ontology[relation.kind]?.semantics == .containment
        if !isInner, listed.insert(node).inserted {
          occupants.append(Occupant(node: node, place: here, relation: relation))
        }
      }
    }
    return occupants
  }

  /// Whether `node` is `whole` or belongs to it, directly or through parts of parts.
  public func isPart(_ node: NodeIndex, of whole: NodeIndex) -> Bool {
    node == whole || belongings(of: node).contains { $0.node == whole }
  }
}
