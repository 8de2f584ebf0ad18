public import ChainDrawing
public import ChainModel

extension Ontology {
  /// How cards of a kind look where nothing else is to be told of them.
  public func cardStyle(of kind: NodeKind) -> Picture.CardStyle {
    switch kind {
    case .department: .department
    case .segment: .single
    default: kind.cardStyle ?? (placeKinds.contains(kind) ? .place : .plain)
    }
  }
}

extension NodeKind {
  /// The style of all cards of this kind; `nil` where it depends on more than the kind.
  var cardStyle: Picture.CardStyle? {
    switch self {
    case .cluster: .cluster
    case .industry: .industry
    case .enterprise: .enterprise
    case .project: .project
    case .leader: .leader
    case .task, .target: .task
    default: nil
    }
  }
}
