public import Bilingual
public import ChainModel

/// What a view is called, what it is of, and what it heeds: one declaration for the command's help,
/// its checks, the gallery, packs and pages.
public struct ViewDefinition: Sendable {
  /// The view.
  public let name: ViewName
  /// The word for its picture: 缺链图.
  public let label: BilingualText
  /// The word for its list: 缺链清单.
  public let listLabel: BilingualText
  /// One line of help.
  public let summary: BilingualText
  /// What it is of, in the order in which it is named.
  public let subjects: [ViewSubject]
  /// The options that change it.
  public let options: Set<ViewOption>

  /// How it is named on a command line: `paths FROM TO`.
  public var usage: String {
    ([name.rawValue] + subjects.map(\.usage)).joined(separator: " ")
  }

  /// The most subjects that it can be of.
  public var mostSubjects: Int {
    subjects.last?.isRepeated == true ? Self.mostRepeated : subjects.count
  }

  private static let mostRepeated = 1_000

  /// What the subject at `position` stands for; the last one may stand several times.
  ///
  /// - Precondition: `position` is below ``mostSubjects``.
  func subject(at position: Int) -> ViewSubject { subjects[min(position, subjects.count - 1)] }

  /// The fewest subjects that it can do with.
  public var fewestSubjects: Int { subjects.count { !$0.isOptional } }
}

/// Something that a view is of.
public struct ViewSubject: Sendable {
  /// The kinds that it may have.
  public enum Choice: Sendable, Hashable {
    /// Nodes of these kinds.
    case kinds([NodeKind])
    /// Whatever can be upstream or downstream of something.
    case flow
    /// Whoever can answer for something.
    case party
    /// A cluster, a place or a party.
    case scope
    /// What can be taken away to see what changes: enterprises, projects and whatever flows.
    case removable
    /// Places but for parks: regions, and what a data set adds to them.
    case region
    /// Any node.
    case any
  }

  /// The word in a usage line: `CLUSTER`.
  public let word: String
  /// The word for people.
  public let label: BilingualText
  /// What it may be.
  public let choice: Choice
  /// Whether the view can do without it and then shows everything.
  public let isOptional: Bool
  /// Whether several can be named; only the last subject of a view can be so.
  public var isRepeated = false

  var usage: String { isOptional ? "[\(word)]" : word + (isRepeated ? "…" : "") }

  /// The kinds that it may have in the words of `ontology`; `nil` for all.
  public func kinds(in ontology: Ontology) -> [NodeKind]? {
    switch choice {
    case .kinds(let kinds): kinds
    case .flow: ontology.flowKinds
    case .party: ontology.partyKinds
    case .scope: [.cluster] + ontology.placeKinds + ontology.partyKinds
    case .removable: ontology.removableKinds
    case .region: ontology.placeKinds.filter { $0 != .park }
    case .any: nil
    }
  }
}

/// An option that changes a view; the raw value is its name on the command line and in packs.
public enum ViewOption: String, Sendable, Hashable, CaseIterable {
  /// The most flows to follow.
  case depth
  /// How far around a node to look.
  case radius
  /// The roles to show.
  case role
  /// The kinds to show.
  case kind
  /// The relations to follow.
  case relation
  /// Whether to add what is inherited.
  case inherited
  /// The most ways to show.
  case limit
  /// Whether to draw flows that a longer way implies.
  case allFlows = "all-flows"
  /// The cluster to stay within.
  case within
  /// The stages to show in colour.
  case stage

  /// Whether it has one value; the others are switches without one, or can have several.
  var hasOneValue: Bool { [.depth, .radius, .limit, .within].contains(self) }
}
