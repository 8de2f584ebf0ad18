public import ChainDrawing
public import ChainModel

extension Ontology {
  /// How cards of a kind look where nothing else is to be told of them.
  public func cardStyle(of kind: NodeKind) -> Picture.CardStyle {
    switch kind {
    case .cluster: .cluster
    case .industry: .industry
    case .enterprise: .enterprise
    case .project: .project
    case .leader: .leader
    case .department: .department
    case .task, .target: .task
    case .segment: .weak
    default: placeKinds.contains(kind) ? .place : .plain
    }
  }
}
