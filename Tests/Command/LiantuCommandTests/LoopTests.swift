import Foundation
import Testing

/// Plan, journal and rules of a data set: what is late, how items stand, who has not reported.
@Suite(.serialized) struct LoopTests {
  private static let facts = """
    document: [{name: 文, source: 一, date: 2023-08-18}]
    department:
      - {name: 市数据局, source: 一, formerly: [{name: 市营商局, until: 2024-05-31}]}
      - {name: 市工信局, aliases: [市工业和信息化局], source: 一}
    cluster: [{name: 锂电产业集群, level: city, source: 一, lead: 市工信局}]
    segment: [{name: 正极, source: 一, partOf: 锂电产业集群}]
    project:
      - {name: 碳酸锂项目, source: 二, partOf: 锂电产业集群, lead: 市工信局}
      - {name: 数据中心项目, source: 三, lead: 市数据局}
      - {name: 无主项目, source: 四}

    """
  private static let plan = """
    line,recorded,item,what,period,value,source
    p1,2024-01-15,碳酸锂项目,投资,2024,12000,会议
    p2,2024-01-15,碳酸锂项目,开工,,2024-04-30,会议
    p3,2024-05-20,碳酸锂项目,开工,,2024-07-31,会议

    """
  private static let journal = """
    line,recorded,received,period,by,item,type,status,value,milestone,date,corrects
    j1,2024-05-04,,2024-04,市工信局,碳酸锂项目,report,前期,1000 万元,,,
    j2,2024-05-06,,2024-04,市营商局,数据中心项目,月报,在建,800 万元,,,
    j3,2024-06-20,,2024-04,市工信局,碳酸锂项目,report,前期,900 万元,,,j1

    """

  private func prepared(
    plan: String = plan,
    journal: String = journal,
    rules: String = "start: 2024-04\n"
  ) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    let manifest = Liantu.manifest.replacingOccurrences(of: "2024", with: "2024-01-01")
    try liantu.write(manifest, to: "data/dataset.yaml")
    try liantu.write(Self.facts, to: "data/facts.yaml")
    try liantu.write(plan, to: "data/plans/2024.csv")
    try liantu.write(journal, to: "data/journal/2024.csv")
    try liantu.write(rules, to: "data/reporting.yaml")
    return liantu
  }

  private func rows(_ liantu: Liantu, _ words: [String]) throws -> [[String: Any]] {
    let asked = try liantu.run(words + ["--dataset", "data", "--format", "json"])
    #expect(asked.status == 0 && asked.errors.isEmpty, "\(words): \(asked.errors)")
    let object = try JSONSerialization.jsonObject(with: asked.output) as? [String: Any]
    return try #require(object?["rows"] as? [[String: Any]], "\(asked.text)")
  }

  /// A text, or a number as it is written.
  private func text(_ value: Any?) -> String {
    value as? String ?? (value as? NSNumber)?.description ?? "-"
  }

  private func name(_ value: Any?) -> String {
    (value as? [String: Any])?["name"] as? String ?? ""
  }

  @Test func `what was late on a day was late, whatever was decided afterwards`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    func late(_ day: String) throws -> [String] {
      try rows(liantu, ["late", "--at", day]).map { row in
        let first = row["original"] as? String ?? "-"
        return "\(name(row["item"])) \(row["plan"] ?? "") \(first) \(row["days"] ?? "")"
      }
    }
    #expect(try late("2024-04-30").isEmpty)
    #expect(try late("2024-05-15") == ["碳酸锂项目 2024-04-30 - 15"])
    #expect(try late("2024-05-25").isEmpty)
    #expect(try late("2024-08-01") == ["碳酸锂项目 2024-07-31 2024-04-30 1"])
  }

  @Test func `how an item stands goes by what was known`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    func status(_ words: [String]) throws -> [String] {
      try rows(liantu, ["status", "碳酸锂项目"] + words).map { row in
        ["light", "period", "status", "value", "rate", "time", "behind"]
          .map { text(row[$0]) }.joined(separator: " ")
      }
    }
    #expect(try status(["--at", "2024-05-10"]) == ["yellow 2024-04 前期 1000 万元 8.3 33.3 25.0"])
    let corrected = ["yellow 2024-04 前期 900 万元 7.5 33.3 25.8"]
    #expect(try status(["--at", "2024-05-10", "--known", "2024-06-30"]) == corrected)
    let reasons = try rows(liantu, ["status", "锂电", "--at", "2024-05-10"]).first?["reasons"]
    let told = (reasons as? [String])?.joined() ?? ""
    #expect(told.contains("25.0") && told.contains("j1") && told.contains("p2"), "\(told)")
  }

  @Test func `who reported under an old name has reported, and nobody's items are told`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    func unreported(_ words: [String]) throws -> [String] {
      try rows(liantu, ["unreported"] + words).map { "\(name($0["item"])) \($0["state"] ?? "")" }
    }
    let words = ["--period", "2024-04", "--at"]
    let april = ["无主项目 nobody"]
    #expect(try unreported(words + ["2024-05-05"]) == april)
    #expect(try unreported(words + ["2024-05-06"]) == april)
    let may = try unreported(["--period", "2024-05", "--at", "2024-06-06"])
    #expect(may == ["碳酸锂项目 missing", "数据中心项目 missing", "无主项目 nobody"])
    let own = try unreported(["市数据局", "--period", "2024-05", "--at", "2024-06-06"])
    #expect(own == ["数据中心项目 missing"])
  }

  @Test func `a history keeps what was corrected`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let lines = try rows(liantu, ["history", "碳酸锂项目"]).map { row in
      "\(row["line"] ?? "") \(row["state"] ?? "") \(row["replacedBy"] as? String ?? "-")"
    }
    #expect(lines == ["j1 corrected j3", "j3 standing -"])
    #expect(try rows(liantu, ["history", "碳酸锂项目", "--at", "2024-05-31"]).count == 1)
  }

  @Test(arguments: [
    ("j3,2024-06-20", "j3,2024-05-05", "recorded-backwards", ":4:"),
    ("corrects\nj1", "corrections\nj1", "unknown-header", ":1:"),
    (",碳酸锂项目,report,前期,1000", ",碳酸锂项日,report,前期,1000", "unknown-item", ":2:"),
    ("900 万元,,,j1", "900 万元,,,", "already-reported", ":4:"),
    ("900 万元,,,j1", "900 万元,,,j2", "line-of-another-item", ":4:"),
    ("1000 万元", "82 户", "other-measure", ":2:"),
  ])
  func `a fault of the journal stops the answer, and is told at its place`(
    _ before: String,
    _ after: String,
    _ code: String,
    _ line: String
  ) throws {
    let journal = Self.journal.replacingOccurrences(of: before, with: after)
    let liantu = try prepared(journal: journal)
    defer { liantu.remove() }
    for words in [["status"], ["late"], ["unreported"], ["history", "碳酸锂项目"]] {
      let asked = try liantu.run(words + ["--dataset", "data"])
      #expect(asked.status == 1 && asked.text.isEmpty, "\(words): \(asked.text)")
      #expect(asked.errors.contains("[\(code)]"), "\(words): \(asked.errors)")
      #expect(asked.errors.contains("journal/2024.csv" + line), "\(asked.errors)")
    }
    let checked = try liantu("check", "--dataset", "data")
    #expect(checked.status == 1 && checked.text.contains("[\(code)]"), "\(checked.text)")
    // Whatever else is asked is answered as before.
    #expect(try liantu("gaps", "锂电", "--dataset", "data").status == 0)
  }

  @Test func `an alias is whom it means, and who is nobody is told, once, and counts for nobody`()
    throws
  {
    let aliased = Self.journal.replacingOccurrences(of: ",市工信局,", with: ",市工业和信息化局,")
    let strange = Self.journal.replacingOccurrences(of: ",市工信局,", with: ",市教育局,")
    for (journal, isKnown) in [(aliased, true), (strange, false)] {
      let liantu = try prepared(journal: journal)
      defer { liantu.remove() }
      let words = ["unreported", "碳酸锂项目", "--period", "2024-04", "--at", "2024-07-01"]
      let asked = try liantu.run(words + ["--dataset", "data", "--lang", "zh"])
      // The list's title has the word too.
      let missing = asked.text.components(separatedBy: "未报").count - 2
      #expect(asked.status == 0 && missing == (isKnown ? 0 : 1), "\(asked.text)")
      let told = asked.errors.components(separatedBy: "[unknown-reporter]").count - 1
      #expect(told == (isKnown ? 0 : 1), "\(asked.errors)")
      let checked = try liantu("check", "--dataset", "data")
      #expect(checked.status == 0 && checked.text.contains("unknown-reporter") != isKnown)
    }
  }

  @Test func `what a spreadsheet makes of days, amounts and deleted rows is read the same`() throws
  {
    let saved =
      "\u{FEFF}"
      + Self.journal.replacingOccurrences(of: "2024-05-04", with: "2024/5/4")
      .replacingOccurrences(of: ",2024-04,", with: ",2024年4月,")
      .replacingOccurrences(of: "1000 万元", with: "\"1,000万元\"")
      .replacingOccurrences(of: "800 万元", with: "0.08亿元")
      .replacingOccurrences(of: "\n", with: "\r\n") + ",,,,,,,,,,,\r\n"
    let (plain, changed) = (try prepared(), try prepared(journal: saved))
    defer {
      plain.remove()
      changed.remove()
    }
    for words in [["status"], ["history", "碳酸锂项目"], ["unreported", "--period", "2024-04"]] {
      let all = words + ["--dataset", "data", "--format", "json"]
      let (one, other) = (try plain.run(all), try changed.run(all))
      #expect(one.status == 0 && one.output == other.output, "\(words): \(other.errors)")
    }
    let broken = try prepared(
      journal: Self.journal.replacingOccurrences(of: "1000 万元", with: "\"1,00万元\"")
    )
    defer { broken.remove() }
    let told = try broken.run(["status", "--dataset", "data"])
    #expect(told.status == 1 && told.errors.contains("bad-amount"), "\(told.errors)")
  }

  @Test func `a file that is not read is told, and so is a name that was given up`() throws {
    let journal = Self.journal.replacingOccurrences(of: "j2,2024-05-06", with: "j2,2024-06-06")
      .replacingOccurrences(of: ",数据中心项目,", with: ",旧中心,")
    let liantu = try prepared(journal: journal)
    defer { liantu.remove() }
    let facts = Self.facts.replacingOccurrences(
      of: "{name: 数据中心项目,",
      with: "{name: 数据中心项目, formerly: [{name: 旧中心, until: 2024-05-31}],"
    )
    try liantu.write(facts, to: "data/facts.yaml")
    try liantu.write("", to: "data/journal/2024.CSV")
    let asked = try liantu("status", "--dataset", "data", "--lang", "zh")
    #expect(
      asked.status == 1 && asked.errors.contains("2024.CSV: 警告[unread-file]"),
      "\(asked.errors)"
    )
    #expect(asked.errors.contains("是否要写“数据中心项目”"), "\(asked.errors)")
  }

  @Test func `a figure is of its own month, whatever was reported afterwards`() throws {
    let later = "j4,2024-07-04,,2024-06,市工信局,碳酸锂项目,report,开工,,,,\n"
    let liantu = try prepared(journal: Self.journal + later)
    defer { liantu.remove() }
    let row = try #require(try rows(liantu, ["status", "碳酸锂项目", "--at", "2024-07-10"]).first)
    let told = ["period", "value", "valuePeriod", "time"].map { text(row[$0]) }
    #expect(told == ["2024-06", "900 万元", "2024-04", "33.3"])
  }

  @Test func `rules name kinds in either language, and nothing else`() throws {
    let liantu = try prepared(rules: "start: 2024-04\nreports: [项目]\n")
    defer { liantu.remove() }
    let words = ["unreported", "--period", "2024-05", "--at", "2024-07-01"]
    #expect(try rows(liantu, words).count == 3)
    try liantu.write("start: 2024-04\nreports: [胡说]\n", to: "data/reporting.yaml")
    let asked = try liantu.run(words + ["--dataset", "data"])
    #expect(asked.status == 1 && asked.errors.contains("reporting.yaml:2:"), "\(asked.errors)")
    #expect(try liantu("status", "无此园", "--dataset", "data").status != 0)
  }

  @Test func `rules with a hole are refused at their place`() throws {
    let rules = "start: 2024-04\nbehind: {green: '<= 0', yellow: '10..30', red: '> 30'}\n"
    let liantu = try prepared(rules: rules)
    defer { liantu.remove() }
    let asked = try liantu("check", "--dataset", "data", "--lang", "en")
    #expect(asked.status == 1 && asked.text.contains("reporting.yaml:2:"), "\(asked.text)")
    #expect(asked.text.contains("hole between 0 and 10"), "\(asked.text)")
  }

  @Test func `a snapshot takes plan, journal and rules along`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let made = try liantu("snapshot", "--dataset", "data", "-o", "a.liantu")
    #expect(made.status == 0, "\(made.errors)")
    for words in [["status"], ["late", "--at", "2024-08-01"], ["unreported"]] {
      let folder = try liantu.run(words + ["--dataset", "data", "--format", "json"])
      let snapshot = try liantu.run(words + ["--dataset", "a.liantu", "--format", "json"])
      #expect(folder.status == 0 && folder.text == snapshot.text, "\(words): \(snapshot.errors)")
    }
  }

  @Test func `the real data owe 71 reports on 60 projects, and say that nothing is known yet`()
    throws
  {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let asked = try liantu(
      "unreported",
      "--period",
      "2024-06",
      "--at",
      "2024-07-31",
      "--lang",
      "zh"
    )
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(asked.text.contains("没有计划"), "\(asked.text.suffix(600))")
    // Of the projects alone, by department and altogether; the day is assumed, and told.
    try FileManager.default.copyItem(
      at: URL(filePath: Liantu.dataset).resolvingSymlinksInPath(),
      to: liantu.folder.appending(path: "copy")
    )
    try liantu.write("start: 2024-01\nreports: [project]\n", to: "copy/reporting.yaml")
    let words = ["unreported", "--period", "2024-06", "--at", "2024-07-31", "--dataset", "copy"]
    let told = try liantu.run(words + ["--lang", "en", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: told.output) as? [String: Any]
    let departments = object?["departments"] as? [[String: Any]] ?? []
    let counts = departments.map { $0["expected"] as? Int ?? 0 }
    #expect(counts == [41, 23, 6, 1], "\(told.errors)")
    let totals = object?["totals"] as? [[String: Any]] ?? []
    #expect(totals.map { $0["expected"] as? Int } == [71, 60] && counts.reduce(0, +) == 71)
    #expect(told.text.contains("reporting.yaml says no due-day"), "\(told.text.suffix(600))")
    let status = try liantu("status", "船舶机械", "--lang", "en")
    #expect(status.status == 0 && status.text.contains("neither plans nor a journal"))
  }
}
