/// The views, by the names under which the command, the gallery and packs know them.
public enum ViewName: String, Sendable, Hashable, CaseIterable {
  /// A cluster's chain.
  case panorama
  /// What a chain lacks, or all chains.
  case gaps
  /// All clusters on one page.
  case overview
  /// Who answers for a cluster, or for everything.
  case responsibility
  /// What a party answers for, or all parties.
  case duties
  /// The province's clusters beside the city's people and clusters.
  case alignment
  /// Projects by status.
  case projects
  /// Who and what is in a park.
  case park
  /// Who and what is in a region.
  case region
  /// What feeds a segment.
  case upstream
  /// What a segment feeds.
  case downstream
  /// The ways from one segment to another.
  case paths
  /// Everything around a node.
  case neighborhood
  /// What the loss of some nodes changes.
  case impact
  /// The vocabulary.
  case ontology
}
