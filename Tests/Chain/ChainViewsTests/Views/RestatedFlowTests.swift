import ChainModel
import ChainQueries
import GraphKernel
import Testing

@testable import ChainTestSupport

/// Flows at segments of a city's own that the library says of their parts or wholes.
struct RestatedFlowTests {
  private func restated(_ entries: String) throws -> [String] {
    let graph = try ChainSamples.graph(
      ChainSamples.use + """
        defaults:
          segment: {partOf: 盐业集群, basis: industry-knowledge}
          supplies: {basis: industry-knowledge}
        segment:
        \(entries)

        """
    )
    let chain = graph.chain(of: try #require(graph.nodes(of: .cluster).first))
    return chain.restatedFlows().map {
      "\(graph.name(of: $0.source)) → \(graph.name(of: $0.target))"
    }
    .sorted()
  }

  @Test func `what the library says of parts or wholes is said`() throws {
    let whole = "  - {name: 盐产品, parts: [精盐], supplies: [盐化工, 蒸发装备], suppliedBy: 卤水}"
    #expect(try restated(whole) == ["卤水 → 盐产品", "盐产品 → 盐化工"])
    let part = "  - {name: 低钠盐, partOf: [盐业集群, 精盐], supplies: [盐化工]}"
    #expect(try restated(part) == ["低钠盐 → 盐化工"])
  }

  @Test func `what a document states, and what the library does not say, is not`() throws {
    let stated = "  - {name: 盐产品, source: 一/1, parts: [精盐], supplies: {to: 盐化工, source: 一/1}}"
    #expect(try restated(stated) == [])
    #expect(try restated("  - {name: 井盐, supplies: 盐化工}") == [])
  }
}
