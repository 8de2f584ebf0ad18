import Foundation
import Testing

/// A data set of two tables, through the command.
struct TableTests {
  private static let nodes = """
    id:ID,:LABEL,name
    a,segment,纱线
    b,segment,面料
    c,cluster,泳装产业集群
    e,enterprise,锦西石化
    d,document,摸排报告

    """
  private static let edges = """
    :START_ID,:END_ID,:TYPE,source,place,basis
    a,c,partOf,,,industry-knowledge
    b,c,partOf,,,industry-knowledge
    a,b,supplies,,,industry-knowledge
    e,b,operatesIn,d,一,document
    d,a,statesLacking,d,二,document

    """

  private func liantu(edges: String = Self.edges) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(Self.nodes, to: "tables/nodes.csv")
    try liantu.write(edges, to: "tables/edges.csv")
    return liantu
  }

  @Test func `commands open two tables as they open YAML`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    for folder in ["tables", "tables/", "tables/nodes.csv"] {
      let outcome = try liantu("gaps", "--dataset", folder, "--format", "csv", "--lang", "zh")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      // The one is said to be lacking, the other has a firm.
      let rows = outcome.text.split(separator: "\r\n").dropFirst()
      #expect(rows.count == 1 && rows.allSatisfy { $0.contains("纱线") }, "\(outcome.text)")
    }
    let query = try liantu(
      "query",
      "上游(面料)",
      "--dataset",
      "tables",
      "--output",
      "ids",
      "--lang",
      "zh"
    )
    #expect(query.text == "a\n", "\(query.errors)")
  }

  @Test func `a fault of a table is shown with its line and a caret`() throws {
    let liantu = try liantu(edges: Self.edges.replacing("e,b,operates", with: "e,面料,operates"))
    defer { liantu.remove() }
    let outcome = try liantu("check", "--dataset", "tables", "--lang", "en")
    #expect(outcome.status == 1)
    #expect(
      outcome.text.hasPrefix(
        """
        tables/edges.csv:5:3: error[unknown-reference]: nodes.csv has no node with the identity '面料'
           5 | e,面料,operatesIn,d,一,document
             |   ^~~~

        """
      ),
      "\(outcome.text)"
    )
  }

  @Test func `a folder without either is no data set`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("", to: "empty/x")
    let outcome = try liantu("stats", "--dataset", "empty", "--lang", "en")
    #expect(outcome.status == 3 && outcome.errors.contains("nodes.csv"))
  }
}
