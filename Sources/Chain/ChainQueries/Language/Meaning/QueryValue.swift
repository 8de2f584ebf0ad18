import ChainModel
import GraphKernel

/// What an expression evaluates to.
enum QueryValue: Sendable {
  case set(NodeSet)
  /// Ways, which count as the nodes on them wherever a set is needed.
  case ways([[NodeIndex]], isCut: Bool)

  func nodes(universe: Int) -> NodeSet {
    switch self {
    case .set(let set): set
    case .ways(let ways, _): NodeSet(universe: universe, ways.joined())
    }
  }

  var count: Int {
    switch self {
    case .set(let set): set.count
    case .ways(let ways, _): ways.count
    }
  }
}
