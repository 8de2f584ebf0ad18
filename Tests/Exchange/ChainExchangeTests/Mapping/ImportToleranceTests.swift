import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// What an import leaves out and counts on request, and refuses without it.
struct ImportToleranceTests {
  private func graph(_ edges: String, relation: String = "") -> ImportSample {
    ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": "a", "n": "纱"}, {"id": "b", "n": "布"}], "edges": [\(edges)]}
        """
      ],
      mapping: """
        queries:
          - entities: {s: {kind: segment, properties: {name: {column: n}}}}
          - relations:
              r: {relation: supplies\(relation)}
        """
    )
  }

  private func imported(
    _ sample: ImportSample,
    _ tolerance: ForeignGraph.Tolerance
  ) -> ImportedGraph {
    let mapping = ForeignGraph.File(
      path: "mapping.yaml",
      bytes: Array(sample.mapping.text.utf8)
    )
    return sample.foreign.imported(by: mapping, tolerating: tolerance)
  }

  private static let twice = """
    {"source": "a", "target": "b", "k": "供应"}, {"source": "a", "target": ⟦"b"⟧, "k": "供货"}
    """

  @Test func `parallel edges are a fault that says what helps`() throws {
    let sample = graph(Self.twice)
    sample.expect("duplicate-relation")
    let fault = try #require(sample.imported().diagnostics.first { $0.severity == .error })
    #expect(fault.help?.en.contains("--parallel-once") == true)
    #expect(fault.help?.zh.contains("parallel: once") == true)
  }

  @Test func `parallel edges are taken once on request, and counted`() throws {
    let once = imported(graph(Self.twice), .parallelEdges)
    #expect(once.dataset?.graph.relationCounts().map(\.1).reduce(0, +) == 1)
    #expect(once.summary.merged == 1)
    let mapped = imported(graph(Self.twice, relation: ", parallel: once"), [])
    #expect(mapped.dataset != nil && mapped.summary.merged == 1)
    graph("", relation: ", parallel: ⟦twice⟧").expect("unknown-word")
  }

  private static let broken = """
    {"source": "a", "target": "b"}, {"source": ⟦"a"⟧}, {"source": ⟦null⟧, "target": "b"},
    {"source": ⟦""⟧, "target": "b"}, {"source": "a", "target": ⟦"zz"⟧}
    """

  @Test func `ends that are missing or mean nothing are faults at their edges`() {
    graph(Self.broken).expect(
      "missing-field",
      "missing-field",
      "missing-field",
      ExpectedFault("unknown-reference")
    )
  }

  @Test func `ends that do not resolve are left out on request, each reason with its count`() throws
  {
    let imported = imported(graph(Self.broken), .unresolvedEnds)
    #expect(imported.dataset?.graph.relationCounts().map(\.1).reduce(0, +) == 1)
    #expect(
      imported.diagnostics.map(\.message.en) == [
        "3 edges of 'r' left out: the edge lacks an end",
        "1 edge of 'r' left out: an end names nothing that there is, such as 'zz'",
      ]
    )
  }
}
