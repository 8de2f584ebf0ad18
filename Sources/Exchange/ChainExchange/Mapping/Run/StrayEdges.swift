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

  mutating func add(_ name: String, _ reason: Reason, _ example: String, at place: BytePlace) {
    if let position = groups.firstIndex(where: { $0.name == name && $0.reason == reason }) {
      groups[position].count += 1
    } else {
      groups.append(Group(name: name, reason: reason, count: 1, example: example, place: place))
    }
  }
}
