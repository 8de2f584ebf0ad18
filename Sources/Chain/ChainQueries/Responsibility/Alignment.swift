public import ChainModel
public import GraphKernel

/// A provincial cluster, who answers for it in the province and in the city, and its counterpart.
public struct AlignedCluster: Sendable, Hashable {
  /// The provincial cluster.
  public let cluster: NodeIndex
  /// 省牵头领导.
  public let provinceLeaders: [NodeIndex]
  /// 省专班成员单位.
  public let provinceMembers: [NodeIndex]
  /// 市对接领导.
  public let cityLeaders: [NodeIndex]
  /// 市对接成员单位.
  public let cityMembers: [NodeIndex]
  /// The city clusters that correspond to it, in name order.
  public let cityClusters: [NodeIndex]
  /// Those of them that correspond to it by general knowledge alone.
  public let presumedClusters: Set<NodeIndex>
  /// Where the province's leader is named; the cluster's own origin when none is.
  public let origin: Origin
}

extension ChainGraph {
  /// The province's clusters beside the city's people and clusters, in the order of the data.
  public func alignment() -> [AlignedCluster] {
    nodes(of: .cluster).filter { option(.level, of: $0) == "province" }.map { cluster in
      let leaders = relations(of: cluster, at: .target, .accountable)
      let liaison = relations(of: cluster, at: .target, .liaison).map(\.source)
      // Each side may name the other.
      let ties = [RelationDefinition.End.source, .target].flatMap { end in
        relations(of: cluster, at: end, .correspondence)
          .map { (node: end == .source ? $0.target : $0.source, basis: $0.origin.basis) }
      }
      let counterparts = Set(ties.map(\.node))
      let stated = ties.filter { $0.basis.isStated }.map(\.node)
      return AlignedCluster(
        cluster: cluster,
        provinceLeaders: leaders.map(\.source),
        provinceMembers: relations(of: cluster, at: .target, .responsible).map(\.source),
        cityLeaders: liaison.filter { kind(of: $0) == .leader },
        cityMembers: liaison.filter { kind(of: $0) != .leader },
        cityClusters: inNameOrder(counterparts),
        presumedClusters: counterparts.subtracting(stated),
        origin: leaders.first?.origin ?? origin(of: cluster)
      )
    }
  }
}
