import ChainModel
import ChainQueries
import TestSupport
import Testing

/// Each fault has its caret where ⟦ ⟧ stand.
struct FaultTests {
  private let graph: ChainGraph

  init() throws {
    graph = try ChainSketch {
      $0.cluster("泳装集群", of: "面料", "泳装")
      $0.cluster("造船集群")
      $0.flow("化纤", "面料", "泳装")
      $0.enterprise("大华", worksIn: "面料")
      $0.project("大华二期", fills: "化纤", status: "building")
      $0.item("任务一", .lead, "工信局")
    }.graph()
  }

  @Test(
    arguments: [
      ("⟦⟧", "empty-query"),
      ("⟦上遊⟧(面料)", "unknown-function"), ("面料 & ⟦面科⟧", "unknown-name"),
      ("⟦大⟧", "ambiguous-name"), ("⟦再*⟧", "unknown-name"), ("面料 ⟦泳装⟧", "expected-operator"),
      ("面料 &⟦⟧", "expected-operand"), ("上游(面料⟦⟧", "expected-symbol"),
      ("⟦\"⟧面料", "unclosed-quote"), ("⟦between⟧(面料)", "argument-count"),
      ("upstream(面料, 2, ⟦flou⟧)", "unknown-word"), ("upstream(面料, ⟦0⟧)", "bad-number"),
      ("upstream(面料, ⟦上游⟧(泳装))", "bad-argument"), ("kind(⟦企页⟧)", "unknown-word"),
      ("owners(面料, ⟦leed⟧)", "unknown-word"), ("where(项目, ⟦状太⟧ = 在建)", "unknown-word"),
      ("where(项目, status = ⟦在健⟧)", "unknown-word"), ("where(项目, ⟦status⟧)", "not-a-flag"),
      ("where(项目, 规模 > 20 ⟦万千佤⟧)", "unknown-unit"), ("where(项目, 规模 > ⟦20⟧)", "wrong-value"),
      ("where(项目, ⟦status⟧ ~ 在建)", "wrong-operator"), ("where(项目, ⟦,⟧)", "expected-attribute"),
      ("where(项目, status = ⟦)⟧", "expected-value"), ("where(项目, deadline < ⟦明天⟧)", "wrong-value"),
      ("面料 + ⟦let⟧ x = 泳装 in x", "let-inside"), ("⟦in⟧", "reserved-word"),
      ("let x = 面料 ⟦x⟧", "expected-symbol"), ("面料 ⟦!⟧ 泳装", "unexpected-character"),
      ("⟦impact⟧(泳装集群)", "not-removable"), ("面料⟦)⟧", "expected-symbol"),
      ("led-by(⟦泳装集群⟧)", "no-party"), ("职责(⟦企业⟧, lead)", "no-party"),
      ("led-by(⟦大华*⟧) & 项目", "no-party"), ("upstream(面料, ⟦-⟧1)", "bad-number"),
      ("upstream(面料, ⟦1.5⟧)", "bad-number"), ("paths(面料, 泳装, ⟦０⟧)", "bad-number"),
      ("⟦面料-泳装⟧", "unknown-name"), ("上游⟦[⟧面料]", "unexpected-character"),
      ("面料 ⟦∪⟧ 泳装", "unexpected-character"), ("where(项目, 规模 =⟦=⟧ 1 吨)", "expected-value"),
      ("where(status ⟦=⟧ 在建)", "expected-symbol"),
      ("where(项目, status = 在建 ⟦&⟧ 规模 > 1 吨)", "expected-symbol"),
    ]
  )
  func `a fault points at its place`(_ marked: String, _ code: String) throws {
    let marked = MarkedText(marked)
    let error = #expect(throws: QueryFaults.self) { try graph.dataset().evaluate(marked.text) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == code)
    #expect(diagnostic.location?.range == marked.ranges.first, "\(diagnostic)")
    #expect(diagnostic.location?.path == "query")
    #expect(diagnostic.message.zh != diagnostic.message.en)
  }

  @Test func `messages read like a good compiler's`() {
    #expect(
      graph.complaint("上游(面科) & 企页") == """
        query:1:4: error[unknown-name]: nothing is called '面科'
           1 | 上游(面科) & 企页
             |      ^~~~
          = help: did you mean '面料'?
        query:1:10: error[unknown-name]: nothing is called '企页'
           1 | 上游(面科) & 企页
             |              ^~~~
          = help: did you mean '企业'?

        """
    )
    #expect(
      graph.complaint("where(项目, capacity >= 20 万千佤)") == """
        query:1:26: error[unknown-unit]: no unit is written '万千佤'
           1 | where(项目, capacity >= 20 万千佤)
             |                            ^~~~~~
          = help: did you mean '万千瓦'?

        """
    )
    #expect(
      graph.complaint("大华期 +\n  dwnstream(面料)") == """
        query:2:3: error[unknown-function]: no function is called 'dwnstream'
           2 |   dwnstream(面料)
             |   ^~~~~~~~~
          = help: did you mean 'downstream' or 'upstream'?

        """
    )
    #expect(
      graph.complaint("大") == """
        query:1:1: error[ambiguous-name]: '大' could be any of 2 nodes
           1 | 大
             | ^~
          = help: write one of enterprise:大华, project:大华二期

        """
    )
  }

  @Test(
    arguments: [
      ("企业-面料", "did you mean '企业 - 面料'?"), ("面料－泳装", "did you mean '面料 - 泳装'?"),
      ("上游(面料、泳装)", "did you mean '面料 + 泳装'?"), ("面料、没有", "write maybe(…)"),
      ("let 大华 = 企业 in 大华厂", "did you mean '大华'?"), ("面料 ∩ 泳装", "character ∩ (U+2229)\n"),
      ("面料 ∩ 泳装", "help: sets are joined with +"),
      ("集群", "write one of 产业集群, cluster:泳装集群, cluster:造船集群"),
      ("面料 和 泳装", "help: sets are joined with +"), ("上游[面料]", "have round brackets"),
      ("upstream(面料, 1.5)", "expected a whole number from 1 to 1000000"),
      ("where(项目, status == 在建)", "equality is written with one ="),
      ("where(status = 在建)", "it is written where(SET, CONDITION)"),
      ("where(项目, status is 在建)", "between an attribute and its value"),
      ("where(项目, status = 在建 && 规模 > 1 吨)", "and or or between conditions"),
      ("impact(in(泳装集群) + 泳装集群)", "take these alone: (…) & (enterprise + project + segment)"),
    ]
  )
  func `what people write out of habit is told with what to write instead`(
    _ text: String,
    _ advice: String
  ) {
    let complaint = graph.complaint(text)
    #expect(complaint.contains(advice), "\(complaint)")
  }

  @Test func `a name that matches nothing is empty inside maybe alone`() throws {
    #expect(try graph.query("maybe(没有的) + 面料 & maybe(也没有* + 面料)").count == 1)
    let error = #expect(throws: QueryFaults.self) { try graph.query("maybe(没有的) + 没有的") }
    #expect(error?.faults.count == 1 && error?.isNotFound == true)
    #expect(throws: QueryFaults.self) { try graph.query("maybe(大)") }
  }

  @Test func `faults are told together, and not without end`() throws {
    let text = (0..<50).map { "没有\($0)" }.joined(separator: " + ")
    let error = #expect(throws: QueryFaults.self) { try graph.query(text) }
    #expect(error?.faults.count == 8)
  }

  @Test func `what takes too long is a fault`() {
    var limits = QueryLimits()
    limits.time = .zero
    #expect(graph.complaint("上游(面料)", limits).contains("error[out-of-time]"))
  }

  @Test func `ways between too many pairs are a fault`() throws {
    let sketch = ChainSketch {
      for number in 0..<20 { $0.flow("起\(number)", "中", "终\(number)") }
    }
    let text = try sketch.graph().complaint("paths(起*, 终*)")
    #expect(text.contains("error[too-many-pairs]"))
    #expect(try sketch.graph().query("path(起*, 终*)").count == 3)
  }

  @Test func `exponentially many ways end by themselves`() throws {
    let sketch = ChainSketch {
      for a in 0..<26 { for b in 0..<26 where a != b { $0.flow("环\(a)号", "环\(b)号") } }
    }
    let result = try sketch.graph().dataset().evaluate("paths(环0号, 环25号, 30)")
    guard case .paths(let paths, let isCut) = result.content else { throw Wrong() }
    #expect(paths.count == 30 && isCut && paths[0].count == 2 && paths[1].count == 3)
  }

  private struct Wrong: Error {}

  @Test func `a huge pattern is a fault, and a vicious one is quick`() throws {
    #expect(graph.complaint(String(repeating: "*a", count: 101)).contains("pattern-too-long"))
    let sketch = ChainSketch { $0.flow(String(repeating: "a", count: 20_000), "b") }
    let pattern = String(repeating: "*a", count: 99) + "b"
    #expect(try sketch.graph().query("maybe(\(pattern))").isEmpty)
  }
}
