import Bilingual
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel
import TestSupport
import Testing

/// What a word that stands alone means.
struct NameTests {
  @Test func `names, identities, aliases, fragments, initials and patterns mean nodes`() throws {
    let sketch = try ChainSketch {
      $0.enterprise("锦西石化", worksIn: "炼油")
      $0.enterprise("锦西天然气", worksIn: "制气")
      $0.project("锦西石化技改项目", fills: "炼油")
    }.sketched()
    #expect(try sketch.query("锦西石化") == ["锦西石化"])
    #expect(try sketch.query("enterprise:锦西石化") == ["锦西石化"])
    #expect(try sketch.query("企业：锦西石化") == ["锦西石化"])
    #expect(try sketch.query("企业:\"锦西 石化\"") == ["锦西石化"])
    #expect(try sketch.query("技改") == ["锦西石化技改项目"])
    #expect(try sketch.query("jxsh") == ["锦西石化"])
    #expect(try sketch.query("锦西*") == ["锦西天然气", "锦西石化", "锦西石化技改项目"])
    #expect(try sketch.query("项目:锦西*") == ["锦西石化技改项目"])
    #expect(try sketch.query("锦西??") == ["锦西石化"])
    #expect(throws: QueryFaults.self) { try sketch.query("\"锦西*\"") }
  }

  @Test func `a kind that stands alone is all of it, unless a node bears that name`() throws {
    let plain = try ChainSketch { $0.enterprise("甲厂", worksIn: "炼油") }.sketched()
    #expect(try plain.query("企业") == ["甲厂"])
    #expect(try plain.query("enterprise") == ["甲厂"])
    #expect(try plain.query("缺链") == [])
    #expect(throws: QueryFaults.self) { try plain.query("\"企业\"") }
    let named = try ChainSketch {
      $0.enterprise("甲厂", worksIn: "炼油")
      $0.enterprise("企业", worksIn: "炼油")
    }.sketched()
    #expect(try named.query("企业") == ["企业"])
    #expect(try named.query("kind(企业)") == ["企业", "甲厂"])
    #expect(try named.query("enterprise") == ["企业", "甲厂"])
  }

  @Test func `a variable hides a name as far as its let reaches`() throws {
    let sketch = try ChainSketch { $0.flow("纱", "布", "衣") }.sketched()
    #expect(try sketch.query("let 衣 = 布 in 上游(衣)") == ["纱"])
    #expect(try sketch.query("let x = 纱 in (let x = 布 in x) + x") == ["布", "纱"])
    #expect(try sketch.query("let x = 纱 in let y = x + 布 in y & 布") == ["布"])
    #expect(throws: QueryFaults.self) { try sketch.query("(let x = 纱 in x) + x") }
  }

  @Test func `upstream brings who stands on the segments, and actors stand for theirs`() throws {
    let sketch = try ChainSketch {
      $0.cluster("集群", of: "布")
      $0.flow("纱", "布", "衣")
      $0.enterprise("甲", worksIn: "纱")
      $0.enterprise("乙", worksIn: "衣")
      $0.project("丙", fills: "布")
      $0.enterprise("丁")
      $0.link(.builds, $0.node(.enterprise, "丁"), $0.node(.project, "丙"))
    }.sketched()
    #expect(try sketch.query("上游(衣)") == ["布", "纱", "丁", "甲", "丙"])
    #expect(try sketch.query("上游(衣) & 企业") == ["丁", "甲"])
    #expect(try sketch.query("上游(衣, flow)") == ["布", "纱"])
    #expect(try sketch.query("上游(乙) & segment") == ["布", "纱"])
    #expect(try sketch.query("下游(甲)") == ["布", "衣", "丁", "乙", "丙"])
    #expect(try sketch.query("下游(集群)") == ["衣", "乙"])
  }

  @Test func `responsibility reaches what lies inside, by the nearest statement`() throws {
    let sketch = try ChainSketch {
      $0.part(.project, "项目甲", of: "任务")
      $0.part(.project, "项目乙", of: "旁的任务")
      $0.item("任务", .accountable, "市长")
      $0.item("项目甲", .lead, "局")
    }.sketched()
    let question = "kind(project) - downstream(kind(leader), responsibility)"
    #expect(try sketch.query(question) == ["项目乙"])
    #expect(try sketch.query("project - follow(leader, responsibility)") == ["项目乙", "项目甲"])
  }

  @Test func `named queries build on one another`() throws {
    let sketch = try ChainSketch { $0.flow("纱", "布", "衣") }.sketched()
    let dataset = sketch.graph.dataset([
      NamedQuery(name: "前段", expression: "上游(布)"),
      NamedQuery(name: "两段", expression: "前段 + 布"),
    ])
    #expect(dataset.queryFaults().isEmpty)
    let result = try dataset.evaluate("两段 + 前段")
    #expect(sketch.names(result.nodes) == ["布", "纱"])
    #expect(result.sentence.en.contains("what the query '两段' finds"))
  }

  @Test func `faults of named queries point into their file`() throws {
    let sketch = try ChainSketch { $0.flow("纱", "布", "衣") }.sketched()
    func query(_ name: String, _ expression: String, _ line: Int) -> NamedQuery {
      let start = SourcePosition(line: line, column: 17)
      let place = Diagnostic.Location(path: "q.yaml", range: SourceRange(start: start))
      return NamedQuery(name: name, expression: expression, place: place, start: start)
    }
    let dataset = sketch.graph.dataset([
      query("圆", "环 + 纱", 1), query("环", "纱 & 圆", 2), query("错", "上游(沙纱线)", 3),
      query("企业", "纱", 4), query("布", "纱", 5), query("a b", "纱", 6), query("坏", "(", 7),
      query("gaps", "纱", 8),
    ])
    let faults = dataset.queryFaults()
    #expect(
      faults.map(\.code) == [
        "query-cycle", "query-cycle", "unknown-name", "query-name-taken", "query-name-taken",
        "bad-query-name", "expected-operand", "query-name-taken",
      ]
    )
    #expect(faults.allSatisfy { $0.location?.path == "q.yaml" })
    let starts = faults.compactMap { $0.location?.range?.start }
    #expect(starts[0] == SourcePosition(line: 2, column: 21))
    #expect(starts[2] == SourcePosition(line: 3, column: 20))
    #expect(faults[0].message.en.hasSuffix("圆 → 环 → 圆"))
    let error = #expect(throws: QueryFaults.self) { try dataset.evaluate("错 + 纱") }
    #expect(error?.diagnostics.first?.location?.path == "q.yaml")
  }

  @Test func `a long chain of named queries is a fault`() throws {
    let sketch = try ChainSketch { $0.flow("纱", "布") }.sketched()
    let queries = (0..<2_000).map { NamedQuery(name: "q\($0)q", expression: "q\($0 + 1)q") }
    let error = #expect(throws: QueryFaults.self) {
      try sketch.graph.dataset(queries).evaluate("q0q")
    }
    #expect(error?.diagnostics.first?.code == "queries-too-deep")
  }

  @Test func `a word that is being typed is completed by functions, kinds, queries and names`()
    throws
  {
    let sketch = try ChainSketch {
      $0.flow("锦纶", "锦纶布", "衣 服")
      $0.enterprise("锦西石化", worksIn: "锦纶")
    }.sketched()
    let dataset = sketch.graph.dataset([NamedQuery(name: "锦的", expression: "锦*")])
    #expect(dataset.completions(of: "ups") == ["upstream("])
    #expect(
      dataset.completions(of: "上游(锦") == ["锦的", "锦纶", "锦纶布", "锦西石化"].map { "上游(" + $0 }
    )
    #expect(dataset.completions(of: "a & 衣") == ["a & \"衣 服\""])
    #expect(dataset.completions(of: "a & \"衣") == ["a & \"衣 服\""])
    #expect(dataset.completions(of: "上游(企业:锦") == ["上游(企业:锦西石化"])
    #expect(dataset.completions(of: "企业＋锦西") == ["企业＋锦西石化"])
    #expect(dataset.completions(of: "segment:衣") == ["segment:\"衣 服\""])
    #expect(dataset.completions(of: "", limit: 5).count == 5)
    #expect(dataset.nameCompletions(of: "锦") == ["锦纶", "锦纶布", "锦西石化"])
    #expect(dataset.nameCompletions(of: "锦", among: [.enterprise]) == ["锦西石化"])
  }
}
