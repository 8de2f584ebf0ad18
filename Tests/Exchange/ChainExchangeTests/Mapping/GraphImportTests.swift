import ChainExchange
import ChainFiles
import TestSupport
import Testing

@testable import ChainTestSupport

/// Graphs that others drew, in each of their forms.
struct GraphImportTests {
  static let mapping = """
    queries:
      - entities:
          product:
            kind: segment
            filters: {type: product}
            properties: {name: {column: NAME}}
          firm:
            kind: enterprise
            filters: {type: firm}
            properties: {name: {column: NAME}}
      - records: edges
        relations:
          feeds: {relation: supplies, filters: {kind: feeds}}
          made: {relation: operatesIn, filters: {kind: made by}, inverse: true}

    """
  static let facts = [
    "segment 钢板 [knowledge]", "segment 货船 [knowledge]", "enterprise 甲厂 [knowledge]",
  ]
  static let relations = [
    "segment:钢板 -supplies-> segment:货船 [knowledge]",
    "enterprise:甲厂 -operatesIn-> segment:货船 [knowledge]",
  ]

  private func expect(
    _ form: ForeignGraph.Form,
    _ name: String,
    name column: String = "$label",
    _ text: String
  ) throws {
    let sample = ImportSample(
      form,
      KeyValuePairs(dictionaryLiteral: (name, text)),
      mapping: Self.mapping.replacing("NAME", with: column)
    )
    let expected = Self.facts + ["document \(name) [knowledge]"] + Self.relations
    #expect(try sample.facts() == expected)
    #expect(sample.warnings == [])
  }

  @Test func `JSON Graph Format of version 2 has nodes by their identity`() throws {
    try expect(
      .jsongraph,
      "a.json",
      """
      {"graph": {"nodes": {
        "s": {"label": "钢板", "metadata": {"type": "product"}},
        "c": {"label": "\\u8d27\\u8239", "metadata": {"type": "product"}},
        "f": {"label": "甲厂", "metadata": {"type": "firm"}}},
       "edges": [
        {"source": "s", "target": "c", "metadata": {"kind": "feeds"}},
        {"source": "c", "target": "f", "metadata": {"kind": "made by"}}]}}
      """
    )
  }

  @Test func `JSON Graph Format of version 1 has a list of nodes`() throws {
    try expect(
      .jsongraph,
      "a.json",
      """
      {"graphs": [{"label": "一", "nodes": [
        {"id": "s", "label": "钢板", "metadata": {"type": "product"}},
        {"id": "c", "label": "货船", "metadata": {"type": "product"}}], "edges": [
        {"source": "s", "target": "c", "metadata": {"kind": "feeds"}}]},
       {"label": "二", "nodes": [{"id": "f", "label": "甲厂", "metadata": {"type": "firm"}}],
        "edges": [{"source": "c", "target": "f", "metadata": {"kind": "made by"}}]}]}
      """
    )
  }

  @Test func `the node-link form of networkx is read`() throws {
    try expect(
      .jsongraph,
      "a.json",
      name: "title",
      """
      {"directed": true, "multigraph": false, "graph": {}, "nodes": [
        {"type": "product", "title": "钢板", "id": 1}, {"type": "product", "title": "货船", "id": 2},
        {"type": "firm", "title": "甲厂", "id": 3}],
       "links": [{"kind": "feeds", "source": 1, "target": 2},
        {"kind": "made by", "source": 2, "target": 3}]}
      """
    )
  }

  @Test func `GraphML as networkx writes it has keys`() throws {
    try expect(
      .graphml,
      "a.graphml",
      name: "title",
      """
      <?xml version='1.0' encoding='utf-8'?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="d2" for="edge" attr.name="kind" attr.type="string"/>
        <key id="d1" for="node" attr.name="title" attr.type="string"/>
        <key id="d0" for="node" attr.name="type" attr.type="string"><default>product</default></key>
        <graph edgedefault="directed">
          <node id="s"><data key="d1">钢板</data></node>
          <node id="c"><data key="d0">product</data><data key="d1">货船</data></node>
          <node id="f"><data key="d0">firm</data><data key="d1">甲厂</data></node>
          <edge source="s" target="c"><data key="d2">feeds</data></edge>
          <edge source="c" target="f"><data key="d2">made by</data></edge>
        </graph>
      </graphml>
      """
    )
  }

  @Test func `GraphML as yEd writes it has labels in its drawings`() throws {
    try expect(
      .graphml,
      "a.graphml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
       xmlns:y="http://www.yworks.com/xml/graphml">
        <key attr.name="type" attr.type="string" for="node" id="d4"/>
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key attr.name="kind" attr.type="string" for="edge" id="d9"/>
        <key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G">
          <node id="n0"><data key="d4"><![CDATA[product]]></data>
            <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0"/>
              <y:NodeLabel alignment="center">钢板<y:LabelModel>
                <y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
            </y:ShapeNode></data></node>
          <node id="n1"><data key="d4">product</data>
            <data key="d6"><y:ShapeNode><y:NodeLabel>货
      船</y:NodeLabel></y:ShapeNode></data></node>
          <node id="n2"><data key="d4">firm</data>
            <data key="d6"><y:ShapeNode><y:NodeLabel>甲厂</y:NodeLabel></y:ShapeNode></data></node>
          <edge id="e0" source="n0" target="n1"><data key="d9">feeds</data>
            <data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="standard"/>
            </y:PolyLineEdge></data></edge>
          <edge id="e1" source="n1" target="n2"><data key="d9">made by</data></edge>
        </graph>
      </graphml>
      """
    )
  }

  @Test func `nested graphs tell what is inside what, and edges need directions`() throws {
    let sample = ImportSample(
      .graphml,
      [
        "a.graphml": """
        <graphml><key id="k" for="node" attr.name="name"/>
        <graph edgedefault="undirected">
          <node id="g"><data key="k">化工</data><graph edgedefault="undirected">
            <node id="g::a"><data key="k">乙烯</data><port name="p"/></node>
            <node id="g::b"><data key="k">聚乙烯</data></node>
          </graph></node>
          <edge source="g::a" target="g::b" sourceport="p"/>
          <hyperedge><endpoint node="g"/></hyperedge>
        </graph></graphml>
        """
      ],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, properties: {name: {column: name}, partOf: {column: $parent}}}
          - relations:
              r: {relation: supplies, undirected: as-drawn}
        """
    )
    #expect(
      Set(try sample.facts()) == [
        "segment 乙烯 [knowledge]", "segment 聚乙烯 [knowledge]", "segment 化工 [knowledge]",
        "document a.graphml [knowledge]", "segment:乙烯 -partOf-> segment:化工 [knowledge]",
        "segment:聚乙烯 -partOf-> segment:化工 [knowledge]",
        "segment:乙烯 -supplies-> segment:聚乙烯 [knowledge]",
      ]
    )
    #expect(
      sample.warnings == [
        "ports-left-out: 2 ports are left out: an edge joins whole nodes",
        "hyperedges-left-out: 1 hyperedges are left out: a relation joins two nodes",
      ]
    )
  }

  @Test func `edges to nodes that are left out are left out, with a count`() throws {
    let sample = ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "t": "产品", "n": "纱"}, {"id": 2, "t": "银行", "n": "某行"}],
         "edges": [{"source": 1, "target": 2}, {"source": 2, "target": 1}]}
        """
      ],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, filters: {t: 产品}, properties: {name: {column: n}}}
          - relations:
              r: {relation: supplies}
        """
    )
    #expect(try sample.facts().count == 2)
    #expect(
      sample.warnings == [
        "unmapped-records: 1 node with t=银行 left out: the mapping does not speak of them",
        "stray-edges: 2 edges of 'r' left out: a node at an end is left out",
      ]
    )
  }

  @Test func `lists, objects and pairs of surrogates of JSON are understood`() throws {
    let sample = ImportSample(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "n": "\\ud83d\\ude00\\/纱", "x": {"titles": ["甲", null, "乙"]}}]}
        """
      ],
      mapping: """
        queries:
          - entities:
              s: {kind: leader, properties: {name: {column: n}, titles: {column: x.titles}}}
        """
    )
    #expect(try sample.facts()[0] == "leader 😀/纱 titles=甲、乙 [knowledge]")
  }
}
