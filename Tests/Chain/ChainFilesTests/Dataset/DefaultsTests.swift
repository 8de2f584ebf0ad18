import ChainFiles
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

struct DefaultsTests {
  // MARK: Faults

  @Test func `unknown words among defaults are shown with what was meant`() throws {
    try expectFaults(.init("unknown-word", didYouMean: "region"), in: "defaults: {⟦regoin⟧: {}}")
    try expectFaults(.init("unknown-word", didYouMean: "supplies"), in: "defaults: {⟦suplies⟧: {}}")
    try expectFaults(
      .init("unknown-field", didYouMean: "source"),
      .init("unknown-field", didYouMean: "basis"),
      in: "defaults:\n  region: {⟦sourse⟧: 二}\n  supplies: {⟦bassis⟧: document}"
    )
  }

  @Test func `defaults cannot name an entry`() throws {
    try expectFaults(
      "unknown-field",
      "unknown-field",
      in: "defaults: {region: {⟦name⟧: 甲, ⟦id⟧: 乙}}"
    )
  }

  @Test func `defaults of another shape are shown`() throws {
    try expectFaults("wrong-shape", in: "defaults: ⟦[⟧region]")
    try expectFaults("wrong-shape", in: "defaults: {region: ⟦二⟧}")
    try expectFaults("wrong-shape", in: "defaults:⟦⟧")
  }

  @Test func `a faulty default is shown where it is written, even when no entry takes it`() throws {
    let defaults = """
      defaults:
        region: {level: ⟦村⟧, basis: ⟦听说⟧, partOf: [⟦太平洋沿岸经济带⟧]}
        task: {deadline: ⟦明年⟧}
        supplies: {basis: ⟦猜测⟧}
        lead: {source: ⟦''⟧}
        liaison: {basis: ⟦document⟧}
      """
    let faults: [ExpectedFault] = [
      "unknown-value", "unknown-word", "unknown-reference", "bad-date", "unknown-word",
      "empty-text", "missing-source",
    ]
    try expectFaults(faults, in: ["x.yaml": defaults + "\n"])
    try expectFaults(
      faults,
      in: ["x.yaml": defaults + "\nregion:\n  - {name: 甲, source: 二}\n  - {name: 乙}\n"]
    )
  }

  @Test func `a default that makes a relation stand twice is shown`() throws {
    try expectFaults(
      "duplicate-relation",
      in: """
        defaults: {segment: {supplies: 乙}}
        segment:
          - {name: 甲, source: 二}
          - {name: 乙, source: 二, suppliedBy: ⟦甲⟧, supplies: []}
        """
    )
  }

  // MARK: Meaning

  private func graph(_ text: String) throws -> ChainGraph {
    let loaded = try DatasetFolder.dataset(["x.yaml": text + "\n"]).load()
    #expect(loaded.diagnostics.map(\.message.en) == [])
    return try #require(loaded.dataset?.graph)
  }

  private func origin(_ id: String, in graph: ChainGraph) throws -> String {
    Self.text(graph.origin(of: try #require(graph.node(id: id))))
  }

  private func supplies(of name: String, in graph: ChainGraph) throws -> [String] {
    let node = try #require(graph.node(id: "segment:\(name)"))
    return graph.relations(of: node, at: .source, RelationKind("supplies"))
      .map { "\(graph.name(of: $0.target)) \(Self.text($0.origin))" }
  }

  private static func text(_ origin: Origin) -> String {
    origin.basis == .document ? origin.place : origin.basis.rawValue
  }

  @Test func `an entry takes the fields that it does not write`() throws {
    let graph = try graph(
      """
      defaults: {region: {level: 县(市)区, source: 二, partOf: 葫芦岛市}}
      region:
        - {name: 葫芦岛市, level: 市, partOf: []}
        - {name: 兴城市}
        - {name: 曹庄镇, level: 乡镇, partOf: 兴城市, source: 三}
      """
    )
    let level = AttributeName.level
    let regions = graph.nodes(of: NodeKind("region"))
    #expect(regions.map { graph.option(level, of: $0) } == ["city", "county", "town"])
    #expect(regions.map { graph.origin(of: $0).place } == ["二", "二", "三"])
    #expect(
      regions.map { graph.wholes(of: $0).map { graph.name(of: $0.node) } }
        == [[], ["葫芦岛市"], ["兴城市", "葫芦岛市"]]
    )
  }

  @Test func `an entry's own source stands in place of a default basis`() throws {
    let graph = try graph(
      """
      defaults: {segment: {basis: industry-knowledge}}
      segment:
        - {name: 甲}
        - {name: 乙, source: 二}
      """
    )
    #expect(try origin("segment:甲", in: graph) == "industry-knowledge")
    #expect(try origin("segment:乙", in: graph) == "二")
  }

  @Test func `what a document states is no general knowledge, and is not taken for it`() throws {
    try expectFaults(
      "basis-against-source",
      in: "segment:\n  - {name: 甲, source: 二, basis: ⟦行业常识⟧}\n"
    )
  }

  @Test func `an entry's own basis stands in place of a default source`() throws {
    let graph = try graph(
      """
      defaults: {segment: {source: 二}}
      segment:
        - {name: 甲}
        - {name: 乙, basis: industry-knowledge}
        - {name: 丙, source: 三}
      """
    )
    #expect(try origin("segment:甲", in: graph) == "二")
    #expect(try origin("segment:乙", in: graph) == "industry-knowledge")
    #expect(try origin("segment:丙", in: graph) == "三")
  }

  @Test func `a relation takes its item's origin, else the file's, else its entry's`() throws {
    let entries = """
      segment:
        - name: 甲
          source: 二
          supplies: [乙, {to: 丙, source: 三}, {to: 丁, basis: industry-knowledge}]
        - {name: 乙, source: 二}
        - {name: 丙, source: 二}
        - {name: 丁, source: 二}
      """
    #expect(
      try supplies(of: "甲", in: graph(entries)) == ["乙 二", "丙 三", "丁 industry-knowledge"]
    )
    #expect(
      try supplies(
        of: "甲",
        in: graph("defaults: {supplies: {basis: industry-knowledge}}\n" + entries)
      )
        == ["乙 industry-knowledge", "丙 三", "丁 industry-knowledge"]
    )
    #expect(
      try supplies(of: "甲", in: graph("defaults: {supplies: {source: 四}}\n" + entries))
        == ["乙 四", "丙 三", "丁 industry-knowledge"]
    )
    #expect(
      try supplies(of: "甲", in: graph("defaults: {supplies: {}}\n" + entries))
        == ["乙 二", "丙 三", "丁 industry-knowledge"]
    )
  }

  @Test func `a relation of an entry of general knowledge is general knowledge`() throws {
    let graph = try graph(
      """
      segment:
        - {name: 甲, basis: industry-knowledge, supplies: [乙, {to: 丙, source: 三}]}
        - {name: 乙, source: 二}
        - {name: 丙, source: 二}
      """
    )
    #expect(try supplies(of: "甲", in: graph) == ["乙 industry-knowledge", "丙 三"])
  }

  @Test func `a relation that is written on its target takes the target's origin`() throws {
    let graph = try graph(
      "segment:\n  - {name: 甲, source: 二}\n  - {name: 乙, source: 三, suppliedBy: 甲}"
    )
    #expect(try supplies(of: "甲", in: graph) == ["乙 三"])
  }

  @Test func `defaults hold for their own file alone`() throws {
    let loaded = try DatasetFolder.dataset([
      "a.yaml": "defaults: {segment: {source: 二}}\nsegment:\n  - {name: 甲}\n",
      "b.yaml": "segment:\n  - {name: 乙}\n",
    ]).load()
    #expect(loaded.diagnostics.map(\.code) == ["missing-source"])
    #expect(loaded.diagnostics.first?.message.en == "'乙' has no source")
  }

  @Test func `defaults hold wherever in the file they stand`() throws {
    let graph = try graph("segment:\n  - {name: 甲}\ndefaults: {segment: {source: 二}}")
    #expect(try origin("segment:甲", in: graph) == "二")
  }

  @Test func `a place alone is a place of the first document, and another can be named`() throws {
    let loaded = try DatasetFolder.dataset([
      "dataset.yaml": DatasetFolder.base["dataset.yaml", default: ""]
        .replacing("[意见]", with: "[意见, 通知]"),
      "x.yaml": """
      document:
        - {name: 通知, source: 附件}
      region:
        - {name: 甲, source: 二}
        - {name: 乙, source: {document: 通知, place: 二}}

      """,
    ]).load()
    let graph = try #require(loaded.dataset?.graph)
    let documents = graph.nodes(of: NodeKind("region")).compactMap { graph.origin(of: $0).document }
    #expect(documents.map { graph.name(of: $0) } == ["意见", "通知"])
    #expect(loaded.dataset?.documents.map { graph.name(of: $0) } == ["意见", "通知"])
  }
}
