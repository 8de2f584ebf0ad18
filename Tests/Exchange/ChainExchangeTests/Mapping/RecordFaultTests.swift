import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Every fault of the data is told at its line in the user's own file.
struct RecordFaultTests {
  private func table(
    _ faults: ExpectedFault...,
    in text: String,
    _ entity: String,
    relations: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let sample = ImportSample(
      .csv,
      ["t.csv": text],
      mapping: """
        queries:
          - entities:
              item: {\(entity)}
        \(relations)
        """
    )
    let imported = sample.imported()
    #expect(imported.dataset == nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: sample.files[0].text.ranges.map { .init(path: "t.csv", range: $0) },
      among: imported.diagnostics.filter { $0.severity == .error },
      sourceLocation: sourceLocation
    )
  }

  @Test func `values of the wrong type are faults of their cells`() {
    table(
      ExpectedFault("unknown-value", didYouMean: "在建"),
      "bad-quantity",
      "bad-integer",
      in: "名,态,模,数\n甲,⟦再建⟧,3,1\n乙,在建,⟦许多⟧,2.0\n丙,,,⟦inf⟧\n",
      """
      kind: project, properties: {name: {column: 名}, status: {column: 态}, \
      capacity: {column: 模, unit: 万吨}, count: {column: 数}}
      """
    )
    table(
      "bad-date",
      "bad-date",
      in: "名,限,期\n甲,⟦2024-13⟧,2024年5月\n乙,2024-05-01T00:00:00,⟦5月⟧\n",
      """
      kind: target, properties: {name: {column: 名}, deadline: {column: 限}, \
      baseline: {column: 期, format: "%Y年%m月"}}
      """
    )
    table(
      "several-values",
      in: "名,态\n甲,⟦在建、谋划⟧\n",
      "kind: project, properties: {name: {column: 名}, status: {column: 态, split: 、}}"
    )
    table(
      "empty-name",
      in: "名,态\n,⟦在建⟧\n",
      "kind: project, keys: [态], properties: {name: {column: 名}, status: {column: 态}}"
    )
    table(
      "unprintable-text",
      in: "名\n⟦甲\u{7}⟧\n",
      "kind: project, properties: {name: {column: 名}}"
    )
  }

  @Test func `one node cannot say two things`() {
    table(
      "conflicting-value",
      "conflicting-value",
      in: "码,名,态\n1,甲,在建\n1,⟦甲厂⟧,在建\n2,乙,\n2,乙,谋划\n2,⟦乙⟧,在建\n",
      "kind: project, keys: [码], properties: {name: {column: 名}, status: {column: 态}}"
    )
    table(
      "duplicate-identity",
      in: "码,名\n1,甲\n2,⟦甲⟧\n",
      "kind: project, keys: [码], properties: {name: {column: 名}}"
    )
  }

  @Test func `references lead somewhere, and to one thing`() {
    table(
      ExpectedFault("unknown-reference", didYouMean: "A100"),
      in: "码,名,下\nA100,甲,B200\nB200,乙,⟦A1O0⟧\n",
      "kind: segment, keys: [码], properties: {name: {column: 名}, supplies: {column: 下, entity: item}}"
    )
    table(
      ExpectedFault("unknown-reference", didYouMean: "乙烯"),
      in: "名,下\n甲,⟦丙烯⟧\n乙烯,\n",
      "kind: segment, properties: {name: {column: 名}, supplies: {column: 下, kind: segment}}"
    )
    table(
      "containment-cycle",
      in: "名,上\n⟦甲⟧,乙\n乙,甲\n",
      "kind: segment, properties: {name: {column: 名}, partOf: {column: 上, kind: segment}}"
    )
  }

  @Test func `sources name documents that there are`() {
    ImportSample(
      .csv,
      ["t.csv": "名,文,处\n甲,⟦年鉴⟧,三\n⟦乙⟧,,\n"],
      mapping: """
        queries:
          - source: {document: {column: 文}, place: {column: 处}}
            entities: {s: {kind: segment, properties: {name: {column: 名}}}}
        """,
      head: ImportSample.head.replacing("basis: industry-knowledge\n", with: "")
    ).expect("unknown-reference", "missing-source")
  }

  @Test func `tables that are no tables are told where they break`() {
    let entity = "kind: segment, properties: {name: {column: 名}}"
    table("ragged-row", in: "名,码\n甲,1\n⟦乙⟧\n", entity)
    table("csv-syntax", in: "名,码\n甲⟦\"⟧乙,1\n", entity)
    table("csv-syntax", in: "名,码\n⟦\"⟧甲,1\n", entity)
    table("duplicate-header", in: "名,⟦名⟧\n甲,1\n", entity)
    table("other-separator", in: "⟦名，码⟧\n甲，1\n", entity)
    table("missing-header", in: "⟦,⟧,\n甲,1,2\n", entity)
  }

  private func graph(
    _ faults: ExpectedFault...,
    in text: String,
    _ form: ForeignGraph.Form = .jsongraph,
    relation: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let sample = ImportSample(
      form,
      ["g": text],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, filters_not: {t: [firm, park]}, properties: {name: {column: n}}}
              f: {kind: enterprise, filters: {t: firm}, properties: {name: {column: n}}}
          - relations:
              r: {relation: supplies\(relation)}
        """
    )
    let imported = sample.imported()
    #expect(imported.dataset == nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: sample.files[0].text.ranges.map { .init(path: "g", range: $0) },
      among: imported.diagnostics.filter { $0.severity == .error },
      sourceLocation: sourceLocation
    )
  }

  @Test func `edges have ends that exist, are allowed, and stand once`() {
    graph(
      ExpectedFault("unknown-reference", didYouMean: "node1"),
      in: """
        {"nodes": [{"id": "node1", "n": "一"}], "edges": [{"source": "node1", "target": ⟦"node7"⟧}]}
        """
    )
    graph(
      "forbidden-relation",
      in: """
        {"nodes": [{"id": 1, "n": "一"}, {"id": 2, "n": "二", "t": "firm"}],
         "links": [{"source": 1, "target": ⟦2⟧}]}
        """
    )
    graph(
      "duplicate-relation",
      in: """
        {"nodes": [{"id": 1, "n": "一"}, {"id": 2, "n": "二"}],
         "links": [{"source": 1, "target": 2}, {"source": 1, "target": ⟦2⟧}]}
        """
    )
    graph(
      "duplicate-identity",
      in: "{\"nodes\": [{\"id\": 1, \"n\": \"一\"}, {\"id\": ⟦1⟧, \"n\": \"二\"}]}"
    )
    graph(
      "undirected-edge",
      in: """
        {"graph": {"directed": false, "nodes": {"a": {"metadata": {"n": "一"}},
         "b": {"metadata": {"n": "二"}}}, "edges": [{"source": ⟦"a"⟧, "target": "b"}]}}
        """
    )
    graph(
      "undirected-edge",
      in: """
        <graphml><key id="n" attr.name="n" for="node"/><graph edgedefault="directed">
        <node id="a"><data key="n">一</data></node><node id="b"><data key="n">二</data></node>
        ⟦<edge⟧ source="a" target="b" directed="false"/></graph></graphml>
        """,
      .graphml
    )
  }

  @Test func `JSON that is none is told where it breaks`() {
    graph("json-syntax", in: "{\"nodes\": [⟦,⟧]}")
    graph("json-syntax", in: "{\"nodes\": [{\"id\": ⟦n⟧an}]}")
    graph("json-syntax", in: "{\"nodes\": [{\"id\": ⟦0⟧1}]}")
    graph("json-syntax", in: "{\"nodes\": [{\"id\": \"⟦\\⟧ud83d\"}]}")
    graph("json-syntax", in: "{\"nodes\": [1 ⟦2⟧]}")
    graph("json-syntax", in: "{\"nodes\": ⟦\"⟧abc")
    graph("json-syntax", in: "{⟦n⟧odes: []}")
    graph("json-syntax", in: "{\"nodes\": []} ⟦x⟧")
    graph("duplicate-key", in: "{\"nodes\": [], ⟦\"nodes\"⟧: []}")
    graph("no-graph", in: "⟦{\"elements\": []}⟧")
    graph("wrong-shape", in: "{\"nodes\": ⟦{\"a\": 1}⟧}")
    graph("missing-field", in: "{\"nodes\": [⟦{\"n\": \"一\"}⟧]}")
  }

  @Test func `GraphML that is none is told where it breaks`() {
    graph("no-graph", in: "⟦<⟧gexf/>", .graphml)
    graph("xml-syntax", in: "<graphml><graph></⟦g⟧raphml>", .graphml)
    graph("missing-field", in: "<graphml><graph>⟦<node⟧/></graph></graphml>", .graphml)
    graph(
      "duplicate-identity",
      in: """
        <graphml><key id="n" attr.name="n"/><graph><node id="a"/>
        ⟦<node⟧ id="a"/></graph></graphml>
        """,
      .graphml
    )
  }
}
