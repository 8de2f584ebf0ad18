import ChainFiles
import TestSupport
import Testing

@testable import ChainTestSupport

/// Every fault of a mapping is told at its place in the mapping.
struct MappingFaultTests {
  private static let table = "名称,代码,上级\n甲,1,\n乙,2,1\n"

  /// A mapping of one entity, with something in place of its parts.
  private func expect(
    _ faults: ExpectedFault...,
    entity: String = "",
    properties: String = "",
    query: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let kind = entity.contains("kind:") || entity.contains("schema:") ? "" : "kind: segment, "
    let sample = ImportSample(
      .csv,
      ["t.csv": Self.table],
      mapping: """
        queries:
          - ignore_columns: [代码, 上级]
            entities:
              item: {\(kind)\(entity)properties: {name: {column: 名称}, \(properties)}}
        \(query)
        """
    )
    let imported = sample.imported()
    #expect(imported.dataset == nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: sample.mapping.ranges.map { .init(path: "mapping.yaml", range: $0) },
      among: imported.diagnostics.filter { $0.severity == .error },
      sourceLocation: sourceLocation
    )
  }

  @Test func `words that the ontology does not have are faults with what may be meant`() {
    expect(ExpectedFault("unknown-kind", didYouMean: "enterprise"), entity: "kind: ⟦enterprize⟧, ")
    expect(ExpectedFault("unknown-kind", didYouMean: "segment"), entity: "schema: ⟦segmnt⟧, ")
    expect(ExpectedFault("unknown-field", didYouMean: "stage"), properties: "⟦stag⟧: {column: 代码}")
    expect(
      ExpectedFault("unknown-relation", didYouMean: "supplies"),
      query: """
            relations:
              x: {relation: ⟦suplies⟧, from: {entity: item}, to: {entity: item}}
        """
    )
    expect(
      ExpectedFault("unknown-unit", didYouMean: "万千瓦"),
      entity: "kind: project, ",
      properties: "capacity: {column: 代码, unit: ⟦万千佤⟧}"
    )
    expect(
      ExpectedFault("unknown-word"),
      query: """
            basis: ⟦hearsay⟧
        """
    )
  }

  @Test func `words that the mapping's language does not have are faults`() {
    expect(ExpectedFault("unknown-field", didYouMean: "keys"), entity: "⟦kys⟧: [代码], ")
    expect(
      ExpectedFault("unknown-field", didYouMean: "column"),
      properties: "stage: {⟦colum⟧: 代码, column: 代码}"
    )
    expect("wrong-shape", properties: "stage: ⟦代码⟧")
    expect("missing-field", properties: "stage: ⟦{⟧split: ；}")
    expect("open-template", properties: "stage: {template: ⟦\"{{代码\"⟧}")
    expect(
      "bad-format",
      entity: "kind: task, ",
      properties: "deadline: {column: 代码, format: ⟦\"%Q\"⟧}"
    )
    expect("useless-unit", properties: "stage: {column: 代码, unit: ⟦万吨⟧}")
    expect("unknown-word", properties: "stage: {column: 代码, list: ⟦csv⟧}")
    expect("bad-flag", properties: "stage: {column: 代码, required: ⟦yes⟧}")
    expect(
      ExpectedFault("unknown-word", didYouMean: "nodes"),
      query: """
            records: ⟦node⟧
        """
    )
  }

  @Test func `columns, files and entities that are not there are faults`() {
    expect(ExpectedFault("unknown-column", didYouMean: "代码"), properties: "stage: {column: ⟦代玛⟧}")
    expect(
      ExpectedFault("unknown-column", didYouMean: "$line"),
      properties: "stage: {column: ⟦$lin⟧}"
    )
    expect(
      ExpectedFault("unknown-file", didYouMean: "t.csv"),
      query: """
            csv_url: ⟦tt.csv⟧
        """
    )
    expect(
      ExpectedFault("unknown-entity", didYouMean: "item"),
      properties: "supplies: {entity: ⟦itme⟧}"
    )
    expect(
      ExpectedFault("unknown-entity"),
      properties: "supplies: {entity: ⟦other⟧, column: 上级}"
    )
  }

  @Test func `ends that a relation forbids are faults of the mapping`() {
    expect(
      "forbidden-relation",
      entity: "kind: enterprise, ",
      properties: "operatesIn: {entity: ⟦item⟧, column: 上级}"
    )
    expect("forbidden-relation", properties: "supplies: {kind: ⟦park⟧, column: 上级}")
    expect("missing-field", properties: "supplies: ⟦{⟧kind: segment}")
  }

  @Test func `a mapping says what data set it makes, what facts rest on, and what it reads`() {
    let table: KeyValuePairs = ["t.csv": Self.table]
    ImportSample(.csv, table, mapping: "queries: []\n", head: "⟦b⟧asis: document\n")
      .expect("missing-field")
    let head = "⟦d⟧ataset: {title: 一, jurisdiction: 二, language: zh, date: 2024}\n"
    ImportSample(.csv, table, mapping: "", head: head).expect("missing-field")
    ImportSample(.csv, table, mapping: "queries:\n  - ⟦f⟧ilters: {名称: 甲}\n")
      .expect("empty-query")
    ImportSample(
      .csv,
      table,
      mapping: "queries: [{entities: {⟦item⟧: {kind: segment, properties: {name: {column: 名称}}}}}]",
      head: head.replacing("⟦", with: "").replacing("⟧", with: "")
    ).expect("missing-source")
    ImportSample(
      .csv,
      table,
      mapping: "",
      head: "dataset: {title: 一, jurisdiction: 二, language: ⟦cn⟧, date: ⟦x⟧}\nqueries: []\n"
    ).expect("unknown-word", "bad-date")
  }

  @Test func `entities of one name have one kind`() {
    ImportSample(
      .csv,
      ["t.csv": Self.table],
      mapping: """
        queries:
          - entities: {item: {kind: segment, properties: {name: {column: 名称}}}}
          - entities: {⟦item⟧: {kind: park, properties: {name: {column: 名称}}}}
        """
    ).expect("differing-entity")
  }
}
