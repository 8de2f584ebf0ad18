import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import Testing

/// What is printed of the tiny data set, character by character.
struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let answer: @Sendable (ChainGraph) throws -> Answer
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "gaps") { graph in
      let cluster = try #require(graph.node(id: "cluster:纸业集群"))
      return .gaps(graph.chain(of: cluster).gaps(), scope: cluster, in: graph, isExplaining: true)
    },
    Case(name: "unknown") { graph in
      let gaps = graph.clustersWithChain().flatMap { graph.chain(of: $0).gaps([.unknown]) }
      return .survey(gaps, scope: nil, in: graph)
    },
    Case(name: "enterprises") { graph in
      .enterprises(graph.enterprises(of: nil), scope: nil, in: graph)
    },
    Case(name: "verdicts") { graph in
      let cluster = try #require(graph.node(id: "cluster:纸业集群"))
      let all = graph.chain(of: cluster).gaps(Set(Verdict.allCases))
      return .gaps(all, scope: cluster, in: graph, isExplaining: true)
    },
    Case(name: "owners") { graph in
      let item = try #require(graph.node(id: "project:年产3万吨特种纸项目"))
      return .owners(of: item, in: graph, isExplaining: true)
    },
    Case(name: "duties") { graph in
      let party = try #require(graph.node(id: "department:甲县政府"))
      let duties = graph.duties(of: party, isInheriting: true)
      return .duties(duties, of: party, in: graph, isExplaining: true)
    },
    Case(name: "upstream") { graph in
      let segment = try #require(graph.node(id: "segment:造纸"))
      let reach = graph.upstream(of: segment)
      return .reach(reach, from: segment, command: "upstream", in: graph, isExplaining: true)
    },
    Case(name: "chokepoints") { .chokepoints(in: $0.flowNetwork(), scope: nil) },
    Case(name: "betweenness") { graph in
      .betweenness(graph.flowNetwork().betweenness(limit: 2), scope: nil, in: graph)
    },
    Case(name: "core") { .core(of: $0.flowNetwork(), scope: nil) },
    Case(name: "components") { .components(of: $0.flowNetwork(), scope: nil) },
    Case(name: "alignment") { .alignment(in: $0) },
    Case(name: "show") { graph in
      .show(try #require(graph.node(id: "enterprise:晨光纸业")), in: graph)
    },
  ]

  @Test(arguments: cases, Language.allCases)
  func `an answer is printed as it was in every format of text`(
    _ golden: Case,
    _ language: Language
  )
    throws
  {
    let answer = try golden.answer(try Samples.tiny().graph)
    for format in AnswerFormat.allCases where format.isText {
      // One page shows how pages are written.
      if format == .html, golden.name != "show" { continue }
      Golden.expect(
        answer.text(in: format, language: language),
        equals: "\(golden.name).\(language.rawValue).\(format.rawValue)"
      )
    }
  }
}
