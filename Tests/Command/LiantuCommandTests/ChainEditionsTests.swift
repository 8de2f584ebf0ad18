import Foundation
import Testing

/// Editions of reference chains, by the command.
struct ChainEditionsTests {
  private static func chain(_ edition: String, _ segments: String) -> String {
    """
    chain: [{id: salt, name: 盐业, edition: "\(edition)", status: draft}]
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 盐业, basis: industry-knowledge, role: product, terms: [甲, 乙, 丙, 丁], boundary: true}
      supplies: {basis: industry-knowledge, kind: material}
    segment:
    \(segments)
    """
  }

  private static let files = [
    "Data/chains/dataset.yaml": """
    title: 库
    jurisdiction: 通用
    language: zh
    date: 2026-01

    """,
    "Data/chains/salt.yaml": chain(
      "2026.2",
      """
        - {id: fine, name: 食盐, stage: 上游, gb4754: ["1495"], supplies: [氯碱, 溴素, 市场]}
        - {id: alkali, name: 氯碱, stage: 中游, gb4754: ["2612"], supplies: 市场}
        - {id: bromine, name: 溴素, stage: 中游, gb4754: ["2619"], supplies: 市场}
        - {id: market, name: 市场, role: market, stage: 下游}

      """
    ),
    "Data/chains/history/salt@2026.1.yaml": chain(
      "2026.1",
      """
        - {id: fine, name: 精盐, stage: 上游, gb4754: ["1495"], supplies: [盐化工, 市场]}
        - {id: chemistry, name: 盐化工, stage: 中游, gb4754: ["2612"], supplies: 市场}
        - {id: market, name: 市场, role: market, stage: 下游}

      """
    ),
    "Data/chains/changes.yaml": """
    changes:
      - chain: salt
        from: "2026.1"
        to: "2026.2"
        rename: {精盐: 食盐}
        split: {盐化工: [氯碱, 溴素]}

    """,
    "Data/city/dataset.yaml": Liantu.manifest,
    "Data/city/facts.yaml": facts("  - {chain: salt, edition: \"2026.1\", for: 盐业}\n"),
  ]

  private static func facts(_ use: String, _ firms: String = "") -> String {
    """
    uses:
    \(use)document: [{name: 文, source: 一}]
    cluster: [{name: 盐业, source: 一}]
    enterprise:
      - {name: 甲厂, source: 一, operatesIn: [精盐, 盐化工]}
    \(firms)
    """
  }

  private func liantu() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    for (name, text) in Self.files { try liantu.write(text, to: name) }
    return liantu
  }

  private func json(_ outcome: Liantu.Outcome) throws -> [String: Any] {
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test func `two editions are compared`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    let table = try liantu("chains", "diff", "盐业", "2026.1", "--lang", "zh")
    #expect(table.status == 0 && table.text.contains("改名") && table.text.contains("氯碱、溴素"))
    let csv = try liantu("chains", "diff", "salt", "2026.1", "2026.2", "--format", "csv")
    #expect(csv.text.contains("split") && csv.text.contains("flow removed"))
    for (words, said) in [
      (["sal", "2026.1"], "it has: salt"), (["salt", "2025"], "there are: 2026.1, 2026.2"),
      (["salt", "2026.2", "2026.1"], "older edition comes first"),
    ] {
      let outcome = try liantu.run(["chains", "diff"] + words)
      #expect(outcome.status == 3 && outcome.errors.contains(said), "\(outcome.errors)")
    }
  }

  @Test func `the check finds a segment of which nothing is told`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    let good = try liantu("chains", "check", "--format", "csv")
    #expect(good.status == 0, "\(good.text) \(good.errors)")
    let changes = try #require(Self.files["Data/chains/changes.yaml"])
    let said = "    split: {盐化工: [氯碱, 溴素]}\n"
    try liantu.write(changes.replacing(said, with: ""), to: "Data/chains/changes.yaml")
    let wrong = try liantu("chains", "check", "--format", "csv")
    #expect(wrong.status == 1 && wrong.errors.contains("lost-segment"))
    #expect(wrong.errors.contains("changes.yaml:4:"))
  }

  @Test func `the plan is told, and nothing is changed`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    let before = try liantu.leftBehind()
    let plan = try json(
      try liantu("chains", "update", "--dataset", "Data/city", "--format", "json")
    )
    let rows = { (key: String) in (plan[key] as? [[String: Any]]) ?? [] }
    #expect(rows("chains").first?["present"] as? String == "2026.2")
    #expect(rows("follows").first?["before"] as? [String] == ["精盐"])
    #expect(rows("review").first?["change"] as? String == "split")
    let place = rows("review").first?["place"] as? [String: Any]
    #expect(
      (place?["path"] as? String)?.hasSuffix("facts.yaml") == true && place?["line"] as? Int == 6
    )
    #expect(
      rows("lines").map { $0["text"] as? String } == ["edition: \"2026.2\"", "after: \"2026.1\""]
    )
    #expect(rows("verdicts").allSatisfy { $0["cause"] as? String == "library" })
    #expect(rows("verdicts").count == 2)
    #expect(try liantu.leftBehind() == before)
  }

  @Test func `what the city changed since is told apart`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    try liantu.write(Liantu.manifest, to: "earlier/dataset.yaml")
    try liantu.write(try #require(Self.files["Data/city/facts.yaml"]), to: "earlier/facts.yaml")
    try liantu.write(
      Self.facts(
        "  - {chain: salt, edition: \"2026.1\", for: 盐业}\n",
        "  - {name: 乙厂, source: 一, operatesIn: 精盐}\n"
      ),
      to: "Data/city/facts.yaml"
    )
    let plan = try json(
      try liantu(
        "chains",
        "update",
        "--dataset",
        "Data/city",
        "--since",
        "earlier",
        "--format",
        "json"
      )
    )
    let causes = ((plan["verdicts"] as? [[String: Any]]) ?? []).compactMap {
      $0["cause"] as? String
    }
    #expect(causes == ["library", "library", "city"])
    let nowhere = try liantu("chains", "update", "--dataset", "Data/city", "--since", "nowhere")
    #expect(nowhere.status == 3 && nowhere.errors.contains("nowhere"))
  }

  @Test func `what is pending is seen on cards, in lists and of a node`() throws {
    let liantu = try liantu()
    defer { liantu.remove() }
    let use = "  - {chain: salt, edition: \"2026.2\", after: \"2026.1\", for: 盐业}\n"
    try liantu.write(Self.facts(use), to: "Data/city/facts.yaml")
    let drawn = try liantu(
      "panorama",
      "盐业",
      "--dataset",
      "Data/city",
      "--lang",
      "zh",
      "-o",
      "a.csv"
    )
    #expect(drawn.status == 0, "\(drawn.errors)")
    let list = try String(contentsOf: liantu.folder.appending(path: "a.csv"), encoding: .utf8)
    #expect(list.contains("待定"), "\(list)")
    let picture = try liantu(
      "draw",
      "panorama",
      "盐业",
      "--dataset",
      "Data/city",
      "--lang",
      "zh",
      "-o",
      "a.dot"
    )
    #expect(picture.status == 0, "\(picture.errors)")
    let dot = try String(contentsOf: liantu.folder.appending(path: "a.dot"), encoding: .utf8)
    #expect(dot.contains("单一·◆待定") && dot.contains("参考链换版") && dot.contains("2026.2 拆分"))
    let shown = try liantu("show", "盐化工", "--dataset", "Data/city", "--lang", "zh")
    #expect(shown.text.contains("2026.2 拆分：氯碱、溴素"))
    let written = try liantu("chains", "update", "--dataset", "Data/city", "--write")
    #expect(written.status == 0)
    let lock = liantu.folder.appending(path: "Data/city/chains.lock")
    #expect(try String(contentsOf: lock, encoding: .utf8).contains("salt 2026.2 "))
  }
  @Test func `a lock is not moved to a younger edition before it is said what the data speak of`()
    throws
  {
    let liantu = try liantu()
    defer { liantu.remove() }
    func lock(_ use: String) throws -> Liantu.Outcome {
      try liantu.write(
        Self.facts("  - {chain: salt, \(use), for: 盐业}\n"),
        to: "Data/city/facts.yaml"
      )
      return try liantu("chains", "update", "--dataset", "Data/city", "--lang", "zh", "--write")
    }
    let file = liantu.folder.appending(path: "Data/city/chains.lock")
    func locked() throws -> String { try String(contentsOf: file, encoding: .utf8) }
    #expect(try lock("edition: \"2026.1\"").status == 0 && locked().contains("salt 2026.1 "))
    let refused = try lock("edition: \"2026.2\"")
    #expect(
      refused.status != 0 && refused.errors.contains("after: \"2026.1\""),
      "\(refused.errors)"
    )
    #expect(try locked().contains("salt 2026.1 "))
    #expect(try lock("edition: \"2026.2\", after: \"2026.2\"").status == 0)
    #expect(try locked().contains("salt 2026.2 "))
  }
}
