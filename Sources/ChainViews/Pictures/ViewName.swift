public import Bilingual
public import ChainModel
import ChainQueries
public import GraphKernel

/// The views by the names under which the command and the gallery know them.
public enum ViewName: String, Sendable, Hashable, CaseIterable {
  /// A cluster's chain.
  case panorama
  /// Who answers for a cluster, or for all.
  case responsibility

  /// Why a view cannot be made.
  public enum Failure: Error, Sendable, Hashable {
    /// The view is of one cluster, and none was named.
    case needsCluster
    /// The cluster has no segments.
    case hasNoSegments(NodeIndex)
  }
}

extension Dataset {
  /// The view `name` of `cluster`; `nil` stands for all clusters that have a chain, where a view can
  /// be of all.
  public func view(
    _ name: ViewName,
    of cluster: NodeIndex?,
    language: Language,
    showsImpliedFlows: Bool = false
  ) throws(ViewName.Failure) -> ChainView {
    switch name {
    case .panorama:
      guard let cluster else { throw .needsCluster }
      guard !graph.chain(of: cluster).segments.isEmpty else { throw .hasNoSegments(cluster) }
      return .panorama(
        of: cluster,
        in: self,
        language: language,
        showsImpliedFlows: showsImpliedFlows
      )
    case .responsibility:
      let place = cluster.map { graph.name(of: $0) } ?? jurisdiction
      return .responsibility(
        for: cluster.map { [$0] } ?? graph.clustersWithChain(),
        title: BilingualText(zh: "\(place) · 责任分工图", en: "\(place): who answers for what"),
        in: self,
        language: language
      )
    }
  }
}
