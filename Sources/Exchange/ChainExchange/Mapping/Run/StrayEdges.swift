/// Relations that were left out, by relation and reason.
struct StrayEdges {
  /// Why a relation is left out.
  enum Reason: Hashable {
    /// The node at an end is drawn and was not taken.
    case leftOut
    /// The node at an end was taken as something that the mapping does not ask for there.
    case otherKind
    /// Of the node at an end the items of a list were taken.
    case several
    /// An end means nothing.
    case unresolved
    /// An end may mean several things.
    case ambiguous
    /// There is no end.
    case noEnd
  }

  /// A relation and a reason, how often, and the first case.
  struct Group {
    let name: String
    let reason: Reason
    var count: Int
    /// What stands at the end.
    let example: String
    let place: BytePlace
  }

  private(set) var groups: [Group] = []

  /// Counts the relations that a record would be with the ends `from` and `to`, each for one reason:
  /// that of its source, where both ends are amiss.
  mutating func add(_ name: String, from: RelationEnd, to: RelationEnd, at place: BytePlace) {
    for stray in from.strays {
      add(max(1, to.nodes.count + to.strays.count), name, stray, at: place)
    }
    for stray in to.strays {
      add(from.strays.isEmpty ? max(1, from.nodes.count) : from.nodes.count, name, stray, at: place)
    }
  }

  private mutating func add(
    _ count: Int,
    _ name: String,
    _ stray: (reason: Reason, example: String),
    at place: BytePlace
  ) {
    guard count > 0 else { return }
    let known = groups.firstIndex { $0.name == name && $0.reason == stray.reason }
    if let known {
      groups[known].count += count
    } else {
      groups.append(
        Group(name: name, reason: stray.reason, count: count, example: stray.example, place: place)
      )
    }
  }
}
