import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Nothing in a file is left out without a count and the true reason: each value of odd files stands
/// in a fact, in a warning or under a column that a warning counts.
struct NothingLeftOutTests {
  private func warnings(
    _ form: ForeignGraph.Form,
    _ text: String,
    name: String = "$label",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let sample = ImportSample(
      form,
      ["f": text],
      mapping: """
        queries:
          - entities: {s: {kind: segment, properties: {name: {column: \(name)}}}}
          - relations: {r: {relation: supplies}}

        """
    )
    _ = try sample.facts(sourceLocation: sourceLocation)
    return sample.warnings.filter { !$0.hasPrefix("unknown-column") }
  }

  // MARK: GraphML

  private func graphML(_ body: String) -> String {
    """
    <graphml xmlns:y="yed"><key id="n" attr.name="name" for="node"/><key id="w" attr.name="重" for="edge"/>
    <key id="g" attr.name="g" for="graph"/><graph edgedefault="directed">\(body)</graph></graphml>
    """
  }

  private static let two = """
    <node id="a"><data key="n">纱</data></node><node id="b"><data key="n">布</data></node>
    """

  @Test func `attributes that programs write on elements of GraphML are columns`() throws {
    let text = graphML(
      """
      <node id="a" label="纱" parse.indegree="0"/><node id="b" label="布" y:x="1" 色="红"/>
      <edge source="a" target="b" weight="3" 量="1"/>
      """
    )
    #expect(
      try warnings(.graphml, text, name: "label") == [
        "unmapped-column: 1 value of 'x' left out", "unmapped-column: 1 value of '色' left out",
        "unmapped-column: 1 value of 'weight' left out",
        "unmapped-column: 1 value of '量' left out",
      ]
    )
  }

  @Test func `elements that GraphML does not have are counted`() throws {
    let text = graphML(
      """
      \(Self.two)<node id="c"><data key="n">丝</data><attr name="x" value="1"><sub/></attr><attr/></node>
      <edge source="a" target="b"><weight>3</weight></edge><note>x</note>
      """
    )
    #expect(
      try warnings(.graphml, text, name: "name") == [
        "unread-element: 2 elements <attr> left out: the format has none of that name",
        "unread-element: 1 element <weight> left out: the format has none of that name",
        "unread-element: 1 element <note> left out: the format has none of that name",
      ]
    )
  }

  @Test func `elements within a value, and what is said of the whole twice, are counted`() throws {
    let text = graphML(
      """
      <data key="g">一</data><data key="g">二</data>
      <node id="a"><data key="n">纱<i x="1"/><b>线</b></data></node>
      """
    )
    #expect(
      try warnings(.graphml, text, name: "name") == [
        "unread-field: 2 items of 'g' left out: it belongs to no node and no edge",
        "unread-element: 1 element within values of 'name' left out: of a value the text is read",
      ]
    )
  }

  // MARK: GEXF

  private func gexf(_ nodes: String, _ edges: String = "") -> String {
    """
    <gexf xmlns:viz="http://gexf.net/viz"><graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="产能"/></attributes>
    <nodes>\(nodes)</nodes><edges>\(edges)</edges></graph></gexf>
    """
  }

  @Test func `all fields of GEXF, times of values among them, are columns`() throws {
    let text = gexf(
      """
      <node id="a" label="纱" 级="一"><viz:color r="1"/><attvalues>
      <attvalue for="0" value="3" start="2020" end="2021"/></attvalues></node><node id="b" label="布"/>
      """,
      #"<edge source="a" target="b" weight="2" 备注="x"/>"#
    )
    #expect(
      try warnings(.graphml, text) == [
        "unmapped-column: 1 value of '级' left out", "unmapped-column: 1 value of '产能' left out",
        "unmapped-column: 1 value of '产能.end' left out",
        "unmapped-column: 1 value of '产能.start' left out",
        "unmapped-column: 1 value of 'weight' left out",
        "unmapped-column: 1 value of '备注' left out",
      ]
    )
  }

  @Test func `values without a value and elements that GEXF does not have are counted`() throws {
    let text = gexf(
      #"<node id="a" label="纱"><attvalues><attvalue for="0"/></attvalues><data>x</data></node>"#
    )
    #expect(
      try warnings(.graphml, text) == [
        "unread-element: 1 element <attvalue> left out: without a value, or of no node and no edge",
        "unread-element: 1 element <data> left out: the format has none of that name",
      ]
    )
  }

  // MARK: JSON

  private static let nodes = #""nodes": [{"id": "a", "name": "纱"}, {"id": "b", "name": "布"}]"#

  @Test func `numbers that are none, which Python writes, are counted`() throws {
    let text = """
      {\(Self.nodes), "edges": [{"source": "a", "target": "b", "w": NaN, "v": [-Infinity, 1]}]}
      """
    #expect(
      try warnings(.jsongraph, text, name: "name") == [
        "no-number: 2 NaN or Infinity left out: they are no number",
        "unmapped-column: 1 value of 'v' left out",
      ]
    )
  }

  @Test func `hyperedges by identity, and looks of categories, are counted`() throws {
    let text = """
      {\(Self.nodes), "edges": [], "hyperedges": {"h": {"nodes": ["a", "b"]}},
       "categories": [{"name": "产品", "itemStyle": {"color": "red"}}]}
      """
    #expect(
      try warnings(.jsongraph, text, name: "name") == [
        "hyperedges-left-out: 1 hyperedges are left out: a relation joins two nodes",
        "unread-field: 1 item of 'categories' left out: it belongs to no node and no edge",
      ]
    )
  }

  @Test func `fields within fields, mixed types and huge numbers are columns as they are written`()
    throws
  {
    let text = """
      {"nodes": [{"id": 12345678901234567890123, "name": "纱", "x": {"y": [1, {"z": true}], "e": {}}},
       {"id": 1e3, "name": "布", "x": "2024-01-01", "$price": 3}],
       "edges": [{"source": 12345678901234567890123, "target": 1e3}]}
      """
    #expect(
      try warnings(.jsongraph, text, name: "name") == [
        "unmapped-column: 1 value of 'x.y' left out",
        "unmapped-column: 1 value of 'x.y.z' left out",
        "unmapped-column: 1 value of 'x' left out", "unmapped-column: 1 value of '$price' left out",
      ]
    )
  }

  @Test func `an edge both ends of which are left out is one edge`() throws {
    let text = """
      {"nodes": [{"id": "a", "name": "纱", "k": 1}, {"id": "b", "name": "布"}, {"id": "c", "name": "丝"}],
       "edges": [{"source": "b", "target": "c"}, {"source": "a", "target": "b"},
                 {"source": "a", "target": "a"}]}
      """
    let sample = ImportSample(
      .jsongraph,
      ["f": text],
      mapping: """
        queries:
          - entities: {s: {kind: segment, filters: {k: "1"}, properties: {name: {column: name}}}}
          - relations: {r: {relation: supplies}}

        """
    )
    #expect(
      sample.warnings.filter { $0.hasPrefix("stray") } == [
        "stray-edges: 2 edges of 'r' left out: a node at an end is left out"
      ]
    )
  }

  // MARK: Tables

  @Test func `a column whose name begins with a dollar is the author's own`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "名,$价,$id,$label\n甲,1,2,3\n乙,,4,5\n"],
      mapping: "queries: [{entities: {s: {kind: segment, properties: {name: {column: 名}}}}}]\n"
    )
    #expect(
      sample.warnings == [
        "unmapped-column: 1 value of '$价' left out", "unmapped-column: 2 values of '$id' left out",
        "unmapped-column: 2 values of '$label' left out",
      ]
    )
  }

  @Test(arguments: [
    (ForeignGraph.Form.csv, "名称,产品\n", "there are names of columns, and no row"),
    (.jsongraph, #"{"nodes": [], "edges": []}"#, "there is no node and no edge"),
    (.graphml, "<graphml/>", "there is no node and no edge"),
    (.graphml, "<gexf><graph/></gexf>", "there is no node and no edge"),
  ])
  func `a file of nothing says so`(form: ForeignGraph.Form, text: String, message: String) {
    let foreign = ForeignGraph([.init(path: "f", bytes: Array(text.utf8))], form: form)
    #expect(foreign.diagnostics.map(\.code) == ["no-records"])
    #expect(foreign.diagnostics.map(\.message.en) == [message])
  }

  @Test func `blank rows above the names of columns are no title`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "\n,\n企业名称,产品\n甲厂,阀门\n"],
      mapping: """
        queries:
          - ignore_columns: [产品]
            entities: {f: {kind: enterprise, properties: {name: {column: 企业名称}}}}

        """
    )
    #expect(sample.warnings == [])
    #expect(try sample.facts().first == "enterprise 甲厂 [knowledge]")
  }

  @Test func `all places that a fact is cited at are kept`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "名,出处\n甲,三、五\n"],
      mapping: """
        queries:
          - source: {column: 出处, split: 、}
            entities: {s: {kind: segment, properties: {name: {column: 名}}}}

        """,
      head: ImportSample.head.replacing("basis: industry-knowledge\n", with: "  documents: [文]\n")
    )
    #expect(sample.imported().dataset?.graph.facts.first == "segment 甲 [文 三；五]")
  }
}

/// Files of other formats, and those given to the wrong command, are told for what they are.
struct FileNatureTests {
  private func fault(_ text: String, _ form: ForeignGraph.Form) -> Diagnostic? {
    let file = ForeignGraph.File(path: "f", bytes: Array(text.utf8))
    return ForeignGraph([file], form: form).diagnostics.first { $0.severity == .error }
  }

  @Test(arguments: [
    ("digraph { a -> b }", "DOT"), ("strict graph g {\n}", "DOT"), ("graph{a--b}", "DOT"),
    ("graph [\n  node [ id 1 ]\n]", "GML"), ("Creator \"yFiles\"\ngraph [\n]", "GML"),
    ("*Vertices 2\n1 \"a\"\n", "Pajek"), ("@prefix a: <b> .\n", "Turtle"),
    ("CREATE (a:Firm {name: '甲'})\n", "Cypher"), ("flowchart LR\n a --> b\n", "Mermaid"),
    ("nodedef>name VARCHAR\n", "GDF"),
  ])
  func `what no command reads is named, with what to do`(text: String, name: String) throws {
    for form in ForeignGraph.Form.allCases {
      let told = try #require(fault(text, form))
      #expect(told.code == "other-format" && told.message.en.contains(name), "\(form)")
      #expect(told.help?.en.contains("import graphml") == true)
    }
  }

  @Test func `a file for another command names that command`() {
    let texts: [(String, ForeignGraph.Form)] = [
      (#"{"nodes": []}"#, .jsongraph), ("\u{FEFF} [ {\"id\": 1} ]", .jsongraph),
      ("<?xml version='1.0'?><graphml/>", .graphml), ("<gexf><graph/></gexf>", .graphml),
    ]
    for (text, own) in texts {
      for form in ForeignGraph.Form.allCases where form != own {
        #expect(
          fault(text, form)?.help?.en == "read it with liantu import \(own.rawValue)",
          "\(text)"
        )
      }
      #expect(fault(text, own)?.code != "other-format", "\(text)")
    }
  }

  @Test func `a data set and a mapping need no import`() {
    for text in ["dataset:\n  title: x\n", "title: 试验\njurisdiction: 市\n"] {
      #expect(fault(text, .csv)?.code == "other-format")
    }
  }

  @Test(arguments: ["[序号],名\n1,甲\n", "title:string,名\n甲,1\n", "graph,名\n1,甲\n", "create,名\n1,2\n"])
  func `a table is a table, however its heading begins`(text: String) {
    #expect(fault(text, .csv) == nil)
  }
}
