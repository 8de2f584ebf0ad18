import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

/// What a city says of a segment that was merged into another since: it follows, and what meant the part
/// alone does not become the whole's.
struct MergedSegmentTests {
  private func load(_ use: String, _ more: String = "") throws -> (ChainGraph, [Diagnostic]) {
    let city =
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.2", after: "2026.1", for: 盐业集群\(use)}
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: 精盐}
        \(more)

        """
    let loaded = try EditionSamples.folder(city).load()
    let told = loaded.diagnostics.filter { $0.code != "unlocked-chain" }
    return (try #require(loaded.dataset?.graph, "\(told.map(\.message.en))"), told)
  }

  @Test func `the whole keeps its name, and the part's leads to it`() throws {
    let (graph, told) = try load("", "segment:\n  - {name: 洗涤盐, source: 五, statedWanted: 意见}")
    #expect(told.isEmpty, "\(told.map(\.message.en))")
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.name(of: fine) == "精盐" && graph.bearers(of: "洗涤盐") == [fine])
    #expect(graph.origin(of: fine).place == "五")
  }

  @Test(arguments: [", rename: {洗涤盐: 洗衣盐}", ", except: 洗涤盐, because: 无"])
  func `what a use says of the part is told, and does nothing to the whole`(_ use: String) throws {
    let (graph, told) = try load(use)
    #expect(told.map(\.code) == ["merged-segment"])
    #expect(told.first?.message.zh.hasPrefix("“洗涤盐”已并入“精盐”") == true)
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.name(of: fine) == "精盐" && graph.wholeTexts(of: "salt/fine") == ["盐业集群"])
  }

  @Test func `what was found of the part is to be looked at, and who works on it is not`() throws {
    func pending(_ more: String, _ use: String = "") throws -> String? {
      let (graph, _) = try load(use, more)
      let fine = try #require(graph.node(id: "salt/fine"))
      return graph.attribute(.pending, of: fine)?.description(in: .zh)
    }
    let told = "2026.2 并入：洗涤盐，所述只指它"
    let survey = "survey:\n  - {name: 摸排, source: 七, date: 2023-01-01, surveys: 洗涤盐}"
    #expect(try pending(survey) == told)
    #expect(try pending(survey, ", settled: 精盐") == nil)
    #expect(try pending("segment:\n  - {name: 洗涤盐, source: 五, statedLacking: 意见}") == told)
    #expect(try pending("project:\n  - {name: 扩建, source: 四, fills: 洗涤盐}") == nil)
  }

  @Test func `a survey of the whole chain did not look at what is new since`() throws {
    let survey = "survey:\n  - {name: 摸排, source: 七, date: 2023-01-01, surveys: 盐业集群}"
    let (graph, _) = try load("", survey)
    let verdicts = Dictionary(
      uniqueKeysWithValues: graph.nodes(of: .segment).map {
        (graph.name(of: $0), graph.verdict(of: $0))
      }
    )
    // Two parts of what was split, and one that is new; the others were there before.
    let new = graph.nodes(of: .segment).filter { graph.attribute(.since, of: $0) != nil }
    #expect(Set(new.map { graph.name(of: $0) }) == ["氯碱", "溴素", "碘盐"])
    #expect(verdicts["氯碱"] == .unknown && verdicts["溴素"] == .unknown)
    #expect(verdicts["精盐"] == .single)
    #expect(verdicts.values.contains(.missing))
  }
}
