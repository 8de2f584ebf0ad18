import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Every fault of the two tables, at its place, in chunks of any size.
struct BulkFaultTests {
  private static let header = ":START_ID,:END_ID,:TYPE\n"

  // MARK: Rows

  @Test func `a row has as many cells as the header`() throws {
    try expectTableFaults(
      "ragged-row",
      "ragged-row",
      "ragged-row",
      edges: Self.header + "⟦s1,s2⟧\n⟦s1,s2,supplies,⟧\n⟦⟧\ns1,s2,supplies\n"
    )
  }

  @Test func `a node's row has as many cells as the header`() throws {
    try expectTableFaults(
      "ragged-row",
      nodes: "id:ID,:LABEL,name\n⟦a,segment⟧\nb,segment,乙\n",
      edges: Self.header + "a,b,supplies\n"
    )
  }

  @Test(arguments: [
    "s1,s⟦\"⟧2,supplies", "s1,\"s2\"⟦x⟧,supplies", "s1,⟦\"⟧s2,supplies\ns2,s1,supplies",
    "s1,s2,supplies⟦\r⟧s2,s1,supplies", "s1,s⟦\0⟧2,supplies", "s1,\"s⟦\0⟧2\",supplies",
    "s1,\"s2\"⟦ ⟧,supplies", "s1,\"s2\"⟦x⟧\"\",supplies",
  ]) func `quotes, returns and zeros that break the table are told, and nothing behind them`(
    rows: String
  ) throws {
    try expectTableFaults("csv-syntax", edges: Self.header + "s2,s1,supplies\n" + rows + "\n")
  }

  @Test func `what stands behind a broken place is not read`() throws {
    try expectTableFaults(
      "unknown-relation",
      "csv-syntax",
      edges: Self.header + "s1,s2,⟦knows⟧\ns1,\"s2\"⟦x⟧,supplies\ns1,s2,likes\n"
    )
  }

  @Test func `a file that is not UTF-8 is told at the byte`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: "")
    let bytes = Array(Self.header.utf8) + Array("s1,s2,supplies\ns1,".utf8) + [0xFF]
    try folder.write(bytes + Array("2,supplies\ns1,s2,knows\n".utf8), to: "edges.csv")
    for chunkSize in [1, 10, 1 << 20] {
      let loaded = folder.load(chunkSize: chunkSize)
      #expect(loaded.diagnostics.map(\.code) == ["invalid-utf8"])
      #expect(loaded.diagnostics.first?.location?.range?.start.line == 3)
      #expect(loaded.diagnostics.first?.location?.range?.start.column == 4)
    }
  }

  @Test func `a row of more than a MiB is told`() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let folder = try DatasetFolder.tables(
      nodes: Tables.nodes,
      edges: Self.header + "s1,\"\(long)\n\(long)\",supplies\n"
    )
    #expect(folder.load(chunkSize: 1 << 16).diagnostics.map(\.code) == ["row-too-long"])
  }

  // MARK: Headers

  @Test func `headers are known, complete and not twice`() throws {
    try expectTableFaults(
      ExpectedFault("unknown-header", didYouMean: ":TYPE"),
      ExpectedFault("unknown-header", didYouMean: "source"),
      edges: ":START_ID,:END_ID,:TYPE,⟦:TYP⟧,⟦sorce⟧\n"
    )
    try expectTableFaults("missing-header", edges: "⟦:START_ID,:TYPE⟧\n")
    try expectTableFaults(
      "duplicate-header",
      "duplicate-header",
      edges: ":START_ID,:END_ID,:TYPE,⟦:TYPE⟧,open:boolean,⟦open:boolean⟧\n"
    )
    try expectTableFaults(
      "missing-header",
      nodes: "⟦id:ID,name⟧\n",
      edges: Self.header
    )
    try expectTableFaults(
      "unknown-header",
      nodes: "id:ID,:LABEL,name,⟦weight:double⟧\n",
      edges: Self.header
    )
  }

  @Test(arguments: [";", "\t", "，"])
  func `a table with other signs between its cells is told once`(_ sign: String) throws {
    try expectTableFaults(
      "other-separator",
      nodes: ["⟦id:ID", ":LABEL", "name⟧\na", "segment", "甲\n"].joined(separator: sign),
      edges: Self.header
    )
  }

  @Test(arguments: [(1_020, []), (1_021, ["too-many-columns"]), (90_000, ["too-many-columns"])])
  func `a header of very many columns is told`(_ more: Int, _ codes: [String]) throws {
    let header = "id:ID,:LABEL,name" + String(repeating: ",x:IGNORE", count: more) + "\n"
    let folder = try DatasetFolder.tables(nodes: header, edges: Self.header)
    #expect(folder.load().diagnostics.map(\.code) == codes)
  }

  @Test func `types are those of the ontology`() throws {
    try expectTableFaults(
      "wrong-type",
      "wrong-type",
      "wrong-type",
      "wrong-type",
      nodes: "id:ID,:LABEL,name,⟦aliases⟧,⟦capacity:double⟧,⟦count:string⟧,⟦titles:string⟧\n",
      edges: Self.header
    )
    for header in ["count:int", "count:long", "count", "date:date", "date:string", "level"] {
      let folder = try DatasetFolder.tables(
        nodes: "id:ID,:LABEL,name,\(header),x:IGNORE\n",
        edges: Self.header
      )
      #expect(folder.load().diagnostics == [], "\(header)")
    }
  }

  @Test func `a file of nothing has no header`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: "")
    #expect(folder.load().diagnostics.map(\.code) == ["empty-text"])
  }

  // MARK: Nodes

  @Test func `kinds are those of the ontology`() throws {
    try expectTableFaults(
      ExpectedFault("unknown-kind", didYouMean: "segment"),
      "unknown-kind",
      ExpectedFault("unknown-kind", didYouMean: "park"),
      nodes: "id:ID,:LABEL,name\na,⟦segmnt⟧,甲\nb,⟦segment;park⟧,乙\nc,⟦园区⟧,丙\n",
      edges: Self.header + "a,b,supplies\n"
    )
  }

  @Test func `a node has an identity of its own and a name`() throws {
    try expectTableFaults(
      "empty-text",
      "empty-text",
      "unprintable-text",
      "duplicate-identity",
      nodes: "id:ID,:LABEL,name\n⟦⟧,segment,甲\na,segment,⟦⟧\nb,segment,⟦x\u{7F}⟧\n⟦b⟧,segment,乙\n",
      edges: Self.header
    )
  }

  @Test func `a second bearer of an identity names the first`() throws {
    let folder = try DatasetFolder.tables(
      nodes: "id:ID,:LABEL,name\na,segment,甲\nb,segment,乙\na,segment,丙\n",
      edges: Self.header
    )
    let fault = try #require(folder.load(chunkSize: 5).diagnostics.first)
    #expect(fault.message.en.hasSuffix("nodes.csv:2:1"))
  }

  @Test func `values are of the type of the attribute, which the kind must have`() throws {
    try expectTableFaults(
      "bad-integer",
      "unknown-field",
      "bad-quantity",
      ExpectedFault("unknown-unit", didYouMean: "万元"),
      ExpectedFault("unknown-value", didYouMean: "在建"),
      "bad-flag",
      "bad-date",
      "empty-text",
      nodes: """
        id:ID,:LABEL,name,count:int,capacity:string,status:string,external:boolean,deadline:date,titles:string[]
        a,project,甲,⟦two⟧,,,,,
        b,segment,乙,⟦2⟧,,,,,
        c,project,丙,,⟦100⟧,,,,
        d,project,丁,,⟦100 万屯⟧,,,,
        e,project,戊,,,⟦再建⟧,,,
        f,enterprise,己,,,,⟦yes⟧,,
        g,task,庚,,,,,⟦2023-02-30⟧,
        h,leader,辛,,,,,,市长;⟦⟧

        """,
      edges: Self.header
    )
  }

  @Test func `where rows say what they rest on, each must`() throws {
    try expectTableFaults(
      "missing-source",
      "missing-field",
      "missing-field",
      "unknown-reference",
      "unknown-reference",
      "unknown-word",
      nodes: """
        id:ID,:LABEL,name,source,place,basis
        d,document,意见,d,序言,
        a,segment,⟦甲⟧,,,
        b,segment,乙,⟦d⟧,,document
        c,segment,丙,⟦⟧,一,
        e,segment,丁,⟦x⟧,一,
        f,segment,戊,⟦a⟧,一,
        g,segment,己,,,⟦hearsay⟧
        h,segment,庚,x,二,

        """,
      edges: Self.header
    )
  }

  // MARK: Relations

  @Test func `ends are identities of nodes`() throws {
    try expectTableFaults(
      ExpectedFault("unknown-reference", didYouMean: "s1"),
      "empty-text",
      edges: Self.header + "s1,⟦s11⟧,supplies\n⟦⟧,s2,supplies\n"
    )
  }

  @Test func `relations are those of the ontology, between kinds that it allows`() throws {
    try expectTableFaults(
      ExpectedFault("unknown-relation", didYouMean: "supplies"),
      "forbidden-relation",
      "forbidden-relation",
      "bad-flag",
      edges:
        ":START_ID,:END_ID,:TYPE,open\ns1,s2,⟦suplies⟧,\n⟦c⟧,⟦d⟧,supplies,\ns1,s2,supplies,⟦no⟧\n"
    )
  }

  @Test func `a relation stands once`() throws {
    try expectTableFaults(
      "duplicate-relation",
      edges: Self.header + "s1,s2,supplies\ns2,s1,supplies\n⟦s1,s2,supplies⟧\n"
    )
  }

  @Test func `parts go round in no circle`() throws {
    try expectTableFaults(
      "containment-cycle",
      nodes: Tables.nodes.replacing("s1,segment", with: "⟦s1⟧,segment"),
      edges: Self.header + "s1,s2,partOf\ns2,s1,partOf\n"
    )
  }

  // MARK: The folder

  @Test func `one table alone misses the other`() throws {
    for file in ["nodes.csv", "edges.csv"] {
      let folder = try DatasetFolder([file: "id:ID,:LABEL,name\n"])
      let diagnostics = folder.load().diagnostics
      #expect(diagnostics.map(\.code) == ["missing-file"])
      #expect(diagnostics.first?.help?.en.contains("go together") == true)
    }
  }

  @Test func `entries of YAML beside the tables are refused, not passed over`() throws {
    let folder = try DatasetFolder.tables(
      nodes: Tables.nodes,
      edges: Tables.edges,
      ["projects.yaml": "project: []\n"]
    )
    #expect(folder.load().diagnostics.map(\.code) == ["mixed-forms"])
  }

  @Test func `a pipe or a folder in place of a table is unreadable`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: Tables.edges)
    try folder.write("", to: "edges.csv.d/x")
    #expect(folder.load().dataset != nil)
    let other = try DatasetFolder(["nodes.csv": Tables.nodes, "edges.csv/x": ""])
    #expect(other.load().diagnostics.map(\.code) == ["unreadable-file"])
  }

  @Test(arguments: [5, 1 << 20]) func `no more than five hundred faults are told, the first ones`(
    chunkSize: Int
  ) throws {
    let rows = (0..<600).map { "s1,s2,knows\($0)\n" }.joined()
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: Self.header + rows)
    let diagnostics = folder.load(chunkSize: chunkSize).diagnostics
    #expect(diagnostics.count == 501)
    #expect(diagnostics.first?.code == "too-many-faults")
    #expect(diagnostics.last?.location?.range?.start.line == 501)
  }
}
