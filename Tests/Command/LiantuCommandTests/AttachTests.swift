import Foundation
import TestSupport
import Testing

/// A register attached by the command: proposals change nothing, decisions do, and only these.
struct AttachTests {
  private static let facts = """
    cluster: [{name: 化工产业集群, level: city, source: 一}]
    department: [{name: 市工信局, leads: [化工产业集群], source: 一}]
    segment:
      - {name: 烧碱, terms: [离子膜烧碱, 片碱], gb4754: [2612], partOf: 化工产业集群, source: 一}
      - {name: 聚氯乙烯, aliases: [PVC], excludes: [聚氯乙烯手套], partOf: 化工产业集群, source: 一}
      - {name: 塑料型材, partOf: 化工产业集群, source: 一}
      - {name: 居民用户, role: market, terms: [民用], partOf: 化工产业集群, source: 一}
    enterprise:
      - {name: 甲氯碱, operatesIn: [{to: 塑料型材, source: 二}], source: 二}
    """

  private static let register = """
    某市规上工业企业名录,,,,,
    序号,企业名称,统一社会信用代码,行业代码,主要产品,经营范围,登记状态,企业规模,地址
    1,甲氯碱有限公司,\(codes[0]),2612,离子膜烧碱（80%）；液氯（20%）,烧碱、液氯的制造；化工产品销售,存续,规上,某市一路1号
    2,乙塑料有限公司,\(codes[1]),2921,PVC树脂（60%）；塑料型材（40%）,塑料制品制造,存续,规上,某市二路2号
    3,丙手套有限公司,\(codes[2]),2929,聚氯乙烯手套,劳保用品生产,存续,规下,某市三路3号
    4,丁商贸有限公司,\(codes[3]),5169,,烧碱、聚氯乙烯的销售,存续,规下,某市四路4号
    5,戊化工有限公司,\(codes[4]),2612,片碱,片碱制造,注销,规上,某市五路5号

    """

  /// Codes made for this test, with their check characters.
  private static let codes = [
    "91210000AAAAAAAA", "91210000BBBBBBBB", "91210000CCCCCCCC", "91210000DDDDDDDD",
    "91210000EEEEEEEE",
  ]
  .map { Self.checked($0 + "X") }

  /// The code with its check character (GB 32100-2015), worked out apart from the program.
  private static func checked(_ first: String) -> String {
    let digits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for character in first {
      sum += (digits.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return first + String(digits[(31 - sum % 31) % 31])
  }

  private func prepared(_ register: String = register) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(
      Liantu.manifest.replacingOccurrences(of: "2024", with: "2024-05-01"),
      to: "data/dataset.yaml"
    )
    try liantu.write("document: [{name: 文, source: 一}]\n" + Self.facts, to: "data/facts.yaml")
    try liantu.write(register, to: "名录.csv")
    return liantu
  }

  private func answers(_ liantu: Liantu) throws -> [Data] {
    try [
      ["gaps", "--state", "unknown"], ["enterprises"], ["stats"], ["show", "烧碱"], ["layers", "化工"],
    ].map { try liantu.run($0 + ["--dataset", "data", "--format", "json"]).output }
  }

  private func rows(_ liantu: Liantu, _ words: [String]) throws -> [[String: Any]] {
    let asked = try liantu.run(words + ["--dataset", "data", "--format", "json"])
    #expect(asked.status == 0, "\(asked.errors)")
    let object = try JSONSerialization.jsonObject(with: asked.output) as? [String: Any]
    return try #require(object?["rows"] as? [[String: Any]])
  }

  private func pairs(_ liantu: Liantu, _ words: [String] = []) throws -> Set<String> {
    let rows = try rows(liantu, ["attach", "名录.csv", "--by", "firm"] + words)
    return Set(
      rows.map { row in
        let segment = (row["segment"] as? [String: Any])?["name"] as? String ?? ""
        return "\(row["firm"] as? String ?? "")-\(segment)"
      }
    )
  }

  /// Fills in the workbook and brings it back.
  private func decide(
    _ liantu: Liantu,
    _ verdicts: [(firm: String, segment: String, verdict: String)],
    _ words: [String] = ["--write"]
  ) throws -> Liantu.Outcome {
    let made = try liantu.run(
      ["attach", "名录.csv", "--dataset", "data", "--lang", "zh", "-o", "待核定.xlsx", "--force"]
    )
    #expect(made.status == 0, "\(made.errors)")
    try fill(liantu, "待核定.xlsx", verdicts)
    return try liantu.run(
      ["attach", "--decisions", "待核定.xlsx", "--dataset", "data", "--lang", "zh"] + words
    )
  }

  private func fill(
    _ liantu: Liantu,
    _ file: String,
    _ verdicts: [(firm: String, segment: String, verdict: String)]
  ) throws {
    let path = liantu.folder.appending(path: file).path
    let edits = verdicts.map { ["firm": $0.firm, "segment": $0.segment, "verdict": $0.verdict] }
    let json = String(decoding: try JSONSerialization.data(withJSONObject: edits), as: UTF8.self)
    let bytes = try Python.make(with: "decide_workbook.py", path, json)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func write(_ liantu: Liantu, _ text: String, to name: String) throws {
    try liantu.write(text, to: name)
  }

  @Test func `proposals say by which words, and change nothing`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let before = try answers(liantu)
    let rows = try rows(liantu, ["attach", "名录.csv", "--by", "firm"])
    let first = try #require(rows.first { $0["firm"] as? String == "甲氯碱有限公司" })
    #expect((first["segment"] as? [String: Any])?["name"] as? String == "烧碱")
    #expect(
      first["words"] as? [String] == ["离子膜烧碱"] || (first["words"] as? [String])?.first == "离子膜烧碱"
    )
    #expect(first["band"] as? String == "possible" && first["tier"] as? Int == 1)
    #expect(try answers(liantu) == before)
    let all = try pairs(liantu)
    #expect(all.contains("乙塑料有限公司-塑料型材"))
    // What is deregistered is not asked about, and a market is nobody's business.
    #expect(!all.contains { $0.hasPrefix("戊") } && !all.contains { $0.hasSuffix("居民用户") })
    let told = try liantu.run(["attach", "名录.csv", "--dataset", "data", "--lang", "zh"])
    #expect(told.text.contains("1 家已注销、吊销或迁出"), "\(told.text)")
  }

  @Test func `the same register gives the same bytes`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let outputs = try (0..<2).map { number in
      let file = "a\(number).xlsx"
      let words = ["attach", "名录.csv", "--dataset", "data", "-o", file]
      #expect(try liantu.run(words).status == 0)
      return try Data(contentsOf: liantu.folder.appending(path: file))
    }
    #expect(outputs[0] == outputs[1])
  }

  @Test func `a yes makes the fact, a no makes none, and neither is asked again`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let shown = try decide(liantu, [("甲氯碱有限公司", "烧碱", "是")], [])
    #expect(shown.status == 0 && shown.text.contains("尚未写入"), "\(shown.errors)\(shown.text)")
    #expect(try pairs(liantu).contains("甲氯碱有限公司-烧碱"))
    let filed = try decide(
      liantu,
      [("甲氯碱有限公司", "烧碱", "是"), ("乙塑料有限公司", "塑料型材", "否")]
    )
    #expect(filed.status == 0, "\(filed.errors)")
    let asked = try pairs(liantu)
    #expect(!asked.contains("甲氯碱有限公司-烧碱") && !asked.contains("乙塑料有限公司-塑料型材"))
    let layers = try rows(liantu, ["layers", "化工"])
    let alkali = layers.first { $0["name"] as? String == "烧碱" }
    #expect(alkali?["verdict"] as? String == "single")
    let firm = try liantu.run(["show", "甲氯碱有限公司", "--dataset", "data", "--lang", "zh"])
    #expect(firm.text.contains(Self.codes[0]) && firm.text.contains("离子膜烧碱（80%）"), "\(firm.text)")
    let relation = try liantu.run(["show", "甲氯碱有限公司", "--dataset", "data", "--format", "json"])
    #expect(relation.text.contains("\"register\""))
    #expect(try liantu.run(["check", "--dataset", "data"]).status == 0)
    let progress = try rows(liantu, ["attached", "化工"])
    let row = try #require(progress.first { $0["name"] as? String == "烧碱" })
    #expect(row["yes"] as? Int == 1)
  }

  @Test func `decisions survive the order of rows, a firm's new name and a segment's`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    #expect(
      try decide(
        liantu,
        [("甲氯碱有限公司", "烧碱", "是"), ("乙塑料有限公司", "塑料型材", "否")]
      ).status == 0
    )
    let lines = Self.register.split(separator: "\n").map(String.init)
    let moved = (lines.prefix(2) + lines.dropFirst(2).reversed()).joined(separator: "\n") + "\n"
    try write(liantu, moved.replacingOccurrences(of: "甲氯碱有限公司", with: "新氯碱股份有限公司"), to: "名录.csv")
    let path = liantu.folder.appending(path: "data/facts.yaml")
    let facts = try String(contentsOf: path, encoding: .utf8)
    try facts.replacingOccurrences(of: "name: 塑料型材,", with: "name: 塑料异型材, aliases: [塑料型材],")
      .write(to: path, atomically: true, encoding: .utf8)
    let asked = try pairs(liantu)
    #expect(!asked.contains("新氯碱股份有限公司-烧碱"), "\(asked)")
    #expect(!asked.contains("乙塑料有限公司-塑料异型材"), "\(asked)")
  }

  @Test func `a no is asked again when its row says something else, and nothing else is`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let all = try pairs(liantu)
    let verdicts = all.map { pair -> (firm: String, segment: String, verdict: String) in
      let parts = pair.split(separator: "-").map(String.init)
      return (parts[0], parts[1], "否")
    }
    #expect(try decide(liantu, verdicts).status == 0)
    #expect(try pairs(liantu).isEmpty)
    let changed = Self.register.replacingOccurrences(of: "塑料型材（40%）", with: "塑料型材（90%）")
    try write(liantu, changed, to: "名录.csv")
    let asked = try pairs(liantu)
    #expect(!asked.isEmpty && asked.allSatisfy { $0.hasPrefix("乙塑料有限公司") }, "\(asked)")
  }

  @Test func `a verdict that is taken back takes its fact with it`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    #expect(try decide(liantu, [("甲氯碱有限公司", "烧碱", "是")]).status == 0)
    // The workbook of then, with another verdict.
    try fill(liantu, "待核定.xlsx", [("甲氯碱有限公司", "烧碱", "否")])
    let filed = try liantu.run(
      ["attach", "--decisions", "待核定.xlsx", "--dataset", "data", "--write", "--lang", "zh"]
    )
    #expect(filed.status == 0 && filed.errors.contains("decided-anew"), "\(filed.errors)")
    let layers = try rows(liantu, ["layers", "化工"])
    #expect(layers.first { $0["name"] as? String == "烧碱" }?["verdict"] as? String == "unknown")
  }

  @Test func `firms of elsewhere become target enterprises, and no verdict changes`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let before = try rows(liantu, ["layers", "化工"]).map { $0["verdict"] as? String }
    let made = try liantu.run(
      [
        "candidates", "聚氯乙烯", "--from", "名录.csv", "--dataset", "data", "--lang", "zh", "-o",
        "目标.xlsx",
      ]
    )
    #expect(made.status == 0, "\(made.errors)")
    try fill(liantu, "目标.xlsx", [("乙塑料有限公司", "聚氯乙烯", "是")])
    let filed = try liantu.run(
      ["attach", "--decisions", "目标.xlsx", "--dataset", "data", "--write", "--lang", "zh"]
    )
    #expect(filed.status == 0, "\(filed.errors)")
    #expect(try rows(liantu, ["layers", "化工"]).map { $0["verdict"] as? String } == before)
    let unknown = try rows(liantu, ["gaps", "化工", "--state", "unknown"])
    let row = try #require(unknown.first { $0["name"] as? String == "聚氯乙烯" })
    let names = (row["candidates"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names == ["乙塑料有限公司"], "\(row)")
  }

  @Test func `a stream answers in order, a bad line with an error`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let lines = [
      #"{"id": "1", "name": "甲", "products": [{"name": "烧碱", "share": 0.31}]}"#, #"{"id": "2""#,
      #"{"id": "3", "name": "丙"}"#,
    ]
    let outcome = try liantu.run(
      ["attach", "--stream", "--dataset", "data"],
      input: lines.joined(separator: "\n") + "\n"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let replies = try outcome.text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      )
    }
    try #require(replies.count == 3)
    let proposals = replies[0]["proposals"] as? [[String: Any]]
    #expect(replies[0]["id"] as? String == "1")
    #expect(proposals?.first?["segment"] as? String == "segment:烧碱")
    #expect(proposals?.first?["tier"] as? Int == 1)
    #expect(proposals?.first?["band"] as? String == "possible")
    #expect(proposals?.first?["words"] as? [String] == ["烧碱"])
    #expect(proposals?.first?["field"] as? String == "products")
    #expect(replies[1]["line"] as? Int == 2)
    #expect((replies[1]["error"] as? [String: Any])?["code"] as? String == "json-syntax")
    #expect(replies[2]["id"] as? String == "3")
  }

  @Test
  func `a survey is offered when all firms of a code are decided, and never written by itself`()
    throws
  {
    let liantu = try prepared()
    defer { liantu.remove() }
    let offer = ["attach", "名录.csv", "--dataset", "data", "--surveys", "摸排.yaml", "--lang", "zh"]
    #expect(try liantu.run(offer).status == 3)
    #expect(try decide(liantu, [("甲氯碱有限公司", "烧碱", "是")]).status == 0)
    let offered = try liantu.run(offer)
    #expect(offered.status == 0 && offered.errors.contains("烧碱"), "\(offered.errors)")
    let layers = try liantu.run(["show", "烧碱", "--dataset", "data", "--lang", "zh"])
    #expect(!layers.text.contains("摸排 2024"))
    let manager = FileManager.default
    try manager.copyItem(
      at: liantu.folder.appending(path: "摸排.yaml"),
      to: liantu.folder.appending(path: "data/摸排.yaml")
    )
    let checked = try liantu.run(["check", "--dataset", "data", "--lang", "zh"])
    #expect(checked.status == 0, "\(checked.text)\(checked.errors)")
    #expect(try liantu.run(offer).status == 2)
  }

  @Test func `wrong answers are told at their cells, and nothing is written`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let filed = try decide(liantu, [("甲氯碱有限公司", "烧碱", "也许")])
    #expect(filed.status == 1 && filed.errors.contains("unknown-verdict"), "\(filed.errors)")
    #expect(filed.errors.contains("待核定.xlsx"))
    let manager = FileManager.default
    #expect(!manager.fileExists(atPath: liantu.folder.appending(path: "data/attachments").path))
    let register = try liantu.run(["attach", "--decisions", "名录.csv", "--dataset", "data"])
    #expect(register.status == 1, "\(register.errors)")
  }
}
