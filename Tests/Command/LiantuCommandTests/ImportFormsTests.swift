import Foundation
import Testing

/// `liantu import` of what other programs wrote: what is left out on request, and what a file is that
/// a command cannot take.
struct ImportFormsTests {
  private static let mapping = """
    dataset: {title: 泳装, jurisdiction: 葫芦岛市, language: zh, date: 2024}
    basis: industry-knowledge
    queries:
      - entities: {s: {kind: segment, properties: {name: {column: name}}}}
      - relations: {r: {relation: supplies}}

    """

  private func folder(_ edges: String) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    let nodes = #""nodes": [{"id": "a", "name": "纱"}, {"id": "b", "name": "布"}]"#
    try liantu.write("{\(nodes), \"edges\": [\(edges)], \"notes\": [1, 2]}", to: "g.json")
    try liantu.write(Self.mapping, to: "m.yaml")
    return liantu
  }

  @Test func `parallel edges and ends that lead nowhere are left out on request, with counts`()
    throws
  {
    let liantu = try folder(
      #"{"source": "a", "target": "b"}, {"source": "a", "target": "b"}, {"source": "a", "target": "warehouse"}"#
    )
    defer { liantu.remove() }
    let words = ["import", "jsongraph", "g.json", "--mapping", "m.yaml", "-o", "out"]
    let refused = try liantu.run(words)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--parallel-once"))
    #expect(refused.errors.contains("--skip-unresolved"))
    let taken = try liantu.run(words + ["--parallel-once", "--skip-unresolved"])
    #expect(taken.status == 0)
    #expect(taken.text.contains("1 repeated relations taken once"))
    #expect(taken.text.contains("1 relations: supplies 1"))
    #expect(taken.errors.contains("1 edge of 'r' left out"))
    #expect(taken.errors.contains("2 items of 'notes' left out"))
  }

  @Test func `names that look like others are told at the import`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("name\n纱\n纱\u{200B}\n", to: "t.csv")
    try liantu.write(
      Self.mapping.replacing("  - relations: {r: {relation: supplies}}\n", with: ""),
      to: "m.yaml"
    )
    let taken = try liantu("import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "out")
    #expect(taken.status == 0 && taken.errors.contains("look-alike-name"), "\(taken.errors)")
    #expect(taken.errors.contains("U+200B"))
  }

  @Test func `what no command reads is refused with what to do`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("digraph { a -> b }", to: "g.dot")
    for form in ["graphml", "jsongraph", "csv"] {
      let outcome = try liantu("import", form, "g.dot", "--draft-mapping", "--lang", "en")
      #expect(outcome.status == 1 && outcome.errors.contains("this is DOT"), "\(form)")
      #expect(outcome.errors.contains("liantu import graphml"))
    }
  }

  @Test func `a draft comes with what is never read`() throws {
    let liantu = try folder(#"{"source": "a", "target": "b"}"#)
    defer { liantu.remove() }
    let draft = try liantu("import", "json", "g.json", "--draft-mapping")
    #expect(draft.status == 0 && draft.text.contains("queries:"))
    #expect(draft.errors.contains("2 items of 'notes' left out"))
  }

  @Test(arguments: [
    ("a.xls", "import csv"), ("a.xlsx", "import workbook"), ("a.csv", "import csv"),
    ("a.json", "import jsongraph"), ("a.gexf", "import graphml"),
  ])
  func `a file that is no data set says which command takes it`(file: String, command: String)
    throws
  {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("nothing of ours, and long enough for a header of a snapshot", to: file)
    let outcome = try liantu("check", "--dataset", file)
    #expect(outcome.status == 1)
    #expect((outcome.text + outcome.errors).contains(command))
  }
}
