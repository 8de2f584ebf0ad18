import Foundation
import TestSupport
import Testing

/// Notices and their answers, and how departments and leaders are assessed.
@Suite(.serialized) struct SupervisionTests {
  private static let facts = """
    document: [{name: 文, source: 一, date: 2023-08-18}]
    leader: [{name: 王某, source: 一}, {name: 李某, source: 一}]
    department:
      - {name: 市数据局, source: 一}
      - {name: 市工信局, source: 一}
      - {name: 市商务局, source: 一}
    cluster: [{name: 锂电产业集群, level: city, source: 一, lead: 市工信局}]
    segment: [{name: 正极, source: 一, partOf: 锂电产业集群}]
    project:
      - {name: 碳酸锂项目, source: 二, partOf: 锂电产业集群, lead: [市工信局, 市数据局], accountable: 王某}
      - {name: 数据中心项目, source: 三, lead: 市数据局}

    """
  private static let plan = """
    line,recorded,item,what,period,value,source
    p1,2024-01-15,碳酸锂项目,投资,2024,1200,会议
    p2,2024-01-15,碳酸锂项目,开工,,2024-04-30,会议

    """
  private static let journal = """
    line,recorded,received,period,by,item,type,status,value,milestone,date,corrects,answers,number,level,problem,progress
    j1,2024-05-04,,2024-04,市工信局,碳酸锂项目,report,前期,100,,,,,,,,
    j2,2024-05-04,,2024-04,市数据局,碳酸锂项目,report,前期,100,,,,,,,,
    j3,2024-05-08,,2024-04,市数据局,数据中心项目,report,在建,,,,,,,,,
    n1,2024-05-10,,,市政府督查室,碳酸锂项目,notice,,,,2024-05-20,,,督〔2024〕1号,提醒,没有开工,
    a1,2024-05-20,,,市工信局,碳酸锂项目,answer,,,,,,n1,,,,已办手续
    a2,2024-05-21,,,市数据局,碳酸锂项目,answer,,,,,,n1,,,,
    n2,2024-05-25,,,市政府督查室,碳酸锂项目,notice,,,,2024-06-10,,n1,督〔2024〕2号,督办,,
    n3,2024-05-26,,,市政府督查室,碳酸锂项目,notice,,,,2024-06-12,,,督〔2024〕3号,督办,,

    """

  private func prepared(journal: String = journal, rules: String = "start: 2024-04\n") throws
    -> Liantu
  {
    let liantu = try Liantu(.nothing)
    let manifest = Liantu.manifest.replacingOccurrences(of: "2024", with: "2024-01-01")
    try liantu.write(manifest, to: "data/dataset.yaml")
    try liantu.write(Self.facts, to: "data/facts.yaml")
    try liantu.write(Self.plan, to: "data/plans/2024.csv")
    try liantu.write(journal, to: "data/journal/2024.csv")
    try liantu.write(rules, to: "data/reporting.yaml")
    return liantu
  }

  private func object(_ liantu: Liantu, _ words: [String]) throws -> [String: Any] {
    let asked = try liantu.run(words + ["--dataset", "data", "--format", "json", "--lang", "en"])
    #expect(asked.status == 0 && asked.errors.isEmpty, "\(words): \(asked.errors)")
    let object = try JSONSerialization.jsonObject(with: asked.output) as? [String: Any]
    return try #require(object, "\(asked.text)")
  }

  private func rows(_ object: [String: Any], _ key: String = "rows") throws -> [[String: Any]] {
    try #require(object[key] as? [[String: Any]])
  }

  private func name(_ value: Any?) -> String {
    (value as? [String: Any])?["name"] as? String ?? value as? String ?? "-"
  }

  private func told(_ object: [String: Any]) -> String {
    (object["notes"] as? [String] ?? []).joined(separator: "\n")
  }

  @Test func `a notice has its number, level, term, answers and state`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    func notices(_ words: [String]) throws -> [String] {
      try rows(object(liantu, ["supervision"] + words)).map { row in
        let replies = (row["replies"] as? [[String: Any]] ?? []).map { reply in
          let isInTime = reply["inTime"] as? Bool ?? false
          return "\(reply["line"] as? String ?? "-")\(isInTime ? "" : "!")"
        }
        let texts = ["line", "number", "level", "term", "state", "closed", "follows"]
          .map { row[$0] as? String ?? "-" }
        return (texts + ["\(row["days"] as? Int ?? 0)"] + replies).joined(separator: " ")
      }
    }
    let first = "n1 督〔2024〕1号 提醒 2024-05-20"
    #expect(try notices(["--at", "2024-05-20"]) == [first + " open - - 0 a1"])
    #expect(
      try notices(["--at", "2024-05-20", "--known", "2024-05-15"]) == [first + " open - - 0"]
    )
    let all = [
      first + " answered late 2024-05-21 - 1 a1 a2!",
      "n2 督〔2024〕2号 督办 2024-06-10 open - 督〔2024〕1号（n1） 0",
      "n3 督〔2024〕3号 督办 2024-06-12 open - - 0",
    ]
    for words in [[], ["市工信局"], ["锂电"], ["碳酸锂项目"]] {
      #expect(try notices(words) == all, "\(words)")
    }
    #expect(try notices(["数据中心项目"]).isEmpty)
    let late = try object(liantu, ["supervision", "--at", "2024-06-30"])
    #expect(try rows(late).map { $0["days"] as? Int ?? 0 } == [1, 20, 18])
    #expect(told(late).contains("3 in all: overdue 2, settled late 1"), "\(told(late))")
    // Of the two that were given while another was open, one names it.
    #expect(told(late).contains("name none that they follow: n3"), "\(told(late))")
  }

  @Test func `an answer of somebody else is shown and not counted, and one may be enough`() throws {
    let strange = Self.journal.replacingOccurrences(
      of: "市数据局,碳酸锂项目,answer",
      with: "市商务局,碳酸锂项目,answer"
    )
    let words = ["supervision", "碳酸锂项目", "--at", "2024-06-01"]
    for (rules, state) in [("", "overdue"), ("several-leads: any\n", "answered")] {
      let liantu = try prepared(journal: strange, rules: "start: 2024-04\n" + rules)
      defer { liantu.remove() }
      let answer = try object(liantu, words)
      #expect(try rows(answer).first?["state"] as? String == state)
      #expect(told(answer).contains("1 answers are of others"), "\(told(answer))")
    }
  }

  @Test(arguments: [
    (",n1,督〔2024〕2号", ",n9,督〔2024〕2号", "unknown-line", 1),
    (",n1,督〔2024〕2号", ",j1,督〔2024〕2号", "not-a-notice", 1),
    ("在建,,,,,,,,,", "在建,,,,,n1,,,,", "idle-answer", 0),
    ("市数据局,碳酸锂项目,answer", "市数据局,数据中心项目,answer", "line-of-another-item", 1),
  ])
  func `what names the wrong line is told`(
    _ before: String,
    _ after: String,
    _ code: String,
    _ status: Int32
  ) throws {
    let journal = Self.journal.replacingOccurrences(of: before, with: after)
    #expect(journal != Self.journal)
    let liantu = try prepared(journal: journal)
    defer { liantu.remove() }
    let checked = try liantu("check", "--dataset", "data")
    #expect(checked.status == status && checked.text.contains("[\(code)]"), "\(checked.text)")
  }

  @Test func `an assessment has rates, two totals and no score for who has no items`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let answer = try object(liantu, ["assess", "--to", "2024-05", "--at", "2024-06-05"])
    let found = try rows(answer).map { row in
      let numbers = [
        "expected", "onTime", "late", "missing", "notices", "answered", "milestonesDue",
      ]
      .map { "\(row[$0] as? Int ?? -1)" }
      let rates = ["score", "onTimeRate", "investmentRate", "milestoneRate"]
        .map { (row[$0] as? NSNumber)?.description ?? "-" }
      return ([name(row["party"])] + rates + numbers).joined(separator: " ")
    }
    // April alone is due: a month's day, the fifth, has to pass. 100 of 400 were spent.
    #expect(
      found == [
        "市工信局 24.0 100.0 25.0 0.0 1 1 0 0 3 1 1", "市数据局 14.0 50.0 25.0 0.0 2 1 1 0 3 0 1",
      ]
    )
    let totals = try rows(answer, "totals").map { row in
      "\(row["total"] as? String ?? "") \(row["expected"] as? Int ?? -1) \(row["notices"] as? Int ?? -1)"
    }
    #expect(totals == ["sum 3 6", "city 2 3"])
    let notes = told(answer)
    #expect(notes.contains("not counted, since their day has not passed: 2024-05"), "\(notes)")
    // A leader who has nothing to do is no department without a score.
    #expect(notes.contains("without a score, 1: 市商务局"), "\(notes)")
    #expect(notes.contains("mean over items and months"), "\(notes)")
    #expect(notes.contains("on time × 20 + investment × 40 + milestones × 40"), "\(notes)")
    let own = ["assess", "市商务局", "--dataset", "data", "--at", "2024-06-05", "--lang", "zh"]
    #expect(try liantu.run(own).text.contains("无应报事项，不评分"))
  }

  @Test func `each number is explained by its lines, for a party alone too`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let words = ["assess", "市数据局", "--explain", "--to", "2024-04", "--at", "2024-06-30"]
    let answer = try object(liantu, words)
    #expect(try rows(answer).count == 1 && answer["totals"] == nil)
    let entries = try rows(answer, "entries").map { row in
      let lines = row["lines"] as? [String] ?? [row["lines"] as? String ?? "-"]
      return "\(name(row["item"])) \(row["counts"] ?? "") \(lines.joined(separator: " "))"
    }
    #expect(
      entries == [
        "碳酸锂项目 on time j2", "碳酸锂项目 yellow j1", "碳酸锂项目 investment p1 j2",
        "碳酸锂项目 milestone, missed p2",
        "数据中心项目 late j3",
      ]
    )
    let leaders = try object(liantu, ["assess", "--by", "leader", "--at", "2024-06-05"])
    #expect(try rows(leaders).map { name($0["party"]) }.first == "王某")
    #expect(told(leaders).contains("1 items are in the city's and put down to nobody"))
    // Asked for a leader, it is by leader.
    let own = try object(liantu, ["assess", "王某", "--at", "2024-06-05"])
    #expect(try rows(own).map { $0["expected"] as? Int ?? -1 } == [2])
  }

  @Test func `points are scored where the rules say so, and months out of order are refused`()
    throws
  {
    let liantu = try prepared(rules: "start: 2024-04\nscore: {points: {missing: 5, notice: 3}}\n")
    defer { liantu.remove() }
    let answer = try object(liantu, ["assess", "--to", "2024-05", "--at", "2024-06-30"])
    let scores = try rows(answer).map { row in
      "\(name(row["party"])) \((row["score"] as? NSNumber)?.description ?? "-")"
    }
    // 市工信局: May missing 5, two yellow months 1, three notices 9, one answered in time 1 back.
    #expect(scores == ["市工信局 86.0", "市数据局 79.0"])
    #expect(told(answer).contains("points for each thing"), "\(told(answer))")
    let asked = try liantu("assess", "--from", "2024-05", "--to", "2024-04", "--dataset", "data")
    #expect(asked.status == 2 && asked.errors.contains("2024-05"), "\(asked.errors)")
  }

  @Test func `rates are numbers for machines and in workbooks`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let words = ["assess", "--at", "2024-06-05", "--dataset", "data", "--lang", "zh"]
    let csv = try liantu.run(words + ["--format", "csv"])
    #expect(csv.text.contains("市工信局,1,30.0,0.0,100.0,25.0,0.0,"), "\(csv.text)")
    let json = try liantu.run(words + ["--format", "json"])
    #expect(json.text.contains("\"score\": 30.0,"), "\(json.text.prefix(600))")
    #expect(try liantu.run(words + ["-o", "a.xlsx"]).status == 0)
    let book: Types = try Python.read(
      Array(try Data(contentsOf: liantu.folder.appending(path: "a.xlsx"))),
      with: "read_workbook.py"
    )
    // Below the title and the headings: score and investment.
    let row = try #require(book.sheets.first?.cells.dropFirst(2).first)
    #expect(row[2].type == "n" && row[5].type == "n", "\(row)")
  }

  /// What sort of value each cell has.
  private struct Types: Decodable {
    struct Sheet: Decodable { let cells: [[Cell]] }
    struct Cell: Decodable { let type: String }

    let sheets: [Sheet]
  }
}
