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

  func requests(for name: QuestionName) -> [QuestionRequest] {
    switch name {
    case .panorama: panoramas()
    case .gaps:
      [
        request(.gaps), request(.gaps) { $0.showsAllFlows = true },
        request(.gaps) { $0.verdicts = [.single, .wanted] },
        request(.gaps) { $0.verdicts = [.unknown, .lacking] },
      ]
        + graph.clustersWithChain().flatMap { cluster in
          [
            request(.gaps, [cluster]),
            request(.gaps, [cluster]) { $0.verdicts = Set(Verdict.allCases) },
            request(.gaps, [cluster]) { $0.verdicts = [.missing, .single, .unknown] },
          ]
        }
    case .weak, .wanted, .unknown:
      [request(name)]
        + graph.clustersWithChain().flatMap { cluster in
          [request(name, [cluster]), request(name, [cluster]) { $0.showsAllFlows = true }]
        }
    case .attached:
      [request(name)]
        + graph.clustersWithChain().flatMap { cluster in
          [request(name, [cluster]), request(name, [cluster]) { $0.mostLines = 2 }]
        }
    case .enterprises:
      [request(name)]
        + graph.nodes(of: .cluster).flatMap { cluster in
          [request(name, [cluster]), request(name, [cluster]) { $0.mostLines = 2 }]
        }
    case .chokepoints, .core, .components, .betweenness:
      ([nil] + graph.clustersWithChain().map(Optional.some)).map { scope in
        request(name, scope.map { [$0] } ?? []) { $0.limit = 7 }
      }
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
        [
          request(name, [segment]), request(name, [segment]) { $0.depth = 2 },
          request(name, [segment]) { $0.followsReturns = true },
        ]
      }
    case .paths: paths()
    case .neighborhood: neighborhoods()
    case .impact:
      thinned(graph.ontology.removableKinds.flatMap { graph.nodes(of: $0) })
        .map { request(.impact, [$0]) }
    // Of an expression: see SetViewTests.
    default: []
    }
  }

  private func request(
    _ name: QuestionName,
    _ subjects: [NodeIndex] = [],
    _ change: (inout QuestionOptions) -> Void = { _ in }
  ) -> QuestionRequest {
    var options = QuestionOptions()
    change(&options)
    return QuestionRequest(name, of: subjects, options: options)
  }

  private func thinned(_ nodes: [NodeIndex]) -> [NodeIndex] {
    nodes.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
  }

  private var segments: [NodeIndex] { graph.ontology.flowKinds.flatMap { graph.nodes(of: $0) } }
  private var parties: [NodeIndex] { graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) } }
  private var places: [NodeIndex] { graph.ontology.placeKinds.flatMap { graph.nodes(of: $0) } }

  private func panoramas() -> [QuestionRequest] {
    graph.clustersWithChain().flatMap { cluster in
      [
        request(.panorama, [cluster]),
        request(.panorama, [cluster]) {
          $0.showsAllFlows = true
          $0.mostLines = 2
        },
        request(.panorama, [cluster]) { $0.stages = [.downstream] },
        request(.panorama, [cluster]) { $0.stages = [.upstream, .midstream] },
      ]
    }
  }

  private func duties() -> [QuestionRequest] {
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

  private func around(_ place: NodeIndex, _ name: QuestionName) -> [QuestionRequest] {
    [request(name, [place]), request(name, [place]) { $0.kinds = [.park, .enterprise] }]
      + graph.nodes(of: .cluster).prefix(3).map { cluster in
        request(name, [place]) { $0.cluster = cluster }
      }
  }

  private func paths() -> [QuestionRequest] {
    thinned(segments).flatMap { start in
      let reached = graph.downstream(of: start).steps.map(\.segment)
      let ends = [start] + [reached.first, reached.last].compactMap { $0 }
      return ends.flatMap { end in
        [
          request(.paths, [start, end]) { $0.limit = 3 },
          request(.paths, [start, end]) { $0.limit = 40 },
          request(.paths, [start, end]) { $0.followsReturns = true },
        ]
      }
    }
  }

  private func neighborhoods() -> [QuestionRequest] {
    let nodes = graph.ontology.kinds.flatMap { thinned(graph.nodes(of: $0.kind)) }
    return nodes.enumerated().map { number, node in
      request(.neighborhood, [node]) { options in
        options.radius = number % 3 + 1
        if number % 3 == 2 { options.relations = [.lead, RelationKind("partOf")] }
      }
    }
  }
}

extension QuestionName {
  /// The views but for that of a query, which is of an expression: see ``SetViewTests``.
  static let viewsOfNodes = views.filter { $0 != .query }
}
