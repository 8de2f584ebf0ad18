public import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

/// Which view, of what, and how: the question that a picture and a list answer alike.
public struct ViewRequest: Sendable, Hashable {
  /// The view.
  public var name: ViewName
  /// What it is of, as its definition lists it; optional ones may be left out at the end.
  public var subjects: [NodeIndex]
  /// How it is asked.
  public var options: ViewOptions

  /// The view `name` of `subjects`.
  public init(
    _ name: ViewName,
    of subjects: [NodeIndex] = [],
    options: ViewOptions = ViewOptions()
  ) {
    self.name = name
    self.subjects = subjects
    self.options = options
  }
}

/// How a view is asked; each view heeds those that its definition names.
public struct ViewOptions: Sendable, Hashable {
  /// The most flows to follow; `nil` for all.
  public var depth: Int?
  /// How many relations away from a node to look.
  public var radius = 1
  /// The roles to show; none stands for all.
  public var roles: [RelationKind] = []
  /// The kinds to show; none stands for all.
  public var kinds: [NodeKind] = []
  /// The relations to follow; none stands for all.
  public var relations: [RelationKind] = []
  /// Whether to add what is inherited.
  public var isInheriting = false
  /// The most ways to show.
  public var limit = 20
  /// Whether to draw flows of general knowledge that a longer way implies.
  public var showsImpliedFlows = false
  /// The cluster to stay within; `nil` for no bound.
  public var cluster: NodeIndex?
  /// The stages to show in colour; none stands for all.
  public var stages: [Stage] = []
  /// The most lines of a segment's card.
  public var mostLines = 6
  /// What the identity of a node is put behind to make the address of its card.
  public var linkPrefix = "#"

  /// The usual way.
  public init() {}
}

/// Why a view cannot be made.
public enum ViewFailure: Error, Sendable, Hashable {
  /// The view is of something, and too little was named.
  case needsSubject(ViewName)
  /// More was named than the view is of.
  case hasTooManySubjects(ViewName)
  /// The cluster has no segments.
  case hasNoSegments(NodeIndex)
  /// There is more to show than a page can hold: how much, and the most.
  case isTooLarge(Int, limit: Int)
  /// There is nothing to show; why.
  case isEmpty(BilingualText)
}
