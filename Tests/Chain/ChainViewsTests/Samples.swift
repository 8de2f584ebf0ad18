import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import TestSupport
import Testing

/// The data sets that the tests of this target look at.
enum Samples {
  static let root = Repository.path
  static let folder = root + "/Tests/Chain/ChainViewsTests"

  private static let small = Dataset.load(folder: folder + "/Fixture")
  private static let huludao = Dataset.load(folder: Repository.ownChains)

  static func tiny() throws -> Dataset {
    try #require(small.dataset, "\(small.diagnostics.map(\.message.en))")
  }

  static func large() throws -> Dataset {
    try #require(huludao.dataset, "\(huludao.diagnostics.map(\.message.en))")
  }

  /// An answer of each command, those that explain included; keyed by a word for messages.
  static func answers(on dataset: Dataset) -> [(label: String, answer: Answer)] {
    let graph = dataset.graph
    // A few clusters show as much as all of them, in less time.
    let clusters = graph.clustersWithChain().enumerated().filter { $0.offset % 3 != 1 }
      .map(\.element)
    var answers: [(String, Answer)] = [
      ("find", .found(graph.find("纸") + graph.find("锂"), in: graph)),
      ("find nothing", .found(graph.find("⌘"), in: graph)),
      ("audit", .audit(graph.audit(), in: graph)), ("stats", .statistics(of: graph)),
      ("workload", .workload(in: graph)), ("alignment", .alignment(in: graph)),
    ]
    for scope in [nil] + clusters.map(Optional.some) {
      let network = graph.flowNetwork(of: scope)
      let name = scope.map { graph.name(of: $0) } ?? "all"
      answers += [
        ("chokepoints \(name)", .chokepoints(in: network, scope: scope)),
        (
          "betweenness \(name)",
          .betweenness(network.betweenness(limit: 20), scope: scope, in: graph)
        ), ("core \(name)", .core(of: network, scope: scope)),
        ("components \(name)", .components(of: network, scope: scope)),
      ]
    }
    let everyGap = clusters.flatMap { graph.chain(of: $0).gaps([.missing, .lacking, .wanted]) }
    let unknown = clusters.flatMap { graph.chain(of: $0).gaps([.unknown]) }
    answers += [
      ("unknown", .survey(unknown, scope: nil, in: graph)),
      ("enterprises", .enterprises(graph.enterprises(of: nil), scope: nil, in: graph)),
    ]
    answers.append(("gaps", .gaps(everyGap, scope: nil, in: graph, isExplaining: false)))
    for cluster in clusters {
      let chain = graph.chain(of: cluster)
      let name = graph.name(of: cluster)
      answers.append(("layers \(name)", .layers(of: chain, isExplaining: true)))
      answers.append(
        ("gaps \(name)", .gaps(chain.gaps(), scope: cluster, in: graph, isExplaining: true))
      )
      answers.append(("owners \(name)", .owners(of: cluster, in: graph, isExplaining: false)))
      answers.append(("show \(name)", .show(cluster, in: graph)))
      for (number, segment) in chain.segments.enumerated() where number % 17 == 0 {
        let (up, down) = (graph.upstream(of: segment), graph.downstream(of: segment, depth: 2))
        answers += [
          (
            "upstream \(graph.name(of: segment))",
            .reach(up, from: segment, command: "upstream", in: graph, isExplaining: true)
          ),
          (
            "downstream \(graph.name(of: segment))",
            .reach(down, from: segment, command: "downstream", in: graph, isExplaining: false)
          ), ("show \(graph.name(of: segment))", .show(segment, in: graph)),
        ]
        if let last = down.steps.last?.segment {
          let found = graph.flowPaths(from: segment, to: last, limit: 3)
          answers.append(
            (
              "paths \(graph.name(of: segment))",
              .paths(found, from: segment, to: last, in: graph, isExplaining: false)
            )
          )
        }
      }
    }
    for party in graph.ontology.partyKinds.flatMap({ graph.nodes(of: $0).prefix(3) }) {
      let duties = graph.duties(of: party, isInheriting: true)
      answers.append(
        (
          "duties \(graph.name(of: party))",
          .duties(duties, of: party, in: graph, isExplaining: duties.count < 30)
        )
      )
    }
    for project in graph.nodes(of: .project).prefix(5) {
      answers.append(
        ("owners \(graph.name(of: project))", .owners(of: project, in: graph, isExplaining: true))
      )
    }
    return answers
  }
}
