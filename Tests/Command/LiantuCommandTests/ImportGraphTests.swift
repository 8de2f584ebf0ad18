import Foundation
import Testing

/// `liantu import graphml|jsongraph|csv` as people use it.
struct ImportGraphTests {
  private static let table = "产品,下游\n纱线,面料\n面料,成衣\n"
  private static let mapping = """
    dataset: {title: 泳装, jurisdiction: 葫芦岛市, language: zh, date: 2024}
    basis: industry-knowledge
    queries:
      - entities:
          product: {kind: segment, properties: {name: {column: 产品}, supplies: {entity: next}}}
          next: {kind: segment, properties: {name: {column: 下游}}}

    """

  private func folder() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(Self.table, to: "t.csv")
    try liantu.write(Self.mapping, to: "m.yaml")
    return liantu
  }

  @Test func `a table and a mapping become a data set that every command opens`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let outcome = try liantu("import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "out")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.text.contains("t.csv: 2 rows"))
    #expect(outcome.text.contains("2 relations: supplies 2"))
    #expect(outcome.text.hasSuffix("written to out\n"))
    #expect(try liantu("check", "--dataset", "out").status == 0)
    let rows = try liantu("upstream", "成衣", "--dataset", "out", "--format", "csv").text
    #expect(rows.contains("面料") && rows.contains("纱线"))
  }

  @Test func `a draft works as it is, and a wrong mapping writes nothing`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let draft = try liantu("import", "csv", "t.csv")
    #expect(draft.status == 0 && draft.text.contains("queries:"))
    #expect(try liantu("import", "csv", "t.csv", "--draft-mapping").output == draft.output)
    try liantu.write(draft.text, to: "draft.yaml")
    #expect(try liantu("import", "csv", "t.csv", "--mapping", "draft.yaml", "-o", "a").status == 0)
    try liantu.write(Self.mapping.replacing("产品", with: "产吕"), to: "m.yaml")
    let wrong = try liantu("import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "b")
    #expect(wrong.status == 1 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("m.yaml:5:"))
    #expect(wrong.errors.contains("error[unknown-column]"))
    #expect(wrong.errors.contains("did you mean '产品'?"))
    #expect(try liantu.leftBehind() == ["a", "draft.yaml", "m.yaml", "t.csv"])
  }

  @Test func `what is left out is told, and the data set written all the same`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    try liantu.write("产品,下游,注\n纱线,面料,好\n", to: "t.csv")
    let outcome = try liantu(
      "import",
      "csv",
      "t.csv",
      "--mapping",
      "m.yaml",
      "-o",
      "out",
      "--lang",
      "zh"
    )
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("t.csv:1:7: 警告[unmapped-column]: “注”列的 1 个值没有取"))
    #expect(outcome.text.contains("已写入 out"))
  }

  @Test func `wrong use is told as such`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    #expect(try liantu("import", "csv", "t.csv", "--mapping", "m.yaml").status == 2)
    #expect(try liantu("import", "csv", "t.csv", "-o", "out").status == 2)
    #expect(try liantu("import", "csv", "t.csv", "--draft-mapping", "-o", "out").status == 2)
    #expect(try liantu("import", "csv", "none.csv").status == 3)
    #expect(try liantu("import", "csv", ".").status == 4)
    #expect(try liantu("import", "graphml", "t.csv").status == 1)
    try liantu.write("x", to: "full/x")
    let full = try liantu("import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "full")
    #expect(full.status == 2 && full.errors.contains("not empty"))
  }

  @Test func `kinds of one's own come with an ontology`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    try liantu.write(
      "kinds:\n  university:\n    label: {zh: 高校, en: university}\n",
      to: "ontology.yaml"
    )
    try liantu.write("名\n甲大学\n", to: "t.csv")
    try liantu.write(
      """
      dataset: {title: 高校, jurisdiction: 葫芦岛市, language: zh, date: 2024}
      basis: industry-knowledge
      queries: [{entities: {u: {kind: university, properties: {name: {column: 名}}}}}]

      """,
      to: "m.yaml"
    )
    let words = ["import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "out"]
    #expect(try liantu.run(words).status == 1)
    #expect(try liantu.run(words + ["--ontology", "ontology.yaml"]).status == 0)
    #expect(try liantu("show", "甲大学", "--dataset", "out").status == 0)
  }

  @Test(arguments: ["graphml", "jsongraph"])
  func `what was exported comes back without a mapping`(form: String) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("export", form, "-o", "g").status == 0)
    let outcome = try liantu("import", form, "g", "-o", "back")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let again = try liantu("export", form, "-o", "h", "--dataset", "back")
    #expect(again.status == 0)
    let stats = try liantu("stats", "--format", "json").output
    #expect(try liantu("stats", "--format", "json", "--dataset", "back").output == stats)
  }

  @Test func `tables of a data set become YAML, and an import may become tables`() throws {
    let liantu = try folder()
    defer { liantu.remove() }
    let words = ["import", "csv", "t.csv", "--mapping", "m.yaml", "-o", "out", "--tables"]
    #expect(try liantu.run(words).status == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: liantu.folder.appending(path: "out").path
    )
    #expect(names.sorted() == ["dataset.yaml", "edges.csv", "nodes.csv"])
    let back = try liantu("import", "csv", "out/nodes.csv", "out/edges.csv", "-o", "yaml")
    #expect(back.status == 0 && back.errors.isEmpty)
    #expect(back.text.contains("2 relations: supplies 2"))
    let stats = try liantu("stats", "--format", "json", "--dataset", "out").output
    #expect(try liantu("stats", "--format", "json", "--dataset", "yaml").output == stats)
  }
}
