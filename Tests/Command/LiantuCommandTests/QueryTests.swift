import Foundation
import Testing

struct QueryTests {
  private func object(_ outcome: Liantu.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test func `rows have identity, kind and name; of ways, length and nodes`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let set = try object(try liantu("query", "上游(成衣)", "--output", "json"))
    #expect(set["command"] as? String == "query" && set["count"] as? Int == 3)
    let rows = try #require(set["rows"] as? [[String: String]])
    #expect(rows.map { $0["id"] } == ["segment:纱线", "segment:面料", "enterprise:锦西石化"])
    #expect(rows.allSatisfy { Set($0.keys) == ["id", "kind", "name"] })
    let ways = try object(try liantu("query", "path(纱线, 成衣)", "--output", "json"))
    let way = try #require((ways["rows"] as? [[String: Any]])?.first)
    #expect(way["length"] as? Int == 2)
    #expect(way["nodes"] as? [String] == ["segment:纱线", "segment:面料", "segment:成衣"])
  }

  @Test func `identities, numbers, pictures and lists come out as asked`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(
      try liantu("query", "上游(成衣, flow)", "--output", "ids").text == "segment:纱线\nsegment:面料\n"
    )
    #expect(try liantu("query", "上游(成衣, flow)", "--output", "count").text == "2\n")
    #expect(
      try liantu("query", "path(纱线, 面料)", "--output", "ids").text == "segment:纱线\tsegment:面料\n"
    )
    #expect(try liantu("query", "上游(成衣)", "--output", "dot").text.hasPrefix("digraph"))
    #expect(try liantu("query", "上游(成衣)", "--output", "svg").text.contains("<svg"))
    for name in ["a.svg", "a.dot", "a.csv", "a.xlsx", "a.json", "a.html"] {
      let outcome = try liantu("query", "上游(成衣)", "-o", name)
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(name): \(outcome.errors)")
    }
    #expect(try liantu.leftBehind().count == 6)
  }

  @Test func `an explanation says the query as a sentence and the steps with their sizes`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let table = try liantu("query", "上游(成衣) & 企业", "--explain", "--lang", "zh").text
    #expect(table.contains("供给“成衣”的环节（不限步数），以及这些环节上的企业和项目"))
    let json = try object(
      try liantu("query", "上游(成衣) & 企业", "--explain", "--output", "json", "--lang", "en")
    )
    let sentence = try #require(json["sentence"] as? String)
    #expect(sentence.contains("the segments that feed '成衣' in any number of steps"))
    let plan = try #require(json["plan"] as? [[String: Any]])
    #expect(plan.map { $0["size"] as? Int } == [3, 1, 1])
    #expect(plan.last?["expression"] as? String == "upstream(成衣) & 企业")
    #expect(json["count"] as? Int == 1)
  }

  @Test func `an expression is formatted in either language without a data set`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let words = ["query", "缺链( 泳装 )＆downstream(化纤)", "--format-expression", "--lang"]
    #expect(try liantu.run(words + ["en"]).text == "gaps(泳装) & downstream(化纤)\n")
    #expect(try liantu.run(words + ["zh"]).text == "缺链(泳装) & 下游(化纤)\n")
    #expect(try liantu("query", "a (", "--format-expression").status == 1)
  }

  @Test(
    arguments: [
      (["上游(成衣"], 1, "expected ')'"), (["upstrem(成衣)"], 1, "did you mean 'upstream'"),
      (["成衣群"], 3, "unknown-name"), (["maybe(成衣群)"], 0, ""), (["产业集群 & maybe(企业:无)"], 0, ""),
      (["'"], 1, "unclosed-quote"), ([""], 1, "empty-query"), (["集群"], 1, "ambiguous-name"),
      (["成衣", "--output", "jpg"], 2, "jpg"), (["成衣", "面料"], 2, "面料"), ([], 2, "expr"),
      (["成衣", "--explain", "--output", "svg"], 2, "--explain"),
      (["maybe(无)", "--output", "svg"], 3, "nothing to draw"),
      (["成衣", "-o", "missing/a.json"], 4, "missing/a.json"),
    ] as [([String], Int32, String)]
  )
  func `the exit code tells what is wrong`(_ words: [String], _ code: Int32, _ told: String) throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu.run(["query"] + words + ["--lang", "en"])
    #expect(outcome.status == code, "\(words): \(outcome.errors)")
    #expect(code == 0 || outcome.output.isEmpty)
    #expect(
      told.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(told),
      "\(outcome.errors)"
    )
  }

  @Test func `a fault has its caret under the expression, in cells`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("query", "上游(成衣) & 面科", "--lang", "zh")
    #expect(
      outcome.errors == """
        query:1:10: 错误[unknown-name]: 没有名为“面科”的对象
           1 | 上游(成衣) & 面科
             |              ^~~~
          = 建议: 是否要写“面料”？

        """
    )
  }

  @Test func `named queries are used by name, and their faults are told where they stand`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write(
      "queries:\n  - {name: 前段, expression: \"上游(成衣, flow)\"}\n",
      to: "Data/little/queries.yaml"
    )
    #expect(try liantu("query", "前段 & 面料", "--output", "ids").text == "segment:面料\n")
    let explained = try liantu("query", "前段", "--explain", "--lang", "zh").text
    #expect(explained.contains("求：命名查询“前段”的结果，即经“流动”逐步通到“成衣”的对象（不限步数）。"))
    #expect(try liantu("check").status == 0)
    try liantu.write(
      "queries:\n  - name: 前段\n    expression: 上游(成依)\n  - {name: 甲乙, expression: 前段 + 甲乙}\n",
      to: "Data/little/queries.yaml"
    )
    let check = try liantu("check", "--lang", "en")
    #expect(check.status == 1)
    #expect(check.text.contains("queries.yaml:3:20: error[unknown-name]"))
    #expect(check.text.contains("queries.yaml:4:33: error[query-cycle]"))
    let asked = try liantu("query", "前段", "--lang", "en")
    #expect(asked.status == 3 && asked.errors.contains("queries.yaml:3:20"))
    #expect(asked.errors.contains("^~~~"))
    #expect(try liantu("stats").status == 0)
  }

  @Test func `what the loss of a node changes is told with the parties`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let impact = try object(try liantu("impact", "锦西石化", "--format", "json"))
    let rows = try #require(impact["rows"] as? [[String: Any]])
    #expect(
      rows.map { $0["id"] as? String } == [
        "segment:成衣", "segment:面料", "cluster:泳装产业集群", "department:局", "leader:甲",
      ]
    )
    let effects = rows.map { $0["effects"] as? [String] ?? [] }
    #expect(effects == [["loses"], ["verdict"], ["completeness"], ["told"], ["told"]])
    // Two of three are known to be here, and the third is said to be lacking; of the one whose firm is
    // gone nothing is known.
    let range = ["all": 3, "surveyed": 0, "most": 2]
    #expect(rows[2]["before"] as? [String: Int] == range.merging(["least": 2]) { $1 })
    #expect(rows[2]["after"] as? [String: Int] == range.merging(["least": 1]) { $1 })
    #expect(try liantu("draw", "impact", "锦西石化", "-o", "a.svg").status == 0)
    #expect(try liantu("list", "impact", "锦西石化").status == 0)
    #expect(try liantu("impact", "泳装产业集群").status == 3)
    #expect(try liantu("impact").status == 2)
  }

  @Test func `a word of former states says what replaced it`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for (word, instead) in [("weak", "single"), ("planned", "wanted"), ("strong", "many")] {
      let outcome = try liantu("query", "verdict(泳装, \(word))", "--lang", "en")
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(word)")
      #expect(outcome.errors.contains("it can be: \(instead)"), "\(outcome.errors)")
    }
    #expect(try liantu("query", "verdict(泳装, lacking)", "--output", "ids").text == "segment:纱线\n")
  }

  /// bash and zsh hand over the quote and the backslashes of a word, fish does not.
  @Test(
    arguments: [
      ("bash", "'上游(成", "上游(成衣"), ("zsh", "'上游(成", "上游(成衣"), ("zsh", "\"上游(成", "上游(成衣"),
      ("zsh", "上游\\(成", "上游(成衣"), ("fish", "上游(成", "上游(成衣"),
      ("zsh", "'a & (企业:锦", "a & (企业\\:锦西石化"),
    ]
  )
  func `words are completed as each shell hands them over`(
    _ shell: String,
    _ typed: String,
    _ completed: String
  ) throws {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    // zsh counts to the first space alone.
    let cursor = typed.prefix { $0 != " " }.count
    let words = [
      "---completion", "query", "--", "positional@0", "2", "\(cursor)", "liantu", "query", typed,
    ]
    liantu.environment["SAP_SHELL"] = shell
    let outcome = try liantu.run(words)
    let offered = outcome.text.split(separator: "\n").map(String.init)
    #expect(offered.contains(completed), "\(outcome.errors) \(outcome.text)")
  }

  @Test func `the loss of a node is asked with completed names`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let words = [
      "---completion", "impact", "--", "positional@0", "2", "1", "liantu", "impact", "锦",
    ]
    #expect(try liantu.run(words).text.contains("锦西石化"))
  }

  @Test func `the shell completes functions and names`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let script = try liantu("--generate-completion-script", "bash")
    #expect(script.status == 0 && script.text.contains("query"))
    let words = [
      "---completion", "query", "--", "positional@0", "2", "4", "liantu", "query", "upst",
    ]
    let outcome = try liantu.run(words)
    #expect(outcome.text.contains("upstream("), "\(outcome.errors) \(outcome.text)")
  }
}
