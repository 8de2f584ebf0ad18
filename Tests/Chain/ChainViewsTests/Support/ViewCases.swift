import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

/// Requests for a view on a data set: of everything that it can be of, by each of its options.
struct ViewCases {
  let dataset: Dataset
  /// Of many subjects, one in so many.
  var stride = 1

  private var graph: ChainGraph { dataset.graph }

  func requests(for name: ViewName) -> [ViewRequest] {
    switch name {
    case .panorama: panoramas()
    case .gaps:
      [request(.gaps), request(.gaps) { $0.showsImpliedFlows = true }]
        + graph.clustersWithChain().map { request(.gaps, [$0]) }
    case .overview, .alignment, .ontology: [request(name)]
    case .responsibility:
      [request(name)] + graph.nodes(of: .cluster).map { request(name, [$0]) }
    case .duties: duties()
    case .projects:
      [request(name)]
        + thinned(graph.nodes(of: .cluster) + places + parties).map {
          request(name, [$0])
        }
    case .park: graph.nodes(of: .park).flatMap { around($0, .park) }
    case .region: graph.nodes(of: .region).flatMap { around($0, .region) }
    case .upstream, .downstream:
      thinned(segments).flatMap { segment in
        [request(name, [segment]), request(name, [segment]) { $0.depth = 2 }]
      }
    case .paths: paths()
    case .neighborhood: neighborhoods()
    case .impact:
      thinned(graph.ontology.removableKinds.flatMap { graph.nodes(of: $0) })
        .map { request(.impact, [$0]) }
    }
  }

  private func request(
    _ name: ViewName,
    _ subjects: [NodeIndex] = [],
    _ change: (inout ViewOptions) -> Void = { _ in }
  ) -> ViewRequest {
    var options = ViewOptions()
    change(&options)
    return ViewRequest(name, of: subjects, options: options)
  }

  private func thinned(_ nodes: [NodeIndex]) -> [NodeIndex] {
    nodes.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
  }

  private var segments: [NodeIndex] { graph.ontology.flowKinds.flatMap { graph.nodes(of: $0) } }
  private var parties: [NodeIndex] { graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) } }
  private var places: [NodeIndex] { graph.ontology.placeKinds.flatMap { graph.nodes(of: $0) } }

  private func panoramas() -> [ViewRequest] {
    graph.clustersWithChain().flatMap { cluster in
      [
        request(.panorama, [cluster]),
        request(.panorama, [cluster]) {
          $0.showsImpliedFlows = true
          $0.mostLines = 2
        },
        request(.panorama, [cluster]) { $0.stages = [.downstream] },
        request(.panorama, [cluster]) { $0.stages = [.upstream, .midstream] },
      ]
    }
  }

  private func duties() -> [ViewRequest] {
    let everything = [
      request(.duties), request(.duties) { $0.isInheriting = true },
      request(.duties) {
        $0.roles = [.lead]
        $0.kinds = [.cluster]
      },
    ]
    return everything
      + thinned(parties).flatMap { party in
        [
          request(.duties, [party]), request(.duties, [party]) { $0.isInheriting = true },
          request(.duties, [party]) {
            $0.roles = [.lead, .accountable]
            $0.kinds = [.cluster, .task]
          },
        ]
      }
  }

  private func around(_ place: NodeIndex, _ name: ViewName) -> [ViewRequest] {
    [request(name, [place]), request(name, [place]) { $0.kinds = [.park, .enterprise] }]
      + graph.nodes(of: .cluster).prefix(3).map { cluster in
        request(name, [place]) { $0.cluster = cluster }
      }
  }

  private func paths() -> [ViewRequest] {
    thinned(segments).flatMap { start in
      let reached = graph.downstream(of: start).steps.map(\.segment)
      let ends = [start] + [reached.first, reached.last].compactMap { $0 }
      return ends.flatMap { end in
        [
          request(.paths, [start, end]) { $0.limit = 3 },
          request(.paths, [start, end]) { $0.limit = 40 },
        ]
      }
    }
  }

  private func neighborhoods() -> [ViewRequest] {
    let nodes = graph.ontology.kinds.flatMap { thinned(graph.nodes(of: $0.kind)) }
    return nodes.enumerated().map { number, node in
      request(.neighborhood, [node]) { options in
        options.radius = number % 3 + 1
        if number % 3 == 2 { options.relations = [.lead, RelationKind("partOf")] }
      }
    }
  }
}
