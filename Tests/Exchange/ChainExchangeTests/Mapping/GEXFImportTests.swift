import ChainExchange
import ChainFiles
import TestSupport
import Testing

@testable import ChainTestSupport

/// GEXF as Gephi writes it, and documents that name their type.
struct GEXFImportTests {
  private static let mapping = """
    queries:
      - entities:
          s: {kind: segment, filters: {类型: 产品}, properties: {name: {column: $label}}}
          e: {kind: enterprise, filters: {类型: 公司}, properties: {name: {column: $label}}}
      - relations:
          r: {relation: supplies, filters: {关系: 供应}}
          o: {relation: operatesIn, filters: {关系: 生产}}

    """

  private static func gexf(_ type: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gexf xmlns="http://www.gexf.net/1.3" version="1.3"><graph \(type)>
      <attributes class="node"><attribute id="0" title="类型" type="string">
        <default>产品</default></attribute></attributes>
      <attributes class="edge"><attribute id="0" title="关系" type="string"/></attributes>
      <nodes>
        <node id="1" label="纱"/><node id="2" label="布"/>
        <node id="3" label="甲"><attvalues><attvalue for="0" value="公司"/></attvalues></node>
      </nodes>
      <edges>
        <edge id="0" source="1" target="2"><attvalues><attvalue for="0" value="供应"/></attvalues></edge>
        <edge id="1" source="3" target="2"><attvalues><attvalue for="0" value="生产"/></attvalues></edge>
      </edges></graph></gexf>
    """
  }

  @Test func `nodes, edges, attributes and their defaults are read`() throws {
    let sample = ImportSample(
      .graphml,
      ["a.gexf": Self.gexf("defaultedgetype=\"directed\"")],
      mapping: Self.mapping
    )
    #expect(
      try sample.facts() == [
        "segment 纱 [knowledge]", "segment 布 [knowledge]", "enterprise 甲 [knowledge]",
        "document a.gexf [knowledge]", "segment:纱 -supplies-> segment:布 [knowledge]",
        "enterprise:甲 -operatesIn-> segment:布 [knowledge]",
      ]
    )
    #expect(sample.warnings == [])
  }

  @Test func `without a type edges have no direction, as the standard says`() {
    let imported = ImportSample(.graphml, ["a.gexf": Self.gexf("")], mapping: Self.mapping)
      .imported()
    #expect(imported.diagnostics.map(\.code) == ["undirected-edge", "undirected-edge"])
  }

  @Test func `nested nodes are parts of those around them`() throws {
    let sample = ImportSample(
      .graphml,
      [
        "a.gexf": """
        <gexf><graph><nodes><node id="1" label="化工"><nodes><node id="2" label="乙烯"/></nodes></node>
        <node id="3" label="丙烯" pid="1"/></nodes></graph></gexf>
        """
      ],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, properties: {name: {column: $label}, partOf: {column: $parent}}}
        """
    )
    #expect(try sample.facts().count { $0.contains("-partOf-> segment:化工") } == 2)
  }

  @Test func `a document type that is only named is passed over, one that declares is refused`()
    throws
  {
    let body = """
      <graphml><key id="n" for="node" attr.name="n"/><graph edgedefault="directed">
      <node id="a"><data key="n">纱</data></node></graph></graphml>
      """
    let mapping = "queries: [{entities: {s: {kind: segment, properties: {name: {column: n}}}}}]\n"
    let type = "<!DOCTYPE graphml SYSTEM \"http://graphml.graphdrawing.org/dtds/graphml.dtd\">\n"
    let named = ImportSample(.graphml, ["a.graphml": type + body], mapping: mapping)
    #expect(try named.facts().contains("segment 纱 [knowledge]"))
    let declares = "<!DOCTYPE graphml [<!ENTITY a \"b\">]>\n"
    let foreign = ForeignGraph(
      [ForeignGraph.File(path: "x", bytes: Array((declares + body).utf8))],
      form: .graphml
    )
    #expect(foreign.diagnostics.map(\.code) == ["xml-declaration"])
  }

  @Test func `what describes a graph is told, since nothing holds it`() throws {
    let sample = ImportSample(
      .graphml,
      [
        "a.graphml": """
        <graphml><key id="d" for="graph" attr.name="作者"/><key id="n" for="node" attr.name="n"/>
        <graph edgedefault="directed"><desc>草稿</desc><data key="d">某人</data>
        <node id="a"><desc>棉的</desc><data key="n">纱</data></node></graph></graphml>
        """
      ],
      mapping: "queries: [{entities: {s: {kind: segment, properties: {name: {column: n}}}}}]\n"
    )
    #expect(
      sample.warnings == [
        "unread-field: 1 item of 'desc' left out: it belongs to no node and no edge",
        "unread-field: 1 item of '作者' left out: it belongs to no node and no edge",
        "unmapped-column: 1 value of 'desc' left out",
      ]
    )
  }
}
