import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Edges lead between the nodes that a file draws, whatever a mapping tells its entities apart by.
struct DrawnEndsTests {
  /// Two projects of one name, keyed by it.
  private static var byName: ImportSample {
    ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": "p1", "t": "project", "n": "甲"}, {"id": "p2", "t": "project", "n": "甲"},
          {"id": "p3", "t": "project", "n": "乙"}, {"id": "c", "t": "chain", "n": "船舶"},
          {"id": "f", "t": "firm", "n": "丙"}],
         "edges": [{"source": "p1", "target": "c"}, {"source": "p2", "target": "c"},
          {"source": "p3", "target": "c"}, {"source": "p1", "target": "f"}]}
        """
      ],
      mapping: """
        queries:
          - entities:
              p: {kind: project, keys: [n], filters: {t: project}, properties: {name: {column: n}}}
              c: {kind: cluster, filters: {t: chain}, properties: {name: {column: n}}}
              f: {kind: enterprise, filters: {t: firm}, properties: {name: {column: n}}}
          - relations:
              in: {relation: partOf, from: {column: $source}, to: {entity: c, column: $target}}
              by: {relation: builds, from: {entity: f, column: $target}, to: {column: $source}}
        """
    )
  }

  @Test func `nodes that are one by their names keep the edges of both`() throws {
    let relations = try Self.byName.facts().filter { $0.contains("->") }
    #expect(
      relations == [
        "project:甲 -partOf-> cluster:船舶 [knowledge]",
        "project:乙 -partOf-> cluster:船舶 [knowledge]",
        "enterprise:丙 -builds-> project:甲 [knowledge]",
      ]
    )
    #expect(Self.byName.imported().summary.merged == 1)
  }

  @Test func `an edge to a node of another kind is left out for that reason`() {
    #expect(
      Self.byName.warnings == [
        "stray-edges: 3 edges of 'by' left out: a node at an end is of another kind, such as 'c'",
        "stray-edges: 1 edge of 'in' left out: a node at an end is of another kind, such as 'f'",
      ]
    )
  }

  @Test func `the node around another is meant by its own identity`() throws {
    let sample = ImportSample(
      .graphml,
      [
        "a.graphml": """
        <graphml><key id="k" for="node" attr.name="n"/><graph edgedefault="directed">
          <node id="g"><data key="k">化工</data><graph edgedefault="directed">
            <node id="g::a"><data key="k">乙烯</data></node></graph></node></graph></graphml>
        """
      ],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, keys: [n], properties: {name: {column: n}, partOf: {column: $parent}}}
        """
    )
    #expect(try sample.facts().contains("segment:乙烯 -partOf-> segment:化工 [knowledge]"))
  }

  @Test func `files and graphs may use an identity again`() throws {
    let sample = ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"graphs": [
          {"id": "x", "nodes": {"1": {"label": "纱"}, "2": {"label": "布"}},
            "edges": [{"source": "1", "target": "2"}]},
          {"id": "y", "nodes": {"1": {"label": "钢"}, "2": {"label": "船"}},
            "edges": [{"source": "1", "target": "2"}]}]}
        """,
        "b.json": """
        {"nodes": [{"id": 1, "label": "棉"}, {"id": 2, "label": "纱"}],
         "links": [{"source": 1, "target": 2}]}
        """,
      ],
      mapping: """
        queries:
          - {file: a.json, entities: {s: {kind: segment, keys: [$label], properties: {name: {column: $label}}}}}
          - {file: b.json, entities: {s: {kind: segment, keys: [label], properties: {name: {column: label}}}}}
          - relations: {r: {relation: supplies}}
        """
    )
    #expect(
      Set(try sample.facts().filter { $0.contains("->") }) == [
        "segment:纱 -supplies-> segment:布 [knowledge]",
        "segment:钢 -supplies-> segment:船 [knowledge]",
        "segment:棉 -supplies-> segment:纱 [knowledge]",
      ]
    )
  }

  @Test func `a node that was left out is not another whose key reads the same`() throws {
    let sample = ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "c": 2, "n": "纱"}, {"id": 2, "n": "某行", "t": "银行"},
          {"id": 3, "c": 9, "n": "布"}], "edges": [{"source": 3, "target": 2}]}
        """
      ],
      mapping: """
        queries:
          - entities: {s: {kind: segment, keys: [c], filters_not: {t: 银行}, properties: {name: {column: n}}}}
          - {filters: {t: 银行}, records: nodes, ignore: true}
          - relations: {r: {relation: supplies}}
        """
    )
    #expect(try sample.facts().allSatisfy { !$0.contains("->") })
    #expect(
      sample.warnings == [
        "stray-edges: 1 edge of 'r' left out: a node at an end is left out"
      ]
    )
  }

  @Test func `of several ends the others are taken`() throws {
    let sample = ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "n": "纱", "to": [2, 3]}, {"id": 2, "n": "布"}, {"id": 3, "t": "x"}]}
        """
      ],
      mapping: """
        queries:
          - filters_not: {t: x}
            entities: {s: {kind: segment, properties: {name: {column: n}, supplies: {column: to}}}}
          - {records: nodes, filters: {t: x}, ignore: true}
        """
    )
    #expect(try sample.facts().contains("segment:纱 -supplies-> segment:布 [knowledge]"))
    #expect(sample.warnings.count == 1)
  }
}
